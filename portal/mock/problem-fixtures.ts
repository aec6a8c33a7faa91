/** Invented problems of a file, by groups and cell by cell, and the suggestions among them. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';

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
    label: both('Ngạch, chức danh nghề nghiệp', 'Grade'),
    values: [
      ['Chuyen vien chinh', '01.002 – Chuyên viên chính'],
      ['Giáo viên THPT h.III', 'V.07.05.15 – Giáo viên trung học phổ thông hạng III'],
    ],
  },
  {
    code: 'E-DATE-NONE',
    severity: 'error',
    vi: 'Ngày không tồn tại',
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
    code: 'E-RETURNED-UNCHANGED',
    severity: 'error',
    vi: 'Ô bị trả lại mà chưa sửa',
    en: 'Returned values that were not changed',
    next: 'Sửa giá trị trong tệp, hoặc chọn “Giữ nguyên vì…” và nêu căn cứ.',
    count: 2,
    people: 2,
    sheet: 'Diễn biến lương',
    column: 'F',
    field: 'luong.heSo',
    label: both('Hệ số lương', 'Coefficient'),
    values: [['4,98', null]],
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
export const nameAt = (index: number): string => NAMES[index % NAMES.length]!;

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
                  given: both(value, value),
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
        given: value === null ? null : both(value, value),
        message: both(kind.vi, kind.en),
        next: both(kind.next, kind.next),
        suggestion:
          meant === null ? null : { value: meant, shown: both(meant, meant), strength, reason: certain ? 'lost-zero' : 'near-name', why },
        candidates: kind.candidates ?? [],
        proposed: null,
        personName: nameAt(index),
        tail: index % 5 === 0 ? String(1000 + index).slice(-4) : null,
      },
    ];
  }).flat();
}
