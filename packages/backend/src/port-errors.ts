import { toPortError } from '@portico/core/kernel';

/** A port whose methods reject with PortErrors only: what a store or a bug throws comes out under a code. */
export function withPortErrors<Port extends object>(port: Port): Port {
  const guarded = Object.entries(port).map(([name, method]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (method as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        throw toPortError(error);
      }
    },
  ]);
  return Object.fromEntries(guarded) as Port;
}
