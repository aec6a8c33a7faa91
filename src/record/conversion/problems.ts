/** Problems of conversions. */
import { problem } from '#base/problem.ts';

export const nothingConfirmed = problem({
  code: 'E-CONVERSION-NOTHING',
  status: 409,
  vi: 'Chưa lập được: họ tên và phần nhân thân của hồ sơ chưa được xác nhận.',
  en: 'It cannot be made yet: the name and identity in this record are not confirmed.',
  next: {
    vi: 'Cơ quan quản lý hồ sơ xác nhận nhóm “Nhân thân” trước; bản giấy và e-CV chỉ có phần đã được xác nhận.',
    en: 'The agency that manages the record confirms the group of identity first; a paper and an e-CV hold confirmed parts only.',
  },
  example: {},
});

export const conversionUnknown = problem({
  code: 'E-CONVERSION-UNKNOWN',
  status: 404,
  vi: 'Hệ thống này không có bản chuyển đổi nào mang số {number}.',
  en: 'This installation has made no conversion with the number {number}.',
  next: {
    vi: 'Kiểm tra lại từng ký tự của số in trên giấy. Nếu đúng số mà không có, hãy hỏi cơ quan ghi trên giấy: bản giấy có thể không phải do hệ thống này chuyển đổi.',
    en: 'Check each letter of the number printed on the paper. If it is right, ask the agency named there: the paper may not be of this installation.',
  },
  example: { number: 'BG-4T7QK-9XWEA' },
});

export const conversionOtherContent = problem({
  code: 'E-CONVERSION-OTHER-CONTENT',
  status: 409,
  vi: 'Không lập lại được bản {number}: nội dung dựng lại khác nội dung đã ký.',
  en: '{number} cannot be made again: its content would be another than the one that was signed.',
  next: {
    vi: 'Lập một bản mới. Nếu hồ sơ không đổi mà vẫn gặp lỗi này, báo người vận hành để kiểm tra dữ liệu.',
    en: 'Make a new one. If the record has not changed, tell whoever operates the system, to verify the data.',
  },
  example: { number: 'BG-4T7QK-9XWEA' },
});

export const conversionGone = problem({
  code: 'E-CONVERSION-GONE',
  status: 410,
  vi: 'Không đối chiếu được nữa: hồ sơ mà bản giấy {number} được chuyển đổi từ đó đã bị hủy theo quyết định.',
  en: 'It cannot be compared any more: the record from which the paper {number} was made was erased by a decision.',
  next: { vi: 'Hỏi cơ quan ghi trên giấy.', en: 'Ask the agency named on the paper.' },
  example: { number: 'BG-4T7QK-9XWEA' },
});
