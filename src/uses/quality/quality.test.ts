/** What the checks say of a record, what a repair is worth, and that nothing of it tells what the reader does not see. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { QualityAsked } from '#record/register/quality-port.ts';
import type { Compared } from '#record/register/shapes.ts';
import { codeList } from '#standard/code-lists.ts';
import { FIELDS, GROUPS, leavesOf } from '#standard/dictionary.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import file from './checks.json' with { type: 'json' };
import { CHECKS } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import { PREDICATES } from './predicates.ts';
import { qualityOf } from './quality.ts';
import { scored } from './score.ts';
import type { QualityCheck, QualityFigures } from './shapes.ts';
import weights from './weights.json' with { type: 'json' };

const TODAY = '2026-11-30';
const FIGURES = weights.items[0] as unknown as QualityFigures;
const said = (level: string, at: string | null = '2026-11-01T02:00:00.000Z'): Compared => ({
  level,
  at,
  source: 'CSDLQGVDC',
  extent: 'whole',
});
const asked = (document: RecordDocument, more: Partial<QualityAsked> = {}): QualityAsked => ({
  document,
  number: '000085012345',
  comparedOf: () => said('KHOP'),
  on: TODAY,
  isSeen: () => true,
  ...more,
});
const told = (one: QualityAsked) => qualityOf(one)!;
const failed = (document: RecordDocument, more?: Partial<QualityAsked>): string[] => told(asked(document, more)).failed.map(({ id }) => id);
const outcomeOf = (id: string, document: RecordDocument, more?: Partial<QualityAsked>): string =>
  evaluate(CHECKS, { ...asked(document, more), figures: FIGURES }).find(({ check }) => check.id === id)!.outcome;

const HERE = { A: { loaiDoiTuong: 'CC', trangThaiCongTac: 'DANG_LAM' } } as const;

test('names of checks are used once; each of the file has its rule, its comparison or its predicate', () => {
  const ids = CHECKS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length > 80 && ids.includes('DU.B.hoTenKhaiSinh') && ids.includes('SACH.B') && ids.includes('Q17'));
  assert.deepEqual(
    Object.keys(PREDICATES).sort(),
    file.items
      .filter(({ by }) => by === 'predicate')
      .map(({ key }) => key)
      .sort(),
  );
  for (const { title, source } of CHECKS) assert.ok(title.vi !== '' && title.en !== '' && source !== '');
});

test('what must be stated and is not costs the level; stating it gives exactly the gain that was told', () => {
  const before = told(asked({ ...HERE, B: { ngaySinh: '1985-03-12' } }));
  assert.equal(before.level, 0);
  const point = before.failed.find(({ id }) => id === 'DU.B.hoTenKhaiSinh')!;
  const after = told(asked({ ...HERE, B: { ngaySinh: '1985-03-12', hoTenKhaiSinh: 'Nguyễn Văn Hùng' } }));
  const shareOf = ({ words }: typeof before): number => {
    const { passed, asked: of } = words.find(({ word }) => word === 'DU')!;
    return (passed * 1000) / of;
  };
  assert.equal(point.gain, Math.round(shareOf(after) - shareOf(before)));
});

test('what is yet to be found out is not there; what nobody can know is', () => {
  assert.equal(outcomeOf('DU.B.danToc', { ...HERE, B: { danToc: { vang: 'CHUA_XAC_DINH' } } }), 'failed');
  assert.equal(outcomeOf('DU.B.danToc', { ...HERE, B: { danToc: { vang: 'KHONG_RO' } } }), 'passed');
});

test('a number against sex and birth, a name in an old font and a stand-in are told where they are', () => {
  const born = (ngaySinh: string, hoTenKhaiSinh: string): RecordDocument => ({ ...HERE, B: { ngaySinh, gioiTinh: '1', hoTenKhaiSinh } });
  assert.ok(failed(born('1990-03-12', 'Nguyễn Văn Hùng')).includes('Q02'));
  assert.ok(!failed(born('1985-03-12', 'Nguyễn Văn Hùng')).includes('Q02'));
  assert.equal(outcomeOf('SACH.B', born('1985-03-12', 'NguyÔn V¨n Hïng')), 'failed');
  assert.equal(outcomeOf('SACH.B', born('1985-03-12', 'như trên')), 'failed');
  assert.equal(outcomeOf('SACH.B', born('1985-03-12', 'H’Hen Niê')), 'passed');
});

test('what the population database did not answer is not measured: it lowers the confidence and no score', () => {
  const silent = told(asked(HERE, { comparedOf: () => said('CHUA', null) }));
  const spoken = told(asked(HERE));
  assert.ok(silent.notMeasured.some(({ id }) => id === 'Q01.so') && silent.notMeasured.some(({ id }) => id === 'Q29'));
  assert.equal(silent.words.find(({ word }) => word === 'DUNG')!.asked, 0);
  assert.ok(spoken.words.find(({ word }) => word === 'DUNG')!.asked > 0);
  assert.equal(outcomeOf('Q01.so', HERE, { comparedOf: () => said('GAN_KHOP') }), 'failed');
  assert.equal(outcomeOf('Q29', HERE, { comparedOf: () => said('KHOP', '2026-07-01T02:00:00.000Z') }), 'failed');
});

test('a raise that was due thirty days ago, and a rating of last year that is not there, are told of who is at work', () => {
  const pay = { maNgach: '01.003', bac: 2, heSo: '2.67', ngayHuong: '2020-01-31', loaiBienDong: 'TUYEN_DUNG', dong: '1' };
  const paid = (ngayHuong: string, trangThaiCongTac = 'DANG_LAM'): RecordDocument => ({
    A: { loaiDoiTuong: 'CC', trangThaiCongTac },
    G: { luong: [{ ...pay, ngayHuong }] },
  });
  assert.equal(outcomeOf('Q28', paid('2020-01-31')), 'failed');
  assert.equal(outcomeOf('Q28', paid('2023-11-15')), 'passed');
  assert.equal(outcomeOf('Q28', paid('2020-01-31', 'NGHI_HUU')), 'not-applicable');
  const rated = (ky: string | null, ngayTuyenDungLanDau = '2010-06-01'): RecordDocument => ({
    ...HERE,
    E: { ngayTuyenDungLanDau },
    ...(ky === null ? {} : { N: { danhGia: [{ ky, xepLoai: 'HTTNV', dong: '1' }] } }),
  });
  assert.equal(outcomeOf('Q34', rated(null)), 'failed');
  assert.equal(outcomeOf('Q34', rated('2025')), 'passed');
  assert.equal(outcomeOf('Q34', rated(null, '2025-06-01')), 'not-applicable');
  assert.equal(outcomeOf('Q34', rated(null), { on: '2026-02-01' }), 'not-applicable');
});

test('a term and a contract that were over thirty days ago are told until what follows stands; a former line that is over is not', () => {
  const termed = (...spans: readonly (readonly [string, string])[]): RecordDocument => ({
    ...HERE,
    L: { boNhiem: spans.map(([tuNgay, denNgay], index) => ({ hinhThuc: 'BO_NHIEM', tuNgay, denNgay, dong: String(index + 1) })) },
  });
  assert.equal(outcomeOf('Q28.nhiemKy', termed(['2021-10-31', '2026-10-30'])), 'failed');
  assert.equal(outcomeOf('Q28.nhiemKy', termed(['2021-11-01', '2026-10-31'])), 'passed');
  assert.equal(outcomeOf('Q28.nhiemKy', termed(['2026-11-01', '2031-10-31'], ['2021-10-31', '2026-10-30'])), 'passed');
  const contracted = (denNgay: string, trangThaiCongTac = 'DANG_LAM'): RecordDocument => ({
    A: { loaiDoiTuong: 'HD', trangThaiCongTac },
    E: { hopDong: [{ so: '1', tuNgay: '2024-01-01', ...(denNgay === '' ? {} : { denNgay }), dong: '1' }] },
  });
  assert.equal(outcomeOf('Q28.hopDong', contracted('2025-12-31')), 'failed');
  assert.equal(outcomeOf('Q28.hopDong', contracted('')), 'not-applicable');
  assert.equal(outcomeOf('Q28.hopDong', contracted('2025-12-31', 'THOI_VIEC')), 'not-applicable');
});

test('the current pay alone has to be backed by a decision with number, day and issuer', () => {
  const pay = (ngayHuong: string, quyetDinh: Readonly<Record<string, string>>) => ({
    maNgach: '01.003',
    ngayHuong,
    quyetDinh,
    dong: ngayHuong,
  });
  const whole = { so: '12/QĐ-SNV', ngay: '2024-01-10', coQuan: 'Sở Nội vụ' };
  const paid = (...luong: readonly ReturnType<typeof pay>[]): RecordDocument => ({ ...HERE, G: { luong } }) as RecordDocument;
  assert.equal(outcomeOf('Q22.qd', paid(pay('2024-02-01', whole), pay('2021-02-01', { so: '1' }))), 'passed');
  assert.equal(outcomeOf('Q22.qd', paid(pay('2024-02-01', { so: '1', ngay: '2024-01-10' }), pay('2021-02-01', whole))), 'failed');
  assert.equal(outcomeOf('Q22.qd', HERE), 'not-applicable');
});

test('a family has both parents, or who brought the person up, and the spouse of who is married', () => {
  const family = (status: string, ...relations: readonly string[]): RecordDocument => ({
    ...HERE,
    B: { tinhTrangHonNhan: status },
    Q: { giaDinh: relations.map((quanHe, index) => ({ quanHe, dong: String(index + 1) })) },
  });
  assert.equal(outcomeOf('Q26.chaMe', family('1', 'CHA', 'EM')), 'failed');
  assert.equal(outcomeOf('Q26.chaMe', family('1', 'CHA', 'ME')), 'passed');
  assert.equal(outcomeOf('Q26.chaMe', family('1', 'NGUOI_NUOI_DUONG')), 'passed');
  assert.equal(outcomeOf('Q26.chaMe', HERE), 'not-applicable');
  assert.equal(outcomeOf('Q26.voChong', family('2', 'CHA', 'ME')), 'failed');
  assert.equal(outcomeOf('Q26.voChong', family('2', 'CHA', 'ME', 'VO')), 'passed');
  assert.equal(outcomeOf('Q26.voChong', family('3', 'CHA', 'ME')), 'not-applicable');
});

test('a check beside the rules is asked by its own entry', () => {
  const relative = (nhom: string): RecordDocument => ({ ...HERE, Q: { giaDinh: [{ nhom, quanHe: 'CHA', dong: '1' }] } });
  assert.equal(outcomeOf('QT.quanHe', relative('BAN_THAN')), 'passed');
  assert.equal(outcomeOf('QT.quanHe', relative('VO_CHONG')), 'failed');
  const scale = (bac: number): RecordDocument => ({
    ...HERE,
    G: { luong: [{ maNgach: '01.003', bac, vuotKhungPct: 5, ngayHuong: '2024-02-01', dong: '1' }] },
  });
  assert.equal(outcomeOf('QT.vuotKhung', scale(9)), 'passed');
  assert.equal(outcomeOf('QT.vuotKhung', scale(3)), 'failed');
});

test('relations and states that the figures name are in their lists', () => {
  const codesOf = (list: string): ReadonlySet<string> =>
    new Set(codeList(list as Parameters<typeof codeList>[0]).entries.map(({ code }) => code));
  for (const { parents, spouses, married } of weights.items) {
    for (const code of [...parents.flat(), ...spouses]) assert.ok(codesOf('quan_he_gia_dinh').has(code), code);
    for (const code of married) assert.ok(codesOf('tinh_trang_hon_nhan').has(code), code);
  }
});

test('of a day before the first of the catalogue nothing is said, not that all is well', () => {
  assert.equal(qualityOf(asked(HERE, { on: '2026-06-30' })), null);
  assert.notEqual(qualityOf(asked(HERE, { on: '2026-07-01' })), null);
});

test('a check that throws is named as not measured, and the others are asked all the same', () => {
  const broken: QualityCheck = {
    ...CHECKS[0]!,
    id: 'BROKEN',
    about: [],
    applies: () => true,
    holds: () => {
      throw new Error('broken');
    },
  };
  const whole = scored(evaluate([broken, ...CHECKS], { ...asked(HERE), figures: FIGURES }), FIGURES);
  assert.ok(whole.notMeasured.some(({ id }) => id === 'BROKEN'));
  assert.deepEqual(whole.words, told(asked(HERE)).words);
});

test('what the reader does not see changes nothing of what they are told', () => {
  const hidden = new Set(leavesOf(FIELDS, 'D', null).map(({ path }) => path));
  const isSeen: QualityAsked['isSeen'] = ({ path }) => !hidden.has(path);
  const party = { D: { ngayVaoDang: '2015-03-02' } };
  assert.deepEqual(told(asked({ ...HERE, ...party }, { isSeen })), told(asked(HERE, { isSeen })));
  assert.notDeepEqual(told(asked({ ...HERE, ...party })), told(asked(HERE)));
});

test('whatever a record says: what passed is never more than what was asked, and the level is that of the first failure', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.constant({ vang: 'KHONG_RO' }),
    fc.array(fc.object({ maxDepth: 1 }), { maxLength: 2 }),
  );
  const document = fc.dictionary(
    fc.constantFrom(...GROUPS.map(({ code }) => code)),
    fc.dictionary(fc.constantFrom(...FIELDS.map(({ key }) => key)), value),
  );
  fc.assert(
    fc.property(document, (one) => {
      const { words, failed: points, level } = told(asked(one as unknown as RecordDocument));
      for (const { passed, asked: of } of words) assert.ok(passed >= 0 && passed <= of);
      assert.equal(level, points.length === 0 ? 3 : points[0]!.level - 1);
    }),
    { numRuns: 200 },
  );
});
