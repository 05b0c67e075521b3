import { PortError, toPortError, type LanguageChanged, type PortErrorCode } from '@portico/core/kernel';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Portal } from '../portal/portal.ts';

/** What an element must be for a task to run in it. */
export interface TaskHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  /** Part of the key under which the place of the task is kept. */
  readonly id: string;
  /** The language in force. */
  readonly locale: string;
}

/** A task under way. */
export interface Run<Event> {
  send(event: Event): void;
  /** Stops it; its place is kept for whoever comes back under the same key. */
  stop(): void;
}

/** What a task tells the element it runs in. */
export interface Stage<View> {
  readonly portal: Portal;
  readonly host: TaskHost;
  readonly show: (view: View) => void;
  readonly broke: (error: unknown) => void;
  /** The task was stopped from outside, as by a sign-out: it begins anew where it may still run. */
  readonly ended: () => void;
  readonly emitted: (event: { readonly type: string }) => void;
}

/** How an element runs its task. The machine, and XState with it, comes through `load`: a form can be typed into before it is there. */
export interface Task<View extends object, Event> {
  /** False for what must work before anybody is signed in. @default true */
  readonly needsSession?: boolean;
  readonly load: () => Promise<(stage: Stage<View>) => Run<Event>>;
  /** What is shown until the first event; without it the task is loaded as soon as it may run. */
  readonly first?: (portal: Portal) => View;
  /** True where the task has something to show that only it knows, such as a draft. */
  readonly mustWake?: (portal: Portal) => Promise<boolean>;
  /** Called after each change of the view, with the one before. */
  readonly changed?: (view: View, before: View | undefined) => void;
  readonly emitted?: (event: { readonly type: string }) => void;
}

/** Why a view could not show what it should; many views have it. */
interface Failing {
  readonly code?: PortErrorCode | null;
}

/**
 * Runs one task for one element: shows its view, re-renders only when the view changed, stops when the element is gone for good. What broke,
 * and the `code` of a view that has one, is handed to the host.
 */
export class TaskController<View extends object, Event> implements ReactiveController {
  /** Undefined while there is nothing to show: no portal, nobody signed in, or a task on its way. */
  view: View | undefined;
  /** True when the task itself broke or could not be loaded; `restart()` is the cure. */
  broken = false;
  #portal: Portal | undefined;
  #unsubscribe: (() => void) | undefined;
  #run: Run<Event> | undefined;
  /** Counts starts: what belongs to an earlier one is no longer heard. */
  #turn = 0;
  #isOpen = false;
  #isLoading = false;
  #waiting: Event[] = [];
  /** The language in which was typed what was typed so far. */
  #spoken: string | undefined;
  readonly #host: TaskHost;
  readonly #task: Task<View, Event>;

  constructor(host: TaskHost, task: Task<View, Event>) {
    this.#host = host;
    this.#task = task;
    host.addController(this);
  }

  /** True while the task may run; without a view it is then on its way. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The portal in force, from the element. */
  connect(portal: Portal | undefined): void {
    this.#portal = portal;
    this.#listen();
    this.restart();
  }

  send(event: Event): void {
    this.#portal?.touch();
    if (this.#run) return this.#run.send(event);
    this.#waiting.push(event);
    this.#load();
  }

  /** Somebody is about to use the task: it comes as soon as the page has shown that, so that the first key does not wait behind it. */
  wake(): void {
    requestAnimationFrame(() => setTimeout(() => this.#load()));
  }

  /** Loads and starts the task, if it may run and does not yet. */
  #load(): void {
    if (!this.#isOpen || this.#isLoading || this.#run) return;
    this.#isLoading = true;
    const turn = this.#turn;
    this.#task
      .load()
      .then((start) => turn === this.#turn && this.#start(start))
      .catch((error: unknown) => turn === this.#turn && this.#broke(error));
  }

  restart(): void {
    this.#close();
    this.broken = false;
    this.#follow();
  }

  hostConnected(): void {
    this.#listen();
    this.#follow();
  }

  /** What was typed is meant in the language it was typed in. A machine that reads nothing by language does not hear this. */
  hostUpdate(): void {
    const before = this.#spoken;
    this.#spoken = this.#host.locale;
    if (before === undefined || before === this.#spoken) return;
    const event: LanguageChanged = { type: 'language.changed', before };
    if (this.#run) this.#run.send(event as Event);
    else if (this.#waiting.length > 0) this.#waiting.push(event as Event);
  }

  // A move in the document is a disconnect and a connect in one task: only who is still gone a microtask later has left.
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#unsubscribe?.();
      this.#close();
    });
  }

  #listen(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#host.isConnected ? this.#portal?.onSession(() => this.#follow()) : undefined;
  }

  #follow(): void {
    const portal = this.#portal;
    const state = portal?.session().state;
    const mayRun = this.#host.isConnected && state && (this.#task.needsSession === false || state === 'active' || state === 'hosted');
    if (mayRun && !this.#isOpen) this.#open(portal!);
    else if (!mayRun) this.#close();
    // What stands in place of the task depends on the session too.
    this.#host.requestUpdate();
  }

  #open(portal: Portal): void {
    this.#isOpen = true;
    this.#turn += 1;
    const turn = this.#turn;
    const { first, mustWake } = this.#task;
    if (first) this.#show(first(portal));
    else this.#load();
    // A draft that cannot be asked for keeps nobody from working.
    mustWake?.(portal).then(
      (must) => must && turn === this.#turn && this.#load(),
      () => undefined,
    );
  }

  #start(start: (stage: Stage<View>) => Run<Event>): void {
    this.#isLoading = false;
    const turn = this.#turn;
    this.#run = start({
      portal: this.#portal!,
      host: this.#host,
      show: (view) => turn === this.#turn && this.#show(view),
      broke: (error) => turn === this.#turn && this.#broke(error),
      // Not at once: whoever stops the tasks is about to say what became of the session.
      ended: () => queueMicrotask(() => turn === this.#turn && this.restart()),
      emitted: (event) => this.#task.emitted?.(event),
    });
    this.#waiting.splice(0).forEach((event) => this.#run?.send(event));
  }

  #broke(error: unknown): void {
    this.#portal?.report(toPortError(error));
    this.#isLoading = false;
    this.broken = true;
    this.#host.requestUpdate();
  }

  #show(view: View): void {
    const before = this.view;
    if (before !== undefined && isShallowEqual(before, view)) return;
    this.view = view;
    const { code }: Failing = view;
    if (code && code !== (before as Failing | undefined)?.code) this.#portal?.report(new PortError(code));
    // First the update, then whoever waits for it to be done.
    this.#host.requestUpdate();
    this.#task.changed?.(view, before);
  }

  #close(): void {
    const run = this.#run;
    this.#turn += 1;
    this.#isOpen = this.#isLoading = false;
    this.#run = this.view = undefined;
    this.#waiting = [];
    run?.stop();
  }
}

/** Same keys with the same values, compared one level deep. */
export function isShallowEqual(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is((a as never)[key], (b as never)[key]));
}
