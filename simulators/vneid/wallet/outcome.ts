/** What the wallet did, or why it could not: a value with words for people in `words.ts`, never thrown. */

export type FaultCode =
  | 'offer-unreadable'
  | 'offer-elsewhere'
  | 'offer-gone'
  | 'offer-of-another-kind'
  | 'network'
  | 'busy'
  | 'issuer-odd'
  | 'code-wrong'
  | 'offer-refused'
  | 'refresh-refused'
  | 'clock-refused'
  | 'card-refused'
  | 'copy-bad'
  | 'signature-untrusted'
  | 'request-unreadable'
  | 'request-elsewhere'
  | 'request-gone'
  | 'request-bad'
  | 'request-untrusted'
  | 'request-other-card';

export interface Fault {
  readonly code: FaultCode;
  /** a code of the protocol or the name of what was missing, for whoever helps; never a value of the card */
  readonly detail: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (code: FaultCode, detail = ''): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { code, detail },
});
