import { recoveryDepartures } from '@portico/core/access';
import type { Change, Clock, Ids, PolicyScope } from '@portico/core/kernel';
import type { Policy } from '@portico/core/policy';
import type { Backend, Capabilities } from '@portico/core/portal';
import { createAccessService } from './access/access.service.ts';
import { createSessions } from './access/sessions.ts';
import { createSignIn } from './access/sign-in.ts';
import { createAuthorizationsService } from './authorizations/authorizations.service.ts';
import { createChangeHub, pageChanges } from './changes.ts';
import { createCaseList } from './claims/case-list.ts';
import type { CaseSearch } from './claims/case-search.ts';
import { createClaimsService } from './claims/claims.service.ts';
import type { BackOfficeStore } from './collections.ts';
import { createDirectoryService } from './directory/directory.service.ts';
import { createDirectoryLists } from './directory/lists.ts';
import { createDocumentsService } from './documents/documents.service.ts';
import { createDraftsService } from './drafts.service.ts';
import { createMemoryFiles, type FileStore } from './files.ts';
import { createTurns, type InTurn } from './in-turn.ts';
import { createMessagesService } from './messages/messages.service.ts';
import { createMembersService } from './members/members.service.ts';
import type { ChangeRelay, Hasher, Mailer, Office, SessionKeeper } from './office.ts';
import { sendWaiting } from './outbox.ts';
import { policyOf, type PolicyOptions } from './policy-of.ts';
import { withPortErrors } from './port-errors.ts';

/** What a back office is made of. */
export interface BackOfficeOptions {
  readonly store: BackOfficeStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hasher: Hasher;
  /** Without one there is no recovery by mail. */
  readonly mailer?: Mailer;
  readonly policies: PolicyOptions;
  /** The page that redeems recovery links; the secret is appended as its fragment. */
  readonly recoveryUrl: string;
  /** `rehearsal` where the store is the user's own browser. */
  readonly enforcement: Capabilities['enforcement'];
  /** Tells changes to other tabs or processes. */
  readonly relay?: ChangeRelay;
  /** Lets people who sign in under one name at the same moment wait for one another. @default within this process */
  readonly inTurn?: InTurn;
  /** The organisation whose helpdesk activates people who register (N7, N8). @default nobody can register */
  readonly registersInto?: string;
  /** A search of claims of the store's own. @default one over rows in memory */
  readonly cases?: CaseSearch;
  /** Where bytes of documents are kept. @default in memory */
  readonly files?: FileStore;
  /** Whether an intake binds a clerk to providers that nobody here is bound to; for demos that open files from anywhere. @default false */
  readonly adoptProviders?: boolean;
  /** Hears at the start what this installation departs from by its own choice. */
  readonly log?: (line: string) => void;
  /** Totals above it are told as "at least". @default counted exactly */
  readonly countCap?: number;
}

/** A backend with every port. */
export type WholeBackend = Backend &
  Required<Pick<Backend, 'access' | 'authorizations' | 'claims' | 'directory' | 'documents' | 'members' | 'messages' | 'drafts'>>;

/** A back office, to which any number of pages connect. */
export interface BackOffice {
  /** The ports as one page sees them: with the session that its keeper holds. */
  connect(keeper: SessionKeeper): WholeBackend;
  /** Resolves when no mail that could be sent is waiting any more. */
  mailsSent(): Promise<void>;
  /** Lets the search of claims read what is new, so that the next search is quick. */
  prepareSearch(): Promise<void>;
  /** Tells everybody changes that no service knows of, such as those of a demo's clock. */
  announce(changes: readonly Change[]): void;
  close(): void;
}

/** The reference back office: every port of core over a small store. */
export function createBackOffice(options: BackOfficeOptions): BackOffice {
  const { store, clock, ids, relay, policies } = options;
  let sending: Promise<void> = Promise.resolve();
  const policyFor = policyOf(policies);
  const office: Office = {
    ...{ store, clock, ids, policyFor },
    hasher: options.hasher,
    mailer: options.mailer ?? null,
    inTurn: options.inTurn ?? createTurns(),
    changes: createChangeHub(relay),
    cases: options.cases ?? createCaseList(),
    lists: createDirectoryLists(),
    files: options.files ?? createMemoryFiles(),
    recoveryUrl: options.recoveryUrl,
    registersInto: options.registersInto ?? null,
    adoptProviders: options.adoptProviders ?? false,
    countCap: options.countCap ?? Infinity,
    flush: () => {
      // What could not be read or deleted now is met again after the next command.
      sending = sending.then(() => sendWaiting(office)).catch(() => undefined);
    },
  };
  const signIn = createSignIn(office);
  const capabilities = capabilitiesOf(options, policyFor('portal'));
  const { departures = [] } = capabilities.access ?? {};
  if (departures.length > 0) options.log?.(`[portico/backend] ${departures.join(', ')}: policy access.recovery names secret-question`);

  return {
    connect(keeper) {
      const sessions = createSessions(office, keeper);
      return {
        capabilities,
        policies: withPortErrors({ for: async (scope: PolicyScope) => ({ version: 1, policy: await policyWithin(scope) }) }),
        changes: pageChanges(office.changes, sessions.organisationId),
        access: withPortErrors(createAccessService(office, sessions, signIn)),
        directory: withPortErrors(createDirectoryService(office, sessions)),
        members: withPortErrors(createMembersService(office, sessions)),
        claims: withPortErrors(createClaimsService(office, sessions)),
        authorizations: withPortErrors(createAuthorizationsService(office, sessions)),
        documents: withPortErrors(createDocumentsService(office, sessions)),
        messages: withPortErrors(createMessagesService(office, sessions)),
        drafts: withPortErrors(createDraftsService(office, sessions)),
        clock,
        ids,
        close: () => undefined,
      };

      async function policyWithin(scope: PolicyScope): Promise<Policy> {
        return scope === 'portal' ? policyFor(scope) : sessions.reading(async () => policyFor(scope));
      }
    },
    mailsSent: () => sending,
    prepareSearch: () => store.transaction('read', (tx) => office.cases.catchUp(tx)),
    announce: (changes) => office.changes.publish(changes.map((change) => ({ ...change, organisationId: null }))),
    close: () => store.close(),
  };
}

/** One page and its back office in one: for a backend that lives in the page. */
export function createBackend(options: BackOfficeOptions & { readonly sessionKeeper: SessionKeeper }): Backend {
  const office = createBackOffice(options);
  return { ...office.connect(options.sessionKeeper), close: () => office.close() };
}

function capabilitiesOf({ enforcement, relay, mailer, registersInto }: BackOfficeOptions, { access, claims }: Policy): Capabilities {
  // Every recovery ends with a notice by mail.
  const recovery = mailer ? access.recovery : [];
  const departures = recoveryDepartures(recovery);
  const isOpen = access.registration && !!mailer && registersInto !== undefined;
  return {
    contractVersion: 1,
    idempotency: 'stored-answer',
    changes: relay === undefined && enforcement === 'server' ? 'refresh' : 'push',
    enforcement,
    access: {
      recovery,
      ...(isOpen ? { registration: true } : {}),
      ...(departures.length > 0 ? { departures } : {}),
    },
    members: { by: ['card', 'member-number', 'national-id', 'name'] },
    claims: {
      filters: ['kind', 'decision', 'notUsed', 'memberName', 'memberNumber', 'payer', 'physician', 'identifier', 'amount'],
      dateModes: claims.dateModes,
      sorts: ['serviceDate', 'paymentDate', 'memberName', 'payerName', 'billed', 'paid'],
      resultSets: true,
    },
  };
}
