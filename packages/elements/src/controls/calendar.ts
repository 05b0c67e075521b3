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

const open = new WeakMap<HTMLElement, () => void>();

/**
 * Opens a calendar under a date field, or closes the one that is open there. It goes away by itself when a day is picked, on Escape and on a
 * click elsewhere; the focus is then on the button that opened it.
 */
export function openCalendar(options: CalendarOptions): void {
  const { name, locale, labels, into } = options;
  const shown = open.get(into);
  if (shown) return shown();
  const focused = datePicker.parse(options.value ?? options.today);
  const machine = new VanillaMachine(datePicker.machine, {
    id: `${name}-picker`,
    ids: { control: `${name}-control`, trigger: `${name}-calendar` },
    locale: `${locale.split('-u-')[0]}-u-ca-gregory`,
    dir: options.direction,
    getRootNode: () => options.root,
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
    },
    onValueChange: ({ value }) => {
      if (value[0]) options.picked(value[0].toString() as PlainDate);
    },
    onOpenChange: ({ open: isOpen }) => {
      if (isOpen) return;
      open.delete(into);
      queueMicrotask(() => popup.stop());
    },
  });
  const api = (): datePicker.Api => datePicker.connect(machine.service, normalizeProps);
  const popup = new ZagPopup(machine as never, into, () => calendarTemplate(api(), options));
  open.set(into, () => api().setOpen(false));
  api().setOpen(true);
}

/** What stands around the field, such as a dialog, must not close with its calendar. */
const keepEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

function calendarTemplate(api: datePicker.Api, { locale, numberingSystem }: CalendarOptions): TemplateResult {
  const digits = new Intl.NumberFormat(locale, { useGrouping: false, ...(numberingSystem && { numberingSystem }) });
  return html`
    <div class="calendar-place" ${spread(api.getPositionerProps())} @keydown=${keepEscape}>
      <div class="calendar" part="calendar" ${spread(api.getContentProps())}>
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
        <table ${spread(api.getTableProps())}>
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
                      html`<td ${spread(api.getDayTableCellProps({ value }))}>
                        <div class="calendar-day" ${spread(api.getDayTableCellTriggerProps({ value }))}>${digits.format(value.day)}</div>
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
