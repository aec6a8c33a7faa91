/** Problems of entries that administrators ask for, and of notices that name the days off of a year. */
import { problem } from '#base/problem.ts';

export const listNotOpen = problem({
  code: 'E-LIST-NOT-OPEN',
  status: 422,
  vi: 'Danh mục {list} không bổ sung được ở đây.',
  en: 'Nothing is added to the list {list} here.',
  next: {
    vi: 'Chỉ danh mục mở được bổ sung: ngạch, chức danh nghề nghiệp, chức vụ. Danh mục khác đổi theo bản phát hành.',
    en: 'Only open lists take additions: grades, professional titles, posts. The others change with a release.',
  },
  example: { list: 'dan_toc' },
});

export const listCodeTaken = problem({
  code: 'E-LIST-CODE-TAKEN',
  status: 409,
  vi: 'Mã {code} đã là "{name}" trong thời gian này.',
  en: 'The code {code} is "{name}" already at that time.',
  next: { vi: 'Dùng mã sẵn có, hoặc chọn mã khác.', en: 'Use the entry that is there, or choose another code.' },
  example: { code: '01.003', name: 'Chuyên viên' },
});

export const listNameKnown = problem({
  code: 'E-LIST-NAME-KNOWN',
  status: 409,
  vi: '"{name}" đã có nghĩa trong danh mục: {means}.',
  en: '"{name}" means something in the lists already: {means}.',
  next: {
    vi: 'Dùng mục sẵn có; nếu là mục khác, ghi tên đầy đủ để không lẫn.',
    en: 'Use the entry that is there; if it is another one, write its full name, so that the two are not taken for each other.',
  },
  example: { name: 'chuyên viên', means: '01.003 – Chuyên viên' },
});

export const listNameTwice = problem({
  code: 'E-LIST-NAME-TWICE',
  status: 422,
  vi: 'Tên "{name}" được ghi hai lần.',
  en: 'The name "{name}" is written twice.',
  next: {
    vi: 'Ghi mỗi tên một lần; tên chính không ghi lại trong tên khác.',
    en: 'Write each name once; the main name is not one of the other names.',
  },
  example: { name: 'Giám đốc Trung tâm' },
});

export const listDaysNotValid = problem({
  code: 'E-LIST-DAYS',
  status: 422,
  vi: 'Từ ngày {from} đến ngày {until} không phải là một khoảng thời gian.',
  en: 'From {from} to {until} is no stretch of time.',
  next: {
    vi: 'Ghi ngày có thật, ngày cuối không trước ngày đầu; bỏ trống ngày cuối khi chưa biết.',
    en: 'Write days that exist, the last one not before the first; leave the last one empty while it is not known.',
  },
  example: { from: '2026-07-01', until: '2026-06-30' },
});

export const listAskedAlready = problem({
  code: 'E-LIST-ASKED',
  status: 409,
  vi: 'Mã {code} của danh mục này đang chờ quyết định.',
  en: 'The code {code} of this list waits for a decision already.',
  next: { vi: 'Chờ quyết định, rồi đề nghị lại nếu cần.', en: 'Wait for the decision, then ask again if it is needed.' },
  example: { code: 'GD_CDS' },
});

export const listAdditionNotOpen = problem({
  code: 'E-LIST-DECIDED',
  status: 409,
  vi: 'Đề nghị này không còn chờ, hoặc do chính anh/chị đề nghị.',
  en: 'This request no longer waits, or it is your own.',
  next: { vi: 'Mở lại danh sách đề nghị.', en: 'Open the list of requests again.' },
  example: {},
});

export const listReasonMissing = problem({
  code: 'E-LIST-REASON',
  status: 422,
  vi: 'Không bổ sung thì phải nói lý do.',
  en: 'A refusal says why.',
  next: { vi: 'Ghi lý do, để cơ quan đề nghị biết phải làm gì.', en: 'Write the reason, so that who asked knows what to do.' },
  example: {},
});

export const listEntryGone = problem({
  code: 'E-LIST-ENTRY-GONE',
  status: 409,
  vi: 'Mục {code} không còn như lúc đề nghị: đã được đổi, hoặc đã có trong bản phát hành.',
  en: 'The entry {code} is no longer as it was: it was changed, or a release has it.',
  next: {
    vi: 'Mở lại danh sách đề nghị rồi đề nghị trên mục hiện nay.',
    en: 'Open the list of requests again, and ask about the entry as it stands.',
  },
  example: { code: 'GD_CDS' },
});

export const listEndedAlready = problem({
  code: 'E-LIST-ENDED',
  status: 409,
  vi: 'Mục {code} đã hết hiệu lực từ {until}.',
  en: 'The entry {code} ends on {until} already.',
  next: {
    vi: 'Ghi ngày cuối sớm hơn; muốn kéo dài thì đề nghị đính chính.',
    en: 'Write an earlier last day; to prolong it, ask for a correction.',
  },
  example: { code: 'GD_CDS', until: '01/01/2027' },
});

export const listNothingChanged = problem({
  code: 'E-LIST-UNCHANGED',
  status: 422,
  vi: 'Bản đính chính của mục {code} giống hệt mục hiện nay.',
  en: 'The correction of {code} says what the entry says already.',
  next: { vi: 'Sửa chỗ sai rồi gửi lại.', en: 'Change what is wrong, then send it again.' },
  example: { code: 'GD_CDS' },
});

export const listNotYoursToWithdraw = problem({
  code: 'E-LIST-WITHDRAW',
  status: 409,
  vi: 'Đề nghị này không còn chờ, hoặc do người khác đề nghị.',
  en: 'This request no longer waits, or somebody else asked.',
  next: { vi: 'Người đã đề nghị tự rút lại, khi đề nghị còn chờ.', en: 'Who asked takes it back, while it waits.' },
  example: {},
});

export const yearDaysWhere = problem({
  code: 'E-YEAR-DAYS-WHERE',
  status: 422,
  vi: 'Các ngày nghỉ chỉ đi cùng danh mục ngày nghỉ lễ, và danh mục ấy không thể thiếu các ngày.',
  en: 'Days off go with the list of days off alone, and that list cannot go without them.',
  next: { vi: 'Dùng mẫu “Ngày nghỉ lễ của một năm”.', en: 'Use the form for the days off of a year.' },
  example: {},
});

export const yearNotValid = problem({
  code: 'E-YEAR-NOT-VALID',
  status: 422,
  vi: '"{year}" phải là một năm, hiệu lực từ ngày đầu đến hết ngày cuối của năm ấy.',
  en: '"{year}" must be a year, valid from its first day to its last.',
  next: { vi: 'Ghi năm bằng bốn chữ số, ví dụ 2027.', en: 'Write the year in four digits, e.g. 2027.' },
  example: { year: '27' },
});

export const yearNoticed = problem({
  code: 'E-YEAR-NOTICED',
  status: 409,
  vi: 'Năm {year} đã có ngày nghỉ theo thông báo.',
  en: 'The year {year} has its days by a notice already.',
  next: {
    vi: 'Muốn sửa thông báo đã nhập thì đề nghị đính chính; năm có trong bản phát hành thì báo đơn vị vận hành.',
    en: 'To change a notice that was entered, ask for a correction; a year that came with the release is changed by the next one.',
  },
  example: { year: '2026' },
});

export const yearStands = problem({
  code: 'E-YEAR-STANDS',
  status: 409,
  vi: 'Ngày nghỉ của năm {year} không kết thúc được, chỉ đính chính được.',
  en: 'The days off of {year} do not end; they can be corrected.',
  next: { vi: 'Đề nghị đính chính với các ngày đúng.', en: 'Ask for a correction with the right days.' },
  example: { year: '2027' },
});

export const dayNotInYear = problem({
  code: 'E-YEAR-DAY',
  status: 422,
  vi: 'Ngày {day} không thuộc năm {year}.',
  en: '{day} is no day of {year}.',
  next: { vi: 'Sửa ngày cho đúng năm, hoặc bỏ dòng này.', en: 'Change the day, or take its line away.' },
  example: { day: '01/01/2028', year: '2027' },
});

export const dayTwice = problem({
  code: 'E-YEAR-DAY-TWICE',
  status: 422,
  vi: 'Ngày {day} được ghi hai lần.',
  en: '{day} is written twice.',
  next: { vi: 'Bỏ một dòng.', en: 'Take one of the lines away.' },
  example: { day: '30/04/2027' },
});

export const dayWrongKind = problem({
  code: 'E-YEAR-DAY-KIND',
  status: 422,
  vi: '{day} không phải {wanted}.',
  en: '{day} is no {wantedEn}.',
  next: {
    vi: 'Chỉ thứ Bảy, Chủ nhật mới có thể làm bù; chỉ ngày làm việc mới có thể nghỉ bù hoặc hoán đổi.',
    en: 'Only a Saturday or Sunday is worked instead of another day; only a working day is taken in lieu or swapped.',
  },
  example: { day: '01/05/2027', wanted: 'ngày làm việc trong tuần', wantedEn: 'day of the working week' },
});

export const feastMissing = problem({
  code: 'E-YEAR-FEAST',
  status: 422,
  vi: 'Thiếu ngày {day} ({name}): luật cho nghỉ ngày này.',
  en: '{day} is missing: the law has that day off.',
  next: {
    vi: 'Thêm ngày này; thông báo ghi khác thì kiểm tra lại thông báo.',
    en: 'Add it; if the notice says otherwise, look at the notice again.',
  },
  example: { day: '30/04/2027', name: 'Ngày Chiến thắng' },
});

export const appendixNotCsv = problem({
  code: 'E-APPENDIX-NOT-CSV',
  status: 422,
  vi: 'Tệp này không phải CSV mã UTF-8.',
  en: 'This file is no CSV in UTF-8.',
  next: {
    vi: 'Trong Excel chọn Lưu thành “CSV UTF-8”, rồi đưa vào lại.',
    en: 'In Excel save it as “CSV UTF-8”, then bring it in again.',
  },
  example: {},
});

export const appendixHeads = problem({
  code: 'E-APPENDIX-HEADS',
  status: 422,
  vi: 'Không thấy dòng tiêu đề có cột “Tên”.',
  en: 'No row of heads has a column “Name”.',
  next: {
    vi: 'Đặt tiêu đề: STT, Tên, Nhóm, Loại, Nguồn, Khóa; chỉ cột Tên là bắt buộc.',
    en: 'Name the columns No, Name, Group, Kind, Source, Key; only Name is needed.',
  },
  example: {},
});

export const appendixEmpty = problem({
  code: 'E-APPENDIX-EMPTY',
  status: 422,
  vi: 'Dưới dòng tiêu đề không có tên trường nào.',
  en: 'There is no name below the row of heads.',
  next: {
    vi: 'Ghi mỗi tên trường của phụ lục một dòng, rồi đưa vào lại.',
    en: 'Write each name of the appendix in a row of its own, then bring it in again.',
  },
  example: {},
});

export const appendixLong = problem({
  code: 'E-APPENDIX-LONG',
  status: 422,
  vi: 'Tệp có hơn {most} dòng; phụ lục có khoảng hai trăm tên.',
  en: 'The file has more than {most} rows; the appendix has some two hundred names.',
  next: { vi: 'Kiểm tra có chọn nhầm tệp không, rồi đưa vào lại.', en: 'See whether it is the right file, then bring it in again.' },
  example: { most: '5000' },
});
