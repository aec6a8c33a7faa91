/**
 * How long each component of a record is kept, as dated data (NĐ 27/2026/NĐ-CP Điều 16, 21; Luật Lưu trữ 33/2024/QH15). A term is told, and removes nothing by
 * itself: what of a record goes, goes by a decision of two people (`record/erasure`).
 */
import type { PlainDate } from '#base/clock.ts';
import type { GroupCode } from '#standard/shapes.ts';
import terms from './component-terms.json' with { type: 'json' };

export interface KeptFor {
  /** whole years after service ended; null: for ever */
  readonly years: number | null;
  readonly law: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
}

interface Term extends KeptFor {
  /** null: every group that no other row names */
  readonly groups: readonly string[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const TERMS = terms.terms as readonly Term[];

/** By the rows of a day; before the first row, by the first: nobody's record was ever kept for less. */
export function keptFor(group: GroupCode, on: PlainDate): KeptFor {
  const inForce = TERMS.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
  const rows = inForce.length > 0 ? inForce : TERMS;
  const { years, law, confidence } = rows.find(({ groups }) => groups?.includes(group)) ?? rows.find(({ groups }) => groups === null)!;
  return { years, law, confidence };
}
