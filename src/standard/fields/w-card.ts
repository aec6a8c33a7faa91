/** Group W, Staff card. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_W = fieldsOf('W', { suppliedBy: 'system', master: 'register' }, [
  {
    ordinal: 195, key: 'the.maSoThe', section: 'the',
    label: { vi: 'Mã số thẻ', en: 'Card number' },
    kind: { name: 'text', maxChars: 30 },
    required: 'R',
    source: 'QĐ 06/2008 (known)', confidence: 'known',
  },
  {
    ordinal: 196, key: 'the.tenCoQuan', section: 'the',
    label: { vi: 'Tên cơ quan', en: 'Name of the body' },
    kind: { name: 'derived', of: { name: 'text', maxChars: 200 } },
    required: 'R', suppliedBy: 'derived',
    source: 'QĐ 06/2008 (known)', confidence: 'known',
  },
  {
    ordinal: 197, key: 'the.hoTen', section: 'the',
    label: { vi: 'Họ và tên', en: 'Full name' },
    kind: { name: 'derived', of: { name: 'text', maxChars: 100 } },
    required: 'R', suppliedBy: 'derived', sensitivity: 'cb',
    source: 'QĐ 06/2008 (known)', confidence: 'known',
  },
  {
    ordinal: 198, key: 'the.chucVu', section: 'the',
    label: { vi: 'Chức vụ/chức danh', en: 'Post or title' },
    kind: { name: 'derived', of: { name: 'text', maxChars: 150 } },
    required: 'R', suppliedBy: 'derived',
    source: 'QĐ 06/2008 (known)', confidence: 'known',
  },
  {
    ordinal: 199, key: 'the.anh3x4', section: 'the',
    label: { vi: 'Ảnh 3x4', en: 'Photograph 3x4' },
    kind: { name: 'file', types: ['image/jpeg', 'image/png'], maxMegabytes: 2 },
    required: 'R', sensitivity: 'nc',
    source: 'QĐ 06/2008', confidence: 'found',
  },
  {
    ordinal: 200, key: 'the.ngayCap', section: 'the',
    label: { vi: 'Ngày cấp', en: 'Issued on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 201, key: 'the.hieuLucDen', section: 'the',
    label: { vi: 'Hiệu lực đến', en: 'Valid until' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 202, key: 'the.trangThai', section: 'the',
    label: { vi: 'Trạng thái', en: 'State' },
    kind: { name: 'code', codeLists: ['trang_thai_the'] },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 203, key: 'the.vneidTichHop', section: 'the',
    label: { vi: 'Trạng thái tích hợp VNeID', en: 'State in VNeID' },
    kind: { name: 'code', codeLists: ['trang_thai_vneid'] },
    required: 'R',
    source: 'QĐ 72/QĐ-BNV 1.2.2.2(4)', confidence: 'found',
  },
  {
    ordinal: 204, key: 'the.qrPayload', section: 'the',
    label: { vi: 'Dữ liệu QR có chữ ký', en: 'Signed QR data' },
    kind: { name: 'longText', maxChars: 2000 },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
]);
