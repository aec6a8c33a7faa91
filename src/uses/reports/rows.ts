/** The people behind a figure, as far as whoever opens it may see them: the figure stands beside, and nobody is named of the rest. */
import { rolesOver } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { listsKnownAt } from '#authority/code-lists/editions.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { filterNotSeen } from '#record/register/problems.ts';
import { seen } from '#record/register/visibility.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { populationOf } from './definitions.ts';
import { dimensionsOf } from './disclosure.ts';
import { askedBy } from './law-conditions.ts';
import type { Asked } from './law-conditions.ts';
import { definitionOfValue } from './make.ts';
import { reportCellUnknown } from './problems.ts';
import type { DIMENSIONS, ReportValue } from './shapes.ts';
import { countCells, peopleOf, scopeOf } from './store.ts';
import type { KeptReport, SeenPerson } from './store.ts';

/** Which column of the register each dimension stands for; of an agency none. */
const COLUMN_OF: Readonly<Record<(typeof DIMENSIONS)[number], string | null>> = {
  kind: 'employee_kind',
  sector: 'sector',
  status: 'work_status',
  payroll: 'payroll_kind',
  sex: 'sex',
  ethnicity: 'ethnicity',
  religion: 'religion',
  party: 'party_on',
  position: 'position',
  jobPosition: 'job_position',
  grade: 'grade',
  education: 'education',
  politics: 'politics',
  stateManagement: 'state_management',
  level: null,
  bodyKind: null,
  age: 'birth',
  birthYear: 'birth',
  birthMonth: 'birth',
  payStep: 'pay_step',
  recruitedYear: 'recruited_on',
  payMonths: 'pay_from',
};
/** Listed at once; the figure says how many there are. */
const LISTED_MAX = 50;

/** The first field that these conditions ask of and these roles do not see in clear; null when they see all. */
function hiddenOf(where: readonly Asked[], roles: readonly string[]): Bilingual | null {
  for (const of of dimensionsOf(where)) {
    const column = HOT_COLUMNS.find((one) => one.column === COLUMN_OF[of]);
    const field = FIELDS.find(({ key }) => key === column?.field);
    if (field && seen(field, { roles, unmasked: new Set() }) !== 'clear') return field.label;
  }
  return null;
}

export interface Opened {
  readonly total: number;
  readonly seen: number;
  readonly people: readonly SeenPerson[];
}

/** E-REPORT-CELL-UNKNOWN, E-SEARCH-FIELD-NOT-SEEN. The caller MUST leave the row of the reading. */
export async function peopleBehind(
  tx: Tx,
  actor: Actor,
  kept: KeptReport,
  cell: { readonly bodyId: string; readonly place: string; readonly column: string },
): Promise<Result<Opened>> {
  const value = JSON.parse(kept.content) as ReportValue;
  const definition = definitionOfValue(value);
  const at = definition.columns.findIndex(({ key }) => key === cell.column);
  const row = value.rows.find(({ body, place }) => body.id === cell.bodyId && place === cell.place);
  if (!row || at === -1) return refused(reportCellUnknown());
  const lists = await listsKnownAt(tx, value.knownAt);
  const ofColumn = judgedBy(lists, () => askedBy(definition.columns[at]!.where, value.validOn));
  const beside = judgedBy(lists, () => askedBy([...definition.population, ...value.where], value.validOn));
  const hidden = hiddenOf([...ofColumn, ...beside], rolesOver(actor, cell.bodyId));
  if (hidden) return refused(filterNotSeen({ field: hidden }));
  const counting = { bodyId: value.body.id, validOn: value.validOn, treeOn: value.treeOn, knownAt: value.knownAt };
  const everybody = judgedBy(lists, () => askedBy(populationOf(definition, value.where), value.validOn));
  const bodies = row.place === 'below' ? await scopeOf(tx, { ...counting, bodyId: cell.bodyId }) : [cell.bodyId];
  const people = await peopleOf(tx, bodies, counting, [...everybody, ...ofColumn], LISTED_MAX);
  const counts = await countCells(tx, counting, [ofColumn], everybody);
  const total = bodies.reduce((sum, id) => sum + (counts.get(id)?.[0] ?? 0), 0);
  return ok({ total, seen: people[0]?.seen ?? 0, people });
}
