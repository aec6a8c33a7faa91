/**
 * A change of bodies, planned: which rows end and which are written, or what stands in the way. The same for one act and for a list of ten thousand.
 * Pure. The decision that the change rests on is not known yet when it is planned: rows name it as `THIS_DECISION`, and get it when they are written.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { applyOperations } from './apply-operations.ts';
import type { OperationField } from './apply-operations.ts';
import { problemsOfChange } from './judge-change.ts';
import { chainAbove, withManaging } from './managing.ts';
import type { Operation } from './operations.ts';
import { pieceOn } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { AttributePiece, BodyFacts, CodePiece, PostsPiece, Registry, VersionPiece } from './registry.ts';

export interface ProblemOfOperation {
  /** which operation, in the order given */
  readonly index: number;
  readonly field: OperationField;
  readonly problem: Problem;
}

export type OfBody<P> = P & { readonly bodyId: string };

/** Rows that end and rows that are written. */
export interface Rows<P extends Piece> {
  readonly ended: readonly OfBody<P>[];
  readonly written: readonly OfBody<P>[];
}

/** What is written when the change is put in force. */
export interface PlannedRows {
  readonly born: readonly string[];
  readonly versions: Rows<VersionPiece>;
  readonly codes: Rows<CodePiece>;
  readonly attributes: Rows<AttributePiece>;
  readonly posts: Rows<PostsPiece>;
  /** bodies that go into another one, or come back out of it, with what goes along: counted when it is planned, and what is written must be as many */
  readonly mergers?: readonly Merger[];
}

/** What goes along. */
export interface Merger {
  readonly kind: 'merge' | 'undo';
  readonly bodyId: string;
  /** of a merger: the body that goes on; of an undo: the merger */
  readonly other: string;
  readonly people: number;
  readonly grants: number;
  readonly cards: number;
}

export interface PlannedChange {
  readonly problems: readonly ProblemOfOperation[];
  readonly rows: PlannedRows;
  /** bodies over which who changes this must be an administrator: the topmost of each line */
  readonly over: readonly string[];
  /** bodies whose managing body becomes another one */
  readonly remanaged: readonly string[];
}

export function planChange(registry: Registry, operations: readonly Operation[], on: PlainDate): PlannedChange {
  const { changed, problems } = applyOperations(registry, operations, on);
  const judged = problemsOfChange({ registry, changed, operations, on });
  const all = [...problems, ...judged].sort((one, other) => one.index - other.index);
  const remanaged = judged.length === 0 ? manageAnew(registry, changed, operations, on) : [];
  const rows = <P extends Piece>(of: (facts: BodyFacts) => readonly P[]): Rows<P> => difference(registry, changed, of);
  return {
    problems: all,
    rows: {
      born: operations.flatMap((operation) => (operation.kind === 'make' ? [operation.bodyId] : [])),
      versions: rows(({ versions }) => versions),
      codes: rows(({ codes }) => codes),
      attributes: rows(({ attributes }) => attributes),
      posts: rows(({ posts }) => posts),
    },
    over: reachOf(registry, operations, on),
    remanaged,
  };
}

/** Managing bodies of all that were made, moved, or stand below what was moved. @returns the bodies of before whose managing body changes */
function manageAnew(registry: Registry, changed: Map<string, BodyFacts>, operations: readonly Operation[], on: PlainDate): string[] {
  const factsOf = (bodyId: string): BodyFacts | undefined => changed.get(bodyId) ?? registry.get(bodyId);
  const merged = new Set(operations.flatMap((operation) => (operation.kind === 'merge' ? [operation.intoId] : [])));
  const moved = operations.flatMap((operation) => (operation.kind === 'move' ? [operation.bodyId] : []));
  for (const [bodyId, { versions }] of changed)
    if (versions.some(({ parentId, row, to }) => parentId !== null && merged.has(parentId) && row === undefined && to > on))
      moved.push(bodyId);
  const touched = new Set(operations.flatMap((operation) => (operation.kind === 'make' ? [operation.bodyId] : [])));
  if (moved.length > 0) {
    const below = new Map<string, string[]>();
    for (const [bodyId, facts] of [...registry, ...changed])
      for (const { parentId, to } of facts.versions) {
        if (parentId === null || to <= on) continue;
        const own = below.get(parentId);
        if (own) own.push(bodyId);
        else below.set(parentId, [bodyId]);
      }
    const walk = (bodyId: string): void => {
      if (touched.has(bodyId)) return;
      touched.add(bodyId);
      for (const child of below.get(bodyId) ?? []) walk(child);
    };
    for (const bodyId of moved) walk(bodyId);
  }
  const remanaged: string[] = [];
  for (const bodyId of touched) {
    const facts = factsOf(bodyId);
    if (!facts) continue;
    const versions = withManaging(factsOf, bodyId, on);
    if (versions === facts.versions) continue;
    changed.set(bodyId, { ...facts, versions });
    if (registry.has(bodyId)) remanaged.push(bodyId);
  }
  return remanaged;
}

function difference<P extends Piece>(
  registry: Registry,
  changed: ReadonlyMap<string, BodyFacts>,
  of: (facts: BodyFacts) => readonly P[],
): Rows<P> {
  const ended: OfBody<P>[] = [];
  const written: OfBody<P>[] = [];
  for (const [bodyId, facts] of changed) {
    const stays = new Set(of(facts).flatMap(({ row }) => row ?? []));
    const before = registry.get(bodyId);
    for (const piece of before ? of(before) : []) if (piece.row === undefined || !stays.has(piece.row)) ended.push({ ...piece, bodyId });
    for (const piece of of(facts)) if (piece.row === undefined) written.push({ ...piece, bodyId });
  }
  return { ended, written };
}

/**
 * Over which bodies: the parent of what is made, the body itself and where it goes to, and the top of the tree for whatever stands directly below it.
 * Of two in one line the upper one alone.
 */
function reachOf(registry: Registry, operations: readonly Operation[], on: PlainDate): string[] {
  const factsOf = (bodyId: string): BodyFacts | undefined => registry.get(bodyId);
  const asked = new Set<string>();
  for (const operation of operations) {
    const own = pieceOn(factsOf(operation.bodyId)?.versions ?? [], on);
    if (own) {
      const parent = own.parentId === null ? undefined : pieceOn(factsOf(own.parentId)?.versions ?? [], on);
      asked.add(own.parentId !== null && parent?.parentId === null ? own.parentId : operation.bodyId);
    }
    if ((operation.kind === 'make' || operation.kind === 'move') && registry.has(operation.parentId)) asked.add(operation.parentId);
    if (operation.kind === 'merge' && registry.has(operation.intoId)) asked.add(operation.intoId);
  }
  return [...asked].filter((bodyId) => !chainAbove(factsOf, bodyId, on).some((above) => asked.has(above))).sort();
}
