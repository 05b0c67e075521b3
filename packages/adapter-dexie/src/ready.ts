/** Begins once; a beginning that failed is tried again by who asks next. */
export function untilDone(begin: () => Promise<void>): () => Promise<void> {
  let beginning: Promise<void> | null = null;
  return () => {
    beginning ??= begin().catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };
}

/** The same ports, whose methods wait until all is ready. */
export function afterReady<Ports extends Readonly<Record<string, object>>>(ready: () => Promise<void>, ports: Ports): Ports {
  const waiting = (port: object): object =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        async (...args: unknown[]): Promise<unknown> => {
          await ready();
          return (method as (...args: unknown[]) => unknown)(...args);
        },
      ]),
    );
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, waiting(port)])) as Ports;
}
