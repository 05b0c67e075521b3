import type { PlainDate } from '@portico/core/kernel';
import * as datePicker from '@zag-js/date-picker';
import { normalizeProps, VanillaMachine } from '@zag-js/vanilla';
import { html, type TemplateResult } from 'lit';
import { backIcon, forthIcon } from '../kit/icons.parts.ts';
import { spread, ZagPopup } from '../kit/zag.ts';

/** What a calendar needs to stand beside a date field. */
export interface CalendarOptions {
  /** Name of the field: `<name>-control` frames it, `<name>-calendar` is the button that opened this. */
  readonly name: string;
  readonly root: ShadowRoot;
  /** The empty node to render into. */
  readonly into: HTMLElement;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Unicode name of the digits; undefined: the locale's own. */
  readonly numberingSystem: string | undefined;
  readonly value: PlainDate | null;
  /** Where to open when there is no value. */
  readonly today: PlainDate;
  /** 1 = Monday … 7 = Sunday; undefined: the locale's own. */
  readonly weekStart: number | undefined;
  readonly labels: {
    readonly calendar: string;
    readonly previous: string;
    readonly next: string;
    readonly month: string;
    readonly year: string;
  };
  readonly picked: (date: PlainDate) => void;
}

/** The calendar that is open in a root, and the node it is rendered into. */
const open = new WeakMap<ShadowRoot, { readonly into: HTMLElement; readonly close: () => void }>();

/**
 * Opens a calendar under a date field, or closes the one that is open there. It goes away by itself when a day is picked, on Escape and on a
 * click elsewhere; the focus is then on the button that opened it.
 */
export function openCalendar(options: CalendarOptions): void {
  const { name, root, locale, labels, into, numberingSystem } = options;
  const shown = open.get(root);
  shown?.close();
  if (shown?.into === into) return;
  const numerals = numberingSystem === undefined ? {} : { numberingSystem };
  const words = new Intl.DateTimeFormat(locale, { ...numerals, calendar: 'gregory', dateStyle: 'full', timeZone: 'UTC' });
  const focused = datePicker.parse(options.value ?? options.today);
  const machine = new VanillaMachine(datePicker.machine, {
    id: `${name}-picker`,
    ids: { control: `${name}-control`, trigger: `${name}-calendar` },
    locale: `${locale.split('-u-')[0]}-u-ca-gregory`,
    dir: options.direction,
    getRootNode: () => root,
    defaultValue: options.value === null ? [] : [focused],
    defaultFocusedValue: focused,
    ...(options.weekStart === undefined ? {} : { startOfWeek: options.weekStart % 7 }),
    timeZone: 'UTC',
    positioning: { placement: 'bottom-start', gutter: 4 },
    translations: {
      content: labels.calendar,
      prevTrigger: () => labels.previous,
      nextTrigger: () => labels.next,
      monthSelect: labels.month,
      yearSelect: labels.year,
      trigger: () => labels.calendar,
      // Its own says "Choose" in English, whatever the language.
      dayCell: ({ value }) => words.format(value.toDate('UTC')),
    },
    onValueChange: ({ value }) => {
      if (value[0]) options.picked(value[0].toString() as PlainDate);
    },
    onOpenChange: ({ open: isOpen }) => {
      if (isOpen) return;
      if (open.get(root)?.into === into) open.delete(root);
      queueMicrotask(() => popup.stop());
    },
  });
  const api = (): datePicker.Api => datePicker.connect(machine.service, normalizeProps);
  const popup = new ZagPopup(machine as never, into, () => calendarTemplate(api(), options));
  open.set(root, { into, close: () => api().setOpen(false) });
  api().setOpen(true);
}

/** What stands around the field, such as a dialog, must not close with its calendar. */
const keepEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

/** Zag's props as far as they hold in every language: its role descriptions are English, and its today is not the portal's. */
const own = (props: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...props, ...more }).filter(([name]) => name !== 'aria-roledescription' && name !== 'data-today'));

function calendarTemplate(api: datePicker.Api, { locale, numberingSystem, today }: CalendarOptions): TemplateResult {
  const digits = new Intl.NumberFormat(locale, { useGrouping: false, ...(numberingSystem && { numberingSystem }) });
  return html`
    <div class="calendar-place" ${spread(api.getPositionerProps())} @keydown=${keepEscape}>
      <div class="calendar" part="calendar" ${spread(own(api.getContentProps(), { role: 'dialog' }))}>
        <div class="calendar-head">
          <button type="button" ${spread(api.getPrevTriggerProps())}>${backIcon()}</button>
          <select ${spread(api.getMonthSelectProps())}>
            ${api.getMonths().map((month) => html`<option value=${month.value} ?selected=${month.value === api.focusedValue.month}>${month.label}</option>`)}
          </select>
          <select ${spread(api.getYearSelectProps())}>
            ${api.getYears().map((year) => html`<option value=${year.value} ?selected=${year.value === api.focusedValue.year}>${digits.format(year.value)}</option>`)}
          </select>
          <button type="button" ${spread(api.getNextTriggerProps())}>${forthIcon()}</button>
        </div>
        <table ${spread(own(api.getTableProps()))}>
          <thead ${spread(api.getTableHeadProps())}>
            <tr ${spread(api.getTableRowProps())}>
              ${api.weekDays.map((weekDay) => html`<th scope="col" aria-label=${weekDay.long}>${weekDay.narrow}</th>`)}
            </tr>
          </thead>
          <tbody ${spread(api.getTableBodyProps())}>
            ${api.weeks.map(
              (week) =>
                html`<tr ${spread(api.getTableRowProps())}>
                  ${week.map(
                    (value) =>
                      html`<td
                        ${spread(own(api.getDayTableCellProps({ value }), { 'aria-current': value.toString() === today ? 'date' : undefined }))}
                      >
                        <div class="calendar-day" ${spread(own(api.getDayTableCellTriggerProps({ value })))}>
                          ${digits.format(value.day)}
                        </div>
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  `;
}
