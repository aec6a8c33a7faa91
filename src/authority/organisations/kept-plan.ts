/**
 * A plan that is made once and kept beside its change: its text, what it is known by, and what it was made on. Who sends the change and who puts it in force
 * take the text as it is; another tree, other lists or another program since then, and it is made again. Pure.
 */
import { createHash } from 'node:crypto';
import type { PlainDate } from '#base/clock.ts';
import type { ChangeDecision } from './operations.ts';
import type { Piece } from './pieces.ts';
import type { OfBody, PlannedRows, Rows } from './plan-change.ts';

/** Raised whenever operations are laid, judged or written down in another way: a plan that waits is then made again (plan-change.test.ts holds this). */
export const PLAN_FORM = 1;

export interface KeptPlan {
  /** the rows as JSON */
  readonly text: string;
  /** of the text, in hexadecimal */
  readonly sha256: string;
}

export function keptPlan(rows: PlannedRows, on: PlainDate): KeptPlan {
  const { born, versions, codes, attributes, posts, mergers } = rows;
  // Not canonical JSON: ten thousand rows cost a third of a second of it, and the same program makes them in the same order.
  const text = JSON.stringify({
    on,
    born,
    versions,
    codes: unplaced(codes),
    attributes: unplaced(attributes),
    posts: unplaced(posts),
    mergers,
  });
  return { text, sha256: sha256(text) };
}

/** Rows that have no number of their own were counted as they were read: another body's change would make another plan of them. */
const unplaced = <P extends Piece>({ ended, written }: Rows<P>): Rows<P> => ({
  ended: ended.map(({ row: _place, ...said }) => said as unknown as OfBody<P>),
  written,
});

/** @returns null when the text is not the one that is known by the hash */
export function rowsOfKept({ text, sha256: of }: KeptPlan): PlannedRows | null {
  return sha256(text) === of ? (JSON.parse(text) as PlannedRows) : null;
}

/** What the second person is shown and hands back: the rows with the decision that they rest on; in hexadecimal. */
export const planHash = (rowsSha256: string, decision: ChangeDecision | null): string =>
  sha256(`${rowsSha256} ${JSON.stringify(decision && inOneOrder(decision))}`);

/** A database gives members back in an order of its own; the decision is the same. */
const inOneOrder = ({ number, day, signer, issuedBy, word }: ChangeDecision): ChangeDecision => ({
  number,
  day,
  signer,
  issuedBy,
  ...(word === undefined ? {} : { word }),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
