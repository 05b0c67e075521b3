import type { PayerAnswer } from '@portico/core/authorizations';
import type { FileAnswers } from '@portico/core/claims/claim-intake';
import type { Identifier } from '@portico/core/kernel';
import type { Entry } from './collect.ts';
import { instantIn, type Shared } from './payer-answers.ts';
import { child, children, text, valueText, type At } from './tree.ts';

/**
 * Notifications of a subscription that bring nothing but the id of what there is news of: known by their numbers they say that there is an
 * answer, and nothing of what it is. One whose resource came along is no answer of its own.
 */
export function bareAnswersOf(
  notifications: readonly Entry[],
  { report, references }: Pick<Shared, 'report' | 'references'>,
): readonly FileAnswers[] {
  const answers = notifications.flatMap((entry) =>
    eventsOf(entry).flatMap((event): readonly PayerAnswer[] => {
      const { focus } = event;
      if (focus === null || !/(^|\/)ClaimResponse\//.test(`${text(focus, 'reference') ?? ''}${text(focus, 'type') ?? ''}/`)) return [];
      if (references.has(focus, entry)) return [];
      const issuedAt = instantIn(event.timestamp) ?? instantIn(entry.scope.timestamp);
      report.add(issuedAt === null ? 'no-issue-time' : 'bare-notification', focus);
      if (issuedAt === null) return [];
      const id = /([^/]+)(?:\/_history\/.*)?$/.exec(text(focus, 'reference') ?? '')?.[1] ?? '';
      const number = text(child(focus, 'identifier'), 'value');
      const numbers: readonly Identifier[] = [
        ...(number === null ? [] : [{ type: 'reference-id', value: number } as const]),
        { type: 'other', value: id },
      ];
      return [
        {
          ...{ notificationId: `${id}/${event.number ?? issuedAt}`, issuedAt, numbers: numbers.filter(({ value }) => value !== '') },
          ...{ stage: 'received', items: [], added: [], validFrom: null, validTo: null },
        },
      ];
    }),
  );
  return answers.length === 0 ? [] : [{ record: null, request: null, answers }];
}

interface NotificationEvent {
  readonly focus: At | null;
  readonly timestamp: string | null;
  readonly number: string | null;
}

/** The events of a status, in the shape of R4 (Parameters) or of later releases. */
function eventsOf(entry: Entry): readonly NotificationEvent[] {
  if (entry.type === 'SubscriptionStatus')
    return children(entry, 'notificationEvent').map((event) => ({
      ...{ focus: child(event, 'focus'), timestamp: text(event, 'timestamp'), number: text(event, 'eventNumber') },
    }));
  const events = children(entry, 'parameter').filter((one) => text(one, 'name') === 'notification-event');
  return events.map((event) => {
    const part = (name: string): At | null => children(event, 'part').find((one) => text(one, 'name') === name) ?? null;
    const valueOf = (name: string): string | null => {
      const found = part(name);
      return found === null ? null : valueText(found);
    };
    return { focus: child(part('focus'), 'valueReference'), timestamp: valueOf('timestamp'), number: valueOf('event-number') };
  });
}
