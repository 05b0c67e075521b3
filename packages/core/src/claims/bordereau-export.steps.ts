import { callPort, PortError, sameDays, toPortError, type CommandAnswer, type Page } from '../kernel/index.ts';
import { readPeriod, type TypedPeriod } from './bordereau-period.rules.ts';
import { partiesOf, partiesWith } from './bordereau-parties.rules.ts';
import type { BordereauExportContext, BordereauExportInput, RowsCounted } from './bordereau-export.task.ts';
import type { Bordereau } from './bordereau.ts';
import { visibleTotals } from './bordereau.rules.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria } from './claim-query.schema.ts';
import type { CaseBreakdown } from './case-breakdown.ts';
import type { BordereauRefusal, BordereauRequest } from './claims.port.ts';

type Step = Partial<BordereauExportContext>;

const nothing = {
  breakdown: null,
  payerId: null,
  providerId: null,
  payers: [],
  providers: [],
  left: [],
  errors: [],
  isExplained: false,
  request: null,
  commandId: '',
  bordereau: null,
  rows: 0,
  refusal: null,
  limit: 0,
} as const;

/** How many rows are read at once. */
const PAGE = 500;

/** Milliseconds between two tellings of progress: about ten a second are enough for a person. */
const TELL = 100;

/** The memory of a task that has just begun. */
export const begin = (ports: BordereauExportInput): BordereauExportContext => ({
  ...{ ports, criteria: ports.criteria, period: { from: '', to: '' }, ...nothing },
  ...{ format: 'xlsx', code: null, step: 'counting' },
});

/** A query is to be exported: its dates are the period to begin with. */
export const opened = (criteria: CaseCriteria): Step => ({
  ...{ ...nothing, criteria, code: null, step: 'counting' },
  period: { from: criteria.from ?? '', to: criteria.to ?? '' },
});

/** The parties of the result are known. */
export const counted = (breakdown: CaseBreakdown): Step => ({ breakdown, ...partiesOf(breakdown) });

/** A party was chosen. */
export const chosen = (context: BordereauExportContext, party: { readonly payerId?: string; readonly providerId?: string }): Step => ({
  ...(context.breakdown && partiesWith(context.breakdown, context, party)),
  refusal: null,
});

/** Something was chosen or typed: what was wrong with it is gone. */
export const typed = ({ period, errors }: BordereauExportContext, changes: Partial<TypedPeriod>): Step => ({
  period: { ...period, ...changes },
  errors: errors.filter(({ field }) => !(field in changes)),
});

/** The language changed: days that were understood stay the same days. */
export const respoken = ({ period, ports }: BordereauExportContext, before: string): Step => ({
  period: sameDays(period, ['from', 'to'], before, { today: ports.today(), locale: ports.locale() }),
});

/** A date was left: what is wrong with those that were. */
export function looked(context: BordereauExportContext, field: keyof TypedPeriod): Step {
  const left = context.left.includes(field) ? context.left : [...context.left, field];
  return { left, errors: read(context).errors.filter((error) => left.includes(error.field)) };
}

/** What is asked for, or null while a party or the period is missing. */
export function requestOf(context: BordereauExportContext): BordereauRequest | null {
  const { payerId, providerId, criteria } = context;
  const { period } = read(context);
  return payerId && providerId && period && criteria ? { providerId, payerId, period, criteria } : null;
}

/** The person asked for the batch: the act gets its command id, which a retry keeps. */
export function asked(context: BordereauExportContext): Step {
  const request = requestOf(context);
  if (request === null) return { isExplained: true, errors: read(context).errors };
  return { request, commandId: context.ports.ids.uuid(), refusal: null, errors: [] };
}

/** Issues the batch. The draft stands before the command leaves, and goes once it is known what came of it. */
export async function issue({ ports, request, commandId }: BordereauExportContext): Promise<CommandAnswer<Bordereau, BordereauRefusal>> {
  const { drafts, taskId, clock, claims, submit } = ports;
  // Without a draft a reload would have to ask again; that is no reason not to issue now.
  await callPort(async () => drafts?.put({ taskId, commandId, payload: request, savedAt: clock.now() }), { clock }).catch(() => undefined);
  const forget = (): Promise<void> => callPort(async () => drafts?.remove(taskId), { clock }).catch(() => undefined);
  try {
    const answer = await submit((meta) => claims.issueBordereau(request!, meta), { commandId });
    if (answer.status !== 'unknown') await forget();
    return answer;
  } catch (thrown) {
    // Broken off on its way it may be done; anything else never left.
    if (!['aborted', 'timeout'].includes(toPortError(thrown).code)) await forget();
    throw thrown;
  }
}

/** The batch has its number. What is hidden from the person is not in its totals either, whatever the backend sent. */
export const issued = ({ ports }: BordereauExportContext, bordereau: Bordereau): Step => ({
  bordereau: { ...bordereau, totals: visibleTotals(bordereau.totals, ports.hidden) },
  code: null,
});

/** A batch that was being issued when the page went away, or null. */
export async function unfinished({
  drafts,
  taskId,
}: BordereauExportInput): Promise<{ request: BordereauRequest; commandId: string } | null> {
  const draft = await drafts?.get(taskId);
  if (!draft?.commandId) return null;
  const { bordereauRequestSchema } = await import('./bordereau-draft.schema.ts');
  const { success, data } = bordereauRequestSchema.safeParse(draft.payload);
  return success ? { request: data, commandId: draft.commandId } : null;
}

/** The frozen rows of a batch, page by page, counted on the way. A batch that lost or gained a row is refused rather than written wrong. */
export async function* frozenRows(
  { ports, bordereau }: BordereauExportContext,
  signal: AbortSignal,
  tell: (event: RowsCounted) => void,
): AsyncGenerator<readonly CaseRow[]> {
  const { claims, clock } = ports;
  let cursor: string | null = null;
  let rows = 0;
  let told = -TELL;
  do {
    const from: string | null = cursor;
    const ask = (limited: AbortSignal): Promise<Page<CaseRow>> =>
      claims.bordereauRows(bordereau!.number, { cursor: from, limit: PAGE, signal: limited });
    const page = await callPort(ask, { clock, signal });
    yield page.rows;
    rows += page.rows.length;
    cursor = page.next;
    if (cursor === null || clock.now() - told >= TELL) {
      told = clock.now();
      tell({ type: 'rows.counted', rows });
    }
  } while (cursor !== null);
  if (rows !== bordereau!.rowCount) throw new PortError('invalid');
}

const read = ({ period, ports }: BordereauExportContext): ReturnType<typeof readPeriod> =>
  readPeriod(period, { today: ports.today(), locale: ports.locale() });
