/** The two times of a record page: which day's facts, and what the register knew. Pure. */
import { readDay } from '#portal/parts/format.ts';

export interface AsOf {
  readonly validOn: string | null;
  readonly knownAt: number | null;
}
export const NOW: AsOf = { validOn: null, knownAt: null };

export type AsOfWrong = 'validOnWrong' | 'knownAtWrong';

/** What was typed; an empty field is "now". */
export function readAsOf(typed: { readonly validOn: string; readonly knownAt: string }): AsOf | { readonly wrong: AsOfWrong } {
  const day = typed.validOn.trim() === '' ? null : readDay(typed.validOn);
  if (typed.validOn.trim() !== '' && day === null) return { wrong: 'validOnWrong' };
  const point = typed.knownAt.replaceAll(/[\s.]/g, '');
  if (!/^\d{0,15}$/.test(point)) return { wrong: 'knownAtWrong' };
  return { validOn: day, knownAt: point === '' ? null : Number(point) };
}

/** From the address of the page: it can be sent to a colleague, and holds nothing of the person. */
export function asOfFrom(params: URLSearchParams): AsOf {
  const validOn = params.get('validOn');
  const knownAt = params.get('knownAt');
  return {
    validOn: validOn && /^\d{4}-\d{2}-\d{2}$/.test(validOn) ? validOn : null,
    knownAt: knownAt && /^\d{1,15}$/.test(knownAt) ? Number(knownAt) : null,
  };
}

export function paramsOf(asOf: AsOf): Record<string, string> {
  return { ...(asOf.validOn ? { validOn: asOf.validOn } : {}), ...(asOf.knownAt === null ? {} : { knownAt: String(asOf.knownAt) }) };
}

export const isNow = (asOf: AsOf): boolean => asOf.validOn === null && asOf.knownAt === null;
