import { callPort, toPortError, type Page } from '../kernel/index.ts';
import type { AuthorizationRow, WorklistFilter } from './authorizations.port.ts';
import type { ClaimWorklistInput, ClaimWorklistMemory, WorklistPlace } from './claim-worklist.task.ts';
import type { WorklistForm } from './claim-worklist.schema.ts';

type Memory = ClaimWorklistMemory;
type Step = Partial<Memory>;

/** Rows asked for at once. */
const PAGE = 50;

/** How many rows are loaded at most: who needs more narrows the list (N26). */
export const MOST_ROWS = 500;

const top = { activeId: null, offset: 0 } as const;

/** The memory of a worklist that begins, or goes on where a person was. */
export function begun(ports: ClaimWorklistInput): Memory {
  const form: WorklistForm = { scope: ports.scopes[0] ?? 'open', payerId: null, urgency: null, number: '' };
  const { place } = ports;
  return {
    ...{ ports, form: place?.form ?? form, run: place?.run ?? form, shown: null, rows: [], next: null, total: { kind: 'unknown' } },
    limit: Math.min(MOST_ROWS, Math.max(PAGE, place?.count ?? 0)),
    place: place ? { activeId: place.activeId, offset: place.offset } : top,
    ...{ goesOn: false, zones: {}, at: ports.clock.now(), revision: 0, hasNews: false, code: null },
    ...{ filters: [], acting: null, act: null, done: null, refusal: null },
  };
}

/**
 * What the port is asked. A number is looked for whole among everything there is, decided or not (P3): it names a record, so no other filter
 * may hide that. All leaves every filter aside (N26).
 */
export function filterOf(run: WorklistForm | 'all'): WorklistFilter {
  if (run === 'all') return { scope: 'all', payerId: null, urgency: null, number: '' };
  const number = run.number.trim();
  return number === '' ? { ...run, number } : { scope: 'all', payerId: null, urgency: null, number };
}

/** A page of the list with the zones of its payers. */
export interface WorklistAnswer {
  readonly run: WorklistForm | 'all';
  readonly page: Page<AuthorizationRow>;
  readonly zones: Readonly<Record<string, string>>;
}

/** Asks for rows. A zone that cannot be had keeps nobody from working: only what is past is marked then. */
export async function ask({ ports, run, goesOn, next, limit, zones }: Memory, signal: AbortSignal): Promise<WorklistAnswer> {
  const { authorizations, clock, zoneOf } = ports;
  const place = goesOn ? { cursor: next, limit: PAGE } : { cursor: null, limit };
  const page = await callPort((limited) => authorizations.worklist(filterOf(run), { ...place, signal: limited }), { clock, signal });
  const missing = [...new Set(page.rows.map(({ payerId }) => payerId))].filter((id) => zones[id] === undefined);
  const found = await Promise.all(
    missing.map((id) =>
      callPort(() => zoneOf(id), { clock, signal }).then(
        (zone) => [[id, zone]] as const,
        () => [],
      ),
    ),
  );
  return { run, page, zones: { ...zones, ...Object.fromEntries(found.flat()) } };
}

/** Rows came: from the beginning, or those after. */
export function arrived({ rows, goesOn, ports, revision }: Memory, { run, page, zones }: WorklistAnswer): Step {
  const known = new Set(goesOn ? rows.map(({ id }) => id) : []);
  const more = page.rows.filter(({ id }) => !known.has(id));
  return {
    ...{ rows: goesOn ? [...rows, ...more].slice(0, MOST_ROWS) : page.rows, next: page.next, total: page.total, zones, shown: run },
    ...{ at: ports.clock.now(), revision: revision + 1, goesOn: false, code: null },
    ...(goesOn ? {} : { hasNews: false }),
  };
}

/** Another list is asked for, from its top. */
export const running = (run: WorklistForm | 'all'): Step => ({ run, limit: PAGE, goesOn: false, place: top, done: null });

/** The same list anew, as far as it was read. */
export const again = ({ rows }: Memory): Step => ({ limit: Math.min(MOST_ROWS, Math.max(PAGE, rows.length)), goesOn: false });

/** Whether there are rows after those that are here, and room for them. */
export const mayGoOn = ({ next, rows, shown, run }: Memory): boolean => next !== null && rows.length < MOST_ROWS && shown === run;

/** Opened: whatever happened to it before is known now. */
export const opened = ({ rows, revision }: Memory, id: string): Step => ({
  rows: rows.map((row) => (row.id === id && row.isUnread ? { ...row, isUnread: false } : row)),
  revision: revision + 1,
});

/** Whether the top of the list is another one by now; a question that fails says nothing. */
export async function isOutdated({ ports: { authorizations, clock }, run, rows }: Memory, signal: AbortSignal): Promise<boolean> {
  const marks = (some: readonly AuthorizationRow[]): string => JSON.stringify(some.slice(0, PAGE).map(({ id, version }) => [id, version]));
  const page = await callPort((limited) => authorizations.worklist(filterOf(run), { limit: PAGE, signal: limited }), { clock, signal });
  return marks(page.rows) !== marks(rows);
}

/** The list could not be had. */
export const failed = (error: unknown): Step => ({ code: toPortError(error).code, goesOn: false });

/** What is remembered of a list that is left. */
export const placeOf = ({ form, run, rows, place }: Memory): WorklistPlace => ({ form, run, count: rows.length, ...place });
