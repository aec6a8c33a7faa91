/** What falls due, from a record: each row with the reasons of the function that told it; each in one counter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOfNumber } from '#base/vietnamese/dates.ts';
import { expectedRaise } from '#standard/raise-due.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { bucketOf, countersOf, dueRows } from './due-rows.ts';

const TODAY = '2026-11-23';
const person = (more: RecordDocument = {}): RecordDocument => ({
  A: { loaiDoiTuong: 'CC', trangThaiCongTac: 'DANG_LAM' },
  B: { gioiTinh: '1', ngaySinh: '1985-03-12' },
  ...more,
});
const pay = (...luong: Line[]): RecordDocument => ({ G: { luong } });
const said = (document: RecordDocument, months = 24): readonly string[] =>
  dueRows(document, TODAY, months).rows.map(({ kind, dueOn, actBy }) => `${kind} ${dueOn} ${actBy}`);

const A1: Line = { maNgach: '01.003', bac: 5, heSo: '3.66', ngayHuong: '2023-04-01' };
const ROWS: readonly (readonly [what: string, RecordDocument, readonly string[]])[] = [
  ['a regular raise: TT 08/2013 art. 2', person(pay({ ...A1, ngayHuong: '2024-04-01' })), ['raise 2027-04-01 2027-04-01']],
  ['one that was missed stays, overdue', person(pay(A1)), ['raise 2026-04-01 2026-04-01']],
  ['an elected post has no steps by time', person(pay({ maNgach: 'CT_UBND_XA', bac: 1, ngayHuong: '2024-04-01' })), []],
  [
    'beyond the scale, the next percent after the one that is paid: TT 04/2005',
    person(pay({ maNgach: '01.002', bac: 8, heSo: '6.78', ngayHuong: '2019-07-01', vuotKhungPct: 8 })),
    ['beyond-scale 2026-07-01 2026-07-01'],
  ],
  [
    'counted from the first row of the last step, not from that of its percent',
    person(
      pay(
        { maNgach: '01.002', bac: 8, heSo: '6.78', ngayHuong: '2020-07-01' },
        { maNgach: '01.002', bac: 8, heSo: '6.78', ngayHuong: '2023-07-01', vuotKhungPct: 8 },
      ),
    ),
    ['beyond-scale 2027-07-01 2027-07-01'],
  ],
  [
    'retirement: notice six months before (Luật Viên chức art. 46); by the personnel manual a man born 11/02/1966 retires from 01/12/2027',
    person({ B: { gioiTinh: '1', ngaySinh: '1966-02-11' } }),
    ['retirement 2027-12-01 2027-06-01'],
  ],
  [
    'once notice was given, the decision three months before',
    person({ B: { gioiTinh: '1', ngaySinh: '1966-02-11' }, V: { thongBaoNghiHuu: { so: '05/TB-UBND', ngay: '2026-11-01' } } }),
    ['retirement 2027-12-01 2027-09-01'],
  ],
  [
    'a term: decided by the last working day before its end (NĐ 115/2020 art. 49)',
    person({ B: { gioiTinh: '1', ngaySinh: '1975-07-07' }, L: { boNhiem: [{ hinhThuc: 'BO_NHIEM', tuNgay: '2022-03-01' }] } }),
    ['term 2027-03-01 2027-02-26'],
  ],
  [
    'the end that the decision states, as last day or as the day after it',
    person({ L: { boNhiem: [{ hinhThuc: 'BO_NHIEM_LAI', tuNgay: '2022-03-01', denNgay: '2027-02-28' }] } }),
    ['term 2027-03-01 2027-02-26'],
  ],
  [
    'an end of its own',
    person({ L: { boNhiem: [{ hinhThuc: 'BO_NHIEM', tuNgay: '2022-03-01', denNgay: '2027-06-15' }] } }),
    ['term 2027-06-16 2027-06-15'],
  ],
  [
    'who resigned has no term',
    person({
      L: {
        boNhiem: [
          { hinhThuc: 'BO_NHIEM', tuNgay: '2022-03-01' },
          { hinhThuc: 'TU_CHUC', tuNgay: '2025-01-01' },
        ],
      },
    }),
    [],
  ],
  [
    'a contract of public employees: settled 60 days before (Luật Viên chức art. 25)',
    person({ E: { hopDong: [{ loai: 'HDLV_XD', tuNgay: '2024-01-01', denNgay: '2026-12-31' }] } }),
    ['contract 2027-01-01 2026-11-01'],
  ],
  [
    'the end of a probation as the record states it',
    person({ A: { loaiDoiTuong: 'CC', trangThaiCongTac: 'TAP_SU' }, E: { ngayHetTapSu: '2026-11-30' } }),
    ['probation 2026-12-01 2026-11-30'],
  ],
  ['a probation that ended long ago is none', person({ E: { ngayHetTapSu: '2011-05-31' } }), []],
  [
    'a secondment: both bodies are reminded 30 days before',
    person({ L: { boNhiem: [{ hinhThuc: 'BIET_PHAI', tuNgay: '2025-01-01', denNgay: '2027-12-31' }] } }),
    ['secondment 2028-01-01 2027-12-02'],
  ],
  ['who has left has nothing due', person({ A: { loaiDoiTuong: 'CC', trangThaiCongTac: 'THOI_VIEC' }, ...pay(A1) }), []],
];
for (const [what, document, rows] of ROWS) test(`due: ${what}`, () => assert.deepEqual(said(document), rows));

test('what the record does not tell is said, never guessed', () => {
  const { rows, untold } = dueRows(
    {
      A: { loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM' },
      B: { gioiTinh: '2' },
      E: { hopDong: [{ loai: 'HDLV_XD', tuNgay: '2024-01-01', denNgay: '2034-12-31' }] },
      K: { congTac: [{ tuThang: '2024-07', loai: 'NGHI_KL' }] },
      ...pay(A1),
    },
    TODAY,
    24,
  );
  assert.deepEqual(rows, []);
  assert.deepEqual(
    untold.map(({ kind, problem }) => `${kind} ${problem.code}`),
    ['raise E-SERVICE-PERIOD-OPEN', 'retirement E-RETIRE-NO-BIRTH', 'contract E-CONTRACT-TERM'],
  );
});

test('only what falls within the months asked for, and every row says why', () => {
  const document = person({ B: { gioiTinh: '1', ngaySinh: '1966-02-11' }, ...pay({ ...A1, ngayHuong: '2024-04-01' }) });
  assert.deepEqual(said(document, 5), ['raise 2027-04-01 2027-04-01']);
  for (const { because, dueOn } of dueRows(document, TODAY, 24).rows) {
    assert.equal(because.at(-1)?.on, dueOn);
    assert.ok(because.some(({ law }) => law !== null));
  }
});

test('the raise of the list is that of the record page', () => {
  const day = fc.integer({ min: 18500, max: 20400 }).map(dayOfNumber);
  fc.assert(
    fc.property(day, day, fc.constantFrom('KT', 'CC', 'CCH'), fc.constantFrom('CC', 'VC'), (anchor, on, form, loaiDoiTuong) => {
      const line: Line = { ...A1, ngayHuong: anchor };
      const document: RecordDocument = {
        ...person(pay(line)),
        A: { loaiDoiTuong, trangThaiCongTac: 'DANG_LAM' },
        P: { kyLuat: [{ hinhThuc: form, ngayHieuLuc: on }] },
      };
      const [row] = dueRows(document, TODAY, 60).rows;
      assert.equal(row?.dueOn, expectedRaise(document, line));
    }),
  );
});

test('a row stands in one counter, and the borders are the days themselves', () => {
  const at = (actBy: string) => bucketOf({ actBy }, TODAY);
  assert.deepEqual(['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01', addDays(TODAY, 90), addDays(TODAY, 91)].map(at), [
    'overdue',
    'this-month',
    'this-month',
    'soon',
    'soon',
    'later',
  ]);
  const { rows } = dueRows(person(pay(A1)), TODAY, 24);
  assert.deepEqual(countersOf(rows, TODAY).raise, { overdue: 1, 'this-month': 0, soon: 0, later: 0 });
  assert.deepEqual(countersOf(rows, TODAY).contract, { overdue: 0, 'this-month': 0, soon: 0, later: 0 });
});
