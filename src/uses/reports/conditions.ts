/** Whether conditions can be asked at all: what is a code is asked by codes, what is a number by numbers, and nothing contradicts itself. Pure. */
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { reportCondition } from './problems.ts';
import type { DIMENSIONS, ReportCondition } from './shapes.ts';

type Dimension = (typeof DIMENSIONS)[number];
/** Dimensions that are whole numbers; the others are codes. */
export const NUMBERS: ReadonlySet<Dimension> = new Set<Dimension>(['age', 'birthYear', 'payStep', 'recruitedYear', 'payMonths']);

function isAskable({ of, in: among, notIn, from, to, stated }: ReportCondition): boolean {
  const codes = among !== undefined || notIn !== undefined;
  const numbers = from !== undefined || to !== undefined;
  if (NUMBERS.has(of) ? codes : numbers) return false;
  if (among !== undefined && notIn !== undefined) return false;
  if (stated === false && (codes || numbers)) return false;
  if (from !== undefined && to !== undefined && from > to) return false;
  const all = among ?? notIn ?? [];
  return (codes || numbers || stated !== undefined) && new Set(all).size === all.length;
}

/** E-REPORT-CONDITION names the first that cannot be asked. Two conditions of one dimension both hold; two that say the same are one too many. */
export function askable(where: readonly ReportCondition[]): Result<readonly ReportCondition[]> {
  const twice = where.find((one, at) => where.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) !== at);
  const wrong = twice ?? where.find((one) => !isAskable(one));
  return wrong ? refused(reportCondition({ of: wrong.of })) : ok(where);
}
