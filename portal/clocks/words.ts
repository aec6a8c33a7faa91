/** Words of this folder's screen, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    legalClocks: { vi: 'Thời hạn pháp lý', en: 'Terms of the law' },
  },
  legalClock: {
    title: { vi: 'Thời hạn pháp lý', en: 'Terms of the law' },
    lead: {
      vi: 'Việc mà pháp luật cho một thời hạn: tạo lập hồ sơ, cập nhật dữ liệu, sửa điều báo sai. Hết hạn trước đứng trước. Cách tính là cách hiểu của sản phẩm, không thay văn bản.',
      en: 'What the law gives a term for: making a record, bringing facts in, correcting what was reported. What ends first stands first. How it is counted is a reading of this product and replaces no text of law.',
    },
    total: { vi: 'Đang hiện {{shown}} trong {{total}} việc', en: 'Showing {{shown}} of {{total}}' },
    none: { vi: 'Không có thời hạn nào đang tính', en: 'No term runs' },
    noneNext: {
      vi: 'Khi gửi hồ sơ có quyết định từ ngày 01/7/2026, thời hạn hiện ở đây đến khi hồ sơ được cập nhật vào CSDL.',
      en: 'When a record is sent with a decision of 1 July 2026 or later, its term stands here until it is in the register.',
    },
    nobody: { vi: 'Không có việc nào như vậy', en: 'There is nothing like that' },
    nobodyNext: { vi: 'Bỏ bớt điều kiện lọc.', en: 'Take a filter away.' },
    narrow: { vi: 'Lọc danh sách', en: 'Narrow the list' },
    any: { vi: 'Tất cả', en: 'Any' },
    which: { vi: 'Tình trạng', en: 'State' },
    running: { vi: 'Đang tính', en: 'Running' },
    late: { vi: 'Đã quá hạn, chưa xong', en: 'Over and not done' },
    done: { vi: 'Đã xong', en: 'Done' },
    name: { vi: 'Họ tên', en: 'Name' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    term: { vi: 'Thời hạn', en: 'Term' },
    start: { vi: 'Tính từ', en: 'Since' },
    lastDay: { vi: 'Hết ngày', en: 'Until the end of' },
    isLate: { vi: 'Quá hạn', en: 'Late' },
    doneInTime: { vi: 'Xong đúng hạn', en: 'Done in time' },
    doneLate: { vi: 'Xong sau hạn', en: 'Done late' },
    moved: { vi: 'đã tính lại theo thông báo ngày nghỉ', en: 'counted again by the notice of days off' },
    forecast: {
      vi: 'Dự kiến: chưa có thông báo nghỉ lễ của những ngày này',
      en: 'Expected: no notice of holidays for these days yet',
    },
  },
} as const satisfies WordTree;
