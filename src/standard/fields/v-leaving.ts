/** Group V, Retirement and leaving. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_V = fieldsOf('V', {}, [
  {
    key: 'ngayNghiHuuDuKien',
    label: { vi: 'Ngày nghỉ hưu dự kiến', en: 'Expected date of retirement' },
    kind: { name: 'derived', of: { name: 'date', notAfterToday: false } },
    required: '-',
    suppliedBy: 'derived',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'thongBaoNghiHuu',
    label: { vi: 'Thông báo nghỉ hưu', en: 'Notice of retirement' },
    kind: { name: 'decision' },
    required: 'C',
    requiredWhen: CONDITIONS.retiring,
    source: 'NĐ 170/2025 VBHN (found)',
    confidence: 'found',
  },
  {
    key: 'thoiViec.loai',
    label: { vi: 'Lý do nghỉ hưu, thôi việc, chuyển đi', en: 'Reason for leaving' },
    kind: { name: 'code', codeLists: ['ly_do_thoi_viec'] },
    required: 'C',
    requiredWhen: CONDITIONS.hasLeft,
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'thoiViec.ngay',
    label: { vi: 'Ngày nghỉ hưu, thôi việc, chuyển đi', en: 'In force from' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C',
    requiredWhen: CONDITIONS.hasLeft,
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'thoiViec.quyetDinh',
    label: { vi: 'Quyết định nghỉ hưu, thôi việc, chuyển đi', en: 'Decision' },
    kind: { name: 'decision' },
    required: 'C',
    requiredWhen: CONDITIONS.leftByDecision,
    source: 'thiết kế',
    confidence: 'design',
  },
]);
