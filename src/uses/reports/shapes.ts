/** What travels of reports: definitions, what is asked, the value that is kept, what differs when it is run again. Numbers by agency, no person. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { May, NamedBody } from '#authority/access/shapes.ts';
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
  'birthMonth',
  'payStep',
  'recruitedYear',
  'payMonths',
] as const;

const CODES_MAX = 200;
const CONDITIONS_MAX = 12;
const Codes = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: CODES_MAX });
const Whole = Type.Integer({ minimum: 0, maximum: 999_999 });
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

/** A figure as anybody may read it: rounded to the base; one to four people; or not told. `n` is 0 where it is not told. */
export const PublishedCell = Type.Object({ as: oneOf(['rounded', 'few', 'withheld']), n: Type.Integer() }, { title: 'PublishedCell' });
export type PublishedCell = Static<typeof PublishedCell>;
export const PublishedRow = Type.Object(
  { body: NamedBody, place: oneOf(['itself', 'below', 'gone']), cells: Type.Array(PublishedCell) },
  { title: 'PublishedRow' },
);
export type PublishedRow = Static<typeof PublishedRow>;
export const PublishedValue = Type.Object(
  {
    number: Type.String(),
    definition: Type.String(),
    version: Type.Integer(),
    body: NamedBody,
    validOn: Type.String(),
    treeOn: Type.String(),
    /** version of the rules by which it was rounded */
    policy: Type.Integer(),
    base: Type.Integer(),
    rows: Type.Array(PublishedRow),
    total: Type.Array(PublishedCell),
  },
  { title: 'PublishedValue' },
);
export type PublishedValue = Static<typeof PublishedValue>;
export const PublishedReport = Type.Object(
  {
    at: Type.String(),
    title: Bilingual,
    columns: Type.Array(ReportColumn),
    value: PublishedValue,
    sha256: Type.String(),
    /** the one that it takes the place of, and why; the one that takes its place */
    revises: orNull(Type.String()),
    reason: orNull(Type.String()),
    revisedBy: orNull(Type.String()),
  },
  { title: 'PublishedReport' },
);
export type PublishedReport = Static<typeof PublishedReport>;
export const ToPublish = Type.Object(
  { revises: Type.Optional(Type.String({ maxLength: 20 })), reason: Type.Optional(Type.String({ minLength: 10, maxLength: 300 })) },
  { additionalProperties: false },
);

/** Which figure is opened: a line by its agency and place, a column by its key. */
export const ReportCellAsked = Type.Object(
  { bodyId: Id, place: oneOf(['itself', 'below', 'gone']), column: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
);
export const ReportPeople = Type.Object(
  {
    /** the figure, and how many of them the reader may see */
    total: Type.Integer(),
    seen: Type.Integer(),
    items: Type.Array(Type.Object({ personId: Type.String(), name: Type.String(), bodyName: Type.String() }, { title: 'ReportPerson' })),
    may: May,
  },
  { title: 'ReportPeople' },
);

export const ReportQuestion = Type.Object({ text: Type.String({ minLength: 3, maxLength: 300 }) }, { additionalProperties: false });
/** How a question was read: conditions over the form of kinds, the day, and the words that mean nothing here. */
export const ReportReading = Type.Object(
  {
    where: ReportConditions,
    validOn: orNull(Type.String()),
    read: Type.Array(Type.String()),
    unread: Type.Array(Type.String()),
  },
  { title: 'ReportReading' },
);
