import { toPortError, PortError } from '../kernel/index.ts';

/** What runs the charts of a portal. */
export type PortalActors = typeof import('./portal.actors.ts');

/** The charts of a portal and XState with them, which are no part of what a first form waits for. */
export interface LateActors {
  /** Undefined until they are there. */
  readonly here: PortalActors | undefined;
  /** Brings them; PortError `offline` when they cannot be had now, and the next call asks again. */
  bring(): Promise<PortalActors>;
}

/** The charts of one portal, on their way as soon as somebody asks. */
export function lateActors(load = (): Promise<PortalActors> => import('./portal.actors.ts')): LateActors {
  let here: PortalActors | undefined;
  let coming: Promise<PortalActors> | undefined;
  const bring = async (): Promise<PortalActors> => {
    try {
      return (here = await load());
    } catch (error) {
      coming = undefined;
      throw new PortError('offline', { cause: toPortError(error) });
    }
  };
  return {
    get here() {
      return here;
    },
    bring: () => (coming ??= bring()),
  };
}
