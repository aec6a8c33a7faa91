/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    keptApart: { vi: 'Hồ sơ quản lý riêng', en: 'Records kept apart' },
  },
  keptApart: {
    title: { vi: 'Hồ sơ quản lý riêng', en: 'Records kept apart' },
    lead: {
      vi: 'Hồ sơ mà pháp luật về bí mật nhà nước yêu cầu quản lý riêng. Hệ thống chỉ ghi dấu; không chứa nội dung mật.',
      en: 'Records that the law on state secrets wants kept apart. The system holds the mark alone, and nothing secret.',
    },
    none: { vi: 'Chưa có hồ sơ nào', en: 'There are none' },
    noneNext: { vi: 'Đề nghị bắt đầu từ trang hồ sơ của một người.', en: 'A request begins on the page of a person’s record.' },
    person: { vi: 'Người', en: 'Person' },
    what: { vi: 'Đề nghị', en: 'Request' },
    kindOf: {
      mark: { vi: 'Quản lý riêng', en: 'Keep apart' },
      end: { vi: 'Thôi quản lý riêng', en: 'Keep apart no more' },
    },
    class: { vi: 'Độ mật', en: 'Class' },
    paper: { vi: 'Văn bản', en: 'Document' },
    paperOf: { vi: 'Số {{number}} ngày {{day}} của {{issuer}}', en: 'No. {{number}} of {{day}}, {{issuer}}' },
    fromDay: { vi: 'Từ ngày', en: 'From' },
    asked: { vi: 'Người đề nghị', en: 'Asked by' },
    askedBy: { vi: '{{name}}, {{at}}', en: '{{name}}, {{at}}' },
    state: { vi: 'Kết quả', en: 'Outcome' },
    stateOf: {
      asked: { vi: 'Chờ quyết định', en: 'Waits for a decision' },
      granted: { vi: 'Đã đồng ý', en: 'Granted' },
      refused: { vi: 'Từ chối', en: 'Refused' },
      withdrawn: { vi: 'Đã rút', en: 'Taken back' },
    },
    stands: { vi: 'đang quản lý riêng', en: 'kept apart now' },
    byMe: { vi: 'anh/chị đề nghị: chờ người khác quyết định', en: 'asked by you: waits for somebody else' },
    decide: { vi: 'Quyết định', en: 'Decide' },
    decideTitle: { vi: 'Quyết định về hồ sơ của {{name}}', en: 'Decide about the record of {{name}}' },
    marks: {
      vi: 'Từ lúc đồng ý: chỉ người xác nhận và lãnh đạo của cơ quan quản lý còn tìm thấy hồ sơ; không ai xuất, trích, in, chuyển đổi được; thẻ ngừng ngay.',
      en: 'From the grant on only those who confirm and the heads of the managing agency find the record; nobody exports, extracts, prints or converts it; the card ends at once.',
    },
    ends: {
      vi: 'Từ lúc đồng ý: hồ sơ trở lại như mọi hồ sơ khác. Thẻ cấp lại khi hồ sơ có thay đổi.',
      en: 'From the grant on the record is as any other. A card begins again with the next change.',
    },
    refuseWhy: { vi: 'Lý do từ chối (khi từ chối; không ghi nội dung mật)', en: 'Why it is refused (when it is; nothing secret)' },
    grant: { vi: 'Đồng ý', en: 'Grant' },
    refuse: { vi: 'Từ chối', en: 'Refuse' },
    takeBack: { vi: 'Rút đề nghị', en: 'Take back' },
    toAsk: { vi: 'Quản lý riêng hồ sơ này', en: 'Keep this record apart' },
    askTitle: { vi: 'Đề nghị về quản lý riêng', en: 'Ask about keeping apart' },
    askLead: {
      vi: 'Lãnh đạo của cơ quan quyết định. Không ghi nội dung mật, không tải văn bản mật lên đây.',
      en: 'The head of the agency decides. Write nothing secret, and upload no secret document.',
    },
    noClass: { vi: 'Chọn độ mật.', en: 'Choose the class.' },
    paperNumber: { vi: 'Số văn bản', en: 'Number of the document' },
    paperDay: { vi: 'Ngày văn bản', en: 'Day of the document' },
    paperIssuer: { vi: 'Nơi ban hành', en: 'Issued by' },
    paperHint: {
      vi: 'Chỉ số, ngày, nơi ban hành; văn bản lưu ở cơ quan.',
      en: 'Number, day and issuer alone; the document stays with the agency.',
    },
    go: { vi: 'Gửi đề nghị', en: 'Ask' },
    sent: { vi: 'Đã gửi đề nghị', en: 'It was asked for' },
    sentNext: { vi: 'Chờ lãnh đạo của cơ quan quyết định.', en: 'It waits for the head of the agency.' },
    open: { vi: 'Đã có đề nghị đang chờ', en: 'One is asked for already' },
    toList: { vi: 'Xem các hồ sơ quản lý riêng', en: 'See the records kept apart' },
  },
} satisfies WordTree;
