/** What travels of the lines of bodies, for the people who enrol, watch and release them. No change and no person stands in any of it. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, Id, listOf, oneOf, orNull } from '#base/http/shapes.ts';
import { NETWORKS_CHARS_MAX, PEM_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';

export const REQUEST_KINDS = [
  'enrol',
  'new-key',
  'add-caller',
  'end-caller',
  'enrol-confirmer',
  'end-confirmer',
  'confirms',
  'release',
  'end',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REQUEST_STATES = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** The worst first: nothing is taken; nobody is let in; something waits; nothing came yet; in step; ended. */
export const LINE_STATES = ['frozen', 'locked-out', 'waiting', 'new', 'in-step', 'ended'] as const;
export type LineState = (typeof LINE_STATES)[number];

const Text = Type.String();
const Name = Type.String({ maxLength: 200 });
const Pem = Type.String({ maxLength: PEM_CHARS_MAX });
const CarrierOfCaller = Type.Enum(['mtls', 'x-road', 'lgsp'], { title: 'CarrierOfCaller' });
const WhoConfirms = Type.Enum(['queue', 'own-key'], { title: 'WhoConfirms' });
const LaneName = Type.Enum(['daily', 'correction', 'load'], { title: 'ExchangeLane' });

/** What is asked for; which members go with which kind: `line-request.ts`. Keys are public halves, SPKI as PEM. */
export const AskLine = Type.Object(
  {
    bodyId: Id,
    kind: oneOf([...REQUEST_KINDS]),
    reason: Type.String({ maxLength: REASON_CHARS_MAX }),
    source: Type.Optional(Name),
    kid: Type.Optional(Name),
    publicKey: Type.Optional(Pem),
    carrier: Type.Optional(CarrierOfCaller),
    name: Type.Optional(Name),
    certificate: Type.Optional(Pem),
    /** one a line, or with commas between */
    networks: Type.Optional(Type.String({ maxLength: NETWORKS_CHARS_MAX })),
    officer: Type.Optional(Id),
    maker: Type.Optional(Name),
    confirms: Type.Optional(WhoConfirms),
    /** the last day on which what is replaced or ended is still taken; absent: it ends at once */
    endsOn: Type.Optional(Type.String({ maxLength: 10 })),
  },
  { additionalProperties: false },
);
export type AskLine = Static<typeof AskLine>;

export const DecideLine = Type.Object(
  { answer: oneOf(['grant', 'refuse']), reason: Type.Optional(Type.String({ maxLength: REASON_CHARS_MAX })) },
  { additionalProperties: false },
);

export const LineRequestRow = Type.Object(
  {
    id: Text,
    kind: Type.Enum([...REQUEST_KINDS], { title: 'LineRequestKind' }),
    /** what it is about, by the names of its members; keys and certificates by their fingerprint */
    about: Type.Array(Type.Object({ what: Text, value: Text }, { title: 'LineRequestPart' })),
    reason: Text,
    state: Type.Enum([...REQUEST_STATES], { title: 'LineRequestState' }),
    askedBy: Text,
    askedAt: Text,
    decidedBy: orNull(Text),
    decidedAt: orNull(Text),
    refusal: orNull(Text),
    /** asked by the reader: somebody else decides */
    byMe: Type.Boolean(),
    may: May,
  },
  { title: 'LineRequestRow' },
);

const BatchShown = Type.Object(
  {
    epoch: Type.Integer(),
    lane: LaneName,
    first: Type.Integer(),
    last: Type.Integer(),
    receivedAt: Text,
    judgedAt: orNull(Text),
  },
  { title: 'ExchangeBatchShown' },
);
const Counts = Type.Object(
  { received: Type.Integer(), accepted: Type.Integer(), rejected: Type.Integer(), waiting: Type.Integer() },
  { title: 'LineCounts' },
);
const Signed = Type.Object({ text: Text, signature: Text }, { title: 'SignedEvidence' });

/** One body's line. `source` null: no software is enrolled. */
export const ExchangeLine = Type.Object(
  {
    bodyId: Text,
    bodyName: Text,
    source: orNull(
      Type.Object(
        {
          name: Text,
          state: Type.Enum([...LINE_STATES], { title: 'ExchangeLineState' }),
          epoch: Type.Integer(),
          confirms: WhoConfirms,
          enrolledAt: Text,
          /** everything received up to then is decided; null: nothing came yet */
          inStepAt: orNull(Text),
          /** the oldest that waits came then; null: nothing waits */
          waitsSince: orNull(Text),
          counts: Counts,
          lanes: Type.Array(
            Type.Object({ lane: LaneName, expected: Type.Integer(), unread: Type.Integer(), counts: Counts }, { title: 'LineLane' }),
          ),
          lastBatches: Type.Array(BatchShown),
          refused: Type.Array(Type.Object({ code: Text, title: Bilingual, count: Type.Integer() }, { title: 'RefusedByCode' })),
          keys: Type.Array(Type.Object({ kid: Text, fingerprint: Text, endsAt: orNull(Text) }, { title: 'SourceKey' })),
          callers: Type.Array(
            Type.Object(
              {
                carrier: CarrierOfCaller,
                name: Text,
                networks: Type.Array(Text),
                validFrom: orNull(Text),
                validTo: orNull(Text),
                endsAt: orNull(Text),
              },
              { title: 'LineCaller' },
            ),
          ),
          confirmers: Type.Array(
            Type.Object(
              { kid: Text, officer: Text, maker: Text, fingerprint: Text, enrolledAt: Text, endsAt: orNull(Text) },
              { title: 'LineConfirmer' },
            ),
          ),
          frozen: orNull(
            Type.Object(
              { epoch: Type.Integer(), lane: LaneName, first: Type.Integer(), at: Text, held: orNull(Signed), offered: Signed },
              { title: 'FrozenEvidence' },
            ),
          ),
        },
        { title: 'ExchangeSource' },
      ),
    ),
    /** terms of the law that are late at this body; null: the reader does not see its records */
    lateTerms: orNull(Type.Integer()),
    requests: Type.Array(LineRequestRow),
    /** officers for whom a confirming key may be enrolled; empty for who may not ask */
    officers: Type.Array(Type.Object({ id: Text, name: Text }, { title: 'LineOfficer' })),
    may: May,
  },
  { title: 'ExchangeLine' },
);

export const LineRow = Type.Object(
  {
    bodyId: Text,
    bodyName: Text,
    source: Text,
    state: Type.Enum([...LINE_STATES], { title: 'ExchangeLineState' }),
    waiting: Type.Integer(),
    waitsSince: orNull(Text),
    lastAt: orNull(Text),
    /** the first of its living certificates to end; null: it has none */
    certificateEnds: orNull(Text),
    requests: Type.Integer(),
  },
  { title: 'ExchangeLineRow' },
);
export const LineRows = listOf(LineRow);
