/** Problems of updates that come from VNeID. They are read by the service’s operators; none names a person. */
import { problem } from '#base/problem.ts';

export const updatesOff = problem({
  code: 'E-VNEID-UPDATE-OFF',
  status: 404,
  vi: 'Hệ thống này chưa nhận cập nhật từ VNeID.',
  en: 'This system takes no updates from VNeID yet.',
  next: { vi: 'Người vận hành đặt VNEID_UPDATES_KEYS rồi khởi động lại.', en: 'Its operator sets VNEID_UPDATES_KEYS and starts it again.' },
  example: {},
});

export const updateUnread = problem({
  code: 'E-VNEID-UPDATE-UNREAD',
  status: 400,
  vi: 'Bản cập nhật không đọc được: {why}.',
  en: 'The update cannot be read: {why}.',
  next: {
    vi: 'Gửi một JWS dạng gọn (application/jose) theo mô tả ở docs/decisions/0126, tối đa 64 KB.',
    en: 'Send one compact JWS (application/jose) as docs/decisions/0126 describes it, 64 KB at most.',
  },
  example: { why: { vi: 'thiếu số định danh', en: 'it has no citizen number' } },
});

export const updateForged = problem({
  code: 'E-VNEID-UPDATE-FORGED',
  status: 401,
  vi: 'Chữ ký của bản cập nhật không đúng ({why}).',
  en: 'The signature of the update does not hold ({why}).',
  next: {
    vi: 'Ký lại bằng khóa đã trao cho hệ thống này. Không dùng lại bản này.',
    en: 'Sign it with a key that was given to this system. Do not send this one again.',
  },
  example: { why: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
});

export const updateLate = problem({
  code: 'E-VNEID-UPDATE-LATE',
  status: 422,
  vi: 'Bản cập nhật ký quá lâu rồi, hoặc ký ở thời điểm chưa tới.',
  en: 'The update was signed too long ago, or at a time that has not come.',
  next: {
    vi: 'Chỉnh đồng hồ rồi ký lại với tên (jti) mới; bản cũ không được nhận.',
    en: 'Set the clock and sign it anew under a new name (jti); the old one is not taken.',
  },
  example: {},
});

export const updateOfNobody = problem({
  code: 'E-VNEID-UPDATE-PERSON',
  status: 404,
  vi: 'Không có người nào như vậy trong hệ thống này.',
  en: 'There is no such person in this system.',
  next: {
    vi: 'Đối chiếu số định danh và họ tên với dữ liệu dân cư; người này có thể chưa có hồ sơ ở đây.',
    en: 'Compare number and name with the population data; this person may have no record here yet.',
  },
  example: {},
});
