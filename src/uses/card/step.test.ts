/** Who has a card, what ends it, what begins anew: as tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeList } from '#standard/code-lists.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { eligibilityFor, statedStanding, workStateForCard } from './eligible.ts';
import type { HeldBack, PersonForCard, UnitOf, Workplace } from './eligible.ts';
import data from './end-reasons.json' with { type: 'json' };
import ladders from './post-ladders.json' with { type: 'json' };
import { END_REASONS, END_REASON_CODES, OFFICER_REASONS } from './reasons.ts';
import { employmentsOf, everyEmployment, fitOf } from './employment.ts';
import type { AgreedEmployment } from './employment.ts';
import { stepCard } from './step.ts';
import { unitsOf } from './unit.ts';
import type { HeldCard } from './step.ts';

const DAY = '2026-11-24';
const PORTRAIT = 'ab'.repeat(32);
/** Bodies by id, as the register knows them; the code in the record is what somebody typed. */
const [EDUCATION, FINANCE, ENDED] = ['body-education', 'body-finance', 'body-ended'] as const;
const WORKPLACES = new Map<string, Workplace>([
  [EDUCATION, { ma: 'H26.03', ten: 'Sở Giáo dục và Đào tạo mẫu', cap: 'TINH' }],
  [FINANCE, { ma: 'H26.04', ten: 'Sở Tài chính mẫu', cap: 'TINH' }],
]);

type Groups = { readonly [G in keyof RecordDocument]?: Readonly<Record<string, unknown>> };
const RECORD: Groups = {
  A: { coQuanQuanLy: 'H26.03', coQuanSuDung: 'H26.03', loaiDoiTuong: 'CC', trangThaiCongTac: 'DANG_LAM', anh4x6: PORTRAIT },
  B: { hoTenKhaiSinh: 'Đặng Thị Yến' },
  F: { chucVuHienTai: 'TP', 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Chuyên viên chính' },
};
/** The record above with some fields changed; undefined takes a field away. */
function aPerson(changes: Groups = {}, more: Partial<PersonForCard> = {}): PersonForCard {
  const document = Object.fromEntries(
    Object.entries({ ...RECORD, ...changes }).map(([group, values]) => {
      const whole = { ...RECORD[group as keyof Groups], ...values };
      return [group, Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))];
    }),
  ) as RecordDocument;
  return { document, employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: EDUCATION }, identityLocked: true, ...more };
}
/** The register has every unit that is typed here. */
const AS_TYPED: UnitOf = (_bodyId, typed) => typed;
const fit = (person: PersonForCard, heldBack: HeldBack | null = null) =>
  eligibilityFor(person, statedStanding(person, DAY, AS_TYPED), WORKPLACES, heldBack);

function held(): HeldCard {
  const today = fit(aPerson());
  assert.ok(today.fits);
  return { says: today.says, portrait: today.portrait, employers: today.employers };
}

/** What ends, what begins. */
const does = (...asked: Parameters<typeof stepCard>) => {
  const { ends, begins } = stepCard(...asked);
  return { ends, begins };
};

test('a card says what stands in the record, post and bodies by name', () => {
  assert.deepEqual(held().says, {
    ho_ten: 'Đặng Thị Yến',
    ho_ten_latin: 'Dang Thi Yen',
    chuc_vu: { ma: 'TP', ten: 'Trưởng phòng và tương đương' },
    chuc_danh: { ma: 'VTVL-07', ten: 'Chuyên viên chính' },
    co_quan: { ma: 'H26.03', ten: 'Sở Giáo dục và Đào tạo mẫu' },
    co_quan_quan_ly: { ma: 'H26.03', ten: 'Sở Giáo dục và Đào tạo mẫu' },
    loai: 'CC',
    cap: 'TINH',
    dang_cong_tac: true,
  });
});

test('what is missing for a card is told in full, the weightiest first', () => {
  const rows: [what: string, person: PersonForCard, missing: readonly string[]][] = [
    ['identity not matched', aPerson({}, { identityLocked: false }), ['identity']],
    ['no portrait', aPerson({ A: { anh4x6: undefined } }), ['portrait']],
    ['a portrait that is no hash', aPerson({ A: { anh4x6: '../../etc' } }), ['portrait']],
    ['left the service', aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' } }), ['service']],
    ['no employment state', aPerson({ A: { trangThaiCongTac: undefined } }), ['service']],
    ['neither post nor job', aPerson({ F: { chucVuHienTai: undefined, 'viTriViecLam.ten': undefined } }), ['position']],
    ['a body that the register does not know', aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: null } }), ['body']],
    ['a body that has ended', aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: ENDED } }), ['body']],
    ['no kind', aPerson({ A: { loaiDoiTuong: undefined } }), ['kind']],
    ['no name', aPerson({ B: { hoTenKhaiSinh: undefined } }), ['name']],
    [
      'nothing',
      { document: {}, employers: {}, identityLocked: false },
      ['service', 'identity', 'portrait', 'name', 'position', 'body', 'kind'],
    ],
  ];
  for (const [what, person, missing] of rows) {
    const result = fit(person);
    assert.deepEqual(result.fits ? [] : result.missing, missing, what);
  }
});

test('a post has its real title where the record states it, else the name of its rank', () => {
  const title = (F: Readonly<Record<string, unknown>>, L: Readonly<Record<string, unknown>> = {}): string | undefined => {
    const found = fit(aPerson({ F: { chucVuHienTai: 'PTP', ...F }, L }));
    return found.fits ? found.says.chuc_vu?.ten : undefined;
  };
  const job = (ten: string) => ({ 'viTriViecLam.ten': ten });
  assert.equal(title(job('Phó Trưởng phòng Tổ chức bộ máy')), 'Phó Trưởng phòng Tổ chức bộ máy');
  assert.equal(title(job('Phó trưởng phòng Kế hoạch')), 'Phó trưởng phòng Kế hoạch');
  assert.equal(title(job('Chuyên viên về cải cách hành chính')), 'Phó Trưởng phòng và tương đương', 'a job is not a post');
  const appointed = (...lines: object[]) => ({ boNhiem: lines });
  const before = { chucVu: 'Phó Trưởng phòng Thanh tra', tuNgay: '2019-01-01', denNgay: '2023-01-01' };
  const now = { chucVu: 'Phó Trưởng phòng Ngân sách', tuNgay: '2023-01-01' };
  assert.equal(title(job('Chuyên viên'), appointed(now, before)), 'Phó Trưởng phòng Ngân sách');
  assert.equal(title(job('Chuyên viên'), appointed(before)), 'Phó Trưởng phòng và tương đương', 'an appointment that has ended');
  assert.equal(title(job('Phó Trưởng phòng 000190000123')), 'Phó Trưởng phòng và tương đương', 'no citizen number gets on a card');
});

test('a post written out, or a job alone, is enough', () => {
  const words = fit(aPerson({ F: { chucVuHienTai: 'Phó trưởng đoàn kiểm tra liên ngành' } }));
  assert.deepEqual(words.fits && words.says.chuc_vu, { ten: 'Phó trưởng đoàn kiểm tra liên ngành' });
  const job = fit(aPerson({ F: { chucVuHienTai: undefined } }));
  assert.ok(job.fits && !('chuc_vu' in job.says) && job.says.chuc_danh?.ten === 'Chuyên viên chính');
});

test('a citizen number that was typed among words gets on no card', () => {
  const number = '000190000123';
  const found = fit(
    aPerson({ A: { donViTrucThuoc: `Phòng 2 (${number})` }, F: { chucVuHienTai: `TP ${number}`, 'viTriViecLam.ma': number } }),
  );
  assert.ok(found.fits);
  assert.doesNotMatch(JSON.stringify(found.says), /\d{6}/);
});

test('every employment state and every kind of employee of the lists is decided', () => {
  for (const { code } of codeList('trang_thai_cong_tac').entries)
    assert.ok(['duoc_giu', 'tam_ngung', 'thoi'].includes(workStateForCard(code)), code);
  for (const { code } of codeList('loai_doi_tuong').entries) {
    const found = fit(aPerson({ A: { loaiDoiTuong: code } }));
    assert.ok(found.fits && /^(CB|CC|VC|XA|XA0|HD)$/.test(found.says.loai), code);
  }
});

test('a new version of the record ends the card, or ends it and begins another, or lets it be', () => {
  // article → QĐ 06/2008/QĐ-BNV Điều 7: leaving; a change of body, unit, position or job position
  const rows: [what: string, now: PersonForCard, ends: string | null, begins: boolean][] = [
    ['nothing that it says has changed', aPerson({ C: { dienThoaiDiDong: '0912345678' } }), null, false],
    ['retired', aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' } }), 'THOI_PHUC_VU', false],
    ['dismissed', aPerson({ A: { trangThaiCongTac: 'BUOC_TV' } }), 'THOI_PHUC_VU', false],
    ['gone to another body', aPerson({ A: { trangThaiCongTac: 'CHUYEN_DI' } }), 'THOI_PHUC_VU', false],
    ['died', aPerson({ A: { trangThaiCongTac: 'TU_TRAN' } }), 'THOI_PHUC_VU', false],
    ['suspended', aPerson({ A: { trangThaiCongTac: 'DINH_CHI' } }), 'TAM_NGUNG', false],
    ['on sick leave', aPerson({ A: { trangThaiCongTac: 'NGHI_BHXH' } }), null, false],
    ['promoted', aPerson({ F: { chucVuHienTai: 'PTP' } }), 'DOI_CHUC_VU', true],
    ['relieved of the post, keeps the job', aPerson({ F: { chucVuHienTai: undefined } }), 'DOI_CHUC_VU', true],
    ['another job position', aPerson({ F: { 'viTriViecLam.ten': 'Chuyên viên' } }), 'DOI_CHUC_VU', true],
    ['another body uses the person', aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: FINANCE } }), 'DOI_CO_QUAN', true],
    [
      'another body manages the person',
      aPerson({}, { employers: { coQuanQuanLy: FINANCE, coQuanSuDung: EDUCATION } }),
      'DOI_CO_QUAN',
      true,
    ],
    ['another code was typed, the register knows the same body', aPerson({ A: { coQuanSuDung: 'G01', coQuanQuanLy: 'G01' } }), null, false],
    ['another unit', aPerson({ A: { donViTrucThuoc: 'Phòng Kế hoạch' } }), 'DOI_DON_VI', true],
    ['another name', aPerson({ B: { hoTenKhaiSinh: 'Đặng Thị Yến Nhi' } }), 'DOI_HO_TEN', true],
    ['another kind', aPerson({ A: { loaiDoiTuong: 'CB' } }), 'DOI_LOAI', true],
    ['another portrait', aPerson({ A: { anh4x6: 'cd'.repeat(32) } }), 'DOI_ANH', true],
    ['the lock of the identity is lost', aPerson({}, { identityLocked: false }), 'MAT_XAC_THUC', false],
    ['the portrait is taken away', aPerson({ A: { anh4x6: undefined } }), 'THIEU_ANH', false],
    ['no position any more', aPerson({ F: { chucVuHienTai: undefined, 'viTriViecLam.ten': undefined } }), 'THIEU_THONG_TIN', false],
    ['retired and another name', aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' }, B: { hoTenKhaiSinh: 'Khác' } }), 'THOI_PHUC_VU', false],
  ];
  for (const [what, now, ends, begins] of rows) assert.deepEqual(does(held(), { kind: 'registered' }, fit(now)), { ends, begins }, what);
});

test('a body under another name, code or level renews the card, and nobody is stopped meanwhile; a post of the list under another name is the same', () => {
  for (const now of [
    { ma: 'H26.09', ten: 'Sở Giáo dục và Đào tạo mẫu', cap: 'TINH' },
    { ma: 'H26.03', ten: 'Sở Giáo dục', cap: 'TINH' },
    { ma: 'H26.03', ten: 'Sở Giáo dục và Đào tạo mẫu', cap: 'XA' },
  ] satisfies Workplace[]) {
    const renamed = eligibilityFor(aPerson(), statedStanding(aPerson(), DAY, AS_TYPED), new Map(WORKPLACES).set(EDUCATION, now), null);
    const step = stepCard(held(), { kind: 'registered' }, renamed);
    assert.deepEqual(step, { ends: 'DOI_TEN_CO_QUAN', begins: true, holdsBack: false, overlaps: true });
  }
  const old: HeldCard = { ...held(), says: { ...held().says, chuc_vu: { ma: 'TP', ten: 'Trưởng phòng (tên cũ)' } } };
  assert.deepEqual(does(old, { kind: 'registered' }, fit(aPerson())), { ends: null, begins: false });
});

test('no power lost: copies of the old card stay good for a while; a loss, or what cannot be told, ends them at once', () => {
  const post = (chucVuHienTai: string | undefined, more: Groups = {}, job?: string): PersonForCard =>
    aPerson({ F: { chucVuHienTai, ...(job === undefined ? {} : { 'viTriViecLam.ten': job }) }, ...more });
  const of = (person: PersonForCard): HeldCard => {
    const now = fit(person);
    assert.ok(now.fits);
    return { says: now.says, portrait: now.portrait, employers: now.employers };
  };
  const at = (donViTrucThuoc: string): Groups => ({ A: { donViTrucThuoc } });
  const appointed = (chucVu: string): Groups => ({ L: { boNhiem: [{ chucVu, tuNgay: '2024-01-01' }] } });
  const rows: [what: string, was: PersonForCard, now: PersonForCard, overlaps: boolean][] = [
    ['promoted', post('PTP'), post('TP'), true],
    ['promoted by two steps, into another unit', post('PTP', at('Phòng A')), post('GDS', at('Lãnh đạo Sở')), true],
    ['given a first post', post(undefined), post('PTP'), true],
    ['demoted', post('TP'), post('PTP'), false],
    ['relieved, keeps the job', post('TP'), post(undefined), false],
    ['told to hold no post', post('TP'), post('KHONG'), false],
    ['to a post of another ladder', post('TP'), post('HT'), false],
    ['to a post written out', post('TP'), post('Trợ lý Giám đốc'), false],
    ['from a post written out', post('Phó trưởng đoàn kiểm tra'), post('TP'), false],
    [
      'the same rank in another department',
      post('PTP', appointed('Phó Trưởng phòng Ngân sách')),
      post('PTP', appointed('Phó Trưởng phòng Tổ chức')),
      false,
    ],
    [
      'the same title spelt otherwise',
      post('PTP', appointed('Phó Trưởng phòng Ngân sách')),
      post('PTP', appointed('Phó trưởng phòng  Ngân sách')),
      true,
    ],
    ['a unit spelt otherwise', post('TP', at('Phòng Kế hoạch - Tài chính')), post('TP', at('Phòng Kế hoạch – Tài chính')), true],
    ['a head goes to another unit', post('TP', at('Phòng A')), post('TP', at('Phòng B')), false],
    ['somebody without a post goes to another unit', post(undefined, at('Phòng A')), post(undefined, at('Phòng B')), true],
    ['another job', post(undefined, {}, 'Chuyên viên'), post(undefined, {}, 'Chuyên viên chính'), true],
    ['no inspector any more', post(undefined, {}, 'Thanh tra viên chính'), post(undefined, {}, 'Chuyên viên'), false],
    ['a higher inspector', post(undefined, {}, 'Thanh tra viên'), post(undefined, {}, 'Thanh tra viên chính'), true],
    ['another name', post('TP'), aPerson({ B: { hoTenKhaiSinh: 'Đặng Thị Yến Nhi' } }), true],
    ['another portrait', post('TP'), aPerson({ A: { anh4x6: 'cd'.repeat(32) } }), true],
    ['another kind', post('TP'), aPerson({ A: { loaiDoiTuong: 'CB' } }), false],
    ['another portrait and a loss', post('TP'), post('PTP', { A: { anh4x6: 'cd'.repeat(32) } }), false],
    ['another body', post('TP'), aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: FINANCE } }), false],
    ['suspended', post('TP'), aPerson({ A: { trangThaiCongTac: 'DINH_CHI' } }), false],
  ];
  for (const [what, was, now, overlaps] of rows) {
    const step = stepCard(of(was), { kind: 'registered' }, fit(now));
    assert.notEqual(step.ends, null, what);
    assert.equal(step.overlaps, overlaps, what);
  }
  for (const because of ['moved', 'renumbered', 'merged-away'] as const)
    assert.equal(stepCard(held(), { kind: 'registered', because }, fit(aPerson())).overlaps, false, because);
  for (const reason of OFFICER_REASONS) assert.equal(stepCard(held(), { kind: 'ended', reason }, fit(aPerson())).overlaps, false, reason);
  assert.equal(stepCard(held(), { kind: 'expired' }, fit(aPerson())).overlaps, false);
});

test('ladders and jobs of power are data with a source; each rung is a post of the list', () => {
  const posts = new Set(codeList('chuc_vu').entries.map(({ code }) => code));
  for (const ladder of ladders.ladders) for (const rung of ladder) assert.ok(posts.has(rung), rung);
  assert.ok(ladders.source.length > 20 && ladders.confidence === 'design');
});

test('a card says the title that the record says: another department is another card, the same title the same', () => {
  const appointed = (chucVu: string) => fit(aPerson({ F: { chucVuHienTai: 'PTP' }, L: { boNhiem: [{ chucVu, tuNgay: '2024-01-01' }] } }));
  const before = appointed('Phó Trưởng phòng Tổ chức bộ máy');
  assert.ok(before.fits && before.says.chuc_vu?.ten === 'Phó Trưởng phòng Tổ chức bộ máy');
  const card: HeldCard = { ...held(), says: before.says, portrait: before.portrait, employers: before.employers };
  assert.deepEqual(does(card, { kind: 'registered' }, before), { ends: null, begins: false });
  assert.deepEqual(does(card, { kind: 'registered' }, appointed('Phó Trưởng phòng Ngân sách')), { ends: 'DOI_CHUC_VU', begins: true });
});

test('without a card: one begins as soon as everything is there, nothing happens before', () => {
  assert.deepEqual(does(null, { kind: 'registered' }, fit(aPerson())), { ends: null, begins: true });
  assert.deepEqual(does(null, { kind: 'registered' }, fit(aPerson({}, { identityLocked: false }))), { ends: null, begins: false });
  assert.deepEqual(does(null, { kind: 'ended', reason: 'SU_CO' }, fit(aPerson())), { ends: null, begins: false });
  assert.deepEqual(does(null, { kind: 'expired' }, fit(aPerson())), { ends: null, begins: false });
});

test('an officer ends a card: a lost phone is given a new one at once, a lent card is not', () => {
  for (const reason of OFFICER_REASONS)
    assert.deepEqual(does(held(), { kind: 'ended', reason }, fit(aPerson())), { ends: reason, begins: reason === 'MAT_DIEN_THOAI' });
  assert.deepEqual(does(held(), { kind: 'ended', reason: 'MAT_DIEN_THOAI' }, fit(aPerson({}, { identityLocked: false }))), {
    ends: 'MAT_DIEN_THOAI',
    begins: false,
  });
});

test('an end for mistrust holds its person back: no version of the record brings a card, a release does', () => {
  const mistrust = END_REASON_CODES.filter((code) => END_REASONS[code].heldBack);
  assert.deepEqual(mistrust, ['CHO_MUON', 'CAP_SAI', 'SU_CO']);
  for (const reason of OFFICER_REASONS)
    assert.equal(stepCard(held(), { kind: 'ended', reason }, fit(aPerson())).holdsBack, mistrust.includes(reason), reason);
  const since = '2026-11-20T03:00:00.000Z';
  for (const reason of mistrust) {
    const heldBack = fit(aPerson(), { reason, since, byMe: false });
    assert.ok(!heldBack.fits && heldBack.missing.length === 0 && heldBack.heldBack?.reason === reason);
    for (const because of [undefined, 'moved', 'renumbered', 'merged'] as const)
      assert.deepEqual(does(null, { kind: 'registered', ...(because ? { because } : {}) }, heldBack), { ends: null, begins: false });
    // Made meanwhile by a server of the version before: it goes with the first look.
    assert.deepEqual(does(held(), { kind: 'registered' }, heldBack), { ends: reason, begins: false });
  }
  assert.deepEqual(does(null, { kind: 'released' }, fit(aPerson())), { ends: null, begins: true });
  assert.deepEqual(does(null, { kind: 'released' }, fit(aPerson({}, { identityLocked: false }))), { ends: null, begins: false });
  assert.deepEqual(does(held(), { kind: 'released' }, fit(aPerson())), { ends: null, begins: false });
});

test('the reasons are data, each with its source', () => {
  assert.deepEqual(Object.keys(data.reasons), END_REASON_CODES);
  for (const [code, { source, confidence }] of Object.entries(data.reasons)) {
    assert.ok(source.length > 5, code);
    assert.match(confidence, /^(known|found|design|uncertain)$/, code);
  }
  for (const code of END_REASON_CODES) assert.ok(!(END_REASONS[code].heldBack && END_REASONS[code].replaced), code);
});

test('a card past its last day is followed by another while its person still serves', () => {
  assert.deepEqual(does(held(), { kind: 'expired' }, fit(aPerson())), { ends: 'HET_HAN', begins: true });
  assert.deepEqual(does(held(), { kind: 'expired' }, fit(aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' } }))), {
    ends: 'HET_HAN',
    begins: false,
  });
});

test('every reason is told in both languages', () => {
  for (const [code, { label }] of Object.entries(END_REASONS)) assert.ok(label.vi.length > 5 && label.en.length > 5, code);
});

test('employments are what both bodies agreed to and the record names: the main one or the secondment in its place, and posts beside it', () => {
  const post: AgreedEmployment = {
    kind: 'concurrent',
    bodyId: FINANCE,
    post: 'PT',
    from: '2026-11-01',
    until: null,
    codes: ['H26.04', 'H26.0'],
  };
  const lent: AgreedEmployment = { ...post, kind: 'secondment', post: null, until: '2026-12-31' };
  const line = { dong: '1', chucVu: 'PT', coQuan: 'H26.04', tuNgay: '2026-11-01' };
  const named = aPerson({ F: { chucVuKiemNhiem: [line] } });
  const rows: [what: string, person: PersonForCard, agreed: AgreedEmployment[], all: Record<string, boolean>][] = [
    ['nobody agreed', named, [], { main: true }],
    ['agreed and named', named, [post], { main: true, 'concurrent:body-finance': true }],
    ['agreed, not named', aPerson(), [post], { main: true, 'concurrent:body-finance': false }],
    ['another post', named, [{ ...post, post: 'TP' }], { main: true, 'concurrent:body-finance': false }],
    [
      'by a code of before',
      aPerson({ F: { chucVuKiemNhiem: [{ ...line, coQuan: 'H26.0' }] } }),
      [post],
      { main: true, 'concurrent:body-finance': true },
    ],
    ['not yet', named, [{ ...post, from: '2026-11-25' }], { main: true, 'concurrent:body-finance': false }],
    ['its last day', named, [{ ...post, until: DAY }], { main: true, 'concurrent:body-finance': true }],
    ['over', named, [{ ...post, until: '2026-11-23' }], { main: true, 'concurrent:body-finance': false }],
    ['a body of before', named, [{ ...post, bodyId: ENDED }], { main: true, 'concurrent:body-ended': false }],
    ['lent', aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: FINANCE } }), [lent], { 'secondment:body-finance': true }],
    [
      'lent too long',
      aPerson({}, { employers: { coQuanQuanLy: EDUCATION, coQuanSuDung: FINANCE } }),
      [{ ...lent, until: '2026-11-23' }],
      { 'secondment:body-finance': false },
    ],
    ['lent, not named yet', aPerson(), [lent], { main: true }],
    [
      'no longer in service',
      aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' }, F: { chucVuKiemNhiem: [line] } }),
      [post],
      { main: false, 'concurrent:body-finance': false },
    ],
  ];
  for (const [what, person, agreed, expected] of rows) {
    const all = employmentsOf(person, agreed, { workplaces: WORKPLACES, unitOf: AS_TYPED, today: DAY, heldBack: null });
    assert.deepEqual(Object.fromEntries(everyEmployment(all, []).map((one) => [one.employment, one.fit.fits])), expected, what);
  }
});

test('of an employment that is none any more a card ends for that, and for what weighs more when the person has left', () => {
  const why = (person: PersonForCard, kind: 'main' | 'concurrent' | 'secondment') => {
    const all = employmentsOf(person, [], { workplaces: WORKPLACES, unitOf: AS_TYPED, today: DAY, heldBack: null });
    const gone = kind === 'main' ? { ...all, first: { ...all.first, employment: `secondment:${FINANCE}` as const } } : all;
    return stepCard(held(), { kind: 'registered' }, fitOf(gone, kind === 'main' ? 'main' : `${kind}:${FINANCE}`).fit, kind).ends;
  };
  const retired = aPerson({ A: { trangThaiCongTac: 'NGHI_HUU' } });
  assert.deepEqual(
    (['main', 'concurrent', 'secondment'] as const).map((kind) => [why(aPerson(), kind), why(retired, kind)]),
    [
      ['DOI_CO_QUAN', 'THOI_PHUC_VU'],
      ['THOI_KIEM_NHIEM', 'THOI_PHUC_VU'],
      ['HET_BIET_PHAI', 'THOI_PHUC_VU'],
    ],
  );
});

test('a unit is named as the register names it, by one body right below; what it does not know there is on no card', () => {
  const unitOf = unitsOf(
    new Map([
      [
        EDUCATION,
        [
          { name: 'Phòng Tổ chức cán bộ', shortName: 'Phòng TCCB' },
          { name: 'Phòng Kế hoạch - Tài chính', shortName: null },
          { name: 'Văn phòng', shortName: null },
          { name: 'Văn Phòng', shortName: null },
        ],
      ],
    ]),
  );
  const rows: [typed: string, unit: string][] = [
    ['phòng tổ chức  cán bộ', 'Phòng Tổ chức cán bộ'],
    ['Phòng TCCB', 'Phòng Tổ chức cán bộ'],
    ['Phòng Kế hoạch – Tài chính', 'Phòng Kế hoạch - Tài chính'],
    ['Phòng Kế hoạch', ''],
    ['Văn phòng', ''],
    ['', ''],
  ];
  for (const [typed, unit] of rows) assert.equal(unitOf(EDUCATION, typed), unit, typed);
  assert.equal(unitOf(FINANCE, 'Văn phòng'), '', 'a unit of another body');
  assert.equal(unitOf(null, 'Văn phòng'), '');
});
