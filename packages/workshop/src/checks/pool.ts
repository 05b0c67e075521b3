/** What a check came to: nothing to say, or what is wrong. */
export interface Verdict {
  readonly ok: boolean;
  readonly text: string;
}

/** A check by name. `after` names the one whose output it reads. */
export interface Check {
  readonly name: string;
  readonly after?: string;
  readonly run: () => Promise<Verdict>;
}

/** A finished check. */
export interface Report extends Verdict {
  readonly name: string;
  readonly seconds: number;
}

/** Runs every check, some at a time, each after the one it names; what one throws is its own failure. */
export async function runAll(checks: readonly Check[], atATime: number, done: (report: Report) => void): Promise<readonly Report[]> {
  const waiting = [...checks];
  const reports: Report[] = [];
  const isReady = ({ after }: Check) =>
    after === undefined || !checks.some(({ name }) => name === after) || reports.some(({ name }) => name === after);
  const runOne = async (check: Check): Promise<void> => {
    const started = performance.now();
    const verdict = await check
      .run()
      .catch((error: unknown): Verdict => ({ ok: false, text: error instanceof Error ? error.message : String(error) }));
    const report = { ...verdict, name: check.name, seconds: (performance.now() - started) / 1000 };
    reports.push(report);
    done(report);
  };
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < atATime ? waiting.findIndex(isReady) : -1;
    if (next >= 0) {
      const [check] = waiting.splice(next, 1) as [Check];
      const one = runOne(check).finally(() => running.delete(one));
      running.add(one);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      throw new Error(`checks wait for one another: ${waiting.map(({ name }) => name).join(', ')}`);
    }
  }
  return reports;
}
