import { importsOf, targetOf, type Import } from '../../packages/workshop/src/imports.ts';
import { isTest, placeOf, type Finding, type Rule, type Source } from './source.ts';

/** Which packages a package may import. Only tests, hosts, demo, stories and `portico` put an adapter and the elements together. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  export: [],
  backend: ['core'],
  'http-contract': ['core'],
  'adapter-dexie': ['core', 'backend'],
  'adapter-rest': ['core', 'http-contract'],
  'adapter-fhir': ['core'],
  server: ['core', 'backend', 'http-contract'],
  elements: ['core', 'export'],
  testing: ['core', 'backend', 'http-contract', 'adapter-dexie', 'adapter-rest', 'adapter-fhir', 'server', 'export'],
  portico: ['core', 'backend', 'adapter-dexie', 'adapter-rest', 'adapter-fhir', 'export', 'elements', 'testing'],
  workshop: [],
};

/** Rooms of core, from the ground up: a file sees the index of what stands before its own. */
const areas = [
  ...['kernel', 'access', 'directory', 'members', 'documents', 'claims', 'authorizations', 'messages', 'disputes', 'enrollment', 'plans'],
  ...['payments', 'office', 'policy', 'portal'],
];

/** Roles of the files of an area, each seeing what stands before it. */
const roles = ['schema', 'policy', 'rules', 'lifecycle', 'port', 'machine', 'view'];

const packageOf = (from: string): string | null =>
  from === 'portico' || from.startsWith('portico/') ? 'portico' : (/^@portico\/([^/]+)/.exec(from)?.[1] ?? null);

const isSchema = (target: string): boolean =>
  /\.schema\.ts$/.test(target) || target === '@portico/core/schemas' || target === 'packages/core/src/schemas.ts';

/** A rule asked about every import of every product file. */
const perImport =
  (ask: (source: Source, one: Import, target: string) => Finding | null): Rule =>
  (source) =>
    isTest(source.path) ? [] : importsOf(source.text).flatMap((one) => ask(source, one, targetOf(source.path, one.from)) ?? []);

/** Packages import one another by name, and only downwards. */
export const packageLayers = perImport((source, one, target) => {
  const own = placeOf(source.path).package;
  if (own === null) return null;
  const other = target.startsWith('packages/') ? placeOf(target).package : packageOf(one.from);
  if (other === null) return null;
  const finding = { rule: 'package-layers', path: source.path };
  if (target.startsWith('packages/') && other !== own) {
    return {
      ...finding,
      what: `reaches into ${other} by a relative path`,
      cure: `import it by name, through an entry that its package.json exports`,
    };
  }
  if (other === own) return null;
  const allowed = mayImport[own] ?? [];
  if (allowed.includes(other)) return null;
  const cure =
    allowed.length === 0
      ? `${own} stands on no other package: take it as input`
      : `${own} may import ${allowed.join(', ')}; put the two together in portico, a demo or a test`;
  return { ...finding, what: `imports ${one.from}`, cure };
});

/** Inside core a file sees the kernel, the index of areas above its own in the table, and the types of any schema. */
export const areaOrder = perImport((source, one, target) => {
  const own = placeOf(source.path);
  const other = placeOf(target);
  if (own.package !== 'core' || other.package !== 'core' || own.area === null || other.area === null || own.area === other.area)
    return null;
  const [mine, theirs] = [areas.indexOf(own.area), areas.indexOf(other.area)];
  const finding = { rule: 'area-order', path: source.path, what: `imports ${target.replace('packages/core/src/', '')}` };
  if (mine < 0 || theirs < 0)
    return { ...finding, cure: `'${mine < 0 ? own.area : other.area}' is not an area of the design: ${areas.join(', ')}` };
  if (isSchema(target)) {
    return one.kind === 'type' || theirs < mine
      ? null
      : { ...finding, cure: `schema values come only from areas above ${own.area}: take its types, and refer to the record by id` };
  }
  if (theirs > mine) {
    const input = own.role === 'machine' ? 'a machine gets policy, subject, drafts and ports as input' : `${own.area} stands below it`;
    return { ...finding, cure: `${input}: describe what you need by a small interface in kernel, or refer to the record by id` };
  }
  const assembles = own.area === 'policy' || own.area === 'portal';
  return assembles || other.area === 'kernel' || /\/index\.ts$/.test(target)
    ? null
    : { ...finding, cure: `import ../${other.area}/index.ts: other files of an area are its own matter` };
});

/** Within an area: schema ← policy ← rules ← lifecycle ← port ← machine ← view, messages beside. */
export const roleOrder = perImport((source, _one, target) => {
  const own = placeOf(source.path);
  const other = placeOf(target);
  if (own.package !== 'core' || other.package !== 'core' || own.area !== other.area || own.role === null || other.role === null)
    return null;
  const [mine, theirs] = [roles.indexOf(own.role), roles.indexOf(other.role)];
  const finding = { rule: 'role-order', path: source.path, what: `imports ${target.replace(/.*\//, '')}` };
  if (own.role === 'messages' && theirs >= 0) return { ...finding, cure: 'messages stand beside: they are texts and know no other role' };
  if (mine < 0 || theirs < 0 || theirs <= mine) return null;
  return {
    ...finding,
    cure: `the order is ${roles.join(' ← ')}: move what ${own.role} needs down into its own file, or up into the ${other.role}`,
  };
});

/** Schemas and zod weigh more than a first form may: only their types reach elements and what elements load. */
export const schemaTypesOnly = perImport((source, one, target) => {
  const own = placeOf(source.path);
  const light =
    own.package === 'elements' ||
    (own.package === 'core' &&
      own.area !== 'policy' &&
      (['policy', 'rules', 'lifecycle', 'port', 'machine', 'view', 'messages'].includes(own.role ?? '') || own.area === 'portal'));
  if (!light || one.kind !== 'value' || !(isSchema(target) || /^zod(\/|$)/.test(one.from))) return null;
  return {
    rule: 'schema-types-only',
    path: source.path,
    what: `imports values of ${one.from}`,
    cure: 'use `import type`; checks of a form are rules; parse what was stored by `await import()` of the schema',
  };
});

/** Classic zod is 24 kB of gzip where zod/mini is 6. */
export const zodMini = perImport((source, one) => {
  const inServer = ['server', 'workshop'].includes(placeOf(source.path).package ?? '');
  if (inServer || one.kind === 'type' || !/^zod(\/|$)/.test(one.from) || one.from === 'zod/mini') return null;
  return { rule: 'zod-mini', path: source.path, what: `imports classic ${one.from}`, cure: "import * as z from 'zod/mini'" };
});

/** Rules about who may import whom. */
export const layerRules: readonly Rule[] = [packageLayers, areaOrder, roleOrder, schemaTypesOnly, zodMini];
