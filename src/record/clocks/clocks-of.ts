/** Which terms of the law a statement starts, by the papers that it cites. Pure; judged by the lists in use. */
import type { PlainDate } from '#base/clock.ts';
import type { Due } from '#standard/calendar/due.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { textOf } from '#standard/record-access.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { newPapers, papersIn } from './papers.ts';
import type { Paper } from './papers.ts';
import terms from './terms.json' with { type: 'json' };

/** A term that runs: `term` is a code of `thoi_han_phap_ly`; `about` what of the person it is about (`RECORD`, a group, a report). */
export interface RunningTerm {
  readonly term: string;
  readonly about: string;
  readonly startOn: PlainDate;
  readonly due: Due;
}

/** The record as a whole. */
export const RECORD = 'record';
export const CREATE = terms.create;
export const DECLARE = terms.declare;
export const BRING = terms.bring;
export const CORRECT = terms.correct;
/** The result of a yearly rating of a public employee: a term of its own, in place of that for other papers. */
export const RATE = terms.rate.term;
/** Of requests about the own data. */
export const RIGHTS: readonly string[] = terms.rights;
/** Codes of the terms that run, in the order in which a record meets them. */
export const CLOCK_TERMS: readonly string[] = [CREATE, DECLARE, BRING, RATE, CORRECT, ...RIGHTS];

/** The term for an event of a day; none when the rule was not in force then: a paper of before the decree starts nothing. */
export function termFor(term: string, about: string, startOn: PlainDate): RunningTerm[] {
  const due = lawsDue(term, startOn);
  return due === null ? [] : [{ term, about, startOn, due }];
}

/** By the earliest of these papers for which the term runs: what is late is late by the first. */
const byEarliest = (term: string, about: string, papers: readonly Paper[], today: PlainDate): RunningTerm[] =>
  papers
    .filter(({ day }) => day <= today)
    .flatMap(({ day }) => termFor(term, about, day))
    .sort((one, other) => (one.startOn < other.startOn ? -1 : 1))
    .slice(0, 1);

/** Which term a paper of a group starts for this person; one whose rule was not in force on the day of the paper runs by the general one. */
const bringing = (group: string, employee: string, day: PlainDate): string =>
  group === terms.rate.group && terms.rate.employees.includes(employee) && lawsDue(RATE, day) !== null ? RATE : BRING;

/**
 * @param standing  what the register holds of the person; undefined: nobody is registered yet, and a record is to be made
 * @param stated    groups as they were stated, lines of acts on single lines among them
 */
export function termsOf(standing: RecordDocument | undefined, stated: RecordDocument, today: PlainDate): readonly RunningTerm[] {
  if (standing === undefined) {
    const deciding = papersIn(stated).filter(({ field }) => terms.deciding.includes(field));
    return byEarliest(CREATE, RECORD, deciding, today);
  }
  const fresh = Map.groupBy(newPapers(standing, stated), ({ group }) => group);
  const employee = textOf(stated, 'A', 'loaiDoiTuong') || textOf(standing, 'A', 'loaiDoiTuong');
  return [...fresh].flatMap(([group, papers]) =>
    [...Map.groupBy(papers, ({ day }) => bringing(group, employee, day))].flatMap(([term, of]) => byEarliest(term, group, of, today)),
  );
}

/**
 * The term for the person's first declaration: of a record that was due by a paper of the days of the decree. For who was in service before
 * none runs, so that no day makes everybody late (decision 0104).
 *
 * @param stated  the record as it was made
 */
export const declarationOf = (stated: RecordDocument, madeOn: PlainDate): readonly RunningTerm[] =>
  termsOf(undefined, stated, madeOn).length === 0 ? [] : termFor(DECLARE, RECORD, madeOn);
