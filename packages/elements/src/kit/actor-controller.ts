import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createActor, type ActorOptions, type AnyStateMachine, type EventFromLogic, type InputFrom, type SnapshotFrom } from 'xstate';
import type { Portal } from '../portal/portal.ts';

/** What an element must be for a task to run in it. */
export interface TaskHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
}

/** How a task is run in an element. */
export interface Task<Machine extends AnyStateMachine, View extends object> {
  readonly machine: (portal: Portal) => Machine;
  readonly input: (portal: Portal) => InputFrom<Machine>;
  /** Pure; arrays in it keep identity, because views are compared shallowly. */
  readonly view: (snapshot: SnapshotFrom<Machine>) => View;
  /** Called after each change of the view, with the one before. */
  readonly changed?: (view: View, before: View | undefined) => void;
  /** Called with everything the machine emits. */
  readonly emitted?: (event: { readonly type: string }) => void;
}

type Runner<Machine extends AnyStateMachine> = {
  send(event: EventFromLogic<Machine>): void;
  stop(): void;
};

/** Runs one machine for one element: shows its view, re-renders only when the view changed, stops when the element is gone for good. */
export class ActorController<Machine extends AnyStateMachine, View extends object> implements ReactiveController {
  /** Undefined while there is no portal. */
  view: View | undefined;
  /** True when the machine itself broke; `restart()` is the cure. */
  broken = false;
  #actor: Runner<Machine> | undefined;
  #portal: Portal | undefined;
  readonly #host: TaskHost;
  readonly #task: Task<Machine, View>;

  constructor(host: TaskHost, task: Task<Machine, View>) {
    this.#host = host;
    this.#task = task;
    host.addController(this);
  }

  /** The portal in force, from the element. */
  connect(portal: Portal | undefined): void {
    if (portal === this.#portal) return;
    this.#portal = portal;
    this.restart();
  }

  send(event: EventFromLogic<Machine>): void {
    this.#actor?.send(event);
  }

  restart(): void {
    this.#stop();
    this.broken = false;
    if (this.#host.isConnected) this.#start();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (!this.#actor) this.#start();
  }

  // A move in the document is a disconnect and a connect in one task: only who is still gone a microtask later has left.
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  #start(): void {
    const portal = this.#portal;
    if (!portal) return;
    const options = { input: this.#task.input(portal) } as unknown as ActorOptions<Machine>;
    const actor = createActor(this.#task.machine(portal), options);
    this.#actor = actor as unknown as Runner<Machine>;
    const show = (snapshot: unknown): void => this.#show(this.#task.view(snapshot as SnapshotFrom<Machine>));
    actor.subscribe({
      next: show,
      error: () => {
        this.broken = true;
        this.#host.requestUpdate();
      },
    });
    if (this.#task.emitted) actor.on('*', this.#task.emitted as never);
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
    this.#actor?.stop();
    this.#actor = undefined;
    this.view = undefined;
  }
}

/** Same keys with the same values, compared one level deep. */
export function isShallowEqual(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is((a as never)[key], (b as never)[key]));
}
