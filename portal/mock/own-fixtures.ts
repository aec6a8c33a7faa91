/** One invented person's own pages, for `portal/mock/server.ts` and the browser checks alone. */
import { QUALITY } from './quality-fixtures.ts';
import { WHY } from '#doors/personal/why.ts';
import { GROUPS } from '#standard/groups.ts';
import type * as S from '#portal/api/generated/api.ts';

const both = (vi: string, en: string = vi): S.Bilingual => ({ vi, en });
const AT = '2026-11-20T03:05:00Z';
const BY = 'Phạm Quốc Hùng';
const BODY = 'Sở Nội vụ tỉnh Mẫu Sơn';

const HOW: Readonly<Record<string, Partial<S.MyGroupSummary>>> = {
  A: { state: 'confirmed', confirmedAt: AT, confirmedBy: BY, filled: 8 },
  B: { state: 'unconfirmed', filled: 12 },
  C: { state: 'missing', missing: [both('Nơi ở hiện nay', 'Present residence'), both('Số điện thoại di động', 'Mobile phone')], filled: 1 },
  D: { state: 'unconfirmed', filled: 2 },
  E: { state: 'unconfirmed', filled: 6 },
  F: { state: 'confirmed', confirmedAt: AT, confirmedBy: BY, filled: 5 },
  G: { state: 'confirmed', confirmedAt: AT, confirmedBy: BY, lines: 3 },
  I: { state: 'unconfirmed', filled: 7 },
  J: { state: 'missing', missing: [both('Đào tạo, bồi dưỡng', 'Education and training')] },
  K: { state: 'returned', since: '2026-11-22T02:00:00Z', lines: 2 },
  N: { state: 'confirmed', confirmedAt: AT, confirmedBy: BY, lines: 2 },
  O: { state: 'waiting', since: '2026-11-24T01:10:00Z' },
  Q: { state: 'confirmed', confirmedAt: AT, confirmedBy: BY, lines: 4 },
  U: { state: 'unconfirmed', filled: 3 },
  W: { state: 'system' },
  Y: { state: 'system' },
  Z: { state: 'system' },
};

const groups: readonly S.MyGroupSummary[] = GROUPS.map(({ code, title }) => ({
  code,
  title,
  why: WHY[code],
  state: 'nothing' as const,
  missing: [],
  since: null,
  confirmedAt: null,
  confirmedBy: null,
  filled: 0,
  lines: 0,
  ...HOW[code],
}));
const count = (...states: readonly S.GroupState[]): number => groups.filter((group) => states.includes(group.state)).length;

export const ME: S.Me = {
  registered: true,
  erased: null,
  keptApart: null,
  declarationDue: null,
  person: {
    name: 'Ngô Thùy Trang',
    nationalIdMasked: '000•••••0009',
    bodyName: BODY,
    position: both('Chuyên viên về cải cách hành chính', 'Officer for administrative reform'),
    hasPortrait: true,
    identityLocked: true,
    version: 4,
  },
  groups,
  counts: {
    confirmed: count('confirmed'),
    waiting: count('waiting', 'returned'),
    missing: count('missing'),
    others: count('unconfirmed', 'nothing', 'system'),
  },
  quality: QUALITY,
};

export const NOBODY: S.Me = {
  registered: false,
  person: null,
  groups: [],
  counts: { confirmed: 0, waiting: 0, missing: 0, others: 0 },
  quality: null,
  erased: null,
  keptApart: null,
  declarationDue: null,
};

const OWN_BODY: S.SourceBody = { kind: 'master', name: both('Cơ quan quản lý, sử dụng', 'Managing or using agency'), correct: null };
const OF_POPULATION: S.SourceBody = {
  kind: 'reference',
  name: both('Cơ sở dữ liệu quốc gia về dân cư', 'National population database'),
  correct: both('Trình giấy tờ hộ tịch tại UBND cấp xã hoặc Công an cấp xã nơi cư trú', 'Show the civil-status papers to the commune'),
};
const signed: S.Origin = { source: 'EXCEL', attestationId: 't1', confirmedAt: AT, confirmedBy: BY, initial: false };
const unsigned: S.Origin = { source: 'EXCEL', attestationId: null, confirmedAt: null, confirmedBy: null, initial: true };

const MATCHED: S.Compared = { level: 'KHOP', at: AT, source: 'DAN_CU_NDXP', extent: 'whole' };

const field = (key: string, vi: string, en: string, text: string, more: Partial<S.RecordField> = {}): S.RecordField => ({
  key,
  label: both(vi, en),
  formItem: [],
  value: null,
  display: both(text),
  unsure: null,
  masked: false,
  compared: null,
  derived: false,
  origin: unsigned,
  sourceBody: OWN_BODY,
  ...more,
});

const FIELDS_OF: Readonly<Record<string, readonly S.RecordField[]>> = {
  B: [
    field('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Full name at birth', 'Ngô Thùy Trang', {
      compared: MATCHED,
      origin: signed,
      sourceBody: OF_POPULATION,
    }),
    field('ngaySinh', 'Ngày sinh', 'Birth', '14/06/1991', { compared: MATCHED, origin: signed, sourceBody: OF_POPULATION }),
    field('noiSinh', 'Nơi sinh', 'Place of birth', 'Phường Mẫu Hạ, tỉnh Mẫu Sơn', { origin: signed }),
    field('soHoChieu', 'Số hộ chiếu', 'Passport number', '••••••', { masked: true }),
    field('ten', 'Tên', 'Given name', 'Trang', { derived: true, origin: { ...unsigned, source: null, initial: false } }),
  ],
  U: [
    field('soBhxh', 'Số sổ/mã số BHXH', 'Social insurance number', '••••••', { masked: true }),
    field('maSoThue', 'Mã số thuế cá nhân', 'Tax code', '••••••', { masked: true }),
  ],
};

const pay = (dong: string, day: string, step: string, coefficient: string) => ({
  unsure: {},
  dong,
  origin: signed,
  cells: {
    'luong.maNgach': both('01.003 – Chuyên viên', '01.003 – Officer'),
    'luong.bac': both(step),
    'luong.heSo': both(coefficient),
    'luong.ngayHuong': both(day),
    'luong.quyetDinh': both(`Số: 118${dong}/QĐ-SNV · Ngày: ${day}`),
  },
});

const SECTIONS_OF: Readonly<Record<string, readonly S.MySection[]>> = {
  G: [
    {
      key: 'luong',
      title: both('Diễn biến lương', 'Pay history'),
      origin: signed,
      hidden: [],
      columns: [
        { key: 'luong.maNgach', label: both('Ngạch, chức danh nghề nghiệp', 'Grade'), derived: false, sourceBody: OWN_BODY },
        { key: 'luong.bac', label: both('Bậc', 'Step'), derived: false, sourceBody: OWN_BODY },
        { key: 'luong.heSo', label: both('Hệ số', 'Coefficient'), derived: false, sourceBody: OWN_BODY },
        { key: 'luong.ngayHuong', label: both('Ngày hưởng', 'Paid from'), derived: false, sourceBody: OWN_BODY },
        { key: 'luong.quyetDinh', label: both('Quyết định', 'Decision'), derived: false, sourceBody: OWN_BODY },
      ],
      lines: [pay('1', '01/09/2016', '1', '2,34'), pay('2', '01/09/2019', '2', '2,67'), pay('3', '01/09/2022', '3', '3,00')],
    },
  ],
};

export function myGroup(code: string): S.MyGroup {
  const group = groups.find((one) => one.code === code) ?? groups[0]!;
  return {
    ...group,
    bodyId: 'b0',
    bodyName: BODY,
    kept: { years: null, law: 'Luật Lưu trữ 33/2024/QH15', confidence: 'uncertain' },
    source: 'EXCEL',
    validFrom: '2026-11-01',
    fields: FIELDS_OF[code] ?? [],
    sections: SECTIONS_OF[code] ?? [],
  };
}

const reading = (at: string, roles: string[], bodyName: string, purpose: string, kind: string, times = 1): S.MyReads['items'][number] => ({
  id: `reading ${at}`,
  at,
  roles,
  bodyName,
  purpose: both(purpose),
  kind: both(kind),
  count: times,
  inLists: times > 1,
  ground: {
    code: 'managing',
    ...both(
      'Cơ quan quản lý hồ sơ, làm công tác cán bộ theo thẩm quyền',
      'The agency that keeps the record, doing personnel work within its authority',
    ),
    source: 'NĐ 27/2026/NĐ-CP Đ20.4',
  },
  consent: null,
});

export const MY_READS: S.MyReads = {
  items: [
    reading('2026-11-24T02:15:00Z', ['XAC_NHAN'], 'UBND tỉnh Mẫu Sơn', 'Xác nhận hồ sơ', 'Mở hồ sơ chờ xác nhận'),
    reading('2026-11-24T01:40:00Z', ['NHAP_LIEU'], BODY, 'Tra cứu phục vụ công việc', 'Tìm kiếm', 3),
    reading('2026-11-20T03:00:00Z', ['XAC_NHAN'], 'UBND tỉnh Mẫu Sơn', 'Tra cứu phục vụ công việc', 'Xem giá trị đang che'),
    reading('2026-11-20T02:58:00Z', ['DOI_SOAT', 'XAC_NHAN'], 'UBND tỉnh Mẫu Sơn', 'Tra cứu phục vụ công việc', 'Mở hồ sơ'),
  ],
  total: 4,
  mine: { count: 12, lastAt: '2026-11-24T03:00:00Z' },
  complaints: [
    {
      readingId: 'reading 2026-11-20T03:00:00Z',
      at: '2026-11-21T02:00:00Z',
      dueOn: '2026-12-06',
      reason: 'Tôi không có việc gì với cơ quan này trong tháng 11.',
      verdict: 'lawful',
      answer: 'Cán bộ mở hồ sơ để đối chiếu danh sách nâng lương theo công văn của Sở Nội vụ.',
      answeredAt: '2026-11-23T02:00:00Z',
    },
  ],
};

const CARD: S.MyCardView = {
  cardId: 'c1',
  employment: 'main',
  codeStanding: 'own',
  number: '7K2QD-00118-X',
  name: 'Ngô Thùy Trang',
  position: 'Chuyên viên về cải cách hành chính',
  bodyName: BODY,
  issuedOn: '2026-11-20',
  validUntil: '2031-11-19',
  endedAt: null,
  endLabel: null,
  overlapUntil: null,
  copies: [{ issuedAt: '2026-11-23T08:00:00Z', expiresAt: '2026-11-30T08:00:00Z' }],
};

/** Beside it: of a concurrent post at another agency. */
const BESIDE: S.MyCardView = {
  ...CARD,
  cardId: 'c2',
  employment: 'concurrent',
  number: 'K4T2M-77PLD-0',
  position: 'Phó Trưởng ban',
  bodyName: 'Ban Quản lý khu kinh tế Mẫu Sơn',
  copies: [],
};

export const MY_CARD: S.MyCard = {
  held: CARD,
  beside: [BESIDE],
  why: null,
  wallets: [
    {
      id: 'w1',
      cardId: 'c1',
      kind: 'android',
      takenAt: '2026-11-20T08:00:00Z',
      lastUsedAt: '2026-11-23T08:00:00Z',
      goodUntil: '2026-11-30T08:00:00Z',
    },
    { id: 'w2', cardId: 'c1', kind: 'ios', takenAt: '2026-10-02T02:15:00Z', lastUsedAt: '2026-10-30T02:15:00Z', goodUntil: null },
  ],
  ended: [
    {
      ...CARD,
      cardId: 'c0',
      number: 'M0X4B-91TQZ-5',
      position: 'Tập sự',
      endedAt: '2026-11-20T03:05:00Z',
      endLabel: both('Đổi chức vụ, chức danh hoặc vị trí việc làm', 'Another position'),
      copies: [],
    },
  ],
  bodyId: 'b0',
  bodyName: BODY,
  isTest: true,
};

export const NO_CARD: S.MyCard = {
  held: null,
  beside: [],
  wallets: [],
  why: { missing: ['identity', 'portrait'], workState: 'DANG_LAM', heldBack: null },
  ended: [],
  bodyId: 'b0',
  bodyName: BODY,
  isTest: true,
};

const OFFER_URI = 'openid-credential-offer://?credential_offer_uri=http%3A%2F%2Flocalhost%3A3000%2Fcard%2Foffers%2FmCkq0b1l2m3n4o5p';
export const MY_OFFER: S.MyOffer = {
  uri: OFFER_URI,
  txCode: '493201',
  expiresAt: '2026-11-24T03:05:00Z',
  seconds: 300,
  wallet: `/sim/vneid/vi-giay-to#offer=${encodeURIComponent(OFFER_URI)}`,
};

/** Grey on grey, 3 × 4 pixels: a picture that is nobody. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAAECAIAAADETxJQAAAAEUlEQVR42mNYsWUHBDHgZQEA8jcY8dMQsxIAAAAASUVORK5CYII=',
  'base64',
);

const REPORT = {
  group: 'B',
  line: null,
  right: '',
  paper: '',
  attached: null,
  outcome: null,
  passedTo: null,
  uploadNumber: null,
  answer: null,
  settledAt: null,
} as const;
export const MY_REPORTS: readonly S.OwnReport[] = [
  {
    ...REPORT,
    id: 'r1',
    field: 'noiSinh',
    label: both('Nơi sinh', 'Place of birth'),
    madeAt: '2026-11-23T02:00:00Z',
    dueOn: '2026-11-30',
    overdue: false,
    state: 'in-hand',
    wrong: 'Ghi nhầm sang phường bên cạnh.',
    right: 'Phường Mẫu Thượng, tỉnh Mẫu Sơn',
    paper: 'Giấy khai sinh bản chính',
    attached: { pages: 1, fromPhoto: true, addedAt: '2026-11-23T02:03:00Z' },
  },
  {
    ...REPORT,
    id: 'r2',
    field: null,
    label: both('Nhân thân', 'Identity'),
    madeAt: '2026-11-02T02:00:00Z',
    dueOn: '2026-11-09',
    overdue: true,
    state: 'received',
    wrong: 'Thiếu tên gọi khác.',
  },
  {
    ...REPORT,
    id: 'r3',
    field: 'ngaySinh',
    label: both('Ngày sinh', 'Birth'),
    madeAt: '2026-10-20T02:00:00Z',
    dueOn: '2026-10-27',
    overdue: false,
    state: 'passed-on',
    wrong: 'Đảo ngày và tháng.',
    outcome: 'passed-on',
    passedTo: 'population',
    answer: 'Anh/chị đến công an cấp xã mang theo giấy khai sinh.',
    settledAt: '2026-10-22T04:00:00Z',
  },
];
