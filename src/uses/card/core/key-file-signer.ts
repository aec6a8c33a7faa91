/** Signs with the keys of the book (`key-book.ts`), whatever store holds them. */
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Instant } from '#base/clock.ts';
import { createClosedFile, isOpenToOthers, stampOf } from '#base/closed-file.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyMissing, keyTooOpen } from '#base/problems.ts';
import type { Keys } from '#base/sealing.ts';
import { certificateOf, kidOf, maySignRevocations, namesIssuer } from './certificate.ts';
import {
  CARD_KEYS,
  authorityOf,
  bookFile,
  bookText,
  chainOf,
  derOf,
  firstBook,
  forgetUnused,
  isUnder,
  kidIn,
  makeKey,
  presentAnchor,
  publicKeyIn,
  readBook,
  revocationsName,
  sealedOf,
  writeBook,
} from './key-book.ts';
import type { BookNeeds, KeptKey, KeyBook } from './key-book.ts';
import { rotationDue } from './key-rotation.ts';
import { sealedStore } from './key-store.ts';
import type { HeldKey, KeyStore } from './key-store.ts';
import { publicJwkOf } from './node-crypto.ts';
import { readRevocations, revocationsToSign } from './revocation-list.ts';
import type { CardKey, CardKeyUse, CardSigner, PublishedRevocations, SignerTrust } from './signer.ts';

export { CARD_KEYS } from './key-book.ts';

export interface KeyFileNeeds extends Omit<BookNeeds, 'store'> {
  readonly keys: Keys;
  /** who holds the private keys; absent: they stand in the book, sealed under the master key */
  readonly store?: KeyStore;
}

export const bookNeeds = (needs: KeyFileNeeds): BookNeeds => ({ ...needs, store: needs.store ?? sealedStore(needs) });

/**
 * Opens the book of a keys folder; makes it, with anchor and first keys, when `mayCreate`.
 * E-KEY-MISSING when there is none and none may be made; E-KEY-TOO-OPEN when others may read it. A file that was altered is a thrown error.
 */
export function openKeyFileSigner(folder: string, needs: KeyFileNeeds & { readonly mayCreate: boolean }): Result<CardSigner> {
  const file = bookFile(folder);
  const withStore = bookNeeds(needs);
  if (!existsSync(file)) {
    if (!needs.mayCreate) return refused(keyMissing({ file: CARD_KEYS }));
    // Server and worker may start in the same moment: the first one's file stays, the other reads it.
    createClosedFile(file, bookText(firstBook(withStore)));
  }
  if (isOpenToOthers(file)) return refused(keyTooOpen({ file: CARD_KEYS }));
  return ok(signerOf(folder, withStore));
}

/** When each certificate in use ends; nothing where no card was ever issued. Opens no private key. */
export function certificateEnds(folder: string): { readonly label: string; readonly use: CardKeyUse; readonly notAfter: Instant }[] {
  const book = readBook(folder);
  if (!book) return [];
  const apart = (book.anchors ?? []).filter(({ state }) => state === 'active').map((anchor) => anchorKey(anchor));
  // What an anchor has revoked is made anew by people, as the certificate of the key for the trust list is.
  const lists = (book.anchors ?? []).flatMap(({ certificate, state, revocations }) => {
    const list = state === 'active' && revocations !== undefined ? readRevocations(revocations) : null;
    return list ? [{ label: `the-revocations-${kidIn({ certificate })}`, use: 'list' as const, notAfter: list.nextUpdate }] : [];
  });
  const keys = book.keys.filter(({ state }) => state === 'active');
  return [...[...apart, ...keys].map(({ label, use, notAfter }) => ({ label, use, notAfter })), ...lists];
}

/** An anchor whose private key was never here, as a key like others. */
function anchorKey({ certificate }: { readonly certificate: string }): CardKey {
  const { validFromDate, validToDate } = new X509Certificate(derOf(certificate));
  const kid = kidIn({ certificate });
  return {
    kid,
    label: `the-anchor-${kid}`,
    use: 'anchor',
    state: 'active',
    certDer: derOf(certificate),
    chain: [],
    publicJwk: publicJwkOf(publicKeyIn(certificate)),
    notBefore: validFromDate.toISOString(),
    notAfter: validToDate.toISOString(),
  };
}

interface Held {
  readonly book: KeyBook;
  /** the anchor first */
  readonly cards: readonly CardKey[];
  readonly byKid: ReadonlyMap<string, HeldKey>;
  readonly trust: SignerTrust;
}

function heldIn(book: KeyBook, store: KeyStore): Held {
  const byKid = new Map<string, HeldKey>();
  const cards: CardKey[] = (book.anchors ?? []).filter(({ state }) => state === 'active').map(anchorKey);
  for (const kept of book.keys) {
    // The anchor and the key for the trust list of before sign nothing any more, whatever is still written of them.
    if ((kept.use === 'anchor' || kept.use === 'list') && kept.state !== 'active') continue;
    const key = store.open(kept.label, sealedOf(kept));
    byKid.set(kidIn(kept), key);
    cards.push(cardKeyOf(kept, key, book));
  }
  return {
    book,
    cards,
    byKid,
    trust: {
      nextAnchors: (book.anchors ?? [])
        .filter(({ state }) => state === 'next')
        .map(({ certificate }) => publicJwkOf(publicKeyIn(certificate))),
      handover: book.handover ?? null,
      distrusted: (book.distrusted ?? []).map(({ kid }) => kid),
    },
  };
}

function cardKeyOf(kept: KeptKey, key: HeldKey, book: KeyBook): CardKey {
  const { label, use, state, notBefore, notAfter } = kept;
  const certDer = derOf(kept.certificate);
  const chain = use === 'anchor' || use === 'list' ? [] : chainOf(book, kept);
  return { kid: kidOf(certDer), label, use, state, certDer, chain, publicJwk: publicJwkOf(key.publicKey), notBefore, notAfter };
}

function signerOf(folder: string, needs: BookNeeds): CardSigner {
  const file = bookFile(folder);
  let stamp = '';
  let held: Held | null = null;
  // Another process, or a command, may have turned the keys over: the file is read again when it is another file.
  const fresh = (): Held => {
    const now = stampOf(file);
    if (held === null || now !== stamp) {
      held = heldIn(readBook(folder)!, needs.store);
      stamp = now;
    }
    return held;
  };
  fresh();
  return {
    keys: () => Promise.resolve(fresh().cards),
    trust: () => Promise.resolve(fresh().trust),
    revocations: (number) => revocationsOf(fresh(), number, needs.clock.now()),
    sign(kid, bytes) {
      const key = held?.byKid.get(kid) ?? fresh().byKid.get(kid);
      if (!key) throw new Error(`the key file holds no key ${kid}`);
      return key.sign(bytes);
    },
    tend() {
      const { book } = fresh();
      const after = turnedOver(book, needs);
      if (after) {
        writeBook(folder, after, book);
        forgetUnused(book, after, needs.store);
      }
      return Promise.resolve(after !== null);
    },
    health: () =>
      Promise.resolve({ ok: existsSync(file), kind: needs.store.kind, problem: existsSync(file) ? null : keyMissing({ file: CARD_KEYS }) }),
  };
}

/** A list holds so long at most: as long as copies are out that were signed under an authority which another has followed, whose own key is gone by then. */
const REVOCATIONS_MS = 40 * 86_400_000;

async function revocationsOf({ book, byKid }: Held, number: number, at: Instant): Promise<readonly PublishedRevocations[]> {
  const brought = (book.anchors ?? []).flatMap((anchor) => {
    const list = anchor.revocations === undefined ? null : readRevocations(anchor.revocations);
    return list ? [{ name: revocationsName(derOf(anchor.certificate)), list: list.der }] : [];
  });
  const authority = authorityOf(book);
  const own = derOf(authority.certificate);
  const key = byKid.get(kidIn(authority));
  if (!key || !maySignRevocations(own)) return brought;
  const revoked = (book.distrusted ?? []).flatMap(({ certificate, at: since }) => {
    const der = certificate === undefined ? null : derOf(certificate);
    return der && isUnder(der, own) ? [{ certificate: der, at: since }] : [];
  });
  const nextUpdate = new Date(Date.parse(at) + REVOCATIONS_MS).toISOString();
  const toBeSigned = revocationsToSign({ authority: own, authorityKey: key.publicKey, number, thisUpdate: at, nextUpdate, revoked });
  return [...brought, { name: revocationsName(own), list: certificateOf(toBeSigned, await key.sign(toBeSigned)) }];
}

/** The book after what is due, null when nothing is. */
function turnedOver(book: KeyBook, needs: BookNeeds): KeyBook | null {
  presentAnchor(book);
  const now = needs.clock.now();
  const above = derOf(authorityOf(book).certificate);
  const ages = book.keys.flatMap((kept) => {
    const { use, state, madeAt, activeAt, notAfter, turnOver } = kept;
    const isCurrent = !turnOver && namesIssuer(derOf(kept.certificate), needs.issuerId) && isUnder(derOf(kept.certificate), above);
    return use === 'card' || use === 'status' || use === 'door'
      ? [{ kid: kidIn(kept), use, state, madeAt, activeAt, notAfter, isCurrent }]
      : [];
  });
  const deeds = rotationDue(ages, Date.parse(now));
  if (deeds.length === 0) return null;
  let kept = book.keys;
  for (const deed of deeds) {
    if (deed.deed === 'make') kept = [...kept, makeKey(deed.use, deed.state, book, needs)];
    else if (deed.deed === 'forget') kept = kept.filter((one) => kidIn(one) !== deed.kid);
    else
      kept = kept.map((one) =>
        kidIn(one) !== deed.kid ? one : deed.deed === 'retire' ? { ...one, state: 'retired' } : { ...one, state: 'active', activeAt: now },
      );
  }
  return { ...book, keys: kept };
}
