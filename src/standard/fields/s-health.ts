/** Group S, Health. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_S = fieldsOf('S', { sealed: true }, [
  {
    ordinal: 176, key: 'sucKhoe.tinhTrang',
    label: { vi: 'Tình trạng sức khỏe', en: 'State of health' },
    kind: { name: 'code', codeLists: ['tinh_trang_suc_khoe'] },
    required: 'O', sensitivity: 'nc', formItem: ['2C.23', 'HS02'],
    source: '2C.23, HS02', confidence: 'found',
  },
  {
    ordinal: 177, key: 'sucKhoe.chieuCao',
    label: { vi: 'Chiều cao (cm)', en: 'Height (cm)' },
    kind: { name: 'integer', min: 100, max: 230 },
    required: 'O', sensitivity: 'nc', formItem: ['2C.23'],
    source: '2C.23', confidence: 'found',
  },
  {
    ordinal: 178, key: 'sucKhoe.canNang',
    label: { vi: 'Cân nặng (kg)', en: 'Weight (kg)' },
    kind: { name: 'decimal', scale: 1, min: '30.0', max: '200.0' },
    required: 'O', sensitivity: 'nc', formItem: ['2C.23'],
    source: '2C.23', confidence: 'found',
  },
  {
    ordinal: 179, key: 'sucKhoe.nhomMau',
    label: { vi: 'Nhóm máu', en: 'Blood group' },
    kind: { name: 'code', codeLists: ['nhom_mau'] },
    required: 'O', sensitivity: 'nc', formItem: ['2C.23', 'DC'],
    source: '2C.23, DC', confidence: 'found',
  },
  {
    ordinal: 180, key: 'sucKhoe.ngayKham',
    label: { vi: 'Ngày khám', en: 'Examined on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 181, key: 'khuyetTat',
    label: { vi: 'Khuyết tật (loại, mức)', en: 'Disability (kind and degree)' },
    kind: { name: 'code', codeLists: ['khuyet_tat'] },
    required: 'O', sensitivity: 'nc',
    source: 'thiết kế', confidence: 'design',
  },
]);
