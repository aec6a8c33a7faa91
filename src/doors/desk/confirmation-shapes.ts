/** What travels between an officer and the desk: the queue, a person as presented, lists, decisions. */
import { Type } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { CHANGE, Counts, FieldChange, PLACE, Receipt, Severity, Text } from './shapes.ts';

const Reason = Type.Object({ code: Text, label: Bilingual });
export const Reasons = Type.Object({ return: Type.Array(Reason), mismatch: Type.Array(Reason) }, { title: 'Reasons' });

/** How somebody of a sample stands: not opened yet, opened, decided alone since, returned, or decided in part. */
export const SAMPLE_STATES = ['to-open', 'opened', 'decided', 'returned', 'in-part'] as const;

/** Who of a submission may be confirmed together, and who is looked at alone. */
export const CleanList = Type.Object(
  {
    submissionId: Text,
    uploadNumber: Text,
    body: Text,
    /** people of a list at most; who is clean beyond it comes with the next */
    peopleMax: Type.Integer(),
    /** people of samples that were returned or left in part: until they are decided no list of this submission is signed */
    undecided: Type.Integer(),
    /** people who wait, when the list was made; null: none was made */
    waiting: orNull(Type.Integer()),
    /** who is looked at one by one, by the reason */
    alone: Type.Array(Type.Object({ reason: Text, label: Bilingual, people: Type.Integer() })),
    /** null: none was made, or nobody is clean */
    list: orNull(
      Type.Object(
        {
          listId: Text,
          /** root over what is shown of each person: the signature names it */
          hash: Text,
          madeAt: Text,
          people: Type.Integer(),
          items: Type.Integer(),
          beyond: Type.Integer(),
          groups: Type.Array(Type.Object({ group: Text, title: Bilingual, people: Type.Integer(), changes: Type.Integer() })),
          /** drawn by chance; each must be opened before the list is signed */
          sample: Type.Array(
            Type.Object(
              { personId: Text, name: Text, state: Type.Enum([...SAMPLE_STATES], { title: 'SampleState' }) },
              { title: 'Sampled' },
            ),
          ),
        },
        { title: 'ShownList' },
      ),
    ),
  },
  { title: 'CleanList' },
);

export const PresentedPerson = Type.Object(
  {
    personId: Text,
    submissionId: Text,
    name: Text,
    body: Text,
    shownHash: Text,
    mine: Type.Boolean(),
    may: May,
    matchResult: orNull(Type.Object({ level: Text, fields: Type.Record(Text, Text) })),
    problems: Type.Array(
      Type.Object(
        {
          code: Text,
          severity: Severity,
          title: Bilingual,
          next: orNull(Bilingual),
          label: orNull(Bilingual),
          value: orNull(Text),
          where: Type.Object({
            sheet: Type.Optional(orNull(Text)),
            row: Type.Optional(orNull(Type.Integer())),
            column: Type.Optional(orNull(Text)),
            field: Type.Optional(orNull(Text)),
          }),
        },
        { title: 'PresentedProblem' },
      ),
    ),
    accepted: Type.Array(
      Type.Object(
        {
          group: Text,
          field: Text,
          label: Bilingual,
          where: Type.Object(PLACE),
          typed: orNull(Text),
          value: Text,
          strength: oneOf(['certain', 'guess']),
          reason: Bilingual,
          by: Text,
          at: Text,
        },
        { title: 'AcceptedCell' },
      ),
    ),
    /** its person declared it: they and who confirms write to each other about it */
    declared: Type.Boolean(),
    /** papers that the person sent along with what they declared: each waits by itself */
    papers: Type.Array(Type.Object({ submissionId: Text, uploadNumber: Text, group: Bilingual }, { title: 'PaperBeside' })),
    groups: Type.Array(
      Type.Object(
        {
          group: Text,
          title: Bilingual,
          /** an act on one line (null: one that is added); the title says it, and the fields are of that line alone */
          operation: Type.Optional(Type.Object({ kind: oneOf(['add', 'correct', 'end']), section: Text, line: orNull(Text) })),
          itemId: Text,
          /** the round whose file is itself what is stated here; null: the file says it in cells */
          fileOfRound: orNull(Type.Integer()),
          state: Text,
          compared: Type.Integer(),
          validFrom: Text,
          mayConfirm: Type.Boolean(),
          /** what else waits of this group of the person: each is decided by itself, the oldest first */
          beside: Type.Array(
            Type.Object(
              {
                submissionId: Text,
                uploadNumber: Text,
                origin: oneOf(['person', 'exchange', 'agency']),
                sentAt: Text,
                state: Text,
                fields: Type.Array(FieldChange),
              },
              { title: 'ProposalBeside' },
            ),
          ),
          fields: Type.Array(
            Type.Object(
              { ...CHANGE, changed: Type.Boolean(), match: orNull(Text), problems: Type.Array(Text) },
              { title: 'PresentedField' },
            ),
          ),
        },
        { title: 'PresentedGroup' },
      ),
    ),
  },
  { title: 'PresentedPerson' },
);

export const Decided = Type.Object(
  {
    accepted: Type.Integer(),
    returned: Type.Integer(),
    waiting: Type.Integer(),
    items: Type.Array(Type.Object({ itemId: Text, state: Text }, { additionalProperties: true })),
    receipt: Receipt,
  },
  { title: 'Decided' },
);

export const ListDecided = Type.Object({ listId: Text, items: Type.Integer(), counts: Counts, receipt: Receipt }, { title: 'ListDecided' });
