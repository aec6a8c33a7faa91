/**
 * What is done to the book of keys by who operates (decision 0081): an anchor that is made apart is announced, its certificate for the trust-list key adopted, the one
 * before ended; a key turned over before its year, a key distrusted. Each gives the book after it, or why not; the caller writes its row in the log, then the file, and then lets the store forget what the book has no use for.
 */
import { X509Certificate, verify } from 'node:crypto';
import type { Instant } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { parseJws } from '#standard/card/compact-jws.ts';
import { ANCHORS_MAX, TRUST_LIST_CHARS_MAX } from '#standard/card/limits.ts';
import { readCertificate } from '#standard/card/x509.ts';
import { requestOf, requestToSign } from './certificate.ts';
import { chainOf, derOf, freshLabel, kidIn, makeKey, nameOf, presentAnchor, publicKeyIn, sealedOf } from './key-book.ts';
import type { BookNeeds, KeptAnchor, KeptKey, KeyBook } from './key-book.ts';
import { publicJwkOf } from './node-crypto.ts';
import { readRevocations } from './revocation-list.ts';
import type { Revocations } from './revocation-list.ts';
import type { CardKeyUse } from './signer.ts';
import {
  NOT_ALL,
  NOT_AN_AUTHORITY,
  NOT_IN_FORCE,
  NOT_LATER,
  NOT_NEWER,
  NOT_ONE_CERTIFICATE,
  NOT_OF_ITSELF,
  NOT_REVOCATIONS,
  NOT_THE_KEY,
  NOT_UNDER_AN_ANCHOR,
  TOO_MANY_ANNOUNCED,
  cardAnchorNotAnnounced,
  cardCertificateUnfit,
  cardKeyByCeremony,
  cardKeyUnknown,
  cardListKeyUnasked,
} from './problems.ts';

const unfit = (why: Bilingual): Result<never> => refused(cardCertificateUnfit({ why }));

/** A certificate that doors can read, of somebody who may sign certificates, and holds now. */
function readAuthority(pem: string, at: Instant): Result<X509Certificate> {
  let read: X509Certificate;
  try {
    read = new X509Certificate(pem);
  } catch {
    return unfit(NOT_ONE_CERTIFICATE);
  }
  // By the code of the doors too: what OpenSSL forgives is no use to them.
  const asDoor = readCertificate(read.raw);
  if (!asDoor) return unfit(NOT_ONE_CERTIFICATE);
  if (!asDoor.isAuthority || !read.ca) return unfit(NOT_AN_AUTHORITY);
  return Date.parse(at) >= asDoor.notBeforeMs && Date.parse(at) < asDoor.notAfterMs ? ok(read) : unfit(NOT_IN_FORCE);
}

const base64Of = (certificate: X509Certificate): string => certificate.raw.toString('base64');

/** Doors are told of the next anchor, to pin it beside the present one; said again it changes nothing. */
export function announceAnchor(book: KeyBook, pem: string, at: Instant): Result<KeyBook> {
  const read = readAuthority(pem, at);
  if (!read.ok) return read;
  if (!read.value.checkIssued(read.value) || !read.value.verify(read.value.publicKey)) return unfit(NOT_OF_ITSELF);
  const certificate = base64Of(read.value);
  const { anchors = [] } = book;
  if (presentAnchor(book).certificate === certificate || anchors.some((one) => one.certificate === certificate)) return ok(book);
  if (anchors.filter(({ state }) => state === 'next').length >= ANCHORS_MAX) return unfit(TOO_MANY_ANNOUNCED);
  return ok({ ...book, anchors: [...anchors, { certificate, state: 'next', since: at }] });
}

/** An announcement taken back, before it is used: doors unpin it with their next list. */
export function withdrawAnchor(book: KeyBook, kid: string): Result<KeyBook> {
  const { anchors = [] } = book;
  const left = anchors.filter((one) => one.state !== 'next' || kidIn(one) !== kid);
  return left.length < anchors.length ? ok({ ...book, anchors: left }) : refused(cardKeyUnknown({ kid }));
}

/**
 * A key for the trust list is made, and what the anchor is asked: PKCS #10, PEM. Asked again before it came back, a new one takes its place.
 */
export function askListKey(book: KeyBook, needs: BookNeeds): { readonly book: KeyBook; readonly request: string } {
  const label = freshLabel('list', needs);
  const { key, sealed } = needs.store.make(label);
  const toBeSigned = requestToSign({ subject: nameOf('list', needs.organisation), publicKey: key.publicKey });
  const asked = { label, madeAt: needs.clock.now(), ...sealed };
  return { book: { ...book, asked }, request: requestOf(toBeSigned, key.signNow(toBeSigned)) };
}

/** Does the published list tell doors of this anchor? An anchor is used only when they could pin it. */
function isAnnouncedIn(published: string | null, { certificate }: KeptAnchor): boolean {
  const said = published === null ? undefined : parseJws(published.trim(), TRUST_LIST_CHARS_MAX)?.payload['next_anchors'];
  const { x, y } = publicJwkOf(publicKeyIn(certificate));
  return Array.isArray(said) && said.some((one: { x?: unknown; y?: unknown } | null) => one?.x === x && one.y === y);
}

/**
 * The certificate came back: the key that was asked for signs the trust list from now on, and the certificates of cards and lists. Under the present anchor the key of
 * before is followed by it; under an announced one the anchor is changed too.
 * @param published  the trust list as it stands, under the anchor of before
 */
export function adoptListKey(book: KeyBook, pem: string, published: string | null, needs: BookNeeds): Result<KeyBook> {
  const at = needs.clock.now();
  const { asked, anchors = [] } = book;
  if (!asked) return refused(cardListKeyUnasked());
  const read = readAuthority(pem, at);
  if (!read.ok) return read;
  const certificate = read.value;
  const key = needs.store.open(asked.label, sealedOf(asked));
  if (!certificate.publicKey.equals(key.publicKey)) return unfit(NOT_THE_KEY);
  const above = anchors.find((one) => isSignedUnder(certificate, one));
  if (!above) return unfit(NOT_UNDER_AN_ANCHOR);
  if (above.state === 'next' && !isAnnouncedIn(published, above)) return refused(cardAnchorNotAnnounced({ kid: kidIn(above) }));
  const before = book.keys.find((one) => one.use === 'list' && one.state === 'active');
  // Doors refuse whatever is signed by a key whose certificate begins earlier than the one they know: that is what ends a key that was stolen.
  if (before && above.state === 'active' && certificate.validFromDate.toISOString() <= before.notBefore) return unfit(NOT_LATER);
  const made: KeptKey = {
    label: asked.label,
    use: 'list',
    state: 'active',
    madeAt: asked.madeAt,
    activeAt: at,
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    certificate: base64Of(certificate),
    ...sealedOf(asked),
  };
  const retired = book.keys.map((one) =>
    one !== before && (one.use !== 'anchor' || one.state !== 'active') ? one : { ...one, state: 'retired' as const },
  );
  const changed = above.state === 'next' && published !== null ? { handover: published.trim() } : {};
  // Its certificate stays, for those of cards and lists are under it; the key is nobody's any more.
  const { asked: _done, ...rest } = book;
  return ok({
    ...rest,
    ...changed,
    keys: [...retired.map((one) => (one.label === before?.label ? withoutKey(one) : one)), made],
    anchors: above.state === 'active' ? anchors : [{ ...above, state: 'active', since: at }],
  });
}

const withoutKey = ({ salt: _salt, sealed: _sealed, ...rest }: KeptKey): KeptKey => rest;

function isSignedUnder(certificate: X509Certificate, { certificate: above }: KeptAnchor): boolean {
  const anchor = new X509Certificate(derOf(above));
  return certificate.checkIssued(anchor) && certificate.verify(anchor.publicKey);
}

/** Between the machine of the anchor and the server, at most. */
const CLOCKS_DIFFER_MS = 300_000;

/**
 * What an anchor that is kept apart has revoked, brought from where its key is. E-CARD-CERTIFICATE-UNFIT when none of its lists, over, not newer than the one that stands, or without something that stands there.
 * @param pem  one list
 */
export function takeRevocations(book: KeyBook, pem: string, at: Instant): Result<KeyBook> {
  const { anchors = [] } = book;
  const list = readRevocations(pem);
  const anchor = list && anchors.find((one) => isListOf(list, one));
  if (!list || !anchor) return unfit(NOT_REVOCATIONS);
  // Made by a clock that is ahead, it would stand before every right one until then: its number is its time.
  if (Date.parse(list.thisUpdate) > Date.parse(at) + CLOCKS_DIFFER_MS || list.nextUpdate <= at) return unfit(NOT_IN_FORCE);
  const standing = anchor.revocations === undefined ? null : readRevocations(anchor.revocations);
  if (standing && standing.number >= list.number) return unfit(NOT_NEWER);
  // A stop that was published stays one: who forgot the folder of former ones would take it back.
  if (standing?.serials.some((serial) => !list.serials.includes(serial))) return unfit(NOT_ALL);
  return ok({ ...book, anchors: anchors.map((one) => (one === anchor ? { ...one, revocations: pem } : one)) });
}

function isListOf({ signed, signature, issuer }: Revocations, { certificate }: KeptAnchor): boolean {
  const der = derOf(certificate);
  const subject = readCertificate(der)?.subject;
  return (
    subject !== undefined &&
    Buffer.from(subject).equals(issuer) &&
    verify('sha256', signed, { key: publicKeyIn(certificate), dsaEncoding: 'ieee-p1363' }, signature)
  );
}

/** The anchor of before is nobody's any more: its private key goes, where it stood here, and no door finds over from it. */
export function endFormerAnchor(book: KeyBook): Result<KeyBook> {
  const former = book.keys.filter(({ use, state }) => use === 'anchor' && state !== 'active');
  if (former.length === 0 && book.handover === undefined) return refused(cardKeyUnknown({ kid: '–' }));
  const { handover: _gone, ...rest } = book;
  return ok({ ...rest, keys: book.keys.filter((one) => !former.includes(one)) });
}

/**
 * The next key is made now, and signs when doors have known it for two days; one for questions as soon as it is made, for no door has to know it first.
 * E-CARD-KEY-BY-CEREMONY for the key of the trust list and the anchor: what certifies them is on the machine apart.
 */
export function rotateKey(book: KeyBook, use: CardKeyUse): Result<KeyBook> {
  const signs = book.keys.find((one) => one.use === use && one.state === 'active');
  if (use === 'list' || use === 'anchor') return refused(cardKeyByCeremony({ kid: signs ? kidIn(signs) : use }));
  return ok({ ...book, keys: book.keys.map((one) => (one === signs ? { ...one, turnOver: true } : one)) });
}

/**
 * A key is trusted no more: it leaves the trust list, its private key goes, and where it signed another signs from now on, without waiting for doors to know it.
 * E-CARD-KEY-UNKNOWN; E-CARD-KEY-BY-CEREMONY for anchors and the key for the trust list.
 */
export function distrustKey(book: KeyBook, kid: string, because: string, needs: BookNeeds): Result<KeyBook> {
  const gone = book.keys.find((one) => kidIn(one) === kid);
  if (!gone) return refused(cardKeyUnknown({ kid }));
  const { use } = gone;
  if (use === 'anchor' || use === 'list') return refused(cardKeyByCeremony({ kid }));
  const at = needs.clock.now();
  const left = book.keys.filter((one) => one !== gone);
  const next = left.find((one) => one.use === use && one.state === 'next');
  const follows: readonly KeptKey[] =
    gone.state !== 'active'
      ? left
      : next
        ? left.map((one) => (one === next ? { ...one, state: 'active', activeAt: at } : one))
        : [...left, makeKey(use, 'active', book, needs)];
  return ok({ ...book, keys: follows, distrusted: [...(book.distrusted ?? []), { kid, use, at, because, certificate: gone.certificate }] });
}

export interface ListedKey {
  readonly kid: string;
  readonly use: string;
  readonly state: string;
  readonly label: string;
  readonly notAfter: Instant;
  /** names of the certificates above it, up to the anchor, which is not among them */
  readonly chain: readonly string[];
}

/** Everything in the book, for who operates; no private key is opened. */
export function listedKeys(book: KeyBook): readonly ListedKey[] {
  const anchors = (book.anchors ?? []).map((one) => ({
    kid: kidIn(one),
    use: 'anchor',
    state: one.state,
    label: '–',
    notAfter: new X509Certificate(derOf(one.certificate)).validToDate.toISOString(),
    chain: [],
  }));
  const keys = book.keys.map((one) => ({
    kid: kidIn(one),
    use: one.use,
    state: one.state,
    label: one.label,
    notAfter: one.notAfter,
    chain: chainOf(book, one).map((above) => kidIn({ certificate: above.toString('base64') })),
  }));
  const distrusted = (book.distrusted ?? []).map((one) => ({
    kid: one.kid,
    use: one.use,
    state: 'distrusted',
    label: '–',
    notAfter: one.at,
    chain: [],
  }));
  return [...anchors, ...keys, ...distrusted];
}
