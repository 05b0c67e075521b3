import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainDate } from '../kernel/index.ts';
import { createEventHub } from './event-hub.ts';
import type { Harmless, PortalEvent } from './portal-events.ts';

/** Compiles for what may be in the catalogue, and for nothing else. */
function told<Event>(..._proof: { event: Event } extends Harmless<{ event: Event }> ? [] : [never]): void {}

test('N25 what could hold somebody’s data does not compile in the catalogue', () => {
  told<{ id: string; caseId: string; number: string; count: number; done: boolean; reason: 'idle' | 'signed-out' }>();
  // @ts-expect-error a name is free text
  told<{ patientName: string }>();
  // @ts-expect-error a code that may also be absent or free is none
  told<{ reason: 'idle' | null }>();
  // @ts-expect-error a date may be a date of birth, branded or not
  told<{ bornOn: PlainDate }>();
  // @ts-expect-error so may a patterned text
  told<{ day: `${number}-${number}` }>();
  // @ts-expect-error a record holds more than its id
  told<{ claim: { id: string } }>();
  // @ts-expect-error a list too
  told<{ ids: readonly string[] }>();
});

test('N25 an event that carries a name, an address or a record under the key of an id is told without it', () => {
  const heard: PortalEvent[] = [];
  const hub = createEventHub((event) => heard.push(event), undefined);
  hub.on('claim-opened', (event) => heard.push(event));
  hub.emit({ type: 'claim-opened', id: '01a2010d-c720-7142-a2aa-8e69631040f8' });
  for (const id of ['Noura Haddad', 'نورة', 'noura@clinic.example', '', { id: 'case:1' }, ['case:1'], null])
    hub.emit({ type: 'claim-opened', id: id as string });
  assert.deepEqual(heard.slice(0, 2), Array(2).fill({ type: 'claim-opened', id: '01a2010d-c720-7142-a2aa-8e69631040f8' }));
  assert.deepEqual(heard.slice(2), Array(14).fill({ type: 'claim-opened', id: 'withheld' }));
});

test('counts, codes and instants are told as they are', () => {
  const heard: PortalEvent[] = [];
  const hub = createEventHub((event) => heard.push(event), undefined);
  const events: PortalEvent[] = [
    { type: 'claims-taken-in', taken: 3, refused: 0 },
    { type: 'claims-queried', dateMode: 'service' },
    { type: 'session-ended', reason: 'signed-out' },
    { type: 'session-started', accountId: 'account:noura' },
  ];
  events.forEach(hub.emit);
  assert.deepEqual(heard, events);
});
