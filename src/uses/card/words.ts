/** What the issuer says to people outside the portal: in an offer that a wallet draws, and on the page of the trust anchor. */
import type { Bilingual } from '#base/problem.ts';

/** Beside the field in which a wallet asks for the transaction code (OpenID4VCI 1.0 §4.1.1: at most 300 characters, one language). */
export const TX_CODE_TEXT =
  'Nhập sáu chữ số hiện ở nơi anh/chị yêu cầu nhận thẻ · The six digits that were given where the card was asked for';

/** Page of the trust anchor. `{…}` are filled in. */
export const ANCHOR_WORDS = {
  title: { vi: 'Neo tin cậy của thẻ', en: 'Trust anchor of the card' },
  unofficial: {
    vi: 'Công Vụ không phải hệ thống chính thức của cơ quan nào. Chứng thư này do nơi vận hành tự lập, không thuộc hệ thống chứng thực của Nhà nước.',
    en: 'Công Vụ is no official system of any agency. This certificate is made by who runs it, and stands under no public certification authority.',
  },
  test: {
    vi: 'Môi trường THỬ NGHIỆM: không dùng để tin thẻ thật.',
    en: 'TEST environment: not for trusting real cards.',
  },
  why: {
    vi: 'Ai kiểm tra thẻ bằng phần mềm của mình thì cần tin chứng thư này. Trước khi tin, hãy so giá trị băm dưới đây với giá trị nhận được bằng đường khác (văn bản, điện thoại, gặp trực tiếp): một trang mạng không tự chứng minh được mình.',
    en: 'Who checks cards with software of their own has to trust this certificate. Compare the fingerprint below with one that came another way (letter, telephone, in person) first: no page on the network proves itself.',
  },
  name: { vi: 'Tên', en: 'Name' },
  fingerprint: { vi: 'Giá trị băm SHA-256 của chứng thư', en: 'SHA-256 fingerprint of the certificate' },
  kid: { vi: 'Tên khóa (kid)', en: 'Key name (kid)' },
  from: { vi: 'Hiệu lực từ', en: 'Valid from' },
  until: { vi: 'Hiệu lực đến', en: 'Valid until' },
  issuerId: { vi: 'Thẻ do nơi này cấp (iss)', en: 'Issuer of the cards (iss)' },
  get: { vi: 'Tải chứng thư (PEM)', en: 'Get the certificate (PEM)' },
} as const satisfies Readonly<Record<string, Bilingual>>;
