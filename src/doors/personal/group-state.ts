/** How each group of somebody's own record stands: confirmed, on its way, something missing. Pure. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { GroupCode, Line, RecordDocument } from '#standard/shapes.ts';

/**
 * `waiting`: sent by the body, not decided yet · `returned`: the body is repairing it · `missing`: something needed was never stated ·
 * `confirmed`: stated, and somebody signed for it · `unconfirmed`: stands from the first load, signed by nobody ·
 * `nothing`: never stated, and nothing in it is needed of everybody · `system`: the system itself writes it
 */
export type GroupState = 'waiting' | 'returned' | 'missing' | 'confirmed' | 'unconfirmed' | 'nothing' | 'system';

/** What is on its way for a group, as the wall lets the person know it. */
export interface OwnItem {
  readonly group: GroupCode;
  /** state of an item (`record/confirmation`) */
  readonly state: string;
  readonly since: Instant;
}

export interface GroupStanding {
  readonly state: GroupState;
  /** labels of what is needed and was never stated */
  readonly missing: readonly Bilingual[];
  /** since when it waits, or is being repaired */
  readonly since: Instant | null;
}

/** What is asked of everybody and has lines of its own: form 2C-BNV/2008 leaves none of them empty (design; source: the form). */
const SECTIONS_OF_EVERYBODY: readonly string[] = ['luong', 'daoTao', 'congTac', 'giaDinh'];
/** Needed by no rule of the form, but there is no card without it. */
const FOR_THE_CARD: readonly string[] = ['anh4x6'];
/** It has a place of its own: it is always there, and never in a document. */
const NUMBER = 'soDinhDanh';

const statedByPeople = ({ field }: Leaf): boolean => field.suppliedBy === 'body' || field.suppliedBy === 'person';

const isNeeded = (leaf: Leaf, document: RecordDocument, asOf: PlainDate): boolean =>
  leaf.required === 'R' || FOR_THE_CARD.includes(leaf.key) || (leaf.requiredWhen?.holds({ document, line: null, asOf }) ?? false);

/** Labels of what a group needs and does not state, in the order of the form. */
export function missingIn(group: GroupCode, document: RecordDocument, asOf: PlainDate): Bilingual[] {
  const stated = document[group] ?? {};
  const fields = leavesOf(FIELDS, group, null)
    .filter((leaf) => leaf.key !== NUMBER && statedByPeople(leaf) && stated[leaf.key] === undefined && isNeeded(leaf, document, asOf))
    .map((leaf) => leaf.label);
  const sections = SECTIONS.filter((section) => section.group === group && SECTIONS_OF_EVERYBODY.includes(section.key))
    .filter((section) => ((stated[section.key] ?? []) as readonly Line[]).length === 0)
    .map((section) => section.title);
  return [...fields, ...sections];
}

const REPAIRED: readonly string[] = ['returned'];
const bySystem: ReadonlySet<GroupCode> = new Set(
  GROUPS.map((group) => group.code).filter((code) =>
    FIELDS.every((field) => field.group !== code || field.suppliedBy === 'system' || field.suppliedBy === 'derived'),
  ),
);

/**
 * @param items      what is on its way for this person, of any group
 * @param confirmed  was the version that states the group signed for? null: nobody stated it
 */
export function standingOf(
  group: GroupCode,
  document: RecordDocument,
  items: readonly OwnItem[],
  confirmed: boolean | null,
  asOf: PlainDate,
): GroupStanding {
  const missing = missingIn(group, document, asOf);
  const mine = items.filter((item) => item.group === group);
  const oldest = (some: readonly OwnItem[]): Instant | null => some.map((item) => item.since).sort()[0] ?? null;
  const waiting = mine.filter((item) => !REPAIRED.includes(item.state));
  if (waiting.length > 0) return { state: 'waiting', missing, since: oldest(waiting) };
  if (mine.length > 0) return { state: 'returned', missing, since: oldest(mine) };
  if (bySystem.has(group)) return { state: 'system', missing: [], since: null };
  if (missing.length > 0) return { state: 'missing', missing, since: null };
  if (confirmed === null) return { state: 'nothing', missing, since: null };
  return { state: confirmed ? 'confirmed' : 'unconfirmed', missing, since: null };
}
