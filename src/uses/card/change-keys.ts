/**
 * Keys and anchors of the card changed by who operates (decision 0081): what is asked is carried out on the book of keys, its row stands in the log first, and lists are signed
 * anew within seconds by whatever runs.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { signAnew } from './copy-store.ts';
import { forgetUnused, readBook, writeBook } from './core/key-book.ts';
import type { BookNeeds, KeyBook } from './core/key-book.ts';
import {
  adoptListKey,
  announceAnchor,
  askListKey,
  distrustKey,
  endFormerAnchor,
  listedKeys,
  rotateKey,
  takeRevocations,
  withdrawAnchor,
} from './core/key-ceremony.ts';
import type { ListedKey } from './core/key-ceremony.ts';
import type { CardKeyUse } from './core/signer.ts';

/** What is done. Certificates as PEM. */
export type KeyDeed =
  | { readonly deed: 'rotate'; readonly use: CardKeyUse }
  | { readonly deed: 'distrust'; readonly kid: string; readonly because: string }
  | { readonly deed: 'request' }
  | { readonly deed: 'announce'; readonly certificate: string }
  | { readonly deed: 'withdraw'; readonly kid: string; readonly because: string }
  /** `published`: the trust list as it stands */
  | { readonly deed: 'adopt'; readonly certificate: string; readonly published: string | null }
  | { readonly deed: 'end'; readonly because: string }
  /** what an anchor kept apart has revoked: a CRL */
  | { readonly deed: 'revocations'; readonly list: string };

/** Keys as they stand; null where no card was ever issued. */
export function keysIn(folder: string): readonly ListedKey[] | null {
  const book = readBook(folder);
  return book && listedKeys(book);
}

interface Done {
  readonly book: KeyBook;
  /** PKCS #10, PEM, of what was asked for */
  readonly request?: string;
}

function carriedOut(book: KeyBook, deed: KeyDeed, needs: BookNeeds): Result<Done> {
  const done = (after: Result<KeyBook>): Result<Done> => (after.ok ? ok({ book: after.value }) : after);
  switch (deed.deed) {
    case 'rotate':
      return done(rotateKey(book, deed.use));
    case 'distrust':
      return done(distrustKey(book, deed.kid, deed.because, needs));
    case 'request':
      return ok(askListKey(book, needs));
    case 'announce':
      return done(announceAnchor(book, deed.certificate, needs.clock.now()));
    case 'withdraw':
      return done(withdrawAnchor(book, deed.kid));
    case 'adopt':
      return done(adoptListKey(book, deed.certificate, deed.published, needs));
    case 'end':
      return done(endFormerAnchor(book));
    case 'revocations':
      return done(takeRevocations(book, deed.list, needs.clock.now()));
  }
}

export interface KeysChanged {
  readonly keys: readonly ListedKey[];
  readonly request: string | null;
  /** MUST be called after the commit: what the book has no use for any more leaves the store */
  readonly forget: () => void;
}

/**
 * Needs the owner's log-in, and a folder that has keys; the book is written last, so that a file that cannot be written, or was changed meanwhile, takes the row back.
 * @param beforeWriting  what else has to be kept first: what throws there changes nothing
 */
export async function changeKeys(
  tx: Tx,
  needs: BookNeeds & AuditNeeds,
  {
    folder,
    deed,
    beforeWriting,
  }: { readonly folder: string; readonly deed: KeyDeed; readonly beforeWriting: (request: string | null) => Promise<void> },
): Promise<Result<KeysChanged>> {
  const before = readBook(folder)!;
  const done = carriedOut(before, deed, needs);
  if (!done.ok) return done;
  const { book, request = null } = done.value;
  const { published: _long, ...payload } = { published: null, ...deed };
  await recordAct(tx, needs, { act: 'card.keys-changed', purpose: 'OPERATE', bodyId: null, objectId: null, role: 'SYSTEM', payload });
  // Lists by a key that is no longer trusted, or under another anchor, are not left to stand for five minutes.
  await signAnew(tx);
  await beforeWriting(request);
  writeBook(folder, book, before);
  return ok({ keys: listedKeys(book), request, forget: () => forgetUnused(before, book, needs.store) });
}
