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

export const reportNotOfCatalogue = problem({
  code: 'E-REPORT-NOT-OF-CATALOGUE',
  status: 422,
  vi: 'Chỉ công bố được báo cáo theo đúng biểu, không thêm điều kiện.',
  en: 'Only a report of a form as it stands can be published, without conditions beside it.',
  next: {
    vi: 'Lập lại báo cáo theo biểu, không kèm điều kiện, rồi công bố.',
    en: 'Make the report of the form without conditions, then publish that.',
  },
  example: {},
});

export const reportPublishOwn = problem({
  code: 'E-REPORT-PUBLISH-OWN',
  status: 409,
  vi: 'Người lập báo cáo không tự công bố báo cáo của mình.',
  en: 'Whoever made a report does not publish it.',
  next: { vi: 'Nhờ người khác có quyền lập báo cáo của cơ quan này.', en: 'Ask somebody else who may make reports of this agency.' },
  example: {},
});

export const reportPublished = problem({
  code: 'E-REPORT-PUBLISHED',
  status: 409,
  vi: 'Báo cáo {number} đã được công bố.',
  en: 'Report {number} is published already.',
  next: { vi: 'Mở bản đã công bố.', en: 'Open what was published.' },
  example: { number: 'BC-7K2M9-QX4TD' },
});

export const reportTooNear = problem({
  code: 'E-REPORT-TOO-NEAR',
  status: 409,
  vi: 'So với báo cáo {number} đã công bố, {body} chỉ khác từ {min} đến {max} người: trừ hai bảng cho nhau sẽ lộ ra vài người.',
  en: 'Against report {number}, published before, {body} differs by {min} to {max} people: subtracting the tables would tell of a few.',
  next: {
    vi: 'Công bố theo kỳ sau, khi khác biệt lớn hơn hoặc bằng không.',
    en: 'Publish it with a later period, when the difference is greater, or none.',
  },
  example: { number: 'BC-7K2M9-QX4TD', body: 'H26.12', min: '1', max: '9' },
});

export const reportCellUnknown = problem({
  code: 'E-REPORT-CELL-UNKNOWN',
  status: 404,
  vi: 'Báo cáo này không có con số đó.',
  en: 'This report has no such figure.',
  next: { vi: 'Mở lại báo cáo và bấm vào một con số.', en: 'Open the report again and press a figure.' },
  example: {},
});

export const reportSheetFull = problem({
  code: 'E-REPORT-SHEET-FULL',
  status: 422,
  vi: 'Bảng có {rows} hàng, nhiều hơn {max} hàng của một trang tính: tệp sẽ bị cắt, nên không lập.',
  en: 'The table has {rows} rows, more than the {max} of a sheet: the file would be cut, so none is made.',
  next: { vi: 'Tải tệp CSV, hoặc lập báo cáo cho từng cơ quan.', en: 'Take the CSV file, or make a report for each agency.' },
  example: { rows: '1048577', max: '1048576' },
});
