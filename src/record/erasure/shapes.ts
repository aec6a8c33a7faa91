/** What travels of erasures. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, Id, listOf, oneOf, orNull } from '#base/http/shapes.ts';
import { PAPER_CHARS_MAX, REASON_CHARS_MAX, REASON_CHARS_MIN } from './limits.ts';

export const ERASURE_STATES = ['asked', 'granted', 'done', 'refused', 'withdrawn', 'lapsed'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];
/** What of somebody's matters is not over, by kind. */
export type Unsettled = 'items' | 'files' | 'cases' | 'merged' | 'first-load' | 'moved';

const Text = Type.String();
export const ErasurePaper = Type.Object(
  {
    number: Type.String({ maxLength: PAPER_CHARS_MAX }),
    day: Type.String({ maxLength: 10 }),
    issuer: Type.String({ maxLength: PAPER_CHARS_MAX }),
  },
  { additionalProperties: false, title: 'ErasurePaper' },
);
export type ErasurePaper = Static<typeof ErasurePaper>;

export const AskErasure = Type.Object(
  {
    personId: Id,
    ground: Type.String({ maxLength: 30 }),
    paper: ErasurePaper,
    reason: Type.String({ minLength: REASON_CHARS_MIN, maxLength: REASON_CHARS_MAX }),
  },
  { additionalProperties: false },
);
export type AskErasure = Static<typeof AskErasure>;

export const DecideErasure = Type.Object(
  { answer: oneOf(['grant', 'refuse']), reason: Type.Optional(Type.String({ maxLength: REASON_CHARS_MAX })) },
  { additionalProperties: false },
);

/** One erasure, for who asks and who decides. `name` empty: the person is not there any more. */
export const ErasureRow = Type.Object(
  {
    id: Text,
    personId: Text,
    name: Text,
    bodyName: Text,
    ground: Bilingual,
    law: Text,
    confidence: Text,
    paper: ErasurePaper,
    reason: Text,
    state: Type.Enum([...ERASURE_STATES], { title: 'ErasureState' }),
    askedBy: Text,
    askedAt: Text,
    endsAt: Text,
    decidedBy: orNull(Text),
    decidedAt: orNull(Text),
    refusal: orNull(Text),
    doneAt: orNull(Text),
    /** what still stands against it, in words; null: nothing, or it is decided */
    standing: orNull(Bilingual),
    /** asked by the reader: somebody else decides */
    byMe: Type.Boolean(),
    may: May,
  },
  { title: 'ErasureRow' },
);
export const Erasures = listOf(ErasureRow);

/** Before somebody asks: on which grounds it could be, and what stands against it. */
export const ErasureOfPerson = Type.Object(
  {
    personId: Text,
    name: Text,
    grounds: Type.Array(
      Type.Object({ code: Text, label: Bilingual, law: Text, confidence: Text, kept: orNull(Bilingual) }, { title: 'ErasureGround' }),
    ),
    standing: orNull(Bilingual),
    /** one is asked for already */
    open: Type.Boolean(),
  },
  { title: 'ErasureOfPerson' },
);

/** What the person is told while their session lasts. */
export const OwnErasure = Type.Object({ at: Text, ground: Bilingual, law: Text, paper: ErasurePaper }, { title: 'OwnErasure' });
