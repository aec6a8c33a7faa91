/** A cell as the reader tells it → a cell as the standard reads it: dates as days, logical values as words. Pure. */
import { excelSerialToDate, isPlainDate, showDate } from '#base/vietnamese/dates.ts';
import type { DateCell, DateShows, RawCell } from '#standard/shapes.ts';
import type { ScannedCell } from './reader/frames.ts';

const MINUTES_A_DAY = 24 * 60;

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** "1983-02-27T08:30:00" and "T08:30" of a cell of type `d`, or a serial number with the time as its fraction. */
function dayAndTime(text: string): { readonly day: string | null; readonly time: string } {
  const iso = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d:\d\d))?/.exec(text);
  if (iso?.[1] !== undefined || iso?.[2] !== undefined)
    return { day: iso[1] !== undefined && isPlainDate(iso[1]) ? iso[1] : null, time: iso[2] ?? '00:00' };
  const serial = Number(text);
  const minutes = Math.round((serial - Math.floor(serial)) * MINUTES_A_DAY) % MINUTES_A_DAY;
  return { day: excelSerialToDate(serial), time: Number.isFinite(minutes) ? clockText(minutes) : '' };
}

function shownText(day: string | null, time: string, shows: DateShows): string {
  if (shows === 'time') return time;
  if (day === null) return '00/01/1900';
  if (shows === 'moment') return `${showDate(day)} ${time}`;
  return shows === 'year' ? day.slice(0, 4) : showDate(shows === 'month' ? day.slice(0, 7) : shows === 'day-month' ? day.slice(5) : day);
}

function dateCell(text: string, shows: DateShows, formula: boolean): DateCell {
  const { day, time } = dayAndTime(text);
  return { text: shownText(day, time, shows), kind: 'date', formula, shows, day: shows === 'time' ? null : day };
}

/** 0.07 as "7%": what a cell with a percent format shows, without the rounding of its format. A plain decimal, moved by two places. */
function percentText(number: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  if (whole === '') return number;
  const digits = fraction.padEnd(2, '0');
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${moved}${digits.length > 2 ? `.${digits.slice(2)}` : ''}%`;
}

/** An instant of another zone than ours: its day here need not be the day that is written. Read as the text that it is. */
const isInstant = (text: string): boolean => /T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)\s*$/i.test(text);

/** Drawn over a letter: it was struck out (U+0336), as in runs of a text that are struck through. */
const STRUCK = '\u0336';

/** What stands in the file, with the type that it has there. Of a cell that is struck through each letter is: it is not what stands there now. */
export function rawCell(scanned: ScannedCell): RawCell {
  const cell = plainRawCell(scanned);
  if (scanned[5] !== 1 || cell.text === '') return cell;
  return { text: Array.from(cell.text, (letter) => letter + STRUCK).join(''), kind: 'text', formula: cell.formula };
}

function plainRawCell([, text, kind, formula, shows]: ScannedCell): RawCell {
  const isFormula = formula === 1;
  // A formula that was never worked out shows nothing, whatever its style.
  if (kind === 'd' && isInstant(text)) return { text, kind: 'text', formula: isFormula };
  if (kind === 'd' && text !== '') return dateCell(text, shows === '' || shows === 'percent' ? 'day' : shows, isFormula);
  if (kind === 'n' && shows === 'percent') return { text: percentText(text), kind: 'number', formula: isFormula };
  if (kind === 'b' && text !== '') return { text: text === '1' ? 'TRUE' : 'FALSE', kind: 'boolean', formula: isFormula };
  return { text, kind: kind === 'n' ? 'number' : kind === 'e' ? 'error' : 'text', formula: isFormula };
}
