/** Group M, Succession planning. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { fieldsOf } from './group.ts';

export const GROUP_M = fieldsOf('M', {}, [
  {
    key: 'quyHoach.chucDanh',
    section: 'quyHoach',
    label: { vi: 'Chức danh quy hoạch', en: 'Planned post' },
    kind: { name: 'codeOrText', codeLists: ['chuc_vu'], maxChars: 150 },
    required: 'R',
    formItem: ['HS02'],
    source: 'HS02',
    confidence: 'found',
  },
  {
    key: 'quyHoach.giaiDoan',
    section: 'quyHoach',
    label: { vi: 'Giai đoạn', en: 'Period' },
    kind: {
      name: 'text',
      maxChars: 9,
      pattern: '^[0-9]{4}-[0-9]{4}$',
      patternHint: { vi: 'năm đầu-năm cuối, ví dụ 2026-2031', en: 'first year-last year, e.g. 2026-2031' },
    },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'quyHoach.quyetDinh',
    section: 'quyHoach',
    label: { vi: 'Quyết định phê duyệt', en: 'Approving decision' },
    kind: { name: 'decision' },
    required: 'R',
    sensitivity: 'nc',
    source: 'thiết kế',
    confidence: 'design',
  },
  {
    key: 'quyHoach.trangThai',
    section: 'quyHoach',
    label: { vi: 'Trạng thái', en: 'State' },
    kind: { name: 'code', codeLists: ['trang_thai_quy_hoach'] },
    required: 'R',
    source: 'thiết kế',
    confidence: 'design',
  },
]);
