/** Numbers whose form is dated (`law/number-forms.json`): a form that is not in use on the day of the fact is told. */
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { formsOf, formsOn } from '#standard/law/number-forms.ts';
import * as problems from '#standard/problems/identity.ts';
import type { Reader } from './kind.ts';

/** Is a value that has one of the number's forms in a form of that day? Says so when not. */
export function isFormThen(number: string, value: string, at: Reader): boolean {
  const then = formsOn(number, at.on);
  if (then.some(({ pattern }) => pattern.test(value))) return true;
  const other = formsOf(number).find(({ pattern }) => pattern.test(value));
  at.report(problems.numberFormNotThen, {
    from: other?.validFrom ? showDate(other.validFrom) : '…',
    until: other?.validTo ? showDate(addDays(other.validTo, -1)) : '…',
    on: showDate(at.on),
    forms: { vi: then.map(({ words }) => words.vi).join(', '), en: then.map(({ words }) => words.en).join(', ') },
  });
  return false;
}
