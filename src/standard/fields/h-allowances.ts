/** Group H, Allowances. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_H = fieldsOf('H', {}, [
  {
    key: 'phuCap.loai',
    section: 'phuCap',
    label: { vi: 'Loại phụ cấp', en: 'Kind of allowance' },
    kind: { name: 'code', codeLists: ['loai_phu_cap'] },
    required: 'C',
    requiredWhen: CONDITIONS.lineIsThere,
    formItem: ['2C.14', 'HS02'],
    source: '2C.14, HS02',
    confidence: 'found',
  },
  {
    key: 'phuCap.heSoHoacPct',
    section: 'phuCap',
    label: { vi: 'Hệ số, tỉ lệ hoặc số tiền', en: 'Coefficient, per cent or amount' },
    kind: {
      name: 'object',
      parts: [
        {
          key: 'giaTri',
          label: { vi: 'Giá trị', en: 'Value' },
          kind: { name: 'decimal', scale: 2, min: '0.00', max: '99999999.99' },
          required: true,
        },
        { key: 'donVi', label: { vi: 'Đơn vị', en: 'Unit' }, kind: { name: 'code', codeLists: ['don_vi_phu_cap'] }, required: true },
      ],
    },
    required: 'C',
    requiredWhen: CONDITIONS.lineIsThere,
    formItem: ['2C.14'],
    source: '2C.14',
    confidence: 'found',
  },
  {
    key: 'phuCap.tuNgay',
    section: 'phuCap',
    label: { vi: 'Hưởng từ ngày', en: 'From' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C',
    requiredWhen: CONDITIONS.lineIsThere,
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'phuCap.denNgay',
    section: 'phuCap',
    label: { vi: 'Đến ngày', en: 'To' },
    kind: { name: 'date', notAfterToday: false },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'phuCap.quyetDinh',
    section: 'phuCap',
    label: { vi: 'Quyết định', en: 'Decision' },
    kind: { name: 'decision' },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
]);
