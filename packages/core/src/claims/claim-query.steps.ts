import { sameDays } from '../kernel/index.ts';
import { defaultSortOf } from './case-search.rules.ts';
import type { FoundDraft } from './claim-query-draft.ts';
import type { ClaimQueryDraft } from './claim-query-draft.schema.ts';
import { emptyForm, type ClaimQueryForm } from './claim-query-form.ts';
import { offerOf } from './claim-query.begin.ts';
import { readForm } from './claim-query.rules.ts';
import type { CaseCriteria, CaseSort } from './claim-query.schema.ts';
import type { ClaimQueryContext, QueryOffer } from './claim-query.task.ts';
import type { ClaimsPolicy } from './claims.policy.ts';

/** What a step changes in the memory of Claims Query. */
type Step = Partial<ClaimQueryContext>;

const dateFields = ['from', 'to'] as const;
const start = { activeId: null, offset: 0 } as const;
const noDates = { from: null, to: null } as const;

/** Policy and draft are there: what is offered, and where the person was; what was typed and asked meanwhile stands. */
export function prepared(context: ClaimQueryContext, { policy, draft, unread }: FoundDraft & { readonly policy: ClaimsPolicy }): Step {
  const offer = offerOf(context.ports, policy);
  const found = context.form === emptyForm ? draft : null;
  const form = found?.form ?? context.form;
  const [mode = 'service'] = offer.dateModes;
  const dateMode = offer.dateModes.includes(form.dateMode) ? form.dateMode : mode;
  const ready = {
    ...{ policy, offer, unread, run: found?.run ?? null, place: found?.place ?? start, code: null, isAwaited: false },
    isStale: found?.isStale ?? context.isStale,
    form: dateMode === form.dateMode ? form : { ...form, dateMode },
    sort: found?.run ? sortFor(offer, found.run.sort, found.run.criteria.dateMode, dateMode) : usual(offer, dateMode),
    // Who left the page left its fields.
    left: found ? dateFields.filter((field) => form[field] !== '') : context.left,
  };
  const next = { ...context, ...ready };
  return { ...ready, ...(context.isAwaited ? asked(next) : told(next)) };
}

/** Something was typed or chosen: its errors are gone until the field is left. */
export function changed(
  { form, errors, dates, run, sort, offer }: ClaimQueryContext,
  changes: Partial<ClaimQueryForm>,
  newSort?: CaseSort | null,
): Step {
  return {
    form: { ...form, ...changes },
    errors: 'section' in changes ? [] : errors.filter(({ field }) => !(field in changes)),
    dates: { from: 'from' in changes ? null : dates.from, to: 'to' in changes ? null : dates.to },
    sort: newSort ?? (changes.dateMode ? sortFor(offer, sort, form.dateMode, changes.dateMode) : sort),
    isStale: run !== null,
    isDirty: true,
  };
}

/** The order that goes with a date mode, where the backend can sort so. */
function usual({ sorts }: QueryOffer, dateMode: CaseCriteria['dateMode']): CaseSort | null {
  const sort = defaultSortOf(dateMode);
  return sorts.includes(sort.key) ? sort : null;
}

/** An order follows the date mode for as long as nobody chose another one. */
function sortFor(
  offer: QueryOffer,
  sort: CaseSort | null,
  before: CaseCriteria['dateMode'],
  now: CaseCriteria['dateMode'],
): CaseSort | null {
  const was = defaultSortOf(before);
  const isChosen = sort !== null && (sort.key !== was.key || sort.direction !== was.direction);
  return isChosen || before === now ? sort : usual(offer, now);
}

/** A field was left: says what is wrong with those that were, and what the dates mean. */
export function looked(context: ClaimQueryContext, field: keyof ClaimQueryForm): Step {
  const left = context.left.includes(field) ? context.left : [...context.left, field];
  return { left, ...told({ ...context, left }) };
}

/** What is to be said of the fields that were left. */
function told(context: ClaimQueryContext): Step {
  const found = context.left.length > 0 && check(context);
  return found ? { errors: found.errors.filter(({ field }) => context.left.includes(field)), dates: found.criteria } : {};
}

/** Execute was pressed: freezes what the form asks for, or says everything that is wrong with it. */
export function asked(context: ClaimQueryContext): Step {
  const { criteria, errors } = check(context)!;
  if (errors.length > 0) return { errors, dates: criteria };
  return { run: { criteria, sort: context.sort, pages: [] }, place: start, errors, dates: criteria, isStale: false, isDirty: true };
}

/** The same query in another order, from its beginning. */
export const sorted = ({ run }: ClaimQueryContext, sort: CaseSort): Step => ({
  ...{ sort, run: run && { ...run, sort, pages: [] }, place: start, isDirty: true },
});

/** The same query from its first page, because the way to the later one is no longer known. */
export const renewed = ({ run }: ClaimQueryContext): Step => ({ run: run && { ...run, pages: [] } });

/** The same query, a page on or back. */
export function turned({ run, result }: ClaimQueryContext, direction: 'next' | 'previous'): Step {
  if (run === null || result === null) return {};
  const before = (run.pages.at(-1)?.before ?? 0) + result.rows.count;
  const pages = direction === 'next' ? [...run.pages, { cursor: result.next ?? '', before }] : run.pages.slice(0, -1);
  return { run: { ...run, pages }, place: start, isDirty: true };
}

/** The search was called off: what was shown before is shown again. */
export const takenBack = ({ result, sort }: ClaimQueryContext): Step => ({
  ...{ run: result?.run ?? null, sort: result?.run.sort ?? sort, isStale: result !== null, isDirty: true },
});

/** The language changed: days that were understood stay the same days. */
export const respoken = ({ form, ports }: ClaimQueryContext, before: string): Step => ({
  form: sameDays(form, dateFields, before, { today: ports.today(), locale: ports.locale() }),
  isDirty: true,
});

/** Nothing typed, nothing asked; section and date mode stay as chosen. */
export const cleared = ({ form: { section, dateMode } }: ClaimQueryContext): Step => ({
  ...{ form: { ...emptyForm, section, dateMode }, left: [], errors: [], dates: noDates, place: start },
  ...{ run: null, result: null, rowsCode: null, isAwaited: false, isStale: false, isDirty: true },
});

/** What the form asks for and what is wrong with it; null before the policy is there. */
export function check({ form, ports, policy, offer }: ClaimQueryContext): ReturnType<typeof readForm> | null {
  if (policy === null) return null;
  return readForm(form, { today: ports.today(), locale: ports.locale(), policy: { ...policy, dateModes: offer.dateModes } });
}

/** What is to be found again: what is typed, what was asked, and where the person stands. */
export const draftOf = ({ form, run, place, isStale }: ClaimQueryContext): ClaimQueryDraft => ({ form, run, place, isStale });

/** Puts it into the draft. */
export async function keep(context: ClaimQueryContext): Promise<void> {
  const { drafts, taskId, clock } = context.ports;
  await drafts?.put({ taskId, commandId: null, payload: draftOf(context), savedAt: clock.now() });
}
