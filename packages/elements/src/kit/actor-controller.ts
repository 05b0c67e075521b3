import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createActor, type ActorOptions, type AnyStateMachine, type EventFromLogic, type InputFrom, type SnapshotFrom } from 'xstate';
import type { Portal } from '../portal/portal.ts';

/** What an element must be for a task to run in it. */
export interface TaskHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly id: string;
}

/** How a task is run in an element. */
export interface Task<Machine extends AnyStateMachine, View extends object> {
  /** Name of the task; with the element's id it is the key under which its place is kept. */
  readonly name: string;
  /** False for what must work before anybody is signed in. @default true */
  readonly needsSession?: boolean;
  readonly machine: (portal: Portal) => Machine;
  /** `place` is what `place()` gave when an element under the same key was last taken away. */
  readonly input: (portal: Portal, place: unknown) => InputFrom<Machine>;
  /** Pure; arrays in it keep identity, because views are compared shallowly. */
  readonly view: (snapshot: SnapshotFrom<Machine>) => View;
  /** Called after each change of the view, with the one before. */
  readonly changed?: (view: View, before: View | undefined) => void;
  /** Called with everything the machine emits. */
  readonly emitted?: (event: { readonly type: string }) => void;
  /** What to remember of a task that stops: plain data. */
  readonly place?: (snapshot: SnapshotFrom<Machine>) => unknown;
}

interface Running<Machine extends AnyStateMachine> {
  send(event: EventFromLogic<Machine>): void;
  getSnapshot(): SnapshotFrom<Machine>;
  release(place?: unknown): void;
}

/** Runs one task for one element: shows its view, re-renders only when the view changed, stops when the element is gone for good. */
export class ActorController<Machine extends AnyStateMachine, View extends object> implements ReactiveController {
  /** Undefined while the task does not run: no portal, or nobody signed in. */
  view: View | undefined;
  /** True when the machine itself broke; `restart()` is the cure. */
  broken = false;
  #running: Running<Machine> | undefined;
  #portal: Portal | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #host: TaskHost;
  readonly #task: Task<Machine, View>;

  constructor(host: TaskHost, task: Task<Machine, View>) {
    this.#host = host;
    this.#task = task;
    host.addController(this);
  }

  /** The portal in force, from the element. */
  connect(portal: Portal | undefined): void {
    this.#unsubscribe?.();
    this.#portal = portal;
    this.#unsubscribe = portal?.onSession(() => this.#follow());
    this.restart();
  }

  send(event: EventFromLogic<Machine>): void {
    this.#portal?.touch();
    this.#running?.send(event);
  }

  /** The state of the task, for what a view does not hold (rows by index). */
  snapshot(): SnapshotFrom<Machine> | undefined {
    return this.#running?.getSnapshot();
  }

  restart(): void {
    this.#stop();
    this.broken = false;
    this.#follow();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#follow();
  }

  // A move in the document is a disconnect and a connect in one task: only who is still gone a microtask later has left.
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  #follow(): void {
    const state = this.#portal?.session().state;
    const mayRun =
      this.#host.isConnected && state !== undefined && (this.#task.needsSession === false || state === 'active' || state === 'hosted');
    if (mayRun && !this.#running) this.#start(this.#portal!);
    else if (!mayRun) this.#stop();
    // What is shown in place of the task depends on the session too.
    this.#host.requestUpdate();
  }

  #start(portal: Portal): void {
    const { name, machine, input, view, emitted } = this.#task;
    const show = (snapshot: unknown): void => this.#show(view(snapshot as SnapshotFrom<Machine>));
    const lease = portal.registry.lease(`${name}:${this.#host.id}`, (place) => {
      const actor = createActor(machine(portal), { input: input(portal, place) } as unknown as ActorOptions<Machine>);
      actor.subscribe({
        next: show,
        error: () => {
          this.broken = true;
          this.#host.requestUpdate();
        },
      });
      if (emitted) actor.on('*', emitted as never);
      return actor;
    });
    const { actor } = lease;
    this.#running = { send: (event) => actor.send(event), getSnapshot: () => actor.getSnapshot() as never, release: lease.release };
    show(actor.getSnapshot());
    actor.start();
  }

  #show(view: View): void {
    const before = this.view;
    if (before !== undefined && isShallowEqual(before, view)) return;
    this.view = view;
    this.#task.changed?.(view, before);
    this.#host.requestUpdate();
  }

  #stop(): void {
    const running = this.#running;
    this.#running = undefined;
    this.view = undefined;
    running?.release(this.#task.place?.(running.getSnapshot()));
  }
}

/** Same keys with the same values, compared one level deep. */
export function isShallowEqual(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is((a as never)[key], (b as never)[key]));
}
