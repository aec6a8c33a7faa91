/** The door's part of a copy: `ma_cua`, the VN1 that the wallet wraps and signs for each one-time QR. Exact bytes: standard/card/door-qr.ts. */
import { hash } from 'node:crypto';
import { draftDoorCopy } from '#standard/card/door-qr.ts';
import type { SdJwtInput } from './sd-jwt-issue.ts';
import type { CardKey, CardSigner } from './signer.ts';

/** The JPEG of a portrait claim. */
export const portraitBytes = (dataUri: string): Buffer => Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');

/** Number of a status list: the last part of its address, a whole number. Anything else is a bug of the caller. */
function listNumber(uri: string): number {
  const n = Number(/\/(\d+)$/.exec(uri)?.[1]);
  if (!Number.isSafeInteger(n)) throw new Error('the address of a status list ends in its number');
  return n;
}

/** @param holderKey  null for paper: the code then never proves who carries it */
export async function issueDoorCopy(
  signer: CardSigner,
  key: CardKey,
  { claims, status, notBeforeSeconds, expiresSeconds }: Omit<SdJwtInput, 'holderKey'>,
  holderKey: SdJwtInput['holderKey'] | null,
): Promise<string> {
  const draft = draftDoorCopy(Buffer.from(key.kid, 'base64url'), {
    claims,
    portraitHash: hash('sha256', portraitBytes(claims.anh), 'buffer'),
    notBeforeSeconds,
    expiresSeconds,
    status: { n: listNumber(status.uri), index: status.index },
    holderKey,
  });
  return draft.assemble(await signer.sign(key.kid, draft.toBeSigned));
}
