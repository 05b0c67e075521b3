/** Runs work under a name after all other work under it. Names do not wait for one another. */
export type InTurn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Turns within this process. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const result = (last.get(name) ?? Promise.resolve()).then(work);
    const settled: Promise<unknown> = result.catch(() => undefined).then(() => last.get(name) === settled && last.delete(name));
    last.set(name, settled);
    return result;
  };
}
