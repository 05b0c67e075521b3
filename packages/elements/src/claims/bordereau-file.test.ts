import { aTimeout, expect } from '@open-wc/testing';
import { bordereauColumns } from '@portico/core/claims';
import { toDecimal } from '@portico/core/kernel';
import { all, focus, one, press, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import type { TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import { catchFiles, catchPrints, exportPage, issue, numberOf, readSheet, type ExportPage } from './bordereau.fixture.test.ts';
import { button, withClaims } from './claims.fixture.test.ts';

const caught = { files: catchFiles(), prints: catchPrints() };
after(() => {
  caught.files.stop();
  caught.prints.stop();
});

/** An issued batch of November for the Gulf payer: eight cases in two currencies. */
async function issued(options: TestPortalOptions = {}, surroundings: Surroundings = {}): Promise<ExportPage & { readonly number: string }> {
  const page = await exportPage(options, surroundings);
  await issue(page.element);
  return { ...page, number: await numberOf(page.element) };
}
const written = (element: Element): Promise<unknown> => until(() => expect(shown(element)).to.match(/The bordereau is ready\.|الكشف جاهز/));

async function takenFile(element: Element, name: RegExp): Promise<{ readonly name: string; readonly blob: Blob }> {
  const before = caught.files.files.length;
  button(element, name).click();
  return until(() => caught.files.files[before] ?? expect.fail('no file yet'));
}

describe('bordereau-export, files', () => {
  it('N22 an Excel file named by its number: what it is for, one row a case with typed cells, totals by currency', async () => {
    const { element, number, portal } = await issued();
    const { name, blob } = await takenFile(element, /Excel/);
    await written(element);
    expect(name).to.equal(`${number}.xlsx`);
    const { rows, isRtl, xml } = await readSheet(blob);
    const frozen = (await portal.backend.claims!.bordereauRows!(number, {})).rows;
    expect(isRtl).to.equal(false);
    expect(rows.slice(0, 4).map(([label, value]) => `${label}: ${value}`)).to.deep.equal([
      `Batch number: ${number}`,
      'Provider: Al Noor Medical Center · مركز النور الطبي',
      'Payer: Gulf Shield TPA · درع الخليج',
      'Period: Nov 1, 2026 – Nov 21, 2026',
    ]);
    const head = rows.findIndex(([first]) => first === 'Number');
    const columns = bordereauColumns().map(({ key }) => key);
    expect(rows[head]).to.have.lengthOf(columns.length);
    const cases = rows.slice(head + 1, head + 1 + frozen.length);
    expect(cases.map(([reference]) => reference)).to.deep.equal(frozen.map(({ reference }) => reference));
    const billed = columns.indexOf('billed');
    frozen.forEach(({ amounts }, index) => {
      expect(cases[index]![billed]).to.equal(`#${toDecimal(amounts!.billed!)}`);
      expect(cases[index]![columns.indexOf('serviceFrom')]).to.match(/^#46\d{3}$/);
    });
    const totals = rows.slice(head + 1 + frozen.length).filter((row) => row[columns.indexOf('currency')]);
    expect(totals.map((row) => [row[0], row[columns.indexOf('currency')]])).to.deep.equal([
      ['Total', 'AED'],
      ['Total', 'KWD'],
    ]);
    expect(xml).not.to.match(/[\u2066-\u2069]|<f>/);
  });

  it('in Arabic the sheet runs from right to left and every heading is Arabic', async () => {
    const { element } = await issued({}, { lang: 'ar' });
    const { rows, isRtl } = await readSheet((await takenFile(element, /إكسل/)).blob);
    await written(element);
    expect(isRtl).to.equal(true);
    const head = rows.find(([first]) => first === 'الرقم')!;
    expect(head.join(' ')).not.to.match(/[a-z]{2}/i);
    expect(rows.flat()).to.include('مطالبة').and.to.include('المجموع');
  });

  it('a CSV file with the same rows, which no spreadsheet takes for formulas', async () => {
    const formula = '=HYPERLINK("http://example.com")';
    const { element, number, portal } = await issued({
      through: withClaims(({ bordereauRows }) => ({
        bordereauRows: async (...asked) => {
          const page = await bordereauRows!(...asked);
          return { ...page, rows: page.rows.map((row, index) => (index === 0 ? { ...row, memberName: formula } : row)) };
        },
      })),
    });
    const { name, blob } = await takenFile(element, /CSV/);
    await written(element);
    expect(name).to.equal(`${number}.csv`);
    const text = await blob.text();
    const frozen = (await portal.backend.claims!.bordereauRows!(number, {})).rows;
    for (const { reference } of frozen) expect(text).to.contain(reference);
    expect(text).not.to.match(/(^|[,;\r\n]"?)=HYPERLINK/);
    expect(text).to.contain('HYPERLINK');
  });

  it('the address of a file is given back after use', async () => {
    const { element } = await issued();
    const { setTimeout: native } = globalThis;
    const waits: (() => void)[] = [];
    globalThis.setTimeout = ((run: () => void, after?: number) =>
      after === 10_000 ? waits.push(run) : native(run, after)) as typeof setTimeout;
    try {
      await takenFile(element, /CSV/);
    } finally {
      globalThis.setTimeout = native;
    }
    const before = caught.files.open();
    waits.forEach((run) => run());
    expect(caught.files.open()).to.equal(before - 1);
  });

  for (const [lang, dir, title] of [
    ['en', 'ltr', 'Bordereau'],
    ['ar', 'rtl', 'كشف المطالبات (بوردرو)'],
  ] as const) {
    it(`a print of its own, ${lang}: the batch and its rows with a sheet of its own, nothing of the host`, async () => {
      const { element, number } = await issued({}, { lang });
      const before = caught.prints.prints.length;
      button(element, /Print|طباعة/).click();
      const print = await until(() => caught.prints.prints[before] ?? expect.fail('not printed yet'));
      await written(element);
      expect([print.title, print.lang, print.dir, print.sheets]).to.deep.equal([number, lang, dir, 1]);
      expect(print.text).to.contain(`${title} ${number}`);
      expect(print.rows).to.have.lengthOf(1 + 8 + 2);
      expect(print.html).not.to.match(/style=|<script|<link|mocha/);
      expect(document.querySelector('iframe')).to.equal(null);
    });
  }

  it('progress is shown and told once, the page stays, the button that was pressed keeps the focus, and Cancel stops it', async () => {
    const { element, faults } = await issued();
    faults.hang('claims.bordereauRows');
    const before = caught.files.files.length;
    button(element, /Excel/).focus();
    await press('Enter', 'Enter');
    await until(() => one(element, 'progressbar'));
    expect(shown(one(element, 'status'))).to.equal('Writing the bordereau…');
    expect(shown(element)).to.contain('Writing 0 of 8 cases…');
    expect(focus()).to.equal("button 'Excel file'");
    const asked = () => expect(faults.calls.filter((call) => call === 'claims.bordereauRows')).to.have.lengthOf(1);
    await until(asked);
    button(element, 'Cancel').click();
    await until(() => expect(all(element, 'progressbar')).to.be.empty);
    faults.release();
    await aTimeout(50);
    expect(caught.files.files).to.have.lengthOf(before);
    asked();
    await takenFile(element, /Excel/);
    await written(element);
  });

  it('closing while it is written leaves it', async () => {
    const { element, faults } = await issued();
    faults.hang('claims.bordereauRows');
    const before = caught.files.files.length;
    button(element, /CSV/).click();
    await until(() => one(element, 'progressbar'));
    button(element, 'Close').click();
    faults.release();
    await until(() => expect(shown(element)).to.contain('Execute a query first'));
    await aTimeout(50);
    expect(caught.files.files).to.have.lengthOf(before);
  });

  it('a file that could not be written is told, and the batch is not issued again', async () => {
    const { element, faults, number } = await issued();
    faults.failNext('unavailable', { at: 'claims.bordereauRows' });
    button(element, /CSV/).click();
    await until(() => expect(shown(one(element, 'status'))).to.contain('The file could not be written. The bordereau is issued'));
    const file = await takenFile(element, /Try again/);
    await written(element);
    expect(file.name).to.equal(`${number}.csv`);
    expect(faults.calls.filter((call) => call === 'claims.issueBordereau')).to.have.lengthOf(1);
  });

  it('rows that are not those of the batch are refused rather than written wrong', async () => {
    const { element } = await issued({
      through: withClaims(({ bordereauRows }) => ({
        bordereauRows: async (...asked) => {
          const page = await bordereauRows!(...asked);
          return { ...page, rows: page.rows.slice(1) };
        },
      })),
    });
    const before = caught.files.files.length;
    button(element, /Excel/).click();
    await until(() => expect(shown(one(element, 'status'))).to.contain('The file could not be written.'));
    expect(caught.files.files).to.have.lengthOf(before);
  });
});
