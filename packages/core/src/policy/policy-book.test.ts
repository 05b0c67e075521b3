import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accessPolicyDefaults } from '../access/index.ts';
import { authorizationsPolicyDefaults } from '../authorizations/index.ts';
import { claimsPolicyDefaults } from '../claims/index.ts';
import { membersPolicyDefaults } from '../members/index.ts';
import { documentsPolicyDefaults } from '../documents/index.ts';
import { messagesPolicyDefaults } from '../messages/index.ts';
import { cms0057Pack, createPolicyBook, defaultPack, nextcarePack, type PolicyPack } from './index.ts';
import { checkPolicyKey, policyKeys } from './policy.schema.ts';

const book = (...packs: readonly PolicyPack[]) => createPolicyBook([defaultPack, nextcarePack, cms0057Pack, ...packs], checkPolicyKey);
const own = (keys: PolicyPack['keys'], base: string | null = 'default'): PolicyPack => ({ id: 'own', base, keys });

suite('policy book', () => {
  test('lays packs flat: base first, then keys', () => {
    const clinic: PolicyPack = { id: 'clinic', base: 'own', keys: { 'access.maxAttempts': 6 } };
    const policy = book(own({ 'access.maxAttempts': 5, 'claims.pageSize': 100 }, 'nextcare'), clinic).policy('clinic');
    assert.deepEqual(
      [policy.access.maxAttempts, policy.claims.pageSize, policy.claims.zone, policy.access.recovery, policy.access.sessionIdleMinutes],
      [6, 100, 'Asia/Dubai', ['email-link', 'secret-question'], accessPolicyDefaults.sessionIdleMinutes],
    );
  });

  test('a pack changes nobody else’s policy', () => {
    const both = book(own({ 'access.maxAttempts': 9 }));
    assert.equal(both.policy('own').access.maxAttempts, 9);
    assert.equal(both.policy('default').access.maxAttempts, 4);
    assert.equal(accessPolicyDefaults.maxAttempts, 4);
  });

  const wrong: readonly (readonly [what: string, pack: PolicyPack, key: string, message: RegExp])[] = [
    ['an unknown key', own({ 'access.maxAttemps': 4 }), 'access.maxAttemps', /there is no such key/],
    ['an unknown area', own({ 'acces.maxAttempts': 4 }), 'acces.maxAttempts', /there is no such key/],
    ['a key that every object has', own({ '__proto__.x': 4, 'access.constructor': 4 }), '__proto__.x', /there is no such key/],
    ['a number as text', own({ 'access.maxAttempts': '4' }), 'access.maxAttempts', /.+/],
    ['a number out of bounds', own({ 'access.maxAttempts': 0 }), 'access.maxAttempts', /.+/],
    ['a fraction', own({ 'access.maxAttempts': 3.5 }), 'access.maxAttempts', /.+/],
    ['a link that lives too long (ASVS 6.5.5)', own({ 'access.recoveryLinkMinutes': 11 }), 'access.recoveryLinkMinutes', /.+/],
    ['a password that may be too short (ASVS 6.2.1)', own({ 'access.minPasswordLength': 7 }), 'access.minPasswordLength', /.+/],
    ['a warning that comes too late (WCAG 2.2.1)', own({ 'access.sessionWarningSeconds': 19 }), 'access.sessionWarningSeconds', /.+/],
    ['an unknown way back in', own({ 'access.recovery': ['post'] }), 'access.recovery', /.+/],
    ['no way to query', own({ 'claims.dateModes': [] }), 'claims.dateModes', /.+/],
    ['a zone that does not exist', own({ 'claims.zone': 'Asia/Atlantis' }), 'claims.zone', /an IANA time zone/],
    ['a window of half a day', own({ 'claims.modificationDays': 0.5 }), 'claims.modificationDays', /.+/],
    [
      'a week without a business day',
      own({ 'claims.businessCalendar': { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] } }),
      'claims.businessCalendar',
      /.+/,
    ],
    ['nothing where something must be', own({ 'claims.pageSize': null }), 'claims.pageSize', /.+/],
    ['a missing base', own({}, 'nowhere'), 'base', /there is no such pack/],
  ];
  for (const [what, pack, key, message] of wrong) {
    test(`refuses ${what} by its path`, () => {
      assert.throws(
        () => book(pack).policy('own'),
        (error: Error & { key?: string }) => {
          assert.deepEqual([error.name, error.key], ['PolicyError', key]);
          assert.match(error.message, new RegExp(`^\\[portico/policy\\] pack '.*', key '${key}': ${message.source}`));
          return true;
        },
      );
    });
  }

  test('refuses packs that stand on one another in a ring, and a pack that is not there', () => {
    const ring: readonly PolicyPack[] = [
      { id: 'a', base: 'b', keys: {} },
      { id: 'b', base: 'c', keys: {} },
      { id: 'c', base: 'a', keys: {} },
    ];
    assert.throws(() => book(...ring).policy('a'), { name: 'PolicyError', key: 'base' });
    assert.throws(() => book(own({}, 'own')).policy('own'), { name: 'PolicyError', key: 'base' });
    assert.throws(() => book().policy('nowhere'), { name: 'PolicyError', key: 'base' });
  });

  test('every number that the code reads can be set, and every default keeps its own bounds', () => {
    const defaults = {
      access: accessPolicyDefaults,
      members: membersPolicyDefaults,
      documents: documentsPolicyDefaults,
      claims: claimsPolicyDefaults,
      authorizations: authorizationsPolicyDefaults,
      messages: messagesPolicyDefaults,
    };
    const entries = Object.entries(defaults).flatMap(([area, keys]) =>
      Object.entries(keys).map(([name, value]: [string, unknown]) => [`${area}.${name}`, value] as const),
    );
    assert.deepEqual(entries.map(([key]) => key).sort(), Object.keys(policyKeys).sort());
    for (const [key, value] of entries) assert.equal(checkPolicyKey(key, value), null, key);
  });
});

suite('packs', () => {
  // domain.md section 7, as far as this issue goes.
  const sources: readonly (readonly [
    pack: string,
    what: string,
    read: (policy: ReturnType<ReturnType<typeof book>['policy']>) => unknown,
    value: unknown,
  ])[] = [
    ['default', 'N4 locks on the fourth failure', (policy) => policy.access.maxAttempts, 4],
    ['default', 'N5 knows no secret question (ASVS 6.4.2)', (policy) => policy.access.recovery, ['email-link', 'recovery-code']],
    ['default', 'N5 N6 a lock ends by recovery or the helpdesk, not by waiting', (policy) => policy.access.lockMinutes, null],
    ['default', 'N24 either date', (policy) => policy.claims.dateModes, ['service', 'payment']],
    ['default', 'N11 offers no modification', (policy) => policy.claims.modificationDays, null],
    ['nextcare', 'N4 locks on the fourth failure', (policy) => policy.access.maxAttempts, 4],
    ['nextcare', 'N5 offers e-mail or the secret question', (policy) => policy.access.recovery, ['email-link', 'secret-question']],
    [
      'nextcare',
      'N11 N12 seven calendar days from the authorization',
      ({ claims }) => [claims.modificationDays, claims.modificationUnit, claims.modificationStart, claims.zone],
      [7, 'calendar-days', 'authorization-issued', 'Asia/Dubai'],
    ],
    [
      'cms-0057',
      'seven days, 72 hours, and a clock that stands still',
      ({ authorizations }) => [authorizations.standardDays, authorizations.expeditedHours, authorizations.tolls],
      [7, 72, true],
    ],
    ['nextcare', 'N24 either date', (policy) => policy.claims.dateModes, ['service', 'payment']],
  ];
  for (const [pack, what, read, value] of sources) {
    test(`${pack}: ${what}`, () => assert.deepEqual(read(book().policy(pack)), value));
  }
});
