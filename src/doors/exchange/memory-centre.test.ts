import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anExchange } from './exchange-for-tests.ts';
import { aBatch, aChange } from './protocol/changes-for-tests.ts';
import type { FeedPage } from './shapes.ts';

test('what nobody here knows is kept with its fact, and goes along when the centre corrects it', async () => {
  const { app, centre } = await anExchange();
  const claim = aChange(1, { fact: 'employer', operation: 'claim', value: null });
  const ext = { 'vn.example.hrm': { phong: 'Tổ chức' } };
  await centre.offer('H26', aBatch([claim, aChange(2, { ext }), aChange(3, { fact: 'B/noiSinh' })]));
  const standing = { value: 'Lê Thị Lân', validFrom: '2026-11-01', ended: null };
  centre.corrects('p1', 'B/hoTen', standing);
  centre.corrects('p1', 'B/noiSinh', standing);
  const answer = await centre.feed('H26', 0);
  assert.ok(answer.status === 200 && answer.signed);
  const { entries } = JSON.parse(answer.signed.text) as FeedPage;
  assert.deepEqual(
    entries.map((entry) => (entry.what === 'fact' ? (entry.ext ?? null) : entry.what)),
    [ext, null],
  );
  await app.close();
});
