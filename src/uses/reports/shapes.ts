/** What travels of reports: definitions, what is asked, the value that is kept, what differs when it is run again. Numbers by agency, no person. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, Id, oneOf, orNull } from '#base/http/shapes.ts';

/** What people are counted by. The database knows each by name (`report_expression`), and no other. */
export const DIMENSIONS = [
  'kind',
  'sector',
  'status',
  'payroll',
  'sex',
  'ethnicity',
  'religion',
  'party',
  'position',
  'jobPosition',
  'grade',
  'education',
  'politics',
  'stateManagement',
  'level',
  'bodyKind',
  'age',
  'birthYear',
  'payStep',
  'recruitedYear',
  'payMonths',
] as const;

const CODES_MAX = 200;
const CONDITIONS_MAX = 12;
const Codes = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: CODES_MAX });
const Whole = Type.Integer({ minimum: 0, maximum: 9999 });
/** One condition over a fact; all of its parts hold. `notIn`: what was not stated passes. `from`, `to`: whole numbers, both included. */
export const ReportCondition = Type.Object(
  {
    of: oneOf([...DIMENSIONS]),
    in: Type.Optional(Codes),
    notIn: Type.Optional(Codes),
    from: Type.Optional(Whole),
    to: Type.Optional(Whole),
    stated: Type.Optional(Type.Boolean()),
  },
  { title: 'ReportCondition', additionalProperties: false },
);
export type ReportCondition = Static<typeof ReportCondition>;
export const ReportConditions = Type.Array(ReportCondition, { maxItems: CONDITIONS_MAX });

export const ReportColumn = Type.Object({ key: Type.String(), label: Bilingual }, { title: 'ReportColumn' });
export const ReportDefinition = Type.Object(
  { id: Type.String(), version: Type.Integer(), title: Bilingual, columns: Type.Array(ReportColumn) },
  { title: 'ReportDefinition' },
);

const Day = Type.String({ format: 'date' });
/** What is asked; a day that is not said is today, the day of the tree that of the facts, the point the newest that is settled. */
export const ReportAsked = Type.Object(
  {
    definition: Type.String({ minLength: 1, maxLength: 20 }),
    bodyId: Id,
    validOn: Type.Optional(Day),
    treeOn: Type.Optional(Day),
    knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
    where: Type.Optional(ReportConditions),
  },
  { additionalProperties: false },
);
export type ReportAsked = Static<typeof ReportAsked>;

/** `itself`: the agency without those below · `below`: one directly below, with all below it · `gone`: stood on the day of the facts and has no one place in the tree of the other day. */
export const ReportRow = Type.Object(
  { body: NamedBody, place: oneOf(['itself', 'below', 'gone']), counts: Type.Array(Type.Integer()) },
  { title: 'ReportRow' },
);
export type ReportRow = Static<typeof ReportRow>;

/** The value of a report: whatever its hash is over. Nothing of who asked, nor when. */
export const ReportValue = Type.Object(
  {
    definition: Type.String(),
    version: Type.Integer(),
    where: ReportConditions,
    body: NamedBody,
    validOn: Type.String(),
    treeOn: Type.String(),
    knownAt: Type.Integer(),
    /** version of the dictionary, and hash of the lists and rows of law known at the point */
    dictionary: Type.String(),
    lists: Type.String(),
    rows: Type.Array(ReportRow),
    total: Type.Array(Type.Integer()),
  },
  { title: 'ReportValue' },
);
export type ReportValue = Static<typeof ReportValue>;

export const Report = Type.Object(
  {
    number: Type.String(),
    at: Type.String(),
    title: Bilingual,
    columns: Type.Array(ReportColumn),
    value: ReportValue,
    /** SHA-256 of the value as canonical JSON (RFC 8785) */
    sha256: Type.String(),
    /** signed by the key of the agency, typ `report+jws` */
    jws: Type.String(),
  },
  { title: 'Report' },
);
export type Report = Static<typeof Report>;

export const ReportLine = Type.Object(
  {
    number: Type.String(),
    at: Type.String(),
    title: Bilingual,
    bodyName: Type.String(),
    validOn: Type.String(),
    total: Type.Integer(),
    sha256: Type.String(),
  },
  { title: 'ReportLine' },
);
export const ReportLines = Type.Object({ items: Type.Array(ReportLine) }, { title: 'ReportLines' });
export const ReportDefinitions = Type.Object({ items: Type.Array(ReportDefinition) }, { title: 'ReportDefinitions' });

/** `then`: as it was known at its point · `now`: as it is known at the newest settled point. */
export const RUN_AGAIN = ['then', 'now'] as const;
export const AskedAgain = Type.Object({ as: oneOf([...RUN_AGAIN]) }, { additionalProperties: false });
/** One figure that is another now. */
export const ReportDifference = Type.Object(
  { body: NamedBody, column: Bilingual, was: Type.Integer(), is: Type.Integer() },
  { title: 'ReportDifference' },
);
/** How many of each cause stand between the two points, within the scope. */
export const ReportCauses = Type.Object(
  {
    /** stretches of days that were stated later for days before the day of the report, or corrected */
    facts: Type.Integer(),
    /** people who came to or left a body of the scope, as said since */
    moves: Type.Integer(),
    /** events of agencies put in force since */
    events: Type.Integer(),
    /** people destroyed on a ground of the law since, in the whole register */
    erased: Type.Integer(),
    /** the lists and rows of law are others */
    lists: Type.Boolean(),
  },
  { title: 'ReportCauses' },
);
export const ReportAgain = Type.Object(
  {
    as: oneOf([...RUN_AGAIN]),
    knownAt: Type.Integer(),
    sha256: Type.String(),
    same: Type.Boolean(),
    differences: Type.Array(ReportDifference),
    causes: orNull(ReportCauses),
  },
  { title: 'ReportAgain' },
);
export type ReportAgain = Static<typeof ReportAgain>;
