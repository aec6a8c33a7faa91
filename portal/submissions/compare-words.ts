/** Words of the review before sending, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const compare = {
  title: { vi: 'Xem lại và gửi xác nhận', en: 'Review and submit' },
  lead: {
    vi: 'Kiểm tra lần cuối. Khi gửi xác nhận, anh/chị nhận được biên nhận “Đã nhận” có chữ ký của hệ thống.',
    en: 'A last look. When you submit, you get a signed receipt “Received”.',
  },
  changes: { vi: 'Thay đổi theo từng người', en: 'Changes by person' },
  show: { vi: 'Hiện', en: 'Show' },
  showChanged: { vi: 'Mới và có thay đổi', en: 'New and changed' },
  showAll: { vi: 'Tất cả', en: 'All' },
  field: { vi: 'Trường thông tin', en: 'Field' },
  from: { vi: 'Trong CSDL', en: 'In the register' },
  to: { vi: 'Trong tệp', en: 'In the file' },
  changeCount: { vi: '{{count}} thay đổi', en: 'changes: {{count}}' },
  noChange: { vi: 'Tệp này không thay đổi gì so với CSDL', en: 'This file changes nothing in the register' },
  saidAgain: { vi: 'Gửi lại điều CSDL đã có. Lý do: {{why}}', en: 'Sent again although the register holds it. Reason: {{why}}' },
  againReason: { vi: 'Lý do gửi lại điều CSDL đã có', en: 'Why what the register holds is sent again' },
  againShort: { vi: 'Ghi rõ lý do, ít nhất 10 chữ cái.', en: 'Say why, with at least 10 letters.' },
  noChangeNext: {
    vi: 'Vẫn có thể gửi xác nhận để lấy biên nhận; không có gì được cập nhật thêm vào CSDL. Gửi lại những người vừa gửi thì phải nêu lý do.',
    en: 'You may still submit it for a receipt; nothing will be written. People who were sent a short while ago are sent again with a reason.',
  },
  find: { vi: 'Tìm theo họ tên', en: 'Find by name' },
  findDo: { vi: 'Tìm', en: 'Find' },
  findAll: { vi: 'Bỏ tìm', en: 'Show everybody' },
  nobody: { vi: 'Không có ai tên như vậy trong số đang hiện', en: 'Nobody of that name among those shown' },
  nobodyNext: {
    vi: 'Gõ từ hai chữ cái của tên, không cần dấu; hoặc chọn “Tất cả” để tìm cả người không thay đổi.',
    en: 'Type at least two letters of the name, marks may be left out; or choose “All” to find those without changes too.',
  },
  missing: { vi: 'Có trong CSDL nhưng không có trong tệp ({{count}})', en: 'In the register but not in the file ({{count}})' },
  missingLead: {
    vi: 'Những người này không bị thay đổi hay xóa; chỉ liệt kê để anh/chị biết.',
    en: 'They are neither changed nor removed; they are listed for you to know.',
  },
  form: { vi: 'Trước khi gửi xác nhận', en: 'Before you submit' },
  asOf: { vi: 'Số liệu tính đến ngày', en: 'Data as of' },
  asOfHint: {
    vi: 'Dùng cho dữ liệu không có ngày riêng. Viết ngày/tháng/năm, ví dụ 31/10/2026.',
    en: 'For data without a date of their own. Day/month/year, such as 31/10/2026.',
  },
  asOfWrong: {
    vi: 'Chưa hiểu ngày này. Viết ngày/tháng/năm, ví dụ 31/10/2026.',
    en: 'This date is not understood. Write day/month/year, such as 31/10/2026.',
  },
  asOfFuture: {
    vi: 'Ngày này ở tương lai. Chọn hôm nay hoặc một ngày trước đó.',
    en: 'This day lies ahead. Choose today or an earlier day.',
  },
  again: {
    vi: 'Ngày số liệu đã đổi nên tệp đang được kiểm tra lại theo ngày đó. Xong sẽ trở lại trang này.',
    en: 'The date of the data changed: the file is being checked again as of that day. This page comes back by itself.',
  },
  againDone: {
    vi: 'Đã kiểm tra lại theo ngày {{day}}. Xem kết quả bên dưới rồi bấm “Gửi xác nhận”.',
    en: 'Checked again as of {{day}}. Look at the result below, then press “Submit”.',
  },
  warnings: { vi: 'Cảnh báo cần xác nhận đã xem', en: 'Warnings to confirm as seen' },
  warningsLead: {
    vi: 'Đánh dấu từng loại. Cán bộ xác nhận cũng sẽ thấy các cảnh báo này.',
    en: 'Tick each kind. The confirming officer sees them too.',
  },
  warningTick: { vi: 'Đã xem: {{title}} ({{count}})', en: 'Seen: {{title}} ({{count}})' },
  warningMissing: { vi: 'Còn cảnh báo chưa đánh dấu đã xem.', en: 'Some warnings are not yet ticked as seen.' },
  partial: {
    vi: 'Gửi xác nhận trước {{accepted}} người hợp lệ; {{rejected}} người còn lỗi để lại sửa sau',
    en: 'Submit the valid part first (people: {{accepted}}); those with errors ({{rejected}}) are to be fixed later',
  },
  partialMissing: {
    vi: 'Còn {{count}} người có lỗi. Đánh dấu “Gửi xác nhận trước”, hoặc quay lại sửa.',
    en: 'People with errors: {{count}}. Tick “Submit the valid part first”, or go back and fix them.',
  },
  nothing: { vi: 'Chưa có người nào hợp lệ để gửi xác nhận.', en: 'Nobody is valid yet, so there is nothing to submit.' },
  answers: { vi: 'Sẽ gửi xác nhận', en: 'What will be sent' },
  toForm: { vi: 'Đến phần gửi xác nhận', en: 'To the sending' },
  rest: { vi: 'Người còn lỗi', en: 'People with errors' },
  given: { vi: '{{count}} trường thông tin', en: 'Fields: {{count}}' },
  willSend: { vi: 'Số người gửi xác nhận', en: 'People sent' },
  willStay: { vi: 'Để lại sửa sau', en: 'To be fixed later' },
  submit: { vi: 'Gửi xác nhận', en: 'Submit' },
  fixFirst: { vi: 'Cần hoàn tất trước khi gửi xác nhận', en: 'To be completed before you submit' },
  notMine: { vi: 'Vai trò của anh/chị không gửi xác nhận', en: 'Your role does not submit' },
  notMineNext: {
    vi: 'Người nhập liệu hoặc lãnh đạo của cơ quan gửi.',
    en: 'A clerk or the head of the agency submits.',
  },
  notCheckable: { vi: 'Hồ sơ này không ở bước xem lại', en: 'This submission is not at the review step' },
  notCheckableNext: { vi: 'Mở trang hồ sơ để xem bước hiện tại.', en: 'Open its page to see where it stands.' },
  toSubmission: { vi: 'Về trang hồ sơ', en: 'To the submission' },
} satisfies WordTree;
