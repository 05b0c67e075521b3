import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passwordIssue } from './password.rules.ts';
import { missingFields, offeredRecovery } from './sign-in.rules.ts';

const policy = { minPasswordLength: 12, maxPasswordLength: 256 };

test('a password is measured in characters, both ends included', () => {
  for (const unit of ['a', ' ', 'ش', '🐎']) {
    assert.equal(passwordIssue(unit.repeat(11), policy), 'password-too-short');
    assert.equal(passwordIssue(unit.repeat(12), policy), null);
    assert.equal(passwordIssue(unit.repeat(256), policy), null);
    assert.equal(passwordIssue(unit.repeat(257), policy), 'password-too-long');
  }
});

test('nothing but the length is asked of a password', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 12, maxLength: 256 }), (password) => passwordIssue(password, policy) === null),
  );
});

test('fields that are missing, in the order of the form; blanks may be a password but no name', () => {
  assert.deepEqual(missingFields({ name: '', password: '' }), ['name', 'password']);
  assert.deepEqual(missingFields({ name: ' \t', password: ' ' }), ['name']);
  assert.deepEqual(missingFields({ name: 'noura', password: '' }), ['password']);
  assert.deepEqual(missingFields({ name: 'noura', password: 'x' }), []);
});

test('N5 ways back are what the policy wants and the backend can, as the policy orders them', () => {
  assert.deepEqual(offeredRecovery(['email-link', 'secret-question'], ['secret-question', 'email-link']), [
    'email-link',
    'secret-question',
  ]);
  assert.deepEqual(
    offeredRecovery(['email-link'], ['recovery-code', 'secret-question']),
    [],
    'with the default pack a secret question is nowhere',
  );
  assert.deepEqual(offeredRecovery(['email-link', 'recovery-code'], ['email-link']), ['email-link']);
});
