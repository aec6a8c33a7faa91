/**
 * The attestation: a detached JWS (RFC 7515 appendix F) over the canonical JSON of exactly what was shown of a person, or of the head of a list of people.
 *
 * It is signed by the body's key, for an officer named in the header; it is not the officer's personal signature,
 * and says so (`note`). A personal remote signature takes the same port later.
 */
import { CompactSign, compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { ListHead, PresentedContent, SignedHead } from './shapes.ts';

/** Who attests: pseudonym of the officer, how and when they proved to be there. */
export interface Attester {
  readonly signer: string;
  /** set: by a right that was lent (decision 0044) */
  readonly onBehalf?: SignedRight;
  readonly stepUp: { readonly method: string; readonly level: string; readonly at: Instant };
  readonly at: Instant;
}

/** Whose right it was: pseudonym of its holder, role and body, and the first and last day on which it was lent. */
export interface SignedRight {
  readonly principal: string;
  readonly role: string;
  readonly org: string;
  readonly delegation: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export interface AttestationSigner {
  /** of each, in the same order, a compact JWS without its payload: `header..signature`; their key is published in the same transaction */
  sign(tx: Tx, bodyId: string, shown: readonly (PresentedContent | ListHead | SignedHead)[], attester: Attester): Promise<string[]>;
}

/** The body's own key, derived from the installation's master key. */
export const bodyKeySigner = (keys: Keys): AttestationSigner => ({
  async sign(tx, bodyId, shown, attester) {
    const { kid, privateKey } = await activeKey(tx, keys, { purpose: 'attestation', bodyId }, attester.at);
    const header = { alg: 'EdDSA', kid, typ: 'attestation+jws', ...attester, note: 'body key, not a personal signature' };
    return Promise.all(
      shown.map(async (one) => {
        const whole = await new CompactSign(Buffer.from(canonicalJson(one))).setProtectedHeader(header).sign(privateKey);
        const [head, , signature] = whole.split('.');
        return `${head}..${signature}`;
      }),
    );
  },
});

/** Does the attestation cover exactly this? */
export async function verifyAttestation(jws: string, shown: PresentedContent | ListHead | SignedHead, publicJwk: JWK): Promise<boolean> {
  const [head, , signature] = jws.split('.');
  const payload = Buffer.from(canonicalJson(shown)).toString('base64url');
  try {
    await compactVerify(`${head}.${payload}.${signature}`, await importJWK(publicJwk, 'EdDSA'), { algorithms: ['EdDSA'] });
    return true;
  } catch {
    return false; // a signature that does not verify is an answer, not a fault
  }
}
