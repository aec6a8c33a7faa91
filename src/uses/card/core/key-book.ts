/**
 * The book of the card's keys, `card-keys.json` of the keys folder, mode 0600: certificates, states, anchors that are pinned or announced, keys that are trusted no
 * more. Apart from the database, for a database that is set back would trust again what was distrusted; the private keys are the store's (`key-store.ts`), which may keep
 * them sealed in a row here. Read again when the file is another one: several processes have it open.
 */
import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant } from '#base/clock.ts';
import { replaceClosedFile } from '#base/closed-file.ts';
import { certificateOf, certificateToSign, kidOf, keyIdOf, maySignRevocations } from './certificate.ts';
import type { CertificateName } from './certificate.ts';
import { CERTIFICATE_DAYS, SIGNING_USES } from './key-rotation.ts';
import type { KeyState, SigningUse } from './key-rotation.ts';
import type { HeldKey, KeyStore, SealedKey } from './key-store.ts';
import type { CardKeyUse } from './signer.ts';

export const CARD_KEYS = 'card-keys.json';
const DAY_MS = 86_400_000;
/** An anchor that stands here, online, until one that is made apart is adopted. */
const ANCHOR_DAYS = 3_650;
/** A certificate holds from an hour before it was made: clocks of doors differ. */
const BACKDATED_MS = 3_600_000;

export interface KeptKey {
  readonly label: string;
  readonly use: CardKeyUse;
  readonly state: KeyState;
  readonly madeAt: Instant;
  readonly activeAt: Instant | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** DER, base64 */
  readonly certificate: string;
  /** of the private key; absent: the store keeps it itself */
  readonly salt?: string;
  readonly sealed?: string;
  /** somebody asked for the next one before its year was over */
  readonly turnOver?: true;
}

/** An anchor whose private key was never here. */
export interface KeptAnchor {
  /** DER, base64 */
  readonly certificate: string;
  /** next: doors are told to pin it beside the present one */
  readonly state: 'next' | 'active';
  readonly since: Instant;
  /** what it has revoked, made where its key is (decision 0090): PEM. Absent: nothing was brought */
  readonly revocations?: string;
}

export interface DistrustedKey {
  readonly kid: string;
  readonly use: CardKeyUse;
  readonly at: Instant;
  readonly because: string;
  /** DER, base64: what a list of revoked certificates names; absent in books of before */
  readonly certificate?: string;
}

/** A key for the trust list that waits for its certificate from the anchor. */
export interface AskedKey {
  readonly label: string;
  readonly madeAt: Instant;
  readonly salt?: string;
  readonly sealed?: string;
}

export interface KeyBook {
  readonly keys: readonly KeptKey[];
  readonly anchors?: readonly KeptAnchor[];
  readonly asked?: AskedKey;
  /** the last trust list under the anchor before, which announces the present one: how a door that was away finds over */
  readonly handover?: string;
  readonly distrusted?: readonly DistrustedKey[];
}

export interface BookNeeds {
  readonly store: KeyStore;
  readonly clock: Clock;
  readonly chance: Chance;
  /** organisation in the certificates; a demo MUST be named so that nobody takes it for a real one */
  readonly organisation: string;
  /** issuer identifier of the cards, an address: named in the certificates */
  readonly issuerId: string;
}

export const derOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
export const sealedOf = ({ salt, sealed }: { readonly salt?: string; readonly sealed?: string }): SealedKey | null =>
  salt === undefined || sealed === undefined ? null : { salt, sealed };

export const bookFile = (folder: string): string => join(folder, CARD_KEYS);
/** Null where no card was ever issued. A file that was altered is a thrown error. */
export function readBook(folder: string): KeyBook | null {
  if (!existsSync(bookFile(folder))) return null;
  const { asking = [], ...book } = JSON.parse(readFileSync(bookFile(folder), 'utf8')) as KeyBook & { readonly asking?: readonly KeptKey[] };
  return { ...book, keys: [...book.keys, ...asking] };
}
/** Keys for questions stand apart: a server of release 0.1.0 beside this one puts every key that it reads into the trust list, and no door reads one of that use. */
export const bookText = ({ keys, ...book }: KeyBook): string => {
  const [asking, others] = [keys.filter(({ use }) => use === 'door'), keys.filter(({ use }) => use !== 'door')];
  return `${JSON.stringify({ keys: others, ...(asking.length > 0 ? { asking } : {}), ...book }, null, 1)}\n`;
};
/**
 * MUST be last in what leads to it: whole or not at all. Throws when another process has written meanwhile: what it did would be lost.
 * @param before  the book that it was made of
 */
export function writeBook(folder: string, book: KeyBook, before: KeyBook): void {
  const standing = readBook(folder);
  if (standing === null || bookText(standing) !== bookText(before)) throw new Error('the book of keys was changed meanwhile: do it again');
  replaceClosedFile(bookFile(folder), bookText(book));
}

/** Labels whose private key the book has a use for. */
const labelsHeld = ({ keys, asked }: KeyBook): ReadonlySet<string> =>
  new Set([...keys.filter(({ use, state }) => use !== 'list' || state === 'active'), ...(asked ? [asked] : [])].map(({ label }) => label));

/** MUST be called after the book is written: a key that is gone while the book names it stops everything that signs. */
export function forgetUnused(before: KeyBook, after: KeyBook, store: KeyStore): void {
  const held = labelsHeld(after);
  for (const label of labelsHeld(before)) if (!held.has(label)) store.forget(label);
}

/** Who signs certificates and the trust list now: the key for the trust list where the anchor is kept apart, else the anchor. */
export function authorityOf({ keys }: KeyBook): KeptKey {
  const found = (['list', 'anchor'] as const).flatMap((use) => keys.filter((key) => key.use === use && key.state === 'active'));
  if (!found[0]) throw new Error('the book of keys holds nobody who signs certificates');
  return found[0];
}

/** The anchor that doors pin now. */
export const presentAnchor = ({ keys, anchors = [] }: KeyBook): { readonly certificate: string } => {
  const apart = anchors.find(({ state }) => state === 'active') ?? keys.find(({ use, state }) => use === 'anchor' && state === 'active');
  if (!apart) throw new Error('the book of keys holds no anchor');
  return apart;
};

/** Certificates between a key's own and the anchor, which is not among them: that of the key for the trust list that signed it. */
export const chainOf = ({ keys }: KeyBook, { certificate }: Pick<KeptKey, 'certificate'>): readonly Buffer[] =>
  keys
    .filter(({ use, certificate: above }) => use === 'list' && above !== certificate && isUnder(derOf(certificate), derOf(above)))
    .map((key) => derOf(key.certificate));

/** By the key identifier that the one names as its maker's. */
export const isUnder = (certificate: Uint8Array, above: Uint8Array): boolean =>
  Buffer.from(certificate).includes(keyIdOf(new X509Certificate(above).publicKey));

const COMMON: Readonly<Record<CardKeyUse, string>> = {
  anchor: 'Neo tin cậy thẻ CBCCVC',
  list: 'Ký danh sách tin cậy thẻ CBCCVC',
  card: 'Ký thẻ CBCCVC',
  status: 'Ký danh sách trạng thái thẻ CBCCVC',
  door: 'Hỏi xem thẻ CBCCVC',
};
export const nameOf = (use: CardKeyUse, organisation: string): CertificateName => ({ organisation, common: COMMON[use] });

/** Where the list of what an authority has revoked is published; null: it may sign none. @param issuerId  identifier of the issuer, under which it stands */
export const revocationsAt = (issuerId: string, authority: Uint8Array): string | null =>
  maySignRevocations(authority) ? `${issuerId}/crl/${revocationsName(authority)}.crl` : null;

/** Name of an authority's list: how the fingerprint of its certificate begins. */
export const revocationsName = (authority: Uint8Array): string => Buffer.from(kidOf(authority), 'base64url').toString('hex');

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
export const freshLabel = (use: CardKeyUse, { clock, chance }: Pick<BookNeeds, 'clock' | 'chance'>): string =>
  `the-${use}-${clock.now().slice(0, 10)}-${Buffer.from(chance.bytes(3)).toString('hex')}`;

interface Authority {
  /** as its own certificate names it, byte for byte; null: it makes its own */
  readonly certificate: Buffer | null;
  readonly key: HeldKey;
}

/** A new key of the store with its certificate. */
function madeKey(
  use: CardKeyUse,
  state: 'next' | 'active',
  needs: BookNeeds,
  made: { readonly label: string; readonly key: HeldKey; readonly sealed: SealedKey | null },
  authority: Authority,
): KeptKey {
  const { clock, chance, organisation, issuerId } = needs;
  const above = authority.certificate && new X509Certificate(authority.certificate);
  const madeAt = clock.now();
  const wanted = later(madeAt, (use === 'anchor' ? ANCHOR_DAYS : CERTIFICATE_DAYS) * DAY_MS);
  const notBefore = later(madeAt, -BACKDATED_MS);
  // A certificate that outlives the one above it is no longer good in either.
  const notAfter = above && above.validToDate.toISOString() < wanted ? above.validToDate.toISOString() : wanted;
  const toBeSigned = certificateToSign({
    use,
    issuerId,
    subject: nameOf(use, organisation),
    issuer: authority.certificate ?? nameOf('anchor', organisation),
    publicKey: made.key.publicKey,
    issuerKey: authority.key.publicKey,
    serial: chance.bytes(16),
    notBefore,
    notAfter,
    revocationsAt: authority.certificate && revocationsAt(issuerId, authority.certificate),
  });
  const certificate = certificateOf(toBeSigned, authority.key.signNow(toBeSigned));
  return {
    label: made.label,
    use,
    state,
    madeAt,
    activeAt: state === 'active' ? madeAt : null,
    notBefore,
    notAfter,
    certificate: certificate.toString('base64'),
    ...made.sealed,
  };
}

/** A key for cards, lists or questions under whoever signs certificates in this book. */
export function makeKey(use: SigningUse, state: 'next' | 'active', book: KeyBook, needs: BookNeeds): KeptKey {
  const authority = authorityOf(book);
  const label = freshLabel(use, needs);
  const key = needs.store.open(authority.label, sealedOf(authority));
  return madeKey(use, state, needs, { label, ...needs.store.make(label) }, { certificate: derOf(authority.certificate), key });
}

/** What an installation begins with: an anchor that is kept here, and a key for each use under it. */
export function firstBook(needs: BookNeeds): KeyBook {
  const label = freshLabel('anchor', needs);
  const made = needs.store.make(label);
  const anchor = madeKey('anchor', 'active', needs, { label, ...made }, { certificate: null, key: made.key });
  const book = { keys: [anchor] };
  return { keys: [anchor, ...SIGNING_USES.map((use) => makeKey(use, 'active', book, needs))] };
}

export const publicKeyIn = (certificate: string): KeyObject => new X509Certificate(derOf(certificate)).publicKey;
export const kidIn = ({ certificate }: { readonly certificate: string }): string => kidOf(derOf(certificate));
