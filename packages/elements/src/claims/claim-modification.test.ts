import { expect, html } from '@open-wc/testing';
import type { CaseRow, ClaimsPort, ModificationRequest } from '@portico/core/claims';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, focus, mount, one, press, shown, type, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { samplePdf } from '@portico/testing/contract';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/claim-detail.ts';
import type { ClaimDetailElement } from './claim-detail.element.ts';
import { anything, withClaims } from './claims.fixture.test.ts';

const DAY = 86_400_000;

interface Page extends TestPortal {
  readonly element: ClaimDetailElement;
  readonly row: CaseRow;
  readonly left: number;
}

/** A window that ends in ten minutes: sessions end too, and sooner than days. */
const SOON = 600_000;
const endingSoon = withClaims(({ get }) => ({
  async get(...asked) {
    const detail = await get(...asked);
    const modification = detail?.record.deadlines.modification;
    if (!detail || !modification) return detail;
    return { ...detail, record: { ...detail.record, deadlines: { modification: { ...modification, dueAt: START + SOON } } } };
  },
}));
const START = Date.UTC(2026, 10, 21, 9);

const windowOf = (row: CaseRow): number => row.deadlines.modification?.dueAt ?? 0;

/** A page with the case that has most time left (cut to ten minutes for `soon`), none left, or no window. */
async function page(
  pick: 'soon' | 'longest' | 'over' | 'none' = 'longest',
  options: TestPortalOptions = {},
  surroundings: Surroundings = {},
): Promise<Page> {
  const through = pick === 'soon' ? endingSoon : undefined;
  const world = await createTestPortal({ signedIn: 'clerk', claims: 400, ...(through && { through }), ...options });
  const { rows } = await world.portal.backend.claims!.search(anything, { limit: 400 });
  const now = world.clock.now();
  const open = rows
    .filter((row) => windowOf(row) > now && row.life === 'active' && row.use !== 'not-used')
    .sort((a, b) => windowOf(a) - windowOf(b));
  const row = {
    soon: open.at(-1),
    longest: open.at(-1),
    over: rows.find((one) => windowOf(one) > 0 && windowOf(one) <= now && one.life === 'active' && one.use !== 'not-used'),
    none: rows.find(({ deadlines }) => deadlines.modification === null),
  }[pick]!;
  const element = await mount<ClaimDetailElement>(
    html`<claim-detail claim-id=${row.id} .portal=${world.portal}></claim-detail>`,
    surroundings,
  );
  await until(() => one(element, 'heading', /C-|A-/));
  return { ...world, element, row, left: pick === 'soon' ? SOON : windowOf(row) - now };
}

const section = (element: Element): Promise<HTMLElement> =>
  until(() => one(element, 'heading', /^(Modification|التعديل)$/).closest('section')!);
const button = (element: Element, name: string | RegExp): Promise<HTMLElement> => until(() => one(element, 'button', name));
const opened = async (element: Element): Promise<HTMLTextAreaElement> => {
  (await button(element, 'Request a modification')).click();
  return until(() => one<HTMLTextAreaElement>(element, 'textbox', /What is wrong/));
};
const choose = (element: Element, value: string): void => {
  const select = one<HTMLSelectElement>(element, 'combobox', /What is to be modified/);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const history = (element: Element): string[] =>
  [...one(element, 'heading', 'History').closest('section')!.querySelectorAll('li')].map((line) => shown(line));

/** The claims center answers what the clerk asked. */
async function answered({ open }: TestPortal, outcome: 'applied' | 'refused', text = ''): Promise<ModificationRequest> {
  const desk = open();
  await desk.signIn!(accountOf('claims-center'));
  const claims = desk.backend.claims!;
  const { rows } = await claims.modificationRequests!({ states: ['requested'] });
  const reason = outcome === 'applied' ? 'as-requested' : 'documents-missing';
  const answer = await claims.answerModification!(rows[0]!.request.id, { outcome, reason, text }, { commandId: 'the-answer' });
  return answer.status === 'accepted' ? answer.value : expect.fail(JSON.stringify(answer));
}

const refusing = (code: 'window-over' | 'offline'): ((backend: Backend) => Backend) =>
  withClaims(() => ({
    requestModification: (async () => {
      if (code === 'offline') throw new PortError('offline');
      return { status: 'refused', code };
    }) as Required<ClaimsPort>['requestModification'],
  }));

/** Posts a note with one file on the case, as the panel beside it does. */
async function post({ portal, row }: Page, name: string, purpose: 'to-submit' | 'internal' = 'to-submit'): Promise<void> {
  const documents = portal.backend.documents!;
  const uploadId = `upload of ${name}`;
  await documents.upload!(row.id, samplePdf(name, name), { uploadId });
  const posted = await documents.post!(
    { caseId: row.id, text: '', documents: [{ uploadId, itemSequence: null, type: 'medical-report', purpose }] },
    { commandId: `post of ${name}` },
  );
  expect(posted.status).to.equal('accepted');
}

describe('claim-detail: modification', () => {
  it('N11 N12 says how much time is left and until when in the payer’s zone, and offers the request', async () => {
    const { element, left } = await page('longest');
    const days = Math.floor(left / DAY);
    const text = await until(() => {
      const said = shown(element.renderRoot.querySelector('.time-left')!);
      expect(said).to.contain('left');
      return said;
    });
    expect(text).to.match(new RegExp(`^${days} days \\d+ hours? left, until Nov \\d+, 2026, 11:59 PM \\(Gulf Standard Time\\)$`));
    expect(all(element, 'button', 'Request a modification')).to.have.length(1);
  });

  it('N12 while the page is open the time goes by, and at the end the control is gone: reason and helpdesk stand there', async () => {
    const { element, clock, left } = await page('soon');
    await button(element, 'Request a modification');
    await clock.jump(left - 30_000);
    await clock.pass(60_000);
    await until(() => expect(all(element, 'button', 'Request a modification')).to.deep.equal([]));
    const text = shown(await section(element));
    expect(text).to.match(/could be requested until Nov 21, 2026, 1:09 PM \(Gulf Standard Time\)\. It is too late now/);
    await until(() => expect(shown(element)).to.contain('+971 4 555 0100'));
    expect(one(element, 'link', '+971 4 555 0100').getAttribute('href')).to.equal('tel:+97145550100');
    expect(shown(element)).not.to.contain('lakeland');
  });

  it('N12 one millisecond before the end it is still offered', async () => {
    const { element, clock, left } = await page('soon');
    await button(element, 'Request a modification');
    await clock.jump(left - 60_001);
    await clock.pass(60_000);
    await until(() => expect(shown(element)).to.contain('Less than a minute left'));
    expect(all(element, 'button', 'Request a modification')).to.have.length(1);
    await clock.pass(1);
    await until(() => expect(all(element, 'button', 'Request a modification')).to.deep.equal([]));
  });

  it('N12 after the window, where the payer offers none, and for whoever may not ask, there is no control', async () => {
    const over = await page('over');
    await until(() => expect(shown(over.element)).to.contain('It is too late now'));
    expect(all(over.element, 'button', /modification/i)).to.deep.equal([]);
    const none = await page('none');
    expect(shown(none.element)).not.to.match(/modification/i);
    for (const signedIn of ['helpdesk', 'claims-center'] as const) {
      const other = await page('longest', { signedIn });
      expect(shown(other.element)).not.to.match(/modification/i);
    }
  });

  it('N11 N13 by the keyboard alone: opened, filled, sent; then it waits and stands in the history', async () => {
    const { element } = await page();
    (await button(element, 'Request a modification')).focus();
    await press('Enter');
    await until(() => expect(focus()).to.match(/^combobox 'What is to be modified/));
    await press('S');
    await press('Tab');
    await type(await until(() => one(element, 'textbox', /What is wrong/)), 'Two sessions, not one.');
    await press('Tab', 'Enter');
    await until(() => expect(shown(element)).to.contain('The request was sent.'));
    await until(() => expect(focus()).to.equal("button 'Withdraw the request'"));
    expect(shown(await section(element))).to.match(/Requested on .* by Noura Haddad; the claims center has not answered yet/);
    expect(shown(await section(element))).to.contain('Services or quantities Two sessions, not one.');
    await until(() => expect(history(element).at(-1)).to.match(/Modification requested: Services or quantities by Noura Haddad$/));
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('The request was withdrawn.'));
    await until(() => expect(focus()).to.equal("button 'Request a modification'"));
    await until(() => expect(history(element).at(-1)).to.match(/withdrawn/));
  });

  it('N13 documents of the case are chosen by keyboard and sent without words; the request says how many', async () => {
    const world = await page();
    const { element, portal } = world;
    await post(world, 'report.pdf');
    await post(world, 'own notes.pdf', 'internal');
    await opened(element);
    const box = await until(() => one<HTMLInputElement>(element, 'checkbox', /^report\.pdf Medical report/));
    expect(all(element, 'checkbox')).to.have.length(1);
    choose(element, 'diagnoses');
    (await button(element, 'Send to the claims center')).click();
    await until(() => expect(shown(element)).to.contain('or choose documents that show it'));
    box.focus();
    await press('Space');
    await until(() => expect(shown(element)).not.to.contain('or choose documents that show it'));
    await press('Tab', 'Enter');
    await until(() => expect(shown(element)).to.contain('The request was sent.'));
    expect(shown(await section(element))).to.contain('With 1 document of this case');
    const { rows } = await portal.backend.claims!.modificationRequests!({ caseId: world.row.id });
    const [document] = (await portal.backend.documents!.documents(world.row.id, {})).rows.filter(({ name }) => name === 'report.pdf');
    expect(rows[0]!.request.asked).to.deep.equal({ subject: 'diagnoses', text: '', documentIds: [document!.id] });
  });

  it('N13 what is posted while the form is open can be chosen at once; the choice comes back after a reload', async () => {
    const world = await page();
    await opened(world.element);
    await until(() => expect(shown(world.element)).to.contain('This case has no documents yet'));
    await post(world, 'scan.pdf');
    (await until(() => one(world.element, 'checkbox', /^scan\.pdf/))).click();
    await world.clock.pass(1_000);
    world.element.remove();
    const again = await mount<ClaimDetailElement>(html`<claim-detail claim-id=${world.row.id} .portal=${world.portal}></claim-detail>`);
    await until(() => expect(one<HTMLInputElement>(again, 'checkbox', /^scan\.pdf/).checked).to.equal(true));
  });

  it('without a port of documents there is no choice; where they cannot be looked up words can be sent', async () => {
    const none = await page('longest', { through: ({ documents: _, ...backend }) => backend });
    await opened(none.element);
    expect(shown(await section(none.element))).not.to.match(/documents/i);
    const failing = await page('longest', {
      through: ({ documents, ...backend }) => ({
        ...backend,
        documents: {
          ...documents!,
          documents: async () => {
            throw new PortError('offline');
          },
        },
      }),
    });
    await opened(failing.element);
    await failing.clock.pass(60_000);
    await until(() => expect(shown(failing.element)).to.contain('The words alone can be sent.'));
  });

  it('N11 the answer of the claims center appears on the open page, in place and in the history', async () => {
    const world = await page();
    const { element } = world;
    const text = await opened(element);
    choose(element, 'diagnoses');
    await type(text, 'J11 instead of J10');
    (await button(element, 'Send to the claims center')).click();
    await until(() => expect(shown(element)).to.contain('has not answered yet'));
    await answered(world, 'refused', 'Send the report first.');
    await until(() => expect(shown(element)).to.match(/Refused on .*: Documents are missing Send the report first\./));
    await until(() => expect(history(element).at(-1)).to.match(/Modification refused: Documents are missing by Grace Dunne$/));
    expect(all(element, 'button', 'Request a modification')).to.have.length(1);
  });

  it('N13 errors stand at their fields and take the focus: a subject first, then words', async () => {
    const { element } = await page();
    await opened(element);
    (await button(element, 'Send to the claims center')).click();
    await until(() => expect(focus()).to.match(/^combobox/));
    await until(() => expect(shown(element)).to.contain('Choose what is to be modified.'));
    choose(element, 'other');
    await until(() => expect(shown(element)).not.to.contain('Choose what is to be modified.'));
    (await button(element, 'Send to the claims center')).click();
    await until(() => expect(focus()).to.match(/^textbox/));
    await until(() => expect(shown(element)).to.contain('Write what is to be modified.'));
  });

  it('N13 what was typed comes back after a reload, and is forgotten once it was sent', async () => {
    const world = await page();
    const text = await opened(world.element);
    choose(world.element, 'amounts');
    await type(text, 'Half');
    await world.clock.pass(1_000);
    world.element.remove();
    const again = await mount<ClaimDetailElement>(html`<claim-detail claim-id=${world.row.id} .portal=${world.portal}></claim-detail>`);
    const kept = await until(() => one<HTMLTextAreaElement>(again, 'textbox', /What is wrong/));
    expect([kept.value, one<HTMLSelectElement>(again, 'combobox', /What is to be/).value]).to.deep.equal(['Half', 'amounts']);
    expect(shown(again)).to.contain('This is what you had begun. It has not been sent.');
    (await button(again, 'Send to the claims center')).click();
    await until(() => expect(shown(again)).to.contain('The request was sent.'));
    expect(await world.portal.drafts!.get(`modification-request:${world.row.id}`)).to.equal(null);
  });

  it('discarding has a way back; closing keeps the text', async () => {
    const { element } = await page();
    const text = await opened(element);
    await type(text, 'Precious');
    (await button(element, 'Discard')).click();
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await until(() => expect(text.value).to.equal(''));
    await press('Enter');
    await until(() => expect(text.value).to.equal('Precious'));
    (await button(element, 'Close')).click();
    await until(() => expect(focus()).to.equal("button 'Request a modification'"));
    expect((await opened(element)).value).to.equal('Precious');
  });

  it('where the backend keeps no drafts it is said before typing starts', async () => {
    const { element } = await page('longest', {
      through: ({ drafts: _, ...backend }) => backend,
    });
    await opened(element);
    expect(shown(element)).to.contain('This text is not kept');
  });

  it('a refusal, and no connection: each says what to do, and the text stays', async () => {
    for (const [code, said] of [
      ['window-over', 'is over, so nothing was sent'],
      ['offline', 'send it when you are online'],
    ] as const) {
      const { element, clock } = await page('longest', { through: refusing(code) });
      const text = await opened(element);
      choose(element, 'other');
      await type(text, 'Kept');
      (await button(element, 'Send to the claims center')).click();
      // Where it is safe a command is tried again before a person is asked to.
      await clock.pass(180_000);
      await until(() => expect(shown(element)).to.contain(said));
      expect(one<HTMLTextAreaElement>(element, 'textbox', /What is wrong/).value).to.equal('Kept');
    }
  });

  it('N12 text that was not sent in time can still be copied', async () => {
    const { element, clock, left } = await page('soon');
    await type(await opened(element), 'Too slow');
    await clock.jump(left);
    await clock.pass(60_000);
    await until(() => expect(shown(element)).to.contain('What you had written and not sent: Too slow'));
    await until(() => expect(focus()).to.equal("heading 'Modification'"));
  });

  it('N11 Arabic: time, form and answer', async () => {
    const world = await page('longest', {}, { lang: 'ar' });
    const { element } = world;
    await until(() => expect(shown(element)).to.match(/بقي .*أيام .*توقيت الخليج/));
    (await button(element, 'طلب تعديل')).click();
    await until(() => one(element, 'textbox', /ما الخطأ/));
    for (const lang of ['ar'] as const) expect(element.closest(`[lang="${lang}"]`)).not.to.equal(null);
    expect(shown(await section(element))).not.to.match(/[A-Za-z]{4,}/);
  });

  it('before axe, closed and open, in both languages and schemes', async () => {
    for (const surroundings of [{}, { lang: 'ar', scheme: 'dark' }] as const) {
      for (const pick of ['longest', 'over'] as const) {
        const world = await page(pick, {}, surroundings);
        const { element } = world;
        await section(element);
        if (pick === 'longest') await post(world, 'report.pdf');
        await expect(element).to.be.accessible();
        if (pick === 'over') continue;
        (await button(element, /Request a modification|طلب تعديل/)).click();
        await until(() => one(element, 'textbox', /What is wrong|ما الخطأ/));
        await until(() => one(element, 'checkbox', /report\.pdf/));
        (await button(element, /Send to the|إرسال إلى/)).click();
        await until(() => expect(all(element, 'combobox')[0]!.getAttribute('aria-invalid')).to.equal('true'));
        await expect(element).to.be.accessible();
      }
    }
  });
});
