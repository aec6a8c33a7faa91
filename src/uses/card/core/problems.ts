/** Problems of the card's keys and anchors, for who operates. */
import type { Bilingual } from '#base/problem.ts';
import { problem } from '#base/problem.ts';

export const NOT_ONE_CERTIFICATE: Bilingual = {
  vi: 'không phải một chứng thư X.509 mà cửa đọc được (khóa P-256, ECDSA với SHA-256)',
  en: 'it is no X.509 certificate that checkpoints can read (a P-256 key, ECDSA with SHA-256)',
};
export const NOT_AN_AUTHORITY: Bilingual = {
  vi: 'chứng thư này không được phép ký chứng thư khác (cần CA và keyCertSign)',
  en: 'it may not sign certificates (CA and keyCertSign are needed)',
};
export const NOT_IN_FORCE: Bilingual = { vi: 'chứng thư chưa có hiệu lực hoặc đã hết hạn', en: 'it does not hold yet, or no longer' };
export const NOT_OF_ITSELF: Bilingual = { vi: 'neo tin cậy phải tự ký chứng thư của mình', en: 'a trust anchor signs its own certificate' };
export const NOT_THE_KEY: Bilingual = {
  vi: 'chứng thư không phải cho khóa vừa xin (congvu card key request)',
  en: 'it is not for the key that was asked for (congvu card key request)',
};
export const NOT_UNDER_AN_ANCHOR: Bilingual = {
  vi: 'không có neo đang dùng hay đã công bố nào ký chứng thư này',
  en: 'no anchor that is used or announced here has signed it',
};
export const TOO_MANY_ANNOUNCED: Bilingual = {
  vi: 'đã công bố tám neo kế tiếp, cửa không đọc danh sách nói nhiều hơn (congvu card anchor withdraw)',
  en: 'eight next anchors are announced, and checkpoints read no list that says more (congvu card anchor withdraw)',
};
export const NOT_LATER: Bilingual = {
  vi: 'chứng thư bắt đầu không muộn hơn chứng thư đang dùng: cửa sẽ không nhận',
  en: 'it does not begin later than the present one: checkpoints would not take it',
};

export const NOT_REVOCATIONS: Bilingual = {
  vi: 'không phải danh sách thu hồi (CRL, PEM) do một neo đang dùng hay đã công bố ở đây ký',
  en: 'it is no list of revoked certificates (CRL, PEM) that an anchor used or announced here has signed',
};
export const NOT_ALL: Bilingual = {
  vi: 'danh sách này thiếu chứng thư đã thu hồi trước đây (congvu card anchor revoke --revoked với đủ mọi chứng thư)',
  en: 'it leaves out what was revoked before (congvu card anchor revoke --revoked, with every certificate)',
};
export const NOT_NEWER: Bilingual = {
  vi: 'danh sách thu hồi này không mới hơn danh sách đang công bố',
  en: 'this list of revoked certificates is not newer than the published one',
};

export const cardCertificateUnfit = problem({
  code: 'E-CARD-CERTIFICATE-UNFIT',
  status: 422,
  vi: 'Không dùng được chứng thư này: {why}.',
  en: 'This certificate cannot be used: {why}.',
  next: {
    vi: 'Làm lại theo thứ tự trong docs/card/le-ky-neo.md. Chưa có gì thay đổi.',
    en: 'Do it again in the order of docs/card/le-ky-neo.md. Nothing has changed.',
  },
  example: { why: NOT_AN_AUTHORITY },
});

export const cardListKeyUnasked = problem({
  code: 'E-CARD-LIST-KEY-UNASKED',
  status: 409,
  vi: 'Chưa có khóa ký danh sách tin cậy nào đang chờ chứng thư.',
  en: 'No key for the trust list waits for a certificate.',
  next: { vi: 'Chạy npx congvu card key request --out TEP.csr trước.', en: 'Run npx congvu card key request --out FILE.csr first.' },
  example: {},
});

export const cardAnchorNotAnnounced = problem({
  code: 'E-CARD-ANCHOR-UNANNOUNCED',
  status: 409,
  vi: 'Danh sách tin cậy đang công bố chưa nói tới neo {kid}: các cửa chưa ghim được.',
  en: 'The published trust list does not say the anchor {kid} yet: checkpoints could not pin it.',
  next: {
    vi: 'Đợi danh sách được ký lại (năm phút khi máy chủ chạy), và đợi các cửa tải về, rồi chạy lại.',
    en: 'Wait until the list is signed anew (five minutes while a server runs) and checkpoints have fetched it, then run it again.',
  },
  example: { kid: 'AbCdEfGhIjk' },
});

export const cardKeyUnknown = problem({
  code: 'E-CARD-KEY-UNKNOWN',
  status: 404,
  vi: 'Không có khóa hay neo {kid} để làm việc này.',
  en: 'There is no key or anchor {kid} for this.',
  next: { vi: 'Xem danh sách: npx congvu card key.', en: 'See the list: npx congvu card key.' },
  example: { kid: 'AbCdEfGhIjk' },
});

export const cardKeyByCeremony = problem({
  code: 'E-CARD-KEY-BY-CEREMONY',
  status: 409,
  vi: 'Khóa {kid} ký danh sách tin cậy hoặc là neo: chỉ neo thay được nó.',
  en: 'The key {kid} signs the trust list, or is the anchor: only the anchor replaces it.',
  next: {
    vi: 'Xin khóa mới (congvu card key request), ký ở máy ngoại tuyến (card anchor certify), nhận về (card anchor adopt): cửa thôi tin khóa cũ ngay khi thấy khóa mới. Neo bị lộ: docs/card/le-ky-neo.md.',
    en: 'Ask for a new one (congvu card key request), sign it on the machine apart (card anchor certify), take it (card anchor adopt): checkpoints trust the former no more as soon as they see the new one. A stolen anchor: docs/card/le-ky-neo.md.',
  },
  example: { kid: 'AbCdEfGhIjk' },
});

export const cardRequestUnfit = problem({
  code: 'E-CARD-REQUEST-UNFIT',
  status: 422,
  vi: 'Tệp {file} không dùng được: yêu cầu phải do chính khóa xin ký (P-256), và chứng thư neo phải đúng với khóa neo.',
  en: '{file} cannot be used: a request is signed by the key that asks (P-256), and the certificate of the anchor is that of its key.',
  next: {
    vi: 'Chép lại tệp từ máy chủ (congvu card key request), và nêu đúng cặp anchor.key, anchor.pem và đúng tệp câu mật khẩu.',
    en: 'Copy the file from the server again (congvu card key request), and name anchor.key and anchor.pem of one pair, and the right file of the passphrase.',
  },
  example: { file: 'danh-sach.csr' },
});
