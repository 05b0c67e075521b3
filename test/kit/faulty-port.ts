import { PortError } from '@portico/core/kernel';

/** Ways in which somebody's adapter may fail to answer (F17), each with the code that a caller should end with. */
export const faults: readonly { readonly name: string; readonly code: string; readonly call: (signal?: AbortSignal) => Promise<never> }[] =
  [
    {
      name: 'throws before it returns a promise',
      code: 'internal',
      call: () => {
        throw new Error('at once');
      },
    },
    { name: 'rejects with what is no PortError', code: 'internal', call: () => Promise.reject(new TypeError('fetch failed')) },
    {
      name: 'rejects with nothing',
      code: 'internal',
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the fault
      call: () => Promise.reject(undefined),
    },
    { name: 'rejects with a PortError', code: 'unavailable', call: () => Promise.reject(new PortError('unavailable')) },
    {
      name: 'rejects with a PortError of another bundle',
      code: 'offline',
      call: () => Promise.reject(Object.assign(new Error('x'), { name: 'PortError', code: 'offline', retryable: true })),
    },
    { name: 'never answers', code: 'timeout', call: () => new Promise(() => undefined) },
    { name: 'answers with nothing', code: 'internal', call: () => Promise.resolve(undefined as never) },
    { name: 'answers with null', code: 'internal', call: () => Promise.resolve(null as never) },
    { name: 'answers with something else', code: 'internal', call: () => Promise.resolve({ status: 'fine' } as never) },
    {
      name: 'rejects only when it is broken off',
      code: 'timeout',
      call: (signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    },
  ];

/** Counts rejections that nobody handled while `act` ran. */
export async function unhandledDuring(act: () => Promise<void>): Promise<readonly unknown[]> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  try {
    await act();
    // Node tells of an unhandled rejection after the microtasks of the turn.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
  }
  return unhandled;
}
