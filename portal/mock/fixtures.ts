/**
 * What the mock server answers: invented people, bodies and files, in the types of the API's operations.
 * Never shipped: only `portal/mock/server.ts` and the browser checks import it.
 */
import type * as S from '#portal/api/generated/api.ts';
import { PORTRAITS_IGNORED, PORTRAITS_SENT } from './portrait-fixtures.ts';

const both = (vi: string, en: string): S.Bilingual => ({ vi, en });

export const BODIES: readonly S.Body[] = [
  { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn', level: 'so' },
  { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi', level: 'don-vi' },
  { id: 'b3', code: 'H26.31.07', name: 'UBND xã Suối Trong', level: 'xa' },
];

const account = (
  id: string,
  name: string,
  role: string,
  vi: string,
  en: string,
  body: string,
  whatVi: string,
  whatEn: string,
): S.DemoAccount => ({ id, name, role, roleName: both(vi, en), body, what: both(whatVi, whatEn) });

export const ACCOUNTS: readonly S.DemoAccount[] = [
  account(
    'clerk',
    'Trần Thị Mai',
    'NHAP_LIEU',
    'Cán bộ nhập liệu',
    'Data clerk',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'Nộp tệp có 602 lỗi, nhận gợi ý, gửi và nhận biên nhận.',
    'Upload a file with 602 errors, accept suggestions, submit, get a receipt.',
  ),
  account(
    'officer',
    'Lê Văn Hùng',
    'XAC_NHAN',
    'Người xác nhận',
    'Confirming officer',
    'UBND tỉnh Mẫu Sơn',
    'Mở hàng chờ 42 người, so sánh cũ – mới, chấp nhận hoặc trả lại.',
    'Open a queue of 42 people, compare old and new, accept or return.',
  ),
  account(
    'hr',
    'Phạm Quang Vinh',
    'DOI_SOAT',
    'Chuyên viên đối soát',
    'HR officer',
    'UBND tỉnh Mẫu Sơn',
    'Xem kết quả đối soát dân cư và hồ sơ của các đơn vị.',
    'See population matches and the records of the units.',
  ),
  account(
    'head',
    'Đỗ Thị Thu Hà',
    'LD_DON_VI',
    'Lãnh đạo đơn vị',
    'Head of unit',
    'Trường THPT Nguyễn Trãi',
    'Xem hồ sơ đã gửi và tra cứu người của đơn vị.',
    'See what was sent and look up people of the unit.',
  ),
  account(
    'ministry',
    'Hoàng Minh Đức',
    'VU_CCVC',
    'Vụ Công chức – Viên chức',
    'Ministry department',
    'Bộ Nội vụ',
    'Tra cứu và theo dõi tiến độ; không thay việc xác nhận.',
    'Search and follow progress; does not confirm in others’ place.',
  ),
  account(
    'admin',
    'Vũ Thị Lan',
    'QT_BNDP',
    'Quản trị cơ quan',
    'Body administrator',
    'UBND tỉnh Mẫu Sơn',
    'Phân quyền, xem nhật ký của cơ quan.',
    'Grants and the body’s log.',
  ),
  account(
    'auditor',
    'Ngô Đình Khoa',
    'GIAM_SAT',
    'Giám sát',
    'Auditor',
    'Bộ Nội vụ',
    'Đọc nhật ký và tự kiểm tra điểm chốt.',
    'Read the log and verify the checkpoint.',
  ),
  account(
    'person',
    'Ngô Thùy Trang',
    'CA_NHAN',
    'Cá nhân',
    'Person',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'Xem hồ sơ của mình, ai đã xem, nhận thẻ.',
    "See one's own record, who viewed it, take the card.",
  ),
  account(
    'newcomer',
    'Lý Văn Mới',
    'CA_NHAN',
    'Cá nhân',
    'Person',
    'UBND xã Suối Trong',
    'Có hồ sơ nhưng chưa có thẻ.',
    'A record, but no card yet.',
  ),
];

const SHA256 = '9f2c4a7be0d1538c6a94f3e27b1d50c8a6e5f4130b2c7d98e1f0a3b4c5d6e7f8';

const summary = (
  id: string,
  number: string,
  body: string,
  file: string,
  state: S.SubmissionState,
  at: string,
  counts: readonly [number, number, number, number, number],
): S.SubmissionSummary => ({
  id,
  kind: 'workbook',
  uploadNumber: number,
  round: 1,
  bodyId: BODIES.find(({ name }) => name === body)?.id ?? 'b1',
  bodyName: body,
  fileName: file,
  state,
  createdAt: at,
  counts: { received: counts[0], accepted: counts[1], rejected: counts[2], waiting: counts[3], warnings: counts[4] },
  items: {},
});

export const SUBMISSIONS: readonly S.SubmissionSummary[] = [
  summary(
    's-fix',
    'TL-2026-000118',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'ho-so-so-noi-vu-thang-11.xlsx',
    'checked',
    '2026-11-24T02:41:00Z',
    [612, 418, 194, 0, 38],
  ),
  summary(
    's-clean',
    'TL-2026-000117',
    'Trường THPT Nguyễn Trãi',
    'giao-vien-thpt-nguyen-trai.xlsx',
    'checked',
    '2026-11-24T01:05:00Z',
    [84, 84, 0, 0, 5],
  ),
  summary(
    's-read',
    'TL-2026-000119',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'bo-sung-cong-chuc.xlsx',
    'reading',
    '2026-11-24T02:58:00Z',
    [0, 0, 0, 0, 0],
  ),
  summary(
    's-wait',
    'TL-2026-000101',
    'UBND xã Suối Trong',
    'cong-chuc-xa-suoi-trong.xlsx',
    'awaiting-confirmation',
    '2026-11-20T08:12:00Z',
    [43, 12, 0, 31, 2],
  ),
  summary(
    's-back',
    'TL-2026-000096',
    'Trường THPT Nguyễn Trãi',
    'nang-luong-quy-3.xlsx',
    'returned',
    '2026-11-17T03:30:00Z',
    [60, 51, 9, 0, 0],
  ),
  summary(
    's-done',
    'TL-2026-000090',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'ho-so-so-noi-vu-thang-10.xlsx',
    'registered',
    '2026-10-28T07:45:00Z',
    [610, 610, 0, 0, 0],
  ),
  summary('s-bad', 'TL-2026-000088', 'UBND xã Suối Trong', 'danh-sach-cu.xlsx', 'refused', '2026-10-25T01:15:00Z', [0, 0, 0, 0, 0]),
  PORTRAITS_SENT,
];

export function submissionOf(one: S.SubmissionSummary): S.Submission {
  const sent = ['awaiting-confirmation', 'returned', 'registered'].includes(one.state);
  return {
    ...one,
    sha256: SHA256,
    sizeBytes: 418_220,
    asOf: null,
    stage: one.state === 'reading' ? 'reading' : 'checked',
    progress:
      one.state === 'reading'
        ? { stage: 'reading', done: 2480, total: 6120, secondsLeft: 47 }
        : { stage: 'checked', done: one.counts.received, total: one.counts.received, secondsLeft: null },
    comparison: ['reading', 'refused'].includes(one.state)
      ? { new: 0, changed: 0, unchanged: 0, missing: 0 }
      : {
          new: 6,
          changed: Math.max(1, Math.floor(one.counts.received / 3)),
          unchanged: Math.max(0, one.counts.received - 6 - Math.floor(one.counts.received / 3)),
          missing: 2,
        },
    notChecked:
      one.id === 's-fix'
        ? [{ ...both('Đối soát với CSDL quốc gia về dân cư', 'matching with the population database'), needs: 'population' as const }]
        : [],
    ignored:
      one.id === 's-fix'
        ? [
            {
              kind: 'column',
              sheet: 'Hồ sơ',
              row: null,
              column: 'BX',
              why: both('Cột “Ghi chú nội bộ” không có trong biểu mẫu.', 'The column “Ghi chú nội bộ” is not in the template.'),
            },
            {
              kind: 'sheet',
              sheet: 'Sheet3',
              row: null,
              column: null,
              why: both('Trang này không có trong biểu mẫu.', 'This sheet is not in the template.'),
            },
          ]
        : one.id === PORTRAITS_SENT.id
          ? PORTRAITS_IGNORED
          : [],
    receipts: sent
      ? [
          { number: `BN-7K2QD-${one.uploadNumber.slice(-5)}`, kind: 'R1', at: one.createdAt, round: 1, final: null },
          ...(one.state === 'awaiting-confirmation'
            ? []
            : [
                {
                  number: `XN-7K2QD-${one.uploadNumber.slice(-5)}`,
                  kind: 'R2' as const,
                  at: one.createdAt,
                  round: 1,
                  final: one.state === 'registered',
                },
              ]),
        ]
      : [],
    returnedCount: one.state === 'returned' ? 9 : 0,
    refusal:
      one.state === 'refused'
        ? {
            code: 'E-FILE-PASSWORD',
            title: both('Tệp có mật khẩu nên không đọc được.', 'The file has a password and cannot be read.'),
            next: both(
              'Mở tệp trong Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nộp.',
              'Open it in Excel, remove the password (File → Info → Protect workbook), save and upload it.',
            ),
          }
        : null,
  };
}

export const RETURNED: readonly S.ReturnedItem[] = [
  {
    itemId: 'i-1',
    personId: 'p1',
    name: 'Trần Thị Hồng Nhung',
    group: 'G',
    groupTitle: both('Lương', 'Pay'),
    at: '2026-11-20T02:15:00Z',
    by: 'Phạm Quốc Hùng',
    cells: [
      {
        field: 'luong.heSo',
        label: both('Hệ số lương', 'Coefficient'),
        sheet: 'Lương',
        row: null,
        value: both('3.33; 3.66', '3.33; 3.66'),
        reason: 'SAI_NGACH_BAC',
        reasonLabel: both('Sai ngạch, bậc hoặc hệ số', 'Wrong grade, step or coefficient'),
        note: 'Hệ số chưa khớp quyết định kèm theo.',
      },
    ],
  },
  {
    itemId: 'i-2',
    personId: 'p2',
    name: 'Lý Văn Đông',
    group: 'D',
    groupTitle: both('Tuyển dụng', 'Recruitment'),
    at: '2026-11-20T02:20:00Z',
    by: 'Phạm Quốc Hùng',
    cells: [
      {
        field: 'ngayVaoBienChe',
        label: both('Ngày vào biên chế', 'Day of entering the establishment'),
        sheet: 'Hồ sơ',
        row: 17,
        value: both('01/09/2014', '2014-09-01'),
        reason: 'KHAC_HO_SO_GIAY',
        reasonLabel: both('Khác với hồ sơ giấy', 'Differs from the paper file'),
        note: null,
      },
    ],
  },
];

interface Kind {
  readonly code: string;
  readonly severity: S.Severity;
  readonly vi: string;
  readonly en: string;
  readonly next: string;
  readonly count: number;
  readonly people: number;
  readonly sheet: string;
  readonly column: string;
  readonly field: string;
  readonly label: S.Bilingual;
  readonly values: readonly (readonly [string, string | null])[];
  /** equals, without a default */
  readonly candidates?: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    code: 'E-ID-LOST-ZERO',
    severity: 'error',
    vi: 'Số định danh mất số 0 ở đầu',
    en: 'Citizen number lost its leading zero',
    next: 'Định dạng cột là “Văn bản” trước khi dán.',
    count: 146,
    people: 146,
    sheet: 'Hồ sơ',
    column: 'B',
    field: 'soDinhDanh',
    label: both('Số định danh', 'Citizen number'),
    values: [
      ['186001234', '000186001234'],
      ['190004321', '000190004321'],
    ],
  },
  {
    code: 'E-CODE-UNKNOWN',
    severity: 'error',
    vi: 'Tên ngạch không có trong danh mục',
    en: 'Grade name is not in the code list',
    next: 'Chọn trong danh sách của ô.',
    count: 58,
    people: 51,
    sheet: 'Diễn biến lương',
    column: 'D',
    field: 'luong.maNgach',
    label: both('Ngạch/CDNN', 'Grade'),
    values: [
      ['Chuyen vien chinh', '01.002 – Chuyên viên chính'],
      ['Giáo viên THPT h.III', 'V.07.05.15 – Giáo viên trung học phổ thông hạng III'],
    ],
  },
  {
    code: 'E-DATE-NONE',
    severity: 'error',
    vi: 'Ngày không có trong lịch',
    en: 'This day is not in the calendar',
    next: 'Xem lại quyết định và ghi đúng ngày/tháng/năm.',
    count: 12,
    people: 12,
    sheet: 'Quá trình công tác',
    column: 'C',
    field: 'congTac.tuThang',
    label: both('Từ tháng, năm', 'From'),
    values: [
      ['31/02/2019', null],
      ['30/02/2004', null],
    ],
  },
  {
    code: 'E-PAY-STEP',
    severity: 'error',
    vi: 'Hệ số không đúng với ngạch và bậc',
    en: 'Coefficient does not fit grade and step',
    next: 'Đối chiếu quyết định nâng bậc lương gần nhất.',
    count: 23,
    people: 21,
    sheet: 'Diễn biến lương',
    column: 'G',
    field: 'luong.heSo',
    label: both('Hệ số lương', 'Coefficient'),
    values: [
      ['3.33', '3.66'],
      ['4,4', '4.40'],
    ],
  },
  {
    code: 'E-REQUIRED',
    severity: 'error',
    vi: 'Thiếu dữ liệu bắt buộc',
    en: 'A required value is missing',
    next: 'Điền giá trị, hoặc chọn “Chưa xác định” nếu chưa rõ.',
    count: 31,
    people: 29,
    sheet: 'Hồ sơ',
    column: 'F',
    field: 'danToc',
    label: both('Dân tộc', 'People'),
    values: [['', null]],
  },
  {
    code: 'E-COMMUNE-OLD',
    severity: 'warning',
    vi: 'Xã, phường cũ, đã sáp nhập từ 01/7/2025',
    en: 'Old commune, merged on 1 July 2025',
    next: 'Chấp nhận cho nơi sinh; nơi ở hiện nay nên ghi theo đơn vị mới.',
    count: 33,
    people: 30,
    sheet: 'Hồ sơ',
    column: 'K',
    field: 'thuongTru.maXa',
    label: both('Nơi thường trú: xã', 'Residence: commune'),
    values: [['Xã Suối Cát', null]],
    candidates: ['10204 – Xã Suối Trong', '10207 – Xã Suối Ngoài'],
  },
  {
    code: 'E-PHONE-FORM',
    severity: 'warning',
    vi: 'Số điện thoại có thể thiếu chữ số',
    en: 'Phone number may lack a digit',
    next: 'Xem lại số điện thoại.',
    count: 5,
    people: 5,
    sheet: 'Hồ sơ',
    column: 'P',
    field: 'dienThoai',
    label: both('Điện thoại', 'Telephone'),
    values: [['091234567', null]],
  },
  {
    code: 'E-TEXT-TONES',
    severity: 'corrected',
    vi: 'Chữ tổ hợp đã chuyển về dạng chuẩn',
    en: 'Decomposed letters were composed',
    next: 'Không cần làm gì.',
    count: 74,
    people: 60,
    sheet: 'Hồ sơ',
    column: 'A',
    field: 'hoTenKhaiSinh',
    label: both('Họ và tên khai sinh', 'Name at birth'),
    values: [['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa']],
  },
];

const NAMES = [
  'Nguyễn Thị Hòa',
  'Trần Văn Dũng',
  'Lò Thị Pâng',
  'H’Bia Niê',
  'Đặng Quốc Bảo',
  'Phan Thị Ngọc Ánh',
  'Hoàng A Pá',
  'Bùi Xuân Trường',
  'Vũ Đức Ước',
  'Lý Thị Mẩy',
];
const nameAt = (index: number): string => NAMES[index % NAMES.length]!;

/** Groups of equal cells that are left: those of the mock whose suggestion is certain. */
export const suggestionGroups = (code: string, taken: ReadonlySet<string>): S.SuggestionGroup[] =>
  code === CERTAIN
    ? KINDS.filter((kind) => kind.code === code).flatMap((kind) =>
        kind.values.flatMap(([value, meant], at) =>
          meant === null || taken.has(value)
            ? []
            : [
                {
                  code,
                  field: kind.field,
                  label: both('Số định danh', 'Citizen number'),
                  value,
                  suggested: meant,
                  shown: both(meant, meant),
                  reason: both('trả lại số 0 ở đầu mà bảng tính đã bỏ', 'the leading zero that the spreadsheet dropped is put back'),
                  count: kind.count / kind.values.length,
                  examples: [0, 1, 2].map((step) => {
                    const index = at + step * kind.values.length;
                    return { sheet: kind.sheet, row: 4 + index * 3, column: kind.column, personName: nameAt(index) };
                  }),
                },
              ],
        ),
      )
    : [];

/** What was applied of each value, as the server lists it. */
export const appliedSuggestions = (steps: readonly (readonly string[])[]): S.AppliedSuggestion[] =>
  steps.flatMap((values, step) =>
    values.map((value, at) => ({
      step: step + 1,
      sheet: 'Hồ sơ',
      row: 4 + at * 3,
      column: 'B',
      field: 'soDinhDanh',
      label: both('Số định danh', 'Citizen number'),
      personName: nameAt(at),
      typed: value,
      value: `000${value}`,
      strength: 'certain' as const,
      reason: both('trả lại số 0 ở đầu mà bảng tính đã bỏ', 'the leading zero that the spreadsheet dropped is put back'),
      by: 'Nguyễn Thị Hòa',
      at: '2026-11-24T08:00:00Z',
    })),
  );

const CERTAIN = 'E-ID-LOST-ZERO';
const isTaken = (kind: Kind, taken: ReadonlySet<string>): boolean =>
  kind.code === CERTAIN && kind.values.every(([value]) => taken.has(value));

/** @param taken  values as typed whose suggestion was applied */
export const problemGroups = (taken: ReadonlySet<string>, clean: boolean): S.ProblemGroup[] =>
  KINDS.filter((kind) => !clean || kind.severity === 'warning').map((kind) => {
    const suggested = kind.values.filter(([, meant]) => meant !== null).length === 0 || isTaken(kind, taken) ? 0 : kind.count;
    const count = isTaken(kind, taken) ? 0 : clean ? 5 : kind.count;
    return {
      code: kind.code,
      severity: kind.severity,
      title: both(kind.vi, kind.en),
      count,
      people: Math.min(count, kind.people),
      suggested: clean ? 0 : suggested,
    };
  });

export function cellProblems(
  code: string | undefined,
  severity: string | undefined,
  from: number,
  limit: number,
  taken: ReadonlySet<string>,
): S.CellProblem[] {
  const kind = KINDS.find((one) => one.code === code) ?? KINDS.find((one) => one.severity === severity) ?? KINDS[0]!;
  const certain = kind.code === CERTAIN;
  return Array.from({ length: Math.max(0, Math.min(limit, kind.count - from)) }, (_, step): S.CellProblem[] => {
    const index = from + step;
    const [value, meant] = kind.values[index % kind.values.length]!;
    if (certain && taken.has(value)) return [];
    const why = certain
      ? both('trả lại số 0 ở đầu mà bảng tính đã bỏ', 'the leading zero that the spreadsheet dropped is put back')
      : both('tên gần giống trong danh mục', 'a name of the list that looks like it');
    const strength = certain ? ('certain' as const) : ('guess' as const);
    return [
      {
        id: index + 1,
        code: kind.code,
        severity: kind.severity,
        sheet: kind.sheet,
        row: 4 + index * 3,
        column: kind.column,
        field: kind.field,
        label: kind.label,
        value,
        message: both(kind.vi, kind.en),
        next: both(kind.next, kind.next),
        suggestion:
          meant === null ? null : { value: meant, shown: both(meant, meant), strength, reason: certain ? 'lost-zero' : 'near-name', why },
        candidates: kind.candidates ?? [],
        proposed: null,
        personName: nameAt(index),
      },
    ];
  }).flat();
}

const said = (text: string | null): S.Bilingual | null => (text === null ? null : both(text, text));
const change = (field: string, vi: string, en: string, from: string | null, to: string): S.FieldChange => ({
  field,
  label: both(vi, en),
  from: said(from),
  to: said(to),
  line: null,
});

export function comparedPeople(count: number): S.ComparedPerson[] {
  return Array.from({ length: count }, (_, index): S.ComparedPerson => {
    const name = nameAt(index);
    const line = index + 1;
    const row = index + 6;
    if (index % 4 === 3) return { personId: `p${index}`, name, kind: 'unchanged', row, line, groups: [] };
    if (index % 5 === 4)
      return {
        personId: null,
        name,
        kind: 'new',
        row,
        line,
        groups: [
          {
            group: 'B',
            changes: [
              change('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', null, name),
              change('ngaySinh', 'Ngày sinh', 'Born', null, '03/1989'),
            ],
          },
        ],
      };
    return {
      personId: `p${index}`,
      name,
      kind: 'changed',
      row,
      line,
      groups: [
        {
          group: 'G',
          changes: [
            change('luong.bac', 'Bậc lương', 'Pay step', '3', '4'),
            change('luong.heSo', 'Hệ số lương', 'Coefficient', '3,00', '3,33'),
            change('luong.ngayHuong', 'Ngày hưởng', 'Paid from', '01/05/2023', '01/05/2026'),
          ],
        },
        ...(index % 2 === 0 ? [{ group: 'C', changes: [change('dienThoai', 'Điện thoại', 'Phone', 'Không rõ', '0900 000 123')] }] : []),
      ],
    };
  });
}

export const receiptOf = (number: string): S.Receipt => ({
  number,
  kind: number.startsWith('XN') ? 'R2' : 'R1',
  at: '2026-11-24T03:02:11Z',
  submissionId: 's-wait',
  bodyCode: 'H26.15',
  bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
  uploadNumber: 'TL-2026-000118',
  round: 1,
  sizeBytes: 418_220,
  asOf: '2026-10-31',
  sha256: SHA256,
  counts: { received: 612, accepted: 418, rejected: 0, waiting: 194 },
  ...(number.startsWith('XN')
    ? {
        items: [
          { item: '1', group: 'G', verdict: 'registered', version: 7 },
          { item: '2', group: 'C', verdict: 'returned', version: null },
        ],
      }
    : {}),
  jws: `eyJhbGciOiJFUzI1NiIsImtpZCI6Im1vY2sifQ.${'QmllbiBuaGFuIG1hdQ'.repeat(6)}.${'c2lnbmF0dXJl'.repeat(7)}`,
  verifyUrl: `http://localhost:3000/bien-nhan/${number}`,
});

const MATCHES = ['KHOP', 'KHOP', 'GAN_KHOP', 'KHOP', 'LECH', 'CHUA', 'KHOP', 'KHONG_TIM_THAY'] as const;

export const QUEUE: readonly S.QueueItem[] = Array.from({ length: 42 }, (_, index): S.QueueItem => ({
  submissionId: 's-wait',
  personId: `p${index}`,
  name: nameAt(index),
  body: index % 3 === 0 ? 'UBND xã Suối Trong' : 'Trường THPT Nguyễn Trãi',
  groups: index % 2 === 0 ? ['C', 'G'] : ['B', 'G', 'K'],
  changes: 3 + (index % 5),
  problems: index % 6 === 2 ? 1 : 0,
  match: MATCHES[index % MATCHES.length]!,
  waitingSince: `2026-11-${String(Math.min(23, 4 + index)).padStart(2, '0')}T0${index % 9}:20:00Z`,
  mine: index === 5,
}));

/** As the server sends them: only what changed, in words. */
export function shownPerson(personId: string): S.ShownPerson {
  const item = QUEUE.find((one) => one.personId === personId) ?? QUEUE[0]!;
  const field = (
    key: string,
    vi: string,
    en: string,
    from: string | null,
    to: string | null,
    more: Partial<S.ShownField> = {},
  ): S.ShownField => ({
    field: key,
    label: both(vi, en),
    line: null,
    from: said(from),
    to: said(to),
    changed: true,
    match: null,
    problems: [],
    ...more,
  });
  return {
    personId,
    submissionId: item.submissionId,
    name: item.name,
    body: item.body,
    shownHash: 'a'.repeat(64),
    mine: item.mine,
    accepted: [
      {
        group: 'B',
        field: 'ngaySinh',
        label: both('Ngày sinh', 'Born'),
        where: { sheet: 'Hồ sơ', row: 12, column: 'C' },
        typed: 'ngày 19.7.1986',
        value: '19/07/1986',
        strength: 'certain',
        reason: both('cùng một ngày, chỉ khác cách viết', 'the same day, written another way'),
        by: 'Nguyễn Thị Hòa',
        at: '2026-11-24T08:00:00Z',
      },
    ],
    matchResult: { level: item.match ?? 'CHUA', fields: {} },
    problems:
      item.problems > 0
        ? [
            {
              code: 'E-SENT-BY-SUBJECT',
              severity: 'warning',
              title: both('Người gửi là chính chủ hồ sơ', 'The sender is the person of the record'),
              next: both('Đối chiếu kỹ với hồ sơ gốc trước khi xác nhận.', 'Compare carefully with the original documents.'),
              label: null,
              value: null,
              where: {},
            },
            {
              code: 'E-PAY-EARLY',
              severity: 'warning',
              title: both('Kiểm tra nâng bậc sớm', 'Check early raises'),
              next: null,
              label: both('Hệ số lương', 'Coefficient'),
              value: '3,33',
              where: { field: 'luong.heSo' },
            },
          ]
        : [],
    groups: [
      {
        group: 'B',
        title: both('Nhân thân', 'Identity'),
        itemId: `${personId}-B`,
        state: 'awaiting-confirmation',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        fields: [
          field('ngaySinh', 'Ngày sinh', 'Born', '07/1986', '19/07/1986', { match: item.match }),
          field(
            'noiSinh',
            'Nơi sinh',
            'Born at',
            'Xã Suối Cát, tỉnh Mẫu Sơn',
            'Bệnh viện huyện, xã Suối Cát, tỉnh Mẫu Sơn (đơn vị hành chính ngày 31/12/2024)',
          ),
        ],
      },
      {
        group: 'G',
        title: both('Ngạch/CDNN và diễn biến lương', 'Grade and pay history'),
        itemId: `${personId}-G`,
        state: 'awaiting-confirmation',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        fields: [
          field('luong.maNgach', 'Mã ngạch', 'Grade', null, '01.003 – Chuyên viên', { line: '3' }),
          field('luong.bac', 'Bậc lương', 'Pay step', null, '4', { line: '3' }),
          field('luong.heSo', 'Hệ số lương', 'Coefficient', null, '3,33', {
            line: '3',
            problems: item.problems > 0 ? ['E-PAY-EARLY'] : [],
          }),
          field('luong.ngayHuong', 'Ngày hưởng', 'Paid from', null, '01/05/2026', { line: '3' }),
          field('luong.quyetDinh', 'Quyết định', 'Decision', null, '1187/QĐ-SNV ngày 22/04/2026', { line: '3' }),
          field('luong.phanTramVuotKhung', 'Phụ cấp thâm niên vượt khung', 'Above-scale allowance', null, '0', {
            changed: false,
            line: '3',
          }),
        ],
      },
      {
        group: 'C',
        title: both('Địa chỉ và liên hệ', 'Addresses and contact'),
        itemId: `${personId}-C`,
        state: 'held',
        compared: 0,
        validFrom: '2026-10-31',
        mayConfirm: true,
        fields: [field('dienThoai', 'Điện thoại', 'Phone', '0900 000 111', '0900 000 123')],
      },
    ],
  };
}

export const hits = (from: number, limit: number): S.Hit[] =>
  Array.from({ length: Math.max(0, Math.min(limit, 57 - from)) }, (_, step) => {
    const index = from + step;
    return {
      personId: `p${index}`,
      name: nameAt(index),
      birth: index % 3 === 0 ? '1986-07-19' : '1990-02',
      bodyName: BODIES[index % 3]!.name,
      title: index % 4 === 0 ? 'Chuyên viên' : 'Giáo viên',
      nationalIdMasked: `000•••••${String(1000 + index * 37).slice(-4)}`,
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
  ...more,
});
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

export const recordOf = (id: string): S.PersonRecord => ({
  personId: id,
  merged: [],
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
  groups: [
    group('A', 'Quản lý hồ sơ', 'Record and staff identity', [
      fact('soHieuCbccvc', 'Số hiệu cán bộ, công chức, viên chức', 'Staff number', '2C', 'MS-004512'),
      fact('anh4x6', 'Ảnh chân dung (4x6; thẻ 3x4)', 'Portrait photograph (4x6; 3x4 for the card)', '2C', '••••••', MASK),
    ]),
    group('B', 'Nhân thân', 'Identity', [
      fact('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', '2C.1', nameAt(0), { compared: MATCHED }),
      fact('ten', 'Tên', 'Given name', null, nameAt(0).split(' ').at(-1)!, DERIVED),
      fact('ngaySinh', 'Ngày sinh', 'Born', '2C.4', '19/07/1986', { compared: MATCHED }),
      fact('gioiTinh', 'Giới tính', 'Sex', '2C.4', 'Nữ', { compared: MATCHED }),
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
      'Ngạch/CDNN và diễn biến lương',
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
          ].map(([key, vi, en]) => ({ key: `luong.${key}`, label: both(vi!, en!), derived: key === 'tenNgach' })),
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
    at: '2026-11-24T02:10:00Z',
    actorRole: 'XAC_NHAN',
    bodyId: 'b0',
    bodyName: 'UBND tỉnh Mẫu Sơn',
    purpose: 'CONFIRM',
    kind: 'item.read',
    count: 1,
  },
  {
    at: '2026-11-23T08:40:00Z',
    actorRole: 'NHAP_LIEU',
    bodyId: 'b1',
    bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
    purpose: 'CONSULT',
    kind: 'record.searched',
    count: 4,
  },
  {
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
  ['act', 'record.registered', 'Ghi vào sổ đăng ký', 'Registered'],
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
    purposeName: both('Gửi hồ sơ', 'Submitting'),
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

export const READING_ALLOWANCES: readonly S.ReadingAllowance[] = [
  {
    id: 'ra1',
    name: 'Đỗ Thị Bích Liên',
    mine: false,
    people: 800,
    hours: 8,
    reason: 'Rà soát hồ sơ theo công văn của Vụ, tuần 48.',
    askedAt: '2026-11-24T02:10:00.000Z',
    granted: null,
    decidedAt: null,
  },
  {
    id: 'ra2',
    name: 'Bùi Thị Hạnh',
    mine: true,
    people: 200,
    hours: 4,
    reason: 'Đối chiếu danh sách trước kỳ nâng lương.',
    askedAt: '2026-11-20T02:10:00.000Z',
    granted: true,
    decidedAt: '2026-11-20T02:40:00.000Z',
  },
];

export const LIST_ADDITIONS: S.AdditionList = {
  items: [
    {
      id: 'la1',
      list: 'chuc_vu',
      listTitle: { vi: 'Chức vụ', en: 'Posts' },
      code: 'GD_CDS_XA',
      name: 'Giám đốc Trung tâm Chuyển đổi số cấp xã',
      nameEn: null,
      aliases: ['GĐ TT Chuyển đổi số'],
      validFrom: '2026-07-01',
      lastDay: null,
      source: 'QĐ 12/2026/QĐ-UBND',
      body: { id: 'b1', code: 'H26', name: 'UBND tỉnh Mẫu Sơn' },
      askedAt: '2026-11-24T02:10:00.000Z',
      state: 'waiting',
      decidedAt: null,
      reason: null,
      mayDecide: true,
    },
    {
      id: 'la2',
      list: 'ngach_cong_chuc',
      listTitle: { vi: 'Ngạch công chức', en: 'Grades' },
      code: '99.001',
      name: 'Kiểm tra viên số',
      nameEn: null,
      aliases: [],
      validFrom: '2026-01-01',
      lastDay: '2026-12-31',
      source: 'TT 01/2026/TT-BNV',
      body: { id: 'b1', code: 'H26', name: 'UBND tỉnh Mẫu Sơn' },
      askedAt: '2026-11-20T02:10:00.000Z',
      state: 'refused',
      decidedAt: '2026-11-21T02:10:00.000Z',
      reason: 'Đã có mã 01.003.',
      mayDecide: false,
    },
  ],
  next: null,
  openLists: [
    { id: 'ngach_cong_chuc', title: { vi: 'Ngạch công chức', en: 'Grades' } },
    { id: 'chuc_vu', title: { vi: 'Chức vụ', en: 'Posts' } },
  ],
  mayAsk: true,
};

export const MY_SESSIONS: readonly S.MySession[] = [
  {
    id: 'now',
    current: true,
    startedAt: '2026-11-24T01:00:00Z',
    seenAt: '2026-11-24T03:00:00Z',
    endsAt: '2026-11-24T09:00:00Z',
    agent: 'Chrome · Windows',
  },
  {
    id: 'old',
    current: false,
    startedAt: '2026-11-23T06:30:00Z',
    seenAt: '2026-11-23T08:05:00Z',
    endsAt: '2026-11-24T06:30:00Z',
    agent: 'Edge · Windows',
  },
];

export const HOME_OF_ROLE: Readonly<Record<string, readonly S.HomeTask[]>> = {
  NHAP_LIEU: [
    { kind: 'uploads-to-fix', count: 1, oldestAt: '2026-11-24T02:41:00Z', href: '/ho-so-gui' },
    { kind: 'submissions-to-submit', count: 1, oldestAt: '2026-11-24T01:05:00Z', href: '/ho-so-gui' },
    { kind: 'returned', count: 9, oldestAt: '2026-11-17T03:30:00Z', href: '/ho-so-gui/s-back' },
  ],
  XAC_NHAN: [
    { kind: 'items-to-confirm', count: 42, oldestAt: '2026-11-04T00:20:00Z', href: '/xac-nhan' },
    { kind: 'waiting-population', count: 7, oldestAt: '2026-11-23T05:00:00Z', href: '/xac-nhan' },
  ],
};
