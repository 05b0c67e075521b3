import { toPortError } from '@portico/core/kernel';

/** Does the work; what a store or a bug throws comes out as a PortError, under a code and without its text. */
export async function orPortError<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toPortError(error);
  }
}

/** A port whose methods reject with PortErrors only. */
export function withPortErrors<Port extends object>(port: Port): Port {
  const guarded = Object.entries(port).map(([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
    name,
    (...args: unknown[]) => orPortError(() => method(...args)),
  ]);
  return Object.fromEntries(guarded) as Port;
}
