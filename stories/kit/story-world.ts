import { createClock } from '@portico/core/kernel';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../test/kit/test-portal.ts';

/** What a story runs on: a portal over the demo world, with faults that can be turned on. */
export interface StoryWorld extends TestPortal {
  readonly faults: Faults;
}

/** What a story may set for its world, under `parameters.world`; null: there is no portal at all. */
export interface WorldParameters extends TestPortalOptions {
  /** Called once when the world is there, before the story is rendered. */
  readonly prepare?: (world: StoryWorld) => void | Promise<void>;
}

type Network = 'healthy' | 'slow' | 'failing' | 'offline';

// Latency is felt in real time; the world's own clock stands still, so that no story looks different tomorrow.
const pageClock = createClock({
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
});

const worlds = new Map<string, Promise<StoryWorld>>();

async function make({ prepare, through = (backend) => backend, ...options }: WorldParameters): Promise<StoryWorld> {
  const faults = createFaults({ clock: pageClock });
  const world = { ...(await createTestPortal({ ...options, through: (backend) => withFaults(through(backend), faults) })), faults };
  await prepare?.(world);
  return world;
}

function setNetwork(faults: Faults, network: Network): void {
  faults.offline = network === 'offline';
  faults.latency = network === 'slow' ? 2_000 : 0;
  faults.failuresPerHundred = network === 'failing' ? 100 : 0;
}

/** The world of a story: made when the story is opened, kept while the toolbar changes looks and language, and under its network. */
export async function worldOf(id: string, parameters: WorldParameters | null | undefined, network: Network): Promise<StoryWorld | null> {
  if (parameters === null) return null;
  if (!worlds.has(id)) {
    worlds.clear();
    worlds.set(id, make(parameters ?? {}));
  }
  const world = await worlds.get(id)!;
  setNetwork(world.faults, network);
  return world;
}
