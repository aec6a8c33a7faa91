/** Problems of marks by which a record is kept apart. */
import { problem } from '#base/problem.ts';

export const keptApartClass = problem({
  code: 'E-KEPT-APART-CLASS',
  status: 422,
  vi: 'Độ mật "{given}" không có trong danh mục hôm nay.',
  en: 'The class "{given}" is not in today’s list.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { given: 'X', allowed: 'TUYET_MAT, TOI_MAT, MAT' },
});

export const keptApartPaper = problem({
  code: 'E-KEPT-APART-PAPER',
  status: 422,
  vi: 'Thiếu văn bản làm căn cứ, hoặc ngày {day} chưa tới hay không phải ngày.',
  en: 'The document is missing, or the day {day} has not come or is no day.',
  next: {
    vi: 'Ghi số, ngày và nơi ban hành; không ghi trích yếu hay nội dung mật, không tải văn bản lên đây.',
    en: 'State number, day and issuer; write nothing of its content, and upload no document.',
  },
  example: { day: '2030-01-01' },
});

export const keptApartOpen = problem({
  code: 'E-KEPT-APART-OPEN',
  status: 409,
  vi: 'Đã có một đề nghị về việc quản lý riêng hồ sơ này đang chờ quyết định.',
  en: 'A request about keeping this record apart waits for its decision already.',
  next: { vi: 'Xem trang Hồ sơ quản lý riêng.', en: 'See the page Records kept apart.' },
  example: {},
});

export const keptApartStanding = problem({
  code: 'E-KEPT-APART-STANDING',
  status: 409,
  vi: 'Hồ sơ này đã (hoặc không còn) được quản lý riêng, nên đề nghị không còn phù hợp.',
  en: 'The record is kept apart already, or is no more: the request does not fit.',
  next: { vi: 'Tải lại trang để xem tình trạng hôm nay.', en: 'Reload the page to see how it stands today.' },
  example: {},
});

export const keptApartNotFound = problem({
  code: 'E-KEPT-APART-NOT-FOUND',
  status: 404,
  vi: 'Không có đề nghị này, hoặc không thuộc phạm vi của anh/chị.',
  en: 'There is no such request, or it is not within your reach.',
  next: { vi: 'Mở lại từ trang Hồ sơ quản lý riêng.', en: 'Open it from the page Records kept apart.' },
  example: {},
});

export const keptApartGone = problem({
  code: 'E-KEPT-APART-GONE',
  status: 409,
  vi: 'Đề nghị này đã được quyết định hoặc đã rút.',
  en: 'This request was decided or taken back.',
  next: { vi: 'Tải lại trang Hồ sơ quản lý riêng để xem kết quả.', en: 'Reload the page Records kept apart to see what came of it.' },
  example: {},
});

export const keptApartRefusal = problem({
  code: 'E-KEPT-APART-REFUSAL',
  status: 422,
  vi: 'Từ chối thì phải nói vì sao (ít nhất 10 ký tự).',
  en: 'A refusal says why (10 letters at least).',
  next: {
    vi: 'Ghi lý do, không ghi nội dung mật; người đề nghị đọc được.',
    en: 'Write the reason and nothing secret; who asked reads it.',
  },
  example: {},
});
