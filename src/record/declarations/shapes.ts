/** What travels of declarations. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { CELLS_MAX, CELL_CHARS_MAX, LINES_MAX, MESSAGE_CHARS_MAX, SYMBOL_CHARS_MAX } from './limits.ts';

const Text = Type.String();
export const Cells = Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: CELL_CHARS_MAX }), { maxProperties: CELLS_MAX });
export const DECLARATION_STANDINGS = [
  'sent',
  'checking',
  'refused',
  'waiting',
  'returned',
  'registered',
  'recorded',
  'replaced',
  'withdrawn',
] as const;
export const MARKS = ['right', 'changed'] as const;
const By = Type.Enum(['person', 'population', 'body'], { title: 'DeclaredBy' });

/** What was filled in of a group: texts as they were typed, by the keys of its columns. */
export const GroupDraft = Type.Object(
  {
    mark: oneOf([...MARKS]),
    cells: Cells,
    /** of sections that are stated: all their lines; none: the section is empty from now on */
    sections: Type.Record(Type.String({ maxLength: 80 }), Type.Array(Cells, { maxItems: LINES_MAX }), { maxProperties: 8 }),
    /** the version of the group that the form showed; as it stands now, when it is not said */
    seen: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type GroupDraft = Static<typeof GroupDraft>;

export const DeclarationTruth = Type.Object({ code: Text, vi: Text, en: Text, source: Text }, { title: 'DeclarationTruth' });

/** A paper that comes along with a declaration. */
export const DeclarationEvidence = Type.Object(
  {
    id: Text,
    group: Text,
    kind: Bilingual,
    symbol: Text,
    /** '' when it has none */
    issuedOn: Text,
    pages: Type.Integer(),
    sizeBytes: Type.Integer(),
    /** it came as a photo, and was drawn anew without what the camera wrote beside it */
    fromPhoto: Type.Boolean(),
    /** null: of a draft, not sent yet */
    standing: orNull(Type.Enum([...DECLARATION_STANDINGS], { title: 'DeclarationStanding' })),
    uploadNumber: orNull(Text),
    /** why it came back, with the officer's words */
    returned: Type.Array(Type.Object({ label: orNull(Bilingual), reason: Bilingual, note: orNull(Text) })),
    /** codes of what kept it from being taken in */
    problems: Type.Array(Text),
  },
  { title: 'DeclarationEvidence' },
);
/** A value that is stated otherwise than the time before; of a section the line, its values one after the other. */
export const DeclaredChange = Type.Object({ group: Bilingual, label: Bilingual, before: Text, after: Text }, { title: 'DeclaredChange' });
export const SentDeclaration = Type.Object(
  {
    id: Text,
    kind: Type.Enum(['first', 'update'], { title: 'DeclarationKind' }),
    sentAt: Text,
    standing: Type.Enum([...DECLARATION_STANDINGS], { title: 'DeclarationStanding' }),
    truth: orNull(DeclarationTruth),
    /** groups in which something was filled in */
    groups: Type.Array(Bilingual),
    uploadNumber: orNull(Text),
    /** number of the signed receipt */
    receipt: orNull(Text),
    /** groups that came back, with the officer's words */
    returned: Type.Array(
      Type.Object({
        code: Text,
        group: Bilingual,
        cells: Type.Array(Type.Object({ label: orNull(Bilingual), reason: Bilingual, note: orNull(Text) })),
      }),
    ),
    /** codes of what kept it from being taken in */
    problems: Type.Array(Text),
    /** the record moved to another body before all of it was decided */
    moved: Type.Boolean(),
    /** papers that came along */
    evidence: Type.Array(DeclarationEvidence),
    /** while the agency has it: until when it has to confirm it */
    confirmedBy: orNull(Text),
    /** where it was typed */
    origin: Type.Enum(['portal', 'vneid'], { title: 'DeclarationOrigin' }),
    /** when its person took it back */
    withdrawnAt: orNull(Text),
    /** nobody decided anything of it yet */
    mayWithdraw: Type.Boolean(),
    /** what was written about it by its person and who confirms */
    messages: Type.Integer(),
    mayWrite: Type.Boolean(),
    /** what it says otherwise than the one that came back, or was taken back, before it; none: it is no second try */
    changes: Type.Array(DeclaredChange),
  },
  { title: 'SentDeclaration' },
);

/** Who asked somebody in service to declare, and on what ground; null: the law started the term. */
export const DeclarationCalledBy = orNull(Type.Object({ bodyName: Text, ground: Text }, { title: 'DeclarationCalledBy' }));

export const MyDeclaration = Type.Object(
  {
    kind: Type.Enum(['first', 'update'], { title: 'DeclarationKind' }),
    bodyName: Text,
    /** the law's term, or that of a call, while it runs */
    due: orNull(Type.Object({ lastDay: Text, late: Type.Boolean(), call: DeclarationCalledBy })),
    truth: DeclarationTruth,
    /** until when the agency has to confirm what is sent today; null: no term of the law runs for it today */
    confirmedBy: orNull(Text),
    groups: Type.Array(
      Type.Object({
        code: Text,
        title: Bilingual,
        by: By,
        mark: orNull(oneOf([...MARKS])),
        /** the record changed since it was seen: it is looked at again before it is sent */
        changedSince: Type.Boolean(),
        /** something that is needed is missing in the record */
        missing: Type.Array(Bilingual),
      }),
    ),
    sent: Type.Array(SentDeclaration),
  },
  { title: 'MyDeclaration' },
);

const Column = Type.Object({
  key: Text,
  /** what it is a part of: of a field with several columns all that are filled in are stated together */
  field: Text,
  label: Bilingual,
  hint: Bilingual,
  required: Type.Boolean(),
  /** a choice of these texts; null: it is typed */
  options: orNull(Type.Array(Text)),
  /** beside these something else may be typed */
  free: Type.Boolean(),
});

export const DraftProblem = Type.Object(
  {
    /** column, and of a section its key and line; null: the whole */
    column: orNull(Text),
    section: orNull(Text),
    line: orNull(Type.Integer()),
    severity: oneOf(['error', 'warning']),
    title: Bilingual,
    next: Bilingual,
  },
  { title: 'DraftProblem' },
);

export const DeclarationForm = Type.Object(
  {
    code: Text,
    title: Bilingual,
    by: By,
    mark: orNull(oneOf([...MARKS])),
    columns: Type.Array(Column),
    /** as the record says it, typed */
    standing: Cells,
    /** as the draft says it; a key that is not there was not touched */
    cells: Cells,
    sections: Type.Array(
      Type.Object({
        key: Text,
        title: Bilingual,
        columns: Type.Array(Column),
        standing: Type.Array(Cells),
        /** null: not touched */
        lines: orNull(Type.Array(Cells)),
      }),
    ),
    problems: Type.Array(DraftProblem),
    /** papers of the draft that show this group; of a group that is not the person's none */
    evidence: Type.Array(DeclarationEvidence),
    /** kinds of papers that may be added; none: to this group nothing is added */
    evidenceKinds: Type.Array(Type.Object({ code: Text, label: Bilingual })),
    /** the version of the group that this shows */
    seen: Type.Integer(),
    /** the next group that was not seen yet */
    next: orNull(Text),
  },
  { title: 'DeclarationForm' },
);

export const EvidenceStated = Type.Object(
  {
    kind: Type.String({ minLength: 1, maxLength: 60 }),
    symbol: Type.String({ maxLength: SYMBOL_CHARS_MAX, default: '' }),
    issuedOn: Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$', default: '' }),
  },
  { additionalProperties: false },
);
export const EvidenceAdded = Type.Object({ id: Text }, { title: 'EvidenceAdded' });

export const ThreadMessage = Type.Object(
  {
    byPerson: Type.Boolean(),
    name: Text,
    at: Text,
    text: Text,
  },
  { title: 'ThreadMessage' },
);
export const DeclarationThread = Type.Object(
  {
    /** more may be written */
    open: Type.Boolean(),
    messages: Type.Array(ThreadMessage),
  },
  { title: 'DeclarationThread' },
);
export const WriteMessage = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: MESSAGE_CHARS_MAX }) },
  { additionalProperties: false },
);

export const DraftSaved = Type.Object({ problems: Type.Array(DraftProblem), next: orNull(Text) }, { title: 'DraftSaved' });
export const SendDeclaration = Type.Object({ truth: Type.String({ maxLength: 40 }) }, { additionalProperties: false });
export const DeclarationSent = Type.Object({ id: Text }, { title: 'DeclarationSent' });
