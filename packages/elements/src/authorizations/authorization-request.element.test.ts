import { expect, oneEvent } from '@open-wc/testing';
import type { Backend } from '@portico/core/portal';
import { all, focus, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf } from '../../../../test/kit/test-portal.ts';
import { drop, pdf, rows } from '../documents/documents.fixture.test.ts';
import {
  button,
  byId,
  choose,
  fill,
  fillSound,
  formOf,
  notListed,
  outcomeOf,
  pick,
  place,
  requestPage,
  requestWorld,
  review,
} from './authorization-request.fixture.test.ts';

const problems = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('#problems li')].map(shown);

describe('authorization request, from the form to the answer', () => {
  it('P5 N15 is filled in, looked through and sent; received is told apart from decided, and the host hears its id', async () => {
    const { element, portal } = await requestPage();
    await fillSound(element);
    await fill(element, 'item-1-amount', '120.5');
    await review(element);
    await until(() => expect(focus()).to.equal("region 'Before it is sent'"));
    const summary = shown(byId(element, 'summary'));
    expect(summary).to.match(/Authorization request · Standard.*Gulf Shield.*Mara Lind GM-900001.*Dr. Mona Farouk.*Dec 1, 2026/);
    expect(summary).to.match(/Line 1 · S-310 · Knee MRI 1 .*120\.50/);
    expect(shown(byId(element, 'nudge'))).to.contain('the request can leave without it');
    const told = oneEvent(element, 'authorization-sent');
    button(element, 'Send').click();
    const { detail } = await told;
    await until(() => expect(outcomeOf(element)).to.match(/The payer has received it Reference ID: PA-2026-\d+/));
    expect(outcomeOf(element)).to.contain('Received is not decided');
    const found = await portal.backend.authorizations!.get((detail as { id: string }).id);
    expect([found?.record.items[0]?.amount, found?.record.physician?.id]).to.deep.equal([
      { minor: 12_050, currency: 'AED' },
      'physician:n1',
    ]);
    await until(() => expect(focus()).to.match(/The payer has received it/));
    button(element, 'Next request').click();
    await until(() => expect(byId(element, 'memberNumber').value).to.equal(''));
    expect(byId<HTMLSelectElement>(element, 'providerId').value).to.equal('provider:noor');
  });

  it('says all that is wrong, with the way to each field, and loses nothing that was typed', async () => {
    const { element } = await requestPage();
    await fill(element, 'memberName', 'Mara Lind');
    await fill(element, 'serviceFrom', '31/2/2026');
    button(element, 'Review and send').click();
    await until(() => expect(problems(element)).to.have.lengthOf(5));
    expect(problems(element)[2]).to.equal('Service from: There is no such day.');
    await until(() => expect(focus()).to.contain('5 things have to be corrected'));
    all(element, 'link', /Service from/)[0]!.click();
    await until(() => expect(focus()).to.equal("textbox 'Service from'"));
    expect(byId(element, 'serviceFrom').getAttribute('aria-invalid')).to.equal('true');
    await fill(element, 'serviceFrom', '12/1/2026');
    await until(() => expect(problems(element)).to.have.lengthOf(4));
    expect(byId(element, 'memberName').value).to.equal('Mara Lind');
  });
});

describe('authorization request, what is in no list', () => {
  it('N18 a physician goes by licence and name, from the search or at once, and back again', async () => {
    const { element, portal } = await requestPage();
    await fillSound(element);
    await notListed(element, 'physician', '10482');
    await until(() => expect(focus()).to.equal("textbox 'Licence number'"));
    await until(() => expect(byId(element, 'licenceNumber').value).to.equal('10482'));
    button(element, 'Back to the list').click();
    await until(() => expect(focus()).to.equal("combobox 'Physician'"));
    button(element, 'Not in the list: give the licence').click();
    await until(() => byId(element, 'licenceNumber'));
    choose(element, 'licenceType', 'dha');
    button(element, 'Review and send').click();
    // The number that was searched for is there already.
    await until(() => expect(problems(element)).to.have.lengthOf(1));
    await fill(element, 'licenceNumber', 'DHA-1');
    await fill(element, 'physicianName', 'Dr. Nobody');
    await review(element);
    expect(shown(byId(element, 'summary'))).to.contain('Dr. Nobody · DHA (Dubai) DHA-1 (not in the list)');
    button(element, 'Send').click();
    const { detail } = (await oneEvent(element, 'authorization-sent')) as CustomEvent<{ id: string }>;
    const { record } = (await portal.backend.authorizations!.get(detail.id))!;
    expect(record.unlistedPhysician).to.deep.equal({ identifier: { type: 'dha', value: 'DHA-1' }, name: 'Dr. Nobody' });
  });

  it('N19 N20 the nearest code with the exact words, and a service by name and estimated cost; neither leaves half said', async () => {
    const { element } = await requestPage();
    await fillSound(element);
    one<HTMLInputElement>(element, 'checkbox', 'D-10 is only the nearest code').click();
    await until(() => expect(focus()).to.equal("textbox 'The exact diagnosis in your words'"));
    await notListed(element, 'item', 'Novel scan');
    await until(() => expect(byId(element, 'item-2-name').value).to.equal('Novel scan'));
    expect(byId(element, 'item').value, 'the search waits for the next service').to.equal('');
    await until(() => expect(focus()).to.equal("textbox 'Estimated cost (AED)'"));
    button(element, 'Review and send').click();
    await until(() =>
      expect(problems(element)).to.deep.equal([
        'Diagnoses: Say what the diagnosis exactly is.',
        'Line 2: A service that is in no list needs an estimated cost.',
      ]),
    );
    all(element, 'link', /Line 2/)[0]!.click();
    await until(() => expect(focus()).to.equal("textbox 'Estimated cost (AED)'"));
    await fill(element, 'item-2-estimate', '٢٥٠');
    await fill(element, 'diagnosis-0-exact', 'Something rare');
    await review(element);
    expect(shown(byId(element, 'summary'))).to.match(
      /nearest code; exactly: Something rare.*Line 2 · Novel scan \(not in the list\) 1 AED 250\.00/,
    );
  });

  it('a line that is removed comes back under its number, and another never gets it', async () => {
    const { element } = await requestPage();
    await fillSound(element);
    button(element, 'Remove Knee MRI').click();
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    await pick(element, 'item', 'S-400');
    await until(() => byId(element, 'item-2-amount'));
    button(element, 'Undo').click();
    await until(() => expect(all(element, 'group', /^Line/).map((line) => shown(line.querySelector('legend')!))).to.have.lengthOf(2));
    expect(all(element, 'group', /^Line/).map((line) => shown(line.querySelector('legend')!))[0]).to.contain('Line 1 · S-310');
  });
});

describe('authorization request, documents', () => {
  it('N15 N16 P2 are checked while it is written, and follow the answer as one note, each at its line', async () => {
    const { element, portal, faults } = await requestPage();
    await fillSound(element);
    drop(element, await pdf('report.pdf'), await pdf('scan.pdf'));
    await until(() => expect(rows(element).join()).to.match(/^report.pdf.*Ready to be sent,scan.pdf.*Ready to be sent$/));
    expect(faults.calls).not.to.include('documents.upload');
    const line = one<HTMLSelectElement>(element, 'combobox', 'scan.pdf belongs to');
    line.value = '1';
    line.dispatchEvent(new Event('change'));
    await review(element);
    expect(element.shadowRoot!.querySelector('#nudge')).to.equal(null);
    expect(shown(byId(element, 'summary'))).to.match(/1 for the whole.*1 document$/);
    button(element, 'Send').click();
    const { detail } = (await oneEvent(element, 'authorization-sent')) as CustomEvent<{ id: string }>;
    await until(() => expect(outcomeOf(element)).to.contain('All 2 documents are with it.'));
    const { rows: notes } = await portal.backend.documents!.notes(detail.id, {});
    expect(notes.map(({ documents }) => documents.map(({ name, itemSequence }) => [name, itemSequence]))).to.deep.equal([
      [
        ['report.pdf', null],
        ['scan.pdf', 1],
      ],
    ]);
  });

  it('P4 how many files are ready and how many need attention is said aloud, and before it is sent in one sentence', async () => {
    const { element } = await requestPage();
    await fillSound(element);
    const said = (): string[] => all(element, 'status').map(shown);
    drop(element, await pdf('report.pdf'), new File(['x'], 'run.exe'));
    await until(() => expect(said()).to.include('1 file is ready. 1 file needs your attention.'));
    await review(element);
    const warning = await until(() => element.shadowRoot!.querySelector<HTMLElement>('p.notice.warning')!);
    expect([shown(warning), getComputedStyle(warning).display]).to.deep.equal([
      '1 document cannot leave yet; after the request is sent it can be chosen again.',
      'block',
    ]);
  });

  it('P2 says that the request is sent and which documents are with it; the rest is sent again', async () => {
    const { element, faults } = await requestPage();
    await fillSound(element);
    drop(element, await pdf('report.pdf'), await pdf('scan.pdf'));
    await until(() => expect(rows(element).filter((row) => row.includes('Ready'))).to.have.lengthOf(2));
    await review(element);
    faults.failNext('internal', { at: 'documents.upload' });
    button(element, 'Send').click();
    await until(() => expect(outcomeOf(element)).to.contain('The request is sent; 1 of 2 documents are with it.'));
    expect(outcomeOf(element)).to.match(/Reference ID: PA-2026-/);
    expect(rows(element)).to.have.lengthOf(1);
    button(element, 'Send the rest').click();
    await until(() => expect(outcomeOf(element)).to.contain('All 2 documents are with it.'));
  });
});

describe('authorization request, sending', () => {
  it('N15 what may be the same is shown with the reason; it can be opened, left, or sent anyway', async () => {
    const { element, portal } = await requestPage();
    await fillSound(element);
    await review(element);
    button(element, 'Send').click();
    const first = ((await oneEvent(element, 'authorization-sent')) as CustomEvent<{ id: string }>).detail.id;
    await until(() => button(element, 'Next request').click());
    await until(() => byId(element, 'memberNumber'));
    await fillSound(element);
    await review(element);
    const told = shown(byId(element, 'duplicates'));
    expect(told).to.contain('This may have been asked for already: 1 authorization');
    expect(told).to.match(/Same member, same provider, a service in common.*30 days.*PA-2026-.*service on Dec 1, 2026/);
    const opened = oneEvent(element, 'authorization-opened');
    one(element, 'button', /^Open PA-/).click();
    expect((await opened).detail).to.deep.equal({ id: first });
    button(element, 'Send anyway').click();
    await until(() => expect(outcomeOf(element)).to.contain('The payer has received it'));
    const all = await portal.backend.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: '' }, {});
    expect(all.rows.filter(({ memberName }) => memberName === 'Mara Lind')).to.have.lengthOf(2);
  });

  it('unknown is a word of its own: asked again under the same number it is there once', async () => {
    const { element, faults, portal } = await requestPage();
    await fillSound(element);
    await review(element);
    faults.failNext('internal', { at: 'authorizations.submit' });
    button(element, 'Send').click();
    await until(() =>
      expect(outcomeOf(element)).to.contain('We do not know whether it arrived. Asking again under the same number is safe'),
    );
    expect(all(element, 'button').map(shown)).to.deep.equal(['Ask again']);
    button(element, 'Ask again').click();
    await until(() => expect(outcomeOf(element)).to.contain('The payer has received it'));
    const found = await portal.backend.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: '' }, {});
    expect(found.rows.filter(({ memberName }) => memberName === 'Mara Lind')).to.have.lengthOf(1);
  });

  it('without a connection it waits and says so, and leaves by itself, once', async () => {
    const { element, faults, clock } = await requestPage();
    await fillSound(element);
    await review(element);
    faults.failNext('offline', { at: 'authorizations.submit' });
    button(element, 'Send').click();
    await until(() => expect(outcomeOf(element)).to.contain('It leaves by itself as soon as there is one, once.'));
    await clock.pass(60_000);
    await until(() => expect(outcomeOf(element)).to.contain('The payer has received it'));
  });

  it('one that was denied is replaced: the new one begins with what it asked for', async () => {
    const { element, portal, open } = await requestPage();
    await fillSound(element);
    await review(element);
    button(element, 'Send').click();
    const { id } = ((await oneEvent(element, 'authorization-sent')) as CustomEvent<{ id: string }>).detail;
    const desk = open();
    await desk.signIn!(accountOf('claims-center'));
    await desk.backend.authorizations!.decide!(
      id,
      {
        items: [
          {
            ...{ sequence: 1, outcome: 'not-certified', outcomeCode: null, authorized: null },
            reasons: [{ code: 'not-covered', system: null, text: null }],
          },
        ],
        ...{ validFrom: null, validTo: null },
      },
      { commandId: 'deny' },
    );
    await desk.logout();
    const next = await place(portal, { supersedes: id });
    await formOf(next);
    expect(shown(next.shadowRoot!.querySelector('h2')!)).to.match(/New authorization in place of PA-2026-/);
    expect(byId(next, 'memberName').value).to.equal('Mara Lind');
    await review(next);
    button(next, 'Send').click();
    await oneEvent(next, 'authorization-sent');
    expect((await portal.backend.authorizations!.get(id))?.record.state.case).to.equal('superseded');
  });
});

describe('authorization request, what is typed is kept', () => {
  it('through remove and attach, a reload and another language; starting over can be undone', async () => {
    const { element, portal, open, clock } = await requestPage();
    await fillSound(element);
    await fill(element, 'note', 'نرجو الاستعجال');
    const page = element.parentElement!;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    page.append(element);
    await formOf(element);
    expect([byId(element, 'memberName').value, byId(element, 'note').value]).to.deep.equal(['Mara Lind', 'نرجو الاستعجال']);
    page.lang = 'ar';
    page.dir = 'rtl';
    await until(() => expect(shown(element)).to.contain('مراجعة وإرسال'));
    expect(byId(element, 'memberName').value).to.equal('Mara Lind');
    page.lang = 'en';
    page.dir = 'ltr';
    await until(() => button(element, 'Start over'));
    await clock.pass(1_000);
    const again = open();
    await again.signIn!(accountOf('clerk'));
    const reloaded = await place(again);
    await formOf(reloaded);
    await until(() => byId(reloaded, 'item-1-amount'));
    expect(byId(reloaded, 'physician').value).to.equal('Dr. Mona Farouk');
    button(reloaded, 'Start over').click();
    await until(() => expect(byId(reloaded, 'memberName').value).to.equal(''));
    await until(() => expect(focus()).to.equal("button 'Bring back what was put aside'"));
    await press('Enter');
    await until(() => expect(byId(reloaded, 'memberName').value).to.equal('Mara Lind'));
    expect(portal.subject()).not.to.equal(null);
  });

  it('a member from an eligibility check is taken over; another one puts what was begun aside', async () => {
    const member = { id: 'member:1', name: 'Omar', number: 'GM-900002', birthDate: null };
    const { element } = await requestPage({}, { member });
    expect([byId(element, 'memberName').value, byId(element, 'memberNumber').value]).to.deep.equal(['Omar', 'GM-900002']);
    await pick(element, 'diagnosis', 'D-10');
    element.member = { id: 'member:2', name: 'Sara', number: 'GM-900003', birthDate: null };
    await until(() => expect(byId(element, 'memberName').value).to.equal('Sara'));
    expect(all(element, 'checkbox')).to.deep.equal([]);
    expect(shown(element)).to.contain('A request for another member was begun here. It is put aside and can come back.');
    button(element, 'Bring back what was put aside').click();
    await until(() => expect(byId(element, 'memberName').value).to.equal('Omar'));
  });

  it('a portal that keeps no drafts says so before anything is typed', async () => {
    const { element } = await requestPage({ through: ({ drafts: _drafts, ...backend }) => backend });
    expect(shown(element)).to.contain('This portal keeps no drafts');
  });
});

describe('authorization request, states', () => {
  const only =
    (changes: (backend: Backend) => Partial<Backend>) =>
    (backend: Backend): Backend => ({ ...backend, ...changes(backend) });

  it('nobody signed in, no such port, no such command, and no right', async () => {
    const world = await requestWorld();
    const element = await place(world.portal);
    await world.portal.logout();
    await until(() => expect(shown(element)).to.equal('Sign in to see this.'));
    const { authorizations: _, ...rest } = world.portal.backend;
    const without = await requestWorld({ through: () => rest as Backend });
    const none = await place(without.portal);
    await until(() => expect(shown(none)).to.equal('This portal does not offer this.'));
    const reading = await requestWorld({
      through: only(({ authorizations }) => {
        const { submit: _submit, ...others } = authorizations!;
        return { authorizations: others };
      }),
    });
    const reader = await place(reading.portal);
    await until(() => expect(shown(reader)).to.equal('This portal does not offer this.'));
    const desk = await requestWorld({ signedIn: 'helpdesk' });
    const denied = await place(desk.portal);
    await until(() => expect(shown(denied)).to.contain('You have no right to ask for authorizations.'));
  });

  it('without lists codes are typed and a physician goes by licence; without documents none are offered', async () => {
    const { element } = await requestPage({
      through: only(({ directory }) => {
        const { codes: _codes, physicians: _physicians, ...others } = directory!;
        return { directory: others, documents: undefined as never };
      }),
    });
    byId(element, 'diagnosis').focus();
    await type(byId(element, 'diagnosis'), 'X-1');
    await press('Tab');
    await until(() => one(element, 'checkbox', 'X-1 is only the nearest code'));
    expect(byId(element, 'licenceNumber')).not.to.equal(null);
    expect(shown(element)).to.contain('Documents cannot be attached here.');
  });

  it('a form that cannot be loaded says what to do', async () => {
    const { portal, faults } = await requestWorld();
    faults.failNext('unavailable', { at: 'directory.payers' });
    const element = await place(portal);
    await until(() => expect(shown(one(element, 'alert'))).to.contain('The form could not be loaded.'));
    button(element, 'Try again').click();
    await formOf(element);
  });
});
