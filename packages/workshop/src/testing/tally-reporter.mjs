import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/**
 * One finished browser test.
 * @typedef {{ file: string, title: string, passed: boolean, error?: { name?: string, message: string, stack?: string } }} BrowserResult
 */

/** Every test of a suite, titles with the names of the suites around them. @returns {Omit<BrowserResult, 'file'>[]} */
function flatten(/** @type {import('@web/test-runner').TestSuiteResult} */ suite, /** @type {string[]} */ names = []) {
  const own = suite.tests
    .filter((test) => !test.skipped)
    .map(({ name, passed, error }) => ({ title: [...names, name].join(' › '), passed, ...(error ? { error } : {}) }));
  return [...own, ...suite.suites.flatMap((inner) => flatten(inner, [...names, inner.name]))];
}

/** What a session says of itself: its tests, and each error outside them as a failed test of its own. @returns {BrowserResult[]} */
function results(/** @type {import('@web/test-runner').TestSession} */ session) {
  const file = relative(process.cwd(), session.testFile ?? '');
  const tests = session.testResults ? flatten(session.testResults) : [];
  // Only the console and the server know why a file did not load.
  const hints = [
    ...session.request404s.map((url) => `404: ${url}`),
    ...session.logs.flat().map((log) => (typeof log === 'string' ? log : inspect(log))),
  ];
  const errors = session.errors.map((error) => ({
    title: file,
    passed: false,
    error: { ...error, message: [error.message, ...hints].join('\n') },
  }));
  const empty =
    tests.length + errors.length === 0 ? [{ title: file, passed: false, error: { message: 'there is no test in this file' } }] : [];
  return [...tests, ...errors, ...empty].map((result) => ({ file, ...result }));
}

/** A reporter that writes all results as JSON into a file, or, without one, the failures and the count to the terminal. */
export function tallyReporter(/** @type {string | undefined} */ reportFile) {
  return {
    onTestRunFinished(/** @type {import('@web/test-runner').TestRunFinishedArgs} */ { sessions }) {
      const all = sessions.flatMap(results);
      if (reportFile) return writeFileSync(reportFile, JSON.stringify(all));
      const failed = all.filter((result) => !result.passed);
      for (const { file, title, error } of failed) console.log(`✗ ${title}\n    ${file}\n${error?.message}\n${error?.stack ?? ''}`);
      console.log(`${all.length - failed.length} passed, ${failed.length} failed`);
    },
  };
}
