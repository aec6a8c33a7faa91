/** What anybody who has the number of a receipt is told. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
import { oneOf, orNull } from '#base/http/shapes.ts';

const Text = Type.String();

/** By whose right that was lent: role, body and days; absent: by the own right of who acted. */
export const OnBehalfShape = Type.Object(
  { role: Text, bodyCode: Text, bodyName: Text, from: Text, until: Text },
  { title: 'ReceiptOnBehalf' },
);

/** How sure the code is; absent: it is the official identifier. */
export const CodeStandingShape = oneOf(CODE_STANDINGS.filter((one) => one !== 'official'));

/** A part of a first load; of an R2 what two people signed of it. */
export const FirstLoadShape = Type.Object(
  { id: Text, round: Type.Optional(Type.Integer()), root: Type.Optional(Text), signers: Type.Optional(Type.Integer()) },
  { title: 'ReceiptFirstLoad' },
);

export const PublicReceipt = Type.Object(
  {
    number: Text,
    kind: oneOf(['R1', 'R2']),
    at: Text,
    bodyCode: Text,
    bodyName: Text,
    bodyCodeStanding: Type.Optional(CodeStandingShape),
    uploadNumber: Text,
    round: Type.Integer(),
    sha256: Text,
    sizeBytes: Type.Integer(),
    asOf: Text,
    onBehalf: Type.Optional(OnBehalfShape),
    /** of a part of a first load: nobody confirmed its rows one by one */
    firstLoad: Type.Optional(FirstLoadShape),
    counts: Type.Object({ received: Type.Integer(), accepted: Type.Integer(), rejected: Type.Integer(), waiting: Type.Integer() }),
    decided: orNull(Type.Object({ registered: Type.Integer(), returned: Type.Integer() })),
    signature: oneOf(['right', 'wrong']),
    kid: orNull(Text),
    jws: Text,
  },
  { title: 'PublicReceipt' },
);
export type PublicReceipt = Static<typeof PublicReceipt>;
