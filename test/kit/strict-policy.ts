/** The policy of `design.md` 5 for pages that load Portico from npm modules. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
];

/**
 * Puts the page under the strict policy before the first test, and answers what was broken of it, as it comes. It holds for the page from then
 * on, so such tests have a file of their own.
 */
export function underStrictPolicy(): readonly string[] {
  const broken: string[] = [];
  before(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      broken.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`),
    );
    const policy = { httpEquiv: 'Content-Security-Policy', content: directives.join('; ') };
    document.head.append(Object.assign(document.createElement('meta'), policy));
  });
  return broken;
}
