/** Group C, Addresses and contact. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_C = fieldsOf('C', { confirmedBy: ['XAC_NHAN', 'DOI_SOAT'] }, [
  {
    ordinal: 31, key: 'thuongTru',
    label: { vi: 'Nơi đăng ký thường trú', en: 'Permanent residence' },
    kind: { name: 'address', of: 'present' },
    required: 'R', sensitivity: 'cb', formItem: ['2C.8'],
    source: '2C.8', confidence: 'found',
  },
  {
    ordinal: 32, key: 'noiOHienNay',
    label: { vi: 'Nơi ở hiện nay', en: 'Present residence' },
    kind: { name: 'address', of: 'present' },
    required: 'R', sensitivity: 'cb', formItem: ['2C.9', 'HS02'],
    source: '2C.9, HS02', confidence: 'found',
  },
  {
    ordinal: 33, key: 'tamTru',
    label: { vi: 'Nơi tạm trú', en: 'Temporary residence' },
    kind: { name: 'address', of: 'present' },
    required: 'O', sensitivity: 'cb', formItem: ['DC'],
    source: 'DC', confidence: 'found',
  },
  {
    ordinal: 34, key: 'dienThoaiDiDong',
    label: { vi: 'Số điện thoại di động', en: 'Mobile phone' },
    kind: { name: 'phone' },
    required: 'R', sensitivity: 'cb', formItem: ['HS02'],
    source: 'HS02', confidence: 'found',
  },
  {
    ordinal: 35, key: 'emailCongVu',
    label: { vi: 'Thư điện tử công vụ', en: 'Official e-mail' },
    kind: { name: 'email', preferredDomain: 'gov.vn' },
    required: 'C', sensitivity: 'cb',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 36, key: 'emailCaNhan',
    label: { vi: 'Thư điện tử cá nhân', en: 'Personal e-mail' },
    kind: { name: 'email' },
    required: 'O', suppliedBy: 'person', master: 'person', sensitivity: 'cb',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 37, key: 'lienHeKhanCap',
    label: { vi: 'Người liên hệ khẩn cấp', en: 'Emergency contact' },
    kind: {
      name: 'object', parts: [
        { key: 'ten', label: { vi: 'Họ và tên', en: 'Name' }, kind: { name: 'text', maxChars: 100 }, required: true },
        { key: 'quanHe', label: { vi: 'Quan hệ', en: 'Relation' }, kind: { name: 'code', codeLists: ['quan_he_gia_dinh'] }, required: false },
        { key: 'dienThoai', label: { vi: 'Điện thoại', en: 'Phone' }, kind: { name: 'phone' }, required: true },
      ],
    },
    required: 'O', suppliedBy: 'person', master: 'person', sensitivity: 'cb',
    source: 'thiết kế', confidence: 'design',
  },
]);
