import type { Portal } from 'portico';
import { useSyncExternalStore } from 'react';

/** The session of a portal as React state. */
export const useSession = (portal: Portal) => useSyncExternalStore(portal.onSession, portal.session);
