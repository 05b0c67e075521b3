import { PortError } from '../kernel/index.ts';
import { withoutPeople, type PortalEvent, type PortalEvents } from './portal-events.ts';

/** Listeners by event, and the host's own two ears. A listener that throws is reported and stops nobody. */
export interface EventHub {
  on<Type extends keyof PortalEvents>(type: Type, listener: (event: PortalEvents[Type] & { readonly type: Type }) => void): () => void;
  emit(event: PortalEvent): void;
  report(error: PortError): void;
}

/** Makes a hub for what a host gave to listen with. */
export function createEventHub(
  onEvent: ((event: PortalEvent) => void) | undefined,
  onError: ((error: PortError) => void) | undefined,
): EventHub {
  const listeners = new Map<string, Set<(event: never) => void>>();
  const report = (error: PortError): void => {
    try {
      onError?.(error);
    } catch {
      // The one who is told of errors failed: there is nobody left to tell.
    }
  };
  const tell = (listener: ((event: never) => void) | undefined, event: PortalEvent): void => {
    try {
      listener?.(event as never);
    } catch (error) {
      report(new PortError('internal', { cause: error }));
    }
  };
  return {
    report,
    on(type, listener) {
      const heard = listeners.get(type) ?? new Set();
      listeners.set(type, heard.add(listener));
      return () => void heard.delete(listener);
    },
    emit(given) {
      const event = withoutPeople(given);
      tell(onEvent, event);
      [...(listeners.get(event.type) ?? [])].forEach((listener) => tell(listener, event));
    },
  };
}
