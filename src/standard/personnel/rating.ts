/** The year's rating out of months or quarters, and how many of a group may be excellent. Source: NĐ 335/2025/NĐ-CP, NĐ 233/2026/NĐ-CP; before them NĐ 90/2020/NĐ-CP. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { readingOn } from '#standard/law/readings.ts';
import type { Reading, Readings } from '#standard/law/readings.ts';

/** Codes of `xep_loai_danh_gia`. */
export type RatingCode = 'HTXSNV' | 'HTTNV' | 'HTNV' | 'KHTNV';

export interface YearRating {
  /** null: worked too short a time to be rated */
  readonly rating: RatingCode | null;
  /** mean with two places; null where there is none */
  readonly score: number | null;
  readonly why: 'score' | 'discipline' | 'too-short' | 'no-score';
}

/**
 * @param scores  of the months or quarters that were rated, 0 to 100
 * @param of.monthsWorked      in the year; sick and maternity leave is no reason for no rating: `restWasLeave`
 * @param of.disciplinedOfDuty a discipline for the duty in the year
 * @param on                   last day of the year
 */
export function yearRating(
  scores: readonly number[],
  of: { readonly monthsWorked: number; readonly restWasLeave?: boolean; readonly disciplinedOfDuty?: boolean },
  on: PlainDate,
): YearRating {
  if (of.monthsWorked < (lawParameter('ratingMonthsMin', on)?.value ?? 0) && of.restWasLeave !== true)
    return { rating: null, score: null, why: 'too-short' };
  const score = scores.length === 0 ? null : Math.round((100 * scores.reduce((sum, one) => sum + one, 0)) / scores.length) / 100;
  if (of.disciplinedOfDuty === true) return { rating: 'KHTNV', score, why: 'discipline' };
  if (score === null) return { rating: null, score, why: 'no-score' };
  const from = (key: 'ratingScoreExcellent' | 'ratingScoreGood' | 'ratingScoreDone'): number =>
    lawParameter(key, on)?.value ?? Number.POSITIVE_INFINITY;
  const rating =
    score >= from('ratingScoreExcellent')
      ? 'HTXSNV'
      : score >= from('ratingScoreGood')
        ? 'HTTNV'
        : score >= from('ratingScoreDone')
          ? 'HTNV'
          : 'KHTNV';
  return { rating, score, why: 'score' };
}

/**
 * How many may be rated excellent, in one group of similar work.
 * @param of.good       rated good, without those who are excellent
 * @param of.excellent  proposed as excellent
 */
export function excellentCap(
  of: { readonly good: number; readonly excellent: number; readonly bodyIsExcellent: boolean },
  on: PlainDate,
  chosen: Partial<Readings> = {},
): { readonly cap: number; readonly isOver: boolean; readonly reading: Reading } {
  const special = of.bodyIsExcellent ? lawParameter('excellentPercentMaxOfExcellent', on) : null;
  const percent = (special ?? lawParameter('excellentPercentMax', on))?.value ?? 100;
  const reading = readingOn('excellentBase', on, chosen);
  const base = reading.value === 'good-only' ? of.good : of.good + of.excellent;
  const cap = Math.floor((base * percent) / 100);
  return { cap, isOver: of.excellent > cap, reading };
}
