/** Problems of the personal door. */
import { problem } from '#base/problem.ts';

export const notRegistered = problem({
  code: 'E-OWN-NOT-REGISTERED',
  status: 404,
  vi: 'Chưa có hồ sơ nào của anh/chị trong CSDL.',
  en: 'There is no record of yours in the register yet.',
  next: {
    vi: 'Hỏi bộ phận tổ chức cán bộ của cơ quan xem hồ sơ đã được gửi và xác nhận chưa. Hồ sơ được cập nhật vào CSDL rồi thì trang này tự có.',
    en: "Ask your agency's personnel unit whether your record was sent in and confirmed. Once it is registered this page shows it.",
  },
  example: {},
});

export const noPortrait = problem({
  code: 'E-OWN-NO-PORTRAIT',
  status: 404,
  vi: 'Hồ sơ của anh/chị chưa có ảnh chân dung.',
  en: 'Your record has no portrait yet.',
  next: {
    vi: 'Gửi ảnh 3×4 hoặc 4×6 cho bộ phận tổ chức cán bộ của cơ quan; ảnh được xác nhận như mọi dữ liệu khác.',
    en: "Give a 3×4 or 4×6 portrait to your agency's personnel unit; it is confirmed like everything else.",
  },
  example: {},
});

export const noCardToOffer = problem({
  code: 'E-OWN-NO-CARD',
  status: 409,
  vi: 'Anh/chị chưa có thẻ còn hiệu lực nên chưa nhận về điện thoại được.',
  en: 'You have no valid card yet, so there is none to take onto a phone.',
  next: {
    vi: 'Xem trang “Thẻ của tôi” để biết còn thiếu gì và ai bổ sung.',
    en: 'See the page “My card” for what is missing and who adds it.',
  },
  example: {},
});
