import { expect } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import { press, one, until, focus } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { catchPrints, type Printed } from '../claims/bordereau.fixture.test.ts';
import { formList, formWorld, openedForm, type FormWorld } from './authorization-form.fixture.test.ts';
import { printAuthorizationForm } from './authorization-form.print.ts';
import { qrCode } from './qr.parts.ts';
import { matrixOf, readQr } from './qr-read.fixture.test.ts';
import { render } from 'lit';

/** Prints from the list, and gives what the printer got. */
async function printed(world: FormWorld, lang: 'en' | 'ar' = 'en'): Promise<Printed> {
  const caught = catchPrints();
  try {
    one(await formList(world, { lang }), 'button', /^(Print Authorization form|طباعة)/).click();
    await until(() => expect(caught.prints).to.have.lengthOf(1));
    return caught.prints[0]!;
  } finally {
    caught.stop();
  }
}
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');
/** The rows of the table, each cell as one text. */
const lines = (root: ParentNode): string[][] =>
  [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => squeezed(cell.textContent!).trim()));

describe('authorization form', () => {
  it('N28 prints from the list: number, payer with helpline, people, validity, items as authorized beside requested', async () => {
    const world = await formWorld();
    const print = await printed(world);
    const text = squeezed(print.text);
    for (const part of [
      ...[world.reference, 'Gulf Shield TPA', 'Helpline +971 4 555 0100', 'فاطمة الزهراء Haddad', 'GS-4471-0093', 'د. ليلى حداد'],
      ...['LOP number 10482', 'MOH-20418', 'Dec 1, 2026 – Jan 31, 2027', 'Knee pain', 'ألم في الركبة اليسرى بعد السقوط', 'Nov 21, 2026'],
    ])
      expect(text).to.contain(part);
    expect([print.title, print.lang, print.dir]).to.deep.equal([world.reference, 'en', 'ltr']);
    expect(print.rows.slice(1, 6).map((cells) => squeezed(cells.join('|')).replace(/\| /g, '|').replace(/ \|/g, '|').trim())).to.deep.equal(
      [
        '1|Consultation Code D-100 Quantity 1|KWD 25.500|Consultation Code D-100 Quantity 1|KWD 25.500|Approved',
        '2|Knee MRI Code D-200 Quantity 1|KWD 260.000|Knee X-ray Code D-210 Quantity 1 Number AUT-77-2|KWD 40.000|Changed',
        '3|Physiotherapy session Code D-300 Quantity 10|KWD 300.000|Physiotherapy session Code D-300 Quantity 6|KWD 180.000|Approved in part',
        '4|Day surgery Code D-400 Quantity 1|KWD 900.000|Nothing||Not approved Not medically necessary: Try physiotherapy first',
        '5|تحليل المشي Not in the list; the amount is an estimate Quantity 1|KWD 45.250|تحليل المشي Not in the list; the amount is an estimate Quantity 1|KWD 45.250|Approved',
      ],
    );
    expect(squeezed(print.rows.at(-1)!.join(' '))).to.contain('Authorized in all KWD 290.750');
  });

  it('nothing of the host’s page prints: one sheet, which is the frame’s own, no style in markup, no address', async () => {
    const host = document.createElement('style');
    host.textContent = '* { color: rgb(255, 0, 0) !important; font-size: 40px !important; }';
    document.head.append(host);
    const looks: string[] = [];
    const watcher = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof HTMLIFrameElement)
          node.contentWindow!.addEventListener('afterprint', () => {
            const cell = node.contentDocument!.querySelector('td')!;
            const style = node.contentWindow!.getComputedStyle(cell);
            looks.push(style.color, String(parseFloat(style.fontSize) < 20));
          });
    });
    watcher.observe(document.body, { childList: true });
    try {
      const print = await printed(await formWorld());
      expect(print.sheets).to.equal(1);
      expect(print.html).not.to.match(/data:|blob:|<style|<link|<img/);
      expect(print.html.replace(/<html[^>]*>/, '')).not.to.contain('style=');
      expect(looks).to.deep.equal(['rgb(0, 0, 0)', 'true']);
    } finally {
      watcher.disconnect();
      host.remove();
    }
  });

  it('the payer’s colour is that of the portal', async () => {
    const world = await formWorld({ appearance: { tokens: { colorPrimary: 'rgb(10, 120, 60)' } } });
    const root = await openedForm(await formList(world));
    expect(getComputedStyle(root.querySelector('.payer')!).color).to.equal('rgb(10, 120, 60)');
  });

  it('N28 in Arabic it runs from right to left, numbers keep their order, and no English is left but names and codes', async () => {
    const world = await formWorld();
    const print = await printed(world, 'ar');
    const text = squeezed(print.text);
    expect([print.lang, print.dir]).to.deep.equal(['ar', 'rtl']);
    for (const part of ['نموذج الموافقة المسبقة', 'خط المساعدة +971 4 555 0100', 'الموافق عليه', 'موافق عليه جزئيًا', 'مجموع الموافق عليه'])
      expect(text).to.contain(part);
    const own = [
      world.reference,
      'Gulf Shield TPA',
      'Al Noor Medical Center',
      'Haddad',
      'GS-4471-0093',
      'MOH-20418',
      'MOH',
      'LOP',
      'KWD',
      'AUT-77-2',
    ];
    const theirs = [
      ...own,
      'Knee pain',
      'Routine check-up',
      'Consultation',
      'Knee MRI',
      'Knee X-ray',
      'Physiotherapy session',
      'Day surgery',
    ];
    let rest = text;
    for (const part of [...theirs, 'Try physiotherapy first']) rest = rest.replaceAll(part, '');
    expect(rest.replace(/D(X)?-\d+/g, '')).not.to.match(/[A-Za-z]{2,}/);
    const parsed = new DOMParser().parseFromString(print.html, 'text/html');
    const isolated = [...parsed.querySelectorAll('bdi[dir=ltr]')].map((bdi) => bdi.textContent);
    for (const number of [world.reference, '+971 4 555 0100', 'GS-4471-0093', 'MOH-20418']) expect(isolated).to.include(number);
  });

  it('its QR code says the reference: read back from what is drawn, by a reader that knows nothing of who drew it', async () => {
    const world = await formWorld();
    const { html } = await printed(world);
    const svg = new DOMParser().parseFromString(html, 'text/html').querySelector('svg')!;
    expect(readQr(matrixOf(svg))).to.deep.equal({ text: world.reference, level: 'M', version: 1 });
    expect(svg.getAttribute('aria-label')).to.contain(world.reference);
    const place = document.createElement('div');
    for (const text of ['1', '0123456789', 'A long reference/of another payer (2026)', 'Ref·مرجع-7']) {
      render(qrCode(text, text), place);
      expect(readQr(matrixOf(place.querySelector('svg')!)).text).to.equal(text);
    }
  });

  it('the reader of the test hears of one module that is wrong', () => {
    const place = document.createElement('div');
    render(qrCode('PA-2026-000123', 'x'), place);
    const matrix = matrixOf(place.querySelector('svg')!).map((row) => [...row]);
    matrix[20]![20] = !matrix[20]![20];
    expect(() => readQr(matrix)).to.throw('error correction');
  });

  it('hidden amounts and diagnoses are neither shown nor printed: not one figure, no empty column', async () => {
    const world = await formWorld();
    const helpdesk = world.open();
    await helpdesk.signIn!(accountOf('helpdesk'));
    const caught = catchPrints();
    try {
      const host = await formList(world);
      await printAuthorizationForm(host, helpdesk, world.form.id, new AbortController().signal);
      const [print] = caught.prints;
      const text = squeezed(print!.text);
      expect(text).to.contain(world.reference);
      expect(text).not.to.match(/KWD|25\.5|Knee|DX-02|physiotherapy/i);
      expect(print!.rows.map((cells) => cells.length)).to.deep.equal([4, 4, 4, 4, 4, 4]);
    } finally {
      caught.stop();
    }
  });

  it('N29 a voided one says that it was not used, on the screen and on paper', async () => {
    const world = await formWorld();
    const { void: take } = world.portal.backend.authorizations!;
    await take!(world.id, { reason: 'not-performed', text: '' }, { commandId: 'the-void' });
    expect(squeezed((await printed(world)).text)).to.contain('NOT USED');
    const element = await formList(world);
    expect(squeezed(element.shadowRoot!.querySelector('.document')!.textContent!)).to.contain('Not used');
    expect((await openedForm(element)).querySelector('.standing')!.textContent).to.equal('NOT USED');
  });

  it('what the list opens is what it prints; Escape closes it, leads back, and takes it out of the page', async () => {
    const world = await formWorld();
    const print = await printed(world);
    const element = await formList(world);
    const open = one(element, 'button', /^Open Authorization form/);
    open.focus();
    const root = await openedForm(element);
    const paper = new DOMParser().parseFromString(print.html, 'text/html');
    expect(lines(root)).to.deep.equal(lines(paper));
    expect(squeezed(root.querySelector('.facts')!.textContent!)).to.equal(squeezed(paper.querySelector('.facts')!.textContent!));
    await press('Escape');
    await until(() => expect(element.shadowRoot!.querySelector('.paper > div') === null).to.equal(true));
    expect(focus()).to.contain('Open Authorization form');
  });

  it('N17 a form is a document that can be narrowed to; one that cannot be had is told, to the host too, and can be tried again', async () => {
    let isBroken = true;
    const told: string[] = [];
    const world = await formWorld({
      onError: ({ code }) => told.push(code),
      through: (backend) => ({
        ...backend,
        documents: {
          ...backend.documents!,
          form: (...asked) => (isBroken ? Promise.reject(new PortError('unavailable')) : backend.documents!.form!(...asked)),
        },
      }),
    });
    const element = await formList(world);
    const type = one<HTMLSelectElement>(element, 'combobox', 'Type');
    expect([...type.options].map(({ text }) => text)).to.deep.equal(['All types', 'Authorization form']);
    const caught = catchPrints();
    try {
      const print = one(element, 'button', /^Print Authorization form/);
      print.click();
      await until(() => expect(squeezed(element.shadowRoot!.textContent!)).to.contain('could not be fetched. Try again.'));
      isBroken = false;
      print.click();
      await until(() => expect(caught.prints).to.have.lengthOf(1));
      expect(told).to.deep.equal(['unavailable']);
    } finally {
      caught.stop();
    }
  });

  it('a form of a newer template is not guessed at', async () => {
    const world = await formWorld({
      through: (backend) => ({
        ...backend,
        documents: {
          ...backend.documents!,
          form: async (...asked) => {
            const form = await backend.documents!.form!(...asked);
            return { ...form, document: { ...form.document, templateVersion: 99 } };
          },
        },
      }),
    });
    const print = await printed(world);
    expect(print.text.trim()).to.equal('This form was made by a newer version and cannot be shown here.');
  });
});
