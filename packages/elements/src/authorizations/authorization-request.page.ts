import { nameOfCode, type CodeEntry, type CodeListName, type Physician } from '@portico/core/directory';
import type { AuthorizationRequestEvent, AuthorizationRequestView, RequestField } from '@portico/core/authorizations/authorization-request';
import type { Page } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { Combobox } from '../controls/combobox.ts';
import type { Shown } from '../controls/field.parts.ts';
import { createCodeNames, type CodeNames } from '../directory/code-names.ts';
import type { AttachmentsController } from '../documents/attachments-controller.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { dayMeant } from '../portal/day-meant.ts';
import type { MemberNote } from './authorization-request-member.parts.ts';
import { requestForm } from './authorization-request-form.parts.ts';
import { outcome, review } from './authorization-request-review.parts.ts';
import { requestTexts, type RequestTexts } from './authorization-request.texts.ts';

/** What the page does with the element it stands in. */
export interface RequestActs {
  readonly files: AttachmentsController;
  readonly send: (event: AuthorizationRequestEvent) => void;
  /** Somebody wants to see an authorization. */
  readonly open: (id: string) => void;
}

/** The page of one request; comes with its task. */
export interface RequestPage {
  readonly show: (view: AuthorizationRequestView) => TemplateResult | typeof nothing;
  /** After an update: the focus goes where it should. */
  readonly settle: () => void;
  readonly changed: (view: AuthorizationRequestView, before: AuthorizationRequestView | undefined) => void;
}

/** What every part of the page is made with. */
export interface RequestParts extends RequestActs {
  readonly view: AuthorizationRequestView;
  readonly texts: RequestTexts;
  readonly host: PorticoElement;
  /** Null where the backend has no such list: a code is typed then. */
  readonly pickers: Pickers;
  /** What the payer says of the member. */
  readonly member: TemplateResult | typeof nothing;
  /** What stands in the search of physicians. */
  readonly physicianText: string;
  /** How a typed date is understood, in words; null while it is not one. */
  readonly meaningOf: (typed: string) => Shown | null;
  /** What is wrong with a field, in words. */
  readonly errorOf: (field: RequestField) => Shown | null;
  /** Where the focus goes after the next update: the first of these that is there. */
  readonly focusNext: (...selectors: readonly string[]) => void;
}

/** Fields over lists that are too long to show. */
export interface Pickers {
  readonly physician: Combobox<Physician> | null;
  readonly diagnosis: Combobox<CodeEntry> | null;
  readonly service: Combobox<CodeEntry> | null;
}

/** Makes the page of an element, which its task drives. */
export function createRequestPage(host: PorticoElement, acts: RequestActs): RequestPage {
  const texts: RequestTexts = new MessagesController(host, requestTexts);
  texts.hostUpdate();
  let wanted: readonly string[] = [];
  let picked: AuthorizationRequestView['form']['physician'] = null;
  /** What stands in the search of physicians while none is picked. */
  let typed = '';
  let memberNote: MemberNote | undefined;
  let isLoading = false;
  const loadMemberNote = async (): Promise<void> => {
    if (isLoading || memberNote) return;
    isLoading = true;
    // Code that cannot be had is asked for again with the next answer.
    memberNote = await import('./authorization-request-member.parts.ts').then(
      (parts) => parts.createMemberNote(host),
      () => undefined,
    );
    isLoading = false;
    host.requestUpdate();
  };
  const send: RequestActs['send'] = (event) => {
    if (event.type === 'form.discarded' || event.type === 'discard.undone' || event.type === 'request.begun') typed = '';
    acts.send(event);
  };
  const focusNext = (...selectors: readonly string[]): void => {
    wanted = selectors;
    host.requestUpdate();
  };
  const names = createCodeNames(host);
  const pickers = createPickers(host, {
    ...{ send, focusNext, names },
    typed: (text) => {
      typed = text;
      // What was picked is picked no more.
      if (picked) send({ type: 'form.changed', changes: { physician: null } });
    },
  });
  return {
    show(as) {
      if (!texts.ready) return nothing;
      const view = withNames(as, names);
      const { show } = texts;
      picked = view.form.physician;
      const errorOf = (field: RequestField): Shown | null => {
        const problem = view.problems.find((one) => one.field === field);
        return problem ? show(problem.message) : null;
      };
      const meaningOf = (typed: string): Shown | null => dayMeant(typed, host);
      const parts: RequestParts = {
        ...{ ...acts, send, host, texts, view, meaningOf, errorOf, focusNext },
        ...{ pickers: pickers(), physicianText: picked?.name ?? typed },
        member: view.member && memberNote ? memberNote(view.member, { texts, send }) : nothing,
      };
      return html`
        <h2 tabindex="-1">${view.replaces ? show('request.titleReplaces', { number: view.replaces }) : show('request.title')}</h2>
        ${host.connectedPortal?.can('authorizations.submit').allow === false ? denied(texts) : body(parts)}
      `;
    },
    settle() {
      const target = wanted.map((selector) => host.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
      if (!target) return;
      wanted = [];
      target.focus();
    },
    changed(view, before) {
      if (view.notice === 'request.notice.aside') typed = '';
      if (view.member) void loadMemberNote();
      if (before && before.state !== 'opening') followFocus(view, before, focusNext);
    },
  };
}

/** The view with its codes named in the language of the page. */
const withNames = (view: AuthorizationRequestView, { diagnoses, items }: CodeNames): AuthorizationRequestView => {
  const { form, request, removedLine: gone } = view;
  return {
    ...{ ...view, form: { ...form, diagnoses: diagnoses(form.diagnoses), items: items(form.items) } },
    removedLine: gone && (gone.of === 'items' ? { ...gone, line: items([gone.line])[0]! } : { ...gone, line: diagnoses([gone.line])[0]! }),
    request: request && { ...request, diagnoses: diagnoses(request.diagnoses), items: items(request.items) },
  };
};

const denied = ({ show }: RequestTexts): TemplateResult => html`<p class="notice" role="status">${show('request.denied')}</p>`;

function body(parts: RequestParts): TemplateResult {
  const { view, texts, send } = parts;
  const { show } = texts;
  const { state, notice } = view;
  if (state === 'opening') return html`<p role="status">${show('request.loading')}</p>`;
  if (state === 'failed')
    return html`<div class="notice danger" role="alert">
      ${notice ? show(notice) : nothing}
      <button type="button" @click=${() => send({ type: 'task.retried' })}>${show('request.retry')}</button>
    </div>`;
  if (state === 'composing' || state === 'looking') return requestForm(parts);
  return state === 'reviewing' ? review(parts) : outcome(parts);
}

/** Whoever sends, goes back or is refused is taken to what came of it. */
function followFocus(
  { state, problems, notice }: AuthorizationRequestView,
  { state: before }: AuthorizationRequestView,
  focusNext: RequestParts['focusNext'],
): void {
  if (state === before) return;
  if (state === 'reviewing') return focusNext('#summary');
  if (state === 'composing') {
    if (problems.length > 0) return focusNext('#problems');
    if (notice) return focusNext('#notice');
    if (before === 'reviewing' || before === 'unsent') return focusNext('#review');
    if (before !== 'looking') return focusNext('#payerId', '#memberNumber');
    return;
  }
  if (state !== 'looking' && state !== 'opening' && state !== 'failed') focusNext('#outcome');
}

/** A page of rows that is empty. */
const nobody: Page<never> = { rows: [], next: null, total: { kind: 'exact', n: 0 } };

/** So many choices are shown at once. */
const most = 20;

/** What pickers tell. */
interface PickerActs extends Pick<RequestParts, 'send' | 'focusNext'> {
  readonly names: CodeNames;
  /** Something was typed into the search of physicians. */
  readonly typed: (text: string) => void;
}

function createPickers(host: PorticoElement, { send, focusNext, names, typed }: PickerActs): () => Pickers {
  let made: Pickers | undefined;
  const directory = (): NonNullable<PorticoElement['connectedPortal']>['backend']['directory'] => host.connectedPortal?.backend.directory;
  const nameOf = (entry: CodeEntry): string => nameOfCode(entry, host.locale) || entry.coded.code;
  const codes = (list: CodeListName, more: Pick<ConstructorParameters<typeof Combobox<CodeEntry>>[1], 'picked' | 'notListed'>) =>
    directory()?.codes
      ? new Combobox<CodeEntry>(host, {
          search: async (text, signal) => (await directory()?.codes?.(list, { text, limit: most, signal })) ?? nobody,
          option: (entry) => ({ id: `${entry.coded.system ?? ''}|${entry.coded.code}`, code: entry.coded.code, label: nameOf(entry) }),
          ...more,
        })
      : null;
  return () =>
    (made ??= {
      physician: directory()?.physicians
        ? new Combobox<Physician>(host, {
            search: async (text, signal) => (await directory()?.physicians?.({ text, limit: most, signal })) ?? nobody,
            option: ({ id, name, identifiers, specialty, facility }) => ({
              ...{ id, label: name },
              detail: [...identifiers.map(({ value }) => value), specialty, facility].filter(Boolean).join(' · '),
            }),
            picked: ({ id, name, identifiers }) => send({ type: 'form.changed', changes: { physician: { id, name, identifiers } } }),
            typed,
            notListed: (text) => {
              send({ type: 'form.changed', changes: { physician: null, unlistedPhysician: unlistedOf(text) } });
              focusNext('#licenceNumber');
            },
          })
        : null,
      diagnosis: codes('diagnoses', {
        picked: (entry) => {
          names.know('diagnoses', entry);
          send({ type: 'diagnosis.added', coded: entry.coded });
        },
      }),
      service: codes('services', {
        picked: (entry) => {
          names.know('services', entry);
          send({ type: 'item.added', service: entry.coded });
        },
        notListed: (name) => {
          made?.service?.clear();
          send({ type: 'item.added', service: null, name });
          focusNext('fieldset.line:last-of-type [id$="-estimate"]');
        },
      }),
    });
}

/** What was typed into the search is a number or a name. */
export const unlistedOf = (text: string): NonNullable<AuthorizationRequestView['form']['unlistedPhysician']> => {
  const isNumber = /\p{N}/u.test(text);
  return { type: 'lop', number: isNumber ? text : '', name: isNumber ? '' : text };
};
