/** "Who viewed": how readings are summed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { summed } from './reads.ts';
import type { ReadRow } from './store.ts';

const row = (at: string, more: Partial<ReadRow> = {}): ReadRow => ({
  event_id: `event at ${at}`,
  at,
  role: 'NHAP_LIEU',
  body_id: 'b',
  purpose: 'CONSULT',
  act: 'record.searched',
  listed: true,
  ...more,
});

test('hits of one day, role, body and purpose are one line; openings never are', () => {
  const lines = summed([
    row('2026-11-24T16:59:00.000Z'),
    row('2026-11-24T01:00:00.000Z'),
    row('2026-11-24T00:30:00.000Z', { purpose: 'CONFIRM' }),
    row('2026-11-23T18:00:00.000Z', { act: 'record.read', listed: false }),
    row('2026-11-23T18:00:00.000Z', { act: 'record.read', listed: false }),
    row('2026-11-23T17:00:00.000Z'),
    row('2026-11-23T16:59:59.000Z'),
  ]);
  // 17:00 UTC is midnight in Việt Nam: the sixth belongs to the 24th, the seventh to the 23rd.
  assert.deepEqual(
    lines.map((line) => [line.kind, line.purpose, line.count]),
    [
      ['record.searched', 'CONSULT', 3],
      ['record.searched', 'CONFIRM', 1],
      ['record.read', 'CONSULT', 1],
      ['record.read', 'CONSULT', 1],
      ['record.searched', 'CONSULT', 1],
    ],
  );
});

test('no reading is lost in the summing', () => {
  const anyRow = fc.record({
    at: fc.integer({ min: 0, max: 400 }).map((hours) => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000).toISOString()),
    role: fc.constantFrom('A', 'B'),
    body_id: fc.constantFrom('x', null),
    event_id: fc.uuid(),
    purpose: fc.constantFrom('CONSULT', 'CONFIRM'),
    act: fc.constantFrom('record.read' as const, 'record.searched' as const),
    listed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      assert.equal(
        summed(rows).reduce((sum, line) => sum + line.count, 0),
        rows.length,
      );
      assert.ok(summed(rows).filter((line) => line.count > 1).length <= rows.filter((one) => one.listed).length);
    }),
    { seed: 6962 },
  );
});
