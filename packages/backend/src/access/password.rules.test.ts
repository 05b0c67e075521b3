import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { accessPolicyDefaults } from '@portico/core/access';
import { checkPassword } from './password.rules.ts';

const check = (password: string) => checkPassword(password, accessPolicyDefaults);

test('length counts characters, between the two limits of policy', () => {
  assert.equal(check('só onze car'), 'password-too-short');
  assert.equal(check('doze letras!'), null);
  assert.equal(check('🙂🙃'.repeat(3)), 'password-too-short');
  assert.equal(check('a b '.repeat(64)), 'password-too-common');
  assert.equal(check('a b '.repeat(64) + 'c'), 'password-too-long');
});

test('common words, runs and repetitions are refused, with digits around them too', () => {
  const common = [
    'password1234',
    '12Passwort12',
    'password password',
    '  Welcome!!2026',
    'qwertyuiop[]12',
    'abcdefghijkl',
    '0987654321098',
    'abcabcabcabc',
  ];
  for (const password of common) assert.equal(check(password), 'password-too-common', password);
});

test('what is long and ordinary is taken, in any script and without any rule of composition', () => {
  const good = [
    'the clinic opens late on friday',
    'كلمة مرور طويلة جدا',
    'correct horse battery',
    'onlylowercaseletters',
    '73 boats, 12 whales',
  ];
  for (const password of good) assert.equal(check(password), null, password);
});

test('the answer depends on nothing but the password, and comes for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => check(text) === check(text)));
});
