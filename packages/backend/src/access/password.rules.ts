import { passwordIssue, type AccessPolicy, type RecoveryRefusal } from '@portico/core/access';

/** Words that lists of leaked passwords are full of; repeated, counted up or with digits around them they are no better. */
const COMMON = new Set(
  (
    'password passwort passw0rd p@ssword p@ssw0rd passphrase welcome letmein iloveyou admin administrator login qwerty qwertyuiop ' +
    'qwertzuiop azertyuiop asdfghjkl zxcvbnm abc abcdef football baseball basketball superman batman dragon monkey shadow master ' +
    'princess sunshine princesa trustno changeme default secret hospital clinic portal portico insurance claims health doctor nurse'
  ).split(' '),
);

const RUNS = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].map((run) => run.repeat(3)).join(' ');

/** Null when the password may be used, else why not: its length as core counts it, and whether it is a common one (ASVS 6.2.4). */
export function checkPassword(password: string, policy: AccessPolicy): Exclude<RecoveryRefusal, 'link-not-valid'> | null {
  return passwordIssue(password, policy) ?? (isCommon(password.toLowerCase()) ? 'password-too-common' : null);
}

function isCommon(password: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(password)) return true;
  if (RUNS.includes(password)) return true;
  const words = password.split(/[^\p{L}@]+/u).filter((word) => word !== '');
  const plain = password.replace(/[\d\W_]+$/u, '').replace(/^[\d\W_]+/u, '');
  return COMMON.has(plain) || (words.length > 0 && words.length < 3 && words.every((word) => COMMON.has(word)));
}
