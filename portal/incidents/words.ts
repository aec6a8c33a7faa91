/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    incidents: { vi: 'Sự cố', en: 'Incidents' },
  },
  incident: {
    title: { vi: 'Sự cố và báo cáo', en: 'Incidents and reports' },
    lead: {
      vi: 'Sự cố an ninh mạng và vi phạm dữ liệu cá nhân của hệ thống này: biết lúc nào, phải báo cáo ai trong bao nhiêu giờ, đã báo cáo chưa. Trang này không gửi báo cáo thay anh/chị.',
      en: 'Incidents of security and breaches of personal data of this installation: when they were found, which reports are due in how many hours, and which went out. This page sends no report for you.',
    },
    open: { vi: 'Ghi sự cố mới', en: 'Enter an incident' },
    name: { vi: 'Tên sự cố', en: 'Name of the incident' },
    nobody: {
      vi: 'Không ghi tên, số định danh của ai: chỉ ghi bao nhiêu người.',
      en: 'Write nobody’s name or number: only how many people.',
    },
    discovered: { vi: 'Phát hiện lúc', en: 'Discovered at' },
    discoveredHint: { vi: 'Giờ Việt Nam; hạn báo cáo tính từ lúc này.', en: 'The time in Viet Nam; reports are due from here on.' },
    discoveredAt: { vi: 'Phát hiện lúc {{at}}. Chạm tới:', en: 'Discovered at {{at}}. Touches:' },
    what: { vi: 'Đã xảy ra điều gì', en: 'What happened' },
    touches: { vi: 'Sự cố chạm tới', en: 'What it touches' },
    touchesSystem: { vi: 'hệ thống', en: 'the system' },
    touchesPeople: { vi: 'dữ liệu cá nhân', en: 'personal data' },
    people: { vi: 'Bao nhiêu người (bỏ trống nếu chưa biết)', en: 'How many people (empty while it is not known)' },
    peopleHint: { vi: 'Ví dụ 1.204', en: 'E.g. 1.204' },
    howMany: { vi: '{{count}} người', en: '{{count}} people' },
    enter: { vi: 'Lưu sự cố', en: 'Enter it' },
    none: { vi: 'Chưa có sự cố nào', en: 'There is no incident' },
    noneNext: {
      vi: 'Có sự cố thì ghi ngay, kể cả khi chưa rõ: hạn báo cáo tính từ lúc phát hiện.',
      en: 'Enter one at once, also while little is known: reports are due from its discovery.',
    },
    running: { vi: 'Đang xử lý', en: 'Open' },
    closed: { vi: 'Đã kết thúc', en: 'Closed' },
    due: { vi: 'Chưa gửi', en: 'Not sent' },
    late: { vi: 'Quá hạn', en: 'Late' },
    sent: { vi: 'Đã gửi', en: 'Sent' },
    sentLate: { vi: 'Gửi muộn', en: 'Sent late' },
    dueAt: { vi: 'Hạn: {{at}}.', en: 'Due: {{at}}.' },
    sentTo: { vi: 'Gửi {{receiver}} lúc {{at}}, số {{reference}}.', en: 'Sent to {{receiver}} at {{at}}, number {{reference}}.' },
    notes: { vi: 'Diễn biến ({{count}})', en: 'What is known ({{count}})' },
    lessonWas: { vi: 'Kết thúc lúc {{at}}. Bài học: {{lesson}}', en: 'Closed at {{at}}. Lesson: {{lesson}}' },
    way: {
      report: { vi: 'Ghi báo cáo đã gửi', en: 'Enter a report that went out' },
      finding: { vi: 'Ghi diễn biến mới', en: 'Add what was found out' },
      close: { vi: 'Kết thúc sự cố', en: 'Close the incident' },
    },
    which: { vi: 'Báo cáo nào', en: 'Which report' },
    sentOn: { vi: 'Gửi lúc', en: 'Sent at' },
    receiver: { vi: 'Gửi cơ quan nào', en: 'Sent to which authority' },
    reference: { vi: 'Số, ngày văn bản', en: 'Number and date of the document' },
    found: { vi: 'Mới biết điều gì', en: 'What was found out' },
    lesson: { vi: 'Nguyên nhân, đã khắc phục thế nào, bài học', en: 'Cause, what was put right, lesson' },
    send: {
      report: { vi: 'Ghi báo cáo', en: 'Enter the report' },
      finding: { vi: 'Ghi diễn biến', en: 'Add it' },
      close: { vi: 'Kết thúc', en: 'Close it' },
    },
    wrong: {
      at: { vi: 'Chọn ngày và giờ có thật.', en: 'Choose a day and hour that exist.' },
      people: { vi: 'Ghi số người bằng chữ số, ví dụ 1.204.', en: 'Write the number of people in digits, e.g. 1.204.' },
    },
  },
} satisfies WordTree;
