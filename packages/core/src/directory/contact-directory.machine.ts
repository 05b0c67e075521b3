import { assign, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type PortErrorCode } from '../kernel/index.ts';
import type { Contact, DirectoryPort } from './directory.port.ts';

/** What showing the contacts needs. */
export interface ContactDirectoryInput {
  readonly directory: Pick<DirectoryPort, 'contacts'>;
  /** One brand only; null: all of them. */
  readonly brandId: string | null;
  /** The country that was chosen when this was last shown; null: all. */
  readonly country: string | null;
  readonly clock: Clock;
}

/** What a person does with the contacts. */
export type ContactDirectoryEvent =
  { readonly type: 'country.chosen'; readonly country: string | null } | { readonly type: 'load.retried' };

interface ContactDirectoryContext {
  readonly ports: ContactDirectoryInput;
  readonly country: string | null;
  readonly contacts: readonly Contact[];
  /** Those of the chosen country. */
  readonly shown: readonly Contact[];
  /** Countries that have a contact, each once, in the order of the contacts. */
  readonly countries: readonly string[];
  readonly code: PortErrorCode | null;
}

const none: readonly never[] = [];

const within = (contacts: readonly Contact[], country: string | null): readonly Contact[] =>
  country === null ? contacts : contacts.filter((contact) => contact.country === country);

const listed = (contacts: readonly Contact[], wanted: string | null) => {
  const countries = [...new Set(contacts.map(({ country }) => country))];
  const country = wanted !== null && countries.includes(wanted) ? wanted : null;
  return { contacts, countries, country, shown: within(contacts, country), code: null };
};

/** One person looks up whom to call or write to (N1–N3, N6); it asks for no session. */
export const contactDirectoryMachine = setup({
  types: {} as { context: ContactDirectoryContext; events: ContactDirectoryEvent; input: ContactDirectoryInput },
  actors: {
    load: fromPromise<readonly Contact[], ContactDirectoryInput>(async ({ input: { directory, brandId, clock }, signal }) => {
      const ask = (limited: AbortSignal) => directory.contacts({ ...(brandId !== null && { brandId }), signal: limited });
      const contacts = await callPort(ask, { clock, signal });
      if (!Array.isArray(contacts)) throw new PortError('internal');
      return contacts as readonly Contact[];
    }),
  },
}).createMachine({
  id: 'contact-directory',
  context: ({ input }) => ({ ports: input, country: input.country, contacts: none, shown: none, countries: none, code: null }),
  initial: 'loading',
  states: {
    loading: {
      invoke: {
        src: 'load',
        input: ({ context }) => context.ports,
        onDone: { target: 'listed', actions: assign(({ context, event }) => listed(event.output, context.country)) },
        onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    listed: {
      on: { 'country.chosen': { actions: assign(({ context, event }) => listed(context.contacts, event.country)) } },
    },
    failed: { on: { 'load.retried': 'loading' } },
  },
});
