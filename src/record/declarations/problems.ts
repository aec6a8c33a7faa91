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
