import type { DecisionDeskEvent, DeskItem } from '@portico/core/authorizations/decision-desk';
import { nameOfCode, type CodeEntry } from '@portico/core/directory';
import { callPort } from '@portico/core/kernel';
import type { TemplateResult } from 'lit';
import { Combobox, type ComboboxField } from '../controls/combobox.ts';
import type { PorticoElement } from '../kit/portico-element.ts';

/** So many choices are shown at once. */
const MOST = 20;

/** The fields in which the payer picks another service instead (A6), one an item; what is typed there is part of the form as well. */
export class InsteadPickers {
  readonly #host: PorticoElement;
  readonly #send: (event: DecisionDeskEvent) => void;
  readonly #fields = new Map<number, Combobox<CodeEntry>>();
  /** Entries that were picked: they have the names in other languages. */
  readonly #picked = new Map<string, CodeEntry>();

  constructor(host: PorticoElement, send: (event: DecisionDeskEvent) => void) {
    this.#host = host;
    this.#send = send;
  }

  /** Whether there is a list to pick from. */
  get canPick(): boolean {
    const portal = this.#host.connectedPortal;
    return !!portal?.backend.directory?.codes && portal.can('directory.read').allow;
  }

  /** The field of this item. */
  render({ sequence, instead, service }: DeskItem, field: Omit<ComboboxField, 'name' | 'value'>): TemplateResult {
    let combobox = this.#fields.get(sequence);
    if (!combobox) this.#fields.set(sequence, (combobox = this.#create(sequence)));
    const entry = instead && this.#picked.get(instead.code);
    const name = entry ? nameOfCode(entry, this.#host.locale) : instead?.text;
    return combobox.render({
      ...{ ...field, name: `instead-${sequence}` },
      value: instead === null ? service : [instead.code, name].filter(Boolean).join(' · '),
    });
  }

  /** Goes by the list again; what was typed is looked for there. */
  listed(sequence: number): void {
    this.#change(sequence, { isListed: true, service: '', serviceName: '' });
    this.#focus(`instead-${sequence}`);
  }

  #create(sequence: number): Combobox<CodeEntry> {
    return new Combobox<CodeEntry>(this.#host, {
      search: (text, signal) => {
        const { backend, clock } = this.#host.connectedPortal!;
        return callPort((limited) => backend.directory!.codes!('services', { text, limit: MOST, signal: limited }), { clock, signal });
      },
      option: (entry) => ({
        ...{ id: `${entry.coded.system ?? ''}|${entry.coded.code}`, code: entry.coded.code },
        label: nameOfCode(entry, this.#host.locale) || entry.coded.code,
      }),
      picked: (entry) => {
        this.#picked.set(entry.coded.code, entry);
        this.#change(sequence, { instead: entry.coded, service: '', serviceName: '' });
      },
      typed: (service) => this.#change(sequence, { instead: null, service: service.slice(0, 512) }),
      notListed: (typed) => {
        // A code has a digit and no blank; all else is a name.
        const isCode = /^\S*\p{N}\S*$/u.test(typed);
        this.#change(sequence, { isListed: false, instead: null, service: isCode ? typed : '', serviceName: isCode ? '' : typed });
        this.#focus(isCode ? `serviceName-${sequence}` : `service-${sequence}`);
      },
    });
  }

  #change(sequence: number, changes: Partial<DeskItem>): void {
    this.#send({ type: 'item.changed', sequence, changes });
  }

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus());
  }
}
