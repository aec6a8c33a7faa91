/** Why the certificate of another server is not trusted, for people: the same words for a database, a provider of sign-in and a mail server. */
import type { Bilingual } from './problem.ts';

/** What Node and OpenSSL say when a server's certificate is not one to trust. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS/;

/** null: that is not what went wrong. */
export function certificateWords({ code = '', message }: NodeJS.ErrnoException): Bilingual | null {
  if (code === 'CERT_HAS_EXPIRED') return { vi: 'chứng thư đã hết hạn', en: 'its certificate has expired' };
  if (code === 'CERT_NOT_YET_VALID')
    return {
      vi: 'chứng thư chưa đến ngày có hiệu lực (xem đồng hồ máy này)',
      en: 'its certificate is not valid yet (look at the clock here)',
    };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return { vi: 'chứng thư cấp cho tên máy chủ khác', en: 'its certificate is for another name' };
  if (CERTIFICATE.test(code))
    return { vi: 'chứng thư không do nơi cấp được tin ký', en: 'its certificate is not signed by an authority that is trusted here' };
  return /does not support SSL/.test(message) ? { vi: 'máy chủ không mở TLS', en: 'the server has TLS turned off' } : null;
}
