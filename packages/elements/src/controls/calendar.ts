import type { PlainDate } from '@portico/core/kernel';
import * as datePicker from '@zag-js/date-picker';
import { normalizeProps, VanillaMachine } from '@zag-js/vanilla';
import { html, type TemplateResult } from 'lit';
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

/** Opens a calendar under a date field; it closes and goes away by itself when a day is picked, on Escape and on a click elsewhere. */
export function openCalendar(options: CalendarOptions): void {
  const { name, locale, labels } = options;
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
    defaultOpen: true,
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
    onOpenChange: ({ open }) => {
      if (!open) queueMicrotask(() => popup.stop());
    },
  });
  const popup = new ZagPopup(machine as never, options.into, () =>
    calendarTemplate(datePicker.connect(machine.service, normalizeProps), locale),
  );
}

function calendarTemplate(api: datePicker.Api, locale: string): TemplateResult {
  const day = new Intl.NumberFormat(locale, { useGrouping: false });
  return html`
    <div class="calendar-place" ${spread(api.getPositionerProps())}>
      <div class="calendar" part="calendar" ${spread(api.getContentProps())}>
        <div class="calendar-head">
          <button type="button" ${spread(api.getPrevTriggerProps())}><span aria-hidden="true" class="calendar-arrow">‹</span></button>
          <select ${spread(api.getMonthSelectProps())}>
            ${api.getMonths().map((month) => html`<option value=${month.value} ?selected=${month.value === api.focusedValue.month}>${month.label}</option>`)}
          </select>
          <select ${spread(api.getYearSelectProps())}>
            ${api.getYears().map((year) => html`<option value=${year.value} ?selected=${year.value === api.focusedValue.year}>${year.label}</option>`)}
          </select>
          <button type="button" ${spread(api.getNextTriggerProps())}><span aria-hidden="true" class="calendar-arrow">›</span></button>
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
                        <div class="calendar-day" ${spread(api.getDayTableCellTriggerProps({ value }))}>${day.format(value.day)}</div>
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
