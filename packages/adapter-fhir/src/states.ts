import {
  authorizationDecision,
  authorizationOfCase,
  decideAuthorization,
  type Authorization,
  type AuthorizationItem,
} from '@portico/core/authorizations';
import { decisionOf, type IntakeCase } from '@portico/core/claims';
import type { Instant } from '@portico/core/kernel';
import { cms0057Pack, createPolicyBook, defaultPack } from '@portico/core/policy';
import { checkPolicyKey } from '@portico/core/schemas';
import type { FhirReading } from './read/index.ts';

/** Where the authorizations of a file stand once its cases and its answers were brought in. */
export interface States {
  /** One line each: the regions of the chart, the decision, and the items with their outcomes and codes; `+` is one that the payer added. */
  readonly lines: readonly string[];
  /** Records that do not stand alike when they come as a case and when the chart decides their answers. */
  readonly differences: readonly string[];
}

const zone = 'UTC';
// A payer that has set itself times, so that the clock of the chart has something to say.
const policy = createPolicyBook([defaultPack, cms0057Pack], checkPolicyKey).policy('cms-0057').authorizations;

/** What the back office makes of a case that is new to it. */
const adopted = (record: IntakeCase, at: Instant): Authorization =>
  authorizationOfCase(
    {
      ...record,
      ...{ id: 'x', version: 1, lifecycleVersion: 1, organisationId: 'o', decision: decisionOf(record), takenInAt: at },
      deadlines: { modification: null },
    },
    policy,
    zone,
  );

const shown = ({ sequence, origin, outcome, outcomeCode, authorized }: AuthorizationItem): string =>
  [
    `${origin === 'payer' ? '+' : ''}${sequence}`,
    outcome,
    outcomeCode?.code,
    authorized?.service && `as ${authorized.service.code}`,
    authorized?.number,
  ]
    .filter((part) => part != null && part !== '')
    .join(' ');

const about = (items: readonly number[]): string => (items.length === 0 ? 'of the whole' : `of ${items.join(', ')}`);
const until = (due: number | string | null): string =>
  due === null ? '' : ` until ${typeof due === 'string' ? due : new Date(due).toISOString()}`;

/** What must be alike, whichever way a record came: how far it is, the decision once there is one, and the items that were asked for. */
const essence = (record: Authorization): string => {
  const asked = record.items.filter(({ origin }) => origin === 'provider');
  const { case: stage } = record.state;
  const outcomes = asked.map(({ outcome }) => (outcome === 'undecided' && stage === 'pended' ? 'pended' : outcome));
  return JSON.stringify([stage, stage === 'pended' ? null : authorizationDecision(record), outcomes]);
};

/** Decides every answer of a file over the record it is about, as `authorizations.receive` does. */
export function statesOf({ records, answers }: Pick<FhirReading, 'records' | 'answers'>, at: Instant): States {
  const lines: string[] = [];
  const differences: string[] = [];
  for (const [index, record] of records.entries()) {
    if (record.kind !== 'authorization') continue;
    if (record.life === 'draft') {
      lines.push('draft: not sent, no authorization');
      continue;
    }
    const whole = adopted(record, at);
    const told = answers.find((one) => one.record === index);
    let now = told?.request ? adopted(told.request, at) : whole;
    for (const notice of told?.answers ?? []) {
      const came = decideAuthorization(now, { type: 'authorization.notified', at, by: null, policy, zone, notice });
      if (came.accepted) now = came.record;
      else lines.push(`refused: ${came.code}`);
    }
    if (essence(now) !== essence(whole))
      differences.push(`record ${index} stands otherwise as a case: ${essence(whole)} and ${essence(now)}`);
    const { case: stage, information, clock, use } = now.state;
    const valid = now.validFrom === null && now.validTo === null ? '' : ` valid ${now.validFrom ?? ''}..${now.validTo ?? ''}`;
    const asked = now.informationRequests.map((one) => ` asked ${one.state} ${about(one.items)}: ${one.text}${until(one.dueAt)}`).join('');
    lines.push(
      `${stage}/${information}/${clock}/${use} ${authorizationDecision(now)}${valid} [${now.items.map(shown).join('; ')}]${asked}`,
    );
  }
  for (const { record, answers: bare } of answers)
    if (record === null)
      lines.push(
        ...bare.map(({ stage, numbers, ask }) => {
          const what =
            ask === undefined
              ? `notification without content: ${stage}`
              : `asked ${ask.state} ${about(ask.items)}: ${ask.text}${until(ask.due)} of`;
          return `${what} ${numbers.map(({ value }) => value).join(' ')}`;
        }),
      );
  return { lines, differences };
}
