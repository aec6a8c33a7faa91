/**
 * One attestation over a list of people. Each person is a leaf (who, which items, the hash of what was shown); the head names the root of the tree
 * and is signed. One person's part is proven by its leaf and the hashes beside its way to the root, without the list. Pure. Decision 0030.
 */
import type { JWK } from 'jose';
import { inclusionProof, leafHash, treeRoot, verifyInclusion } from '#authority/audit/merkle-tree.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { verifyAttestation } from './attest.ts';
import type { ListHead, ListPart, PresentedContent } from './shapes.ts';

/** What a list attests of one person of whom all that is shown is accepted. */
export const partOf = (shown: PresentedContent, hash: string): ListPart => ({
  v: 1,
  personId: shown.personId,
  shownHash: hash,
  items: shown.groups.map(({ itemId }) => itemId),
});

export const leafOf = (part: ListPart): Uint8Array => leafHash(Buffer.from(canonicalJson(part)));

/** Hexadecimal; over the leaves in their order. */
export const rootOf = (leaves: readonly Uint8Array[]): string => Buffer.from(treeRoot(leaves)).toString('hex');

/** One person's part, to be carried away. */
export interface ProvenPart {
  readonly head: ListHead;
  /** detached JWS over the canonical JSON of `head` */
  readonly jws: string;
  readonly part: ListPart;
  readonly no: number;
  /** hashes beside the way to the root, hexadecimal, lowest first */
  readonly proof: readonly string[];
}

/** @param parts  the whole list, in its order */
export function provePart(head: ListHead, jws: string, parts: readonly ListPart[], no: number): ProvenPart {
  const proof = inclusionProof(parts.map(leafOf), no).map((hash) => Buffer.from(hash).toString('hex'));
  return { head, jws, part: parts[no]!, no, proof };
}

/** Was exactly this attested of the person, as a part of a list that the key signed? For outsiders: needs no other part of the list. */
export async function verifyPart({ head, jws, part, no, proof }: ProvenPart, publicJwk: JWK): Promise<boolean> {
  const claim = { leaf: leafOf(part), index: no, size: head.people, root: Buffer.from(head.root, 'hex') };
  return (
    verifyInclusion(
      claim,
      proof.map((hash) => Buffer.from(hash, 'hex')),
    ) && verifyAttestation(jws, head, publicJwk)
  );
}
