/** Who holds the keys of the card in this installation: a key file beside the other keys. */
import type { Result } from '#base/problem.ts';
import { openKeyFileSigner } from './core/key-file-signer.ts';
import type { KeyFileNeeds } from './core/key-file-signer.ts';
import type { CardSigner } from './core/signer.ts';

/**
 * @param mayCreate  makes the keys where there are none: MUST be false once anything was signed, for new keys make every card that is out there a forgery
 * Fails with E-KEY-MISSING, E-KEY-TOO-OPEN.
 */
export const openCardSigner = (keysFolder: string, needs: KeyFileNeeds & { readonly mayCreate: boolean }): Result<CardSigner> =>
  openKeyFileSigner(keysFolder, needs);

/** When each certificate of the card ends that is in use. */
export { certificateEnds } from './core/key-file-signer.ts';
