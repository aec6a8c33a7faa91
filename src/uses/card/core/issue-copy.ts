/** A copy of a card for one wallet: made, signed twice (door code and credential), and looked at by other code before it is handed over. */
import type { Chance } from '#base/chance.ts';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import { issueDoorCopy } from './door-copy.ts';
import { faultOfCopy } from './independent-check.ts';
import { draftSdJwt } from './sd-jwt-issue.ts';
import type { SdJwtInput } from './sd-jwt-issue.ts';
import { activeKey } from './signer.ts';
import type { CardSigner } from './signer.ts';
import { trustListOf } from './trust-list-issue.ts';
import type { TrustListInput } from './trust-list-issue.ts';

export interface CopyInput extends Omit<SdJwtInput, 'claims' | 'vct' | 'iss'> {
  readonly claims: Omit<CardClaims, 'ma_cua'>;
  /** citizen number of the person, only to be searched for in what was made */
  readonly nationalId: string;
}

export interface CopyNeeds {
  readonly signer: CardSigner;
  readonly chance: Chance;
  /** what the trust list says now: the copy MUST be good for a door that holds it */
  readonly trust: TrustListInput;
  readonly vct: string;
  readonly nowMs: number;
}

/** Six signs of chance are six digits of the number once in three million copies: drawn again, that is all. */
const TRIES = 3;

/**
 * @returns the SD-JWT VC, `~` at its end, without a holder's proof
 * A copy that the independent check refuses is a bug, or a signer that is not what it says: thrown, and nothing is handed over.
 */
export async function issueCopy(needs: CopyNeeds, { nationalId, ...wanted }: CopyInput): Promise<string> {
  const holderKey = readEcJwk(wanted.holderKey);
  if (!holderKey) throw new Error('the holder key is no public key of P-256');
  const asked = { ...wanted, holderKey };
  const { signer, chance, trust, vct, nowMs } = needs;
  const key = await activeKey(signer, 'card');
  const list = await trustListOf(signer, trust, nowMs);
  let fault: string | null = null;
  for (let i = 0; i < TRIES; i++) {
    const request = { ...asked, vct, iss: trust.iss };
    const doorCode = await issueDoorCopy(signer, key, request, asked.holderKey);
    const draft = draftSdJwt({ ...request, claims: { ...asked.claims, ma_cua: doorCode } }, key, chance);
    const copy = draft.assemble(await signer.sign(key.kid, draft.toBeSigned));
    fault = await faultOfCopy(copy, {
      trust: list,
      request: { ...request, claims: asked.claims },
      nationalId,
      nowMs,
      decoys: draft.decoys,
    });
    if (fault === null) return copy;
    if (!fault.endsWith('digits')) break;
  }
  throw new Error(`a copy was refused by the independent check: ${fault}`);
}
