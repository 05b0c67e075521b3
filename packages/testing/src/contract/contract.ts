import type { Seed } from '@portico/backend';
import type { Instant } from '@portico/core/kernel';
import type { Backend, DemoMail } from '@portico/core/portal';
import { contractWorld } from './contract-world.ts';

/** One backend under test, with the contract's world in it and time that one can move. Pages connect to it; nobody is signed in. */
export interface ContractContext {
  /** A new page: another tab, another person. A backend without sign-in is one on which the world's clerk is signed in already. */
  connect(): Promise<Backend>;
  /** The same page after a reload: what it kept for its session is still there. Left out where pages keep no session. */
  reload?(backend: Backend): Promise<Backend>;
  readonly clock: { now(): Instant; advance(milliseconds: number): Promise<void> | void };
  /** All mails sent so far, newest first. Left out where mails cannot be seen. */
  mails?(): Promise<readonly DemoMail[]>;
  /** A new command id (UUID v7). */
  commandId(): string;
  dispose(): Promise<void>;
}

/** Makes a fresh backend for each case, filled with the seeds. */
export interface ContractFactory {
  readonly name: string;
  /** What this backend has not, by its author's word: clauses that need it are not run. @default nothing */
  readonly lacks?: readonly Need[];
  create(world: readonly Seed[]): Promise<ContractContext>;
}

/** What a case needs of a backend: a port, a method of one, a filter or sort of the search, or a means of the context. */
export type Need =
  | 'access'
  | 'authorizations'
  | 'directory'
  | 'claims'
  | 'members'
  | 'messages'
  | 'documents'
  | 'drafts'
  | 'mails'
  | 'reload'
  | `${'access' | 'authorizations' | 'directory' | 'members' | 'messages' | 'claims' | 'documents'}.${string}`
  | `filter:${string}`
  | `sort:${string}`
  | `dates:${string}`;

/** One clause of the contract, bound to no runner. Its title says what must hold and cites the requirement. */
export interface ContractCase {
  readonly title: string;
  readonly needs: readonly Need[];
  run(context: ContractContext): Promise<void>;
}

/** Whether a backend has what a case needs; cases about what it says it has not are not for it. */
export function hasNeed(context: ContractContext, { capabilities, ...ports }: Backend, need: Need): boolean {
  if (need === 'mails' || need === 'reload') return context[need] !== undefined;
  const [kind, name = ''] = need.split(/[.:]/) as [string, string?];
  const { claims } = capabilities;
  if (kind === 'filter') return claims?.filters.some((filter) => filter === name) ?? false;
  if (kind === 'sort') return claims?.sorts.some((sort) => sort === name) ?? false;
  if (kind === 'dates') return claims?.dateModes.some((mode) => mode === name) ?? false;
  const port = ports[kind as 'claims'] as Readonly<Record<string, unknown>> | undefined;
  if (name === 'open' && !claims?.resultSets) return false;
  return port !== undefined && (name === '' || port[name] !== undefined);
}

/** Runs cases with a test runner: `runContract(describe, it, factory, contractCases)`. A clause that could not be asked, though nobody said so, is a failure. */
export function runContract(
  describe: (title: string, define: () => void) => void,
  it: (title: string, run: () => Promise<void>) => void,
  factory: ContractFactory,
  cases: readonly ContractCase[],
): void {
  describe(`contract: ${factory.name}`, () => {
    for (const one of cases.filter(({ needs }) => !needs.some((need) => factory.lacks?.includes(need)))) {
      it(one.title, async () => {
        const outcome = await runCase(factory, one);
        if (outcome.result === 'failed') throw outcome.error;
        if (outcome.result === 'not-applicable')
          throw new Error(`the backend has no ${outcome.missing}; say so in 'lacks' if that is meant`);
      });
    }
  });
}

/** What came of one case. */
export type CaseOutcome =
  | { readonly title: string; readonly result: 'passed' }
  | { readonly title: string; readonly result: 'not-applicable'; readonly missing: Need }
  | { readonly title: string; readonly result: 'failed'; readonly error: unknown };

/** Runs one case on a fresh backend. */
export async function runCase(factory: ContractFactory, { title, needs, run }: ContractCase): Promise<CaseOutcome> {
  const context = await factory.create(contractWorld);
  try {
    const backend = await context.connect();
    const missing = needs.find((need) => !hasNeed(context, backend, need));
    if (missing !== undefined) return { title, result: 'not-applicable', missing };
    await run(context);
    return { title, result: 'passed' };
  } catch (error) {
    return { title, result: 'failed', error };
  } finally {
    await context.dispose();
  }
}

/** Runs all cases and says in text which clauses a stranger's adapter failed, and which are not for it. */
export async function reportContract(
  factory: ContractFactory,
  cases: readonly ContractCase[],
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const lines: string[] = [];
  const count = { passed: 0, failed: 0, 'not-applicable': 0 };
  for (const one of cases) {
    const outcome = await runCase(factory, one);
    count[outcome.result] += 1;
    if (outcome.result === 'failed') lines.push(`✗ ${outcome.title}\n    ${String(outcome.error)}`);
    if (outcome.result === 'not-applicable') lines.push(`– ${outcome.title} (has no ${outcome.missing})`);
  }
  const summary = `${factory.name}: ${count.passed} clauses hold, ${count.failed} broken, ${count['not-applicable']} not for this backend`;
  return { ok: count.failed === 0, text: [...lines, summary].join('\n') };
}
