/** Problems of oversight. */
import { problem } from '#base/problem.ts';

export const readerNotNamed = problem({
  code: 'E-READER-NOT-FOUND',
  status: 404,
  vi: 'Không có lượt xem này trong phạm vi của anh/chị, hoặc lượt xem do hệ thống thực hiện.',
  en: 'There is no such reading within your reach, or the system made it by itself.',
  next: { vi: 'Chọn lại một lượt xem từ danh sách.', en: 'Choose a reading from the list again.' },
  example: {},
});

export const readingNotYours = problem({
  code: 'E-READING-NOT-YOURS',
  status: 404,
  vi: 'Không có lượt xem này trong hồ sơ của anh/chị.',
  en: 'There is no such reading of your record.',
  next: {
    vi: 'Mở lại trang “Ai đã xem hồ sơ của tôi” rồi chọn một lượt xem.',
    en: 'Open “Who viewed my record” again and choose a reading.',
  },
  example: {},
});

export const complaintMade = problem({
  code: 'E-COMPLAINT-MADE',
  status: 409,
  vi: 'Anh/chị đã khiếu nại lượt xem này.',
  en: 'You have complained about this reading already.',
  next: {
    vi: 'Xem hạn trả lời hoặc câu trả lời ngay dưới lượt xem.',
    en: 'See the day by which it is answered, or the answer, below the reading.',
  },
  example: {},
});

export const complaintNotOpen = problem({
  code: 'E-COMPLAINT-NOT-OPEN',
  status: 409,
  vi: 'Khiếu nại này đã được trả lời, hoặc không do anh/chị trả lời.',
  en: 'This complaint was answered already, or it is not yours to answer.',
  next: {
    vi: 'Tải lại danh sách. Người đã xem và người khiếu nại không được tự trả lời.',
    en: 'Reload the list. Neither the reader nor the person who complains answers it.',
  },
  example: {},
});
