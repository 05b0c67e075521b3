import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', 'test/**', 'packages/testing/src/contract/**'];
const templates = ['packages/elements/src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts'];
const promised = ['aTimeout', 'fixture', 'nextFrame', 'oneEvent', 'sendKeys', 'sendMouse', 'setViewport', 'emulateMedia', 'waitUntil'];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame'];

/** The same input gives the same answer: time and chance come in as arguments. */
const pure = {
  files: ['packages/core/src/**/*.ts', 'packages/backend/src/**/*.ts', 'packages/adapter-fhir/src/**/*.ts'],
  ignores: [...tests, 'packages/adapter-fhir/src/corpus.ts'],
  rules: {
    'no-restricted-globals': ['error', ...timers.map((name) => ({ name, message: 'Waiting goes through the clock that came as input.' }))],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'The time comes as input (kernel/clock).' },
      { object: 'performance', property: 'now', message: 'The time comes as input (kernel/clock).' },
      { object: 'Math', property: 'random', message: 'Ids and chance come as input (kernel/clock).' },
      { object: 'crypto', property: 'randomUUID', message: 'Ids come as input (kernel/clock).' },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time comes as input (kernel/clock).' },
      { selector: "CallExpression[callee.name='Date']", message: 'The time comes as input (kernel/clock).' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.d.ts', '.cache/', 'test/planted/', 'packages/workshop/templates/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.tests.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // The compiler reports these.
      '@typescript-eslint/no-unused-vars': 'off',
      // It takes `{} as Types`, by which charts are typed, and casts to branded strings for no-ops.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // What a signal was aborted with is its owner's matter.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      // Ports are asynchronous where an implementation need not be.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // Lit binds the listeners of a template to its host.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] }],
        },
      ],
    },
  },
  pure,
  {
    files: templates,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: tests,
    rules: {
      // Chai asserts by expressions, and a test may look at what types would hide.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.test.ts', '**/*.browser.test.ts'],
    rules: {
      // The axe plugin makes every assertion of chai look like a promise; these are the ones that are.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: `ExpressionStatement > CallExpression[callee.property.name='accessible'], ExpressionStatement > CallExpression[callee.name=/^(?:${promised.join('|')})$/]`,
          message: 'Await it: without, nothing is checked.',
        },
      ],
    },
  },
);
