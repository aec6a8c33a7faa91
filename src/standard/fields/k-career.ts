/** Group K, Career history. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_K = fieldsOf('K', {}, [
  {
    ordinal: 125, key: 'congTac.tuThang', section: 'congTac',
    label: { vi: 'Từ tháng năm', en: 'From month' },
    kind: { name: 'partialDate', notAfterToday: true },
    required: 'R', formItem: ['2C.28', 'HS02'],
    source: '2C.28, HS02', confidence: 'found',
  },
  {
    ordinal: 126, key: 'congTac.denThang', section: 'congTac',
    label: { vi: 'Đến tháng năm', en: 'To month' },
    kind: { name: 'partialDate', notAfterToday: false },
    required: 'C', formItem: ['2C.28'],
    source: '2C.28', confidence: 'found',
  },
  {
    ordinal: 127, key: 'congTac.noiDung', section: 'congTac',
    label: { vi: 'Chức danh, chức vụ, đơn vị công tác', en: 'Title, post and unit (Party, state, unions, social), study included' },
    kind: { name: 'longText', maxChars: 1000 },
    required: 'R', formItem: ['2C.28'],
    source: '2C.28', confidence: 'found',
  },
  {
    ordinal: 128, key: 'congTac.coQuan', section: 'congTac',
    label: { vi: 'Cơ quan (mã)', en: 'Body (code)' },
    kind: { name: 'organisation', textAllowed: true },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 129, key: 'congTac.chucVu', section: 'congTac',
    label: { vi: 'Chức vụ (mã)', en: 'Post (code)' },
    kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 130, key: 'congTac.loai', section: 'congTac',
    label: { vi: 'Loại quá trình', en: 'Kind' },
    kind: { name: 'code', codeLists: ['loai_qua_trinh_cong_tac'] },
    required: 'O',
    source: 'thiết kế', confidence: 'design',
  },
  {
    ordinal: 131, key: 'congTac.nuocNgoai', section: 'congTac',
    label: { vi: 'Đi công tác, học tập ở nước ngoài', en: 'Work or study abroad' },
    kind: {
      name: 'object', parts: [
        { key: 'nuoc', label: { vi: 'Nước', en: 'Country' }, kind: { name: 'code', codeLists: ['quoc_tich'] }, required: true },
        { key: 'mucDich', label: { vi: 'Mục đích', en: 'Purpose' }, kind: { name: 'text', maxChars: 200 }, required: false },
      ],
    },
    required: 'O', formItem: ['2C98'],
    source: '2C98', confidence: 'found',
  },
]);
