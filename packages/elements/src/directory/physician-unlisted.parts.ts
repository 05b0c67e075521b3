import {
  licenceTypes,
  unlistedPhysicianOf,
  type Contact,
  type ContactChannel,
  type LicenceType,
  type physicianSearchMessages,
} from '@portico/core/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldSelect, fieldText } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import { byBrand, countryNames } from './country-names.ts';
import type { UnlistedForm } from './physician-search.element.ts';

/** What the fields for a physician in no list are shown with. */
export interface UnlistedParts {
  readonly messages: MessagesController<typeof physicianSearchMessages>;
  readonly helpdesk: readonly Contact[] | 'failed' | null;
  readonly isChecked: boolean;
  readonly changed: (changes: Partial<UnlistedForm>) => void;
  readonly back: () => void;
}

/** A physician in no list (N18): licence and name, and whom to ask instead. */
export function unlistedParts(form: UnlistedForm, { messages, helpdesk, isChecked, changed, back }: UnlistedParts): TemplateResult {
  const { show, text, locale } = messages;
  const typed = unlistedPhysicianOf(form);
  const problems = isChecked && 'problems' in typed ? typed.problems : {};
  const error = (field: 'number' | 'name') => {
    const problem = problems[field];
    return problem === undefined || problem === 'not-an-amount' ? null : show(`physician.${problem}`);
  };
  return html`<div class="unlisted">
    <p class="notice" role="status">${show('physician.unlisted')}</p>
    <div class="fields">
      ${fieldSelect({
        ...{ name: 'type', label: show('physician.type'), value: form.type },
        options: licenceTypes.map((value) => ({ value, label: text(`physician.identifier.${value}`) })),
        chosen: (type) => changed({ type: type as LicenceType }),
      })}
      ${fieldText({
        ...{ name: 'number', label: show('physician.number'), value: form.number, error: error('number') },
        ...{ direction: 'ltr', maxLength: 64, typed: (number) => changed({ number }) },
      })}
      ${fieldText({
        ...{ name: 'name', label: show('physician.name'), value: form.name, error: error('name') },
        ...{ direction: 'auto', maxLength: 512, typed: (name) => changed({ name }) },
      })}
    </div>
    ${
      helpdesk === 'failed'
        ? html`<p class="facts">${show('physician.helpdesk.failed')}</p>`
        : helpdesk?.length
          ? helpdeskParts(helpdesk, locale, messages)
          : nothing
    }
    <div class="actions"><button type="button" class="quiet" @click=${back}>${show('physician.listed')}</button></div>
  </div>`;
}

const schemes = { phone: 'tel:', email: 'mailto:', fax: null } as const;
const verbs = { phone: 'physician.call', email: 'physician.write', fax: 'physician.fax' } as const;

function helpdeskParts(contacts: readonly Contact[], locale: string, { show }: UnlistedParts['messages']): TemplateResult {
  const countries = countryNames(locale);
  return html`<h3>${show('physician.helpdesk')}</h3>
    ${byBrand(contacts, locale, countries).map(
      ({ brand, contacts: of }) =>
        html`<p class="facts"><bdi>${brand}</bdi></p>
          <ul class="helpdesk">
            ${of.map(
              ({ country, channels }) =>
                html`<li>
                  ${countries.of(country)}
                  ${channels.filter(({ purpose }) => purpose === 'helpdesk').map((channel) => channelParts(channel, show))}
                </li>`,
            )}
          </ul>`,
    )}`;
}

function channelParts({ kind, value }: ContactChannel, show: UnlistedParts['messages']['show']): TemplateResult {
  const scheme = schemes[kind];
  const spoken = html`<span class="visually-hidden">${show(verbs[kind])} </span><bdi dir="ltr">${value}</bdi>`;
  const href = `${scheme}${kind === 'phone' ? value.replace(/[^+\d]/g, '') : value}`;
  return html`<span class="channel">${scheme === null ? spoken : html`<a href=${href}>${spoken}</a>`}</span>`;
}
