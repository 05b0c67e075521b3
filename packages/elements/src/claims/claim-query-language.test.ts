import { aTimeout, expect } from '@open-wc/testing';
import { all, focus, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import type { ClaimQueryElement } from './claim-query.element.ts';
import { button, counted, field, focusedRow, from, query, queryPage, rowTexts, to } from './claims.fixture.test.ts';

const latin = /[a-z]{3}/i;
const speak = (element: Element, lang: 'en' | 'ar'): void => {
  Object.assign(element.parentElement!, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
};
const day = (element: Element): string => element.shadowRoot!.activeElement!.textContent!.trim();
const openCalendar = async (element: Element, name: RegExp): Promise<void> => {
  all(element, 'button', name)[0]!.focus();
  await press('Enter');
  await until(() => expect(element.shadowRoot!.activeElement?.className).to.equal('calendar-day'));
};
const selected = (element: Element): string =>
  element.shadowRoot!.querySelector('.calendar-day[data-focus]:not([data-outside-range])')!.getAttribute('data-value')!;

describe('claim-query, languages', () => {
  it('N21 the same query in Arabic: every word, the count in its plural, dates in words', async () => {
    const { element } = await queryPage({}, { lang: 'ar' });
    await query(element, '1/11', '21/11');
    await counted(element);
    const status = (): string => shown(element.shadowRoot!.querySelector('.count')!);
    await until(() => expect(status()).to.equal('عُثر على 15 حالة مرتبة حسب تاريخ الخدمة، الأحدث أولًا'));
    expect(shown(element)).to.contain('أي الأحد، 1 نوفمبر 2026.');
    expect(element.shadowRoot!.getElementById('date-hint')!.textContent, 'as it is typed').to.contain('31/1');
    const headers = all(element, 'columnheader').map((header) => header.textContent!.trim());
    expect(headers.join(' ')).not.to.match(latin);
    one(element, 'radio', 'بحث متقدم').click();
    await until(() => field(element, /اسم المريض/));
    const form = [...element.shadowRoot!.querySelectorAll('label, legend, summary, .field-hint, h2, button')].map((each) => shown(each));
    expect(form.join(' ')).not.to.match(latin);
  });

  it('changes language in the middle: what is typed, what was found, the row and the focus stay; no word is left behind', async () => {
    const { element } = await queryPage();
    await query(element);
    await counted(element);
    button(element, /Export/).focus();
    await press('Tab', 'ArrowDown', 'ArrowDown');
    const row = focusedRow(element);
    // Not a date yet: a year of one digit may be of any century.
    await type(to(element), '/2');
    speak(element, 'ar');
    await until(() => expect(all(element, 'columnheader')[0]!.textContent).to.contain('المريض'));
    expect([from(element).value, to(element).value]).to.deep.equal(['2026-11-01', '11/21/2']);
    expect(focus()).to.equal("textbox 'إلى'");
    expect(rowTexts(element)[0]).to.contain('مطالبة');
    expect(await counted(element)).to.contain('عُثر على 15 حالة مرتبة');
    element.focus();
    await until(() => expect(focusedRow(element)).to.equal(row));
    speak(element, 'en');
    await until(() => expect(all(element, 'columnheader')[0]!.textContent).to.contain('Patient'));
  });

  it('right and left are mirrored in the results', async () => {
    const { element } = await queryPage({}, { lang: 'ar' });
    await query(element, '1/11', '21/11');
    await counted(element);
    button(element, /تصدير/).focus();
    await press('Tab');
    const cell = (): number => {
      const inner = (element.shadowRoot!.activeElement as HTMLElement).shadowRoot!.activeElement!;
      return inner.closest<HTMLTableCellElement>('th, td')!.cellIndex;
    };
    await press('ArrowLeft', 'ArrowLeft');
    expect(cell()).to.equal(2);
    await press('ArrowRight');
    expect(cell()).to.equal(1);
  });

  it('digits of Arabic are read in dates and in amounts', async () => {
    const { element } = await queryPage({}, { lang: 'ar' });
    await type(from(element), '١/١١');
    await type(to(element), '٢١/١١/٢٠٢٦');
    await press('Enter');
    expect(await counted(element)).to.contain('عُثر على 15 حالة');
    one(element, 'radio', 'بحث متقدم').click();
    await until(() => field(element, /المبلغ من/));
    const currency = one<HTMLSelectElement>(element, 'combobox', 'العملة');
    currency.value = 'KWD';
    currency.dispatchEvent(new Event('change'));
    await type(field(element, /المبلغ من/), '٥٫٠٠٠');
    await press('Enter');
    await until(() => expect(shown(element.shadowRoot!.querySelector('.count')!)).to.match(/^عُثر على [5-9] حالات/));
    expect(element.shadowRoot!.querySelector('[aria-invalid]')).to.equal(null);
  });

  it('digits and calendar are settings of their own, not of the language', async () => {
    const { element, portal } = await queryPage({}, { lang: 'ar' });
    portal.update({ formats: { numberingSystem: 'arab' } });
    await query(element, '1/11', '21/11');
    expect(await counted(element)).to.contain('عُثر على ١٥ حالة');
    expect(rowTexts(element)[0]).to.match(/[٠-٩]{4}/);
    portal.update({ formats: { numberingSystem: 'latn' } });
    await until(() => expect(rowTexts(element)[0]).not.to.match(/[٠-٩]/));
  });
});

describe('claim-query, the calendar', () => {
  const closed = (element: ClaimQueryElement): Promise<unknown> =>
    until(() => expect(element.shadowRoot!.querySelector('.calendar')).to.equal(null));

  for (const [lang, calendar, forth] of [
    ['en', /calendar/, 'ArrowRight'],
    ['ar', /التقويم/, 'ArrowLeft'],
  ] as const) {
    it(`picks a day by keyboard and puts it into the field, ${lang}`, async () => {
      const { element } = await queryPage({}, { lang });
      from(element).focus();
      await openCalendar(element, calendar);
      expect(selected(element)).to.equal('2026-11-21');
      await press(forth, 'ArrowDown', 'PageDown');
      await until(() => expect(selected(element)).to.equal('2026-12-29'));
      await press('Enter');
      await closed(element);
      expect(from(element).value).to.equal('2026-12-29');
      await until(() => expect(shown(element)).to.contain(lang === 'en' ? 'That is Tue, Dec 29, 2026.' : 'الثلاثاء، 29 ديسمبر 2026'));
      await until(() => expect(element.shadowRoot!.activeElement?.id).to.equal('from-calendar'));
    });
  }

  it('Escape closes it and nothing around it, and leads back to its button', async () => {
    const { element } = await queryPage();
    let heard = 0;
    element.parentElement!.addEventListener('keydown', ({ key }) => (heard += key === 'Escape' ? 1 : 0));
    from(element).focus();
    await openCalendar(element, /calendar/);
    await press('Escape');
    await closed(element);
    await until(() => expect(element.shadowRoot!.activeElement?.id).to.equal('from-calendar'));
    expect([heard, from(element).value]).to.deep.equal([0, '']);
    await press('Escape');
    expect(heard).to.equal(1);
  });

  it('opens at the day that is typed, closes by its own button, and is one at a time', async () => {
    const { element } = await queryPage();
    await type(to(element), '2/28/2026');
    await press('Tab');
    await until(() => expect(shown(element)).to.contain('Feb 28, 2026'));
    await press('Enter');
    await until(() => expect(element.shadowRoot!.activeElement?.className).to.equal('calendar-day'));
    expect(selected(element)).to.equal('2026-02-28');
    element.shadowRoot!.querySelector<HTMLElement>('#to-calendar')!.click();
    await closed(element);
    await openCalendar(element, /calendar/);
    element.shadowRoot!.querySelector<HTMLElement>('#to-calendar')!.click();
    await aTimeout(50);
    expect(element.shadowRoot!.querySelectorAll('.calendar')).to.have.lengthOf(1);
  });

  it('speaks the language, its digits, and begins the week as the portal says', async () => {
    const { element, portal } = await queryPage({}, { lang: 'ar' });
    portal.update({ weekStart: 1, formats: { numberingSystem: 'arab' } });
    from(element).focus();
    await openCalendar(element, /التقويم/);
    const popup = element.shadowRoot!.querySelector('.calendar')!;
    const names = [...popup.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label')!);
    expect(names.join(' ')).not.to.match(latin);
    expect(popup.querySelector('th')!.getAttribute('aria-label')).to.equal('الاثنين');
    expect(day(element)).to.equal('٢١');
    expect(popup.querySelector('[aria-current="date"]')!.textContent!.trim()).to.equal('٢١');
    expect(popup.querySelector('[aria-roledescription]')).to.equal(null);
    expect(popup.textContent).not.to.match(/[0-9]/);
  });
});
