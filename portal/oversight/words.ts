/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    oversight: { vi: 'Giám sát lượt xem', en: 'Oversight of readings' },
  },
  oversight: {
    title: { vi: 'Giám sát lượt xem', en: 'Oversight of readings' },
    lead: {
      vi: 'Những lượt xem nên hỏi lại, và khiếu nại của người có hồ sơ. Tên người xem chỉ hiện khi nêu mục đích và lý do.',
      en: 'Readings worth a question, and complaints of the people concerned. A reader is named only for a purpose and a reason.',
    },
    readings: { vi: 'Lượt xem bất thường', en: 'Unusual readings' },
    readingsWhat: {
      vi: 'Bảy ngày qua, mỗi dòng là một người trong một ngày. Dấu hiệu là lý do để hỏi, không phải kết luận.',
      en: 'The last seven days, a line for each reader and day. A sign is a reason to ask, not a verdict.',
    },
    countedAt: { vi: 'Tính đến {{at}}.', en: 'As of {{at}}.' },
    complaints: { vi: 'Khiếu nại', en: 'Complaints' },
    noneUnusual: { vi: 'Bảy ngày qua không có lượt xem nào bất thường', en: 'Nothing stood out within seven days' },
    noneUnusualNext: {
      vi: 'Khi có người bị từ chối vì vượt mức, xem ban đêm hoặc xem nhiều lần một người, dòng đó sẽ hiện ở đây.',
      en: 'Refusals beyond the budget, readings at night or of one person again and again will show up here.',
    },
    day: { vi: 'Ngày', en: 'Day' },
    signs: { vi: 'Dấu hiệu', en: 'Signs' },
    bodies: { vi: 'Hồ sơ của cơ quan', en: 'Records of agency' },
    who: { vi: 'Người xem', en: 'Reader' },
    noRole: { vi: 'Không có vai trò', en: 'No role' },
    sign: {
      refused: { vi: 'Vượt mức xem: {{count}} lần', en: 'Beyond the budget: {{count}}' },
      denied: { vi: 'Bị từ chối truy cập: {{count}} lần', en: 'Access refused: {{count}}' },
      emptyLookups: { vi: 'Tra số không thấy ai: {{count}} lần', en: 'Empty look-ups: {{count}}' },
      atNight: { vi: 'Xem từ 22 giờ đến 5 giờ: {{count}} lần', en: 'Between 22:00 and 5:00: {{count}}' },
      onePerson: { vi: 'Xem một người: {{count}} lần', en: 'Same person: {{count}} times' },
      unmasked: { vi: 'Xem giá trị che: {{count}} lần', en: 'Masked values shown: {{count}}' },
      people: { vi: 'Tra cứu {{count}} người', en: 'Consulted people: {{count}}' },
    },
    name: { vi: 'Cho biết ai đã xem', en: 'Name the reader' },
    nameWhat: {
      vi: 'Tên chỉ hiện sau khi nêu mục đích và lý do. Cả hai được ghi vào nhật ký cùng tên anh/chị.',
      en: 'The name is shown once you give a purpose and a reason. Both stand in the log with your name.',
    },
    nameGo: { vi: 'Hiện tên', en: 'Show the name' },
    named: { vi: 'Lần hỏi này đã được ghi vào nhật ký.', en: 'That you asked is in the log.' },
    reason: { vi: 'Lý do', en: 'Reason' },
    reasonHint: {
      vi: 'Ví dụ: số văn bản, đơn khiếu nại, việc đang kiểm tra.',
      en: 'Such as the document, the complaint or the inspection.',
    },
    reasonShort: { vi: 'Lý do cần ít nhất 10 ký tự.', en: 'The reason needs at least 10 letters.' },
    noComplaints: { vi: 'Chưa có khiếu nại nào', en: 'There is no complaint' },
    noComplaintsNext: {
      vi: 'Người có hồ sơ khiếu nại từ trang “Ai đã xem hồ sơ của tôi”; khiếu nại sẽ hiện ở đây kèm hạn trả lời.',
      en: 'People complain from “Who viewed my record”; it will stand here with the day by which it is answered.',
    },
    reading: { vi: 'Lượt xem', en: 'Reading' },
    due: { vi: 'Trả lời trước {{day}}', en: 'Answer by {{day}}' },
    overdue: { vi: 'Quá hạn từ {{day}}', en: 'Overdue since {{day}}' },
    asks: { vi: 'Người có hồ sơ hỏi', en: 'The person asks' },
    allReads: { vi: 'Mọi lượt xem hồ sơ này', en: 'All readings of this record' },
    verdict: {
      lawful: { vi: 'Xem đúng quy định', en: 'The reading was right' },
      unlawful: { vi: 'Xem không đúng quy định', en: 'The reading was not right' },
    },
    decide: { vi: 'Kết luận', en: 'Conclusion' },
    answer: { vi: 'Trả lời', en: 'Answer' },
    answerHint: {
      vi: 'Người có hồ sơ đọc được nguyên văn. Không nêu tên người xem.',
      en: 'The person reads it as it is. Do not name the reader.',
    },
    answerWrong: { vi: 'Chọn kết luận và viết ít nhất 10 ký tự.', en: 'Choose a conclusion and write at least 10 letters.' },
    send: { vi: 'Gửi trả lời', en: 'Send the answer' },
    notYours: {
      vi: 'Khiếu nại này do người khác trả lời: người đã xem và người khiếu nại không được tự trả lời.',
      en: 'Somebody else answers this one: neither the reader nor the person who complains does.',
    },
  },
} satisfies WordTree;
