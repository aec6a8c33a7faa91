/** Group X, Attached documents. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_X = fieldsOf('X', { sealed: true }, [
  {
    key: 'taiLieu.loai',
    section: 'taiLieu',
    label: { vi: 'Loại tài liệu', en: 'Kind of document' },
    kind: { name: 'code', codeLists: ['loai_tai_lieu'] },
    required: 'R',
    formItem: ['HS03/HS04-VC'],
    source: 'HS03/HS04-VC, TT 07/2019',
    confidence: 'found',
  },
  {
    key: 'taiLieu.soKyHieu',
    section: 'taiLieu',
    label: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
    kind: { name: 'text', maxChars: 50 },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'taiLieu.ngayBanHanh',
    section: 'taiLieu',
    label: { vi: 'Ngày ban hành', en: 'Issued on' },
    kind: { name: 'date', notAfterToday: true },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'taiLieu.tep',
    section: 'taiLieu',
    label: { vi: 'Tệp', en: 'File' },
    kind: { name: 'file', types: ['application/pdf'], maxMegabytes: 20 },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'taiLieu.kySo',
    section: 'taiLieu',
    label: { vi: 'Thông tin ký số', en: 'Digital signature' },
    kind: {
      name: 'object',
      parts: [
        {
          key: 'toChucChungThuc',
          label: { vi: 'Tổ chức chứng thực', en: 'Certification authority' },
          kind: { name: 'text', maxChars: 200 },
          required: false,
        },
        { key: 'thoiDiem', label: { vi: 'Thời điểm ký', en: 'Signed at' }, kind: { name: 'timestamp' }, required: false },
        { key: 'hopLe', label: { vi: 'Hợp lệ', en: 'Valid' }, kind: { name: 'flag' }, required: false },
      ],
    },
    required: 'O',
    source: 'thiết kế',
    confidence: 'design',
  },
]);
