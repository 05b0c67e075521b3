import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { can, scopeOf, seeing, type Action, type FieldGroup, type Resource } from './permission.ts';
import type { Role, Subject } from './subject.ts';

const roles: readonly Role[] = ['clerk', 'helpdesk', 'claims-center'];
const someone = (...own: readonly string[]): Subject => ({
  ...{ accountId: 'account:1', organisationId: 'org:1', displayName: 'Nobody', roles: own as readonly Role[] },
  ...{ providerIds: ['own'], payerIds: ['own'] },
});

/** Who may do it, bound to what, with what hidden. Blank: nobody of that role. */
interface Cell {
  readonly bound: 'providers' | 'payers' | 'nothing';
  readonly hidden?: readonly FieldGroup[];
}

// Kept by hand, line by line from who does what at a desk; the code has to agree with it.
const matrix: Readonly<Record<Action, Readonly<Partial<Record<Role, Cell>>>>> = {
  'claims.search': {
    clerk: { bound: 'providers' },
    helpdesk: { bound: 'nothing', hidden: ['amounts', 'clinical', 'payment'] },
    'claims-center': { bound: 'payers' },
  },
  'claims.read': {
    clerk: { bound: 'providers' },
    helpdesk: { bound: 'nothing', hidden: ['amounts', 'clinical', 'payment'] },
    'claims-center': { bound: 'payers' },
  },
  'claims.intake': { clerk: { bound: 'providers' } },
  'claims.issue-bordereau': { clerk: { bound: 'providers' }, 'claims-center': { bound: 'payers' } },
  'claims.save-query': { clerk: { bound: 'providers' }, helpdesk: { bound: 'nothing' }, 'claims-center': { bound: 'payers' } },
  'claims.request-modification': { clerk: { bound: 'providers' } },
  'claims.answer-modification': { 'claims-center': { bound: 'payers' } },
  'authorizations.read': {
    clerk: { bound: 'providers' },
    helpdesk: { bound: 'nothing', hidden: ['amounts', 'clinical', 'payment'] },
    'claims-center': { bound: 'payers' },
  },
  'authorizations.submit': { clerk: { bound: 'providers' } },
  'authorizations.update': { clerk: { bound: 'providers' } },
  'authorizations.void': { clerk: { bound: 'providers' } },
  'authorizations.decide': { 'claims-center': { bound: 'payers' } },
  'authorizations.receive': { 'claims-center': { bound: 'payers' } },
  'access.own-recovery': { clerk: { bound: 'providers' }, helpdesk: { bound: 'nothing' }, 'claims-center': { bound: 'payers' } },
  'access.find-account': { helpdesk: { bound: 'nothing' } },
  'access.unlock-account': { helpdesk: { bound: 'nothing' } },
  'access.end-sessions': { helpdesk: { bound: 'nothing' } },
  'access.answer-registration': { helpdesk: { bound: 'nothing' } },
  'directory.read': { clerk: { bound: 'providers' }, helpdesk: { bound: 'nothing' }, 'claims-center': { bound: 'payers' } },
  'members.read': {
    clerk: { bound: 'providers' },
    helpdesk: { bound: 'nothing', hidden: ['amounts'] },
    'claims-center': { bound: 'payers' },
  },
  'documents.read': { clerk: { bound: 'providers' }, 'claims-center': { bound: 'payers' } },
  'documents.post': { clerk: { bound: 'providers' }, 'claims-center': { bound: 'payers' } },
  'messages.read': { clerk: { bound: 'providers' }, helpdesk: { bound: 'nothing' }, 'claims-center': { bound: 'payers' } },
  'world.steer': {},
};
const actions = Object.keys(matrix) as Action[];
const ids = [undefined, null, 'own', 'other', ''] as const;
const resources: readonly Resource[] = ids.flatMap((providerId) =>
  ids.map((payerId) => ({ ...(providerId !== undefined && { providerId }), ...(payerId !== undefined && { payerId }) })),
);

suite('permission matrix', () => {
  for (const action of actions) {
    for (const role of roles) {
      test(`${role}: ${action}`, () => {
        const cell = matrix[action][role];
        for (const resource of resources) {
          const bound = { providers: resource.providerId, payers: resource.payerId, nothing: null }[cell?.bound ?? 'nothing'];
          const isInside = bound === undefined || bound === null || bound === 'own';
          assert.deepEqual(
            can(someone(role), action, resource),
            !cell
              ? { allow: false, reason: 'role' }
              : isInside
                ? { allow: true, hidden: cell.hidden ?? [] }
                : { allow: false, reason: 'scope' },
            JSON.stringify(resource),
          );
        }
      });
    }
  }

  test('with several roles what any of them allows is allowed, and only what all of those hide is hidden', () => {
    const both = roles.flatMap((one) => roles.map((two) => [one, two] as const));
    for (const own of [...both, roles]) {
      for (const action of actions) {
        for (const resource of resources) {
          const single = own.map((role) => can(someone(role), action, resource)).filter((permission) => permission.allow);
          const hidden = (['amounts', 'clinical', 'payment'] as const).filter((group) => single.every((one) => one.hidden.includes(group)));
          const together = can(someone(...own), action, resource);
          assert.equal(together.allow, single.length > 0);
          if (together.allow) assert.deepEqual(together.hidden, hidden);
        }
      }
    }
  });

  test('N6 only the helpdesk ends a lock', () => {
    assert.deepEqual(
      roles.filter((role) => can(someone(role), 'access.unlock-account').allow),
      ['helpdesk'],
    );
  });

  test('nobody who is not signed in may do anything', () => {
    for (const action of actions) assert.deepEqual(can(null, action), { allow: false, reason: 'not-signed-in' });
  });
});

suite('permission properties', () => {
  const anyRole = fc.oneof(
    fc.constantFrom(...roles),
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
  );
  const anyRoles = fc.array(anyRole, { maxLength: 5 });
  const anyAction = fc.constantFrom(...actions);
  const anyResource = fc.constantFrom(...resources);

  test('whoever has no role of ours is denied, whatever the name of the role', () => {
    fc.assert(
      fc.property(
        fc.array(anyRole.filter((role) => !roles.includes(role as Role))),
        anyAction,
        anyResource,
        (garbage, action, resource) => {
          assert.deepEqual(can(someone(...garbage), action, resource), { allow: false, reason: 'role' });
        },
      ),
    );
  });

  test('an action that nobody wrote a grant for is denied', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), (action) => {
        fc.pre(!actions.includes(action as Action));
        assert.equal(can(someone(...roles), action as Action).allow, false);
      }),
    );
  });

  test('more roles never allow less and never hide more', () => {
    fc.assert(
      fc.property(anyRoles, anyRole, anyAction, anyResource, (own, more, action, resource) => {
        const before = can(someone(...own), action, resource);
        const after = can(someone(...own, more), action, resource);
        if (!before.allow) return;
        assert.ok(after.allow && after.hidden.every((group) => before.hidden.includes(group)));
      }),
    );
  });

  test('a search is never kept within more than may be read', () => {
    const id = fc.constantFrom('own', 'other');
    fc.assert(
      fc.property(anyRoles, id, id, (own, providerId, payerId) => {
        const subject = someone(...own);
        const { providerIds, payerIds } = scopeOf(subject);
        const isFound = (providerIds?.includes(providerId) ?? true) && (payerIds?.includes(payerId) ?? true);
        if (isFound) assert.ok(can(subject, 'claims.read', { providerId, payerId }).allow);
      }),
    );
  });

  test('whoever searches by a group stays within what shows that group', () => {
    const id = fc.constantFrom('own', 'other');
    const groups = fc.subarray<FieldGroup>(['amounts', 'clinical', 'payment']);
    fc.assert(
      fc.property(anyRoles, groups, id, id, (own, asked, providerId, payerId) => {
        const asker = seeing(someone(...own), 'claims.search', asked);
        const { providerIds, payerIds } = scopeOf(asker);
        const isFound = (providerIds?.includes(providerId) ?? true) && (payerIds?.includes(payerId) ?? true);
        if (!isFound) return;
        const permission = can(someone(...own), 'claims.search', { providerId, payerId });
        assert.ok(permission.allow && !permission.hidden.some((group) => asked.includes(group)));
      }),
    );
    assert.deepEqual(seeing(someone('clerk', 'helpdesk'), 'claims.search', ['amounts']).roles, ['clerk']);
    assert.deepEqual(seeing(someone('clerk', 'helpdesk'), 'claims.search', []).roles, ['clerk', 'helpdesk']);
  });

  test('a search of each role reaches all that is its own', () => {
    const found = (role: Role) => scopeOf(someone(role));
    assert.deepEqual(found('clerk'), { providerIds: ['own'], payerIds: null });
    assert.deepEqual(found('claims-center'), { providerIds: null, payerIds: ['own'] });
    assert.deepEqual(found('helpdesk'), { providerIds: null, payerIds: null });
    assert.deepEqual(scopeOf(someone()), { providerIds: [], payerIds: null });
  });
});
