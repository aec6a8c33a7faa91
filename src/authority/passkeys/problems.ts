/** Problems of passkeys. */
import { problem } from '#base/problem.ts';

export const passkeyNotVerified = problem({
  code: 'E-PASSKEY-NOT-VERIFIED',
  status: 403,
  vi: 'Không xác thực được khóa truy cập: {why}.',
  en: 'The passkey could not be verified: {why}.',
  next: {
    vi: 'Thử lại; nếu vẫn vậy, dùng khóa khác hoặc báo quản trị của cơ quan. Chưa có gì thay đổi.',
    en: 'Try again; if it goes on, use another passkey or tell your administrator. Nothing has changed.',
  },
  example: { why: { vi: 'khóa không hỏi dấu vân tay, khuôn mặt hoặc mã PIN', en: 'the key did not ask for fingerprint, face or PIN' } },
});

export const passkeyCloned = problem({
  code: 'E-PASSKEY-CLONED',
  status: 403,
  vi: 'Khóa truy cập này có dấu hiệu bị sao chép (số lần dùng đi lùi), nên đã bị kết thúc.',
  en: 'This passkey looks as if it had been copied (its counter went back), and has been ended.',
  next: {
    vi: 'Không dùng khóa này nữa; báo quản trị của cơ quan ngay và đăng ký khóa khác.',
    en: 'Do not use it any more; tell your administrator now, and add another one.',
  },
  example: {},
});

export const challengeNotThere = problem({
  code: 'E-PASSKEY-CHALLENGE',
  status: 409,
  vi: 'Lần xác thực này đã được trả lời hoặc đã quá {seconds} giây.',
  en: 'This verification was answered already, or is older than {seconds} seconds.',
  next: { vi: 'Bấm xác thực lại từ đầu.', en: 'Begin the verification again.' },
  example: { seconds: '120' },
});

export const mayNotAdd = problem({
  code: 'E-PASSKEY-ADD',
  status: 403,
  vi: 'Chưa thêm được khóa truy cập: {why}.',
  en: 'A passkey cannot be added now: {why}.',
  next: { vi: 'Làm bước còn thiếu rồi thêm lại.', en: 'Do what is missing, then add it again.' },
  example: { why: { vi: 'đăng nhập đã quá 5 phút; hãy đăng nhập lại', en: 'you signed in more than 5 minutes ago; sign in again' } },
});

export const lastPasskey = problem({
  code: 'E-PASSKEY-LAST',
  status: 409,
  vi: 'Đây là khóa truy cập duy nhất của anh/chị.',
  en: 'This is your only passkey.',
  next: {
    vi: 'Thêm khóa khác trước khi bỏ khóa này. Nếu mất khóa, nhờ quản trị của cơ quan cho đăng ký lại.',
    en: 'Add another one before you remove it. If you lost it, ask your administrator for leave to add one again.',
  },
  example: {},
});

export const passkeyNotFound = problem({
  code: 'E-PASSKEY-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy khóa truy cập này, hoặc khóa đã kết thúc.',
  en: 'There is no such passkey, or it has ended.',
  next: { vi: 'Tải lại danh sách khóa.', en: 'Load the list again.' },
  example: {},
});
