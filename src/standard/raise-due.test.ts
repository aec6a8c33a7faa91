/** One truth for the next raise: what the record page expects, and what QT08 complains of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOfNumber } from '#base/vietnamese/dates.ts';
import { expectedRaise, raiseDue } from './raise-due.ts';
import { RULES } from './rules.ts';
import type { Line, RecordDocument } from './shapes.ts';

const qt08 = RULES.find(({ code }) => code === 'QT08')!;
const complains = (document: RecordDocument): boolean =>
  qt08.find({ document, today: '2040-01-01', asOf: '2040-01-01', rowsOf: () => [] }).length > 0;

const step: Line = { maNgach: '01.003', bac: 2, heSo: '2.67', ngayHuong: '2020-01-31', loaiBienDong: 'TUYEN_DUNG' };
const person = (more: RecordDocument, loaiDoiTuong = 'CC'): RecordDocument => ({ A: { loaiDoiTuong }, ...more });

const day = fc.integer({ min: 17900, max: 21500 }).map(dayOfNumber);
const month = fc
  .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const discipline = fc.record({ hinhThuc: fc.constantFrom('KT', 'CC', 'CCH', 'GC', 'D_CC'), ngayHieuLuc: day });
const rating = fc.record({ ky: fc.integer({ min: 2018, max: 2026 }).map(String), xepLoai: fc.constantFrom('KHTNV', 'HTNV') });
const leave = fc.record({ tuThang: month, denThang: month }).map(({ tuThang, denThang }): Line => {
  const [from, to] = [tuThang, denThang].sort();
  return { tuThang: from!, denThang: to!, loai: 'NGHI_KL' };
});
const faults = fc.record({
  loaiDoiTuong: fc.constantFrom('CC', 'VC', 'CB'),
  kyLuat: fc.array(discipline, { maxLength: 3 }),
  danhGia: fc.array(rating, { maxLength: 3 }),
  congTac: fc.array(leave, { maxLength: 2 }),
});
type Faults = typeof faults extends fc.Arbitrary<infer F> ? F : never;
const withFaults = ({ loaiDoiTuong, kyLuat, danhGia, congTac }: Faults, ...luong: Line[]): RecordDocument =>
  person({ G: { luong }, K: { congTac }, N: { danhGia }, P: { kyLuat } }, loaiDoiTuong);

test('QT08 complains of a regular raise exactly when it comes before the expected day, whatever delays it', () => {
  fc.assert(
    fc.property(faults, fc.integer({ min: -400, max: 400 }), fc.boolean(), (given, shift, reversed) => {
      const due = expectedRaise(withFaults(given, step), step)!;
      const raise: Line = { ...step, bac: 3, heSo: '3.00', ngayHuong: addDays(due, shift), loaiBienDong: 'NANG_BAC_TX' };
      const rows = reversed ? [raise, step] : [step, raise];
      assert.equal(complains(withFaults(given, ...rows)), shift < 0);
    }),
    { numRuns: 300 },
  );
});

test('one more fault never makes a raise earlier, and a fault of the time after it is due changes nothing', () => {
  fc.assert(
    fc.property(faults, discipline, (given, one) => {
      const before = raiseDue(withFaults(given, step), step)!;
      const after = raiseDue(withFaults({ ...given, danhGia: [], kyLuat: [...given.kyLuat, one] }, step), step)!;
      const without = raiseDue(withFaults({ ...given, danhGia: [] }, step), step)!;
      assert.ok(after.dueOn >= without.dueOn);
      assert.ok(before.dueOn >= before.dueUndelayed);
      if (one.ngayHieuLuc >= without.dueOn) assert.equal(after.dueOn, without.dueOn);
    }),
  );
});

const cases: readonly (readonly [what: string, line: Line, more: RecordDocument, due: string | null])[] = [
  // TT 08/2013 art. 2; personnel manual, worked example: unpaid 01/7–20/8/2024 (months as the career tells them), 2024 not completed.
  [
    'A1 step 5, unpaid leave of 2 months, a year not completed: 36 + 2 + 6',
    { maNgach: '01.003', bac: 5, ngayHuong: '2023-04-01' },
    { K: { congTac: [{ tuThang: '2024-07', denThang: '2024-08', loai: 'NGHI_KL' }] }, N: { danhGia: [{ ky: '2024', xepLoai: 'KHTNV' }] } },
    '2026-12-01',
  ],
  [
    'the year not completed that a discipline of that year explains adds nothing',
    step,
    { N: { danhGia: [{ ky: '2021', xepLoai: 'KHTNV' }] }, P: { kyLuat: [{ hinhThuc: 'CC', ngayHieuLuc: '2021-05-01' }] } },
    '2023-07-31',
  ],
  [
    'two disciplines by two decisions',
    step,
    {
      P: {
        kyLuat: [
          { hinhThuc: 'KT', ngayHieuLuc: '2021-01-01' },
          { hinhThuc: 'CC', ngayHieuLuc: '2022-01-01' },
        ],
      },
    },
    '2024-01-31',
  ],
  [
    'a discipline inside the lengthened time lengthens again',
    step,
    {
      P: {
        kyLuat: [
          { hinhThuc: 'CC', ngayHieuLuc: '2022-12-31' },
          { hinhThuc: 'CC', ngayHieuLuc: '2023-03-01' },
        ],
      },
    },
    '2024-01-31',
  ],
  [
    '31 + 30 months ends on the last day of the month',
    { maNgach: '01.003', bac: 1, ngayHuong: '2021-08-31' },
    { P: { kyLuat: [{ hinhThuc: 'CC', ngayHieuLuc: '2022-01-01' }] } },
    '2025-02-28',
  ],
  [
    'before the law of 2010 nothing is held',
    { maNgach: '01.003', bac: 1, ngayHuong: '2006-01-01' },
    { P: { kyLuat: [{ hinhThuc: 'CC', ngayHieuLuc: '2007-01-01' }] } },
    '2009-01-01',
  ],
  ['an unpaid leave without end: it cannot be told', step, { K: { congTac: [{ tuThang: '2021-07', loai: 'NGHI_KL' }] } }, null],
  ['the last step', { maNgach: '01.003', bac: 9, ngayHuong: '2020-01-01' }, {}, null],
];
for (const [what, line, more, due] of cases) test(`the next raise: ${what}`, () => assert.equal(expectedRaise(person(more), line), due));
