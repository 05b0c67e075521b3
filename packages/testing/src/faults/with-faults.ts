import type { ResultSet } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import type { Faults } from './faults.ts';

/** The same backend with every call of its ports under faults; capabilities, time and demo controls stay as they are. */
export function withFaults(backend: Backend, faults: Faults): Backend {
  const { access, authorizations, claims, directory, documents, members, messages, drafts, policies, changes } = backend;
  const ports = Object.entries({ access, authorizations, claims, directory, documents, members, messages, drafts, policies }).flatMap(
    ([name, port]) => (port === undefined ? [] : [[name, faultyPort(name, port, faults)] as const]),
  );
  return {
    ...backend,
    ...(Object.fromEntries(ports) as Pick<
      Backend,
      'access' | 'authorizations' | 'claims' | 'directory' | 'documents' | 'members' | 'messages' | 'drafts' | 'policies'
    >),
    changes: {
      subscribe: (topic, listener) => changes.subscribe(topic, (change) => (faults.offline ? undefined : listener(change))),
    },
  };
}

function faultyPort(name: string, port: object, faults: Faults): object {
  return Object.fromEntries(
    Object.entries(port).map(([method, call]: [string, (...args: unknown[]) => Promise<unknown>]) => [
      method,
      (...args: unknown[]) =>
        faults.through(`${name}.${method}`, signalIn(args), async () => {
          const answer = await call.apply(port, args);
          return isResultSet(answer) ? faultySet(`${name}.rows`, answer, faults) : answer;
        }),
    ]),
  );
}

const faultySet = (name: string, set: ResultSet<unknown>, faults: Faults): ResultSet<unknown> => ({
  total: set.total,
  rows: (from, to, options) => faults.through(name, options?.signal, () => set.rows(from, to, options)),
  close: () => set.close(),
});

const isResultSet = (answer: unknown): answer is ResultSet<unknown> =>
  typeof answer === 'object' && answer !== null && typeof (answer as { close?: unknown }).close === 'function';

/** Every port takes its signal in one of its last objects. */
function signalIn(args: readonly unknown[]): AbortSignal | undefined {
  for (const arg of args.toReversed()) {
    const { signal } = (typeof arg === 'object' && arg !== null ? arg : {}) as { signal?: AbortSignal };
    if (signal !== undefined) return signal;
  }
  return undefined;
}
