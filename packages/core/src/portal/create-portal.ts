import { callPort, can, dateIn } from '../kernel/index.ts';
import { createActorRegistry } from './actor-registry.ts';
import { createEventHub } from './event-hub.ts';
import { lateActors } from './late-actors.ts';
import { createOutbox } from './outbox.ts';
import { createPolicyCache } from './policy-cache.ts';
import { createPortalSession } from './portal-session.ts';
import type { HeadlessPortal, HeadlessPortalOptions } from './portal.ts';
import { sessionDrafts } from './session-drafts.ts';

/** Makes the headless half of a portal: session, outbox, running tasks, policies and events over one backend. */
export function createPortal(options: HeadlessPortalOptions): HeadlessPortal {
  const { backend, clock = backend.clock, ids = backend.ids } = options;
  if (!clock || !ids)
    throw new Error('[portico/portal] no time or no ids: give createPortal `clock` and `ids`, or a backend that brings its own.');
  const random = options.random ?? (() => parseInt(ids.uuid().slice(-8), 16) / 2 ** 32 || 0);

  const events = createEventHub(options.onEvent, options.onError);
  const policies = createPolicyCache(backend.policies, (run) => callPort(run, { clock }));
  const registry = createActorRegistry();
  const actors = lateActors();
  const mayRepeat = backend.capabilities.idempotency !== 'ask-before-retry';
  const outbox = createOutbox({ clock, actors, ids, random, mayRepeat, onEnd: (end) => events.emit({ type: 'command-ended', ...end }) });
  const wipe = (): void => {
    registry.clear();
    outbox.wipe();
    policies.clear();
  };
  const loadPolicy = async () => (await policies.policyFor('portal')).access;
  const session = createPortalSession({ backend, clock, actors, loadPolicy, wipe, events });
  const subject = () => session.view().subject;
  const drafts = backend.drafts ? sessionDrafts(backend.drafts, session.view) : null;
  session.onChange((view) => drafts?.follow(view));

  return {
    contractVersion: 1,
    backend,
    clock,
    ids,
    registry,
    outbox,
    drafts,
    session: session.view,
    onSession: session.onChange,
    subject,
    signIn: session.signIn,
    touch: session.touch,
    logout: session.logout,
    can: (action, resource) => (session.view().state === 'hosted' ? { allow: true, hidden: [] } : can(subject(), action, resource)),
    policyFor: policies.policyFor,
    today: (zone) => dateIn(zone, clock.now()),
    on: events.on,
    emit: events.emit,
    report: (error) => {
      events.report(error);
      if (error.code === 'not-signed-in' && session.view().state === 'active') session.end('expired');
    },
    close: () => {
      session.close();
      wipe();
    },
  };
}
