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
