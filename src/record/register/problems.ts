/** Problems of the register. */
import { problem } from '#base/problem.ts';

export const personNotFound = problem({
  code: 'E-PERSON-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy hồ sơ này trong phạm vi của anh/chị.',
  en: 'There is no such record within your reach.',
  next: { vi: 'Tra cứu lại theo tên hoặc số định danh.', en: 'Search again by name or citizen number.' },
  example: {},
});

export const knownAtNotSettled = problem({
  code: 'E-KNOWN-AT-NOT-SETTLED',
  vi: 'Thời điểm "theo hiểu biết lúc" chưa chốt: chỉ xem được đến {settled}.',
  en: 'That point of knowledge is not settled yet: the record can be shown up to {settled}.',
  next: { vi: 'Chọn thời điểm sớm hơn, hoặc bỏ trống để xem hiện tại.', en: 'Choose an earlier point, or leave it empty for now.' },
  example: { settled: '184223' },
});

export const dayNotValid = problem({
  code: 'E-DAY-NOT-VALID',
  status: 400,
  vi: 'Ngày "{day}" không đúng dạng năm-tháng-ngày.',
  en: 'The day "{day}" is not year-month-day.',
  next: { vi: 'Chọn lại ngày cần xem.', en: 'Choose the day again.' },
  example: { day: '31/02/2026' },
});

export const noPortrait = problem({
  code: 'E-PORTRAIT-NONE',
  status: 404,
  vi: 'Hồ sơ này chưa có ảnh chân dung ở ngày đang xem.',
  en: 'The record has no portrait on the day shown.',
  next: {
    vi: 'Cơ quan gửi ảnh ở mục "Nộp hồ sơ": một ảnh đặt tên bằng số định danh, hoặc một tệp .zip nhiều ảnh.',
    en: 'The body sends it by "Upload": one picture named by the citizen number, or a .zip of many.',
  },
  example: {},
});

export const recordIsOpen = problem({
  code: 'E-RECORD-OPEN',
  status: 409,
  vi: 'Hồ sơ này đang mở nên không cần mở lại.',
  en: 'The record is open: there is nothing to reopen.',
  next: { vi: 'Gửi thay đổi như bình thường.', en: 'Send the change as usual.' },
  example: {},
});

export const reopenedAlready = problem({
  code: 'E-RECORD-REOPENED',
  status: 409,
  vi: 'Hồ sơ này đã được mở lại và đang chờ thay đổi.',
  en: 'The record was reopened already and waits for its change.',
  next: {
    vi: 'Gửi thay đổi; hồ sơ tự khóa lại khi thay đổi được ghi nhận.',
    en: 'Send the change; the record closes again when it is registered.',
  },
  example: {},
});

export const reopeningReason = problem({
  code: 'E-REOPENING-REASON',
  vi: 'Lý do mở lại "{reason}" không có trong danh mục.',
  en: 'The reason "{reason}" for reopening is not in the list.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { reason: 'KHAC', allowed: 'DONG_NHAM, BO_SUNG, TRO_LAI' },
});

export const fieldNotVisible = problem({
  code: 'E-FIELD-NOT-VISIBLE',
  status: 403,
  vi: 'Vai trò hiện tại không được xem trường này.',
  en: 'This field is not visible to your role.',
  next: { vi: 'Nếu công việc cần đến, đề nghị người có thẩm quyền cung cấp.', en: 'If your work needs it, ask an authorised colleague.' },
  example: {},
});
