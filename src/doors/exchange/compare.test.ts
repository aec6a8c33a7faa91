/** Of what its sender did not know nothing is ever free to be written; different facts of one person never meet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparedChanges } from './compare.ts';
import { aChange } from './protocol/changes-for-tests.ts';
import { revisionOf } from './protocol/digests.ts';
import type { ExchangeChange, FactStanding, PersonFacts } from './shapes.ts';

const FACTS = ['B/hoTenKhaiSinh', 'B/gioiTinh', 'C/dienThoaiDiDong'] as const;
const value = fc.constantFrom('một', 'hai', 'ba');
const standing: fc.Arbitrary<FactStanding | null> = fc.option(
  fc.record({ value, validFrom: fc.constantFrom('2026-01-01', '2026-11-01'), ended: fc.constant(null) }),
  { nil: null },
);
const facts = fc
  .record({ 'B/hoTenKhaiSinh': standing, 'B/gioiTinh': standing, 'C/dienThoaiDiDong': standing })
  .map((all): PersonFacts => Object.fromEntries(Object.entries(all).flatMap(([name, one]) => (one === null ? [] : [[name, one]]))));
const change = fc.record({ fact: fc.constantFrom(...FACTS), value, operation: fc.constantFrom('assert', 'correct'), seen: standing });

test('whatever was changed elsewhere is never written over; the same value is no conflict; another fact does not matter', () => {
  fc.assert(
    fc.property(facts, fc.uniqueArray(change, { selector: ({ fact }) => fact }), (stands, made) => {
      const changes = made.map(({ seen, ...one }, at): ExchangeChange => aChange(at + 1, { ...one, base: revisionOf(seen) }));
      const found = comparedChanges(changes, stands, new Map());
      for (const [at, { fact, value: stated, seen }] of made.entries()) {
        const now = stands[fact] ?? null;
        const knew = revisionOf(seen) === revisionOf(now);
        const expected = now?.value === stated ? 'same' : knew ? 'free' : 'conflict';
        assert.equal(found.get(at + 1), expected);
        // Alone it is judged as among others.
        assert.equal(comparedChanges([changes[at]!], stands, new Map()).get(at + 1), expected);
      }
    }),
  );
});

test('changes of one fact follow each other in a batch, each on what the one before it leaves', () => {
  const one = aChange(1, { fact: 'B/gioiTinh', value: 'Nữ', base: null });
  const after = revisionOf({ value: 'Nữ', validFrom: one.validFrom, ended: null });
  const follows = aChange(2, { fact: 'B/gioiTinh', value: 'Nam', base: after });
  const blind = aChange(2, { fact: 'B/gioiTinh', value: 'Nam', base: 'a'.repeat(64) });
  assert.deepEqual([...comparedChanges([one, follows], {}, new Map()).values()], ['free', 'free']);
  assert.deepEqual([...comparedChanges([one, blind], {}, new Map()).values()], ['free', 'conflict']);
});

test('a line is compared as a whole; one that ends already ends no second time', () => {
  const line = { value: { 'hopDong.so': '01/HĐ', 'hopDong.denNgay': '30/06/2026' }, validFrom: '2026-01-01', ended: null };
  const stands: PersonFacts = { 'E/hopDong#1': line };
  const ends = aChange(1, { fact: 'E/hopDong#1', operation: 'end', value: '2026-06-30', base: 'a'.repeat(64) });
  assert.equal(comparedChanges([ends], stands, new Map()).get(1), 'same');
  assert.equal(comparedChanges([{ ...ends, value: '2026-07-31' }], stands, new Map()).get(1), 'conflict');
  assert.equal(comparedChanges([{ ...ends, value: '2026-07-31', base: revisionOf(line) }], stands, new Map()).get(1), 'free');
  const added = aChange(1, { fact: 'E/hopDong#k1', value: { 'hopDong.so': '02/HĐ' }, base: null });
  assert.equal(comparedChanges([added], stands, new Map()).get(1), 'free');
});
