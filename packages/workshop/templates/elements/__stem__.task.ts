import { __camel__Machine, __camel__View } from '@portico/core/__area__';
import { PortError } from '@portico/core/kernel';
import { actorTask } from '../kit/run-actor.ts';

/** Starts this task. Until `load` asks a port of `backend`, it says that the backend does not offer it. */
export const start__Stem__ = actorTask({
  name: '__stem__',
  machine: __camel__Machine,
  view: __camel__View,
  input: ({ clock }) => ({ load: () => Promise.reject(new PortError('not-supported')), clock }),
});
