/**
 * Until when a discipline is in force: it ends by itself after the months of the law, without a decision; what was stated as its end stands. Decree 234/2026,
 * art. 2, for public employees; laws on cadres and civil servants for the others. Figures with sources: `law/parameters.json`. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { addMonths } from '#base/vietnamese/dates.ts';
import { codeList, entryAt } from './code-lists.ts';
import { lawParameter } from './law-parameters.ts';
import { lineText } from './record-access.ts';
import type { Line } from './shapes.ts';

export interface DisciplineEnd {
  /** first day on which it is in force no more; null: it does not end by time (a dismissal), or it cannot be told */
  readonly endsOn: PlainDate | null;
  /** stated: by the record · law: by its months · next: a new one took effect before · never: its form does not end by time */
  readonly by: 'stated' | 'law' | 'next' | 'never' | 'not-known';
}

const LIST = 'ky_luat';
const PARTY = 'dang';
const formOf = (line: Line, on: PlainDate) => {
  const code = lineText(line, 'hinhThuc');
  return entryAt(LIST, code, on) ?? codeList(LIST).entries.find((entry) => entry.code === code);
};
const isOfParty = (line: Line, on: PlainDate): boolean => formOf(line, on)?.attributes['khoi'] === PARTY;
const began = (line: Line): PlainDate => lineText(line, 'ngayHieuLuc');
const isSet = (key: 'disciplineFromPartyDay' | 'disciplineEndsByNext', on: PlainDate): boolean => lawParameter(key, on)?.value === 1;

/**
 * When a discipline of these ends.
 *
 * @param line   one of `lines`
 * @param lines  all disciplines of the person
 * A discipline of the Party that was in force when the administrative one took effect starts its months (where the law of that day says so): that both are of
 * one offence is our reading, for the record does not tell.
 */
export function disciplineEnd(line: Line, lines: readonly Line[]): DisciplineEnd {
  const from = began(line);
  if (from === '') return { endsOn: null, by: 'not-known' };
  const stated = lineText(line, 'ngayHetHieuLuc');
  // A day that is stated is the last one on which it holds, or the day on which it ends: the form does not tell, and the day itself is taken as ended.
  if (stated !== '') return { endsOn: stated, by: 'stated' };
  if (formOf(line, from)?.attributes['het_hieu_luc'] === false) return { endsOn: null, by: 'never' };
  const months = lawParameter('disciplineInForceMonths', from)?.value;
  if (months === undefined) return { endsOn: null, by: 'not-known' };
  const ofParty = isOfParty(line, from);
  const before =
    ofParty || !isSet('disciplineFromPartyDay', from)
      ? []
      : lines.filter((other) => isOfParty(other, from) && isInForce(other, lines, from) === true && from < addMonths(began(other), months));
  const counted = before.map(began).reduce((earliest, day) => (day < earliest ? day : earliest), from);
  const ends = addMonths(counted, months);
  const next = lines
    .filter((other) => other !== line && isOfParty(other, from) === ofParty && began(other) > from && began(other) < ends)
    .map(began)
    .filter((day) => isSet('disciplineEndsByNext', day))
    .sort()[0];
  return next === undefined ? { endsOn: ends, by: 'law' } : { endsOn: next, by: 'next' };
}

/** Is it in force on a day? null: it cannot be told. */
export function isInForce(line: Line, lines: readonly Line[], on: PlainDate): boolean | null {
  const { endsOn, by } = disciplineEnd(line, lines);
  if (by === 'not-known') return null;
  return began(line) <= on && (endsOn === null || on < endsOn);
}
