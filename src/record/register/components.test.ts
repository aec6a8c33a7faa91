/** How far a component stands in for its paper: what it lacks, what of it is confirmed, who signed last. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUPS } from '#standard/dictionary.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { recordAsOf } from './as-of.ts';
import { componentsOf, missingIn } from './components.ts';
import type { Component } from './components.ts';
import type { PersonVersion } from './shapes.ts';

const TODAY = '2026-11-27';
const missing = (group: Parameters<typeof missingIn>[0], document: RecordDocument): string[] =>
  missingIn(group, document, TODAY).map((label) => label.vi);

test('what the form needs of everybody is missing until it is stated; a stated absence is a statement', () => {
  assert.deepEqual(missing('C', { C: { noiOHienNay: { chiTiet: 'x' } } }), ['Nơi đăng ký thường trú', 'Số điện thoại di động']);
  assert.deepEqual(
    missing('C', { C: { noiOHienNay: { chiTiet: 'x' }, thuongTru: { vang: 'KHONG_RO' }, dienThoaiDiDong: { vang: 'CHUA_XAC_DINH' } } }),
    [],
  );
});

test('a field that is needed under a condition is missing only when it holds', () => {
  const day = (ngayVaoDang?: string): RecordDocument => ({ D: ngayVaoDang ? { ngayVaoDang } : {} });
  assert.deepEqual(missing('D', day()), []);
  assert.deepEqual(missing('D', day('2015-03-02')), ['Ngày vào Đảng chính thức']);
});

test('careers, pay, training and family are asked of everybody; awards and discipline are not', () => {
  assert.deepEqual(missing('G', {}), ['Diễn biến lương']);
  assert.deepEqual(missing('K', { K: { congTac: [] } }), ['Quá trình công tác']);
  assert.deepEqual(missing('K', { K: { congTac: [{ dong: '1' }] } }), []);
  assert.deepEqual([missing('O', {}), missing('P', {})], [[], []]);
});

test('the portrait is missing as long as there is none: no card without it', () => {
  assert.ok(missing('A', { A: {} }).includes('Ảnh chân dung (4x6; thẻ 3x4)'));
  assert.ok(!missing('A', { A: { anh4x6: '0'.repeat(64) } }).includes('Ảnh chân dung (4x6; thẻ 3x4)'));
});

test('nothing that only the system writes, and never the citizen number, is asked of people', () => {
  for (const { code } of GROUPS) for (const label of missing(code, {})) assert.doesNotMatch(label, /Số định danh|Mã hồ sơ/, code);
  assert.deepEqual([missing('Y', {}), missing('Z', {}), missing('W', {})], [[], [], []]);
});

const ATTESTED = new Map([
  ['a1', { at: '2026-11-20T02:00:00.000Z', by: 'Phạm Quốc Hùng' }],
  ['a2', { at: '2026-11-22T02:00:00.000Z', by: 'Đỗ Thị Lan' }],
]);
const version = (n: number, document: RecordDocument, attestationId: string | null): PersonVersion => ({
  personId: 'p',
  version: n,
  tx: n,
  validFrom: '2026-11-01',
  groups: Object.keys(document) as PersonVersion['groups'],
  document,
  source: 'EXCEL',
  submissionId: null,
  attestationId,
  employers: { coQuanQuanLy: 'education', coQuanSuDung: null },
});
const component = (code: Component['code'], ...versions: PersonVersion[]): Component =>
  componentsOf(recordAsOf(versions, TODAY, 99), ATTESTED, TODAY).find((one) => one.code === code)!;

test('whole only when nothing is missing and each value and line of it is confirmed; the last signature is told', () => {
  const line = (dong: string) => ({ dong, tuThang: '2020-01', donVi: `Trường ${dong}` });
  const first = version(1, { K: { congTac: [line('1')] } }, null);
  const both = { K: { congTac: [line('1'), line('2')] } } as RecordDocument;
  assert.deepEqual([component('K', first).state, component('K', first).signed], ['unconfirmed', null]);
  const second = component('K', first, version(2, both, 'a1'));
  assert.deepEqual([second.state, second.confirmed, second.unconfirmed, second.signed?.by], ['unconfirmed', 1, 1, 'Phạm Quốc Hùng']);
  const whole = component('K', version(1, { K: { congTac: [line('1')] } }, 'a1'), version(2, both, 'a2'));
  assert.deepEqual([whole.state, whole.confirmed, whole.unconfirmed, whole.signed?.by], ['whole', 2, 0, 'Đỗ Thị Lan']);
});

test('confirmed and not complete; never stated; written by the system', () => {
  const contact = version(1, { C: { noiOHienNay: { chiTiet: 'x' } } } as RecordDocument, 'a1');
  const { state, missing: lacks } = component('C', contact);
  assert.deepEqual([state, lacks.map(({ vi }) => vi)], ['incomplete', ['Nơi đăng ký thường trú', 'Số điện thoại di động']]);
  assert.equal(component('O').state, 'nothing');
  for (const code of ['W', 'Y', 'Z'] as const) assert.equal(component(code).state, 'system');
});

test('of a group of which a reader sees nothing, nothing is said; of a field that they do not see, not that it is missing', () => {
  const record = recordAsOf([version(1, { C: {} }, 'a1')], TODAY, 99);
  const seen = componentsOf(record, ATTESTED, TODAY, ({ field }) => field.group === 'C' && field.key !== 'dienThoaiDiDong');
  assert.deepEqual(
    seen.map(({ code, missing: lacks }) => [code, lacks.map(({ vi }) => vi)]),
    [['C', ['Nơi đăng ký thường trú', 'Nơi ở hiện nay']]],
  );
});
