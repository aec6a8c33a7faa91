/** Problems of the desk: what of a submission cannot be shown or given back. */
import { problem } from '#base/problem.ts';

export const wrongContentType = problem({
  code: 'E-UPLOAD-TYPE',
  status: 415,
  vi: 'Cổng nhận nội dung của {takes}, không nhận {type}.',
  en: 'The portal takes the bytes of {takes}, not {type}.',
  next: { vi: 'Gửi nội dung tệp với kiểu application/octet-stream.', en: 'Send the bytes of the file as application/octet-stream.' },
  example: { takes: { vi: 'biểu mẫu Excel, ảnh chân dung', en: 'a workbook, portraits' }, type: 'text/html' },
});

export const notMarkable = problem({
  code: 'E-NO-MARKED-FILE',
  status: 409,
  vi: 'Không có bản đánh dấu lỗi của {what}.',
  en: 'There is no marked copy of {what}.',
  next: {
    vi: 'Xem danh sách lỗi của lần gửi: mỗi chỗ sai được nêu tên.',
    en: 'See the list of problems of the submission: each place is named.',
  },
  example: { what: { vi: 'ảnh chân dung', en: 'portraits' } },
});

export const noSuchPortrait = problem({
  code: 'E-PORTRAIT-NOT-SENT',
  status: 404,
  vi: 'Lần gửi này không có ảnh chân dung ở chỗ vừa hỏi.',
  en: 'There is no portrait at this place of the submission.',
  next: { vi: 'Tải lại trang của lần gửi.', en: 'Reload the page of the submission.' },
  example: {},
});

export const receiptNotFound = problem({
  code: 'E-RECEIPT-NOT-FOUND',
  status: 404,
  vi: 'Không có biên nhận số {number} trong phạm vi của anh/chị.',
  en: 'There is no receipt {number} within your reach.',
  next: { vi: 'Kiểm tra lại số in trên biên nhận.', en: 'Check the number printed on the receipt.' },
  example: { number: 'BN-4T7QK-9XWEA' },
});

export const fileOfAnother = problem({
  code: 'E-FILE-NOT-YOURS',
  status: 403,
  vi: 'Tệp này có những mục mà vai trò của anh/chị không được xem.',
  en: 'This file holds fields that your role may not see.',
  next: {
    vi: 'Xem danh sách lỗi trên trang, hoặc nhờ người đã gửi tệp tải bản đánh dấu.',
    en: 'See the list of problems on the page, or ask whoever sent the file to download the marked copy.',
  },
  example: {},
});
