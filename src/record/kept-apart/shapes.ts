/** What travels of records that are kept apart. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, Id, listOf, oneOf, orNull } from '#base/http/shapes.ts';
import { PAPER_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';

export const KEPT_APART_STATES = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type KeptApartState = (typeof KEPT_APART_STATES)[number];
/** mark: it is to be kept apart; end: it is no more. */
export const KEPT_APART_KINDS = ['mark', 'end'] as const;
export type KeptApartKind = (typeof KEPT_APART_KINDS)[number];

const Text = Type.String();
export const KeptApartPaper = Type.Object(
  {
    number: Type.String({ maxLength: PAPER_CHARS_MAX }),
    day: Type.String({ maxLength: 10 }),
    issuer: Type.String({ maxLength: PAPER_CHARS_MAX }),
  },
  { additionalProperties: false, title: 'KeptApartPaper' },
);
export type KeptApartPaper = Static<typeof KeptApartPaper>;

/** Whether it is a mark or its end follows from how the record stands; `class` goes with a mark alone. */
export const AskKeptApart = Type.Object(
  {
    personId: Id,
    kind: oneOf([...KEPT_APART_KINDS]),
    class: Type.Optional(Type.String({ maxLength: 30 })),
    paper: KeptApartPaper,
    fromDay: Type.String({ maxLength: 10 }),
  },
  { additionalProperties: false },
);
export type AskKeptApart = Static<typeof AskKeptApart>;

export const DecideKeptApart = Type.Object(
  { answer: oneOf(['grant', 'refuse']), reason: Type.Optional(Type.String({ maxLength: REASON_CHARS_MAX })) },
  { additionalProperties: false },
);

/** One request, for those who keep such records of the body. */
export const KeptApartRow = Type.Object(
  {
    id: Text,
    personId: Text,
    name: Text,
    bodyName: Text,
    kind: oneOf([...KEPT_APART_KINDS]),
    /** of an end: that of the mark which it ends */
    class: Bilingual,
    paper: KeptApartPaper,
    fromDay: Text,
    state: Type.Enum([...KEPT_APART_STATES], { title: 'KeptApartState' }),
    /** the record is kept apart by this mark today */
    stands: Type.Boolean(),
    askedBy: Text,
    askedAt: Text,
    decidedBy: orNull(Text),
    decidedAt: orNull(Text),
    refusal: orNull(Text),
    /** asked by the reader: somebody else decides */
    byMe: Type.Boolean(),
    may: May,
  },
  { title: 'KeptApartRow' },
);
export const KeptApartRows = listOf(KeptApartRow);

/** Before somebody asks: how the record stands, and what may be chosen. */
export const KeptApartOfPerson = Type.Object(
  {
    personId: Text,
    name: Text,
    /** what may be asked for now */
    kind: oneOf([...KEPT_APART_KINDS]),
    /** one waits already */
    open: Type.Boolean(),
    classes: Type.Array(Type.Object({ code: Text, label: Bilingual, source: Text, confidence: Text }, { title: 'SecretClass' })),
  },
  { title: 'KeptApartOfPerson' },
);

/** What the person is told. */
export const OwnKeptApart = Type.Object({ bodyName: Text, fromDay: Text }, { title: 'OwnKeptApart' });
