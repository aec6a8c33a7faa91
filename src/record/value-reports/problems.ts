/** Problems of reported values. */
import { problem } from '#base/problem.ts';

export const reportedValueGone = problem({
  code: 'E-REPORTED-VALUE-GONE',
  status: 404,
  vi: 'Trong hồ sơ của anh/chị không có giá trị này.',
  en: 'There is no such value in your record.',
  next: {
    vi: 'Tải lại trang rồi chọn lại. Nếu thiếu hẳn thông tin, chọn “Thiếu thông tin trong mục này”.',
    en: 'Reload the page and choose again. If something is missing altogether, choose “Something is missing in this group”.',
  },
  example: {},
});

export const valueReportOpen = problem({
  code: 'E-VALUE-REPORT-OPEN',
  status: 409,
  vi: 'Anh/chị đã báo sai giá trị này, cơ quan đang xử lý.',
  en: 'You have reported this value already, and it is being worked on.',
  next: { vi: 'Xem hạn và kết quả ở trang “Hồ sơ của tôi”.', en: 'See its day and its outcome on “My record”.' },
  example: {},
});

export const valueReportsMany = problem({
  code: 'E-VALUE-REPORTS-MANY',
  status: 409,
  vi: 'Anh/chị đang có {count} điều báo sai chưa xong, là số nhiều nhất được mở cùng lúc.',
  en: 'You have {count} open reports, the most that may be open at once.',
  next: {
    vi: 'Chờ kết quả, hoặc liên hệ trực tiếp bộ phận tổ chức cán bộ để rà soát cả hồ sơ.',
    en: 'Wait for their outcome, or ask your personnel unit to go through the whole record with you.',
  },
  example: { count: '20' },
});

export const valueReportGone = problem({
  code: 'E-VALUE-REPORT-GONE',
  status: 404,
  vi: 'Điều báo sai này đã có kết quả, không thuộc cơ quan anh/chị, hoặc là của chính anh/chị.',
  en: 'This report was settled, is not of your agency, or is your own.',
  next: {
    vi: 'Tải lại danh sách. Không ai xử lý điều do chính mình báo.',
    en: 'Reload the list. Nobody settles what they reported themselves.',
  },
  example: {},
});

export const valueReportOfficer = problem({
  code: 'E-VALUE-REPORT-OFFICER',
  status: 409,
  vi: 'Người được giao không có quyền xử lý cho cơ quan này.',
  en: 'Whom you chose may not work on this agency’s reports.',
  next: { vi: 'Chọn một người trong danh sách.', en: 'Choose somebody from the list.' },
  example: {},
});

export const valueReportNote = problem({
  code: 'E-VALUE-REPORT-NOTE',
  status: 409,
  vi: 'Việc này cần ghi nội dung.',
  en: 'This act needs a note.',
  next: {
    vi: 'Ghi ý kiến, lý do hoặc nơi đã chuyển; người báo sẽ đọc lý do và kết quả.',
    en: 'Write your comment, the reason, or where it was passed on; the person will read reason and outcome.',
  },
  example: {},
});

export const valueReportNotCorrected = problem({
  code: 'E-VALUE-REPORT-NOT-CORRECTED',
  status: 409,
  vi: 'Đợt cập nhật đã chọn không sửa mục này của người báo sau khi họ báo.',
  en: 'The update that you chose did not correct this group of the person after it was reported.',
  next: {
    vi: 'Gửi và xác nhận giá trị đúng trước, rồi chọn đợt đó ở đây.',
    en: 'Submit and confirm the right value first, then choose that update here.',
  },
  example: {},
});

export const ownValueReportGone = problem({
  code: 'E-OWN-VALUE-REPORT-GONE',
  status: 404,
  vi: 'Anh/chị không có điều báo sai này, hoặc điều đó đã có kết luận.',
  en: 'You have no such report, or it was settled already.',
  next: {
    vi: 'Tải lại trang. Nếu đã có kết luận mà vẫn sai, báo lại giá trị đó.',
    en: 'Reload the page. If it was settled and is still wrong, report the value again.',
  },
  example: {},
});

export const reportPaperThere = problem({
  code: 'E-REPORT-PAPER-THERE',
  status: 409,
  vi: 'Điều báo sai này đã có giấy tờ kèm theo.',
  en: 'This report has its paper already.',
  next: {
    vi: 'Xem giấy tờ đã gửi. Nếu có nhiều trang, gửi chung trong một tệp PDF ở lần báo sau.',
    en: 'Look at the paper that you sent. Several pages go into one PDF with the next report.',
  },
  example: {},
});

export const reportPaperGone = problem({
  code: 'E-REPORT-PAPER-GONE',
  status: 404,
  vi: 'Điều báo sai này không có giấy tờ kèm theo.',
  en: 'No paper came along with this report.',
  next: { vi: 'Tải lại trang.', en: 'Reload the page.' },
  example: {},
});
