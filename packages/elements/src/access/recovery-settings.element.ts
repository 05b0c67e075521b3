import {
  recoverySettingsFirstView,
  recoverySettingsMessages,
  type RecoverySettingsEvent,
  type RecoverySettingsView,
} from '@portico/core/access/recovery-settings';
import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accessStyles } from './access.styles.ts';

const texts = {
  en: recoverySettingsMessages,
  ar: async () => (await import('@portico/core/access/recovery-settings.messages.ar')).recoverySettingsMessagesAr,
};

/**
 * The own recovery code: makes a new one and shows it once. There where policy offers recovery codes.
 *
 * @summary Makes a new recovery code for whoever is signed in.
 * @event recovery-code-issued - A new code was made and is shown: `{}`.
 * @csspart card - The frame.
 * @csspart notice - The code, or why there is none.
 */
export class RecoverySettingsElement extends PorticoElement {
  static override styles = [tokens, fields, accessStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<RecoverySettingsView, RecoverySettingsEvent>(this, {
    load: async () => (await import('./recovery-settings.task.ts')).startRecoverySettings,
    first: () => recoverySettingsFirstView,
    changed: (view, before) => before && void this.#focus(view.focus),
    emitted: ({ type }) => this.emit(type, {}),
  });

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.access?.issueRecoveryCode ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    if (broken || !view) {
      const waitsFor = this.connectedPortal?.backend.access?.issueRecoveryCode === undefined ? 'nothing' : 'session';
      return this.placeholder(broken ? () => this.#task.restart() : undefined, waitsFor);
    }
    const { show } = this.#messages;
    const isBusy = view.state === 'issuing';
    return html`<section class="card" part="card" aria-labelledby="title" aria-busy=${isBusy}>
      <h2 id="title">${show('recovery-settings.title')}</h2>
      <p class="aside">${show('recovery-settings.text')}</p>
      <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
      ${
        view.state === 'shown'
          ? this.#button('noted', { type: 'code.noted' })
          : view.state === 'failed'
            ? this.#button('retry', { type: 'code.retried' })
            : html`<button type="button" id="make" aria-disabled=${isBusy} @click=${() => this.#task.send({ type: 'code.requested' })}>
                ${show(isBusy ? 'recovery-settings.making' : 'recovery-settings.make')}
              </button>`
      }
    </section>`;
  }

  #button(key: 'noted' | 'retry', event: RecoverySettingsEvent): TemplateResult {
    return html`<button type="button" @click=${() => this.#task.send(event)}>${this.#messages.show(`recovery-settings.${key}`)}</button>`;
  }

  #notice({ notice, issued }: RecoverySettingsView): TemplateResult | typeof nothing {
    if (notice === null) return nothing;
    return html`<div part="notice" class="notice ${issued === null ? 'danger' : 'warning'}">
      <p>${this.#messages.show(notice)}</p>
      ${issued === null ? nothing : html`<p><code class="code" dir="ltr">${issued}</code></p>`}
    </div>`;
  }

  async #focus(id: RecoverySettingsView['focus']): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}
