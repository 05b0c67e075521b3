import { __camel__Messages, type __Stem__Event, type __Stem__View } from '@portico/core/__area__';
import { html, nothing, type TemplateResult } from 'lit';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { __camel__Styles } from './__stem__.styles.ts';

const texts = {
  en: __camel__Messages,
  ar: async () => (await import('@portico/core/__area__/__stem__.messages.ar')).__camel__MessagesAr,
};

/**
 * What this element is for, in a sentence or two that a host developer reads first.
 *
 * @summary __Title__.
 * @csspart row - Each line.
 */
export class __Stem__Element extends PorticoElement {
  static override styles = [tokens, __camel__Styles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<__Stem__View, __Stem__Event>(this, {
    load: async () => (await import('./__stem__.task.ts')).start__Stem__,
  });

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    if (broken || !view) return this.placeholder(broken ? () => this.#task.restart() : undefined, isOpen ? 'task' : 'session');
    const { show } = this.#messages;
    return html`
      <h2>${show('__stem__.title')}</h2>
      <p class="count" role="status">${this.#status(view)}</p>
      ${
        view.failure === null
          ? nothing
          : html`<div class="notice danger" role="alert">
              <p>${show(view.failure)}</p>
              ${
                view.canRetry
                  ? html`<button type="button" @click=${() => this.#task.send({ type: 'load.retried' })}>${show('__stem__.retry')}</button>`
                  : nothing
              }
            </div>`
      }
      ${
        view.state === 'listed'
          ? html`<ul>
              ${view.rows.map(({ text }) => html`<li part="row"><bdi>${text}</bdi></li>`)}
            </ul>`
          : nothing
      }
    `;
  }

  #status({ state, rows }: __Stem__View): unknown {
    const { show } = this.#messages;
    if (state === 'failed') return nothing;
    return state === 'listed' ? show('__stem__.listed', { n: rows.length }) : show(`__stem__.${state}`);
  }
}
