/** Group Q, Family. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { fieldsOf } from './group.ts';

export const GROUP_Q = fieldsOf('Q', { sealed: true }, [
  {
    ordinal: 161, key: 'giaDinh.nhom', section: 'giaDinh',
    label: { vi: 'Bên (bản thân, vợ hoặc chồng)', en: 'Side of the family' },
    kind: { name: 'code', codeLists: ['ben_gia_dinh'] },
    required: 'R', formItem: ['2C.30a', 'HS02'],
    source: '2C.30a,b, HS02', confidence: 'found',
  },
  {
    ordinal: 162, key: 'giaDinh.quanHe', section: 'giaDinh',
    label: { vi: 'Mối quan hệ', en: 'Relation' },
    kind: { name: 'code', codeLists: ['quan_he_gia_dinh'] },
    required: 'R', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 163, key: 'giaDinh.hoTen', section: 'giaDinh',
    label: { vi: 'Họ và tên', en: 'Full name' },
    kind: { name: 'personName' },
    required: 'R', sensitivity: 'cb', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 164, key: 'giaDinh.namSinh', section: 'giaDinh',
    label: { vi: 'Năm sinh', en: 'Year of birth' },
    kind: { name: 'partialDate', notAfterToday: true },
    required: 'R', sensitivity: 'cb', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 165, key: 'giaDinh.soDinhDanh', section: 'giaDinh',
    label: { vi: 'Số định danh của người thân', en: 'Citizen number' },
    kind: { name: 'nationalId' },
    required: 'O', sensitivity: 'cb', formItem: ['DC'],
    source: 'DC', confidence: 'found',
  },
  {
    ordinal: 166, key: 'giaDinh.queQuan', section: 'giaDinh',
    label: { vi: 'Quê quán', en: 'Home town' },
    kind: { name: 'text', maxChars: 300 },
    required: 'C', requiredWhen: CONDITIONS.relativeAlive, sensitivity: 'cb', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 167, key: 'giaDinh.ngheNghiep', section: 'giaDinh',
    label: { vi: 'Nghề nghiệp, chức vụ, đơn vị công tác, học tập', en: 'Occupation, title, unit of work or study' },
    kind: { name: 'longText', maxChars: 500 },
    required: 'C', requiredWhen: CONDITIONS.relativeAlive, sensitivity: 'cb', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 168, key: 'giaDinh.noiO', section: 'giaDinh',
    label: { vi: 'Nơi ở (trong, ngoài nước)', en: 'Residence (in the country or abroad)' },
    kind: { name: 'text', maxChars: 300 },
    required: 'C', requiredWhen: CONDITIONS.relativeAlive, sensitivity: 'cb', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 169, key: 'giaDinh.thanhVienToChuc', section: 'giaDinh',
    label: { vi: 'Thành viên các tổ chức chính trị - xã hội', en: 'Member of socio-political organisations' },
    kind: { name: 'longText', maxChars: 300 },
    required: 'O', sensitivity: 'nc', formItem: ['2C.30'],
    source: '2C.30', confidence: 'found',
  },
  {
    ordinal: 170, key: 'giaDinh.daMat', section: 'giaDinh',
    label: { vi: 'Đã mất', en: 'Deceased' },
    kind: { name: 'flag' },
    required: 'O',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 171, key: 'giaDinh.phuThuoc', section: 'giaDinh',
    label: { vi: 'Người phụ thuộc', en: 'Dependant' },
    kind: { name: 'flag' },
    required: 'O',
    source: 'public HRM', confidence: 'found',
  },
  {
    ordinal: 172, key: 'thanNhanNuocNgoai',
    label: { vi: 'Thân nhân ở nước ngoài', en: 'Relatives abroad' },
    kind: {
      name: 'list', parts: [
        { key: 'hoTen', label: { vi: 'Họ và tên', en: 'Full name' }, kind: { name: 'personName' }, required: true },
        { key: 'quanHe', label: { vi: 'Quan hệ', en: 'Relation' }, kind: { name: 'code', codeLists: ['quan_he_gia_dinh'] }, required: true },
        { key: 'nuoc', label: { vi: 'Nước', en: 'Country' }, kind: { name: 'code', codeLists: ['quoc_tich'] }, required: true },
        { key: 'lamGi', label: { vi: 'Làm gì', en: 'Occupation' }, kind: { name: 'text', maxChars: 200 }, required: false },
      ],
    },
    required: 'O', sensitivity: 'nc', formItem: ['2C.29c'],
    source: '2C.29c', confidence: 'found',
  },
]);
