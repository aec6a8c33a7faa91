/** Operations laid over what is known of bodies. The order in which they are written does not matter: a child may stand before its parent. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { bodyNotThere, codeNotHeld, nothingChanged, rootStays } from './problems.ts';
import type { ProblemOfOperation } from './plan-change.ts';
import type { Operation } from './operations.ts';
import { OPEN_END, cutAt, endAt, joined, pieceOn, sayFrom } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { NO_FACTS, THIS_DECISION, UNCERTAIN } from './registry.ts';
import type { BodyFacts, Registry } from './registry.ts';

/** What is taken away makes room before it is given; what ends, ends last. */
const ORDER: readonly Operation['kind'][] = [
  'make',
  'move',
  'rename',
  'describe',
  'take-code',
  'give-code',
  'attribute',
  'establish',
  'merge',
  'undo',
  'end',
];

export interface Laid {
  /** the bodies that the operations changed, as they are then */
  readonly changed: Map<string, BodyFacts>;
  readonly problems: ProblemOfOperation[];
}

export function applyOperations(registry: Registry, operations: readonly Operation[], on: PlainDate): Laid {
  const changed = new Map<string, BodyFacts>();
  const problems: ProblemOfOperation[] = [];
  const inOrder = operations
    .map((operation, index) => ({ operation, index }))
    .sort((one, other) => ORDER.indexOf(one.operation.kind) - ORDER.indexOf(other.operation.kind));
  for (const { operation, index } of inOrder) {
    const { bodyId } = operation;
    const known = changed.get(bodyId) ?? registry.get(bodyId);
    if (operation.kind === 'undo') continue;
    if (operation.kind === 'make') {
      changed.set(bodyId, made(operation, on));
      continue;
    }
    const stands = known && pieceOn(known.versions, on);
    if (!known || !stands) {
      const life = known?.versions ?? [];
      const last = life.at(-1);
      problems.push({
        index,
        field: 'body',
        problem: bodyNotThere({ name: last?.name ?? '?', day: on }),
      });
      continue;
    }
    if (stands.parentId === null && (operation.kind === 'move' || operation.kind === 'end' || operation.kind === 'merge')) {
      problems.push({ index, field: 'body', problem: rootStays({ name: stands.name }) });
      continue;
    }
    if (operation.kind === 'merge') layUnitsOf(registry, changed, operation, on);
    const next = laid(known, operation, on);
    if (next === null)
      problems.push({ index, field: 'code', problem: codeNotHeld({ code: codeOf(operation), name: stands.name, day: on }) });
    else if (next === known)
      problems.push({ index, field: FIELD[operation.kind], problem: nothingChanged({ name: stands.name, day: on }) });
    else changed.set(bodyId, next);
  }
  return { changed, problems };
}

/** Units of a body that goes into another one stand below that from the day on. */
function layUnitsOf(
  registry: Registry,
  changed: Map<string, BodyFacts>,
  { bodyId, intoId }: Extract<Operation, { kind: 'merge' }>,
  on: PlainDate,
): void {
  for (const [unit, facts] of new Map([...registry, ...changed])) {
    if (unit === intoId || !facts.versions.some((piece) => piece.parentId === bodyId && piece.to > on)) continue;
    const versions = joined(
      cutAt(facts.versions, on).map((piece) => {
        if (piece.from < on || piece.parentId !== bodyId) return piece;
        const { row: _stored, ...said } = piece;
        return { ...said, parentId: intoId, source: THIS_DECISION, confidence: 'decided' };
      }),
    );
    changed.set(unit, { ...facts, versions });
  }
}

/** What of a line each operation is said by. */
export const FIELD: Readonly<Record<Operation['kind'], OperationField>> = {
  make: 'name',
  rename: 'name',
  move: 'parent',
  describe: 'kind',
  end: 'body',
  'give-code': 'code',
  'take-code': 'code',
  attribute: 'value',
  establish: 'posts',
  merge: 'parent',
  undo: 'body',
};
export type OperationField = 'body' | 'name' | 'parent' | 'kind' | 'level' | 'code' | 'value' | 'posts';

const codeOf = (operation: Operation): string => ('code' in operation ? operation.code : '');

const made = (operation: Extract<Operation, { kind: 'make' }>, on: PlainDate): BodyFacts => ({
  ...NO_FACTS,
  versions: [
    {
      from: on,
      to: OPEN_END,
      parentId: operation.parentId,
      managingId: operation.bodyId,
      name: operation.name,
      shortName: operation.shortName,
      kind: operation.bodyKind,
      level: operation.level,
      source: THIS_DECISION,
      confidence: 'decided',
    },
  ],
});

/** The facts with the operation laid over them; the very same when it changes nothing; null when a code is taken that the body has not. */
function laid(facts: BodyFacts, operation: Exclude<Operation, { kind: 'make' | 'undo' }>, on: PlainDate): BodyFacts | null {
  const versions = (change: Partial<BodyFacts['versions'][number]>): BodyFacts => {
    const next = sayFrom(facts.versions, on, change);
    return alike(next, facts.versions)
      ? facts
      : {
          ...facts,
          versions: next.map((piece) =>
            piece.row === undefined && piece.from >= on ? { ...piece, source: THIS_DECISION, confidence: 'decided' } : piece,
          ),
        };
  };
  switch (operation.kind) {
    case 'rename':
      return versions({ name: operation.name, shortName: operation.shortName });
    case 'move':
      return versions({ parentId: operation.parentId });
    case 'describe':
      return versions({ kind: operation.bodyKind, level: operation.level });
    case 'end':
    case 'merge':
      return {
        versions: endAt(facts.versions, on),
        codes: endEach(facts.codes, on, ({ scheme, code }) => `${scheme} ${code}`),
        attributes: endEach(facts.attributes, on, ({ name }) => name),
        posts: endEach(facts.posts, on, ({ kind }) => kind),
      };
    case 'give-code': {
      const { scheme, code } = operation;
      const own = facts.codes.filter((piece) => piece.scheme === scheme && piece.code === code);
      const said =
        operation.uncertain === undefined
          ? { confidence: 'decided', source: null }
          : { confidence: UNCERTAIN, source: operation.uncertain };
      const stands = pieceOn(own, on);
      if (stands) {
        // What is sure already is not said once more; what is not, may become so, and the other way round.
        if (operation.uncertain === undefined && stands.confidence !== UNCERTAIN) return facts;
        const anew = sayFrom(own, on, said);
        return alike(anew, own) ? facts : { ...facts, codes: [...facts.codes.filter((piece) => !own.includes(piece)), ...anew] };
      }
      const next = own.filter(({ from }) => from > on).sort((one, other) => (one.from < other.from ? -1 : 1))[0];
      return { ...facts, codes: [...facts.codes, { from: on, to: next?.from ?? OPEN_END, scheme, code, ...said }] };
    }
    case 'take-code': {
      const isIt = (piece: BodyFacts['codes'][number]): boolean => piece.scheme === operation.scheme && piece.code === operation.code;
      const own = facts.codes.filter(isIt);
      if (!pieceOn(own, on)) return null;
      return { ...facts, codes: [...facts.codes.filter((piece) => !isIt(piece)), ...endAt(own, on)] };
    }
    case 'attribute': {
      const own = facts.attributes.filter(({ name }) => name === operation.name);
      const next = pieceOn(own, on)
        ? sayFrom(own, on, { value: operation.value, confidence: 'decided' })
        : [...own, { from: on, to: firstAfter(own, on), name: operation.name, value: operation.value, confidence: 'decided' }];
      return alike(next, own)
        ? facts
        : { ...facts, attributes: [...facts.attributes.filter(({ name }) => name !== operation.name), ...next] };
    }
    case 'establish': {
      const own = facts.posts.filter(({ kind }) => kind === operation.postKind);
      const change = {
        posts: operation.posts,
        year: Number(on.slice(0, 4)),
        decision: THIS_DECISION,
      };
      if (pieceOn(own, on)?.posts === operation.posts) return facts;
      const next = pieceOn(own, on)
        ? sayFrom(own, on, change)
        : [...own, { from: on, to: firstAfter(own, on), kind: operation.postKind, ...change }];
      return { ...facts, posts: [...facts.posts.filter(({ kind }) => kind !== operation.postKind), ...next] };
    }
  }
}

const firstAfter = (pieces: readonly Piece[], on: PlainDate): PlainDate =>
  pieces
    .map(({ from }) => from)
    .filter((from) => from > on)
    .sort()[0] ?? OPEN_END;

const alike = (one: readonly Piece[], other: readonly Piece[]): boolean =>
  one.length === other.length && one.every((piece, i) => piece === other[i]);

const endEach = <P extends Piece>(pieces: readonly P[], on: PlainDate, keyOf: (piece: P) => string): P[] =>
  [...Map.groupBy(pieces, keyOf).values()].flatMap((own) => endAt(own, on));
