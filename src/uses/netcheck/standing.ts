/** Which bodies have passed: those within reach, with the last result of each, what stands against them first. Pure. */
import type { BodyNode } from '#authority/organisations/shapes.ts';
import type { LastCheck } from './store.ts';

export const STANDINGS = ['failed', 'never', 'passed'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface BodyLine {
  readonly body: { readonly id: string; readonly code: string; readonly name: string };
  readonly standing: Standing;
  readonly last: LastCheck | null;
}

type Node = Pick<BodyNode, 'bodyId' | 'parentId' | 'code' | 'name'>;

/** These bodies and all below them. */
export function belowOf(tree: readonly Node[], roots: ReadonlySet<string>): readonly Node[] {
  const below = Map.groupBy(tree, ({ parentId }) => parentId ?? '');
  const found = new Map<string, Node>();
  const take = (node: Node): void => {
    if (found.has(node.bodyId)) return;
    found.set(node.bodyId, node);
    for (const child of below.get(node.bodyId) ?? []) take(child);
  };
  for (const node of tree) if (roots.has(node.bodyId)) take(node);
  return [...found.values()];
}

const standingOf = (last: LastCheck | null): Standing => (last === null ? 'never' : last.passed ? 'passed' : 'failed');

/** In the order in which somebody works on them: not passed, never checked, passed; by code. */
export function bodyLines(bodies: readonly Node[], last: ReadonlyMap<string, LastCheck>): BodyLine[] {
  return bodies
    .map(({ bodyId: id, code, name }): BodyLine => {
      const found = last.get(id) ?? null;
      return { body: { id, code, name }, standing: standingOf(found), last: found };
    })
    .sort(
      (one, other) =>
        STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) ||
        (one.body.code < other.body.code ? -1 : one.body.code > other.body.code ? 1 : 0),
    );
}

export const totalsOf = (lines: readonly BodyLine[]): Readonly<Record<Standing, number>> => {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  return { failed: count('failed'), never: count('never'), passed: count('passed') };
};
