/** What a search may want, within which bodies it looks, and how much of somebody found is shown to whom: for pages of hits and for lists that are taken along. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { grantsThatMay } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { subtree } from '#authority/organisations/store.ts';
import type { Tx } from '#base/database/transaction.ts';
import { oneOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';
import { printValue } from '#standard/print.ts';
import { filterNotSeen } from './problems.ts';
import { HIT_SORTS } from './search.ts';
import type { Hit as FoundHit, HitColumn } from './search.ts';
import { seenAt } from './visibility.ts';

const Code = Type.String({ minLength: 1, maxLength: 40 });
/** Conditions of a search. */
export const WANTED = {
  name: Type.Optional(Type.String({ maxLength: 100 })),
  bodyId: Type.Optional(Type.String({ format: 'uuid' })),
  /** with the bodies below it */
  below: Type.Optional(Type.Boolean()),
  /** words of a post, of a grade or professional title, or of a job's title; or a code of a post or grade */
  title: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Code),
  status: Type.Optional(Code),
  grade: Type.Optional(Code),
  match: Type.Optional(Code),
  /** code of a group of which nothing is known */
  missing: Type.Optional(oneOf(GROUPS.map(({ code }) => code))),
  unconfirmed: Type.Optional(Type.Literal(true)),
  /** something is missing of what the board counts as complete */
  incomplete: Type.Optional(Type.Literal(true)),
  card: Type.Optional(Type.Boolean()),
};
const WantedShape = Type.Object(WANTED);
export type Wanted = Static<typeof WantedShape> & { readonly sort?: (typeof HIT_SORTS)[number] | undefined };

export const fieldAt = (column: HitColumn): string => HOT_COLUMNS.find((one) => one.column === column)!.field;
/** What must be seen of somebody by whoever asks for it: the fields that a condition tells of. Conditions on the record as a whole tell as much as a post does. */
const FIELDS_OF = {
  title: [fieldAt('position'), fieldAt('grade'), fieldAt('job_title')],
  kind: [fieldAt('employee_kind')],
  status: [fieldAt('work_status')],
  grade: [fieldAt('grade')],
  match: [fieldAt('position')],
  missing: [fieldAt('position')],
  unconfirmed: [fieldAt('position')],
  incomplete: [fieldAt('position')],
  card: [fieldAt('position')],
} as const satisfies Partial<Record<keyof Wanted, readonly string[]>>;
const FIELDS_OF_SORT = { name: [], birth: ['ngaySinh'], grade: FIELDS_OF.grade } as const;

const clear = (field: string, roles: readonly string[]): boolean => seenAt(field, { roles, unmasked: new Set() }) === 'clear';
const labelOf = (field: string): Bilingual => FIELDS.find(({ key }) => key === field)!.label;

/**
 * Within which bodies is searched; null: all that the session reaches. A condition finds nobody of a body where no role of the session sees what it
 * tells of. E-SEARCH-FIELD-NOT-SEEN where that is so everywhere.
 */
export async function withinOf(tx: Tx, actor: Actor, wanted: Wanted): Promise<Result<readonly string[] | null>> {
  const asked = [
    ...Object.entries(FIELDS_OF).flatMap(([name, fields]) => (wanted[name as keyof typeof FIELDS_OF] === undefined ? [] : fields)),
    ...FIELDS_OF_SORT[wanted.sort ?? 'name'],
  ];
  const grants = grantsThatMay(actor, 'record.search');
  const seeing = grants.filter(({ role }) => asked.every((field) => clear(field, [role])));
  if (seeing.length === 0) {
    const hidden = asked.find((field) => !grants.some(({ role }) => clear(field, [role])));
    if (hidden !== undefined) return refused(filterNotSeen({ field: labelOf(hidden) }));
  }
  const where = wanted.bodyId === undefined ? null : wanted.below ? await subtree(tx, wanted.bodyId, actor.on) : [wanted.bodyId];
  if (seeing.length === grants.length) return ok(where);
  const seen = new Set(seeing.flatMap(({ bodyIds }) => bodyIds));
  return ok(where === null ? [...seen] : where.filter((bodyId) => seen.has(bodyId)));
}

/** A code of a column as people read it; a code that no list knows is shown as it is. */
function wordsOf(column: HitColumn, code: string | null): Bilingual | null {
  const field = FIELDS.find(({ key }) => key === fieldAt(column))!;
  return code === null ? null : printValue(field.kind, code);
}

/** Somebody found, as this actor may see them: what no role of theirs sees over the person's body is null. */
export function shownHit({ sortKey: _key, byBody, bodyId: _body, of, ...hit }: FoundHit, actor: Actor) {
  const roles = rolesOver(actor, byBody);
  const shown = (column: HitColumn): string | null => (clear(fieldAt(column), roles) ? of[column] : null);
  return {
    ...hit,
    birth: clear('ngaySinh', roles) ? hit.birth : null,
    post: wordsOf('position', shown('position')),
    jobTitle: shown('job_title'),
    grade: wordsOf('grade', shown('grade')),
    kind: wordsOf('employee_kind', shown('employee_kind')),
    status: wordsOf('work_status', shown('work_status')),
    match: clear(fieldAt('position'), roles) ? hit.match : null,
  };
}
