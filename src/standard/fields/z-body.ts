/** Group Z, Body and posts. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_Z = fieldsOf('Z', { suppliedBy: 'system' }, [
  {
    key: 'org.ma',
    label: { vi: 'Mã định danh cơ quan', en: 'Agency code' },
    kind: { name: 'text', maxChars: 30 },
    required: 'R',
    source: 'QĐ 20/2020 (known)',
    confidence: 'known',
  },
  {
    key: 'org.ten',
    label: { vi: 'Tên cơ quan', en: 'Name of the agency' },
    kind: { name: 'text', maxChars: 300 },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.cap',
    label: { vi: 'Cấp', en: 'Level' },
    kind: { name: 'code', codeLists: ['cap_co_quan'] },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.loaiHinh',
    label: { vi: 'Loại hình', en: 'Type of agency' },
    kind: { name: 'code', codeLists: ['loai_co_quan'] },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.cha',
    label: { vi: 'Cơ quan cấp trên', en: 'Parent agency' },
    kind: { name: 'organisation', textAllowed: false },
    required: 'C',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.tienThan',
    label: { vi: 'Cơ quan tiền thân', en: 'Predecessors' },
    kind: {
      name: 'list',
      parts: [
        { key: 'ma', label: { vi: 'Mã cơ quan', en: 'Agency code' }, kind: { name: 'text', maxChars: 30 }, required: true },
        { key: 'ngay', label: { vi: 'Ngày', en: 'Date' }, kind: { name: 'date', notAfterToday: false }, required: true },
        {
          key: 'soQuyetDinh',
          label: { vi: 'Số quyết định', en: 'Decision number' },
          kind: { name: 'text', maxChars: 50 },
          required: false,
        },
      ],
    },
    required: 'C',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.bienCheGiao',
    label: { vi: 'Biên chế, số người làm việc được giao', en: 'Posts allotted by year' },
    kind: {
      name: 'list',
      parts: [
        { key: 'nam', label: { vi: 'Năm', en: 'Year' }, kind: { name: 'integer', min: 2000, max: 2100 }, required: true },
        { key: 'loai', label: { vi: 'Loại', en: 'Kind' }, kind: { name: 'code', codeLists: ['loai_bien_che'] }, required: true },
        { key: 'so', label: { vi: 'Số lượng', en: 'Number' }, kind: { name: 'integer', min: 0, max: 1000000 }, required: true },
      ],
    },
    required: 'C',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'org.loaiBndp',
    label: { vi: 'Nhóm 26 hoặc 70', en: 'Group of the 2023 plan (26 or 70)' },
    kind: { name: 'code', codeLists: ['nhom_bndp'] },
    required: 'R',
    source: 'QĐ 72/QĐ-BNV',
    confidence: 'found',
  },
]);
