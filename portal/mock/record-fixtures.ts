/** Invented records: hits, one whole, its history, who read it, and the log. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { QUALITY } from './quality-fixtures.ts';
import { BY_ROLE } from './may.ts';
import { BODIES } from './fixtures.ts';
import { nameAt } from './problem-fixtures.ts';

export const hits = (from: number, limit: number): S.Hit[] =>
  Array.from({ length: Math.max(0, Math.min(limit, 57 - from)) }, (_, step) => {
    const index = from + step;
    return {
      personId: `p${index}`,
      name: nameAt(index),
      birth: index % 3 === 0 ? '1986-07-19' : '1990-02',
      bodyName: BODIES[index % 3]!.name,
      post: index % 5 === 0 ? both('Tổ trưởng chuyên môn', 'Head of professional team') : null,
      jobTitle: index % 4 === 0 ? 'Chuyên viên tổ chức cán bộ' : 'Giáo viên THPT môn Toán',
      grade: both('V.07.05.15 – Giáo viên trung học phổ thông hạng III', 'Upper secondary teacher, class III'),
      kind: both('Viên chức', 'Public employee'),
      status: both('Đang làm việc', 'At work'),
      match: index % 7 === 0 ? 'LECH' : 'KHOP',
      nationalIdMasked: `000•••••${String(1000 + index * 37).slice(-4)}`,
      isNear: false,
      may: BY_ROLE,
    };
  });

const fact = (
  key: string,
  vi: string,
  en: string,
  item: string | null,
  text: string,
  more: Partial<S.RecordField> = {},
): S.RecordField => ({
  key,
  label: both(vi, en),
  formItem: item ? [item] : [],
  value: text,
  display: both(text, text),
  masked: false,
  unsure: null,
  compared: null,
  derived: false,
  origin: CONFIRMED,
  sourceBody: OWN_BODY,
  ...more,
});
const OWN_BODY: S.SourceBody = { kind: 'master', name: both('Cơ quan quản lý, sử dụng', 'Managing or using agency'), correct: null };
const OF_POPULATION: S.SourceBody = {
  kind: 'reference',
  name: both('Cơ sở dữ liệu quốc gia về dân cư', 'National population database'),
  correct: both('Trình giấy tờ hộ tịch tại UBND cấp xã hoặc Công an cấp xã nơi cư trú', 'Show the civil-status papers to the commune'),
};
const MATCHED: S.Compared = { level: 'KHOP', at: '2026-10-31T03:00:00Z', source: 'DAN_CU_NDXP', extent: 'whole' };
const CONFIRMED: S.Origin = {
  source: 'EXCEL',
  attestationId: 'att-1',
  confirmedAt: '2026-10-31T03:05:00Z',
  confirmedBy: 'Phạm Quốc Hùng',
  initial: false,
};
const FIRST_LOAD: S.Origin = { source: 'EXCEL', attestationId: null, confirmedAt: null, confirmedBy: null, initial: true };
const DERIVED = {
  derived: true,
  origin: { source: null, attestationId: null, confirmedAt: null, confirmedBy: null, initial: false },
} as const;
const MASK = { masked: true, value: null, display: both('••••••', '••••••') };
const group = (
  code: string,
  vi: string,
  en: string,
  fields: readonly S.RecordField[],
  sections: readonly S.RecordSection[] = [],
): S.RecordGroup => ({
  code,
  title: both(vi, en),
  fields,
  sections,
  source: 'EXCEL',
  version: 7,
  validFrom: '2026-10-31',
  attestationId: CONFIRMED.attestationId,
  confirmedAt: CONFIRMED.confirmedAt,
  confirmedBy: CONFIRMED.confirmedBy,
});

const KEPT = { years: null, law: 'Luật Lưu trữ 33/2024/QH15', confidence: 'uncertain' } as const;

export const recordOf = (id: string): S.PersonRecord => ({
  personId: id,
  merged: [],
  may: BY_ROLE,
  bodyId: 'b1',
  etag: '"7"',
  name: nameAt(Number(id.slice(1)) || 0),
  bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
  nationalIdMasked: '000•••••1037',
  nationalIdCompared: MATCHED,
  version: 7,
  validOn: '2026-11-24',
  knownAt: 184_233,
  identityLocked: true,
  closed: id === 'p-left',
  reach: { why: 'managing', until: null },
  reopeningReasons: [{ code: 'BO_SUNG', label: both('Bổ sung, đính chính', 'Something is added or corrected') }],
  quality: QUALITY,
  components: [
    {
      code: 'A',
      title: both('Quản lý hồ sơ', 'Record and staff identity'),
      state: 'incomplete',
      missing: [both('Ảnh chân dung (4x6; thẻ 3x4)', 'Portrait')],
      confirmed: 6,
      unconfirmed: 0,
      kept: KEPT,
      signed: { at: CONFIRMED.confirmedAt!, by: CONFIRMED.confirmedBy },
    },
  ],
  groups: [
    group('A', 'Quản lý hồ sơ', 'Record and staff identity', [
      fact('soHieuCbccvc', 'Số hiệu cán bộ, công chức, viên chức', 'Staff number', '2C', 'MS-004512'),
      fact('anh4x6', 'Ảnh chân dung (4x6; thẻ 3x4)', 'Portrait photograph (4x6; 3x4 for the card)', '2C', '••••••', MASK),
    ]),
    group('B', 'Nhân thân', 'Identity', [
      fact('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', '2C.1', nameAt(0), { compared: MATCHED, sourceBody: OF_POPULATION }),
      fact('ten', 'Tên', 'Given name', null, nameAt(0).split(' ').at(-1)!, DERIVED),
      fact('ngaySinh', 'Ngày sinh', 'Born', '2C.4', '19/07/1986', { compared: MATCHED, sourceBody: OF_POPULATION }),
      fact('gioiTinh', 'Giới tính', 'Sex', '2C.4', 'Nữ', { compared: MATCHED, sourceBody: OF_POPULATION }),
      fact('danToc', 'Dân tộc', 'Ethnic group', '2C.9', '••••••', MASK),
      fact('noiSinh', 'Nơi sinh', 'Born at', '2C.5', 'Xã Suối Cát, tỉnh Mẫu Sơn'),
      fact('honNhan', 'Tình trạng hôn nhân', 'Marital status', '2C.9', 'Không rõ'),
    ]),
    group('C', 'Địa chỉ và liên hệ', 'Addresses and contact', [
      fact('dienThoai', 'Điện thoại', 'Phone', null, '0900 000 123', { origin: FIRST_LOAD }),
      fact('email', 'Thư điện tử công vụ', 'E-mail', null, 'hoa.nt@mau.example', { origin: FIRST_LOAD }),
    ]),
    group('F', 'Vị trí việc làm, chức vụ hiện tại', 'Job position and present post', [
      fact('chucVuHienTai', 'Chức vụ hiện tại', 'Present post', '2C.12', 'Chuyên viên'),
    ]),
    group(
      'G',
      'Ngạch, chức danh nghề nghiệp và diễn biến lương',
      'Grade and pay history',
      [],
      [
        {
          key: 'luong',
          title: both('Diễn biến lương', 'Pay history'),
          origin: CONFIRMED,
          columns: [
            ['ngayHuong', 'Ngày hưởng', 'Paid from'],
            ['maNgach', 'Ngạch', 'Grade'],
            ['tenNgach', 'Tên ngạch', 'Name of the grade'],
            ['bac', 'Bậc', 'Step'],
            ['heSo', 'Hệ số', 'Coefficient'],
            ['ghiChu', 'Ghi chú', 'Note'],
          ].map(([key, vi, en]) => ({ key: `luong.${key}`, label: both(vi!, en!), derived: key === 'tenNgach', sourceBody: OWN_BODY })),
          lines: [
            ['01/05/2020', '2', '2,67'],
            ['01/05/2023', '3', '3,00'],
            ['01/05/2026', '4', '3,33'],
          ].map(([day, step, coefficient], index) => ({
            dong: String(index + 1),
            // The last came by itself, over the exchange.
            origin: index === 2 ? { ...CONFIRMED, source: 'NDXP', attestationId: 'att-2', confirmedAt: '2026-11-05T02:10:00Z' } : CONFIRMED,
            unsure: index === 0 ? { 'luong.maNgach': 'TT 2/2021/TT-BNV' } : {},
            cells: {
              'luong.ngayHuong': both(day!, day!),
              'luong.maNgach': both('01.003', '01.003'),
              'luong.tenNgach': both('Chuyên viên', 'Chuyên viên'),
              'luong.bac': both(step!, step!),
              'luong.heSo': both(coefficient!, coefficient!),
            },
          })),
        },
      ],
    ),
    group(
      'X',
      'Tài liệu đính kèm',
      'Attached documents',
      [],
      [
        {
          key: 'taiLieu',
          title: both('Tài liệu', 'Documents'),
          origin: CONFIRMED,
          columns: [
            ['loai', 'Loại tài liệu', 'Kind of document'],
            ['soKyHieu', 'Số, ký hiệu', 'Number and symbol'],
            ['ngayBanHanh', 'Ngày ban hành', 'Issued on'],
            ['tep', 'Tệp', 'File'],
            ['soTrang', 'Số trang', 'Pages'],
          ].map(([key, vi, en]) => ({ key: `taiLieu.${key}`, label: both(vi!, en!), derived: false, sourceBody: OWN_BODY })),
          lines: [
            ['Quyết định', '12/QĐ-SNV', '01/03/2026', '2'],
            ['Văn bằng, chứng chỉ', 'B-77', '', '1'],
          ].map(([kind, symbol, day, pages], index) => ({
            dong: String(index + 1),
            origin: CONFIRMED,
            unsure: {},
            cells: {
              'taiLieu.loai': both(kind!, kind!),
              'taiLieu.soKyHieu': both(symbol!, symbol!),
              ...(day ? { 'taiLieu.ngayBanHanh': both(day, day) } : {}),
              'taiLieu.tep': both('Có tệp', 'File'),
              'taiLieu.soTrang': both(pages!, pages!),
            },
          })),
        },
      ],
    ),
    group('S', 'Sức khỏe', 'Health', [fact('sucKhoe.tinhTrang', 'Tình trạng sức khỏe', 'State of health', '2C.24', '', MASK)]),
  ],
});

export const HISTORY: readonly S.HistoryEntry[] = [
  {
    value: 'x',
    display: both('Bệnh viện huyện, xã Suối Cát', 'Bệnh viện huyện, xã Suối Cát'),
    validFrom: '2026-10-31',
    knownFrom: 184_012,
    source: 'EXCEL',
    attestationId: 'att-1',
    confirmedAt: '2026-10-31T03:05:00Z',
    confirmedBy: 'Phạm Quốc Hùng',
  },
  {
    value: { maTinh: '20', maXa: '06112' },
    display: both('', ''),
    validFrom: '2025-07-01',
    knownFrom: 90_411,
    source: 'NHAP_TAY',
    attestationId: null,
    confirmedAt: null,
    confirmedBy: null,
  },
];

export const READS: readonly S.PersonRead[] = [
  {
    eventId: 'read-1',
    at: '2026-11-24T02:10:00Z',
    actorRole: 'XAC_NHAN',
    bodyId: 'b0',
    bodyName: 'UBND tỉnh Mẫu Sơn',
    purpose: 'CONFIRM',
    kind: 'item.read',
    count: 1,
  },
  {
    eventId: 'read-2',
    at: '2026-11-23T08:40:00Z',
    actorRole: 'NHAP_LIEU',
    bodyId: 'b1',
    bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
    purpose: 'CONSULT',
    kind: 'record.searched',
    count: 4,
  },
  {
    eventId: 'read-3',
    at: '2026-11-20T01:00:00Z',
    actorRole: 'VU_CCVC',
    bodyId: 'b9',
    bodyName: 'Bộ Nội vụ',
    purpose: 'SUPERVISE',
    kind: 'record.read',
    count: 1,
  },
];

const ACTS = [
  ['act', 'submission.received', 'Nhận tệp', 'File received'],
  ['read', 'record.read', 'Mở hồ sơ', 'Record opened'],
  ['act', 'item.confirmed', 'Xác nhận', 'Confirmed'],
  ['read', 'record.searched', 'Tìm kiếm', 'Searched'],
  ['act', 'record.registered', 'Cập nhật vào CSDL', 'Registered'],
] as const;
export const EVENTS: readonly S.AuditEvent[] = Array.from({ length: 30 }, (_, index): S.AuditEvent => {
  const [kind, act, vi, en] = ACTS[index % ACTS.length]!;
  return {
    eventId: `ev-${index}`,
    index: index < 2 ? null : 18240 - index,
    outside: 0,
    at: `2026-11-24T02:${String(58 - index).padStart(2, '0')}:12Z`,
    kind,
    act,
    actName: both(vi, en),
    actor: `a${(index * 7919).toString(16).padStart(31, '0')}`,
    role: 'NHAP_LIEU',
    purpose: 'SUBMIT',
    purposeName: both('Gửi xác nhận', 'Submitting'),
    bodyId: 'b1',
    revision: 1,
    object: `o${(index * 104729).toString(16).padStart(31, '0')}`,
    listed: act === 'record.searched' ? 20 : 0,
  };
});

export const CHECKPOINT =
  'congvu.example/log\n18240\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— congvu.example/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

/** The proof of one event, kept as a file. */
export const BUNDLE: S.Operations['reads']['/audit/bundle/{eventId}']['answer'] = {
  format: 'congvu-audit-bundle/1',
  origin: 'congvu.example/log',
  keyId: '033de096',
  index: 18_238,
  leaf: '{}',
  inclusion: [],
  checkpoint: CHECKPOINT,
  older: null,
  payload: null,
};
