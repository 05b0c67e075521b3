import type { claimQueryMoreMessages, ClaimQueryView, claimQueryMessages } from '@portico/core/claims';
import type { PlainDate } from '@portico/core/kernel';
import { directionOf } from '../kit/locale.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { todayOf } from '../portal/today.ts';

/** Texts that the calendar is written with. */
export interface CalendarTexts {
  readonly first: MessagesController<typeof claimQueryMessages>;
  readonly more: MessagesController<typeof claimQueryMoreMessages>;
}

/** Opens the calendar beside a date field of Claims Query, or closes the one that is open there. It is loaded on first use. */
export async function toggleCalendar(
  host: PorticoElement,
  name: 'from' | 'to',
  { dates }: ClaimQueryView,
  { first, more }: CalendarTexts,
  picked: (date: PlainDate) => void,
): Promise<void> {
  const { openCalendar } = await import('../controls/calendar.ts');
  const { connectedPortal: portal, locale, settings, renderRoot } = host;
  const into = renderRoot.querySelector<HTMLElement>(`#${name}-popup`);
  if (!portal || !into) return;
  openCalendar({
    ...{ name, root: renderRoot as ShadowRoot, into, locale, picked },
    direction: directionOf(locale),
    numberingSystem: settings.formats?.numberingSystem,
    value: dates[name],
    today: todayOf(portal),
    weekStart: settings.weekStart,
    labels: {
      calendar: first.text('claim-query.calendar'),
      previous: more.text('claim-query.calendarPrevious'),
      next: more.text('claim-query.calendarNext'),
      month: more.text('claim-query.calendarMonth'),
      year: more.text('claim-query.calendarYear'),
    },
  });
}
