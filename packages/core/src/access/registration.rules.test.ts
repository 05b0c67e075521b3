import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accessPolicyDefaults } from './access.policy.ts';
import { bindingIssue, bindingOf, isAsked, registrationIssues, type Registration } from './registration.rules.ts';

const entry: Registration = {
  ...{ displayName: 'ليلى عزيز', email: 'layla@clinic.example', phone: '٠٤ ٥٥٥ ٠١٠٠', role: 'clerk', locale: 'ar' },
  ...{ providerNumber: 'DHA-F-0047', providerName: 'Noor', name: 'layla', password: 'a kettle of fish on Sunday' },
};

suite('registration', () => {
  test('N7 all that is asked is mandatory, and what is not asked is not', () => {
    assert.deepEqual(registrationIssues(entry, accessPolicyDefaults), {});
    const few = { ...accessPolicyDefaults, registrationFields: [] };
    const without = { ...entry, phone: ' ', providerName: '' };
    assert.deepEqual(registrationIssues(without, accessPolicyDefaults), { phone: 'missing', providerName: 'missing' });
    assert.deepEqual(registrationIssues(without, few), {});
    assert.deepEqual([isAsked('phone', few), isAsked('role', few), isAsked('email', few)], [false, false, true]);
    assert.equal(isAsked('role', { ...few, registrationRoles: ['clerk', 'claims-center'] }), true);
  });

  test('N7 what cannot be right is told', () => {
    for (const email of ['layla', 'layla@', '@clinic.example', 'layla@clinic', 'la yla@clinic.example', 'layla@clinic..example'])
      assert.deepEqual(registrationIssues({ ...entry, email }, accessPolicyDefaults), { email: 'not-valid' }, email);
    assert.deepEqual(registrationIssues({ ...entry, phone: 'call me' }, accessPolicyDefaults), { phone: 'not-valid' });
    assert.deepEqual(registrationIssues({ ...entry, displayName: 'x'.repeat(201) }, accessPolicyDefaults), { displayName: 'too-long' });
    assert.deepEqual(registrationIssues({ ...entry, role: 'claims-center' }, accessPolicyDefaults), { role: 'missing' });
    assert.deepEqual(registrationIssues({ ...entry, password: '' }, accessPolicyDefaults), { password: 'missing' });
  });

  test('N8 ids are taken as typed, each once, for the side that the role works on', () => {
    assert.deepEqual(bindingOf('clerk', ' provider:a, provider:b،provider:a '), {
      providerIds: ['provider:a', 'provider:b'],
      payerIds: [],
    });
    assert.deepEqual(bindingOf('claims-center', 'payer:x'), { providerIds: [], payerIds: ['payer:x'] });
    assert.equal(bindingIssue('clerk', bindingOf('clerk', ' , ')), 'binding-missing');
    assert.equal(bindingIssue('claims-center', bindingOf('clerk', 'provider:a')), 'binding-missing');
    assert.equal(bindingIssue('clerk', bindingOf('clerk', 'provider:a')), null);
    assert.deepEqual(bindingOf('clerk', 'provider:b', ['provider:a', 'provider:b']).providerIds, ['provider:a', 'provider:b']);
  });

  test('N8 nobody is bound to what is not known, on either side', () => {
    const known = { isProvider: (id: string) => id === 'provider:a', isPayer: (id: string) => id === 'payer:x' };
    const issue = (role: 'clerk' | 'claims-center', providerIds: readonly string[], payerIds: readonly string[] = []) =>
      bindingIssue(role, { providerIds, payerIds }, known);
    assert.deepEqual(
      [issue('clerk', ['provider:a']), issue('claims-center', [], ['payer:x']), issue('clerk', [])],
      [null, null, 'binding-missing'],
    );
    for (const wrong of [['provider:b'], ['provider:a', 'Sunrise'], ['payer:x']]) assert.equal(issue('clerk', wrong), 'binding-unknown');
    assert.equal(issue('clerk', ['provider:a'], ['payer:y']), 'binding-unknown');
    assert.equal(issue('claims-center', ['provider:b'], ['payer:x']), 'binding-unknown');
  });
});
