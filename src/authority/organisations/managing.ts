/** The managing body of every body that a change touched: the ministry or province above it, day by day. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { CHAIN_MAX } from './limits.ts';
import { cutAt, joined, pieceOn } from './pieces.ts';
import type { BodyFacts, VersionPiece } from './registry.ts';

type FactsOf = (bodyId: string) => BodyFacts | undefined;

/** Bodies above one on a day, nearest first; ends at the top, at a gap, or where it would go round. */
export function chainAbove(factsOf: FactsOf, bodyId: string, day: PlainDate): string[] {
  const chain: string[] = [];
  let at: string | null | undefined = bodyId;
  while (chain.length <= CHAIN_MAX) {
    const piece: VersionPiece | undefined = pieceOn(factsOf(at)?.versions ?? [], day);
    at = piece?.parentId;
    if (at === null || at === undefined || at === bodyId) return chain;
    chain.push(at);
  }
  return chain;
}

/** The body below the top under which it stands on a day: itself, when it stands there. */
function managingOn(factsOf: FactsOf, bodyId: string, day: PlainDate): string {
  const chain = chainAbove(factsOf, bodyId, day);
  return chain.at(-2) ?? bodyId;
}

/** Versions from a day on, with the managing body that each stretch of days has. */
export function withManaging(factsOf: FactsOf, bodyId: string, on: PlainDate): readonly VersionPiece[] {
  const facts = factsOf(bodyId);
  if (!facts) return [];
  const days = new Set<PlainDate>();
  for (const piece of facts.versions.filter(({ to }) => to > on)) {
    const first = piece.from < on ? on : piece.from;
    days.add(first);
    for (const above of chainAbove(factsOf, bodyId, first))
      for (const { from } of factsOf(above)?.versions ?? []) if (from > first && from < piece.to) days.add(from);
  }
  let versions: readonly VersionPiece[] = facts.versions;
  for (const day of [...days].sort()) {
    const piece = pieceOn(versions, day)!;
    const managingId = managingOn(factsOf, bodyId, day);
    if (piece.managingId === managingId) continue;
    versions = cutAt(versions, day).map((one) => {
      if (one.from < day || one.from >= piece.to) return one;
      const { row: _stored, ...said } = one;
      return { ...said, managingId };
    });
  }
  return versions === facts.versions ? versions : joined(versions);
}
