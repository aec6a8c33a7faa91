/** What travels of reported values: what a person reports and sees of it, and what the desk does. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { GROUPS } from '#standard/dictionary.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { TEXT_CHARS_MAX, WRONG_CHARS_MIN } from './limits.ts';

export const OUTCOMES = ['corrected', 'refused', 'passed-on'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Whose data it is, where the register only repeats it. */
export const SOURCES = ['population', 'other'] as const;
export const REPORT_ACTS = ['assign', 'release', 'comment', ...OUTCOMES] as const;
export type ReportAct = (typeof REPORT_ACTS)[number];

const Text = Type.String();
const Words = Type.String({ maxLength: TEXT_CHARS_MAX });
export const OutcomeShape = Type.Enum([...OUTCOMES], { title: 'ReportOutcome' });

/** Which value, what is wrong, what would be right. `field` absent: something is missing in the group; `line`: of a section. */
export const ReportRequest = Type.Object(
  {
    group: Type.Union(GROUPS.map(({ code }) => Type.Literal(code))),
    field: Type.Optional(Type.String({ maxLength: 80 })),
    line: Type.Optional(Type.String({ maxLength: 80 })),
    wrong: Type.String({ minLength: WRONG_CHARS_MIN, maxLength: TEXT_CHARS_MAX }),
    right: Type.Optional(Words),
    /** which paper shows it, in words */
    paper: Type.Optional(Words),
  },
  { additionalProperties: false },
);
export type ReportRequest = Omit<Static<typeof ReportRequest>, 'group'> & { readonly group: GroupCode };

/** The photo or PDF that came along with a report. */
export const ReportPaper = Type.Object({ pages: Type.Integer(), fromPhoto: Type.Boolean(), addedAt: Text }, { title: 'ReportPaper' });

/** A report as its person sees it. */
export const OwnReport = Type.Object(
  {
    id: Text,
    group: Text,
    /** of the field, the section, or the group */
    label: Bilingual,
    field: orNull(Text),
    line: orNull(Text),
    madeAt: Text,
    dueOn: Text,
    overdue: Type.Boolean(),
    state: oneOf(['received', 'in-hand', ...OUTCOMES]),
    wrong: Text,
    right: Text,
    paper: Text,
    /** null: none came along */
    attached: orNull(ReportPaper),
    outcome: orNull(OutcomeShape),
    passedTo: orNull(oneOf([...SOURCES])),
    /** number of the update that corrected it */
    uploadNumber: orNull(Text),
    /** the officer's words about the outcome */
    answer: orNull(Text),
    settledAt: orNull(Text),
  },
  { title: 'OwnReport' },
);
export const OwnReports = Type.Object({ items: Type.Array(OwnReport) }, { title: 'OwnReports' });
export const PaperAttached = Type.Object({ id: Text }, { title: 'PaperAttached' });
export const ReportMade = Type.Object({ id: Text, dueOn: Text }, { title: 'ReportMade' });

export const ReportActRequest = Type.Object(
  {
    act: oneOf([...REPORT_ACTS]),
    officer: Type.Optional(Type.String({ format: 'uuid' })),
    note: Type.Optional(Words),
    /** `corrected`: by which submission */
    submission: Type.Optional(Type.String({ format: 'uuid' })),
    passedTo: Type.Optional(oneOf([...SOURCES])),
  },
  { additionalProperties: false },
);
export type ReportActRequest = Static<typeof ReportActRequest>;
