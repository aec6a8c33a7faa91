/** Single figures of the law, dated, with their source. Tables (pay, base pay, ages) stand in the code lists. */
import type { PlainDate } from '#base/clock.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';

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
  | 'disciplineEndsByNext'
  | 'disciplineFromPartyDay'
  | 'earlyRaiseMonthsMax'
  | 'teacherSeniorityFirstMonths'
  | 'teacherSeniorityFirstPercent'
  | 'teacherSeniorityYearlyPercent'
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
  | 'formerReachDays'
  | 'listRequestDays'
  | 'termEventDaysCounted'
  | 'termEndMovesToWorkingDay'
  | 'raiseRestWorkingDaysMin'
  | 'workingDaysOfMonth'
  | 'overScaleFurtherMonths'
  | 'earlyRaiseQuotaPercent'
  | 'earlyRaiseWindowYearsHigh'
  | 'earlyRaiseWindowYearsLow'
  | 'termReviewDays'
  | 'termDecideWorkingDays'
  | 'termExtendUnderMonths'
  | 'termReappointUnderMonths'
  | 'termMonths'
  | 'dutyAllowancePercent'
  | 'excellentPercentMax'
  | 'excellentPercentMaxOfExcellent'
  | 'ratingScoreExcellent'
  | 'ratingScoreGood'
  | 'ratingScoreDone'
  | 'ratingMonthsMin'
  | 'contractMonthsMin'
  | 'contractMonthsMax'
  | 'contractSettleDays'
  | 'secondmentMonthsMax'
  | 'secondmentRemindDays'
  | 'postponeMonthsShort'
  | 'postponeMonthsIllness'
  | 'postponeMonthsTreatment'
  | 'probationMonthsGradeC'
  | 'probationMonthsGradeD'
  | 'probationMonthsUniversity'
  | 'probationMonthsDoctor'
  | 'probationMonthsCollege'
  | 'probationMonthsSecondary'
  | 'probationSickDaysMin'
  | 'leaveEarlyFirstMonths'
  | 'leaveEarlyMonthsMax';

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
export const lawParameters: () => readonly LawParameter[] = perEdition(() =>
  lawList('luat_tham_so').entries.map(({ code, name, confidence, validFrom, validTo, attributes }) => ({
    key: code as LawParameterKey,
    value: attributes['value'] as number,
    unit: attributes['unit'] as LawParameter['unit'],
    name,
    source: attributes['source'] as string,
    confidence: confidence as LawParameter['confidence'],
    validFrom,
    validTo,
  })),
);
