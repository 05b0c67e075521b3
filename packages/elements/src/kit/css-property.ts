import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

class CssProperty extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('[portico/css-property] stands on an element, not in an attribute');
  }
  render(_properties: Readonly<Record<string, string>>): unknown {
    return noChange;
  }
  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]): unknown {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return noChange;
  }
}

/** Sets CSS properties through the object model, which a strict style-src allows, where a style attribute is refused. */
export const cssProperty = directive(CssProperty);
