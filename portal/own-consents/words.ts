/** Words of this folder's screen, both languages together; how a consent stands is worded in `portal/consents`. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    ownConsents: { vi: 'Đồng ý cho xem hồ sơ', en: 'Consent to view my record' },
  },
  ownConsent: {
    title: { vi: 'Đồng ý cho xem hồ sơ', en: 'Consent to view my record' },
    lead: {
      vi: 'Cơ quan ngoài công tác cán bộ của anh/chị chỉ xem được phần anh/chị đồng ý, trong thời hạn anh/chị cho. Anh/chị rút lại lúc nào cũng được, và rút là dừng ngay.',
      en: 'An agency outside your personnel work sees only what you consent to, for as long as you let it. You may withdraw at any time, and it stops at once.',
    },
    make: { vi: 'Có cơ quan xin xem hồ sơ?', en: 'Does an agency ask to view your record?' },
    makeWhat: {
      vi: 'Tạo mã rồi đọc cho họ. Mã chỉ để họ gửi yêu cầu: chưa ai xem được gì cho đến khi anh/chị đồng ý ở trang này.',
      en: 'Make a code and read it to them. By the code they only ask: nobody sees anything until you consent on this page.',
    },
    makeCode: { vi: 'Tạo mã', en: 'Make a code' },
    makeAgain: { vi: 'Tạo mã khác', en: 'Make another code' },
    code: { vi: 'Mã của anh/chị', en: 'Your code' },
    codeUntil: {
      vi: 'Dùng một lần, trong {{count}} phút. Mã trước đó không dùng được nữa.',
      en: 'Works once, for {{count}} minutes. A code before it works no more.',
    },
    look: { vi: 'Xem yêu cầu vừa gửi', en: 'Show what was just asked' },
    waiting: { vi: 'Đang chờ anh/chị trả lời', en: 'Waiting for your answer' },
    standing: { vi: 'Đang đồng ý', en: 'You consent to' },
    past: { vi: 'Đã qua ({{count}})', en: 'Past ({{count}})' },
    none: { vi: 'Chưa có cơ quan nào xin xem hồ sơ của anh/chị', en: 'No agency has asked to view your record' },
    noneNext: {
      vi: 'Khi có yêu cầu, anh/chị thấy ở đây: ai xin, để làm gì, phần nào, đến bao giờ.',
      en: 'A request shows up here: who asks, what for, which parts, until when.',
    },
    choose: { vi: 'Chọn phần anh/chị đồng ý cho xem', en: 'Choose what you let them view' },
    chooseHint: {
      vi: 'Chưa có phần nào được chọn sẵn. Có thể chọn ít hơn phần họ xin.',
      en: 'Nothing is chosen beforehand. You may choose less than they ask for.',
    },
    ordinary: { vi: '{{group}} (thông tin không nhạy cảm)', en: '{{group}} (what is not sensitive)' },
    sensitive: { vi: '{{field}}: thông tin nhạy cảm', en: '{{field}}: sensitive' },
    give: { vi: 'Đồng ý', en: 'Consent' },
    refuse: { vi: 'Không đồng ý', en: 'Refuse' },
    nothing: { vi: 'Chọn ít nhất một phần, hoặc bấm “Không đồng ý”.', en: 'Choose at least one part, or refuse.' },
    withdraw: { vi: 'Rút lại', en: 'Withdraw' },
    withdrawOf: { vi: 'Rút lại sự đồng ý với {{body}}', en: 'Withdraw the consent to {{body}}' },
    done: {
      give: { vi: 'Đã ghi nhận sự đồng ý.', en: 'Your consent was recorded.' },
      refuse: { vi: 'Đã ghi nhận: không đồng ý.', en: 'Recorded: you refused.' },
      withdraw: { vi: 'Đã rút lại. Từ giờ cơ quan này không xem được nữa.', en: 'Withdrawn. From now on the agency sees nothing.' },
    },
    looks: { vi: 'Đã xem {{count}} lần', en: 'Viewed {{count}} times' },
    notLooked: { vi: 'Chưa xem lần nào', en: 'Not viewed yet' },
    lookBy: { vi: '{{by}}, {{at}}', en: '{{by}}, {{at}}' },
    take: { vi: 'Tải thông điệp đồng ý (JSON)', en: 'Take the consent along (JSON)' },
    reads: { vi: 'Ai đã xem hồ sơ của tôi', en: 'Who viewed my record' },
  },
} as const satisfies WordTree;
