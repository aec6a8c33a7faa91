/** The next regular raise of a pay step (nâng bậc lương thường xuyên). Source: as in `hold.ts`. Pure: a proposal; only a signed decision makes a fact. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { rowOfTable } from '#standard/pay-table.ts';
import type { PayGroup } from '#standard/pay-table.ts';
import { heldFrom } from './hold.ts';
import type { Held, Service } from './hold.ts';
import { gradeWithoutSteps, noAnchor, stepUnknown, topStep } from './problems.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';

/** The step that somebody holds. */
export interface PayFact {
  /** code of `loai_bang_luong`: "2" civil servants, "3" public employees, "4" service staff */
  readonly table: string;
  /** "A1", "A2.1", "B" … */
  readonly group: string;
  /** from 1 */
  readonly step: number;
  /** from when the next step is counted: not always the day of pay; null: not stated */
  readonly anchor: PlainDate | null;
}

export interface RaiseDue {
  /** from this day the new step counts and is paid, whoever signs when; it is the next anchor too */
  readonly dueOn: PlainDate;
  readonly newStep: number;
  /** decimal text with two places */
  readonly newCoefficient: string;
  readonly baseMonths: number;
  readonly leftOutMonths: number;
  readonly extendedMonths: number;
  readonly because: readonly Reason[];
}

/** Of a step: its group, and that it is one of it. */
export function groupHeld({
  table,
  group,
  step,
  anchor,
}: PayFact): Result<{ readonly of: PayGroup; readonly months: number; readonly anchor: PlainDate }> {
  if (anchor === null) return refused(noAnchor());
  const of = rowOfTable(table, group, anchor);
  if (!of || of.stepMonths === null) return refused(gradeWithoutSteps({ group, on: showDate(anchor) }));
  if (!Number.isInteger(step) || step < 1 || step > of.coefficients.length) return refused(stepUnknown({ group, step }));
  return ok({ of, months: of.stepMonths, anchor });
}

/** The time of the law, as the first reason. */
export const heldReason = ({ group, coefficients, confidence }: PayGroup, step: number, months: number, anchor: PlainDate): Reason =>
  because({
    what: 'held',
    on: anchor,
    months,
    text: {
      vi: `Nhóm ${group}, bậc ${step} (${numberWords(coefficients[step - 1]!).vi}), mốc ${showDate(anchor)}: giữ đủ ${months} tháng`,
      en: `Group ${group}, step ${step} (${coefficients[step - 1]!}), counted from ${showDate(anchor)}: held for ${months} months`,
    },
    law: { source: 'NĐ 204/2004/NĐ-CP Điều 7; TT 08/2013/TT-BNV Điều 2', confidence: confidence === 'demo' ? 'uncertain' : confidence },
  });

/** The end, as the last reason. */
export const dueReason = ({ dueOn }: Pick<Held, 'dueOn'>, vi: string, en: string): Reason =>
  because({ what: 'due', on: dueOn, text: { vi: `${vi} từ ${showDate(dueOn)}`, en: `${en} from ${showDate(dueOn)}` } });

/**
 * When the next step is due.
 * @returns E-RAISE-TOP-STEP, E-RAISE-NO-GRADE, E-RAISE-NO-ANCHOR, E-RAISE-STEP-UNKNOWN, and those of `heldFrom`
 */
export function raiseDueOf(pay: PayFact, service: Service): Result<RaiseDue> {
  const held = groupHeld(pay);
  if (!held.ok) return held;
  const { of, months, anchor } = held.value;
  if (pay.step === of.coefficients.length) return refused(topStep({ step: pay.step, group: of.group }));
  const due = heldFrom(anchor, months, service);
  if (!due.ok) return due;
  const newStep = pay.step + 1;
  const newCoefficient = of.coefficients[newStep - 1]!;
  const { dueOn, leftOutMonths, extendedMonths, because: said } = due.value;
  return ok({
    dueOn,
    newStep,
    newCoefficient,
    baseMonths: months,
    leftOutMonths,
    extendedMonths,
    because: [
      heldReason(of, pay.step, months, anchor),
      ...said,
      dueReason(due.value, `Bậc ${newStep}, hệ số ${numberWords(newCoefficient).vi}`, `Step ${newStep}, coefficient ${newCoefficient}`),
    ],
  });
}
