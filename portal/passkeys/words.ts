/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  passkeys: {
    title: { vi: 'Khóa truy cập của tôi', en: 'My passkeys' },
    lead: {
      vi: 'Khóa truy cập nằm trong máy tính, điện thoại hoặc khóa bảo mật của anh/chị và chỉ mở bằng dấu vân tay, khuôn mặt hoặc mã PIN. Hệ thống hỏi khóa trước khi xác nhận hồ sơ, cấp vai trò, xuất danh sách.',
      en: 'A passkey stays in your computer, phone or security key and opens with your fingerprint, face or PIN alone. It is asked for before records are confirmed, roles given, lists exported.',
    },
    name: { vi: 'Tên khóa', en: 'Name' },
    added: { vi: 'Đăng ký', en: 'Added' },
    used: { vi: 'Dùng gần nhất', en: 'Last used' },
    never: { vi: 'Chưa dùng', en: 'Never' },
    kept: { vi: 'Nơi giữ', en: 'Kept' },
    synced: { vi: 'Đồng bộ giữa các thiết bị của anh/chị', en: 'On your devices, synchronised' },
    oneDevice: { vi: 'Chỉ trên một thiết bị', en: 'On one device alone' },
    none: { vi: 'Anh/chị chưa có khóa truy cập nào', en: 'You have no passkey' },
    noneNext: { vi: 'Bấm “Thêm khóa truy cập” để đăng ký trên thiết bị này.', en: 'Press “Add a passkey” to add one on this device.' },
    add: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
    nameHelp: {
      vi: 'Để phân biệt các khóa, ví dụ “Máy tính ở bàn làm việc”. Không ghi thông tin cá nhân.',
      en: 'To tell them apart, for example “Computer at my desk”. Nothing personal.',
    },
    addGo: { vi: 'Đăng ký trên thiết bị này', en: 'Add on this device' },
    addedNote: { vi: 'Đã thêm khóa truy cập.', en: 'The passkey was added.' },
    remove: { vi: 'Bỏ khóa', en: 'Remove' },
    removeWhat: {
      vi: 'Khóa này không dùng để xác thực được nữa. Muốn dùng lại phải đăng ký lại.',
      en: 'It will vouch for you no more. To use it again it has to be added anew.',
    },
    removed: { vi: 'Đã bỏ khóa truy cập.', en: 'The passkey was removed.' },
    why: {
      'step-up': {
        vi: 'Khi thêm khóa, hệ thống sẽ hỏi một khóa anh/chị đang có.',
        en: 'Before another one is added, you are asked for one that you have.',
      },
      'sign-in': {
        vi: 'Anh/chị đăng nhập đã quá 5 phút. Đăng nhập lại rồi thêm khóa ngay.',
        en: 'You signed in more than 5 minutes ago. Sign in again, then add it at once.',
      },
      release: {
        vi: 'Mọi khóa của anh/chị đã kết thúc. Nhờ quản trị của cơ quan cho đăng ký lại, rồi đăng nhập lại và thêm khóa trong ngày.',
        en: 'All your passkeys have ended. Ask your administrator for leave, then sign in again and add one within a day.',
      },
      full: {
        vi: 'Anh/chị đã có đủ số khóa. Bỏ bớt khóa không dùng trước.',
        en: 'You have as many as may be. Remove one that you do not use.',
      },
    },
    stepUp: {
      title: { vi: 'Xác thực bằng khóa truy cập', en: 'Verify with your passkey' },
      lead: {
        vi: 'Việc này cần biết chắc chính anh/chị đang ngồi trước máy. Bấm “Xác thực”, rồi dùng dấu vân tay, khuôn mặt, mã PIN hoặc chạm vào khóa bảo mật.',
        en: 'This must be done by you in person. Press “Verify”, then use your fingerprint, face or PIN, or touch your security key.',
      },
      go: { vi: 'Xác thực', en: 'Verify' },
      lost: {
        vi: 'Mất khóa? Nhờ quản trị của cơ quan cho đăng ký lại.',
        en: 'Lost it? Ask your administrator for leave to add one again.',
      },
    },
    device: {
      cancelled: {
        vi: 'Thiết bị chưa xác thực: anh/chị đã đóng hộp thoại, hoặc đã quá giờ. Bấm lại để thử lần nữa.',
        en: 'Your device did not verify you: the dialogue was closed, or time ran out. Press again to try once more.',
      },
      already: {
        vi: 'Thiết bị này đã có khóa của anh/chị; dùng luôn khóa đó.',
        en: 'This device has a passkey of yours already: use that one.',
      },
      otherSite: {
        vi: 'Khóa truy cập không dùng được ở địa chỉ này. Mở Cổng bằng địa chỉ chính thức của cơ quan, hoặc báo bộ phận kỹ thuật.',
        en: 'Passkeys do not work at this address. Open the portal at its proper address, or tell your technicians.',
      },
      cannot: {
        vi: 'Trình duyệt này không dùng được khóa truy cập: cần trình duyệt mới hơn và địa chỉ https (hoặc localhost).',
        en: 'This browser cannot use passkeys: a newer one and an https address (or localhost) are needed.',
      },
      failed: {
        vi: 'Thiết bị báo lỗi khi dùng khóa. Thử lại, hoặc dùng khóa khác.',
        en: 'Your device reported an error. Try again, or use another passkey.',
      },
    },
    need: { vi: 'Đăng ký khóa truy cập', en: 'Add a passkey' },
  },
} satisfies WordTree;
