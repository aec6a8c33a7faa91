/** Cells as nearly all programs write them, read byte by byte; whatever is not exactly so is left to the scanner's slow way. */
import { KINDS } from './frames.ts';
import { PERCENT } from './number-formats.ts';

/** Where the scanner stands, and the cell that was read last. */
export interface Spot {
  readonly row: number;
  column: number;
  kind: number;
  /** index of what is shown of a date or a percentage; 0: it is none */
  shows: number;
  isShared: number;
  /** UTF-16 length of its own text, or index of its shared string */
  value: number;
  /** UTF-16 length of what it shows; 0: nothing to tell */
  units: number;
  /** dates need more than their bytes: they go the slow way */
  readonly hasDates: boolean;
  /** by index of the style */
  readonly dateStyles: readonly number[];
  /** cells of these styles go the slow way */
  readonly struckStyles: ReadonlySet<number> | null;
  /** 1: its whole text is struck through */
  struck: number;
  readonly sharedStrings: { readonly units: Uint32Array; readonly count: number };
}

const [LESS, GREATER, AMPERSAND, UNDERSCORE, SLASH, BLANK, QUOTE, EQUALS, RETURN] = [60, 62, 38, 95, 47, 32, 34, 61, 13];
const [POINT, MINUS] = [46, 45];
const [DIGIT_0, DIGIT_9, LETTER_A, LETTER_Z] = [48, 57, 65, 90];
const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const [INLINE_TYPE, STR_TYPE] = [bytesOf('inlineStr'), bytesOf('str')];
const [OPEN_VALUE, CLOSE_VALUE] = [bytesOf('<v>'), bytesOf('</v></c>')];
const [OPEN_INLINE, CLOSE_INLINE] = [bytesOf('<is><t'), bytesOf('</t></is></c>')];
const PRESERVE = bytesOf(' xml:space="preserve"');
const TEXT = KINDS.indexOf('t');
const NUMBER = KINDS.indexOf('n');
const DATE = KINDS.indexOf('d');
const BOOLEAN = KINDS.indexOf('b');
const ERROR = KINDS.indexOf('e');
/** Digits of a number that cannot overflow what it is kept in. */
const DIGITS_MAX = 8;
/** A number of more digits may not be what was typed (4.4000000000000004). */
const EXACT_DIGITS = 15;

function isAt(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
}

/**
 * @param from  where `<c ` stands
 * @param text  takes the bytes of the cell's own text; has room for all of `bytes`
 * @param spot  gets the cell; of an empty one only the column
 * @returns where the cell ends, or 0: another form, or not whole yet; then `text` and the column are as they were
 */
export function plainCell(bytes: Uint8Array, from: number, text: { readonly bytes: Uint8Array; used: number }, spot: Spot): number {
  if (bytes[from + 2] !== BLANK) return 0;
  let at = from + 3;
  let [column, style, type] = [0, -1, 0];
  for (;;) {
    const name = bytes[at];
    if (bytes[at + 1] !== EQUALS || bytes[at + 2] !== QUOTE) return 0;
    at += 3;
    const start = at;
    let byte = bytes[at]!;
    if (name === 114 && column === 0) {
      for (; byte >= LETTER_A && byte <= LETTER_Z; byte = bytes[++at]!) column = column * 26 + byte - LETTER_A + 1;
      if (at === start || at - start > 3) return 0;
      let row = 0;
      for (; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[++at]!) row = row * 10 + byte - DIGIT_0;
      if (row !== spot.row) return 0;
    } else if (name === 115 && style < 0) {
      style = 0;
      for (; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[++at]!) style = style * 10 + byte - DIGIT_0;
      if (at === start || at - start > DIGITS_MAX) return 0;
    } else if (name === 116 && type === 0) {
      // s, n, b, e, and of the longer ones the first letter: i(nlineStr); "str" is told from "s" by its end.
      type = byte;
      if (isAt(bytes, at, INLINE_TYPE)) at += INLINE_TYPE.length;
      else if (isAt(bytes, at, STR_TYPE)) {
        type = 116;
        at += STR_TYPE.length;
      } else if (byte === 115 || byte === 110 || byte === 98 || byte === 101) at += 1;
      else return 0;
    } else return 0;
    if (bytes[at] !== QUOTE) return 0;
    byte = bytes[++at]!;
    at += 1;
    if (byte === BLANK) continue;
    if (byte === GREATER) break;
    if (byte !== SLASH || bytes[at] !== GREATER) return 0;
    spot.column = column || spot.column + 1;
    spot.units = 0;
    return at + 1;
  }
  if (spot.struckStyles?.has(style < 0 ? 0 : style)) return 0;
  spot.struck = 0;
  if (type === 115) return sharedCell(bytes, at, column, spot);
  const isNumber = type === 0 || type === 110;
  const shows = isNumber ? (spot.dateStyles[style < 0 ? 0 : style] ?? 0) : 0;
  if (shows > 0 && shows !== PERCENT && spot.hasDates) return 0;
  if (isNumber || type === 98) return valueCell(bytes, at, column, shows, type === 98, text, spot);
  const isInline = type === 105;
  if (!isAt(bytes, at, isInline ? OPEN_INLINE : OPEN_VALUE)) return 0;
  at += isInline ? OPEN_INLINE.length : OPEN_VALUE.length;
  if (isInline) {
    if (bytes[at] === BLANK && isAt(bytes, at, PRESERVE)) at += PRESERVE.length;
    if (bytes[at] !== GREATER) return 0;
    at += 1;
  }
  const target = text.bytes;
  let used = text.used;
  let units = 0;
  for (let byte = bytes[at]!; byte !== LESS; byte = bytes[++at]!) {
    if (byte === AMPERSAND || byte === RETURN || byte === 0 || (byte === UNDERSCORE && bytes[at + 1] === 120)) return 0;
    if (byte < 0x80) units += 1;
    else if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    target[used++] = byte;
  }
  const close = isInline ? CLOSE_INLINE : CLOSE_VALUE;
  if (!isAt(bytes, at, close)) return 0;
  spot.column = column || spot.column + 1;
  spot.kind = type === 101 ? ERROR : TEXT;
  spot.shows = 0;
  spot.isShared = 0;
  spot.value = units;
  spot.units = units;
  text.used = used;
  return at + close.length;
}

/** `<v>12</v></c>` of a cell that shows a shared string. */
function sharedCell(bytes: Uint8Array, from: number, column: number, spot: Spot): number {
  if (!isAt(bytes, from, OPEN_VALUE)) return 0;
  const start = from + OPEN_VALUE.length;
  let at = start;
  let index = 0;
  for (let byte = bytes[at]!; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[++at]!) index = index * 10 + byte - DIGIT_0;
  if (at === start || at - start > DIGITS_MAX || index >= spot.sharedStrings.count || !isAt(bytes, at, CLOSE_VALUE)) return 0;
  spot.column = column || spot.column + 1;
  spot.kind = TEXT;
  spot.shows = 0;
  spot.isShared = 1;
  spot.value = index;
  spot.units = spot.sharedStrings.units[index]!;
  return at + CLOSE_VALUE.length;
}

/** Where a number in plain form ends: `-?[0-9]+(\.[0-9]+)?` without a useless zero in front; 0 when it has another form. */
function plainNumberEnd(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === MINUS ? from + 1 : from;
  const start = at;
  for (let byte = bytes[at]!; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[++at]!);
  if (at === start || (bytes[start] === DIGIT_0 && (at - start > 1 || start > from))) return 0;
  if (bytes[at] !== POINT) return at;
  const point = at;
  for (let byte = bytes[++at]!; byte >= DIGIT_0 && byte <= DIGIT_9; byte = bytes[++at]!);
  return at === point + 1 ? 0 : at;
}

/** `<v>12.5</v></c>` of a number, a date or a boolean; a number loses the zeros behind its point, as `numberText` has it. */
function valueCell(
  bytes: Uint8Array,
  from: number,
  column: number,
  shows: number,
  isBoolean: boolean,
  text: { readonly bytes: Uint8Array; used: number },
  spot: Spot,
): number {
  if (!isAt(bytes, from, OPEN_VALUE)) return 0;
  const start = from + OPEN_VALUE.length;
  const at = plainNumberEnd(bytes, start);
  if (at === 0 || at - start > EXACT_DIGITS || !isAt(bytes, at, CLOSE_VALUE)) return 0;
  if (isBoolean && (at > start + 1 || bytes[start]! > DIGIT_0 + 1)) return 0;
  const target = text.bytes;
  let used = text.used;
  let afterPoint = 0;
  for (let i = start; i < at; i++) {
    target[used++] = bytes[i]!;
    if (bytes[i] === POINT) afterPoint = used;
  }
  if (afterPoint > 0) {
    while (target[used - 1] === DIGIT_0) used -= 1;
    if (used === afterPoint) used -= 1;
  }
  spot.column = column || spot.column + 1;
  spot.kind = isBoolean ? BOOLEAN : shows > 0 && shows !== PERCENT ? DATE : NUMBER;
  spot.shows = shows;
  spot.isShared = 0;
  spot.value = spot.units = used - text.used;
  text.used = used;
  return at + CLOSE_VALUE.length;
}
