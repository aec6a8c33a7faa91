/** Group O, Awards. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_O = fieldsOf('O', {}, [
  {
    key: 'khenThuong.hinhThuc',
    section: 'khenThuong',
    label: { vi: 'Danh hiệu/hình thức', en: 'Title or form of award' },
    kind: { name: 'code', codeLists: ['khen_thuong'] },
    required: 'R',
    formItem: ['2C.21', 'HS02'],
    source: '2C.21, HS02',
    confidence: 'found',
  },
  {
    key: 'khenThuong.nam',
    section: 'khenThuong',
    label: { vi: 'Năm', en: 'Year' },
    kind: { name: 'integer', min: 1945, max: 2100, pastYear: true },
    required: 'R',
    formItem: ['2C.21'],
    source: '2C.21',
    confidence: 'found',
  },
  {
    key: 'khenThuong.cap',
    section: 'khenThuong',
    label: { vi: 'Cấp khen thưởng', en: 'Level of the award' },
    kind: { name: 'code', codeLists: ['cap_khen_thuong'] },
    required: 'R',
    source: 'public HRM',
    confidence: 'found',
  },
  {
    key: 'khenThuong.lyDo',
    section: 'khenThuong',
    label: { vi: 'Lý do, thành tích', en: 'Merit' },
    kind: { name: 'longText', maxChars: 500 },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'khenThuong.quyetDinh',
    section: 'khenThuong',
    label: { vi: 'Quyết định', en: 'Decision' },
    kind: { name: 'decision' },
    required: 'C',
    source: 'thiết kế',
    confidence: 'design',
  },
]);
