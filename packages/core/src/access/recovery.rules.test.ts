import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { createIds } from '../kernel/index.ts';
import {
  countedMails,
  mayMail,
  possibleRecovery,
  recoveryCodeForm,
  recoveryCodeOf,
  recoveryDepartures,
  secretAnswerForm,
  secretAnswerIssue,
} from './recovery.rules.ts';

const HOUR = 3_600_000;

suite('recovery code', () => {
  const codeOf = (bytes: Uint8Array): string =>
    recoveryCodeOf(createIds({ now: () => 0, fill: (into) => void into.set(bytes.subarray(0, into.length)) }).secret());

  test('N5 holds 80 random bits: twenty hexadecimal digits in groups of four', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        assert.match(codeOf(bytes), /^([0-9a-f]{4}-){4}[0-9a-f]{4}$/);
        const turned = bytes.map((byte, n) => (n === 31 ? byte ^ 1 : byte));
        assert.notEqual(codeOf(bytes), codeOf(turned));
      }),
    );
  });

  test('is the same however it is typed', () => {
    const code = codeOf(new Uint8Array(32).fill(0xab));
    for (const typed of [code.toUpperCase(), ` ${code} `, code.replaceAll('-', ' '), code.replaceAll('-', '')])
      assert.equal(recoveryCodeForm(typed), recoveryCodeForm(code), typed);
  });
});

suite('secret answer', () => {
  test('N5 folds compatibility forms, case and blanks, and nothing else', () => {
    const same = [' Straße  des 17. Juni', 'STRASSE DES\t17. JUNI ', 'strasse des 17. juni', 'ｓtrasse des 17. juni'];
    assert.deepEqual(new Set(same.map(secretAnswerForm)).size, 1);
    assert.notEqual(secretAnswerForm('rosa'), secretAnswerForm('rosá'));
    assert.equal(secretAnswerForm('مدرسة  النور'), 'مدرسة النور');
  });

  test('N5 is measured in its one form, by signs', () => {
    for (const [typed, issue] of [
      ['  \u00a0 ', 'answer-missing'],
      ['a b  '.trim().slice(0, 2), 'answer-too-short'],
      ['نور', null],
      ['\u{1f6f6}\u{1f6f6}', 'answer-too-short'],
      ['x'.repeat(128), null],
      [`${'x '.repeat(64)}  `, null],
      ['x'.repeat(129), 'answer-too-long'],
    ] as const)
      assert.equal(secretAnswerIssue(typed), issue, typed);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(secretAnswerForm(secretAnswerForm(text)), secretAnswerForm(text))),
    );
  });
});

suite('recovery mails', () => {
  test('N5 so many an hour and account, to the millisecond', () => {
    const policy = { recoveryMailsPerHour: 2 };
    const sent = [0, 10];
    assert.deepEqual(
      [
        mayMail([], policy, 0),
        mayMail([0], policy, 5),
        mayMail(sent, policy, 20),
        mayMail(sent, policy, HOUR - 1),
        mayMail(sent, policy, HOUR),
      ],
      [null, null, 'too-many', 'too-many', null],
    );
    assert.deepEqual(countedMails(sent, HOUR + 5), [10]);
  });
});

suite('ways back', () => {
  test('N5 those that are listed and that the port has methods for', () => {
    const all = ['email-link', 'recovery-code', 'secret-question'] as const;
    const port = { requestRecovery: 1, recoveryQuestion: 1, recoverWithAnswer: 1, recoverWithCode: 1 };
    assert.deepEqual(possibleRecovery(port, all), all);
    assert.deepEqual(possibleRecovery(port, ['recovery-code']), ['recovery-code']);
    assert.deepEqual(possibleRecovery({ recoveryQuestion: 1 }, all), []);
  });

  test('ASVS 6.4.2 a secret question is owned up to', () => {
    assert.deepEqual(recoveryDepartures(['email-link', 'recovery-code']), []);
    assert.deepEqual(recoveryDepartures(['email-link', 'secret-question']), ['not ASVS 5.0 L1 (6.4.2)', 'not SP 800-63B']);
  });
});
