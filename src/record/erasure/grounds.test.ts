/** A record that the law keeps is not destroyed, whatever the ground says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordDocument } from '#standard/shapes.ts';
import { groundOf, groundsOn, keptBy } from './grounds.ts';

const TODAY = '2026-11-30';
const working: RecordDocument = { A: { trangThaiCongTac: 'DANG_LAM' } };
const retired = (day: string): RecordDocument => ({ A: { trangThaiCongTac: 'NGHI_HUU' }, V: { 'thoiViec.ngay': day } });

test('each ground says its article, its confidence, and whom the law keeps', () => {
  const rows: readonly (readonly [string, RecordDocument, ReturnType<typeof keptBy>])[] = [
    ['NHAP_NHAM', working, null],
    ['NHAP_NHAM', retired('2020-01-01'), { why: 'left', until: null }],
    ['QUYET_DINH', working, null],
    ['QUYET_DINH', retired('2020-01-01'), null],
    ['HET_THOI_HAN', working, { why: 'in-service', until: null }],
    ['HET_THOI_HAN', retired('2020-01-01'), { why: 'term', until: '2090-01-01' }],
    ['HET_THOI_HAN', retired('1950-01-01'), null],
    ['HET_THOI_HAN', { A: { trangThaiCongTac: 'NGHI_HUU' } }, { why: 'term', until: null }],
  ];
  for (const [code, document, kept] of rows) assert.deepEqual(keptBy(groundOf(code)!, document, TODAY), kept, code);
  for (const { code, law, confidence } of groundsOn(TODAY)) assert.ok(law.length > 10 && confidence, code);
  assert.deepEqual(groundsOn('2025-12-31'), [], 'the law is in force since 2026');
});
