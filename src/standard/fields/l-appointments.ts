/** Group L, Appointments, transfers, secondments, resignations. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_L = fieldsOf('L', {}, [
  {
    ordinal: 132, key: 'boNhiem.hinhThuc', section: 'boNhiem',
    label: { vi: 'Hình thức', en: 'Manner' },
    kind: { name: 'code', codeLists: ['hinh_thuc_bo_nhiem'] },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 133, key: 'boNhiem.chucVu', section: 'boNhiem',
    label: { vi: 'Chức vụ', en: 'Post' },
    kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 },
    required: 'R', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 134, key: 'boNhiem.coQuan', section: 'boNhiem',
    label: { vi: 'Cơ quan', en: 'Body' },
    kind: { name: 'organisation', textAllowed: true },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 135, key: 'boNhiem.tuNgay', section: 'boNhiem',
    label: { vi: 'Từ ngày', en: 'From' },
    kind: { name: 'date', notAfterToday: false },
    required: 'R', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 136, key: 'boNhiem.denNgay', section: 'boNhiem',
    label: { vi: 'Đến ngày', en: 'To' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 137, key: 'boNhiem.heSoPhuCapCv', section: 'boNhiem',
    label: { vi: 'Hệ số phụ cấp chức vụ', en: 'Post allowance coefficient' },
    kind: { name: 'decimal', scale: 2, min: '0.00', max: '2.00' },
    required: 'O', formItem: ['2C.14'],
    source: '2C.14', confidence: 'found',
  },
  {
    ordinal: 138, key: 'boNhiem.quyetDinh', section: 'boNhiem',
    label: { vi: 'Quyết định', en: 'Decision' },
    kind: { name: 'decision' },
    required: 'R',
    source: 'thiết kế', confidence: 'design',
  },
]);
