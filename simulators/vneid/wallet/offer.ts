/**
 * What a person pastes or opens to get a card: a credential offer of OpenID4VCI 1.0 §4.1, by value or by reference.
 * Pure: the fetch of a reference is the client's (`issuer.ts`).
 */
import { isRecord } from './encode.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Characters of a pasted offer; a real one has some hundred. */
export const OFFER_CHARACTERS_MAX = 8192;
export const PRE_AUTHORIZED_GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const SCHEME = 'openid-credential-offer:';

/** The offer itself, or where it lies. */
export type OfferLink = { readonly kind: 'value'; readonly offer: unknown } | { readonly kind: 'reference'; readonly uri: string };

export interface TxCode {
  readonly numeric: boolean;
  /** characters; null when the issuer does not say */
  readonly length: number | null;
}

export interface Offer {
  /** the issuer's identifier, a URL */
  readonly issuer: string;
  readonly configurationIds: readonly string[];
  readonly preAuthorizedCode: string;
  /** null: none is asked */
  readonly txCode: TxCode | null;
}

/** https anywhere, http on this machine alone: a code and a key's proof travel there. */
export const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
};

/**
 * @param text  `openid-credential-offer://?credential_offer_uri=…` or `…?credential_offer=…`, the same query behind https, or the address of the offer itself
 * White space around it and inside it (a broken line of an e-mail) is left out.
 */
export function readOfferLink(text: string): Outcome<OfferLink> {
  const bare = text.replace(/\s+/g, '');
  if (bare === '' || bare.length > OFFER_CHARACTERS_MAX || !URL.canParse(bare)) return failed('offer-unreadable');
  const url = new URL(bare);
  const own = url.protocol === SCHEME;
  if (!own && !isSafeUrl(bare)) return failed('offer-unreadable', url.protocol);
  const values = url.searchParams.getAll('credential_offer');
  const references = url.searchParams.getAll('credential_offer_uri');
  // §4.1: one of the two, once.
  if (values.length + references.length > 1) return failed('offer-unreadable', 'credential_offer');
  if (values[0] !== undefined) {
    try {
      return done({ kind: 'value', offer: JSON.parse(values[0]) as unknown });
    } catch {
      return failed('offer-unreadable', 'JSON');
    }
  }
  const uri = references[0] ?? (own ? '' : bare);
  return isSafeUrl(uri) ? done({ kind: 'reference', uri }) : failed('offer-unreadable', 'credential_offer_uri');
}

function txCodeOf(value: unknown): TxCode | null {
  if (!isRecord(value)) return null;
  const length = value['length'];
  return {
    numeric: value['input_mode'] !== 'text',
    length: typeof length === 'number' && Number.isInteger(length) && length > 0 && length <= 64 ? length : null,
  };
}

/** The offer's JSON, held to §4.1.1; an offer without a pre-authorized code is of a kind that this wallet does not take. */
export function readOffer(json: unknown): Outcome<Offer> {
  if (!isRecord(json)) return failed('offer-unreadable', 'JSON');
  const { credential_issuer: issuer, credential_configuration_ids: ids, grants } = json;
  if (typeof issuer !== 'string' || !isSafeUrl(issuer)) return failed('offer-unreadable', 'credential_issuer');
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 20 || !ids.every((id): id is string => typeof id === 'string'))
    return failed('offer-unreadable', 'credential_configuration_ids');
  const grant = isRecord(grants) ? grants[PRE_AUTHORIZED_GRANT] : undefined;
  if (!isRecord(grant)) return failed('offer-of-another-kind', 'grants');
  const code = grant['pre-authorized_code'];
  if (typeof code !== 'string' || code === '') return failed('offer-unreadable', 'pre-authorized_code');
  return done({
    issuer,
    configurationIds: ids,
    preAuthorizedCode: code,
    txCode: 'tx_code' in grant ? (txCodeOf(grant['tx_code']) ?? { numeric: true, length: null }) : null,
  });
}

/** The offer in the fragment of the wallet's address, `#offer=…`; a fragment never reaches a server. null: there is none. */
export function offerInFragment(fragment: string): string | null {
  const match = /^#offer=(.+)$/s.exec(fragment);
  if (!match) return null;
  try {
    return decodeURIComponent(match[1]!);
  } catch {
    return match[1]!;
  }
}

/** Does this text have the form that the issuer asks for? */
export const isTxCode = (text: string, asked: TxCode): boolean =>
  (asked.length === null ? text.length > 0 && text.length <= 64 : text.length === asked.length) && (!asked.numeric || /^\d+$/.test(text));
