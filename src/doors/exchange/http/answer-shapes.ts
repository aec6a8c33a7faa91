/** The signed answers as the document of the API describes them. What travels is the canonical text itself; types stand in `shapes.ts` of the room. */
import { Type } from 'typebox';
import { Bundle } from '#authority/audit/shapes.ts';

const Lane = Type.Enum(['daily', 'correction', 'load']);
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Count = Type.Integer({ minimum: 1 });
const OF_A_BATCH = { source: Type.String(), epoch: Count, lane: Lane, first: Count, last: Count, sha256: Sha256 } as const;
const LaneStanding = Type.Object({ expected: Count, window: Count });

export const StandingAnswer = Type.Object(
  {
    what: Type.Literal('standing'),
    source: Type.String(),
    epoch: Count,
    frozen: Type.Boolean(),
    seen: Sha256,
    lanes: Type.Object({ daily: LaneStanding, correction: LaneStanding, load: LaneStanding }),
  },
  { title: 'ExchangeStanding' },
);

export const ReceiptAnswer = Type.Object(
  { what: Type.Literal('received'), ...OF_A_BATCH, at: Type.String({ format: 'date-time' }) },
  { title: 'ExchangeReceipt' },
);

const open = { additionalProperties: true } as const;

export const ResultAnswer = Type.Object(
  {
    what: Type.Literal('judged'),
    ...OF_A_BATCH,
    verdicts: Type.Array(
      Type.Object({ seq: Count, verdict: Type.Enum(['accepted', 'duplicate', 'quarantined', 'conflict', 'rejected']) }, open),
    ),
  },
  { title: 'ExchangeResult' },
);

export const FeedAnswer = Type.Object(
  {
    what: Type.Literal('feed'),
    source: Type.String(),
    after: Type.Integer({ minimum: 0 }),
    entries: Type.Array(Type.Object({ n: Count, what: Type.String() }, open)),
    more: Type.Boolean(),
  },
  { title: 'ExchangeFeed' },
);

export const DigestAnswerShape = Type.Object(
  { what: Type.Enum(['digests', 'bucket']), source: Type.String() },
  { ...open, title: 'ExchangeDigest' },
);

export const DigestQuestionShape = Type.Object(
  { what: Type.Literal('digest'), buckets: Type.Optional(Count), bucket: Type.Optional(Type.Integer({ minimum: 0 })) },
  { title: 'ExchangeDigestQuestion' },
);

export const ConfirmationShape = Type.Object(
  { what: Type.Literal('confirmed'), ...OF_A_BATCH, at: Type.String({ format: 'date-time' }) },
  { title: 'ExchangeConfirmation' },
);

const Signed = Type.Object({ text: Type.String(), signature: Type.String() });
export const ProvedReceiptShape = Type.Object(
  {
    format: Type.Literal('congvu-exchange-receipt/1'),
    receipt: Signed,
    proof: Bundle,
    result: Type.Union([Signed, Type.Null()]),
    resultProof: Type.Union([Bundle, Type.Null()]),
  },
  { title: 'ExchangeProvedReceipt' },
);
