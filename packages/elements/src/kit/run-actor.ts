import { createActor, type ActorOptions, type AnyStateMachine, type EventFromLogic, type InputFrom, type SnapshotFrom } from 'xstate';
import type { Portal } from '../portal/portal.ts';
import type { Run, Stage } from './task-controller.ts';

/** A machine of core, and how an element's portal and place become its input. */
export interface ActorTask<Machine extends AnyStateMachine, View extends object> {
  /** Name of the task; with the element's id it is the key under which its place is kept. */
  readonly name: string;
  readonly machine: Machine;
  /** Gives the machine the actors that need a page: files, print. */
  readonly provide?: (machine: Machine, stage: Stage<View>) => Machine;
  /** `place` is what `place()` gave when an element under the same key was last taken away. */
  readonly input: (portal: Portal, stage: Stage<View>, place: unknown) => InputFrom<Machine>;
  /** Pure; arrays in it keep identity, because views are compared shallowly. */
  readonly view: (snapshot: SnapshotFrom<Machine>) => View;
  /** What to remember of a task that stops: plain data. */
  readonly place?: (snapshot: SnapshotFrom<Machine>) => unknown;
}

/** Turns a machine into what `Task.load` gives: the start of an actor that shows its view on a stage. */
export function actorTask<Machine extends AnyStateMachine, View extends object>(
  task: ActorTask<Machine, View>,
): (stage: Stage<View>) => Run<EventFromLogic<Machine>> {
  return (stage) => {
    const lease = stage.portal.registry.lease(`${task.name}:${stage.host.id || 'main'}`, (place) =>
      createActor(task.provide?.(task.machine, stage) ?? task.machine, {
        input: task.input(stage.portal, stage, place),
      } as unknown as ActorOptions<Machine>),
    );
    const { actor } = lease;
    const show = (snapshot: unknown): void => {
      try {
        stage.show(task.view(snapshot as SnapshotFrom<Machine>));
      } catch (error) {
        stage.broke(error);
      }
    };
    actor.subscribe({ next: show, error: stage.broke, complete: stage.ended });
    actor.on('*', stage.emitted as never);
    show(actor.getSnapshot());
    actor.start();
    return {
      send: (event) => actor.send(event),
      stop: () => lease.release(task.place?.(actor.getSnapshot() as SnapshotFrom<Machine>)),
    };
  };
}
