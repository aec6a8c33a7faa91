/** Words of requests about data, of the person’s screen and of the desk’s; both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    dataRequests: { vi: 'Yêu cầu về dữ liệu', en: 'Requests about data' },
    ownRequests: { vi: 'Yêu cầu về dữ liệu của tôi', en: 'Requests about my data' },
  },
  dataRequest: {
    title: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' },
    lead: {
      vi: 'Người có hồ sơ đề nghị hạn chế, phản đối, rút đồng ý hoặc hủy dữ liệu của mình. Mỗi yêu cầu có hạn theo Nghị định 356/2025/NĐ-CP; trả lời kèm lý do.',
      en: 'People ask to restrict, object, withdraw a consent, or erase their data. Each has a term by Decree 356/2025/NĐ-CP; the answer gives a reason.',
    },
    settledOnes: { vi: 'Xem yêu cầu đã trả lời', en: 'Show answered requests' },
    none: { vi: 'Không có yêu cầu nào', en: 'There is no request' },
    noneNext: { vi: 'Yêu cầu gửi từ trang của người có hồ sơ sẽ hiện ở đây.', en: 'What people ask on their own page shows up here.' },
    open: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
    late: { vi: 'Quá hạn trả lời', en: 'Answer overdue' },
    granted: { vi: 'Đã thực hiện', en: 'Granted' },
    refused: { vi: 'Không thực hiện', en: 'Refused' },
    gone: { vi: 'Nội dung đã được hủy cùng dữ liệu của người này', en: 'Erased with the data of this person' },
    openRecord: { vi: 'Mở hồ sơ của {{name}}', en: 'Open the record of {{name}}' },
    askErasure: { vi: 'Lập đề nghị hủy dữ liệu của {{name}}', en: 'Ask for the erasure of {{name}}' },
    outcome: { vi: 'Kết quả', en: 'Outcome' },
    toGrant: { vi: 'Đã thực hiện theo yêu cầu', en: 'Done as was asked' },
    toRefuse: { vi: 'Không thực hiện, có lý do', en: 'Not done, with a reason' },
    answer: { vi: 'Trả lời và lý do', en: 'Answer and reason' },
    answerWhat: {
      vi: 'Người yêu cầu đọc đúng những chữ này: đã làm gì, hoặc vì sao không, theo căn cứ nào.',
      en: 'The person reads these words: what was done, or why not and by which law.',
    },
    sendAnswer: { vi: 'Gửi trả lời', en: 'Send the answer' },
    answeredBy: { vi: '{{by}} trả lời:', en: '{{by}} answered:' },
    ownTitle: { vi: 'Yêu cầu về dữ liệu của tôi', en: 'Requests about my data' },
    ownLead: {
      vi: 'Quyền của anh/chị đối với dữ liệu cá nhân, ngoài việc xem và báo sai. Cơ quan phải trả lời trong hạn, kèm lý do.',
      en: 'Your rights over your data, beside seeing it and reporting what is wrong. The agency answers within the term, with a reason.',
    },
    ask: { vi: 'Gửi yêu cầu', en: 'Make a request' },
    which: { vi: 'Anh/chị yêu cầu', en: 'You ask to' },
    ifToday: {
      vi: 'Gửi hôm nay thì phải trả lời chậm nhất ngày {{day}} ({{law}}).',
      en: 'Sent today, it is to be answered by {{day}} ({{law}}).',
    },
    words: { vi: 'Dữ liệu nào, việc gì, vì sao', en: 'Which data, what, and why' },
    wordsWhat: { vi: 'Người xử lý của {{body}} đọc nội dung này.', en: 'Who works on it at {{body}} reads this.' },
    short: { vi: 'Cần ít nhất {{count}} ký tự.', en: 'At least {{count}} letters.' },
    send: { vi: 'Gửi yêu cầu', en: 'Send the request' },
    received: { vi: 'Đã nhận. Hạn trả lời ghi ở yêu cầu dưới đây.', en: 'Received. Its last day stands below.' },
    mine: { vi: 'Yêu cầu đã gửi', en: 'Requests I made' },
    ownNone: { vi: 'Anh/chị chưa gửi yêu cầu nào', en: 'You have made no request' },
    ownNoneNext: { vi: 'Yêu cầu và trả lời sẽ hiện ở đây.', en: 'Requests and answers will stand here.' },
    madeAt: { vi: 'Gửi lúc {{at}}', en: 'Made at {{at}}' },
    answerBy: { vi: 'trả lời chậm nhất ngày {{day}}', en: 'to be answered by {{day}}' },
    answeredAt: { vi: 'Trả lời lúc {{at}}:', en: 'Answered at {{at}}:' },
  },
} as const satisfies WordTree;
