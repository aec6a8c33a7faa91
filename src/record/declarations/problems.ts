/** Problems of declarations. */
import { problem } from '#base/problem.ts';

export const declarationNothing = problem({
  code: 'E-DECLARATION-NOTHING',
  status: 409,
  vi: 'Bản kê khai chưa có gì để gửi.',
  en: 'There is nothing in the declaration to send.',
  next: {
    vi: 'Mở một mục, ghi điều thay đổi rồi lưu; hoặc để nguyên nếu không có gì thay đổi.',
    en: 'Open a group, fill in what changed and save it; or leave it if nothing changed.',
  },
  example: {},
});

export const declarationUnseen = problem({
  code: 'E-DECLARATION-UNSEEN',
  status: 409,
  vi: 'Còn mục chưa xem, hoặc hồ sơ đã thay đổi từ khi anh/chị xem: {groups}.',
  en: 'Not seen yet, or changed in the record since you looked: {groups}.',
  next: {
    vi: 'Mở từng mục đó, chọn “Đúng” hoặc ghi phần thiếu rồi lưu.',
    en: 'Open each of these groups, say that it is right, or fill in what is missing and save it.',
  },
  example: { groups: { vi: 'Địa chỉ và liên hệ, Quan hệ gia đình', en: 'Address and contact, Family' } },
});

export const declarationErrors = problem({
  code: 'E-DECLARATION-ERRORS',
  status: 422,
  vi: 'Còn giá trị chưa đúng ở: {groups}.',
  en: 'There are still values that cannot be taken in: {groups}.',
  next: { vi: 'Mở mục đó, sửa chỗ được đánh dấu rồi lưu lại.', en: 'Open that group, repair what is marked and save it again.' },
  example: { groups: { vi: 'Địa chỉ và liên hệ', en: 'Address and contact' } },
});

export const declarationTruth = problem({
  code: 'E-DECLARATION-TRUTH',
  status: 409,
  vi: 'Lời cam đoan anh/chị đồng ý không phải lời đang dùng.',
  en: 'The sentence of truth that you agreed to is not the one in use.',
  next: { vi: 'Tải lại trang, đọc lời cam đoan rồi gửi lại.', en: 'Reload the page, read the sentence and send again.' },
  example: {},
});

export const evidenceTooMuch = problem({
  code: 'E-EVIDENCE-TOO-MUCH',
  status: 409,
  vi: 'Một bản kê khai gửi kèm nhiều nhất {count} giấy tờ, tổng cộng {megabytes} MB.',
  en: 'A declaration takes {count} papers along at most, {megabytes} MB together.',
  next: {
    vi: 'Bỏ bớt giấy tờ không cần, hoặc gửi bản này rồi kê khai tiếp ở bản sau.',
    en: 'Take away what is not needed, or send this declaration and go on in the next one.',
  },
  example: { count: '20', megabytes: '60' },
});

export const evidenceUnknown = problem({
  code: 'E-EVIDENCE-UNKNOWN',
  status: 404,
  vi: 'Không có giấy tờ này trong bản kê khai đang mở của anh/chị.',
  en: 'There is no such paper in your open declaration.',
  next: { vi: 'Tải lại trang để xem danh sách mới nhất.', en: 'Reload the page to see what there is.' },
  example: {},
});

export const evidenceKind = problem({
  code: 'E-EVIDENCE-STATED',
  status: 422,
  vi: 'Thông tin về giấy tờ chưa đúng: {what}.',
  en: 'What is said of the paper is not right: {what}.',
  next: { vi: 'Sửa loại, số hoặc ngày của giấy tờ rồi gửi lại.', en: 'Correct its kind, number or day and send it again.' },
  example: { what: { vi: 'ngày ban hành sau ngày hôm nay', en: 'the day of issue is in the future' } },
});

export const declarationNotYours = problem({
  code: 'E-DECLARATION-NOT-YOURS',
  status: 409,
  vi: 'Mục này không do anh/chị kê khai: {why}.',
  en: 'This group is not for you to fill in: {why}.',
  next: {
    vi: 'Xem giá trị; thấy sai thì dùng “Báo sai hoặc thiếu thông tin” ở chính mục đó.',
    en: 'Look at the values; if one is wrong, use “Report something wrong or missing” in that group.',
  },
  example: { why: { vi: 'lấy từ CSDL quốc gia về dân cư', en: 'it comes from the population database' } },
});

// Asking people in service to declare (call.ts)

export const callGround = problem({
  code: 'E-DECLARATION-CALL-GROUND',
  status: 422,
  vi: 'Chưa nêu căn cứ yêu cầu kê khai.',
  en: 'No ground is given for asking people to declare.',
  next: { vi: 'Ghi số, ngày và tên văn bản (ít nhất 10 chữ cái).', en: 'Give number, day and name of the paper (at least 10 letters).' },
  example: {},
});

export const callDay = problem({
  code: 'E-DECLARATION-CALL-DAY',
  status: 422,
  vi: 'Hạn kê khai {day} không dùng được: phải từ {from} đến {until}.',
  en: 'The last day {day} cannot be taken: it must be from {from} to {until}.',
  next: {
    vi: 'Chọn ngày trong khoảng đó; người được yêu cầu không có ít ngày hơn thời hạn của luật.',
    en: 'Choose a day in between; whoever is asked has no fewer days than the term of the law gives.',
  },
  example: { day: '2026-12-01', from: '03/12/2026', until: '29/05/2027' },
});

export const callAgain = problem({
  code: 'E-DECLARATION-CALL-AGAIN',
  status: 409,
  vi: '{people} người đã kê khai lần đầu hoặc đã được yêu cầu trước đây: điều CSDL đã có không yêu cầu lại nếu không có lý do.',
  en: '{people} people declared in full, or were asked before: what the register holds is not asked again without a reason.',
  next: {
    vi: 'Bỏ những người đó, hoặc ghi lý do yêu cầu lại (ít nhất 10 chữ cái). Mỗi lần được ghi nhật ký và đếm theo cơ quan.',
    en: 'Leave them out, or say why they are asked again (at least 10 letters). Each time is logged and counted by agency.',
  },
  example: { people: '3' },
});

export const callNobody = problem({
  code: 'E-DECLARATION-CALL-NOBODY',
  status: 409,
  vi: 'Không còn ai để yêu cầu: mọi người trong phạm vi đang có hạn kê khai, hoặc không còn công tác.',
  en: 'There is nobody to be asked: a term runs about everybody within reach, or they left.',
  next: { vi: 'Xem tiến độ ở trang “Thời hạn pháp lý”.', en: 'See how far it is on the page “Terms of the law”.' },
  example: {},
});

export const callTooMany = problem({
  code: 'E-DECLARATION-CALL-MANY',
  status: 422,
  vi: '{people} người là quá nhiều cho một đợt; nhiều nhất {most}.',
  en: '{people} people are too many for one call; at most {most}.',
  next: { vi: 'Chia theo từng cơ quan cấp dưới.', en: 'Ask the agencies below one by one.' },
  example: { people: '41000', most: '20000' },
});

export const callPeople = problem({
  code: 'E-DECLARATION-CALL-PEOPLE',
  status: 422,
  vi: 'Danh sách có người được nêu hai lần, hoặc không công tác ở cơ quan được chọn. Chưa yêu cầu ai.',
  en: 'Somebody is named twice, or does not work at the agency that was chosen. Nobody was asked.',
  next: { vi: 'Mở lại danh sách người rồi chọn lại.', en: 'Open the list of people again and choose anew.' },
  example: {},
});

// What was sent: taking it back, and writing about it (withdraw.ts, thread.ts)

export const declarationUnknown = problem({
  code: 'E-DECLARATION-UNKNOWN',
  status: 404,
  vi: 'Không có bản kê khai này, hoặc nó đã được rút.',
  en: 'There is no such declaration, or it was taken back.',
  next: { vi: 'Tải lại trang để xem danh sách mới nhất.', en: 'Reload the page to see what there is.' },
  example: {},
});

export const declarationDecided = problem({
  code: 'E-DECLARATION-DECIDED',
  status: 409,
  vi: 'Không rút được nữa: cán bộ đã quyết định ít nhất một phần của bản kê khai này.',
  en: 'It cannot be taken back any more: an officer has decided at least a part of it.',
  next: {
    vi: 'Tải lại trang để xem kết quả; điều gì chưa đúng thì kê khai thay đổi ở bản mới.',
    en: 'Reload the page to see what was decided; declare anew what is not right.',
  },
  example: {},
});

export const threadWords = problem({
  code: 'E-THREAD-WORDS',
  status: 422,
  vi: 'Lời nhắn chưa có chữ nào.',
  en: 'The message has no words.',
  next: { vi: 'Ghi điều cần hỏi hoặc trả lời rồi gửi.', en: 'Write what you ask or answer, and send it.' },
  example: {},
});

export const threadClosed = problem({
  code: 'E-THREAD-CLOSED',
  status: 409,
  vi: 'Bản kê khai này đã xong hoặc đã được rút, không nhắn thêm được.',
  en: 'This declaration is done or was taken back; nothing more can be written about it.',
  next: {
    vi: 'Cần thay đổi thì kê khai ở bản mới; thấy sai thì báo sai ở chính mục đó.',
    en: 'Declare anew what changed; report a wrong value in its group.',
  },
  example: {},
});

export const threadFull = problem({
  code: 'E-THREAD-FULL',
  status: 409,
  vi: 'Bản kê khai này đã có {count} lời nhắn, là số nhiều nhất.',
  en: 'There are {count} messages about this declaration, the most that there may be.',
  next: { vi: 'Trao đổi trực tiếp hoặc qua điện thoại.', en: 'Speak with each other, or call.' },
  example: { count: '50' },
});

// What comes from VNeID (from-vneid.ts)

export const updateReplayed = problem({
  code: 'E-VNEID-UPDATE-REPLAYED',
  status: 409,
  vi: 'Đã nhận một bản cập nhật khác dưới tên (jti) này.',
  en: 'Another update was taken under this name (jti).',
  next: {
    vi: 'Mỗi bản cập nhật dùng một tên mới; gửi lại nguyên văn bản cũ thì được trả lời như lần đầu.',
    en: 'Give each update a new name; the very same text sent again is answered as the first time.',
  },
  example: {},
});
