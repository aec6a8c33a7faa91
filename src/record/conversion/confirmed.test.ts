/** What goes out of the register is what somebody confirmed; what is computed is neither in it nor counted as left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmedPart } from './confirmed.ts';

type Groups = Parameters<typeof confirmedPart>[0];
const WHO = { confirmedAt: '2026-11-01T00:00:00.000Z' };
const NOBODY = { confirmedAt: null };
const said = (vi: string) => ({ vi, en: vi });
const field = (key: string, origin: object, more: object = {}) => ({ key, display: said('x'), derived: false, origin, ...more });
const column = (key: string, derived = false) => ({ key, label: said(key), derived });
const group = (fields: readonly object[], sections: readonly object[]): Groups => [{ code: 'P', fields, sections }] as unknown as Groups;

test('values that nobody confirmed are left out and counted; blank ones and computed ones are not', () => {
  const { groups, leftOut } = confirmedPart(
    group([field('a', WHO), field('b', NOBODY), field('c', NOBODY, { display: said('') }), field('d', NOBODY, { derived: true })], []),
  );
  assert.deepEqual(
    groups[0]!.fields.map(({ key }) => key),
    ['a'],
  );
  assert.equal(leftOut, 1);
});

test('of a line that is confirmed the computed cells stay behind: they change with the day', () => {
  const line = (dong: string, origin: object) => ({ dong, origin, cells: { hinhThuc: said('CC'), conHieuLuc: said('Có') } });
  const { groups, leftOut } = confirmedPart(
    group([], [{ key: 'kyLuat', columns: [column('hinhThuc'), column('conHieuLuc', true)], lines: [line('1', WHO), line('2', NOBODY)] }]),
  );
  const [section] = groups[0]!.sections;
  assert.deepEqual(
    section!.lines.map(({ dong, cells }) => [dong, Object.keys(cells)]),
    [['1', ['hinhThuc']]],
  );
  assert.deepEqual(
    section!.columns.map(({ key }) => key),
    ['hinhThuc'],
  );
  assert.equal(leftOut, 1);
});

test('a section that is computed as a whole leaves nothing out', () => {
  const computed = { key: 'tinh', columns: [column('a', true)], lines: [{ dong: '1', origin: NOBODY, cells: { a: said('1') } }] };
  assert.equal(confirmedPart(group([], [computed])).leftOut, 0);
});
