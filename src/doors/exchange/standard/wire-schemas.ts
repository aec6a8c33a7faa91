/** What travels, as JSON Schema 2020-12: of changes and manifests the very shapes that batches are read by. */
import Type from 'typebox';
import type { TSchema } from 'typebox';
import { CHANGE_SHAPE, MANIFEST_SHAPE } from '#doors/exchange/protocol/batch.ts';

const Count = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Revision = Type.Union([Sha256, Type.Null()]);
const At = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` });
const Day = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\d$` });
const Lane = Type.Enum(['daily', 'correction', 'load']);
const Words = Type.Object({ vi: Type.String(), en: Type.String() });
const OF_A_BATCH = { source: Type.String(), epoch: Count, lane: Lane, first: Count, last: Count, sha256: Sha256 } as const;
/** Whoever reads an answer passes over members that come later. */
const open = { additionalProperties: true } as const;
const closed = { additionalProperties: false } as const;

const Problem = Type.Object(
  { code: Type.String({ pattern: '^E-[A-Z0-9-]+$' }), title: Words, next: Words, where: Type.Object({}, open) },
  open,
);
const Problems = Type.Array(Problem);

const Verdict = Type.Union([
  Type.Object({ seq: Count, verdict: Type.Literal('accepted'), revision: Revision, fact: Type.Optional(Type.String()) }, open),
  Type.Object(
    {
      seq: Count,
      verdict: Type.Literal('duplicate'),
      was: Type.Enum(['accepted', 'duplicate', 'quarantined', 'conflict', 'rejected']),
    },
    open,
  ),
  Type.Object({ seq: Count, verdict: Type.Literal('quarantined'), problems: Problems }, open),
  Type.Object({ seq: Count, verdict: Type.Literal('conflict'), about: Type.Enum(['fact', 'dual-claim']), problems: Problems }, open),
  Type.Object({ seq: Count, verdict: Type.Literal('rejected'), problems: Problems }, open),
]);

const Value = Type.Union([Type.String(), Type.Record(Type.String(), Type.String())]);
const Standing = Type.Object({ value: Value, validFrom: Day, ended: Type.Union([Day, Type.Null()]) }, closed);
/** Of the kinds that the standard has; another kind has `n` and `what`, and is kept as it is (clause 10.4). */
const Entry = Type.Union([
  Type.Object(
    {
      n: Count,
      what: Type.Literal('fact'),
      person: Type.String(),
      fact: Type.String(),
      standing: Type.Union([Standing, Type.Null()]),
      ext: Type.Optional(Type.Object({}, open)),
    },
    open,
  ),
  Type.Object({ n: Count, what: Type.Literal('arrived'), person: Type.String(), facts: Type.Record(Type.String(), Standing) }, open),
  Type.Object({ n: Count, what: Type.Literal('left'), person: Type.String() }, open),
  Type.Object(
    {
      n: Count,
      what: Type.Literal('outcome'),
      epoch: Count,
      lane: Lane,
      seq: Count,
      ref: Type.String(),
      verdict: Type.Enum(['accepted', 'rejected']),
      problems: Problems,
    },
    open,
  ),
  Type.Object({ n: Count, what: Type.Literal('lists'), edition: Type.Integer() }, open),
  Type.Object({ n: Count, what: Type.Literal('void') }, open),
  Type.Object({ n: Count, what: Type.String({ not: { enum: ['fact', 'arrived', 'left', 'outcome', 'lists', 'void'] } }) }, open),
]);

const LaneStanding = Type.Object({ expected: Count, window: Count }, open);

/** By the name of the file and of the component that it becomes. */
export const WIRE_SCHEMAS = {
  change: { title: 'ExchangeChange', shape: CHANGE_SHAPE },
  manifest: { title: 'ExchangeManifest', shape: MANIFEST_SHAPE },
  standing: {
    title: 'ExchangeStanding',
    shape: Type.Object(
      {
        what: Type.Literal('standing'),
        source: Type.String(),
        epoch: Count,
        frozen: Type.Boolean(),
        seen: Sha256,
        lanes: Type.Object({ daily: LaneStanding, correction: LaneStanding, load: LaneStanding }),
      },
      open,
    ),
  },
  receipt: {
    title: 'ExchangeReceipt',
    shape: Type.Object({ what: Type.Literal('received'), ...OF_A_BATCH, at: At }, open),
  },
  result: {
    title: 'ExchangeResult',
    shape: Type.Object({ what: Type.Literal('judged'), ...OF_A_BATCH, verdicts: Type.Array(Verdict, { minItems: 1 }) }, open),
  },
  feed: {
    title: 'ExchangeFeed',
    shape: Type.Object(
      {
        what: Type.Literal('feed'),
        source: Type.String(),
        after: Type.Integer({ minimum: 0 }),
        entries: Type.Array(Entry),
        more: Type.Boolean(),
      },
      open,
    ),
  },
  digest: {
    title: 'ExchangeDigest',
    shape: Type.Union([
      Type.Object({ what: Type.Literal('digests'), source: Type.String(), digests: Type.Array(Sha256) }, open),
      Type.Object(
        {
          what: Type.Literal('bucket'),
          source: Type.String(),
          bucket: Type.Integer({ minimum: 0 }),
          facts: Type.Array(Type.Object({ person: Type.String(), fact: Type.String(), revision: Sha256 }, open)),
        },
        open,
      ),
    ]),
  },
  confirmation: {
    title: 'ExchangeConfirmation',
    shape: Type.Object({ what: Type.Literal('confirmed'), ...OF_A_BATCH, at: At }, closed),
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly shape: TSchema }>>;

export type WireSchema = keyof typeof WIRE_SCHEMAS;

/** The file of a schema, as it is published. */
export const schemaFile = (name: WireSchema): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: WIRE_SCHEMAS[name].title,
  ...(JSON.parse(JSON.stringify(WIRE_SCHEMAS[name].shape)) as object),
});
