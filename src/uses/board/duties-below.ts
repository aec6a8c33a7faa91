/** Duties over the tree of agencies: of one with all below it, and how many are late at each one directly below. Pure. */
import type { BodyNode } from '#authority/organisations/shapes.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { countLate, monthOf, summedMeasures } from './duties.ts';
import type { Duty, Measures } from './duties.ts';

type Node = Pick<BodyNode, 'bodyId' | 'parentId' | 'code' | 'name'>;
interface NamedNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
const named = ({ bodyId: id, code, name }: Node): NamedNode => ({ id, code, name });

export interface DutiesBelow {
  /** from one of the reader's own agencies down to this one */
  readonly path: readonly NamedNode[];
  readonly whole: Measures;
  /** those with most that is late first, then by code */
  readonly below: readonly { readonly body: NamedNode; readonly late: number }[];
}

/** @param measures  by body, of those that have anything */
export function dutiesBelow(
  tree: readonly Node[],
  mine: ReadonlySet<string>,
  bodyId: string,
  measures: ReadonlyMap<string, Measures>,
  duties: readonly Duty[],
): DutiesBelow {
  const children = Map.groupBy(tree, ({ parentId }) => parentId ?? '');
  const whole = (id: string): Measures =>
    summedMeasures([measures.get(id) ?? new Map(), ...(children.get(id) ?? []).map((child) => whole(child.bodyId))]);
  const byId = new Map(tree.map((body) => [body.bodyId, body]));
  const path: Node[] = [];
  for (let body = byId.get(bodyId); body; body = byId.get(body.parentId ?? '')) path.unshift(body);
  const first = path.findIndex((body) => mine.has(body.bodyId));
  return {
    path: first === -1 ? [] : path.slice(first).map(named),
    whole: whole(bodyId),
    below: (children.get(bodyId) ?? [])
      .map((child) => ({ body: named(child), late: countLate(duties, whole(child.bodyId)) }))
      .sort((one, other) => other.late - one.late || (one.body.code < other.body.code ? -1 : 1)),
  };
}

/** Midnight of a day in Việt Nam, which has been at UTC+7 the year round since 1975. */
const midnight = (day: PlainDate): Instant => new Date(`${day}T00:00:00+07:00`).toISOString();

/** The whole month before that of a day. */
export function lastMonth(today: PlainDate): { readonly monthFrom: Instant; readonly monthBefore: Instant } {
  const { first } = monthOf(today);
  return { monthFrom: midnight(monthOf(addDays(first, -1)).first), monthBefore: midnight(first) };
}
