/** What travels of a plan: tasks and how far each agency is, in numbers; no person. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { TASK_STATES } from './state.ts';

const Day = Type.String({ format: 'date' });

export const PlanTask = Type.Object(
  {
    code: Type.String(),
    parent: orNull(Type.String()),
    title: Bilingual,
    lead: orNull(Type.String()),
    group: orNull(Type.String()),
    due: orNull(Day),
    recurring: Type.Boolean(),
    heading: Type.Boolean(),
    /** what is counted; null where nothing is */
    how: orNull(Bilingual),
    /** the share from which the task is met */
    atLeast: orNull(Type.Number()),
    /** why nothing here measures it */
    whyNot: orNull(Bilingual),
    confidence: Type.String(),
  },
  { title: 'PlanTask' },
);

export const PlanCell = Type.Object(
  {
    task: Type.String(),
    state: oneOf([...TASK_STATES]),
    part: orNull(Type.Integer()),
    whole: orNull(Type.Integer()),
    since: orNull(Day),
    heldOn: orNull(Day),
    /** where work on it begins, where the reader may open that */
    href: orNull(Type.String()),
  },
  { title: 'PlanCell' },
);

export const PlanLine = Type.Object(
  {
    body: NamedBody,
    /** of the decision; null: the country as a whole */
    group: orNull(Type.String()),
    /** the group was made up for the demo */
    invented: Type.Boolean(),
    cells: Type.Array(PlanCell),
  },
  { title: 'PlanLine' },
);

export const PlanPage = Type.Object(
  {
    plan: Type.Object({
      id: Type.String(),
      title: Bilingual,
      source: Type.String(),
      confidence: Type.String(),
      daysRunning: Type.Integer(),
    }),
    day: Day,
    /** null: nothing was counted on the day */
    countedAt: orNull(Type.String()),
    first: orNull(Day),
    last: orNull(Day),
    tasks: Type.Array(PlanTask),
    lines: Type.Array(PlanLine),
  },
  { title: 'PlanPage' },
);
