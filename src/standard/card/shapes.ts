/**
 * The card of cadres, civil servants and public employees (thẻ CBCCVC) as it travels between issuer, wallet and door.
 * Everything in this folder is pure and runs in Node and in a browser alike: no `node:` import, no clock, no chance.
 * Sources: SD-JWT VC (draft-ietf-oauth-sd-jwt-vc), SD-JWT (RFC 9901), Token Status List (draft-ietf-oauth-status-list), CWT (RFC 8392),
 * COSE (RFC 9052), base45 (RFC 9285); the shape of the claims and the door's QR are ours, and unofficial.
 */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';

/** A card of the demo and of tests can never pass for a real one, nor the reverse: the door says so. */
export type CardEnvironment = 'CHINH_THUC' | 'THU_NGHIEM';

/** Public key on P-256, as a JWK without private part (RFC 7518 §6.2). */
export interface EcPublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/**
 * The primitives that a check needs, from `node:crypto` (sync) or WebCrypto (promises): the one thing that differs between server and browser.
 * `verifyEs256`: `signature` is raw r‖s, 64 bytes; false for anything else, never a throw.
 */
export interface CardCrypto {
  sha256(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** base64url of SHA-256 over an ASCII text, where the platform does that in one call */
  sha256Text?(text: string): string;
  verifyEs256(key: EcPublicJwk, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
  /** zlib (RFC 1950); refuses, by throwing, to inflate beyond `maxBytes` */
  inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array>;
}

/** One key that may sign cards, or status lists: never both (`use`). */
export interface TrustedKey {
  /** first 8 bytes of SHA-256 over the DER certificate, base64url: the `kid` of JOSE and COSE headers */
  readonly kid: string;
  readonly jwk: EcPublicJwk;
  readonly use: 'card' | 'status';
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** who signs: `iss` of its cards, an address */
  readonly iss: string;
  /** name of who signs, for people */
  readonly issuer: Bilingual;
  /** its certificate under the anchor, DER in base64, for readers of X.509: we go by the key. Absent in lists of before */
  readonly certificate?: string;
  /** certificates between it and the anchor, the same way; absent: it stands under the anchor itself */
  readonly chain?: readonly string[];
}

/** A name under which the issuer gave cards before it moved. */
export interface FormerSite {
  /** `iss` of its cards */
  readonly iss: string;
  readonly vct: string;
  /** how the addresses of its status lists begin; what follows is the number, and the list of that number goes on at the address of today */
  readonly statusLists: string;
  /** from then on its cards are a stranger's */
  readonly until: Instant;
}

/** What a door trusts: fetched in bulk, signed, never older than it says. */
export interface TrustList {
  /** a counter, and no clock: rises with each list; a door refuses a smaller one than it has seen (rollback) */
  readonly version: number;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly environment: CardEnvironment;
  /** the types of credential that count as this card */
  readonly vcts: readonly string[];
  /** address of each status list, for the bulk fetch */
  readonly statusLists: readonly string[];
  readonly keys: readonly TrustedKey[];
  /** absent: the issuer never moved */
  readonly formerSites?: readonly FormerSite[];
  /** to be pinned beside the present one: another list may stand under one of them soon */
  readonly nextAnchors?: readonly EcPublicJwk[];
  /** the last list under the anchor before, for a door that was away when the present one was announced */
  readonly handover?: string;
  /** kids that were trusted and are no more */
  readonly distrusted?: readonly string[];
  /** under which of the pinned anchors it stands; set by its reader */
  readonly anchor?: EcPublicJwk;
  /** when the certificate of the key that signed it begins; absent: the anchor itself signed. Set by its reader */
  readonly listKeySince?: Instant;
}

/** A status list that was read and whose signature was found good; one bit a card copy, 0 valid, 1 not. */
export interface StatusList {
  readonly uri: string;
  /** a counter, and no clock: of two readings the later is the one with the greater number. Absent in lists of before */
  readonly version?: number;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** seconds after which a door that can should fetch it again */
  readonly ttlSeconds: number;
  readonly bits: Uint8Array;
}

/** Of which employment beside the main one a card is: a concurrent post, a secondment. */
export type EmploymentSaid = 'KIEM_NHIEM' | 'BIET_PHAI';

/** What a card says, as claims of one person at one body; names are those of the claim table (`claims.ts`). */
export interface CardClaims {
  readonly moi_truong: CardEnvironment;
  readonly ho_ten: string;
  readonly ho_ten_latin: string;
  /** `data:image/jpeg;base64,…`, 240×320 */
  readonly anh: string;
  readonly chuc_vu?: { readonly ma?: string; readonly ten: string };
  readonly chuc_danh?: { readonly ma?: string; readonly ten: string };
  readonly co_quan: { readonly ma: string; readonly ten: string };
  readonly co_quan_quan_ly: { readonly ma: string; readonly ten: string };
  readonly don_vi?: string;
  /** always shown; absent: of the main employment */
  readonly loai_vi_tri?: EmploymentSaid;
  readonly ma_so_the: string;
  readonly loai: string;
  readonly cap: 'TW' | 'TINH' | 'XA';
  readonly dang_cong_tac: boolean;
  readonly ngay_cap: PlainDate;
  readonly het_han: PlainDate;
  /** `VN1:…`: what the wallet wraps and signs for a one-time QR at the door */
  readonly ma_cua?: string;
}

/**
 * The words at the door (docs/architecture.md §8, Card). `V1b` is a good card that is not enough to let somebody in: no portrait, too little said, or nobody knows who carries it.
 * V8: the device's clock cannot be right, or the server's. V11: a card of the other environment.
 */
export type VerdictCode = 'V1' | 'V1b' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9' | 'V11';

/** Why, for the second line and for tests: closed. Which reason makes which verdict: `CODE_OF` in judge.ts. */
export type VerdictReason =
  | 'valid'
  | 'no-portrait'
  | 'says-too-little'
  | 'not-asked'
  | 'revoked'
  | 'copy-expired'
  | 'card-expired'
  | 'not-yet-valid'
  | 'not-a-card'
  | 'too-large'
  | 'unknown-type'
  | 'unknown-key'
  | 'key-distrusted'
  | 'wrong-issuer'
  | 'bad-signature'
  | 'wrong-algorithm'
  | 'wrong-kind'
  | 'holder-not-proven'
  | 'wrong-holder-key'
  | 'bad-holder-proof'
  | 'wrong-audience'
  | 'wrong-nonce'
  | 'too-old'
  | 'seen-before'
  | 'from-the-future'
  | 'no-trust-list'
  | 'no-status-list'
  | 'status-list-too-old'
  | 'index-out-of-range'
  | 'clock-wrong'
  | 'server-clock-wrong'
  | 'test-card'
  | 'wrong-environment';

export interface Verdict {
  readonly code: VerdictCode;
  readonly reason: VerdictReason;
  /** what the card says, where its signature was good; a refused card shows nothing else of itself */
  readonly claims: Partial<CardClaims> | null;
  /** how it was shown */
  readonly means: 'sd-jwt' | 'vn1' | 'vn2' | null;
  /** did the holder prove to hold the key, now? VN1 on paper and a bare SD-JWT do not */
  readonly holderProven: boolean;
  /** when the status list that was asked was signed; null when none was */
  readonly statusAt: Instant | null;
  /** whose key signed the card; null until that signature was found good */
  readonly signedBy: Bilingual | null;
}
