/** Group J, Education and training history. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_J = fieldsOf('J', {}, [
  {
    ordinal: 114, key: 'daoTao.coSo', section: 'daoTao',
    label: { vi: 'Tên trường, cơ sở đào tạo', en: 'School or training institution' },
    kind: { name: 'text', maxChars: 200 },
    required: 'R', formItem: ['2C.27', 'HS02'],
    source: '2C.27, HS02', confidence: 'found',
  },
  {
    ordinal: 115, key: 'daoTao.nganh', section: 'daoTao',
    label: { vi: 'Chuyên ngành đào tạo, bồi dưỡng', en: 'Field' },
    kind: { name: 'text', maxChars: 200 },
    required: 'R', formItem: ['2C.27'],
    source: '2C.27', confidence: 'found',
  },
  {
    ordinal: 116, key: 'daoTao.tuThang', section: 'daoTao',
    label: { vi: 'Từ tháng, năm', en: 'From month' },
    kind: { name: 'partialDate', notAfterToday: true },
    required: 'R', formItem: ['2C.27'],
    source: '2C.27', confidence: 'found',
  },
  {
    ordinal: 117, key: 'daoTao.denThang', section: 'daoTao',
    label: { vi: 'Đến tháng, năm', en: 'To month' },
    kind: { name: 'partialDate', notAfterToday: false },
    required: 'C', formItem: ['2C.27'],
    source: '2C.27', confidence: 'found',
  },
  {
    ordinal: 118, key: 'daoTao.hinhThuc', section: 'daoTao',
    label: { vi: 'Hình thức đào tạo', en: 'Form of study' },
    kind: { name: 'code', codeLists: ['hinh_thuc_dao_tao'] },
    required: 'R', formItem: ['2C.27'],
    source: '2C.27', confidence: 'found',
  },
  {
    ordinal: 119, key: 'daoTao.vanBang', section: 'daoTao',
    label: { vi: 'Văn bằng, chứng chỉ, trình độ gì', en: 'Degree, certificate or level' },
    kind: { name: 'codeOrText', codeLists: ['trinh_do_chuyen_mon'], maxChars: 200 },
    required: 'R', formItem: ['2C.27'],
    source: '2C.27', confidence: 'found',
  },
  {
    ordinal: 120, key: 'daoTao.nhom', section: 'daoTao',
    label: { vi: 'Nhóm đào tạo, bồi dưỡng', en: 'Training family' },
    kind: { name: 'code', codeLists: ['nhom_dao_tao'] },
    required: 'R', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 121, key: 'daoTao.soHieuVanBang', section: 'daoTao',
    label: { vi: 'Số hiệu văn bằng, ngày cấp', en: 'Degree number and date' },
    kind: {
      name: 'object', parts: [
        { key: 'so', label: { vi: 'Số hiệu', en: 'Number' }, kind: { name: 'text', maxChars: 50 }, required: true },
        { key: 'ngayCap', label: { vi: 'Ngày cấp', en: 'Issued on' }, kind: { name: 'partialDate', notAfterToday: true }, required: false },
      ],
    },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 122, key: 'daoTao.xepLoai', section: 'daoTao',
    label: { vi: 'Xếp loại', en: 'Class of degree' },
    kind: { name: 'codeOrText', codeLists: ['xep_loai_van_bang'], maxChars: 50 },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 123, key: 'daoTao.quocGia', section: 'daoTao',
    label: { vi: 'Nước đào tạo', en: 'Country of study' },
    kind: { name: 'code', codeLists: ['quoc_tich'] },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 124, key: 'daoTao.file', section: 'daoTao',
    label: { vi: 'Bản chụp/bản số hóa', en: 'Scan' },
    kind: { name: 'file', types: ['application/pdf'], maxMegabytes: 20 },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
]);
