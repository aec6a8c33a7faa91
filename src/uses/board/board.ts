/** The board of an agency: a line for each one directly below it, with all below that, and one for itself. Pure. */
import { PROVISIONS } from '#authority/audit/provisions.ts';
import type { BodyNode } from '#authority/organisations/shapes.ts';
import type { Instant } from '#base/clock.ts';

const NUMBERS = [
  'registered',
  'complete',
  'sent',
  'confirmed',
  'waiting',
  'late',
  'returned',
  'checked',
  'toCorrect',
  'thisWeek',
  'weekBefore',
  'reported',
  'reportedLate',
  'terms',
  'termsLate',
  'dutiesLate',
  ...PROVISIONS,
  'askedAgain',
] as const;
export type Counts = Readonly<Record<(typeof NUMBERS)[number], number>> & { readonly lastSentAt: Instant | null };

export interface Line {
  readonly body: { readonly id: string; readonly code: string; readonly name: string };
  readonly itself: boolean;
  readonly hasBelow: boolean;
  readonly counts: Counts;
}

const NOTHING: Counts = {
  ...(Object.fromEntries(NUMBERS.map((name) => [name, 0])) as Record<(typeof NUMBERS)[number], number>),
  lastSentAt: null,
};

export const summed = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      ...(Object.fromEntries(NUMBERS.map((name) => [name, sum[name] + one[name]])) as Record<(typeof NUMBERS)[number], number>),
      lastSentAt: sum.lastSentAt === null || (one.lastSentAt !== null && one.lastSentAt > sum.lastSentAt) ? one.lastSentAt : sum.lastSentAt,
    }),
    NOTHING,
  );

type Node = Pick<BodyNode, 'bodyId' | 'parentId' | 'code' | 'name'>;
const named = ({ bodyId: id, code, name }: Node) => ({ id, code, name });

/**
 * @param tree  bodies of the day
 * @param counts  by body, of those that have anything
 * @returns the lines, those with most that is late first, then by code; agencies without anything stand too
 */
export function boardOf(tree: readonly Node[], counts: ReadonlyMap<string, Counts>, bodyId: string): Line[] {
  const below = Map.groupBy(tree, ({ parentId }) => parentId ?? '');
  const whole = (id: string): Counts => summed([counts.get(id) ?? NOTHING, ...(below.get(id) ?? []).map((child) => whole(child.bodyId))]);
  const lines = (below.get(bodyId) ?? []).map((child): Line => ({
    body: named(child),
    itself: false,
    hasBelow: below.has(child.bodyId),
    counts: whole(child.bodyId),
  }));
  const itself = tree.find((body) => body.bodyId === bodyId);
  const own = counts.get(bodyId);
  return [
    ...(itself && (own || lines.length === 0) ? [{ body: named(itself), itself: true, hasBelow: false, counts: own ?? NOTHING }] : []),
    ...lines.sort((one, other) => other.counts.late - one.counts.late || (one.body.code < other.body.code ? -1 : 1)),
  ];
}

/** From one of the reader's own bodies down to this one; empty when none of them is above it. */
export function pathTo(tree: readonly Node[], from: ReadonlySet<string>, bodyId: string): { id: string; code: string; name: string }[] {
  const byId = new Map(tree.map((body) => [body.bodyId, body]));
  const path: Node[] = [];
  for (let body = byId.get(bodyId); body; body = byId.get(body.parentId ?? '')) path.unshift(body);
  const first = path.findIndex((body) => from.has(body.bodyId));
  return first === -1 ? [] : path.slice(first).map(named);
}
