import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Shown } from './field.parts.ts';

/** Why a field was refused, heard at once and with every try anew: who presses Enter in it has the focus there already. */
export const heard = (error: Shown, tries: number): TemplateResult => html`${keyed(tries, html`<span role="alert">${error}</span>`)}`;
