/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    lists: { vi: 'Bổ sung danh mục', en: 'Additions to lists' },
  },
  lists: {
    title: { vi: 'Bổ sung danh mục', en: 'Additions to the lists' },
    lead: {
      vi: 'Ngạch, chức danh, chức vụ mà danh mục chưa có: quản trị của cơ quan đề nghị, đơn vị giữ danh mục của cả nước quyết định. Tệp kiểm tra sau đó nhận ra mục mới; hồ sơ đã kiểm tra giữ nguyên danh mục của lúc ấy.',
      en: 'Grades, titles and posts that the lists lack: an administrator of an agency asks, who keeps the lists of the country decides. Files checked afterwards know the entry; what was checked before keeps the lists of its time.',
    },
    kind: {
      add: { vi: 'Mục mới', en: 'New entry' },
      end: { vi: 'Kết thúc hiệu lực', en: 'Its end' },
      correct: { vi: 'Đính chính', en: 'Its correction' },
    },
    change: {
      end: { vi: 'Đề nghị kết thúc hiệu lực', en: 'Ask that it ends' },
      correct: { vi: 'Đề nghị đính chính', en: 'Ask for a correction' },
      send: { vi: 'Gửi đề nghị thay đổi', en: 'Send the request for a change' },
    },
    ending: {
      lastDay: { vi: 'Ngày cuối còn hiệu lực', en: 'Last day' },
      source: { vi: 'Căn cứ: văn bản nào bãi bỏ', en: 'Source: which document ends it' },
      wrong: {
        lastDay: { vi: 'Ghi ngày có thật, ví dụ 31/12/2026.', en: 'Write a day that exists, e.g. 31/12/2026.' },
        source: { vi: 'Ghi số, ngày của văn bản làm căn cứ.', en: 'Write number and date of the document it rests on.' },
      },
    },
    withdraw: { vi: 'Rút đề nghị', en: 'Take the request back' },
    lapses: { vi: 'Hết hạn lúc {{at}} nếu chưa được quyết định.', en: 'Lapses at {{at}} when nobody has decided.' },
    changedSince: { vi: 'Mục này đã được thay đổi sau đó.', en: 'This entry was changed since.' },
    ask: { vi: 'Gửi đề nghị', en: 'Send the request' },
    asked: { vi: 'Đã gửi đề nghị; chờ quyết định.', en: 'The request was sent and waits for a decision.' },
    wrong: {
      list: { vi: 'Chọn danh mục cần bổ sung.', en: 'Choose the list that lacks the entry.' },
      code: {
        vi: 'Ghi mã bằng chữ in hoa, chữ số, dấu chấm, gạch; nhiều nhất 30 ký tự, bắt đầu bằng chữ hoặc số.',
        en: 'Write the code in capitals, digits, dots, dashes; 30 characters at most, a letter or digit first.',
      },
      name: { vi: 'Ghi tên đầy đủ như trong văn bản.', en: 'Write the full name as in the document.' },
      nameEn: { vi: 'Tên tiếng Anh chưa đúng.', en: 'The English name is not right.' },
      aliases: { vi: 'Ghi mỗi dòng một tên.', en: 'Write one name a line.' },
      validFrom: { vi: 'Ghi ngày có thật, ví dụ 01/07/2026.', en: 'Write a day that exists, e.g. 01/07/2026.' },
      lastDay: {
        vi: 'Ghi ngày có thật, không trước ngày bắt đầu; hoặc bỏ trống.',
        en: 'Write a day that exists, not before the first one; or leave it empty.',
      },
      source: { vi: 'Ghi số, ngày của văn bản làm căn cứ.', en: 'Write number and date of the document it rests on.' },
    },
    fields: {
      list: { vi: 'Danh mục', en: 'List' },
      code: { vi: 'Mã', en: 'Code' },
      name: { vi: 'Tên đầy đủ', en: 'Full name' },
      nameEn: { vi: 'Tên tiếng Anh (nếu có)', en: 'English name (if any)' },
      aliases: { vi: 'Tên gọi khác, mỗi dòng một tên (nếu có)', en: 'Other names, one a line (if any)' },
      validFrom: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
      lastDay: { vi: 'Ngày cuối còn hiệu lực (bỏ trống nếu chưa biết)', en: 'Last day (empty while it is not known)' },
      source: { vi: 'Căn cứ: văn bản nào quy định', en: 'Source: which document makes it' },
    },
    hints: {
      code: { vi: 'Chữ in hoa, chữ số, dấu chấm, gạch; nhiều nhất 30 ký tự', en: 'Capitals, digits, dots, dashes; 30 letters at most' },
      day: { vi: 'Ngày/tháng/năm, ví dụ 01/07/2026', en: 'Day/month/year, e.g. 01/07/2026' },
    },
    choose: { vi: 'Chọn danh mục', en: 'Choose a list' },
    empty: { vi: 'Chưa có đề nghị nào', en: 'There are no requests yet' },
    emptyNext: {
      vi: 'Đề nghị bổ sung của các cơ quan sẽ hiện ở đây.',
      en: 'Requests of agencies will appear here.',
    },
    waiting: { vi: 'Chờ quyết định', en: 'Waits' },
    granted: { vi: 'Đã chấp thuận', en: 'Granted' },
    refused: { vi: 'Không chấp thuận', en: 'Refused' },
    withdrawn: { vi: 'Đã rút', en: 'Taken back' },
    lapsed: { vi: 'Đã hết hạn', en: 'Lapsed' },
    from: { vi: 'từ {{from}}', en: 'from {{from}}' },
    fromTo: { vi: 'từ {{from}} đến hết {{until}}', en: 'from {{from}} to {{until}}' },
    by: { vi: '{{body}} đề nghị lúc {{at}}', en: 'asked by {{body}} at {{at}}' },
    also: { vi: 'Còn gọi: {{names}}', en: 'Also called: {{names}}' },
    source: { vi: 'Căn cứ: {{source}}', en: 'Source: {{source}}' },
    why: { vi: 'Lý do: {{reason}}', en: 'Reason: {{reason}}' },
    grant: {
      add: { vi: 'Bổ sung', en: 'Add' },
      end: { vi: 'Kết thúc hiệu lực', en: 'End it' },
      correct: { vi: 'Đính chính', en: 'Correct it' },
    },
    refuse: { vi: 'Không chấp thuận', en: 'Refuse' },
    reason: { vi: 'Lý do không chấp thuận', en: 'Why it is refused' },
    sendRefusal: { vi: 'Gửi lý do', en: 'Send the reason' },
  },
} satisfies WordTree;
