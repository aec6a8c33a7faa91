/** Words of this folder's screen, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    declarationCalls: { vi: 'Đợt kê khai lần đầu', en: 'Calls to declare' },
  },
  declarationCall: {
    title: { vi: 'Đợt kê khai lần đầu', en: 'Calls to declare' },
    lead: {
      vi: 'Người đã công tác từ trước chỉ phải kê khai khi cơ quan yêu cầu, có căn cứ và có hạn. Người được yêu cầu nhận thông báo và thấy hạn ở trang của mình.',
      en: 'People in service before declare when their agency asks them, on a ground and with a last day. Whoever is asked gets a notice and sees the last day on the own page.',
    },
    ask: { vi: 'Yêu cầu kê khai', en: 'Ask people to declare' },
    notYet: { vi: 'Chưa đến ngày quy định này có hiệu lực.', en: 'The rule is not in force yet.' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    chooseBody: { vi: 'Chọn cơ quan', en: 'Choose an agency' },
    below: { vi: 'Cả các cơ quan cấp dưới', en: 'The agencies below, too' },
    who: { vi: 'Yêu cầu ai', en: 'Who is asked' },
    all: { vi: 'Mọi người chưa kê khai lần đầu', en: 'Everybody who never declared' },
    some: { vi: 'Chỉ những người được chọn', en: 'Chosen people alone' },
    counts: {
      vi: 'Chưa kê khai: {{never}} · đã kê khai hoặc đã được yêu cầu: {{before}} · đang có hạn: {{running}}',
      en: 'Never declared: {{never}} · declared, or asked before: {{before}} · a term runs: {{running}}',
    },
    person: { vi: '{{name}} · {{body}}', en: '{{name}} · {{body}}' },
    personBefore: { vi: '{{name}} · {{body}} · đã kê khai hoặc đã được yêu cầu', en: '{{name}} · {{body}} · declared, or asked before' },
    nobodyChosen: { vi: 'Chưa chọn người nào.', en: 'Nobody is chosen.' },
    lastDay: { vi: 'Hạn kê khai (hết ngày)', en: 'Last day' },
    lastDayHint: { vi: 'Từ {{from}} đến {{until}}.', en: 'From {{from}} to {{until}}.' },
    ground: { vi: 'Căn cứ yêu cầu', en: 'Ground' },
    groundHint: { vi: 'Số, ngày và tên văn bản.', en: 'Number, day and name of the paper.' },
    again: { vi: 'Lý do yêu cầu lại người đã kê khai', en: 'Why people are asked again' },
    send: { vi: 'Gửi yêu cầu', en: 'Ask them' },
    short: { vi: 'Ghi ít nhất 10 chữ cái.', en: 'At least 10 letters.' },
    done: {
      vi: 'Đã yêu cầu {{people}} người. Đang có hạn từ trước: {{running}}. Để lại vì đã kê khai: {{declared}}.',
      en: '{{people}} people were asked. A term runs already: {{running}}. Left out because they declared: {{declared}}.',
    },
    none: { vi: 'Chưa có đợt nào', en: 'Nobody was asked yet' },
    noneNext: { vi: 'Bấm “Yêu cầu kê khai” để bắt đầu.', en: 'Press “Ask people to declare” to begin.' },
    name: { vi: '{{body}}, hạn hết ngày {{day}}', en: '{{body}}, by the end of {{day}}' },
    nameBelow: { vi: '{{body}} và cấp dưới, hạn hết ngày {{day}}', en: '{{body}} and below, by the end of {{day}}' },
    asked: { vi: '{{name}} yêu cầu lúc {{at}}', en: 'Asked by {{name}} at {{at}}' },
    people: { vi: 'Được yêu cầu', en: 'Asked' },
    declared: { vi: 'Đã kê khai', en: 'Declared' },
    late: { vi: 'Quá hạn, chưa kê khai', en: 'Late' },
    ended: { vi: 'Không còn phải kê khai', en: 'No longer asked' },
    open: { vi: 'Còn trong hạn', en: 'Still within the term' },
    toTerms: { vi: 'Xem từng người ở “Thời hạn pháp lý”', en: 'See each person among the terms of the law' },
    why: { vi: 'Lý do yêu cầu lại: {{why}}', en: 'Asked again: {{why}}' },
  },
} as const satisfies WordTree;
