/** An attestation as it is taken along: a file that stands alone, to be checked by `tools/verify-attestation.mjs`. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bundle } from '#authority/audit/shapes.ts';
import { PublishedKey } from '#authority/keys/shapes.ts';
import { Bilingual, orNull } from '#base/http/shapes.ts';

const Text = Type.String();

/** What a list of attestations says of one. */
export const AttestationRow = Type.Object(
  {
    id: Text,
    at: Text,
    /** the officer's name as of that day; null when it was not kept */
    by: orNull(Text),
    bodyName: Text,
    groups: Type.Array(Bilingual),
  },
  { title: 'AttestationRow' },
);

export const TakenAttestation = Type.Object(
  {
    format: Type.Literal('congvu-attestation/1'),
    attestationId: Text,
    /** for who opens the file; nothing of it is signed */
    about: Type.Object({
      notice: Bilingual,
      demo: Type.Boolean(),
      at: Text,
      bodyName: Text,
      role: Bilingual,
      groups: Type.Array(Bilingual),
      /** where anybody checks it */
      checkAt: Text,
    }),
    /** SHA-256 (hexadecimal) of `signed` */
    shownHash: Text,
    /** the canonical JSON of what the officer was shown and attests; null: the taker does not see all of it, or it was erased */
    signed: orNull(Text),
    /** detached JWS: over `signed`, or over the head of the list */
    jws: Text,
    /** where it was signed as a part of a list: texts as they were hashed, and the way from the part to the root */
    list: orNull(Type.Object({ head: Text, part: Text, no: Type.Integer(), proof: Type.Array(Text) })),
    /** the key as it is published; who checks holds it from there, not from here. null: it is published nowhere */
    key: orNull(PublishedKey),
    /** the log's row that keeps this signature, with the proof that it stands in a signed head; null: no head covers it yet */
    log: orNull(Bundle),
  },
  { title: 'TakenAttestation' },
);
export type TakenAttestation = Static<typeof TakenAttestation>;
