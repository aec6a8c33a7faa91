/** What is missing of a record and how each group stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUPS } from '#standard/dictionary.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { missingIn, standingOf } from './group-state.ts';
import type { GroupState, OwnItem } from './group-state.ts';
import { WHY } from './why.ts';

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

const item = (group: OwnItem['group'], state: string, since = '2026-11-20T00:00:00.000Z'): OwnItem => ({ group, state, since });

test('what is on its way comes first, then repair, then what is missing, then who confirmed', () => {
  const whole: RecordDocument = { K: { congTac: [{ dong: '1' }] } };
  const cases: [GroupState, RecordDocument, OwnItem[], boolean | null][] = [
    ['confirmed', whole, [], true],
    ['unconfirmed', whole, [], false],
    ['missing', {}, [], null],
    ['waiting', whole, [item('K', 'awaiting-confirmation')], true],
    ['waiting', {}, [item('K', 'held'), item('K', 'returned')], null],
    ['returned', whole, [item('K', 'returned')], true],
    ['confirmed', whole, [item('G', 'awaiting-confirmation')], true],
  ];
  for (const [expected, document, items, confirmed] of cases)
    assert.equal(standingOf('K', document, items, confirmed, TODAY).state, expected, JSON.stringify([document, items, confirmed]));
  assert.equal(standingOf('O', {}, [], null, TODAY).state, 'nothing');
  for (const code of ['W', 'Y', 'Z'] as const) assert.equal(standingOf(code, {}, [], null, TODAY).state, 'system');
});

test('it waits since the oldest of what waits', () => {
  const items = [
    item('K', 'held', '2026-11-22T00:00:00.000Z'),
    item('K', 'waiting-match', '2026-11-21T00:00:00.000Z'),
    item('K', 'returned', '2026-11-01T00:00:00.000Z'),
  ];
  assert.equal(standingOf('K', {}, items, null, TODAY).since, '2026-11-21T00:00:00.000Z');
});

test('why it matters is one sentence for each group, in both languages', () => {
  assert.deepEqual(
    Object.keys(WHY),
    GROUPS.map((group) => group.code),
  );
  for (const { vi, en } of Object.values(WHY)) {
    for (const text of [vi, en]) assert.match(text, /^\S.*[^.]\.$/);
    assert.equal(vi, vi.normalize('NFC'));
  }
});
