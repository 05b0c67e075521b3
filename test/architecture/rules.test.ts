import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { layerRules } from './layers.rules.ts';
import { ownTags, textRules } from './text.rules.ts';

const define = { path: 'packages/elements/src/define/claim-query.ts', text: '' };
const rules = [...layerRules, ...textRules, ownTags([define])];
const broken = (path: string, text: string): readonly string[] =>
  rules.flatMap((rule) => rule({ path, text })).map((finding) => finding.rule);

const core = 'packages/core/src';
const elements = 'packages/elements/src';
// Assembled, so that the rules do not find them in this very file.
const mark = ['TO', 'DO'].join('');
const only = `test.${'only'}('x', () => {});`;

/** One line for each way to break each rule. */
const wrong: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['package-layers', `${elements}/claims/a.element.ts`, "import { createBackend } from '@portico/backend';"],
  ['package-layers', `${elements}/claims/a.element.ts`, "import '@portico/adapter-dexie';"],
  ['package-layers', `${elements}/claims/a.element.ts`, "const world = await import('@portico/testing');"],
  ['package-layers', `${core}/claims/a.ts`, "import type { A } from '@portico/backend';"],
  ['package-layers', 'packages/adapter-fhir/src/a.ts', "import { b } from '@portico/backend';"],
  ['package-layers', 'packages/testing/src/a.ts', "import { b } from '@portico/elements';"],
  ['package-layers', 'packages/backend/src/a.ts', "import { b } from 'portico';"],
  ['package-layers', 'packages/backend/src/a.ts', "import { b } from '../../core/src/kernel/index.ts';"],
  ['area-order', `${core}/access/a.ts`, "import type { Claim } from '../claims/index.ts';"],
  ['area-order', `${core}/claims/a.ts`, "import { toAccount } from '../access/account.rules.ts';"],
  ['area-order', `${core}/kernel/a.ts`, "import { x } from '../access/index.ts';"],
  ['area-order', `${core}/claims/claim-query.machine.ts`, "import { createPortal } from '../portal/index.ts';"],
  ['area-order', `${core}/claims/a.rules.ts`, "import type { Policy } from '../policy/index.ts';"],
  ['area-order', `${core}/access/account.schema.ts`, "import { claimSchema } from '../claims/claim.schema.ts';"],
  ['area-order', `${core}/claims/a.ts`, "import { x } from '../attic/index.ts';"],
  ['role-order', `${core}/claims/claims.policy.ts`, "import { x } from './claim.rules.ts';"],
  ['role-order', `${core}/claims/claim.rules.ts`, "import type { C } from './claim.lifecycle.ts';"],
  ['role-order', `${core}/claims/claim.lifecycle.ts`, "import type { P } from './claims.port.ts';"],
  ['role-order', `${core}/claims/claims.port.ts`, "import type { M } from './claim-query.machine.ts';"],
  ['role-order', `${core}/claims/claim-query.machine.ts`, "import {\n  a,\n  b,\n} from './claim-query.view.ts';"],
  ['role-order', `${core}/claims/claim-query.messages.ar.ts`, "import type { V } from './claim-query.view.ts';"],
  ['schema-types-only', `${elements}/claims/a.element.ts`, "import { claimSchema } from '@portico/core/schemas';"],
  ['schema-types-only', `${elements}/claims/a.element.ts`, "import * as z from 'zod/mini';"],
  ['schema-types-only', `${core}/claims/claim-query.machine.ts`, "import { type A } from './claim.schema.ts';"],
  ['schema-types-only', `${core}/claims/claim-query.view.ts`, "import { a } from './claim.schema.ts';"],
  ['schema-types-only', `${core}/portal/create-portal.ts`, "import { a } from '../claims/claim.schema.ts';"],
  ['zod-mini', `${core}/claims/claim.schema.ts`, "import { z } from 'zod';"],
  ['zod-mini', 'packages/backend/src/a.ts', "const z = await import('zod/v4');"],
  ['no-inline-style', `${elements}/a.parts.ts`, "import { styleMap } from 'lit/directives/style-map.js';"],
  ['no-inline-style', `${elements}/a.parts.ts`, 'html`<p style="color: red"></p>`'],
  ['no-raw-html', `${elements}/a.parts.ts`, 'node.innerHTML = text;'],
  ['no-raw-html', `${elements}/a.parts.ts`, "import { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
  ['no-data-url', `${elements}/a.styles.ts`, "css`p { background: url('data:image/png;base64,') }`"],
  ['logical-css', `${elements}/a.styles.ts`, 'css`p {\n  margin-left: 1px;\n}`'],
  ['logical-css', `${elements}/a.styles.ts`, 'css`p {\n  left: 0;\n}`'],
  ['no-decorators', `${elements}/a.element.ts`, "@customElement('a-b')\nclass A {}"],
  ['no-enum', `${core}/claims/a.ts`, 'export enum A { b }'],
  ['no-todo', `${core}/claims/a.ts`, `// ${mark}: later`],
  ['no-only', `${core}/claims/a.test.ts`, only],
  ['file-size', `${core}/claims/a.ts`, 'a();\n'.repeat(401)],
  ['doc-comments', `${core}/claims/a.ts`, 'export const a = 1;'],
  ['own-tags', `${elements}/a.parts.ts`, 'html`<claim-query></claim-query>`'],
  ['own-tags', `${elements}/a.parts.ts`, "root.querySelector('claim-query')"],
];

/** What looks like a breach and is none. */
const right: readonly (readonly [path: string, text: string])[] = [
  [`${core}/claims/a.ts`, "import { money } from '../kernel/index.ts';\nimport type { P } from '../plans/plan.schema.ts';"],
  [`${core}/claims/claim.schema.ts`, "import * as z from 'zod/mini';\nimport { moneySchema } from '../kernel/kernel.schema.ts';"],
  [`${core}/claims/claim-query.machine.ts`, "import type { A } from './claim.schema.ts';\nconst s = await import('./claim.schema.ts');"],
  [`${core}/claims/claim-query.view.ts`, "import { rowOf } from './claim.rules.ts';\nimport type { S } from './claim-query.machine.ts';"],
  [`${core}/portal/backend.ts`, "import type { ClaimsPort } from '../claims/index.ts';\nimport type { Policy } from '../policy/index.ts';"],
  [`${elements}/claims/a.element.ts`, "import { a } from '@portico/core/claims';\nimport { writeXlsx } from '@portico/export';"],
  [`${elements}/claims/a.element.test.ts`, "import { createBackend } from '@portico/backend';"],
  [`${elements}/claims/a.element.ts`, '/** `<claim-query>` in a page. */\nexport class A {}'],
  [`${elements}/a.styles.ts`, 'css`p {\n  margin-inline-start: 1px;\n  inset-inline-end: 0;\n}`'],
  ['packages/portico/src/portico.ts', "import '@portico/elements';\nimport '@portico/adapter-dexie';"],
  [`${core}/claims/a.schema.ts`, 'export type A = z.infer<typeof a>;'],
];

suite('architecture rules', () => {
  for (const [rule, path, text] of wrong) {
    test(`${rule} is broken by ${path.replace('packages/', '')}: ${text.slice(0, 70)}`, () =>
      assert.deepEqual(broken(path, text).includes(rule), true));
  }
  for (const [path, text] of right) {
    test(`nothing is broken by ${path.replace('packages/', '')}: ${text.slice(0, 70)}`, () => assert.deepEqual(broken(path, text), []));
  }
  test('every rule has been seen to fail', () => {
    const written = ['layers', 'text'].map((name) => readFileSync(new URL(`${name}.rules.ts`, import.meta.url), 'utf8')).join('\n');
    const names = [...written.matchAll(/rule: '([a-z-]+)'/g)].map(([, name]) => name);
    assert.deepEqual(new Set(wrong.map(([rule]) => rule)), new Set(names));
  });
});
