import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from '#standard/shapes.ts';
import { sideFitsRelation } from './family.ts';

const said = (...lines: readonly Line[]) =>
  sideFitsRelation({ document: { Q: { giaDinh: lines } }, today: '2026-11-24', asOf: '2026-11-01', rowsOf: () => [] }).map(
    ({ kind, at, suggestion }) => `${kind.declaration.code} ${at.line} ${suggestion?.value ?? '-'}`,
  );
const relative = (nhom: string, quanHe: string): Line => ({ nhom, quanHe, hoTen: 'Trần Văn An', namSinh: '1950' });

// Form 2C-BNV/2008 items 30a, 30b.
test('a relation stands on its side of the family', () => {
  assert.deepEqual(said(relative('BAN_THAN', 'CHA'), relative('VO_CHONG', 'CHA_VC'), relative('VO_CHONG', 'KHAC')), []);
  assert.deepEqual(said(relative('VO_CHONG', 'CHA')), ['E-FAMILY-SIDE 0 CHA_VC – Cha vợ/cha chồng']);
  assert.deepEqual(said(relative('VO_CHONG', 'EM')), ['E-FAMILY-SIDE 0 EM_VC – Em ruột của vợ/chồng']);
  assert.deepEqual(said(relative('BAN_THAN', 'ME'), relative('BAN_THAN', 'ME_VC')), ['E-FAMILY-SIDE 1 -']);
});
