/** What travels of the board: numbers by agency, no person. */
import { Type } from 'typebox';
import type { TInteger } from 'typebox';
import { PROVISIONS } from '#authority/audit/provisions.ts';
import type { Provision } from '#authority/audit/provisions.ts';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

const COUNTS = {
  /** people in the register */
  registered: Type.Integer(),
  /** of them those whose main fields are filled */
  complete: Type.Integer(),
  /** people sent for confirmation, ever */
  sent: Type.Integer(),
  /** of them those of whom something was confirmed */
  confirmed: Type.Integer(),
  /** people of whom something waits, and of those who wait too long */
  waiting: Type.Integer(),
  late: Type.Integer(),
  returned: Type.Integer(),
  /** checked, valid, not sent yet */
  checked: Type.Integer(),
  toCorrect: Type.Integer(),
  /** people confirmed within seven days, and within the seven before */
  thisWeek: Type.Integer(),
  weekBefore: Type.Integer(),
  /** values that people report as wrong, open, and those beyond their day */
  reported: Type.Integer(),
  reportedLate: Type.Integer(),
  /** terms of the law that run, and those that are over */
  terms: Type.Integer(),
  termsLate: Type.Integer(),
  /** duties by the law that are late or lacking, each agency's own */
  dutiesLate: Type.Integer(),
  /** how often data was provided by each kind of provision within `providedDays` */
  ...(Object.fromEntries(PROVISIONS.map((kind) => [kind, Type.Integer()])) as Record<Provision, TInteger>),
  /** within a year, how often something that the register holds was asked again, with a reason */
  askedAgain: Type.Integer(),
  lastSentAt: orNull(Type.String()),
};
export const BoardCounts = Type.Object(COUNTS, { title: 'BoardCounts' });
export const BoardLine = Type.Object(
  {
    body: NamedBody,
    /** the line of the agency itself, without those below */
    itself: Type.Boolean(),
    /** does it have agencies below to look into? */
    hasBelow: Type.Boolean(),
    counts: BoardCounts,
  },
  { title: 'BoardLine' },
);
export const Board = Type.Object(
  {
    /** from the agency over which the reader looks down to the one that is shown */
    path: Type.Array(NamedBody),
    lateDays: Type.Integer(),
    /** days that provisions are counted over, and the kinds that there are */
    providedDays: Type.Integer(),
    provisions: Type.Array(
      Type.Object(
        { code: oneOf([...PROVISIONS]), point: Type.String(), label: Bilingual, law: Type.String(), confidence: Type.String() },
        { title: 'ProvisionKind' },
      ),
    ),
    total: BoardCounts,
    lines: Type.Array(BoardLine),
  },
  { title: 'Board' },
);
