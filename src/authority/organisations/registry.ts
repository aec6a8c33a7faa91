/** All bodies as believed now, over all days: what a change is planned against. Pure. */
import type { CodeScheme } from './shapes.ts';
import type { Piece } from './pieces.ts';

/** In a planned row, as its source or decision: that of the change which is planned. No source of a list is one letter, and no decision as JSON. */
export const THIS_DECISION = '§';

/** Confidence of a code that goes on although what it was given for has changed. Decision 0063. */
export const UNCERTAIN = 'uncertain';

export interface VersionPiece extends Piece {
  readonly parentId: string | null;
  readonly managingId: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string;
  readonly level: string;
  readonly source: string;
  readonly confidence: string;
}
export interface CodePiece extends Piece {
  readonly scheme: CodeScheme;
  readonly code: string;
  /** `uncertain`: it goes on after a merger or a re-coding, as a list says */
  readonly confidence: string;
  /** what says so; null where the decision of the change does */
  readonly source: string | null;
}
export interface AttributePiece extends Piece {
  readonly name: string;
  readonly value: string;
  readonly confidence: string;
}
export interface PostsPiece extends Piece {
  readonly kind: string;
  readonly year: number;
  readonly posts: number;
  readonly decision: string | null;
}

/** What is known of one body. */
export interface BodyFacts {
  readonly versions: readonly VersionPiece[];
  readonly codes: readonly CodePiece[];
  readonly attributes: readonly AttributePiece[];
  readonly posts: readonly PostsPiece[];
}
export type Registry = ReadonlyMap<string, BodyFacts>;

export const NO_FACTS: BodyFacts = { versions: [], codes: [], attributes: [], posts: [] };
