import {
  contactDirectoryMachine,
  contactDirectoryView,
  type ContactDirectoryEvent,
  type ContactDirectoryView,
} from '@portico/core/directory';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the contact page of one brand, or of all. */
export const startContactDirectory = (brandId: string | null): ((stage: Stage<ContactDirectoryView>) => Run<ContactDirectoryEvent>) =>
  actorTask({
    name: 'contact-directory',
    machine: contactDirectoryMachine,
    view: contactDirectoryView,
    input: ({ backend, clock }, _stage, place) => ({
      directory: backend.directory!,
      brandId,
      country: typeof place === 'string' ? place : null,
      clock,
    }),
    place: ({ context }) => context.country ?? undefined,
  });
