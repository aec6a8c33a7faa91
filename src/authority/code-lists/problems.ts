/** Problems of entries that administrators ask for. */
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
