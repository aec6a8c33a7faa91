/** Group P, Discipline. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_P = fieldsOf('P', { sealed: true }, [
  {
    ordinal: 155, key: 'kyLuat.hinhThuc', section: 'kyLuat',
    label: { vi: 'Hình thức kỷ luật', en: 'Form of discipline' },
    kind: { name: 'code', codeLists: ['ky_luat'] },
    required: 'R', sensitivity: 'nc', formItem: ['2C.22', 'HS02'],
    source: '2C.22, HS02', confidence: 'found',
  },
  {
    ordinal: 156, key: 'kyLuat.hanhVi', section: 'kyLuat',
    label: { vi: 'Hành vi vi phạm, lý do', en: 'Offence and reason' },
    kind: { name: 'longText', maxChars: 1000 },
    required: 'R', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 157, key: 'kyLuat.ngayHieuLuc', section: 'kyLuat',
    label: { vi: 'Ngày hiệu lực', en: 'In force from' },
    kind: { name: 'date', notAfterToday: true },
    required: 'R', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 158, key: 'kyLuat.ngayHetHieuLuc', section: 'kyLuat',
    label: { vi: 'Ngày chấm dứt hiệu lực', en: 'In force until' },
    kind: { name: 'date', notAfterToday: false },
    required: 'C', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 159, key: 'kyLuat.keoDaiNangLuongThang', section: 'kyLuat',
    label: { vi: 'Kéo dài nâng lương (tháng)', en: 'Raise delayed by (months)' },
    kind: { name: 'integer', min: 0, max: 12, oneOf: [0, 3, 6, 12] },
    required: 'C',
    source: 'TT 08/2013', confidence: 'found',
  },
  {
    ordinal: 160, key: 'kyLuat.quyetDinh', section: 'kyLuat',
    label: { vi: 'Quyết định', en: 'Decision' },
    kind: { name: 'decision' },
    required: 'R', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
]);
