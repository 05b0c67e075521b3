/** The names under which Lit may make its Trusted Types policy: its own in npm builds, ours in the one-file bundle. */
export type PolicyName = 'lit-html' | 'portico';

/** The strictest policy a host may set, as a response header. Everything must work under it; null leaves the Trusted Types line out. */
export const strictCsp = (policy: PolicyName | null): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'` +
  (policy === null ? '' : `; require-trusted-types-for 'script'; trusted-types ${policy} 'allow-duplicates'`);
