import { equal, ok } from '@portico/backend/check';
import type { Change } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { ContractCase } from './contract.ts';
import { anotherCase } from './contract-world.ts';
import { failsWith, signedIn } from './steps.ts';

const draft = (taskId: string, payload: unknown = { text: 'half' }) => ({ taskId, commandId: null, payload, savedAt: 1_000 });

/** Drafts, policies and changes. */
export const commonCases: readonly ContractCase[] = [
  {
    title: 'a draft is kept as it was put, replaced and removed',
    needs: ['drafts'],
    async run(context) {
      const { drafts } = await signedIn(context, 'clerk');
      equal(await drafts!.get('claim-query:main'), null, 'none');
      await drafts!.put(draft('claim-query:main'));
      await drafts!.put(draft('claim-query:main', { text: 'later', dates: ['', null] }));
      equal(await drafts!.get('claim-query:main'), draft('claim-query:main', { text: 'later', dates: ['', null] }), 'the last one');
      equal(await drafts!.get('claim-query:other'), null, 'another place');
      await drafts!.remove('claim-query:main');
      await drafts!.remove('claim-query:main');
      equal(await drafts!.get('claim-query:main'), null, 'removed');
    },
  },
  {
    title: 'a draft is there on another page of the same person and for nobody else',
    needs: ['drafts', 'access'],
    async run(context) {
      const mine = await signedIn(context, 'clerk');
      await mine.drafts!.put(draft('task'));
      equal(await (await signedIn(context, 'clerk')).drafts!.get('task'), draft('task'), 'another page of mine');
      const theirs = await signedIn(context, 'otherClerk');
      equal(await theirs.drafts!.get('task'), null, 'somebody else');
      await theirs.drafts!.remove('task');
      equal(await mine.drafts!.get('task'), draft('task'), 'after somebody else removed theirs');
      await mine.access!.signOut();
      for (const call of [mine.drafts!.get('task'), mine.drafts!.put(draft('task')), mine.drafts!.remove('task')])
        await failsWith('not-signed-in', () => call, 'after sign-out');
    },
  },
  {
    title: 'N4 the policy of the portal is told before sign-in',
    needs: [],
    async run(context) {
      const { version, policy } = await (await context.connect()).policies.for('portal');
      ok(Number.isInteger(version), 'a version');
      equal(policy.access.maxAttempts, 4, 'attempts before the lock');
    },
  },
  {
    title: 'the policy of a payer is told to who is signed in: its own, else that of the portal',
    needs: ['access'],
    async run(context) {
      const page = await context.connect();
      await failsWith('not-signed-in', () => page.policies.for({ payerId: 'payer:y' }), 'before sign-in');
      const { policies } = await signedIn(context, 'clerk');
      equal((await policies.for({ payerId: 'payer:y' })).policy.claims.zone, 'Asia/Dubai', 'a payer with a pack');
      equal((await policies.for({ payerId: '__proto__' })).policy.claims.zone, 'UTC', 'a payer nobody knows');
    },
  },
  {
    title: 'changes are told on this page and on others once they can be read, by id and version only',
    needs: ['claims.intake', 'access'],
    async run(context) {
      const [page, other] = [await signedIn(context, 'clerk'), await signedIn(context, 'helpdesk')];
      const heard: Promise<Change>[] = [page, other].map(
        ({ changes }) => new Promise((resolve) => void changes.subscribe('claims', resolve)),
      );
      const record = anotherCase({ identifiers: [{ type: 'claim-number', value: 'told' }] });
      await page.claims!.intake!([record], { commandId: context.commandId() });
      for (const change of await Promise.all(heard)) {
        equal(Object.keys(change).sort(), ['id', 'topic', 'version'], 'what a change tells');
        equal((await page.claims!.get(change.id))?.row.reference, 'told', 'the record that was told of');
      }
    },
  },
  {
    title: 'a page is told nothing of another organisation',
    needs: ['claims.intake', 'access'],
    async run(context) {
      const [page, colleague, stranger] = [
        await signedIn(context, 'clerk'),
        await signedIn(context, 'helpdesk'),
        await signedIn(context, 'stranger'),
      ];
      const told: string[] = [];
      stranger.changes.subscribe('claims', ({ id }) => told.push(id));
      const heard = (backend: Backend): Promise<Change> => new Promise((resolve) => void backend.changes.subscribe('claims', resolve));
      const colleagues = heard(colleague);
      await page.claims!.intake!([anotherCase()], { commandId: context.commandId() });
      const { id } = await colleagues;
      const own = heard(stranger);
      await stranger.claims!.intake!([anotherCase()], { commandId: context.commandId() });
      equal(told, [(await own).id], 'what the stranger is told');
      ok(!told.includes(id), 'the case of the others is not in it');
    },
  },
  {
    title: 'who has unsubscribed is told no more',
    needs: ['claims.intake'],
    async run(context) {
      const page = await signedIn(context, 'clerk');
      let told = 0;
      const stop = page.changes.subscribe('claims', () => (told += 1));
      const heard = new Promise((resolve) => void page.changes.subscribe('claims', resolve));
      stop();
      stop();
      await page.claims!.intake!([anotherCase()], { commandId: context.commandId() });
      await heard;
      equal(told, 0, 'told after unsubscribing');
    },
  },
];
