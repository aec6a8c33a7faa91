/** Group R, Personal history. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_R = fieldsOf('R', { sealed: true }, [
  {
    key: 'lichSu.biBatTu',
    label: { vi: 'Bị bắt, bị tù', en: 'Arrested or imprisoned' },
    kind: {
      name: 'list',
      parts: [
        { key: 'tuNgay', label: { vi: 'Từ ngày', en: 'From' }, kind: { name: 'partialDate', notAfterToday: true }, required: true },
        { key: 'denNgay', label: { vi: 'Đến ngày', en: 'To' }, kind: { name: 'partialDate', notAfterToday: true }, required: false },
        { key: 'oDau', label: { vi: 'Ở đâu', en: 'Where' }, kind: { name: 'text', maxChars: 200 }, required: true },
        {
          key: 'khaiBao',
          label: { vi: 'Đã khai báo gì', en: 'What was told' },
          kind: { name: 'longText', maxChars: 1000 },
          required: false,
        },
      ],
    },
    required: 'O',
    sensitivity: 'nc',
    formItem: ['2C.29a'],
    source: '2C.29a',
    confidence: 'found',
  },
  {
    key: 'lichSu.cheDoCu',
    label: { vi: 'Làm việc trong chế độ cũ', en: 'Work under the old regime' },
    kind: {
      name: 'list',
      parts: [
        { key: 'tuNgay', label: { vi: 'Từ ngày', en: 'From' }, kind: { name: 'partialDate', notAfterToday: true }, required: true },
        { key: 'denNgay', label: { vi: 'Đến ngày', en: 'To' }, kind: { name: 'partialDate', notAfterToday: true }, required: false },
        { key: 'coQuan', label: { vi: 'Cơ quan, đơn vị', en: 'Agency' }, kind: { name: 'text', maxChars: 200 }, required: true },
        { key: 'chucDanh', label: { vi: 'Chức danh', en: 'Title' }, kind: { name: 'text', maxChars: 150 }, required: false },
      ],
    },
    required: 'O',
    sensitivity: 'nc',
    formItem: ['2C.29a'],
    source: '2C.29a',
    confidence: 'found',
  },
  {
    key: 'lichSu.toChucNuocNgoai',
    label: { vi: 'Tham gia, quan hệ với tổ chức nước ngoài', en: 'Ties with foreign organisations' },
    kind: {
      name: 'list',
      parts: [
        { key: 'toChuc', label: { vi: 'Tổ chức', en: 'Organisation' }, kind: { name: 'text', maxChars: 200 }, required: true },
        { key: 'truSo', label: { vi: 'Trụ sở', en: 'Seat' }, kind: { name: 'text', maxChars: 200 }, required: false },
        { key: 'viec', label: { vi: 'Làm việc gì', en: 'What' }, kind: { name: 'text', maxChars: 300 }, required: false },
      ],
    },
    required: 'O',
    sensitivity: 'nc',
    formItem: ['2C.29b'],
    source: '2C.29b',
    confidence: 'found',
  },
]);
