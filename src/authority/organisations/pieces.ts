/** Facts of a body as dated pieces that follow each other: what is said from a day on, and what stays as it was. Pure. */
import type { PlainDate } from '#base/clock.ts';

/** Half-open days. `row`: the stored row that says exactly this; a piece without one is to be written. */
export interface Piece {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly row?: number;
}

export const OPEN_END: PlainDate = '9999-12-31';

const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other);

export const pieceOn = <P extends Piece>(pieces: readonly P[], day: PlainDate): P | undefined =>
  pieces.find(({ from, to }) => from <= day && day < to);

const said = <P extends Piece>(piece: P): P => {
  const { row: _stored, ...rest } = piece;
  return rest as P;
};

/** The pieces with a border at that day: what began before and goes on is two. */
export function cutAt<P extends Piece>(pieces: readonly P[], day: PlainDate): P[] {
  return pieces.flatMap((piece) =>
    piece.from < day && day < piece.to
      ? [
          { ...said(piece), to: day },
          { ...said(piece), from: day },
        ]
      : [piece],
  );
}

/**
 * What is said from a day on, as long as what stood on that day goes on: a later change that is known already stays a change of its own.
 * @param change  members to be said anew
 */
export function sayFrom<P extends Piece>(pieces: readonly P[], day: PlainDate, change: Partial<P>): P[] {
  const stood = pieceOn(pieces, day);
  if (!stood) return [...pieces];
  const names = Object.keys(change) as (keyof P)[];
  if (names.every((name) => stood[name] === change[name])) return [...pieces];
  let running = true;
  return joined(
    cutAt(pieces, day).map((piece) => {
      if (piece.from < day) return piece;
      running &&= names.every((name) => piece[name] === stood[name]);
      return running ? { ...said(piece), ...change } : piece;
    }),
  );
}

/** What ends on that day, and what was to come after it. */
export const endAt = <P extends Piece>(pieces: readonly P[], day: PlainDate): P[] => cutAt(pieces, day).filter(({ from }) => from < day);

/** Neighbours that say the same are one piece again. */
export function joined<P extends Piece>(pieces: readonly P[]): P[] {
  const sorted = [...pieces].sort((one, other) => (one.from < other.from ? -1 : 1));
  const made: P[] = [];
  for (const piece of sorted) {
    const before = made.at(-1);
    if (before && before.to === piece.from && before.row === undefined && piece.row === undefined && saysTheSame(before, piece))
      made[made.length - 1] = { ...before, to: piece.to };
    else made.push(piece);
  }
  return made;
}

export const saysTheSame = <P extends Piece>(one: P, other: P): boolean =>
  (Object.keys(one) as (keyof P)[]).every((name) => name === 'from' || name === 'to' || name === 'row' || one[name] === other[name]);

/** Is every day of the stretch covered? The first that is not, else null. */
export function firstGap(pieces: readonly Piece[], from: PlainDate, to: PlainDate): PlainDate | null {
  let reached = from;
  for (const piece of [...pieces].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (piece.to <= reached) continue;
    if (piece.from > reached) break;
    reached = later(reached, piece.to);
    if (reached >= to) return null;
  }
  return reached >= to ? null : reached;
}

export const overlaps = (one: Pick<Piece, 'from' | 'to'>, other: Pick<Piece, 'from' | 'to'>): boolean =>
  one.from < other.to && other.from < one.to;
