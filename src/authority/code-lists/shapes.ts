/** What travels of entries that administrators ask for. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { DAY_KINDS } from '#standard/calendar/forecast.ts';
import { APPENDIX_CHARS_MAX } from './limits.ts';

const Day = Type.String({ format: 'date', pattern: '^[1-9]' });
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: String.raw`\S` });

const Source = Type.String({ minLength: 5, maxLength: 500, pattern: String.raw`\S` });

/** One day of a notice: off (`nghi`), off in lieu (`nghi_bu`), swapped off (`hoan_doi_nghi`), or worked instead (`hoan_doi_lam`). */
const NoticedDay = Type.Object(
  { day: Day, kind: oneOf([...DAY_KINDS]), name: Words(200) },
  { additionalProperties: false, title: 'NoticedDay' },
);

/** What an entry says beside its list and code. */
const WRITTEN = {
  name: Words(300),
  nameEn: Type.Optional(Words(300)),
  aliases: Type.Optional(Type.Array(Words(300), { maxItems: 20 })),
  validFrom: Day,
  /** the last day; without it, without end */
  lastDay: Type.Optional(Day),
  /** the decision or text of law that makes the entry, or changes it */
  source: Source,
  /** of the days off of a year alone: each day that its notice names */
  days: Type.Optional(Type.Array(NoticedDay, { minItems: 1, maxItems: 60 })),
};

/** What is asked for. */
export const AdditionRequest = Type.Object(
  {
    list: Type.String({ minLength: 1, maxLength: 60 }),
    code: Type.String({ pattern: '^[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$' }),
    ...WRITTEN,
  },
  { additionalProperties: false, title: 'AdditionRequest' },
);

/** An added entry as it is to stand from now on; list and code stay what they are. */
export const AdditionCorrection = Type.Object(WRITTEN, { additionalProperties: false, title: 'AdditionCorrection' });
export type WrittenEntry = Static<typeof AdditionCorrection>;

/** The last day of an added entry, and what ends it. */
export const AdditionEnding = Type.Object({ lastDay: Day, source: Source }, { additionalProperties: false, title: 'AdditionEnding' });

export const AdditionVerdict = Type.Object(
  { granted: Type.Boolean(), reason: Type.Optional(Words(500)) },
  { additionalProperties: false, title: 'AdditionVerdict' },
);

const KINDS = ['add', 'end', 'correct'] as const;
/** A new entry, or one that was added and ends or is corrected. */
export type AdditionKind = (typeof KINDS)[number];
const STATES = ['waiting', 'granted', 'refused', 'withdrawn', 'lapsed'] as const;
export type AdditionState = (typeof STATES)[number];

export const AdditionShape = Type.Object(
  {
    id: Type.String(),
    kind: oneOf(KINDS),
    /** the request whose entry this one ends or corrects */
    changes: orNull(Type.String()),
    list: Type.String(),
    listTitle: Bilingual,
    code: Type.String(),
    name: Type.String(),
    nameEn: orNull(Type.String()),
    aliases: Type.Array(Type.String()),
    validFrom: Type.String(),
    lastDay: orNull(Type.String()),
    source: Type.String(),
    days: orNull(Type.Array(NoticedDay)),
    body: NamedBody,
    askedAt: Type.String(),
    /** from then on nobody decides it any more */
    endsAt: Type.String(),
    state: oneOf(STATES),
    /** when it was decided, taken back or lapsed */
    decidedAt: orNull(Type.String()),
    reason: orNull(Type.String()),
    /** its entry is in the lists now */
    stands: Type.Boolean(),
    mayDecide: Type.Boolean(),
    mayWithdraw: Type.Boolean(),
    /** may the reader ask that it ends, or is corrected? */
    mayChange: Type.Boolean(),
  },
  { title: 'ListAddition' },
);

/** The additions, and the lists that take some. */
export const AdditionList = Type.Object(
  {
    items: Type.Array(AdditionShape),
    next: orNull(Type.String()),
    openLists: Type.Array(Type.Object({ id: Type.String(), title: Bilingual })),
    /** the first year from this one on that no notice has named yet, with its days as they are expected */
    year: Type.Object({ list: Type.String(), year: Type.String(), days: Type.Array(NoticedDay) }),
    mayAsk: Type.Boolean(),
  },
  { title: 'AdditionList' },
);

/** `edition`: the one that knows the entry; null when it was refused. */
export const DecidedAddition = Type.Object({ edition: orNull(Type.Integer()) }, { title: 'DecidedAddition' });

/** The appendix of the decree as somebody who has it brings it in: CSV, and where it was taken from. */
export const AppendixBrought = Type.Object(
  { table: Type.String({ minLength: 1, maxLength: APPENDIX_CHARS_MAX }), source: Source },
  { title: 'AppendixBrought', additionalProperties: false },
);

const CountsOfCoverage = { names: Type.Integer(), mapped: Type.Integer() };
/** How far the dictionary covers the appendix; the same figures as the command `congvu standard coverage`. */
export const DecreeCoverage = Type.Object(
  {
    /** names that the decree counts */
    stated: Type.Integer(),
    /** null: nobody has brought it in, and only what is ours is counted */
    appendix: orNull(Type.Object({ broughtAt: Type.String(), source: Type.String() })),
    ...CountsOfCoverage,
    several: Type.Integer(),
    unknown: Type.Integer(),
    withoutGroup: Type.Integer(),
    /** fields that the decree does not name, as this project reads it */
    own: Type.Integer(),
    groups: Type.Array(
      Type.Object({
        code: Type.String(),
        title: Bilingual,
        ...CountsOfCoverage,
        /** fields that we hold to be of this group */
        ours: Type.Integer(),
        /** of them those that stand in no name; all of them while there is no appendix */
        unnamed: Type.Array(Type.Object({ key: Type.String(), label: Bilingual })),
      }),
    ),
    /** names that are no field of ours yet, or may be several */
    open: Type.Array(
      Type.Object({
        no: Type.String(),
        name: Type.String(),
        group: orNull(Type.String()),
        sourceBody: orNull(Type.String()),
        outcome: oneOf(['several', 'unknown']),
        candidates: Type.Array(Type.Object({ key: Type.String(), label: Bilingual })),
      }),
    ),
    mayBring: Type.Boolean(),
  },
  { title: 'DecreeCoverage' },
);
