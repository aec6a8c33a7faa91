/** Problems of the card, for officers and for the person. What wallets are told stands in `oauth-errors.ts`. */
import { problem } from '#base/problem.ts';

export const noCardHeld = problem({
  code: 'E-CARD-NONE',
  status: 409,
  vi: 'Người này hiện không có thẻ còn hiệu lực.',
  en: 'This person holds no valid card.',
  next: {
    vi: 'Xem mục Thẻ trong hồ sơ để biết còn thiếu gì.',
    en: 'See under Card in the record what is missing.',
  },
  example: {},
});

export const noSuchWallet = problem({
  code: 'E-CARD-WALLET-NONE',
  status: 404,
  vi: 'Không có bản thẻ này, hoặc bản này đã ngừng.',
  en: 'There is no such copy of the card, or it has ended already.',
  next: { vi: 'Tải lại trang “Thẻ của tôi” để xem các bản còn dùng được.', en: 'Reload “My card” to see the copies that are still good.' },
  example: {},
});

export const notHeldBack = problem({
  code: 'E-CARD-NOT-HELD-BACK',
  status: 409,
  vi: 'Thẻ của người này hiện không bị giữ lại.',
  en: 'No card of this person is held back.',
  next: {
    vi: 'Tải lại mục Thẻ trong hồ sơ: có thể người khác vừa cho cấp lại.',
    en: 'Reload the part Card of the record: somebody else may have released it just now.',
  },
  example: {},
});

export const releaseReasonUnknown = problem({
  code: 'E-CARD-RELEASE-REASON',
  status: 422,
  vi: 'Lý do "{reason}" không có trong danh sách lý do cho cấp lại thẻ.',
  en: 'The reason "{reason}" is not in the list of reasons for releasing a card.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { reason: 'KHAC', allowed: 'KHONG_CO_CAN_CU, DA_KHAC_PHUC, DA_XU_LY' },
});

export const releaseWithoutPaper = problem({
  code: 'E-CARD-RELEASE-PAPER',
  status: 422,
  vi: 'Chưa ghi số văn bản làm căn cứ cho cấp lại thẻ.',
  en: 'The number of the document that decides the release is missing.',
  next: { vi: 'Ghi số, ký hiệu văn bản, ví dụ 12/KL-SNV.', en: 'Give its number and sign, such as 12/KL-SNV.' },
  example: {},
});

export const endReasonUnknown = problem({
  code: 'E-CARD-END-REASON',
  status: 422,
  vi: 'Lý do "{reason}" không có trong danh sách lý do chấm dứt thẻ.',
  en: 'The reason "{reason}" is not in the list of reasons for ending a card.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { reason: 'KHAC', allowed: 'MAT_DIEN_THOAI, CHO_MUON, CAP_SAI, SU_CO' },
});
