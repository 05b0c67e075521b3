/** The names under which Lit may make its Trusted Types policy: its own in npm builds, ours in the one-file bundle. */
export type PolicyName = 'lit-html' | 'portico';

/** The strictest policy a host may set, as a response header. Everything must work under it. */
export const strictCsp = (policy: PolicyName): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ${policy} 'allow-duplicates'`;
