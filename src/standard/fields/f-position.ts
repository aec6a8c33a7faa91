/** Group F, Job position and present post. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_F = fieldsOf('F', {}, [
  {
    ordinal: 68, key: 'chucVuHienTai',
    label: { vi: 'Chức vụ (chức danh) hiện tại', en: 'Present post' },
    kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 },
    required: 'C', requiredWhen: CONDITIONS.appointed, formItem: ['2C.12', 'HS02'], hot: 'position',
    source: '2C.12, HS02', confidence: 'found',
  },
  {
    ordinal: 69, key: 'ngayBoNhiem',
    label: { vi: 'Ngày bổ nhiệm', en: 'Appointed on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'C', requiredWhen: CONDITIONS.holdsPost, formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 70, key: 'ngayBoNhiemLai',
    label: { vi: 'Ngày bổ nhiệm lại', en: 'Reappointed on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 71, key: 'nhiemKyThang',
    label: { vi: 'Thời hạn giữ chức vụ (tháng)', en: 'Term of the post (months)' },
    kind: { name: 'integer', min: 1, max: 120 },
    required: 'C',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 72, key: 'chucVuKiemNhiem',
    label: { vi: 'Chức vụ kiêm nhiệm', en: 'Concurrent posts' },
    kind: {
      name: 'list', parts: [
        { key: 'chucVu', label: { vi: 'Chức vụ', en: 'Post' }, kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 }, required: true },
        { key: 'coQuan', label: { vi: 'Cơ quan', en: 'Body' }, kind: { name: 'organisation', textAllowed: true }, required: false },
        { key: 'tuNgay', label: { vi: 'Từ ngày', en: 'From' }, kind: { name: 'date', notAfterToday: true }, required: false },
      ],
    },
    required: 'O', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 73, key: 'duocQuyHoach',
    label: { vi: 'Được quy hoạch chức danh', en: 'Planned for posts' },
    kind: {
      name: 'list', parts: [
        { key: 'chucDanh', label: { vi: 'Chức danh', en: 'Post' }, kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 }, required: true },
        { key: 'giaiDoan', label: { vi: 'Giai đoạn', en: 'Period' }, kind: { name: 'text', maxChars: 9 }, required: false },
        { key: 'soQuyetDinh', label: { vi: 'Số quyết định', en: 'Decision number' }, kind: { name: 'text', maxChars: 50 }, required: false },
      ],
    },
    required: 'O', suppliedBy: 'derived', master: 'register', formItem: ['HS02'],
    note: { vi: 'Suy ra từ nhóm M (Quy hoạch), chỉ khai một lần ở đó.', en: 'Taken from group M, stated only once there.' },
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 74, key: 'viTriViecLam.ma',
    label: { vi: 'Mã vị trí việc làm', en: 'Job position code' },
    kind: { name: 'text', maxChars: 30, pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$', patternHint: { vi: 'chữ, số, dấu chấm, gạch', en: 'letters, digits, dots, dashes' } },
    required: 'C', requiredWhen: CONDITIONS.jobPositionRequired, formItem: ['HS02'], hot: 'job_position',
    note: { vi: 'Bắt buộc từ năm 2025; danh mục do từng BNĐP ban hành.', en: 'Needed from 2025; each body issues its own list.' },
    source: 'HS02, Luật 80/2025', confidence: 'found',
  },
  {
    ordinal: 75, key: 'viTriViecLam.ten',
    label: { vi: 'Tên vị trí việc làm', en: 'Job position' },
    kind: { name: 'text', maxChars: 200 },
    required: 'R', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 76, key: 'viTriViecLam.nhom',
    label: { vi: 'Nhóm vị trí việc làm', en: 'Job position family' },
    kind: { name: 'code', codeLists: ['nhom_vi_tri_viec_lam'] },
    required: 'C', requiredWhen: CONDITIONS.jobPositionStated,
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 77, key: 'bacNgheNghiep',
    label: { vi: 'Bậc nghề nghiệp (viên chức)', en: 'Professional level' },
    kind: { name: 'code', codeLists: ['bac_nghe_nghiep'] },
    required: 'C', requiredWhen: CONDITIONS.professionalLevel,
    source: 'NĐ 232/2026 (found, thin)', confidence: 'uncertain',
  },
  {
    ordinal: 78, key: 'congViecChinh',
    label: { vi: 'Công việc chính được giao', en: 'Main duties assigned' },
    kind: { name: 'longText', maxChars: 500 },
    required: 'R', formItem: ['2C.13', 'HS02'],
    source: '2C.13, HS02', confidence: 'found',
  },
  {
    ordinal: 79, key: 'soTruong',
    label: { vi: 'Sở trường công tác', en: 'Strengths at work' },
    kind: { name: 'text', maxChars: 200 },
    required: 'O', formItem: ['2C.20', 'HS02'],
    source: '2C.20, HS02', confidence: 'found',
  },
  {
    ordinal: 80, key: 'congViecLauNhat',
    label: { vi: 'Công việc làm lâu nhất', en: 'Work done longest' },
    kind: { name: 'text', maxChars: 200 },
    required: 'O', formItem: ['2C98', 'HS02'],
    source: '2C98, HS02', confidence: 'found',
  },
  {
    ordinal: 81, key: 'hangChucDanhLdql',
    label: { vi: 'Cấp chức vụ tương đương', en: 'Equivalent post level' },
    kind: { name: 'code', codeLists: ['chuc_vu'] },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
]);
