import {
  contactDirectoryFirstView,
  contactDirectoryMessages,
  type Contact,
  type ContactChannel,
  type ContactDirectoryEvent,
  type ContactDirectoryView,
} from '@portico/core/directory';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fieldSelect } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { faxIcon, mailIcon, phoneIcon } from '../kit/icons.parts.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { contactDirectoryStyles } from './contact-directory.styles.ts';
import { byBrand, countryNames, type CountryNames } from './country-names.ts';

const texts = {
  en: contactDirectoryMessages,
  ar: async () => (await import('@portico/core/directory/contact-directory.messages.ar')).contactDirectoryMessagesAr,
};

const channels = {
  phone: { icon: phoneIcon, verb: 'contact-directory.call', scheme: 'tel:' },
  email: { icon: mailIcon, verb: 'contact-directory.write', scheme: 'mailto:' },
  fax: { icon: faxIcon, verb: 'contact-directory.fax', scheme: null },
} as const;

/**
 * Whom to call or write to, by brand and country; there before anybody signs in.
 *
 * @summary The contact page.
 * @attr {string} brand-id - Shows the contacts of one brand only.
 * @csspart contact - Each contact.
 */
export class ContactDirectoryElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, brandId: { attribute: 'brand-id' } };
  static override styles = [tokens, fields, contactDirectoryStyles];

  declare brandId: string | undefined;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<ContactDirectoryView, ContactDirectoryEvent>(this, {
    needsSession: false,
    load: async () => (await import('./contact-directory.task.ts')).startContactDirectory(this.brandId || null),
    first: () => contactDirectoryFirstView,
    // There is nothing to show but what is loaded.
    mustWake: async () => true,
    changed: (view, before) => this.#changed(view, before),
  });
  #names: { readonly locale: string; readonly countries: CountryNames } | undefined;

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.directory ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('brandId')) this.#task.restart();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    // Names speak the language of the texts, which may still be the last one.
    const { locale } = this.#messages;
    if (this.#names?.locale !== locale) this.#names = { locale, countries: countryNames(locale) };
    const { view, broken } = this.#task;
    if (broken || !view) return this.placeholder(broken ? () => this.#task.restart() : undefined, 'nothing');
    const { show } = this.#messages;
    return html`
      <div class="head">
        <h2>${show('contact-directory.title')}</h2>
        ${view.countries.length > 1 ? this.#filter(view) : nothing}
      </div>
      <p class=${view.state === 'listed' ? 'count' : 'count notice'} role="status" ?hidden=${view.state === 'failed'}>
        ${
          view.state === 'listed'
            ? show('contact-directory.found', { n: view.contacts.length })
            : view.state === 'failed'
              ? nothing
              : show(`contact-directory.${view.state}`)
        }
      </p>
      <div role="alert" id="failure" tabindex="-1">${this.#failure(view)}</div>
      ${byBrand(view.contacts, locale, this.#names.countries).map(
        ({ brand, contacts }) =>
          html`<section>
            <h3><bdi>${brand}</bdi></h3>
            <ul class="contacts">
              ${contacts.map((contact) => this.#contact(contact))}
            </ul>
          </section>`,
      )}
    `;
  }

  #filter({ countries, country }: ContactDirectoryView): TemplateResult {
    const { show, text } = this.#messages;
    const names = this.#names!.countries;
    return fieldSelect({
      name: 'country',
      label: show('contact-directory.country'),
      value: country ?? '',
      options: [
        { value: '', label: text('contact-directory.allCountries') },
        ...countries.toSorted(names.compare).map((code) => ({ value: code, label: names.of(code) })),
      ],
      chosen: (value) => this.#task.send({ type: 'country.chosen', country: value || null }),
    });
  }

  #contact({ country, hours, channels: ways }: Contact): TemplateResult {
    const { show } = this.#messages;
    return html`<li part="contact">
      <h4>${this.#names!.countries.of(country)}</h4>
      <ul class="channels">
        ${ways.map((way) => html`<li>${this.#channel(way)}</li>`)}
      </ul>
      ${hours === null ? nothing : html`<p class="hours">${show('contact-directory.hours', { hours })}</p>`}
    </li>`;
  }

  #channel({ kind, purpose, value }: ContactChannel): TemplateResult {
    const { show } = this.#messages;
    const { icon, verb, scheme } = channels[kind];
    const spoken = html`<span class="visually-hidden">${show(verb)} </span><bdi dir="ltr">${value}</bdi>`;
    return html`
      <span class="mark">${icon()}</span>
      <span class="way">
        <span class="purpose">${show(`contact-directory.purpose.${purpose}`)}</span>
        ${
          scheme === null
            ? html`<span>${spoken}</span>`
            : html`<a href="${scheme}${kind === 'phone' ? value.replace(/[^+\d]/g, '') : value}">${spoken}</a>`
        }
      </span>
    `;
  }

  #failure({ failure, canRetry }: ContactDirectoryView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (failure === null) return nothing;
    return html`<div class="notice danger">
      <p>${show(failure)}</p>
      ${
        canRetry
          ? html`<div class="actions">
              <button type="button" @click=${() => this.#task.send({ type: 'load.retried' })}>${show('contact-directory.retry')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #changed(view: ContactDirectoryView, before: ContactDirectoryView | undefined): void {
    // The button that tried again is gone while it tries, and may come back: the focus stays in the place.
    const isRetrying = before?.state === 'failed' && view.state === 'loading';
    if (isRetrying) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#failure')?.focus());
  }
}
