/** Problems of the register of incidents. */
import { problem } from '#base/problem.ts';

export const incidentNotFound = problem({
  code: 'E-INCIDENT-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy sự cố này.',
  en: 'There is no such incident.',
  next: { vi: 'Mở lại trang sự cố.', en: 'Open the page of incidents again.' },
  example: {},
});

export const incidentChanged = problem({
  code: 'E-INCIDENT-CHANGED',
  status: 409,
  vi: 'Vừa có người ghi thêm vào sự cố này.',
  en: 'Somebody has just added to this incident.',
  next: { vi: 'Đọc mục mới rồi ghi lại.', en: 'Read what is new, then enter it again.' },
  example: {},
});

export const incidentClosed = problem({
  code: 'E-INCIDENT-CLOSED',
  status: 409,
  vi: 'Sự cố này đã kết thúc, không ghi thêm được.',
  en: 'This incident is closed; nothing is added to it.',
  next: {
    vi: 'Có việc mới thì ghi một sự cố mới, nhắc tên sự cố cũ.',
    en: 'For something new, open another incident that names this one.',
  },
  example: {},
});

export const incidentTime = problem({
  code: 'E-INCIDENT-TIME',
  status: 422,
  vi: 'Thời điểm này chưa tới, hoặc trước khi phát hiện sự cố.',
  en: 'That moment has not come yet, or lies before the incident was discovered.',
  next: { vi: 'Ghi đúng ngày, giờ đã xảy ra.', en: 'Write the day and hour at which it happened.' },
  example: {},
});

export const incidentTouches = problem({
  code: 'E-INCIDENT-TOUCHES',
  status: 422,
  vi: 'Chưa nói sự cố chạm tới hệ thống hay dữ liệu cá nhân.',
  en: 'It is not said whether the system or personal data is touched.',
  next: { vi: 'Chọn ít nhất một; chưa rõ thì chọn cả hai.', en: 'Choose at least one; choose both while it is not known.' },
  example: {},
});

export const incidentPeople = problem({
  code: 'E-INCIDENT-PEOPLE',
  status: 422,
  vi: 'Đã ghi số người, nhưng không chọn dữ liệu cá nhân.',
  en: 'A number of people is written, and personal data is not chosen.',
  next: { vi: 'Chọn dữ liệu cá nhân, hoặc bỏ số người.', en: 'Choose personal data, or take the number away.' },
  example: {},
});

export const incidentNumbers = problem({
  code: 'E-INCIDENT-NUMBERS',
  status: 422,
  vi: 'Nội dung có dãy số giống số định danh.',
  en: 'The words hold digits that look like a citizen number.',
  next: {
    vi: 'Ở đây không ghi ai: nói bao nhiêu người, bỏ số của từng người.',
    en: 'Nobody is named here: say how many people, and leave their numbers out.',
  },
  example: {},
});

export const incidentReported = problem({
  code: 'E-INCIDENT-REPORTED',
  status: 409,
  vi: 'Báo cáo này đã ghi là đã gửi, hoặc sự cố không phải báo cáo loại này.',
  en: 'That report is entered as sent already, or this incident does not ask for it.',
  next: { vi: 'Chọn báo cáo còn thiếu.', en: 'Choose a report that is missing.' },
  example: {},
});

export const incidentReportsOpen = problem({
  code: 'E-INCIDENT-REPORTS-OPEN',
  status: 409,
  vi: 'Còn báo cáo chưa gửi, nên chưa kết thúc được.',
  en: 'A report was not sent yet, so that it cannot be closed.',
  next: {
    vi: 'Gửi báo cáo, ghi ngày gửi và số văn bản, rồi kết thúc.',
    en: 'Send the report, enter when and under which number, then close it.',
  },
  example: {},
});
