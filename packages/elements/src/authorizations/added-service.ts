import type { AddedItem } from '@portico/core/authorizations/authorization-detail';
import { nameOfCode, type CodeEntry } from '@portico/core/directory';
import { callPort } from '@portico/core/kernel';
import { html, type TemplateResult } from 'lit';
import { Combobox } from '../controls/combobox.ts';
import type { Shown } from '../controls/field.parts.ts';
import type { PorticoElement } from '../kit/portico-element.ts';

const FIRST = 20;

/** Makes the field by which a service of the list is added; it is empty again as soon as one was picked. */
export function createServicePicker(
  host: PorticoElement,
  picked: (service: AddedItem['service']) => void,
): (label: Shown, disabled: boolean) => TemplateResult {
  const nameOf = (entry: CodeEntry): string => nameOfCode(entry, host.locale) || entry.coded.code;
  const combobox = new Combobox<CodeEntry>(host, {
    search: (text, signal) => {
      const { backend, clock } = host.connectedPortal!;
      return callPort((limited) => backend.directory!.codes!('services', { text, limit: FIRST, signal: limited }), { clock, signal });
    },
    option: (entry) => ({ id: entry.coded.code, label: nameOf(entry), code: entry.coded.code }),
    picked: ({ coded }) => picked(coded),
  });
  return (label, disabled) => html`${combobox.render({ name: 'added-service', label, value: '', disabled })}`;
}
