/** What travels of bodies and of their changes. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { CODE_SOURCE_LETTERS_MAX } from '#authority/organisations/limits.ts';
import { OPERATION_KINDS } from '#authority/organisations/operations.ts';
import { CODE_STANDINGS } from '#authority/organisations/shapes.ts';
import { CHANGE_STATES } from '#authority/organisations/step.ts';
import { Bilingual, Id, oneOf, orNull } from '#base/http/shapes.ts';

export const Day = Type.String({ format: 'date', pattern: '^[1-9]' });
/** A settled point of record time: what was believed then. */
export const KnownAt = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: String.raw`\S` });
export const SCHEMES = ['ma_dinh_danh', 'noi_bo', 'dvhc'] as const;

export const ByName = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'BodyByName' });

export const TreeNode = Type.Object(
  {
    id: Type.String(),
    parentId: orNull(Type.String()),
    name: Type.String(),
    code: Type.String(),
    /** how sure the code is: an official identifier, one that goes on uncertain, one of ours, none */
    standing: oneOf(CODE_STANDINGS),
    kind: Type.String(),
    level: Type.String(),
    children: Type.Integer(),
  },
  { title: 'TreeNode' },
);
export const TreeLevel = Type.Object(
  { items: Type.Array(TreeNode), next: orNull(Type.String()), validOn: Type.String(), knownAt: orNull(Type.Integer()) },
  { title: 'TreeLevel' },
);

export const FoundBodies = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          /** as it is called today, or was called last */
          name: Type.String(),
          code: Type.String(),
          standing: oneOf(CODE_STANDINGS),
          above: orNull(Type.String()),
          /** the name or code by which it was found */
          by: Type.String(),
          from: Type.String(),
          /** first day on which that no longer holds; null: it holds on */
          until: orNull(Type.String()),
          /** the body itself is there today */
          stands: Type.Boolean(),
        },
        { title: 'FoundBody' },
      ),
    ),
    next: orNull(Type.String()),
  },
  { title: 'FoundBodies' },
);

const Dated = { from: Type.String(), until: orNull(Type.String()) };
const Named = Type.Object({ code: Type.String(), name: Bilingual }, { title: 'NamedEntry' });
export const BodyPage = Type.Object(
  {
    id: Type.String(),
    validOn: Type.String(),
    /** the point that it is known at; null: all that is known now */
    knownAt: orNull(Type.Integer()),
    /** null: it is not there on that day; its life says when it is */
    now: orNull(
      Type.Object(
        {
          name: Type.String(),
          code: Type.String(),
          kind: Named,
          level: Named,
          above: Type.Array(ByName),
          children: Type.Integer(),
          managing: ByName,
        },
        { title: 'BodyNow' },
      ),
    ),
    /** of the code that it is called by on that day; of a body without an official identifier the population database is not asked */
    standing: oneOf(CODE_STANDINGS),
    names: Type.Array(
      Type.Object(
        {
          ...Dated,
          name: Type.String(),
          parent: orNull(Type.String()),
          kind: Type.String(),
          level: Type.String(),
          source: Type.String(),
          confidence: Type.String(),
        },
        { title: 'BodyNameDated' },
      ),
    ),
    codes: Type.Array(
      Type.Object(
        {
          ...Dated,
          scheme: oneOf(SCHEMES),
          code: Type.String(),
          confidence: Type.String(),
          source: orNull(Type.String()),
          onDay: Type.Boolean(),
        },
        { title: 'BodyCodeDated' },
      ),
    ),
    attributes: Type.Array(
      Type.Object(
        { ...Dated, name: Type.String(), value: Type.String(), valueName: Bilingual, confidence: Type.String() },
        { title: 'BodyAttributeDated' },
      ),
    ),
    posts: Type.Array(
      Type.Object(
        { ...Dated, kind: Type.String(), kindName: Bilingual, year: Type.Integer(), posts: Type.Integer() },
        { title: 'BodyPosts' },
      ),
    ),
    /** who goes on as whom */
    links: Type.Array(
      Type.Object(
        { on: Type.String(), side: oneOf(['from', 'to']), other: ByName, relation: Type.String(), whole: Type.Boolean() },
        { title: 'BodyLink' },
      ),
    ),
    /** entries of that day that a change may name; of who may ask for none, none */
    choices: Type.Object(
      { bodyKind: Type.Array(Named), level: Type.Array(Named), value: Type.Array(Named), postKind: Type.Array(Named) },
      { title: 'BodyChoices' },
    ),
    /** may the reader ask for a change of it, and of what stands below it? */
    mayChange: Type.Boolean(),
    mayAdd: Type.Boolean(),
  },
  { title: 'BodyPage' },
);

export const DecisionShape = Type.Object(
  {
    number: Words(100),
    day: Day,
    signer: Words(200),
    issuedBy: Words(300),
    /** why it takes effect before it was signed */
    word: Type.Optional(Words(500)),
  },
  { additionalProperties: false, title: 'ChangeDecision' },
);

/** One operation, as it is asked for: which members it needs follows from its kind. */
export const AskedOperation = Type.Object(
  {
    kind: oneOf(OPERATION_KINDS),
    /** the body; of a new one not said */
    bodyId: Type.Optional(Id),
    parentId: Type.Optional(Id),
    /** of a merger: the body that goes on */
    intoId: Type.Optional(Id),
    /** of an undo: the merger that was brought in by mistake */
    changeId: Type.Optional(Id),
    name: Type.Optional(Words(300)),
    shortName: Type.Optional(Words(100)),
    bodyKind: Type.Optional(Words(30)),
    level: Type.Optional(Words(30)),
    scheme: Type.Optional(oneOf(SCHEMES)),
    code: Type.Optional(Words(40)),
    /** of a code that goes on after a merger or a re-coding without being said anew: what says that it goes on */
    uncertain: Type.Optional(Words(CODE_SOURCE_LETTERS_MAX)),
    attribute: Type.Optional(oneOf(['nhom_bndp'])),
    value: Type.Optional(Words(30)),
    postKind: Type.Optional(Words(30)),
    posts: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
  },
  { additionalProperties: false, title: 'AskedOperation' },
);
export type OperationAsked = Static<typeof AskedOperation>;

export const AskedChange = Type.Object(
  {
    on: Day,
    operations: Type.Array(AskedOperation, { minItems: 1, maxItems: 20 }),
    decision: Type.Optional(DecisionShape),
    /** hash of the scanned decision, as it was kept */
    file: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    /** to the second person at once; else it stays a draft */
    send: Type.Boolean(),
  },
  { additionalProperties: false, title: 'AskedBodyChange' },
);

export const SentChange = Type.Object(
  { decision: DecisionShape, file: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })) },
  { additionalProperties: false, title: 'SentBodyChange' },
);

export const ChangeVerdict = Type.Object(
  {
    inForce: Type.Boolean(),
    /** of what was shown: another tree since then asks to look again */
    planHash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    reason: Type.Optional(Words(500)),
  },
  { additionalProperties: false, title: 'ChangeVerdict' },
);

export const ChangeSummary = Type.Object(
  {
    id: Type.String(),
    kind: oneOf([...OPERATION_KINDS, 'list']),
    on: Type.String(),
    state: oneOf(CHANGE_STATES),
    /** in force, and its day is still to come */
    coming: Type.Boolean(),
    /** the body that it is about, as it will be called; of a list the name of the file */
    about: Type.String(),
    operations: Type.Integer(),
    wrong: Type.Integer(),
    decision: orNull(DecisionShape),
    hasFile: Type.Boolean(),
    madeBy: orNull(Type.String()),
    madeAt: Type.String(),
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Type.String()),
    refusal: orNull(Type.String()),
    maySend: Type.Boolean(),
    mayWithdraw: Type.Boolean(),
    mayDecide: Type.Boolean(),
  },
  { title: 'BodyChangeSummary' },
);

/** What is no operation of a change, and stands in the history all the same: whom to call. */
const CONTACT_KINDS = ['contact-phone', 'contact-email', 'contact-place'] as const;

export const ChangeLine = Type.Object(
  {
    kind: oneOf([...OPERATION_KINDS, ...CONTACT_KINDS]),
    body: ByName,
    /** as it is on that day, and as it will be; null: nothing */
    before: orNull(Type.String()),
    after: orNull(Type.String()),
    /** of a code that goes on uncertain: what says so */
    uncertain: orNull(Type.String()),
  },
  { title: 'BodyChangeLine' },
);
const ToldProblem = Type.Object({ code: Type.String(), title: Bilingual, next: Bilingual }, { title: 'ToldProblem' });
export const ListCell = Type.Object(
  {
    row: Type.Integer(),
    column: orNull(Type.String()),
    value: orNull(Type.String()),
    code: Type.String(),
    title: Bilingual,
    next: Bilingual,
  },
  { title: 'BodyListProblem' },
);
export const OneChange = Type.Object(
  {
    change: ChangeSummary,
    counts: Type.Record(Type.String(), Type.Integer()),
    lines: Type.Array(ChangeLine),
    /** there are more than are shown */
    moreLines: Type.Boolean(),
    /** what stands in the way now; a change that is in force has none */
    problems: Type.Array(ToldProblem),
    cells: Type.Array(ListCell),
    planHash: orNull(Type.String()),
    /** of a merger that is in force and was not undone: the body that it went into */
    undoFrom: orNull(Type.String()),
  },
  { title: 'OneBodyChange' },
);
export const MadeChange = Type.Object(
  { id: Type.String(), state: oneOf(CHANGE_STATES), wrong: Type.Integer(), counts: Type.Record(Type.String(), Type.Integer()) },
  { title: 'MadeBodyChange' },
);
export const KeptFileShape = Type.Object(
  { sha256: Type.String(), sizeBytes: Type.Integer(), mediaType: Type.String() },
  { title: 'KeptDecisionFile' },
);
export const HistoryShape = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          kind: Type.String(),
          on: Type.String(),
          decision: orNull(Type.String()),
          lines: Type.Array(ChangeLine),
          knownAt: Type.Integer(),
          decidedAt: orNull(Type.String()),
          madeBy: orNull(Type.String()),
          decidedBy: orNull(Type.String()),
          hasFile: Type.Boolean(),
        },
        { title: 'BodyHistoryEntry' },
      ),
    ),
    next: orNull(Type.String()),
  },
  { title: 'BodyHistory' },
);
