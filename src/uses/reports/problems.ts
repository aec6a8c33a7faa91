/** Problems of reports. */
import { problem } from '#base/problem.ts';

export const reportUnknown = problem({
  code: 'E-REPORT-UNKNOWN',
  status: 404,
  vi: 'Không có báo cáo nào với số {number} trong phạm vi của anh/chị.',
  en: 'There is no report with the number {number} within your reach.',
  next: {
    vi: 'Xem lại số trên bản in, hoặc mở danh sách báo cáo.',
    en: 'Look at the number on the print again, or open the list of reports.',
  },
  example: { number: 'BC-7K2M9-QX4TD' },
});

export const reportDefinitionUnknown = problem({
  code: 'E-REPORT-DEFINITION-UNKNOWN',
  status: 422,
  vi: 'Không có biểu báo cáo {definition} đang dùng.',
  en: 'There is no report form {definition} in use.',
  next: { vi: 'Chọn một biểu trong danh sách.', en: 'Choose one of the list.' },
  example: { definition: 'R99' },
});

export const reportFutureDay = problem({
  code: 'E-REPORT-FUTURE-DAY',
  status: 422,
  vi: 'Ngày {day} chưa đến: báo cáo chỉ đếm điều đã có, đến hết ngày {today}.',
  en: 'The day {day} has not come: a report counts what is there, up to {today}.',
  next: { vi: 'Chọn ngày hôm nay hoặc một ngày trước đó.', en: 'Choose today or a day before it.' },
  example: { day: '31/12/2030', today: '01/12/2026' },
});

export const reportBodyGone = problem({
  code: 'E-REPORT-BODY-GONE',
  status: 422,
  vi: 'Cơ quan này không có trong cây tổ chức ngày {day}.',
  en: 'This agency does not stand in the tree of {day}.',
  next: {
    vi: 'Chọn ngày của cây tổ chức khi cơ quan còn hoạt động, hoặc chọn cơ quan kế thừa.',
    en: 'Choose a day of the tree on which it stood, or the agency that came after it.',
  },
  example: { day: '01/07/2025' },
});

export const reportNobody = problem({
  code: 'E-REPORT-NOBODY',
  status: 422,
  vi: 'Không có ai trong phạm vi này vào ngày {day}: không có gì để đếm.',
  en: 'Nobody is within this scope on {day}: there is nothing to count.',
  next: { vi: 'Đổi cơ quan, ngày hoặc điều kiện rồi lập lại.', en: 'Change agency, day or conditions, then make it again.' },
  example: { day: '30/06/2026' },
});

export const reportCondition = problem({
  code: 'E-REPORT-CONDITION',
  status: 422,
  vi: 'Điều kiện về “{of}” không hỏi được: trống, lặp lại hoặc tự mâu thuẫn.',
  en: 'The condition on “{of}” cannot be asked: it is empty, said twice, or contradicts itself.',
  next: { vi: 'Bỏ hoặc sửa điều kiện ấy rồi lập lại.', en: 'Take it away or change it, then make the report again.' },
  example: { of: 'age' },
});
