import { spreadProps, type VanillaMachine } from '@zag-js/vanilla';
import { noChange, render, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

class Spread extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('[portico/zag] spread stands on an element, not in an attribute');
  }
  render(_props: Readonly<Record<string, unknown>>): unknown {
    return noChange;
  }
  override update(part: ElementPart, [props]: [Readonly<Record<string, unknown>>]): unknown {
    spreadProps(part.element, props);
    return noChange;
  }
}

/** Puts a Zag machine's props on an element: attributes, listeners, and styles through the object model. */
export const spread = directive(Spread);

/** The one seam between Zag and us: runs a machine and renders its popup into a node of the element that opened it. */
export class ZagPopup {
  readonly #machine: Pick<VanillaMachine<never>, 'start' | 'stop' | 'subscribe'>;
  readonly #into: HTMLElement;
  readonly #template: () => TemplateResult;

  constructor(machine: Pick<VanillaMachine<never>, 'start' | 'stop' | 'subscribe'>, into: HTMLElement, template: () => TemplateResult) {
    this.#machine = machine;
    this.#into = into;
    this.#template = template;
    machine.subscribe(() => this.update());
    machine.start();
    this.update();
  }

  /** Shows it again, because something that the machine does not know of has changed. */
  update(): void {
    render(this.#template(), this.#into);
  }

  /** Ends the machine and empties its node. */
  stop(): void {
    this.#machine.stop();
    render(null, this.#into);
  }
}
