/** What travels of oversight: unusual readings, who a reader is, complaints about a reading. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { REASON_CHARS_MAX, TEXT_CHARS_MIN } from './limits.ts';

export const UnusualReaderShape = Type.Object(
  {
    day: Type.String(),
    actor: Type.String(),
    roles: Type.Array(Type.String()),
    bodies: Type.Array(NamedBody),
    eventId: Type.String(),
    signs: Type.Array(
      Type.Object({
        sign: Type.Enum(['refused', 'denied', 'emptyLookups', 'atNight', 'onePerson', 'unmasked', 'people'], { title: 'ReadingSign' }),
        count: Type.Integer(),
        limit: Type.Integer(),
      }),
    ),
  },
  { title: 'UnusualReader' },
);
export const UnusualReadings = Type.Object(
  {
    /** the first day that is told of */
    since: Type.String(),
    /** null: not counted yet */
    countedAt: orNull(Type.String()),
    items: Type.Array(UnusualReaderShape),
  },
  { title: 'UnusualReadings' },
);

/** Who stands behind the pseudonym of one reading. */
export const NamedReader = Type.Object(
  { name: Type.String(), roles: Type.Array(Type.String()), at: Type.String(), actName: Bilingual, body: orNull(NamedBody) },
  { title: 'NamedReader' },
);

export const VERDICTS = ['lawful', 'unlawful'] as const;
const Verdict = oneOf([...VERDICTS]);

/** A complaint as whoever may answer it sees it: what was read, not whose name. */
export const ComplaintShape = Type.Object(
  {
    id: Type.String(),
    personId: Type.String(),
    eventId: Type.String(),
    body: NamedBody,
    readingAt: Type.String(),
    /** null: the row of the log is beyond the reader */
    reading: orNull(Type.Object({ actName: Bilingual, purposeName: Bilingual, roles: Type.Array(Type.String()) })),
    reason: Type.String(),
    at: Type.String(),
    dueOn: Type.String(),
    overdue: Type.Boolean(),
    verdict: orNull(Verdict),
    answer: orNull(Type.String()),
    answeredAt: orNull(Type.String()),
    mayAnswer: Type.Boolean(),
  },
  { title: 'Complaint' },
);

/** The same as the person who complained sees it. */
export const OwnComplaint = Type.Object(
  {
    readingId: Type.String(),
    at: Type.String(),
    dueOn: Type.String(),
    reason: Type.String(),
    verdict: orNull(Verdict),
    answer: orNull(Type.String()),
    answeredAt: orNull(Type.String()),
  },
  { title: 'OwnComplaint' },
);
/** About which reading of the own record, and why. */
export const ComplaintRequest = Type.Object(
  { reason: Type.String({ minLength: TEXT_CHARS_MIN, maxLength: REASON_CHARS_MAX }) },
  { additionalProperties: false },
);
export const ComplaintMade = Type.Object({ id: Type.String(), dueOn: Type.String() }, { title: 'ComplaintMade' });
