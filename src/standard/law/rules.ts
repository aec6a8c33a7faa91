/** When a rule of the record speaks, for whom and by which law: rows of `rules.json`, each with dates, source and confidence. */
import type { PlainDate } from '#base/clock.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';

/** One rule in one period of the law. */
export interface RulePeriod {
  /** name of the rule's function, or of the condition */
  readonly key: string;
  /** codes of `loai_doi_tuong`; null = everybody */
  readonly employees: readonly string[] | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
  /** null = bound to no day of a law */
  readonly validFrom: PlainDate | null;
  /** half-open */
  readonly validTo: PlainDate | null;
}

/** All rules, every period of each, in the file's order. */
export const rulePeriods: () => readonly RulePeriod[] = perEdition(() =>
  lawList('luat_quy_tac').entries.map(({ code, confidence, validFrom, validTo, attributes }) => ({
    key: code,
    employees: attributes['doi_tuong'] as RulePeriod['employees'],
    source: attributes['source'] as string,
    confidence: confidence as RulePeriod['confidence'],
    validFrom,
    validTo,
  })),
);

const byKey = perEdition(() => Map.groupBy(rulePeriods(), ({ key }) => key));

/** The periods of a rule. A rule without any is a bug and throws: it would speak without a law. */
export function periodsOf(key: string): readonly RulePeriod[] {
  const periods = byKey().get(key);
  if (!periods) throw new Error(`no row in law/rules.json for ${key}`);
  return periods;
}

const holdsOn = ({ validFrom, validTo }: RulePeriod, on: PlainDate): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on < validTo);

/**
 * Does the rule speak of a fact of that day, for that kind of employee?
 *
 * @param on        day of the fact the rule looks at, not today; a fact without a day is told by rules that are bound to none
 * @param employee  code of `loai_doi_tuong`; '' when it is not stated: the rule then speaks only where it speaks for everybody it knows
 */
export function inForce(key: string, on: PlainDate, employee = ''): boolean {
  const periods = periodsOf(key);
  const own = periods.filter(({ employees }) => employees === null || employees.includes(employee));
  if (own.length > 0) return own.some((period) => holdsOn(period, on));
  if (employee !== '') return false;
  const groups = new Set(periods.map(({ employees }) => employees!.join()));
  return [...groups].every((group) => periods.some((period) => period.employees!.join() === group && holdsOn(period, on)));
}

/** The law by which the rule speaks of that day, where we are not certain of it; null where we are. */
export const unsureOn = (key: string, on: PlainDate, employee = ''): string | null =>
  periodsOf(key).find(
    (period) =>
      (period.employees === null || period.employees.includes(employee)) && holdsOn(period, on) && period.confidence === 'uncertain',
  )?.source ?? null;

/** First day on which the rule speaks (for that kind of employee); null when it is bound to none. */
export const beginsOn = (key: string, employee = ''): PlainDate | null =>
  periodsOf(key)
    .filter(({ employees }) => employees === null || employee === '' || employees.includes(employee))
    .reduce<PlainDate | null>(
      (first, { validFrom }, index) => (index === 0 || (validFrom ?? '') < (first ?? '') ? validFrom : first),
      null,
    );

/** Its law, as cited: every period's source once. */
export const sourceOf = (key: string): string => [...new Set(periodsOf(key).map(({ source }) => source))].join('; ');
