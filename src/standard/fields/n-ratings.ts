/** Group N, Yearly ratings. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_N = fieldsOf('N', {}, [
  {
    ordinal: 143, key: 'danhGia.ky', section: 'danhGia',
    label: { vi: 'Kỳ đánh giá', en: 'Period' },
    kind: { name: 'text', maxChars: 7, pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$', patternHint: { vi: '2025, 2026-Q1 hoặc 2026-03', en: '2025, 2026-Q1 or 2026-03' } },
    required: 'R', formItem: ['2C.32'],
    source: '2C.32, Luật', confidence: 'found',
  },
  {
    ordinal: 144, key: 'danhGia.xepLoai', section: 'danhGia',
    label: { vi: 'Mức xếp loại', en: 'Rating' },
    kind: { name: 'code', codeLists: ['xep_loai_danh_gia'] },
    required: 'R',
    source: 'NĐ 90/2020; NĐ 335/2025', confidence: 'found',
  },
  {
    ordinal: 145, key: 'danhGia.diem', section: 'danhGia',
    label: { vi: 'Điểm', en: 'Points' },
    kind: { name: 'decimal', scale: 2, min: '0.00', max: '100.00' },
    required: 'C', requiredWhen: CONDITIONS.ratedByPoints,
    source: 'NĐ 335/2025 (found)', confidence: 'found',
  },
  {
    ordinal: 146, key: 'danhGia.tuDanhGia', section: 'danhGia',
    label: { vi: 'Mức tự đánh giá', en: 'Own rating' },
    kind: { name: 'code', codeLists: ['xep_loai_danh_gia'] },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 147, key: 'danhGia.capQuyetDinh', section: 'danhGia',
    label: { vi: 'Cấp có thẩm quyền quyết định', en: 'Deciding authority' },
    kind: { name: 'organisation', textAllowed: true },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 148, key: 'danhGia.soThongBao', section: 'danhGia',
    label: { vi: 'Văn bản thông báo kết quả', en: 'Notice of the result' },
    kind: { name: 'decision' },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 149, key: 'danhGia.xepLoaiDangVien', section: 'danhGia',
    label: { vi: 'Xếp loại đảng viên', en: 'Rating as a Party member' },
    kind: { name: 'code', codeLists: ['xep_loai_dang_vien'] },
    required: 'O', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
]);
