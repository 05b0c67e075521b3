import type { FileRefusal } from '@portico/core/documents';
import type { FileSource } from '@portico/core/kernel';
import { fileOf, join, longFile } from '../bytes.ts';
import type { HostileFile } from '../hostile.ts';
import { pdf } from '../pdf.ts';

const LIMIT = 25 * 1024 * 1024;
const whole = pdf();
const short = fileOf('a.pdf', whole);
const told = (size: number, from: FileSource = short): FileSource => ({ ...from, size });
const over = (size: number): FileSource => longFile('a.pdf', size, whole, join(''));
const many = (count: number, size: number): { readonly size: number }[] => Array.from({ length: count }, () => ({ size }));
const entry = (what: string, file: FileSource, code: FileRefusal, more: Partial<HostileFile> = {}): HostileFile => ({
  what,
  file,
  code,
  ...more,
});

/** Files that would get past a limit, by size, by number, or by telling a size that they do not have. */
export const overLimits: readonly HostileFile[] = [
  entry('one byte too many', over(LIMIT + 1), 'too-large'),
  entry('a gigabyte', over(1024 ** 3), 'too-large'),
  entry('as large as numbers go', over(Number.MAX_SAFE_INTEGER), 'too-large'),
  entry('one byte over a small limit', fileOf('a.pdf', whole), 'too-large', { limits: { maxFileBytes: whole.length - 1 } }),
  entry('empty', fileOf('a.pdf', new Uint8Array(0)), 'empty'),
  entry('the sixth', short, 'too-many-files', { already: many(5, 10) }),
  entry('the first where none may be', short, 'too-many-files', { limits: { maxFiles: 0 } }),
  entry('one byte over the total', short, 'total-too-large', { already: many(1, 1_000), limits: { maxTotalBytes: 999 + whole.length } }),
  entry('a kind that this payer does not take', short, 'kind-not-accepted', { limits: { kinds: ['jpeg', 'png'] } }),
  entry('told smaller than it is', told(10), 'damaged'),
  entry('told larger than it is', told(whole.length + 100), 'unreadable'),
  entry('told as no number', told(Number.NaN), 'unreadable'),
  entry('told as endless', told(Number.POSITIVE_INFINITY), 'unreadable'),
  entry('told as less than nothing', told(-1), 'unreadable'),
  entry('told as a fraction', told(whole.length - 0.5), 'unreadable'),
  entry('gives more than was asked for', { ...short, read: async () => join(whole, whole) }, 'unreadable'),
  entry('gives nothing', { ...short, read: async () => new Uint8Array(0) }, 'unreadable'),
  entry('fails', { ...short, read: () => Promise.reject(new Error('gone')) }, 'unreadable'),
  entry(
    'throws',
    {
      ...short,
      read: () => {
        throw new Error('gone');
      },
    },
    'unreadable',
  ),
];
