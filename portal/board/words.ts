/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    board: { vi: 'Tiến độ', en: 'Progress' },
  },
  board: {
    network: { vi: 'Kết nối mạng TSLCD của các cơ quan', en: 'TSLCD connection of the agencies' },
    title: { vi: 'Tiến độ theo cơ quan', en: 'Progress by agency' },
    lead: {
      vi: 'Đã gửi, đã xác nhận, đủ thông tin và quá hạn ở từng cơ quan. Chỉ có số liệu, không có dữ liệu cá nhân.',
      en: 'What each agency has sent, confirmed, completed and left waiting. Numbers alone, nothing personal.',
    },
    export: { vi: 'Xuất tệp CSV', en: 'Export as CSV' },
    path: { vi: 'Cơ quan đang xem', en: 'The agency shown' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    itself: { vi: '(riêng cơ quan này)', en: '(this agency itself)' },
    registered: { vi: 'Có trong CSDL', en: 'On record' },
    complete: { vi: 'Đủ thông tin', en: 'Complete' },
    sent: { vi: 'Đã gửi', en: 'Sent' },
    valid: { vi: 'Hợp lệ, chưa gửi', en: 'Valid, not sent' },
    checked: { vi: 'Hợp lệ, chưa gửi', en: 'Valid, not sent' },
    confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
    waiting: { vi: 'Đang chờ', en: 'Waiting' },
    late: { vi: 'Quá hạn', en: 'Late' },
    lateOver: { vi: 'Chờ quá {{days}} ngày', en: 'Waiting over {{days}} days' },
    returned: { vi: 'Bị trả lại', en: 'Returned' },
    week: { vi: 'Xác nhận 7 ngày', en: 'Confirmed in 7 days' },
    reported: { vi: 'Báo sai chưa xong', en: 'Reported as wrong' },
    terms: { vi: 'Thời hạn pháp lý đang tính', en: 'Terms of the law that run' },
    termsLate: { vi: 'Thời hạn pháp lý đã quá', en: 'Terms of the law that are over' },
    duties: { vi: 'Nghĩa vụ theo luật của cơ quan này', en: 'Duties of this agency by the law' },
    askedAgain: { vi: 'Yêu cầu lại điều đã có', en: 'Asked again for what is held' },
    dutiesLate: { vi: 'Nghĩa vụ quá hạn hoặc còn thiếu', en: 'Duties late or lacking' },
    reportedLate: { vi: 'Báo sai quá hạn', en: 'Reports overdue' },
    lastSent: { vi: 'Gửi lần cuối', en: 'Last sent' },
    provided: { vi: 'Cung cấp dữ liệu theo loại, {{days}} ngày qua', en: 'Provision of data by kind, the last {{days}} days' },
    providedWhat: {
      vi: 'Số lượt, tính từ nhật ký của cơ quan đang xem và các cơ quan bên dưới; không nêu tên ai. Phân loại theo cách hệ thống đọc Điều 15, chưa đối chiếu được văn bản ký.',
      en: 'Times, from the log of the agency shown and those below it; nobody is named. The kinds are the system’s reading of article 15; the signed text was not seen.',
    },
    point: { vi: 'Điểm', en: 'Point' },
    providedKind: { vi: 'Loại cung cấp', en: 'Kind' },
    times: { vi: 'Số lượt', en: 'Times' },
    none: { vi: 'Chưa có hồ sơ nào', en: 'There are no records yet' },
    noneNext: { vi: 'Số liệu hiện ở đây khi cơ quan gửi tệp đầu tiên.', en: 'Numbers appear once an agency sends its first file.' },
    'complete-what': {
      vi: 'Đơn vị tính là người. “Đủ thông tin”: có ngày sinh, giới tính, loại, ngày tuyển dụng, chức vụ hoặc vị trí việc làm, ngạch và trình độ. “Quá hạn”: chờ đối soát hoặc xác nhận quá {{days}} ngày. Trong ngoặc: so với 7 ngày trước đó. “Báo sai”: giá trị mà người có hồ sơ báo là sai, tính theo ngày làm việc.',
      en: 'Counted in people. “Complete”: birth, sex, kind, day of recruitment, post, grade and education are there. “Late”: waiting for a match or confirmation over {{days}} days. In brackets: against the seven days before. “Reported”: values that people say are wrong, due in working days.',
    },
  },
} satisfies WordTree;
