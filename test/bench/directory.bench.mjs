import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { searchText } from '@portico/core/kernel';
import { createListIndex, keyForm } from '../../packages/backend/src/directory/list-index.ts';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '50000' }, rounds: { type: 'string', default: '15' } } });
const count = Number(values.entries);
const rounds = Number(values.rounds);

const words =
  'acute chronic left right upper lower pain fracture asthma ulcer diabetes mellitus type primary initial encounter without ربو السكري ألم كسر التهاب مزمن حاد'.split(
    ' ',
  );
/** A made-up list: codes as long as real ones, names of eight words in two languages. */
const entries = Array.from({ length: count }, (_, n) => ({
  code: `${'ABCDEFGHIJKLMNOPQRST'[n % 20]}${String(n % 100).padStart(2, '0')}.${n.toString(36).toUpperCase()}`,
  name: Array.from({ length: 8 }, (__, at) => words[(n * (at + 3) + at * 5) % words.length]).join(' ') + ` case ${n}`,
}));

/** What a clerk types, letter by letter; each text is one search. */
const typed = [
  'a',
  'as',
  'ast',
  'asthma',
  'asthma chr',
  'j',
  'j4',
  'j45',
  'j45.',
  'd',
  'diab',
  'diabetes type',
  'س',
  'سكري',
  'التهاب حاد',
  'case 499',
  'zzz',
];

const built = performance.now();
const index = createListIndex(entries, {
  id: ({ code }) => code,
  keys: ({ code }) => [code],
  hasPrefixes: true,
  names: ({ name }) => [name],
});
const reading = performance.now() - built;
// The plainest thing that gives an answer: every entry as one normalised text, looked at for each search.
const texts = entries.map(({ code, name }) => ` ${searchText(keyForm(code))} ${searchText(name)}`);
const scan = (text) => {
  const wanted = searchText(text)
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .map((word) => ` ${word}`);
  const found = [];
  texts.forEach((entry, n) => wanted.every((word) => entry.includes(word)) && found.push(n));
  return found;
};

for (const text of ['asthma', 'diab', 'case 499', 'zzz']) assert.equal(index.find(text).length, scan(text).length, text);
const ways = { index: (text) => index.find(text), scan };
const results = await interleaved(Object.keys(ways), rounds, async (name) =>
  typed.map((text) => {
    const start = performance.now();
    ways[name](text);
    return performance.now() - start;
  }),
);
const of = (name, n) => spread(results.get(name).map((times) => times[n]));
const mean = (name) => typed.reduce((sum, _, n) => sum + of(name, n).median, 0) / typed.length;

console.log(
  `one search among ${count} entries, ${rounds} interleaved rounds, median [min–max] in ms; the list was read once in ${reading.toFixed(0)} ms`,
);
printTable(
  ['typed', 'found', 'index', 'plain scan'],
  typed.map((text, n) => [text, String(index.find(text).length), show(of('index', n)), show(of('scan', n))]),
);
console.log(`mean of the medians: index ${mean('index').toFixed(2)} ms, scan ${mean('scan').toFixed(2)} ms`);
judge([{ name: 'a search to a plain scan of normalised texts', value: mean('index') / mean('scan'), most: 0.5 }]);
