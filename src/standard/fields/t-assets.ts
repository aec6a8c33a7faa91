/** Group T, Means and asset declarations. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_T = fieldsOf('T', { sealed: true }, [
  {
    key: 'kinhTe.nguonThuNhap',
    label: { vi: 'Nguồn thu nhập chính', en: 'Main sources of income' },
    kind: {
      name: 'object',
      parts: [
        { key: 'luong', label: { vi: 'Lương', en: 'Pay' }, kind: { name: 'text', maxChars: 100 }, required: false },
        { key: 'nguonKhac', label: { vi: 'Nguồn khác', en: 'Other sources' }, kind: { name: 'text', maxChars: 200 }, required: false },
      ],
    },
    required: 'O',
    suppliedBy: 'person',
    sensitivity: 'nc',
    formItem: ['2C98', 'HS02'],
    source: '2C98, HS02',
    confidence: 'found',
  },
  {
    key: 'kinhTe.nhaO',
    label: { vi: 'Nhà ở', en: 'Housing' },
    kind: {
      name: 'object',
      parts: [
        { key: 'loai', label: { vi: 'Loại', en: 'Kind' }, kind: { name: 'text', maxChars: 100 }, required: false },
        {
          key: 'dienTichM2',
          label: { vi: 'Diện tích (m²)', en: 'Area (m²)' },
          kind: { name: 'integer', min: 1, max: 100000 },
          required: false,
        },
      ],
    },
    required: 'O',
    suppliedBy: 'person',
    sensitivity: 'nc',
    formItem: ['2C98', 'HS02'],
    source: '2C98, HS02',
    confidence: 'found',
  },
  {
    key: 'kinhTe.datO',
    label: { vi: 'Đất ở', en: 'Land' },
    kind: {
      name: 'object',
      parts: [
        { key: 'loai', label: { vi: 'Loại', en: 'Kind' }, kind: { name: 'text', maxChars: 100 }, required: false },
        {
          key: 'dienTichM2',
          label: { vi: 'Diện tích (m²)', en: 'Area (m²)' },
          kind: { name: 'integer', min: 1, max: 10000000 },
          required: false,
        },
      ],
    },
    required: 'O',
    suppliedBy: 'person',
    sensitivity: 'nc',
    formItem: ['2C98', 'HS02'],
    source: '2C98, HS02',
    confidence: 'found',
  },
  {
    key: 'keKhaiTaiSan',
    label: { vi: 'Kê khai tài sản', en: 'Declarations of assets' },
    kind: {
      name: 'list',
      parts: [
        { key: 'nam', label: { vi: 'Năm', en: 'Year' }, kind: { name: 'integer', min: 2000, max: 2100, pastYear: true }, required: true },
        { key: 'loai', label: { vi: 'Loại kê khai', en: 'Kind' }, kind: { name: 'text', maxChars: 100 }, required: true },
        { key: 'ngayNop', label: { vi: 'Ngày nộp', en: 'Filed on' }, kind: { name: 'date', notAfterToday: true }, required: false },
      ],
    },
    required: 'O',
    suppliedBy: 'person',
    sensitivity: 'nc',
    source: 'public HRM',
    confidence: 'found',
  },
]);
