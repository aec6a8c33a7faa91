/** Figures by body, summed into the lines of a table: one for each agency directly below, with all below it, and one for the agency itself. Pure. */
import type { BodyNode } from '#authority/organisations/shapes.ts';
import type { ReportRow } from './shapes.ts';

type Node = Pick<BodyNode, 'bodyId' | 'parentId' | 'code' | 'name'>;

const sumOf = (all: readonly (readonly number[])[], width: number): number[] =>
  all.reduce<number[]>(
    (sum, one) => sum.map((n, at) => n + (one[at] ?? 0)),
    Array.from({ length: width }, () => 0),
  );
const named = ({ bodyId: id, code, name }: Node) => ({ id, code, name });
/** By code points, never by the order of a language: the same order on every machine. */
const byCode = (one: ReportRow, other: ReportRow): number =>
  one.body.code === other.body.code ? (one.body.id < other.body.id ? -1 : 1) : one.body.code < other.body.code ? -1 : 1;

/**
 * @param tree    bodies of the day of the tree, as known at the point
 * @param counts  by body; of a body that is not in the tree, with its name of the other day in `former`
 */
export function tableOf(
  tree: readonly Node[],
  bodyId: string,
  counts: ReadonlyMap<string, readonly number[]>,
  former: ReadonlyMap<string, Node>,
  width: number,
): { rows: ReportRow[]; total: number[] } {
  const below = Map.groupBy(tree, ({ parentId }) => parentId ?? '');
  const whole = (id: string): number[] =>
    sumOf([counts.get(id) ?? [], ...(below.get(id) ?? []).map((child) => whole(child.bodyId))], width);
  const itself = tree.find((body) => body.bodyId === bodyId);
  const standing = new Set(tree.map((body) => body.bodyId));
  const lines: ReportRow[] = (below.get(bodyId) ?? [])
    .map((child): ReportRow => ({ body: named(child), place: 'below', counts: whole(child.bodyId) }))
    .filter((row) => row.counts.some((n) => n > 0))
    .sort(byCode);
  const gone = [...counts]
    .filter(([id]) => !standing.has(id))
    .map(([id, of]): ReportRow => ({
      body: named(former.get(id) ?? { bodyId: id, parentId: null, code: '', name: '' }),
      place: 'gone',
      counts: sumOf([of], width),
    }))
    .sort(byCode);
  const own = counts.get(bodyId);
  const rows = [
    ...(itself && own ? [{ body: named(itself), place: 'itself' as const, counts: sumOf([own], width) }] : []),
    ...lines,
    ...gone,
  ];
  return {
    rows,
    total: sumOf(
      rows.map((row) => row.counts),
      width,
    ),
  };
}
