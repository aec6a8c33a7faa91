/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  demo: {
    title: { vi: 'Chọn vai trò để xem thử', en: 'Choose a role to try' },
    lead: {
      vi: 'Mỗi thẻ là một người hư cấu. Bấm để đăng nhập qua bộ mô phỏng VNeID.',
      en: 'Each card is an invented person. One click signs in through the VNeID simulator; the data belong to nobody real.',
    },
    enter: { vi: 'Đăng nhập với vai trò này', en: 'Sign in with this role' },
    start: { vi: 'Nên thử trước', en: 'Try this first' },
    current: { vi: 'Đang xem với vai trò', en: 'You are here as' },
    change: { vi: 'Đổi vai trò', en: 'Change role' },
    emptyTitle: { vi: 'Chưa có tài khoản mẫu', en: 'No sample accounts yet' },
    emptyNext: {
      vi: 'Máy chủ chưa tạo dữ liệu mẫu, hoặc đang chạy chế độ chính thức. Vui lòng đăng nhập.',
      en: 'The server has not made sample data, or runs in production. Please sign in.',
    },
    samples: { vi: 'Tệp mẫu để thử', en: 'Sample files to try' },
    samplesLead: {
      vi: 'Người trong tệp đều hư cấu, thuộc Trường THPT Mẫu Sơn: đăng nhập là Nguyễn Thị Thu Hà (cán bộ nhập liệu) rồi tải lên; cơ quan khác không gửi được.',
      en: 'Everybody in them is invented and belongs to Trường THPT Mẫu Sơn. Sign in as Nguyễn Thị Thu Hà (data clerk) and upload one; the portal takes them from no other agency.',
    },
    'sample-clean': { vi: 'Tệp hợp lệ', en: 'A file without errors' },
    'sample-clean-what': { vi: '40 người, không có lỗi: gửi xác nhận được ngay.', en: '40 people: can be submitted at once.' },
    'sample-dirty': { vi: 'Tệp có 602 lỗi', en: 'A file with 602 errors' },
    'sample-dirty-what': {
      vi: '25 loại lỗi hay gặp: mất số 0, ngày 31/02, phông TCVN3 và VNI, sai hệ số lương…',
      en: '25 common kinds: lost zeros, 31 February, TCVN3 and VNI fonts, wrong pay coefficients…',
    },
    'sample-portraits': { vi: 'Ảnh chân dung', en: 'Portraits' },
    'sample-portraits-what': {
      vi: 'Tệp .zip gồm hình vẽ của những người trong CSDL chưa có ảnh: gửi xác nhận được ngay.',
      en: 'A .zip of drawings of people in the register who have no picture yet: can be submitted at once.',
    },
    'sample-portraits-wrong': { vi: 'Ảnh có lỗi', en: 'Pictures with errors' },
    'sample-portraits-wrong-what': {
      vi: 'Ba ảnh tốt và chín ảnh lỗi: sai tên, quá nhỏ, bị cắt giữa chừng, HEIC, một người hai ảnh…',
      en: 'Three good pictures and nine wrong ones: misnamed, too small, cut off, HEIC, two of one person…',
    },
    'sample-old': { vi: 'Tệp theo biểu mẫu cũ', en: 'A file of an old template' },
    'sample-old-what': {
      vi: '12 người trên biểu mẫu phiên bản 2023.1: Cổng tự chuyển sang biểu mẫu mới và liệt kê những cột đã chuyển.',
      en: '12 people on template version 2023.1: the portal brings it over to the new one and lists the columns that it mapped.',
    },
  },
} satisfies WordTree;
