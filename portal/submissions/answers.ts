/** What the sender has to answer before submitting, and what is still missing. Pure. */
import type { Counts, ProblemGroup } from '#portal/api/generated/api.ts';
import { readDay } from '#portal/parts/format.ts';

export interface Answers {
  /** as typed: day/month/year */
  readonly asOf: string;
  readonly seen: readonly string[];
  readonly partial: boolean;
}

export type Missing = 'asOfWrong' | 'asOfFuture' | 'warningMissing' | 'partialMissing' | 'nothing';

/** Warnings are acknowledged once per code, however many cells have it. */
export const warningsOf = (groups: readonly ProblemGroup[]): readonly ProblemGroup[] =>
  groups.filter((group) => group.severity === 'warning' && group.count > 0);

export function missingAnswers(answers: Answers, warnings: readonly ProblemGroup[], counts: Counts, today: string): readonly Missing[] {
  const day = readDay(answers.asOf);
  const missing: Missing[] = [];
  if (counts.accepted === 0) missing.push('nothing');
  if (day === null) missing.push('asOfWrong');
  else if (day > today) missing.push('asOfFuture');
  if (warnings.some((group) => !answers.seen.includes(group.code))) missing.push('warningMissing');
  if (counts.rejected > 0 && !answers.partial) missing.push('partialMissing');
  return missing;
}
