import type { RegistrationRole } from '@portico/core/access';
import type { ActivationForm, ChosenParty } from '@portico/core/access/activation-queue';
import { callPort, type Page, type PageRequest } from '@portico/core/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
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
    gap: var(--_space);
  }
`;

/** What the field tells and how it is shown. */
export interface BindingField {
  readonly role: RegistrationRole;
  readonly form: Extract<ActivationForm, { readonly outcome: 'activate' }>;
  readonly error: Shown | null;
  readonly show: (
    key: 'providers' | 'payers' | 'searchHint' | 'providerIds' | 'payerIds' | 'idsHint' | 'chosen' | 'remove',
    values?: Readonly<Record<string, string | number>>,
  ) => Shown;
}

/** What somebody does with the field. */
export interface BindingTold {
  readonly chosen: (party: ChosenParty) => void;
  readonly removed: (id: string) => void;
  readonly typed: (text: string) => void;
}

/** For whom an account works: chosen one after the other from what the backend knows; where it tells no list, ids are typed. */
export class BindingPicker {
  readonly #host: PorticoElement;
  readonly #combobox: Combobox<ChosenParty>;
  #role: RegistrationRole = 'clerk';
  readonly #tell: BindingTold;

  constructor(host: PorticoElement, tell: BindingTold) {
    this.#host = host;
    this.#tell = tell;
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
  render({ role, form, error, show }: BindingField): TemplateResult {
    this.#role = role;
    const isClerk = role === 'clerk';
    const field = { name: 'answer', error, required: true };
    if (searchOf(this.#host.connectedPortal!, role) === null)
      return fieldText({
        ...{ ...field, label: show(isClerk ? 'providerIds' : 'payerIds'), hint: show('idsHint'), value: form.typed },
        ...{ direction: 'ltr', typed: this.#tell.typed },
      });
    return html`${this.#combobox.render({
        ...{ ...field, label: show(isClerk ? 'providers' : 'payers'), hint: show('searchHint'), value: '' },
      })}
      <p class="count" role="status">${show('chosen', { n: form.chosen.length })}</p>
      ${
        form.chosen.length === 0
          ? nothing
          : html`<ul class="chosen">
              ${form.chosen.map(
                ({ id, name, numbers }, n) =>
                  html`<li>
                    <span><bdi id="chosen-${n}">${name}</bdi> <bdi class="count">${numbers}</bdi></span>
                    <button type="button" id="remove-${n}" aria-labelledby="remove-${n} chosen-${n}" @click=${() => this.#remove(id)}>
                      ${show('remove')}
                    </button>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  /** The button goes away with what it removes. */
  #remove(id: string): void {
    this.#tell.removed(id);
    this.#host.renderRoot.querySelector<HTMLElement>('#answer')?.focus();
  }
}
