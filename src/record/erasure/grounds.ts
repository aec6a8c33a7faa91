/** On which grounds of the law a person's data are destroyed, and what the law keeps all the same: dated rows with source and confidence. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { addMonths } from '#base/vietnamese/dates.ts';
import { hasLeft } from '#standard/conditions.ts';
import { textOf } from '#standard/record-access.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import data from './grounds.json' with { type: 'json' };

export interface ErasureGround {
  readonly code: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly label: Bilingual;
  /** article it rests on */
  readonly law: string;
  readonly confidence: string;
  /** a record of somebody who left service is one of service: it is kept */
  readonly keptWhenLeft: boolean;
  /** the record is kept for so many years after its person left; null: no such term */
  readonly yearsAfterLeaving: number | null;
}
const GROUNDS: readonly ErasureGround[] = data.grounds;

export const groundsOn = (day: PlainDate): readonly ErasureGround[] =>
  GROUNDS.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
/** By its code, in force or not: what was asked on it stands. */
export const groundOf = (code: string): ErasureGround | undefined => GROUNDS.find((one) => one.code === code);

/** Why the law keeps a record against this ground; null: it does not. `until`: the day from which it may go, where one is known. */
export type KeptBy = { readonly why: 'left' | 'in-service' | 'term'; readonly until: PlainDate | null };

const MONTHS_OF_A_YEAR = 12;

export function keptBy(ground: ErasureGround, document: RecordDocument, today: PlainDate): KeptBy | null {
  const left = hasLeft(textOf(document, 'A', 'trangThaiCongTac'));
  if (ground.keptWhenLeft && left) return { why: 'left', until: null };
  if (ground.yearsAfterLeaving === null) return null;
  if (!left) return { why: 'in-service', until: null };
  const day = textOf(document, 'V', 'thoiViec.ngay');
  // A day that nobody stated has not passed.
  if (day === '') return { why: 'term', until: null };
  const until = addMonths(day, ground.yearsAfterLeaving * MONTHS_OF_A_YEAR);
  return until > today ? { why: 'term', until } : null;
}
