/**
 * What the mock server answers: invented people, bodies and files, in the shapes of the HTTP contract.
 * Never shipped: only `portal/mock/server.ts` and the browser checks import it.
 */
import type * as S from '#portal/api/shapes.ts';

const both = (vi: string, en: string): S.Bilingual => ({ vi, en });

export const BODIES: readonly S.Body[] = [
  { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn', level: 'so' },
  { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi', level: 'don-vi' },
  { id: 'b3', code: 'H26.31.07', name: 'UBND xã Suối Trong', level: 'xa' },
];

const account = (id: string, name: string, role: string, vi: string, en: string, body: string, whatVi: string, whatEn: string): S.DemoAccount =>
  ({ id, name, role, roleName: both(vi, en), body, what: both(whatVi, whatEn) });

export const ACCOUNTS: readonly S.DemoAccount[] = [
  account('clerk', 'Trần Thị Mai', 'NHAP_LIEU', 'Cán bộ nhập liệu', 'Data clerk', 'Sở Nội vụ tỉnh Mẫu Sơn', 'Nộp tệp có 602 lỗi, nhận gợi ý, gửi và nhận biên nhận.', 'Upload a file with 602 errors, accept suggestions, submit, get a receipt.'),
  account('officer', 'Lê Văn Hùng', 'XAC_NHAN', 'Người xác nhận', 'Confirming officer', 'UBND tỉnh Mẫu Sơn', 'Mở hàng chờ 42 người, so sánh cũ – mới, chấp nhận hoặc trả lại.', 'Open a queue of 42 people, compare old and new, accept or return.'),
  account('hr', 'Phạm Quang Vinh', 'DOI_SOAT', 'Chuyên viên đối soát', 'HR officer', 'UBND tỉnh Mẫu Sơn', 'Xem kết quả đối soát dân cư và hồ sơ của các đơn vị.', 'See population matches and the records of the units.'),
  account('head', 'Đỗ Thị Thu Hà', 'LD_DON_VI', 'Lãnh đạo đơn vị', 'Head of unit', 'Trường THPT Nguyễn Trãi', 'Xem hồ sơ đã gửi và tra cứu người của đơn vị.', 'See what was sent and look up people of the unit.'),
  account('ministry', 'Hoàng Minh Đức', 'VU_CCVC', 'Vụ Công chức – Viên chức', 'Ministry department', 'Bộ Nội vụ', 'Tra cứu và theo dõi tiến độ; không thay việc xác nhận.', 'Search and follow progress; does not confirm in others’ place.'),
  account('admin', 'Vũ Thị Lan', 'QT_BNDP', 'Quản trị cơ quan', 'Body administrator', 'UBND tỉnh Mẫu Sơn', 'Phân quyền, xem nhật ký của cơ quan.', 'Grants and the body’s log.'),
  account('auditor', 'Ngô Đình Khoa', 'GIAM_SAT', 'Giám sát', 'Auditor', 'Bộ Nội vụ', 'Đọc nhật ký và tự kiểm tra điểm chốt.', 'Read the log and verify the checkpoint.'),
];

const summary = (id: string, number: string, body: string, file: string, state: S.SubmissionState, at: string, counts: readonly [number, number, number, number, number]): S.SubmissionSummary => ({
  id, uploadNumber: number, bodyName: body, fileName: file, state, createdAt: at,
  counts: { received: counts[0], accepted: counts[1], rejected: counts[2], waiting: counts[3], warnings: counts[4] },
});

export const SUBMISSIONS: readonly S.SubmissionSummary[] = [
  summary('s-fix', 'TL-2026-000118', 'Sở Nội vụ tỉnh Mẫu Sơn', 'ho-so-so-noi-vu-thang-11.xlsx', 'checked', '2026-11-24T02:41:00Z', [612, 418, 194, 0, 38]),
  summary('s-clean', 'TL-2026-000117', 'Trường THPT Nguyễn Trãi', 'giao-vien-thpt-nguyen-trai.xlsx', 'checked', '2026-11-24T01:05:00Z', [84, 84, 0, 0, 5]),
  summary('s-read', 'TL-2026-000119', 'Sở Nội vụ tỉnh Mẫu Sơn', 'bo-sung-cong-chuc.xlsx', 'reading', '2026-11-24T02:58:00Z', [0, 0, 0, 0, 0]),
  summary('s-wait', 'TL-2026-000101', 'UBND xã Suối Trong', 'cong-chuc-xa-suoi-trong.xlsx', 'awaiting-confirmation', '2026-11-20T08:12:00Z', [43, 12, 0, 31, 2]),
  summary('s-back', 'TL-2026-000096', 'Trường THPT Nguyễn Trãi', 'nang-luong-quy-3.xlsx', 'returned', '2026-11-17T03:30:00Z', [60, 51, 9, 0, 0]),
  summary('s-done', 'TL-2026-000090', 'Sở Nội vụ tỉnh Mẫu Sơn', 'ho-so-so-noi-vu-thang-10.xlsx', 'registered', '2026-10-28T07:45:00Z', [610, 610, 0, 0, 0]),
  summary('s-bad', 'TL-2026-000088', 'UBND xã Suối Trong', 'danh-sach-cu.xlsx', 'refused', '2026-10-25T01:15:00Z', [0, 0, 0, 0, 0]),
];

export function submissionOf(one: S.SubmissionSummary): S.Submission {
  const sent = ['awaiting-confirmation', 'returned', 'registered'].includes(one.state);
  return {
    ...one,
    progress: one.state === 'reading' ? { stage: 'checking', done: 2480, total: 6120, secondsLeft: 47 } : null,
    comparison: ['reading', 'refused'].includes(one.state) ? null : { new: 6, changed: Math.max(1, Math.floor(one.counts.received / 3)), unchanged: Math.max(0, one.counts.received - 6 - Math.floor(one.counts.received / 3)), missing: 2 },
    ignored: one.id === 's-fix' ? [
      { kind: 'column', sheet: 'Hồ sơ', row: null, column: 'BX', why: both('Cột “Ghi chú nội bộ” không có trong biểu mẫu.', 'The column “Ghi chú nội bộ” is not in the template.') },
      { kind: 'sheet', sheet: 'Sheet3', row: null, column: null, why: both('Trang này không có trong biểu mẫu.', 'This sheet is not in the template.') },
    ] : [],
    receipts: sent ? [{ number: `BN1-${one.uploadNumber.slice(3)}`, kind: 'R1', at: one.createdAt }, ...(one.state === 'awaiting-confirmation' ? [] : [{ number: `BN2-${one.uploadNumber.slice(3)}`, kind: 'R2' as const, at: one.createdAt }])] : [],
    returnedCount: one.state === 'returned' ? 9 : 0,
    refusal: one.state === 'refused' ? { code: 'E-FILE-PASSWORD', title: both('Tệp có mật khẩu nên không đọc được.', 'The file has a password and cannot be read.'), next: both('Mở tệp trong Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nộp.', 'Open it in Excel, remove the password (File → Info → Protect workbook), save and upload it.') } : null,
  };
}

interface Kind { readonly code: string; readonly severity: S.Severity; readonly vi: string; readonly en: string; readonly next: string; readonly count: number; readonly people: number; readonly sheet: string; readonly column: string; readonly field: string; readonly values: readonly (readonly [string, string | null])[] }

const KINDS: readonly Kind[] = [
  { code: 'E-ID-LOST-ZERO', severity: 'error', vi: 'Số định danh mất số 0 ở đầu', en: 'Citizen number lost its leading zero', next: 'Định dạng cột là “Văn bản” trước khi dán.', count: 146, people: 146, sheet: 'Hồ sơ', column: 'B', field: 'soDinhDanh', values: [['186001234', '000186001234'], ['190004321', '000190004321']] },
  { code: 'E-CODE-UNKNOWN', severity: 'error', vi: 'Tên ngạch không có trong danh mục', en: 'Grade name is not in the code list', next: 'Chọn trong danh sách của ô.', count: 58, people: 51, sheet: 'Diễn biến lương', column: 'D', field: 'luong.maNgach', values: [['Chuyen vien chinh', '01.002 – Chuyên viên chính'], ['Giáo viên THPT h.III', 'V.07.05.15 – Giáo viên trung học phổ thông hạng III']] },
  { code: 'E-DATE-NONE', severity: 'error', vi: 'Ngày không có trong lịch', en: 'This day is not in the calendar', next: 'Xem lại quyết định và ghi đúng ngày/tháng/năm.', count: 12, people: 12, sheet: 'Quá trình công tác', column: 'C', field: 'congTac.tuThang', values: [['31/02/2019', null], ['30/02/2004', null]] },
  { code: 'E-PAY-STEP', severity: 'error', vi: 'Hệ số không đúng với ngạch và bậc', en: 'Coefficient does not fit grade and step', next: 'Đối chiếu quyết định nâng bậc lương gần nhất.', count: 23, people: 21, sheet: 'Diễn biến lương', column: 'G', field: 'luong.heSo', values: [['3.33', '3.66'], ['4,4', '4.40']] },
  { code: 'E-REQUIRED', severity: 'error', vi: 'Thiếu dữ liệu bắt buộc', en: 'A required value is missing', next: 'Điền giá trị, hoặc chọn “Chưa xác định” nếu chưa rõ.', count: 31, people: 29, sheet: 'Hồ sơ', column: 'F', field: 'danToc', values: [['', null]] },
  { code: 'E-COMMUNE-OLD', severity: 'warning', vi: 'Xã, phường cũ, đã sáp nhập từ 01/7/2025', en: 'Old commune, merged on 1 July 2025', next: 'Chấp nhận cho nơi sinh; nơi ở hiện nay nên ghi theo đơn vị mới.', count: 33, people: 30, sheet: 'Hồ sơ', column: 'K', field: 'thuongTru.maXa', values: [['Xã Suối Cát', '10204 – Xã Suối Trong']] },
  { code: 'E-PHONE-FORM', severity: 'warning', vi: 'Số điện thoại có thể thiếu chữ số', en: 'Phone number may lack a digit', next: 'Xem lại số điện thoại.', count: 5, people: 5, sheet: 'Hồ sơ', column: 'P', field: 'dienThoai', values: [['091234567', null]] },
  { code: 'E-TEXT-TONES', severity: 'corrected', vi: 'Chữ tổ hợp đã chuyển về dạng chuẩn', en: 'Decomposed letters were composed', next: 'Không cần làm gì.', count: 74, people: 60, sheet: 'Hồ sơ', column: 'A', field: 'hoTenKhaiSinh', values: [['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa']] },
];

const NAMES = ['Nguyễn Thị Hòa', 'Trần Văn Dũng', 'Lò Thị Pâng', 'H’Bia Niê', 'Đặng Quốc Bảo', 'Phan Thị Ngọc Ánh', 'Hoàng A Pá', 'Bùi Xuân Trường', 'Vũ Đức Ước', 'Lý Thị Mẩy'];
const nameAt = (index: number): string => NAMES[index % NAMES.length]!;

export const problemGroups = (taken: ReadonlySet<string>, clean: boolean): S.ProblemGroup[] =>
  KINDS.filter((kind) => !clean || kind.severity === 'warning').map((kind) => {
    const suggested = kind.values.filter(([, meant]) => meant !== null).length === 0 || taken.has(kind.code) ? 0 : kind.count;
    const count = taken.has(kind.code) ? 0 : clean ? 5 : kind.count;
    return { code: kind.code, severity: kind.severity, title: both(kind.vi, kind.en), count, people: Math.min(count, kind.people), suggested: clean ? 0 : suggested };
  });

export function cellProblems(code: string | undefined, severity: string | undefined, from: number, limit: number): S.CellProblem[] {
  const kind = KINDS.find((one) => one.code === code) ?? KINDS.find((one) => one.severity === severity) ?? KINDS[0]!;
  return Array.from({ length: Math.max(0, Math.min(limit, kind.count - from)) }, (_, step) => {
    const index = from + step;
    const [value, meant] = kind.values[index % kind.values.length]!;
    return {
      id: `${kind.code}-${index}`, code: kind.code, severity: kind.severity, sheet: kind.sheet, row: 4 + index * 3, column: kind.column, field: kind.field, value,
      message: both(kind.vi, kind.en), next: both(kind.next, kind.next), suggestion: meant === null ? null : { value: meant, confidence: kind.code === 'E-ID-LOST-ZERO' ? 1 : 0.86 }, personName: nameAt(index),
    };
  });
}

const change = (field: string, vi: string, en: string, from: unknown, to: unknown): S.FieldChange => ({ field, label: both(vi, en), from, to });

export function comparedPeople(count: number): S.ComparedPerson[] {
  return Array.from({ length: count }, (_, index): S.ComparedPerson => {
    const name = nameAt(index);
    if (index % 4 === 3) return { personId: `p${index}`, name, kind: 'unchanged', groups: [] };
    if (index % 5 === 4) return { personId: null, name, kind: 'new', groups: [{ group: 'B', changes: [change('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', null, name), change('ngaySinh', 'Ngày sinh', 'Born', null, '1989-03')] }] };
    return {
      personId: `p${index}`, name, kind: 'changed',
      groups: [
        { group: 'G', changes: [change('luong.bac', 'Bậc lương', 'Pay step', 3, 4), change('luong.heSo', 'Hệ số lương', 'Coefficient', '3.00', '3.33'), change('luong.ngayHuong', 'Ngày hưởng', 'Paid from', '2023-05-01', '2026-05-01')] },
        ...(index % 2 === 0 ? [{ group: 'C', changes: [change('dienThoai', 'Điện thoại', 'Phone', { vang: 'KHONG_RO' }, '0900000123')] }] : []),
      ],
    };
  });
}

export const receiptOf = (number: string): S.Receipt => ({
  number, kind: number.startsWith('BN2') ? 'R2' : 'R1', at: '2026-11-24T03:02:11Z', body: { code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn' }, fileName: 'ho-so-so-noi-vu-thang-11.xlsx',
  sha256: '9f2c4a7be0d1538c6a94f3e27b1d50c8a6e5f4130b2c7d98e1f0a3b4c5d6e7f8', counts: { received: 612, accepted: 418, rejected: 194, waiting: 0 },
  ...(number.startsWith('BN2') ? { items: [{ item: '1', group: 'G', verdict: 'registered', version: 7 }, { item: '2', group: 'C', verdict: 'returned', version: null }] } : {}),
  jws: `eyJhbGciOiJFUzI1NiIsImtpZCI6Im1vY2sifQ.${'QmllbiBuaGFuIG1hdQ'.repeat(6)}.${'c2lnbmF0dXJl'.repeat(7)}`,
  verifyUrl: `http://localhost:3000/bien-nhan/${number}`,
});

const MATCHES = ['KHOP', 'KHOP', 'GAN_KHOP', 'KHOP', 'LECH', 'CHUA', 'KHOP', 'KHONG_TIM_THAY'] as const;

export const QUEUE: readonly S.QueueItem[] = Array.from({ length: 42 }, (_, index): S.QueueItem => ({
  submissionId: 's-wait', personId: `p${index}`, name: nameAt(index), body: index % 3 === 0 ? 'UBND xã Suối Trong' : 'Trường THPT Nguyễn Trãi', groups: index % 2 === 0 ? ['C', 'G'] : ['B', 'G', 'K'],
  changes: 3 + (index % 5), problems: index % 6 === 2 ? 1 : 0, match: MATCHES[index % MATCHES.length]!,
  waitingSince: `2026-11-${String(Math.min(23, 4 + index)).padStart(2, '0')}T0${index % 9}:20:00Z`, mine: index === 5,
}));

export function shownPerson(personId: string): S.ShownPerson {
  const item = QUEUE.find((one) => one.personId === personId) ?? QUEUE[0]!;
  const field = (key: string, vi: string, en: string, from: unknown, to: unknown, match: string | null = null, problems: S.ShownField['problems'] = []): S.ShownField =>
    ({ field: key, label: both(vi, en), from, to, changed: JSON.stringify(from) !== JSON.stringify(to), match, problems });
  return {
    name: item.name, body: item.body, shownHash: 'a'.repeat(64), mine: item.mine, matchResult: { level: item.match ?? 'CHUA' },
    groups: [
      { group: 'B', title: both('Nhân thân', 'Identity'), itemId: `${personId}-B`, state: 'awaiting-confirmation', fields: [
        field('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', item.name, item.name, 'KHOP'),
        field('ngaySinh', 'Ngày sinh', 'Born', '1986-07', '1986-07-19', item.match),
        field('gioiTinh', 'Giới tính', 'Sex', '2', '2', 'KHOP'),
        field('noiSinh', 'Nơi sinh', 'Born at', { maTinh: '20', maXa: '06112', chiTiet: '', hieuLucTai: '2024-12-31' }, { maTinh: '20', maXa: '06112', chiTiet: 'Bệnh viện huyện', hieuLucTai: '2024-12-31' }),
      ] },
      { group: 'G', title: both('Ngạch/CDNN và diễn biến lương', 'Grade and pay history'), itemId: `${personId}-G`, state: 'awaiting-confirmation', fields: [
        field('luong.maNgach', 'Mã ngạch', 'Grade', '01.003', '01.003'),
        field('luong.bac', 'Bậc lương', 'Pay step', 3, 4),
        field('luong.heSo', 'Hệ số lương', 'Coefficient', '3.00', '3.33', null, item.problems > 0 ? [{ code: 'E-PAY-EARLY', severity: 'warning', title: both('Nâng bậc sớm hơn 36 tháng', 'Raised before 36 months') }] : []),
        field('luong.ngayHuong', 'Ngày hưởng', 'Paid from', '2023-05-01', '2026-05-01'),
        field('luong.quyetDinh', 'Quyết định', 'Decision', null, { so: '1187/QĐ-SNV', ngay: '2026-04-22', coQuan: 'Sở Nội vụ' }),
      ] },
      { group: 'C', title: both('Địa chỉ và liên hệ', 'Addresses and contact'), itemId: `${personId}-C`, state: 'held', fields: [field('dienThoai', 'Điện thoại', 'Phone', '0900000111', '0900000123')] },
    ],
  };
}

export const hits = (from: number, limit: number): S.Hit[] => Array.from({ length: Math.max(0, Math.min(limit, 57 - from)) }, (_, step) => {
  const index = from + step;
  return { personId: `p${index}`, name: nameAt(index), birth: index % 3 === 0 ? '1986-07-19' : '1990-02', bodyName: BODIES[index % 3]!.name, title: index % 4 === 0 ? 'Chuyên viên' : 'Giáo viên', nationalIdMasked: `000•••••${String(1000 + index * 37).slice(-4)}` };
});

const fact = (key: string, vi: string, en: string, item: string | null, value: unknown, display: string | null, more: Partial<S.RecordField> = {}): S.RecordField => ({
  key, label: both(vi, en), formItem: item, value, display, masked: false, source: value === null ? null : 'EXCEL', confirmedAt: value === null ? null : '2026-10-29T03:10:00Z', confirmedBy: value === null ? null : 'UBND tỉnh Mẫu Sơn', locked: false, ...more,
});

export const recordOf = (id: string): S.PersonRecord => ({
  personId: id, name: nameAt(Number(id.slice(1)) || 0), validOn: '2026-11-24', knownAt: '2026-11-24T03:00:00Z', etag: '7',
  groups: [
    { code: 'A', title: both('Quản lý hồ sơ', 'Record and staff identity'), sections: [], fields: [fact('soHieuCbccvc', 'Số hiệu cán bộ, công chức, viên chức', 'Staff number', '2C', 'MS-004512', 'MS-004512'), fact('maDinhDanhHoSoQG', 'Mã hồ sơ trên CSDLQG', 'Record number', null, null, null)] },
    { code: 'B', title: both('Nhân thân', 'Identity'), sections: [{ key: 'tenGoiKhac', title: both('Tên gọi khác', 'Other names'), columns: [{ key: 'ten', label: both('Tên', 'Name') }], lines: [] }], fields: [
      fact('hoTenKhaiSinh', 'Họ và tên khai sinh', 'Name at birth', '2C.1', nameAt(0), nameAt(0), { locked: true, source: 'DAN_CU' }),
      fact('soDinhDanh', 'Số định danh cá nhân', 'Citizen number', '2C.3', null, '000•••••1037', { masked: true, locked: true, source: 'DAN_CU' }),
      fact('ngaySinh', 'Ngày sinh', 'Born', '2C.4', '1986-07-19', '19/07/1986', { locked: true, source: 'DAN_CU' }),
      fact('gioiTinh', 'Giới tính', 'Sex', '2C.4', '2', 'Nữ', { locked: true, source: 'DAN_CU' }),
      fact('danToc', 'Dân tộc', 'Ethnic group', '2C.9', '01', 'Kinh'),
      fact('tonGiao', 'Tôn giáo', 'Religion', '2C.10', null, null),
    ] },
    { code: 'C', title: both('Địa chỉ và liên hệ', 'Addresses and contact'), sections: [], fields: [fact('dienThoai', 'Điện thoại', 'Phone', null, null, '0900•••123', { masked: true }), fact('email', 'Thư điện tử công vụ', 'E-mail', null, 'hoa.nt@mau.example', 'hoa.nt@mau.example')] },
    { code: 'F', title: both('Vị trí việc làm, chức vụ hiện tại', 'Job position and present post'), sections: [], fields: [fact('chucVuHienTai', 'Chức vụ hiện tại', 'Present post', '2C.12', 'CV', 'Chuyên viên'), fact('coQuan', 'Cơ quan sử dụng', 'Body', '2C.11', 'H26.15', 'Sở Nội vụ tỉnh Mẫu Sơn')] },
    { code: 'G', title: both('Ngạch/CDNN và diễn biến lương', 'Grade and pay history'), fields: [], sections: [{ key: 'luong', title: both('Diễn biến lương', 'Pay history'),
      columns: [{ key: 'ngayHuong', label: both('Ngày hưởng', 'Paid from') }, { key: 'maNgach', label: both('Ngạch', 'Grade') }, { key: 'bac', label: both('Bậc', 'Step') }, { key: 'heSo', label: both('Hệ số', 'Coefficient') }],
      lines: [{ ngayHuong: '2020-05-01', maNgach: '01.003', bac: 2, heSo: '2.67' }, { ngayHuong: '2023-05-01', maNgach: '01.003', bac: 3, heSo: '3.00' }, { ngayHuong: '2026-05-01', maNgach: '01.003', bac: 4, heSo: '3.33' }] }] },
    { code: 'S', title: both('Sức khỏe', 'Health'), sections: [], fields: [fact('sucKhoe.tinhTrang', 'Tình trạng sức khỏe', 'State of health', '2C.24', null, '•••', { masked: true })] },
    { code: 'U', title: both('Bảo hiểm, thuế, tài khoản', 'Insurance, tax, bank account'), sections: [], fields: [] },
  ],
});

export const HISTORY: readonly S.HistoryEntry[] = [
  { value: '01', display: 'Kinh', validFrom: '2026-10-31', knownFrom: '2026-11-02T04:00:00Z', source: 'EXCEL', act: 'TL-2026-000090' },
  { value: '02', display: 'Tày', validFrom: '2025-07-01', knownFrom: '2025-08-12T02:30:00Z', source: 'NHAP_TAY', act: 'TL-2025-000012' },
];

export const READS: readonly S.PersonRead[] = [
  { at: '2026-11-24T02:10:00Z', actorRole: 'XAC_NHAN', bodyName: 'UBND tỉnh Mẫu Sơn', purpose: 'Xác nhận hồ sơ', kind: 'open', count: 1 },
  { at: '2026-11-23T08:40:00Z', actorRole: 'NHAP_LIEU', bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn', purpose: 'Tra cứu', kind: 'list', count: 4 },
  { at: '2026-11-20T01:00:00Z', actorRole: 'VU_CCVC', bodyName: 'Bộ Nội vụ', purpose: 'Kiểm tra', kind: 'unmask', count: 1 },
];

export const EVENTS: readonly S.AuditEvent[] = Array.from({ length: 30 }, (_, index): S.AuditEvent => ({
  id: `ev-${index}`, index: index < 2 ? null : 18240 - index, at: `2026-11-24T02:${String(58 - index).padStart(2, '0')}:12Z`,
  kind: ['submission.received', 'person.opened', 'confirmation.decided', 'session.started', 'register.applied'][index % 5]!, actor: ['Trần Thị Mai', 'Lê Văn Hùng'][index % 2]!, actorRole: 'NHAP_LIEU', bodyName: BODIES[index % 3]!.name, purpose: 'Cập nhật hồ sơ',
}));

export const CHECKPOINT = 'congvu.example/log\n18240\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— congvu.example/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

export const MY_SESSIONS: readonly S.MySession[] = [
  { id: 'now', current: true, startedAt: '2026-11-24T01:00:00Z', lastSeenAt: '2026-11-24T03:00:00Z', expiresAt: '2026-11-24T09:00:00Z', device: 'Chrome, Windows 10' },
  { id: 'old', current: false, startedAt: '2026-11-23T06:30:00Z', lastSeenAt: '2026-11-23T08:05:00Z', expiresAt: '2026-11-24T06:30:00Z', device: 'Cốc Cốc, Windows 7' },
];

export const HOME_OF_ROLE: Readonly<Record<string, readonly S.HomeTask[]>> = {
  NHAP_LIEU: [
    { kind: 'uploads-to-fix', count: 1, oldestAt: '2026-11-24T02:41:00Z', href: '/ho-so-gui' },
    { kind: 'submissions-to-submit', count: 1, oldestAt: '2026-11-24T01:05:00Z', href: '/ho-so-gui' },
    { kind: 'returned', count: 9, oldestAt: '2026-11-17T03:30:00Z', href: '/ho-so-gui/s-back' },
  ],
  XAC_NHAN: [{ kind: 'items-to-confirm', count: 42, oldestAt: '2026-11-04T00:20:00Z', href: '/xac-nhan' }, { kind: 'waiting-population', count: 7, oldestAt: '2026-11-23T05:00:00Z', href: '/xac-nhan' }],
};
