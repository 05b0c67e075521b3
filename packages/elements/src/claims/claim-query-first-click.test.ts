import { expect } from '@open-wc/testing';
import { until } from '../../../../test/kit/screen.ts';
import { queryPage } from './claims.fixture.test.ts';

for (const lang of ['en', 'ar'] as const)
  it(`the calendar opens on the very first click, before anything else was loaded (${lang})`, async () => {
    const { element } = await queryPage({}, { lang });
    element.shadowRoot!.querySelector<HTMLElement>('#to-calendar')!.click();
    await until(() => expect(element.shadowRoot!.querySelectorAll('#to-popup .calendar-day')).to.have.length.above(27));
  });
