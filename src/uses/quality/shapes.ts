/** What a check of quality is, and what it is asked of. Decision 0128. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { QualityAsked } from '#record/register/quality-port.ts';
import type { QualityLevel, QualityWord } from '#record/register/quality-shapes.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { GroupCode } from '#standard/shapes.ts';

/** What stands behind a pass: an authoritative source, a decision of the table of the day, a rule across fields, the form alone. */
export type Strength = 'source' | 'decision' | 'rule' | 'form';

/** What came of asking: a source that is silent lowers the confidence, never the score. */
export type Outcome = 'passed' | 'failed' | 'not-applicable' | 'not-measured';

/** What a check may look at: what is asked, with the day's figures. */
export interface QualityFacts extends QualityAsked {
  readonly figures: QualityFigures;
}

/** "When X, then Y". Both are pure; one that throws is not measured. */
export interface QualityCheck {
  /** stable for ever: `Q17`, `DU.B.hoTenKhaiSinh`, `SACH.C` */
  readonly id: string;
  readonly word: QualityWord;
  readonly level: QualityLevel;
  readonly strength: Strength;
  readonly title: Bilingual;
  /** the group of the form in which it is repaired; null: elsewhere */
  readonly group: GroupCode | null;
  readonly source: string;
  /** the first day of which it speaks */
  readonly from: PlainDate;
  /** fields without which the reader is not told of it */
  readonly about: readonly Leaf[];
  readonly applies: (facts: QualityFacts) => boolean;
  /** null: not measured */
  readonly holds: (facts: QualityFacts) => boolean | null;
}

/** Weights, strengths and terms of a time (`weights.json`). Weights are whole; strengths and bounds are per mille. */
export interface QualityFigures {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly weights: Readonly<Record<`${QualityLevel}`, number>>;
  readonly strengths: Readonly<Record<Strength, number>>;
  readonly confidence: { readonly high: number; readonly medium: number };
  readonly matchedWithinDays: number;
  /** days after which what had to follow (a raise, a new term, a new contract) is missed */
  readonly eventOverdueDays: number;
  /** codes of `quan_he_gia_dinh`: of each of these, one at least */
  readonly parents: readonly (readonly string[])[];
  /** codes of `tinh_trang_hon_nhan` with which a spouse is expected, and those of a spouse */
  readonly married: readonly string[];
  readonly spouses: readonly string[];
  /** month and day by which the rating of the year before is there */
  readonly ratingDueOn: string;
}
