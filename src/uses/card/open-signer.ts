/** Who holds the keys of the card in this installation: a file beside the other keys, or a service that the settings name. */
import type { Result } from '#base/problem.ts';
import { bookNeeds, openKeyFileSigner } from './core/key-file-signer.ts';
import type { KeyFileNeeds } from './core/key-file-signer.ts';
import type { BookNeeds } from './core/key-book.ts';
import { programStore } from './core/program-store.ts';
import type { CardSigner } from './core/signer.ts';

export interface SignerNeeds extends Omit<KeyFileNeeds, 'store'> {
  /** program that keeps the private keys (`CARD_KEY_SERVICE`); null: they stand in the file, sealed */
  readonly service?: string | null;
}

const withStore = ({ service = null, ...needs }: SignerNeeds): KeyFileNeeds =>
  service === null ? needs : { ...needs, store: programStore(service) };

/**
 * @param mayCreate  makes the keys where there are none: MUST be false once anything was signed, for new keys make every card that is out there a forgery
 * Fails with E-KEY-MISSING, E-KEY-TOO-OPEN.
 */
export const openCardSigner = (
  keysFolder: string,
  { mayCreate, ...needs }: SignerNeeds & { readonly mayCreate: boolean },
): Result<CardSigner> => openKeyFileSigner(keysFolder, { ...withStore(needs), mayCreate });

/** What a command needs to change the book of keys. */
export const bookOf = (needs: SignerNeeds): BookNeeds => bookNeeds(withStore(needs));

/** When each certificate of the card ends that is in use. */
export { certificateEnds } from './core/key-file-signer.ts';
