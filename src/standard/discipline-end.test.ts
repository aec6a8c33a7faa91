/** A discipline ends by itself after the months of the law, on the day; what stands beside it can end it before, or start it earlier. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDerivedValues } from './derived-values.ts';
import { disciplineEnd, isInForce } from './discipline-end.ts';
import type { Line, RecordDocument } from './shapes.ts';

const line = (hinhThuc: string, ngayHieuLuc: string, more: Line = {}): Line => ({
  dong: ngayHieuLuc || '9',
  hinhThuc,
  ngayHieuLuc,
  ...more,
});
const of = (one: Line, ...others: Line[]) => disciplineEnd(one, [one, ...others]);

test('twelve months from the day it takes effect: in force on the day before, and no more on the day (NĐ 234/2026, 2)', () => {
  const one = line('CC', '2026-08-15');
  assert.deepEqual(of(one), { endsOn: '2027-08-15', by: 'law' });
  assert.equal(isInForce(one, [one], '2026-08-14'), false);
  assert.equal(isInForce(one, [one], '2026-08-15'), true);
  assert.equal(isInForce(one, [one], '2027-08-14'), true);
  assert.equal(isInForce(one, [one], '2027-08-15'), false);
  assert.deepEqual(of(line('KT', '2024-02-29')), { endsOn: '2025-02-28', by: 'law' }, 'the last day of the month');
});

test('what is stated stands; a dismissal does not end by time; without a day nothing can be told, nor before there was such a law', () => {
  assert.deepEqual(of(line('CC', '2026-08-15', { ngayHetHieuLuc: '2027-02-01' })), { endsOn: '2027-02-01', by: 'stated' });
  assert.deepEqual(of(line('BTV', '2026-08-15')), { endsOn: null, by: 'never' });
  const undated = line('CC', '');
  assert.deepEqual(of(undated), { endsOn: null, by: 'not-known' });
  assert.equal(isInForce(undated, [undated], '2026-08-15'), null);
  assert.equal(of(line('CC', '1999-05-01')).by, 'not-known');
});

test('a new one ends the one that runs, from 1 July 2026 on; the day before it did not', () => {
  const first = line('KT', '2026-03-02');
  assert.deepEqual(of(first, line('CC', '2026-07-01')), { endsOn: '2026-07-01', by: 'next' });
  assert.deepEqual(of(first, line('CC', '2026-06-30')), { endsOn: '2027-03-02', by: 'law' });
  assert.deepEqual(
    of(first, line('CC', '2026-05-05'), line('CC', '2026-09-01')),
    { endsOn: '2026-09-01', by: 'next' },
    'the first that ends it',
  );
  assert.deepEqual(of(first, line('CC', '2027-03-02')), { endsOn: '2027-03-02', by: 'law' }, 'when it had ended');
  assert.deepEqual(of(line('KT', '2026-08-03'), line('D_KT', '2026-09-01')).by, 'law', 'one of the Party is another');
});

test('a discipline of the Party that was in force starts the months of the administrative one, from 1 July 2026 on', () => {
  const party = line('D_CC', '2026-05-04');
  assert.deepEqual(of(line('CC', '2026-07-10'), party), { endsOn: '2027-05-04', by: 'law' });
  assert.deepEqual(of(line('CC', '2026-06-30'), party), { endsOn: '2027-06-30', by: 'law' }, 'the law of before');
  assert.deepEqual(of(line('CC', '2027-05-04'), party), { endsOn: '2028-05-04', by: 'law' }, 'one that had ended');
  const endedEarlier = line('D_CC', '2026-05-04', { ngayHetHieuLuc: '2026-07-01' });
  assert.deepEqual(of(line('CC', '2026-07-10'), endedEarlier), { endsOn: '2027-07-10', by: 'law' }, 'one that is stated to have ended');
  assert.deepEqual(
    of(line('CC', '2027-07-10'), line('D_KTR', '2022-01-05')),
    { endsOn: '2028-07-10', by: 'law' },
    'one without an end, long ago',
  );
  assert.deepEqual(of(party, line('CC', '2026-07-10')), { endsOn: '2027-05-04', by: 'law' });
});

test('the record shows the day and whether it holds on the day shown; nobody states either', () => {
  const document = { P: { kyLuat: [line('CC', '2026-08-15'), line('KT', '2024-01-10')] } } as RecordDocument;
  const shown = withDerivedValues(document, '2026-11-30').P?.['kyLuat'] as readonly Line[];
  assert.deepEqual(
    shown.map((one) => [one['hetHieuLucTheoLuat'], one['conHieuLuc']]),
    [
      ['2027-08-15', true],
      ['2025-01-10', false],
    ],
  );
});
