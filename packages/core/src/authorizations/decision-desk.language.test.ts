import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '../claims/claim-query-fixture.test.ts';
import { opened, says } from './decision-desk.fixture.test.ts';

test('days that were understood are the same days in another language, in items too, and are kept so', async () => {
  const spoken = { locale: 'en-GB' };
  const typed = [says(1, { from: '1/3/2026', to: '31/31' }), { type: 'form.changed', changes: { validTo: '3/6/2026' } }] as const;
  const desk = await opened(typed, { locale: () => spoken.locale });
  await desk.clock.advance(1_000);
  spoken.locale = 'en-US';
  desk.actor.send({ type: 'language.changed', before: 'en-GB' });
  const { form } = desk.view();
  assert.deepEqual([form?.validTo, form?.items[0]?.from, form?.items[0]?.to], ['2026-06-03', '2026-03-01', '31/31']);
  await desk.clock.advance(1_000);
  await settled();
  assert.equal((desk.kept.get('decision-desk:main/a-1')?.payload as { validTo: string }).validTo, '2026-06-03');
});

test('days of a record that was put out of sight are the same days as well', async () => {
  const spoken = { locale: 'en-GB' };
  const desk = await opened([{ type: 'form.changed', changes: { validTo: '3/6/2026' } }, { type: 'record.closed' }], {
    locale: () => spoken.locale,
  });
  spoken.locale = 'en-US';
  desk.actor.send({ type: 'language.changed', before: 'en-GB' });
  desk.actor.send({ type: 'record.opened', id: 'a-1' });
  await settled();
  assert.equal(desk.view().form?.validTo, '2026-06-03');
});
