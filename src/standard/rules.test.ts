/** The 12 cross-field rules, each with the smallest record that keeps it and the smallest that breaks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES, statedByNumber, type RuleFacts, type Standing } from './rules.ts';
import type { Line, RecordDocument } from './shapes.ts';

const AS_OF = '2026-11-01';
const facts = (document: RecordDocument, more: Partial<RuleFacts> = {}): RuleFacts => ({
  document,
  today: '2026-11-24',
  asOf: AS_OF,
  rowsOf: () => [],
  ...more,
});
const find = (code: string, name: string, given: RuleFacts) => {
  const rule = RULES.find((one) => one.code === code && one.name === name);
  assert.ok(rule, `${code} ${name} is in the table`);
  return rule.find(given).map((finding) => finding.kind.declaration.code);
};

const identity = (soDinhDanh: string, gioiTinh: string, ngaySinh: string): RecordDocument => ({ B: { soDinhDanh, gioiTinh, ngaySinh } });
const pay = (...luong: Line[]): RecordDocument => ({ G: { luong } });
const row = (ngayHuong: string, maNgach: string, bac: number, heSo: string, loaiBienDong = 'NANG_BAC_TX'): Line => ({
  ngayHuong,
  maNgach,
  bac,
  heSo,
  loaiBienDong,
});
const career = (...congTac: Line[]): RecordDocument => ({
  A: { trangThaiCongTac: 'DANG_LAM' },
  E: { ngayTuyenDungLanDau: '2010-06-01' },
  K: { congTac },
});
const graded = (maNgach: string, chuyenMonCaoNhat: string): RecordDocument => ({
  ...pay(row('2020-01-01', maNgach, 1, '2.34')),
  I: { chuyenMonCaoNhat },
});
/** Step 2 of 01.003 held from 2020-01-01; a discipline, and the raise to step 3. */
const held = (hinhThuc: string, ngayHieuLuc: string, raisedOn: string, more: Line = {}, loaiDoiTuong = 'CC'): RecordDocument => ({
  A: { loaiDoiTuong },
  ...pay(
    row('2020-01-01', '01.003', 2, '2.67', 'TUYEN_DUNG'),
    row(raisedOn, '01.003', 3, '3.00', String(more['loaiBienDong'] ?? 'NANG_BAC_TX')),
  ),
  P: { kyLuat: [{ hinhThuc, ngayHieuLuc, ...more }] },
});
/** The same without discipline. */
const raised = (raisedOn: string, more: RecordDocument = {}, loaiBienDong = 'NANG_BAC_TX'): RecordDocument => ({
  A: { loaiDoiTuong: 'CC' },
  ...pay(row('2020-01-01', '01.003', 2, '2.67', 'TUYEN_DUNG'), row(raisedOn, '01.003', 3, '3.00', loaiBienDong)),
  ...more,
});
const nobody: Standing = { closed: false, changesRecord: true, otherEmployers: 0, recordElsewhere: false, moveInProgress: false };

const TABLE: readonly (readonly [code: string, name: string, what: string, given: RuleFacts, says: readonly string[]])[] = [
  ['QT01', 'numberFitsSexAndBirth', 'digit 4 = 0: man of the 1900s', facts(identity('001085000001', '1', '1985-03-12')), []],
  ['QT01', 'numberFitsSexAndBirth', 'digit 4 = 3: woman of the 2000s', facts(identity('001301000001', '2', '2001')), []],
  ['QT01', 'numberFitsSexAndBirth', 'digit 4 says woman', facts(identity('001185000001', '1', '1985')), ['E-ID-SEX']],
  ['QT01', 'numberFitsSexAndBirth', 'another century', facts(identity('001085000001', '1', '2085')), ['E-ID-BIRTH-YEAR']],
  ['QT01', 'numberFitsSexAndBirth', 'both', facts(identity('001185000001', '1', '1958')), ['E-ID-SEX', 'E-ID-BIRTH-YEAR']],
  ['QT01', 'numberFitsSexAndBirth', 'sex "other" is not compared', facts(identity('001185000001', '3', '1985')), []],
  [
    'QT01',
    'numberFitsSexAndBirth',
    'a stated absence is not compared',
    facts({ B: { soDinhDanh: '001185000001', ngaySinh: { vang: 'KHONG_RO' } } }),
    [],
  ],
  ['QT02', 'coefficientFitsTable', 'A1 step 5 = 3.66', facts(pay(row('2024-01-01', '01.003', 5, '3.66'))), []],
  ['QT02', 'coefficientFitsTable', 'A1 step 5 ≠ 3.33', facts(pay(row('2024-01-01', '01.003', 5, '3.33'))), ['E-PAY-COEFFICIENT']],
  ['QT02', 'coefficientFitsTable', 'A1 has 9 steps', facts(pay(row('2024-01-01', '01.003', 10, '5.31'))), ['E-PAY-STEP']],
  ['QT02', 'coefficientFitsTable', '01.004 was B until 2021-07-31', facts(pay(row('2021-07-31', '01.004', 1, '1.86'))), []],
  [
    'QT02',
    'coefficientFitsTable',
    '01.004 is A0 since 2021-08-01, and B may be kept for five years',
    facts(pay(row('2021-08-01', '01.004', 1, '1.86'))),
    [],
  ],
  ['QT02', 'coefficientFitsTable', '01.004 B in 2023, without a college degree', facts(pay(row('2023-01-01', '01.004', 5, '2.66'))), []],
  ['QT02', 'coefficientFitsTable', '01.004 A0 in 2023', facts(pay(row('2023-01-01', '01.004', 5, '3.34'))), []],
  ['QT02', 'coefficientFitsTable', '01.004 is neither B nor A0', facts(pay(row('2023-01-01', '01.004', 5, '3.66'))), ['E-PAY-COEFFICIENT']],
  ['QT02', 'coefficientFitsTable', 'the five years are over', facts(pay(row('2026-08-01', '01.004', 5, '2.66'))), ['E-PAY-COEFFICIENT']],
  ['QT02', 'coefficientFitsTable', '06.032 B in 2024', facts(pay(row('2024-01-01', '06.032', 2, '2.06'))), []],
  [
    'QT02',
    'coefficientFitsTable',
    'an old teacher’s title is held with its pay',
    facts(pay(row('2023-01-01', 'V.07.04.12', 3, '2.72'))),
    [],
  ],
  ['QT02', 'coefficientFitsTable', 'V.07.07.20 is A0', facts(pay(row('2025-09-01', 'V.07.07.20', 2, '2.41'))), []],
  [
    'QT02',
    'coefficientFitsTable',
    'a group that is not certain',
    facts(pay(row('2025-09-01', 'V.07.07.22', 2, '2.41'))),
    ['E-PAY-GROUP-UNSURE'],
  ],
  ['QT02', 'coefficientFitsTable', 'a title whose group nobody found', facts(pay(row('2025-09-01', 'V.00.01.02', 2, '2.41'))), []],
  ['QT02', 'coefficientFitsTable', 'a grade that no list knows', facts(pay(row('2025-09-01', 'V.99.99.01', 2, '2.41'))), []],
  ['QT02', 'coefficientFitsTable', 'by level: 3 is A1', facts({ ...pay(row('2026-09-01', '', 1, '2.34')), F: { bacNgheNghiep: '3' } }), []],
  [
    'QT02',
    'coefficientFitsTable',
    'by level: 4 from an A2.2 title',
    facts({ ...pay(row('2026-09-01', '', 1, '4.00')), F: { bacNgheNghiep: '4' } }),
    [],
  ],
  [
    'QT02',
    'coefficientFitsTable',
    'by level: 3 is not A0',
    facts({ ...pay(row('2026-09-01', '', 1, '2.10')), F: { bacNgheNghiep: '3' } }),
    ['E-PAY-COEFFICIENT'],
  ],
  ['QT02', 'coefficientFitsTable', 'no table is held before 2004-10-01', facts(pay(row('2003-01-01', '01.003', 5, '9.99'))), []],
  ['QT03', 'payRowsRise', 'rising', facts(pay(row('2014-06-01', '01.003', 1, '2.34'), row('2017-06-01', '01.003', 2, '2.67'))), []],
  [
    'QT03',
    'payRowsRise',
    'the same rows in another order: the order of the sheet means nothing',
    facts(pay(row('2017-06-01', '01.003', 2, '2.67'), row('2014-06-01', '01.003', 1, '2.34'))),
    [],
  ],
  [
    'QT03',
    'payRowsRise',
    'the step falls by its days, though it rises by the rows',
    facts(pay(row('2017-06-01', '01.003', 2, '2.67'), row('2014-06-01', '01.003', 3, '3.00'))),
    ['E-PAY-STEP-FALLS'],
  ],
  [
    'QT03',
    'payRowsRise',
    'two rows of one day',
    facts(pay(row('2017-06-01', '01.003', 1, '2.34'), row('2017-06-01', '01.003', 2, '2.67'))),
    ['E-PAY-ORDER'],
  ],
  [
    'QT03',
    'payRowsRise',
    'the step falls',
    facts(pay(row('2014-06-01', '01.003', 3, '3.00'), row('2017-06-01', '01.003', 2, '2.67'))),
    ['E-PAY-STEP-FALLS'],
  ],
  [
    'QT03',
    'payRowsRise',
    'the step falls by discipline',
    facts(pay(row('2014-06-01', '01.003', 3, '3.00'), row('2017-06-01', '01.003', 2, '2.67', 'KY_LUAT'))),
    [],
  ],
  [
    'QT03',
    'payRowsRise',
    'a lower step in a higher grade',
    facts(pay(row('2014-06-01', '01.003', 6, '3.99'), row('2017-06-01', '01.002', 1, '4.40', 'NANG_NGACH'))),
    [],
  ],
  ['QT04', 'officialAfterProbation', 'a year after', facts({ D: { ngayVaoDang: '2010-02-03', ngayVaoDangChinhThuc: '2011-02-03' } }), []],
  [
    'QT04',
    'officialAfterProbation',
    'before',
    facts({ D: { ngayVaoDang: '2010-02-03', ngayVaoDangChinhThuc: '2010-02-02' } }),
    ['E-PARTY-ORDER'],
  ],
  ['QT05', 'gradeFitsQualification', 'A1 with a university degree', facts(graded('01.003', 'DH')), []],
  ['QT05', 'gradeFitsQualification', 'A1 with intermediate', facts(graded('01.003', 'TC')), ['E-GRADE-EDUCATION']],
  ['QT05', 'gradeFitsQualification', 'A0 before 2021-08 was B', facts(graded('01.004', 'TC')), []],
  ['QT06', 'careerHasNoGaps', 'one post to now', facts(career({ tuThang: '2010-06' })), []],
  [
    'QT06',
    'careerHasNoGaps',
    'a gap of 3 months is allowed',
    facts(career({ tuThang: '2010-06', denThang: '2014-12' }, { tuThang: '2015-04' })),
    [],
  ],
  [
    'QT06',
    'careerHasNoGaps',
    'a gap of 4 months is told',
    facts(career({ tuThang: '2010-06', denThang: '2014-12' }, { tuThang: '2015-05' })),
    ['E-CAREER-GAP'],
  ],
  [
    'QT06',
    'careerHasNoGaps',
    'years only are given the benefit of the doubt',
    facts(career({ tuThang: '2010', denThang: '2014' }, { tuThang: '2015' })),
    [],
  ],
  ['QT06', 'careerHasNoGaps', 'nothing since 2020', facts(career({ tuThang: '2010-06', denThang: '2020-12' })), ['E-CAREER-GAP']],
  ['QT06', 'careerHasNoGaps', 'no career stated: nothing to tell', facts(career()), []],
  [
    'QT07',
    'oneMainPosition',
    'one after the other',
    facts(career({ tuThang: '2010-06', denThang: '2015-01' }, { tuThang: '2015-01' })),
    [],
  ],
  [
    'QT07',
    'oneMainPosition',
    'overlapping',
    facts(career({ tuThang: '2010-06', denThang: '2016-12' }, { tuThang: '2015-01' })),
    ['E-CAREER-OVERLAP'],
  ],
  [
    'QT07',
    'oneMainPosition',
    'study beside a post',
    facts(career({ tuThang: '2010-06', denThang: '2016-12' }, { tuThang: '2012-01', denThang: '2014-01', loai: 'HOC_TAP' })),
    [],
  ],
  ['QT07', 'oneMainPosition', 'two without end', facts(career({ tuThang: '2010-06' }, { tuThang: '2015-01' })), ['E-CAREER-TWO-PRESENT']],
  [
    'QT07',
    'oneMainPosition',
    'the second is concurrent by its kind (CV 03/CV-BCĐ of 2025-04-15)',
    facts(career({ tuThang: '2010-06' }, { tuThang: '2015-01', loai: 'KIEM_NHIEM' })),
    [],
  ],
  [
    'QT07',
    'oneMainPosition',
    'the second says "kiêm nhiệm"',
    facts(career({ tuThang: '2010-06' }, { tuThang: '2015-01', noiDung: 'Chủ tịch HĐND xã (kiêm nhiệm)' })),
    [],
  ],
  [
    'QT07',
    'oneMainPosition',
    '"kiểm" is another word',
    facts(career({ tuThang: '2010-06' }, { tuThang: '2015-01', noiDung: 'Kiểm lâm viên' })),
    ['E-CAREER-TWO-PRESENT'],
  ],
  ['QT07', 'oneEmployer', 'not asked', facts({}), []],
  ['QT07', 'oneEmployer', 'two employers', facts({}, { standing: { ...nobody, otherEmployers: 1 } }), ['E-TWO-EMPLOYERS']],
  ['QT07', 'oneEmployer', 'a transfer is in progress', facts({}, { standing: { ...nobody, otherEmployers: 1, moveInProgress: true } }), []],
  ['QT08', 'raiseNotBeforeDue', 'TT 08/2013 art. 2: 36 months, no discipline', facts(raised('2023-01-01')), []],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a warning in the first month lengthens the 36 months by 6 (TT 08/2013 art. 2; Law 22/2008 art. 82)',
    facts(held('CC', '2020-02-01', '2023-01-01')),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a warning in the last half year as well',
    facts(held('CC', '2022-06-01', '2023-01-01')),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  ['QT08', 'raiseNotBeforeDue', 'the day on which the lengthened time is over', facts(held('CC', '2022-06-01', '2023-07-01')), []],
  ['QT08', 'raiseNotBeforeDue', 'the day before it', facts(held('CC', '2022-06-01', '2023-06-30')), ['E-RAISE-UNDER-DISCIPLINE']],
  [
    'QT08',
    'raiseNotBeforeDue',
    'removal: 12 months (Law 22/2008 art. 82)',
    facts(held('CCH', '2021-01-01', '2023-12-31')),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  ['QT08', 'raiseNotBeforeDue', 'removal: 12 months are over', facts(held('CCH', '2021-01-01', '2024-01-01')), []],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a public employee, reprimand: 3 months (Law 58/2010 art. 56)',
    facts(held('KT', '2021-01-01', '2023-03-31', {}, 'VC')),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a public employee, reprimand: 3 months are over',
    facts(held('KT', '2021-01-01', '2023-04-01', {}, 'VC')),
    [],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'the delay as the decision states it',
    facts(held('KT', '2021-01-01', '2023-12-31', { keoDaiNangLuongThang: 12 })),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a discipline before the counting date was counted then',
    facts(held('CC', '2019-12-31', '2023-01-01')),
    [],
  ],
  ['QT08', 'raiseNotBeforeDue', 'a discipline on the due day comes too late', facts(held('CC', '2023-01-01', '2023-01-01')), []],
  [
    'QT08',
    'raiseNotBeforeDue',
    'Party discipline alone delays nothing before TT 03/2021',
    facts(held('D_CC', '2021-01-01', '2023-01-01')),
    [],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'Party discipline alone, since: by its form',
    facts(held('D_CC', '2022-01-01', '2023-01-01')),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a re-ranking is no raise',
    facts(raised('2021-05-01', { P: { kyLuat: [{ hinhThuc: 'CC', ngayHieuLuc: '2021-01-01' }] } }, 'XEP_LAI')),
    [],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'no early raise with a discipline in the step (TT 08/2013 art. 3)',
    facts(held('CC', '2021-01-01', '2023-06-01', { loaiBienDong: 'NANG_BAC_TH' })),
    ['E-RAISE-UNDER-DISCIPLINE'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'an early raise up to 12 months before (TT 08/2013 art. 3)',
    facts(raised('2022-01-01', {}, 'NANG_BAC_TH')),
    [],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'an early raise more than 12 months before',
    facts(raised('2021-12-31', {}, 'NANG_BAC_TH')),
    ['E-RAISE-EARLY'],
  ],
  ['QT08', 'raiseNotBeforeDue', 'a regular raise before 36 months', facts(raised('2022-12-31')), ['E-RAISE-EARLY']],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a year not completed: 6 months (TT 08/2013 art. 2)',
    facts(raised('2023-06-30', { N: { danhGia: [{ ky: '2021', xepLoai: 'KHTNV' }] } })),
    ['E-RAISE-EARLY'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'a year not completed: 6 months are over',
    facts(raised('2023-07-01', { N: { danhGia: [{ ky: '2021', xepLoai: 'KHTNV' }] } })),
    [],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'unpaid leave of 4 months does not count (TT 08/2013 art. 2)',
    facts(raised('2023-04-30', { K: { congTac: [{ tuThang: '2021-03', denThang: '2021-06', loai: 'NGHI_KL' }] } })),
    ['E-RAISE-EARLY'],
  ],
  [
    'QT08',
    'raiseNotBeforeDue',
    'unpaid leave of 4 months made up for',
    facts(raised('2023-05-01', { K: { congTac: [{ tuThang: '2021-03', denThang: '2021-06', loai: 'NGHI_KL' }] } })),
    [],
  ],
  ['QT09', 'closedRecordStays', 'closed', facts({}, { standing: { ...nobody, closed: true } }), ['E-RECORD-CLOSED']],
  ['QT09', 'closedRecordStays', 'open', facts({}, { standing: nobody }), []],
  [
    'QT09',
    'closedRecordStays',
    'closed, and says what stands',
    facts({}, { standing: { ...nobody, closed: true, changesRecord: false } }),
    [],
  ],
  ['QT10', 'jobPositionStated', 'missing in 2026', facts({ F: {} }), ['E-JOB-POSITION-REQUIRED']],
  ['QT10', 'jobPositionStated', 'missing in 2024', facts({ F: {} }, { asOf: '2024-12-31' }), []],
  ['QT10', 'jobPositionStated', 'stated', facts({ F: { 'viTriViecLam.ma': 'CV-01' } }), []],
  [
    'QT11',
    'noDistrictsAnyMore',
    'born in 1985, units of then',
    facts({ B: { ngaySinh: '1985', noiSinh: { maTinh: '01', maHuyen: 'Ba Đình', hieuLucTai: 'NGAY_SU_KIEN' } } }),
    [],
  ],
  [
    'QT11',
    'noDistrictsAnyMore',
    'born in 1985, units of today',
    facts({ B: { ngaySinh: '1985', noiSinh: { maTinh: '01', maHuyen: 'Ba Đình', hieuLucTai: 'HIEN_NAY' } } }),
    ['E-DISTRICT-AFTER-2025'],
  ],
  [
    'QT11',
    'noDistrictsAnyMore',
    'a residence of 2026',
    facts({ C: { thuongTru: { maTinh: '01', maHuyen: 'Ba Đình' } } }),
    ['E-DISTRICT-AFTER-2025'],
  ],
  [
    'QT11',
    'noDistrictsAnyMore',
    'a residence as of June 2025',
    facts({ C: { thuongTru: { maTinh: '01', maHuyen: 'Ba Đình' } } }, { asOf: '2025-06-30' }),
    [],
  ],
  [
    'QT12',
    'oneBodyPerNumber',
    'elsewhere and employed there: QT07 says so',
    facts({}, { standing: { ...nobody, recordElsewhere: true, otherEmployers: 1 } }),
    [],
  ],
  ['QT12', 'oneBodyPerNumber', 'elsewhere', facts({}, { standing: { ...nobody, recordElsewhere: true } }), ['E-PERSON-TWO-BODIES']],
  [
    'QT12',
    'oneBodyPerNumber',
    'elsewhere, seconded',
    facts({}, { standing: { ...nobody, recordElsewhere: true, moveInProgress: true } }),
    [],
  ],
];

for (const [code, name, what, given, says] of TABLE) {
  test(`${code} ${name}: ${what}`, () => assert.deepEqual(find(code, name, given), says));
}

test('all 12 rules are there, each met by a case that keeps it and one that breaks it', () => {
  assert.deepEqual(
    [...new Set(RULES.map((rule) => rule.code))].sort(),
    Array.from({ length: 12 }, (_, index) => `QT${String(index + 1).padStart(2, '0')}`),
  );
  for (const rule of RULES) {
    const own = TABLE.filter(([code, name]) => code === rule.code && name === rule.name);
    assert.ok(
      own.some(([, , , , says]) => says.length === 0) && own.some(([, , , , says]) => says.length > 0),
      `${rule.code} ${rule.name}`,
    );
  }
});

test('the number tells sex and year of birth', () => {
  assert.deepEqual(statedByNumber('001085000001'), { sex: '1', birthYear: 1985 });
  assert.deepEqual(statedByNumber('001300000001'), { sex: '2', birthYear: 2000 });
});
