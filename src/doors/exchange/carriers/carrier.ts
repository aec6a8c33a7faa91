/** One port for whatever carries a call: what of it is shown, by whom it is vouched for, or why it is not believed. */
import type { X509Certificate } from 'node:crypto';
import type { CarrierName } from '#base/exchange-settings.ts';
import type { Bilingual } from '#base/problem.ts';

/** A call as a carrier sees it. */
export interface WireCall {
  readonly head: (name: string) => string;
  /** the other end of the connection itself; a server in front that passes TLS on has told it (PROXY header) */
  readonly peer: string;
  /** as above, or what a server in front that is believed says */
  readonly address: string;
  /** presented and verified against the authority of the listener; null: none */
  readonly certificate: X509Certificate | null;
}

/** Why a call is refused. Closed: each has words. */
export const CALL_REFUSALS = [
  'nothing-shown',
  'not-enrolled',
  'enrolment-ended',
  'expired',
  'not-yet-valid',
  'wrong-usage',
  'wrong-address',
  'not-our-security-server',
  'member-unread',
  'token-not-valid',
  'ndop-not-published',
] as const;
export type CallRefusal = (typeof CALL_REFUSALS)[number];

export const CALL_REFUSAL_WORDS: Readonly<Record<CallRefusal, Bilingual>> = {
  'nothing-shown': {
    vi: 'không có chứng thư, tiêu đề X-Road hay mã truy cập nào được nhận ở đây',
    en: 'it shows no certificate, X-Road head or token that is taken here',
  },
  'not-enrolled': { vi: 'chưa đăng ký cho nguồn nào', en: 'it is enrolled for no source' },
  'enrolment-ended': { vi: 'đăng ký đã chấm dứt', en: 'its enrolment has ended' },
  expired: { vi: 'chứng thư đã hết hạn', en: 'the certificate has expired' },
  'not-yet-valid': { vi: 'chứng thư chưa đến ngày có hiệu lực', en: 'the certificate is not valid yet' },
  'wrong-usage': { vi: 'chứng thư không dành cho bên gọi (clientAuth)', en: 'the certificate is not for callers (clientAuth)' },
  'wrong-address': { vi: 'gọi từ mạng không được đăng ký cho nguồn', en: 'it calls from a network that is not enrolled for the source' },
  'not-our-security-server': {
    vi: 'tiêu đề X-Road không đến từ máy chủ an ninh của trung tâm',
    en: 'the X-Road head does not come from the security server of the centre',
  },
  'member-unread': {
    vi: 'X-Road-Client không đủ bốn phần, hoặc thiếu X-Road-Id',
    en: 'X-Road-Client is not of four parts, or X-Road-Id is missing',
  },
  'token-not-valid': {
    vi: 'mã truy cập sai chữ ký, hết hạn, hoặc không dành cho trung tâm',
    en: 'the token is not signed, not in force or not meant for the centre',
  },
  'ndop-not-published': {
    vi: 'giao diện của nút NDOP chưa được công bố',
    en: 'the interface of an NDOP node has not been published',
  },
};

/** What a carrier found: a name that it vouches for, why not, or null where the call shows nothing of it. */
export type Shown =
  | { readonly carrier: CarrierName; readonly name: string; readonly refusal?: never; readonly message?: MessageRecord }
  | { readonly refusal: CallRefusal; readonly name?: string };

/** What an X-Road message log keeps of a message, beside what the security server itself signs: to find one by the other. */
export interface MessageRecord {
  readonly messageId: string;
  readonly clientId: string;
  /** of the request as the client's security server signed it; empty: it said none */
  readonly requestHash: string;
}

export interface Carrier {
  readonly name: CarrierName;
  readonly shown: (call: WireCall) => Promise<Shown | null>;
}
