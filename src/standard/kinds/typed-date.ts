/** What dates and partial dates share: reading what people type, and saying what was understood. */
import { guess } from '#base/problem.ts';
import { earliestDay, readDateText, showDate, type DateReading } from '#base/vietnamese/dates.ts';
import * as problems from '#standard/problems/dates.ts';
import type { DateCell, RawCell } from '#standard/shapes.ts';
import type { Reader } from './kind.ts';

/** No day is proposed for one that does not exist. What is known of a date in part may be kept, where the field keeps it in part. */
function refuse(typed: string, reading: Extract<DateReading, { kind: 'impossible' }>, partial: boolean, at: Reader): undefined {
  const best = reading.suggestions[0];
  if (reading.why === 'year') at.report(problems.dateYear, { value: typed });
  else if (reading.why === 'zone')
    at.report(
      problems.dateZone,
      { value: typed, days: reading.suggestions.map(({ value }) => showDate(value)).join(', ') },
      { candidates: reading.suggestions.map(({ value }) => showDate(value)) },
    );
  else if (reading.why === 'month-over-12' && best) at.report(problems.dateSwapped, { suggested: showDate(best.value) });
  else if (reading.why === 'zero-part' && best && partial)
    at.report(problems.dateImpossible, {}, { suggestion: guess(showDate(best.value), 'known-part') });
  else at.report(problems.dateImpossible);
  return undefined;
}

/** As much of the day as the cell shows: its serial number has a day also where a month or a year was stated. */
function readDateCell({ day, shows, text }: DateCell, at: Reader): string | undefined {
  if (day === null || shows === 'time') {
    at.report(problems.dateForm);
    return undefined;
  }
  if (shows === 'day-month' || shows === 'part') {
    const whole = showDate(day);
    at.report(problems.dateHidden, { shown: text, whole }, { suggestion: guess(whole, 'shown-by-format') });
    return undefined;
  }
  return shows === 'year' ? day.slice(0, 4) : shows === 'month' ? day.slice(0, 7) : day;
}

/** The date that the cell says, in as much detail as it says it; '' for "nay" where that says that there is no end; undefined when it says none (told). `partial`: the field keeps a part of a date; `mayLast`: it may be the end of something that goes on. */
export function readTypedDate(
  cell: RawCell,
  { partial, mayLast }: { readonly partial: boolean; readonly mayLast: boolean },
  at: Reader,
): string | undefined {
  if (cell.kind === 'date') return readDateCell(cell, at);
  const reading = readDateText(cell.text, { today: at.today });
  if (reading.kind === 'present') {
    if (mayLast) return '';
    // The beginning of something, a birth, a decision are days that have been: "nay" would leave the cell unread without a word.
    at.report(problems.dateForm);
    return undefined;
  }
  if (reading.kind === 'unreadable') {
    at.report(problems.dateForm);
    return undefined;
  }
  if (reading.kind === 'impossible') return refuse(cell.text, reading, partial, at);
  if (reading.guessed !== null) {
    const corrected = showDate(reading.value);
    at.report(
      reading.guessed === 'century' ? problems.dateCentury : problems.dateGuessed,
      { corrected },
      { suggestion: guess(corrected, reading.guessed === 'century' ? 'likely-century' : 'cut-of-digits') },
    );
  }
  return reading.value;
}

/** Does it lie where a date of a person can lie? Says so when not. */
export function isLikely(value: string, notAfterToday: boolean, at: Reader): boolean {
  if (value < '1900') {
    at.report(problems.dateTooEarly, { value: showDate(value) });
    return false;
  }
  if (notAfterToday && earliestDay(value) > at.today) {
    at.report(problems.dateFuture, { value: showDate(value) });
    return false;
  }
  return true;
}
