/** Single figures of the law, dated, with their source. Tables (pay, base pay, ages) stand in the code lists. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import file from './parameters.json' with { type: 'json' };

export type LawParameterKey =
  | 'overScaleFirstPercent'
  | 'overScaleYearlyPercent'
  | 'probationPayPercent'
  | 'retirementNoticeMonths'
  | 'retirementDecisionMonths'
  | 'earlyRetirementMonthsMax'
  | 'recruitmentAgeYearsMin'
  | 'partyAdmissionAgeYearsMin'
  | 'identityCardAgeYearsMin'
  | 'disciplineInForceMonths'
  | 'earlyRaiseMonthsMax'
  | 'careerGapMonthsMax'
  | 'usualAgeYearsMin'
  | 'usualAgeYearsMax'
  | 'partyProbationToldMonths'
  | 'educationRankOfGroupA'
  | 'educationRankOfGroupA0'
  | 'trainedRank'
  | 'allowanceCoefficientMax'
  | 'allowancePercentMin'
  | 'retirementAgeMonthsMen'
  | 'retirementAgeMonthsWomen'
  | 'formerReachDays';

export interface LawParameter {
  readonly key: LawParameterKey;
  readonly value: number;
  readonly unit: 'percent' | 'days' | 'months' | 'years' | 'rank' | 'coefficient';
  readonly name: string;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
  readonly validFrom: PlainDate | null;
  /** half-open */
  readonly validTo: PlainDate | null;
}

/** All parameters, every period of each. */
export const LAW_PARAMETERS: readonly LawParameter[] = file.items.map((item) => ({
  key: item.key as LawParameterKey,
  value: item.value,
  unit: item.unit as LawParameter['unit'],
  name: item.name_vi,
  source: item.source,
  confidence: item.confidence as LawParameter['confidence'],
  validFrom: item.valid_from,
  validTo: item.valid_to === null ? null : addDays(item.valid_to, 1),
}));
