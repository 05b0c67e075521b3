import { expect } from '@open-wc/testing';
import { shown, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { button, byId, choose, fill, formOf, pick, place, requestPage } from './authorization-request.fixture.test.ts';

const lines = (element: Element): string => [...element.shadowRoot!.querySelectorAll('.line-head, .line > legend')].map(shown).join(' ');

describe('authorization request, names of codes', () => {
  it('a code that was picked by its Arabic name shows it in form and summary, and is kept as the list has it', async () => {
    const { element, portal, clock } = await requestPage({}, {}, { lang: 'ar' });
    choose(element, 'providerId', 'provider:noor');
    await fill(element, 'memberNumber', 'GM-900001');
    await pick(element, 'physician', 'mona');
    await fill(element, 'serviceFrom', '2026-12-01');
    await pick(element, 'diagnosis', 'التواء');
    await until(() => expect(lines(element)).to.contain('التواء الركبة'));
    await pick(element, 'item', 'رنين');
    await until(() => expect(lines(element)).to.contain('رنين الركبة'));
    expect(lines(element)).not.to.match(/Knee/);
    await clock.pass(1_000);
    const draft = await portal.drafts!.get('authorization-request:main');
    expect((draft?.payload as { form: { diagnoses: unknown } }).form.diagnoses).to.deep.equal([
      { coded: { code: 'D-11', system: 'demo', text: 'Knee sprain' }, exact: null },
    ]);
    button(element, 'مراجعة وإرسال').click();
    await until(() => expect(shown(byId(element, 'summary'))).to.match(/التواء الركبة.*رنين الركبة/));
    element.parentElement!.lang = 'en';
    await until(() => expect(shown(byId(element, 'summary'))).to.match(/Knee sprain.*Knee MRI/));
  });

  it('so does one that was picked before a reload, in whatever language', async () => {
    const { element, open, clock } = await requestPage();
    await pick(element, 'diagnosis', 'D-20');
    await until(() => expect(lines(element)).to.contain('Migraine'));
    await clock.pass(1_000);
    const portal = open();
    await portal.signIn!(accountOf('clerk'));
    const again = await place(portal, {}, { lang: 'ar' });
    await formOf(again);
    await until(() => expect(lines(again)).to.contain('الشقيقة'));
  });
});
