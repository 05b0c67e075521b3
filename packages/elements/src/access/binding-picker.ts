import type { RegistrationRole } from '@portico/core/access';
import type { ActivationForm, ChosenParty } from '@portico/core/access/activation-queue';
import { callPort, type Page, type PageRequest } from '@portico/core/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Combobox } from '../controls/combobox.ts';
import { fieldText, type Shown } from '../controls/field.parts.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { Portal } from '../portal/portal.ts';

/** So many of a list are shown under the field. */
const FIRST = 20;

type Search = (request: PageRequest & { readonly text: string }) => Promise<Page<ChosenParty>>;

/** The list that a role is bound to, as far as this backend tells one. */
function searchOf({ backend: { directory } }: Portal, role: RegistrationRole): Search | null {
  const { payers, providers } = directory ?? {};
  const numbers = (all: readonly { readonly value: string }[]): string => all.map(({ value }) => value).join(' · ');
  if (role !== 'clerk')
    return payers ? async (request) => rowsAs(await payers(request), ({ id, name }) => ({ id, name, numbers: '' })) : null;
  return providers
    ? async (request) => rowsAs(await providers(request), ({ id, name, identifiers }) => ({ id, name, numbers: numbers(identifiers) }))
    : null;
}

const rowsAs = <Row>(page: Page<Row>, as: (row: Row) => ChosenParty): Page<ChosenParty> => ({ ...page, rows: page.rows.map(as) });

/** What was chosen, a line each. */
export const bindingStyles = css`
  .chosen {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chosen li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
`;

/** What the field tells and how it is shown. */
export interface BindingField {
  readonly role: RegistrationRole;
  readonly form: Extract<ActivationForm, { readonly outcome: 'activate' }>;
  readonly error: Shown | null;
  readonly isBusy: boolean;
  readonly show: (
    key: 'providers' | 'payers' | 'providersHint' | 'payersHint' | 'providerIds' | 'payerIds' | 'idsHint' | 'chosen' | 'remove',
    values?: Readonly<Record<string, string | number>>,
  ) => Shown;
}

/** For whom an account works: chosen one after the other from what the backend knows; where it tells no list, ids are typed. */
export class BindingPicker {
  readonly #host: PorticoElement;
  readonly #combobox: Combobox<ChosenParty>;
  #role: RegistrationRole = 'clerk';
  readonly #typed: (text: string) => void;
  readonly #removed: (id: string) => void;

  constructor(
    host: PorticoElement,
    tell: {
      readonly chosen: (party: ChosenParty) => void;
      readonly removed: (id: string) => void;
      readonly typed: (text: string) => void;
    },
  ) {
    this.#host = host;
    this.#typed = tell.typed;
    this.#removed = tell.removed;
    this.#combobox = new Combobox<ChosenParty>(host, {
      search: (text, signal) => {
        const portal = host.connectedPortal!;
        const search = searchOf(portal, this.#role)!;
        return callPort((limited) => search({ text, limit: FIRST, signal: limited }), { clock: portal.clock, signal });
      },
      option: ({ id, name, numbers }) => ({ id, label: name, detail: numbers }),
      picked: tell.chosen,
      typed: tell.typed,
    });
  }

  /** Empties the field. */
  clear(): void {
    this.#combobox.clear();
  }

  /** The field, under the id `answer`, and what was chosen. */
  render({ role, form, error, isBusy, show }: BindingField): TemplateResult {
    this.#role = role;
    const isClerk = role === 'clerk';
    const field = { name: 'answer', error, required: true };
    if (searchOf(this.#host.connectedPortal!, role) === null)
      return fieldText({
        ...{ ...field, label: show(isClerk ? 'providerIds' : 'payerIds'), hint: show('idsHint'), value: form.typed },
        ...{ direction: 'ltr', typed: this.#typed },
      });
    return html`${this.#combobox.render({
        ...{ ...field, label: show(isClerk ? 'providers' : 'payers'), hint: show(isClerk ? 'providersHint' : 'payersHint'), value: '' },
      })}
      <p class="count" role="status">${show('chosen', { n: form.chosen.length })}</p>
      ${
        form.chosen.length === 0
          ? nothing
          : html`<ul class="chosen">
              ${repeat(
                form.chosen,
                ({ id }) => id,
                ({ id, name, numbers }, n) =>
                  html`<li>
                    <span><bdi id="chosen-${n}">${name}</bdi> <bdi class="count">${numbers}</bdi></span>
                    <button
                      type="button"
                      id="remove-${n}"
                      aria-labelledby="remove-${n} chosen-${n}"
                      aria-disabled=${isBusy}
                      @click=${() => this.#remove(id)}
                    >
                      ${show('remove')}
                    </button>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  /** The button goes away with what it removes. */
  #remove(id: string): void {
    this.#removed(id);
    this.#host.renderRoot.querySelector<HTMLElement>('#answer')?.focus();
  }
}
