import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { contactDirectoryMachine } from './contact-directory.machine.ts';
import type { contactDirectoryMessages } from './contact-directory.messages.ts';
import type { Contact } from './directory.port.ts';

type Key<Names extends string> = Extract<keyof typeof contactDirectoryMessages, `contact-directory.${Names}`>;

/** What is shown of the contacts. */
export interface ContactDirectoryView {
  readonly state: 'loading' | 'listed' | 'empty' | 'failed';
  /** Those of the chosen country, or all, in the backend's order. */
  readonly contacts: readonly Contact[];
  /** Countries to choose from (ISO 3166 alpha-2), in the backend's order; names and their order are a matter of the language. */
  readonly countries: readonly string[];
  /** The chosen country; null: all. */
  readonly country: string | null;
  readonly failure: Key<'offline' | 'busy' | 'denied' | 'unavailable'> | null;
  readonly canRetry: boolean;
  /** Why they could not be had, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** What is shown before anything is known: the same as of a machine that has only begun. */
export const contactDirectoryFirstView: ContactDirectoryView = {
  state: 'loading',
  contacts: [],
  countries: [],
  country: null,
  failure: null,
  canRetry: false,
  code: null,
};

/** Pure: a snapshot of the machine to what is shown. */
export function contactDirectoryView({ value, context }: SnapshotFrom<typeof contactDirectoryMachine>): ContactDirectoryView {
  const failed = value === 'failed';
  return {
    state: value === 'listed' && context.contacts.length === 0 ? 'empty' : value,
    contacts: context.shown,
    countries: context.countries,
    country: context.country,
    failure: failed ? failureOf(context.code) : null,
    canRetry: failed && failureOf(context.code) !== 'contact-directory.denied',
    code: failed ? context.code : null,
  };
}

function failureOf(code: PortErrorCode | null): ContactDirectoryView['failure'] {
  if (code === 'offline') return 'contact-directory.offline';
  if (code === 'rate-limited') return 'contact-directory.busy';
  return code === 'denied' || code === 'not-signed-in' ? 'contact-directory.denied' : 'contact-directory.unavailable';
}
