/** Words of why a connection was not served, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import type { CertificateEnd } from './certificates.ts';
import type { Refusal } from './client-certificate.ts';

/** They follow "the certificate is not accepted:", or stand in a line of the log. */
export const REFUSAL_WORDS: Readonly<Record<Refusal, Bilingual>> = {
  'outside-networks': { vi: 'ngoài các mạng được phép', en: 'outside the networks allowed' },
  'no-certificate': { vi: 'không gửi chứng thư nào', en: 'none was sent' },
  expired: { vi: 'đã hết hạn', en: 'it has expired' },
  'not-yet-valid': { vi: 'chưa đến ngày có hiệu lực', en: 'it is not valid yet' },
  revoked: { vi: 'đã bị thu hồi', en: 'it was revoked' },
  'wrong-usage': { vi: 'không được cấp để làm bên gọi (thiếu clientAuth)', en: 'it was not made for callers (clientAuth is missing)' },
  'self-signed': { vi: 'tự ký, không do nơi cấp nào ký', en: 'it is signed by itself, by no authority' },
  'other-authority': { vi: 'do nơi cấp khác ký', en: 'another authority signed it' },
  'revocation-list-not-valid': {
    vi: 'danh sách thu hồi ở máy chủ đã quá hạn hoặc thiếu, nên chưa chứng thư nào được nhận',
    en: 'the revocation list of the server has ended or is missing, so that none is accepted',
  },
  'certificate-not-valid': { vi: 'không kiểm tra được', en: 'it cannot be verified' },
  'name-not-listed': { vi: 'tên trong chứng thư chưa được đăng ký', en: 'the name in it is not registered' },
  'wrong-address': {
    vi: 'chứng thư đúng nhưng gọi từ địa chỉ không đăng ký cho nó',
    en: 'it is right, and comes from an address not registered for it',
  },
  'not-tls': { vi: 'không nói TLS', en: 'it does not speak TLS' },
  'old-tls': { vi: 'chỉ biết phiên bản TLS cũ', en: 'it knows old versions of TLS alone' },
  'handshake-failed': { vi: 'bắt tay TLS không thành', en: 'the TLS handshake failed' },
  'no-proxy-header': {
    vi: 'máy chủ đứng trước không gửi đầu PROXY, hoặc không phải máy chủ đã nêu',
    en: 'no PROXY header, or not from a server named',
  },
};

export const END_WORDS: Readonly<Record<CertificateEnd['what'], Bilingual>> = {
  certificate: { vi: 'Chứng thư', en: 'The certificate' },
  authority: { vi: 'Chứng thư của nơi cấp', en: 'The certificate of the authority' },
  'revocation-list': { vi: 'Danh sách thu hồi', en: 'The revocation list' },
};

export const WHOM_TO_ASK: Bilingual = { vi: 'bộ phận công nghệ thông tin của cơ quan', en: 'the IT staff of your agency' };

/** The page for who is outside: what to do, each step by itself. */
export const OUTSIDE_STEPS: readonly Bilingual[] = [
  {
    vi: 'Kiểm tra dây mạng hoặc kết nối của máy: hệ thống chỉ mở từ mạng TSLCD của cơ quan, không mở từ Internet, 4G hay Wi-Fi công cộng.',
    en: 'Look at the cable or connection of this computer: the system opens from the TSLCD of an agency, not from the Internet, 4G or public Wi-Fi.',
  },
  {
    vi: 'Máy có hai mạng thì tắt mạng Internet, hoặc nhờ cán bộ công nghệ thông tin đặt đường đi tới hệ thống qua TSLCD.',
    en: 'Where it has two networks, turn the Internet off, or have IT staff set the route to this system through TSLCD.',
  },
  {
    vi: 'Tắt VPN và máy chủ trung gian (proxy) rồi tải lại trang này.',
    en: 'Turn off VPN and proxy, then load this page again.',
  },
];
export const OUTSIDE_WORDS = {
  steps: { vi: 'Việc nên làm', en: 'What to do' },
  ask: { vi: 'Vẫn chưa được: gửi ba dòng này cho {contact}.', en: 'Still not: give these three lines to {contact}.' },
  address: { vi: 'Địa chỉ máy chủ nhìn thấy', en: 'Address that the server sees' },
  at: { vi: 'Lúc (UTC)', en: 'At (UTC)' },
  request: { vi: 'Mã yêu cầu', en: 'Request id' },
  nothingLost: { vi: 'Hồ sơ đã có biên nhận không bị ảnh hưởng.', en: 'Whatever has a receipt is not touched by it.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
