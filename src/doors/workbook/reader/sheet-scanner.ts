/**
 * A streaming scanner for the bytes of one sheet: rows and cells only, purpose-built (a general parser costs 2.5 times as much).
 * It is given bytes in pieces and puts cells where they are told from; what it keeps is at most one cell. Cells as nearly all
 * programs write them are read byte by byte; any other form goes the slow way, as text, with the same outcome.
 */
import type { RowsOut, ScannedCell } from './frames.ts';
import { KINDS } from './frames.ts';
import { HeldBytes } from './held-bytes.ts';
import { CELL_BYTES_MAX, MERGES_MAX, ROWS_MAX, ROW_ELEMENTS_MAX } from './limits.ts';
import { SHOWS } from './number-formats.ts';
import { numberText } from './number-text.ts';
import { plainCell } from './plain-cell.ts';
import { Refusal } from './refusal.ts';
import { attribute, joinRuns, unescapeXml } from './xml-text.ts';

export interface SheetNeeds {
  /** UTF-16 lengths of the shared strings, and how many there are */
  readonly sharedStrings: { readonly units: Uint32Array; readonly count: number };
  /** what each style shows of a date: an index of `SHOWS`, 0 for none */
  readonly dateStyles: readonly number[];
  /** days to add to a date, of a workbook that counts from 1904 */
  readonly dateShift: number;
  /** a value beyond this column refuses the file (1-based) */
  readonly columnMax: number;
  /** cells and characters that may still come; more refuses the file */
  readonly cellsLeft: number;
  readonly charsLeft: number;
  readonly out: RowsOut;
}

/** "AB" of "AB12" as a number; 0 when there are no letters. */
export function columnNumber(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column;
}

export interface SheetScanner {
  write(piece: Uint8Array): void;
  end(): void;
  readonly counters: { rows: number; rowElements: number; cells: number; chars: number };
  /** merged ranges, "B5:B9" */
  readonly merges: readonly string[];
}

const [LESS, GREATER, SLASH, BLANK, QUOTE, DIGIT_0, DIGIT_9] = [60, 62, 47, 32, 34, 48, 57];
/** Bytes of `<row r="`. */
const ROW = [...Buffer.from('<row r="')];
const kindNumber = (kind: ScannedCell[2]): number => KINDS.indexOf(kind);

/** What an ISO text says: a cell of type `d` in a style that is no date. */
const isoShows = (text: string): number =>
  SHOWS.indexOf(/^\d{4}-\d\d-\d\d/.test(text) ? (/T(?!00:00(?::00)?)/.test(text) ? 'moment' : 'day') : 'time');

export function sheetScanner(needs: SheetNeeds): SheetScanner {
  const held = new HeldBytes();
  const { out, sharedStrings } = needs;
  let prefix: string | null = null;
  let row = 0;
  let isEnded = false;
  const merges: string[] = [];
  const counters = { rows: 0, rowElements: 0, cells: 0, chars: 0 };
  const spot = {
    column: 0,
    kind: 0,
    shows: 0,
    isShared: 0,
    value: 0,
    units: 0,
    hasDates: needs.dateShift !== 0,
    dateStyles: needs.dateStyles,
    sharedStrings,
  };

  const flush = (): void => {
    if (!out.row(row)) return;
    counters.rows += 1;
    if (counters.rows > ROWS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROWS_MAX });
  };

  /** The cell of `spot` is told. */
  function tell(formula: 0 | 1, reference: string | null): void {
    counters.cells += 1;
    counters.chars += spot.units;
    if (spot.column > needs.columnMax) throw new Refusal('E-WORKBOOK-TOO-WIDE', { row, column: reference ?? String(spot.column) });
    if (counters.cells > needs.cellsLeft || counters.chars > needs.charsLeft) throw new Refusal('E-WORKBOOK-BOMB', { why: 'quá nhiều ô' });
    out.cell(spot.column, spot.kind, spot.shows, formula, spot.isShared, spot.value);
  }

  const tellText = (text: string, formula: 0 | 1, reference: string | null): void => {
    out.text.add(text);
    [spot.isShared, spot.value, spot.units] = [0, text.length, text.length];
    tell(formula, reference);
  };

  function anyCell(tag: string, inner: string): void {
    const reference = attribute(tag, 'r');
    spot.column = reference ? columnNumber(reference) : spot.column + 1;
    const type = attribute(tag, 't');
    spot.shows = 0;
    const formula = inner.includes(`<${prefix}f`) ? 1 : 0;
    if (type === 'inlineStr') {
      const joined = joinRuns(inner, prefix!);
      spot.kind = kindNumber('t');
      if (joined !== '' || formula) tellText(joined, formula, reference);
      return;
    }
    const from = inner.indexOf(`<${prefix}v`);
    const start = from < 0 ? -1 : inner.indexOf('>', from) + 1;
    const end = start <= 0 ? -1 : inner.indexOf(`</${prefix}v>`, start);
    let text = end < 0 ? '' : unescapeXml(inner.slice(start, end));
    if (type === 's' && text !== '') {
      const index = Number(text);
      if (!Number.isInteger(index) || index < 0 || index >= sharedStrings.count)
        throw new Refusal('E-WORKBOOK-BROKEN', { why: `ô ${reference ?? ''} trỏ tới chữ không có trong tệp` });
      [spot.kind, spot.isShared, spot.value, spot.units] = [kindNumber('t'), 1, index, sharedStrings.units[index]!];
      if (spot.units > 0 || formula) tell(formula, reference);
      return;
    }
    if (text === '' && !formula) return;
    const shows = needs.dateStyles[Number(attribute(tag, 's') ?? 0)] ?? 0;
    const number = type === null || type === 'n' ? numberText(text) : null;
    if (number !== null) {
      // What stands in a cell for numbers and is none stays text.
      spot.kind = kindNumber(shows > 0 ? 'd' : 'n');
      spot.shows = shows;
      text = shows > 0 && needs.dateShift !== 0 ? (numberText(String(Number(number) + needs.dateShift)) ?? number) : number;
    } else if (type === 'd') {
      spot.kind = kindNumber('d');
      spot.shows = shows || isoShows(text);
    } else if (type === 'b') {
      spot.kind = kindNumber('b');
      text = text.trim().replace('true', '1').replace('false', '0');
      if (text !== '' && !/^[01]$/.test(text)) throw new Refusal('E-WORKBOOK-BROKEN', { why: `ô ${reference ?? ''}: t="b"` });
    } else spot.kind = kindNumber(type === 'e' ? 'e' : 't');
    tellText(text, formula, reference);
  }

  function openRow(number: number): void {
    flush();
    counters.rowElements += 1;
    if (counters.rowElements > ROW_ELEMENTS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROW_ELEMENTS_MAX });
    if (!Number.isInteger(number) || number < 1 || number > ROW_ELEMENTS_MAX)
      throw new Refusal('E-WORKBOOK-BROKEN', { why: 'số dòng sai' });
    row = number;
    spot.column = 0;
  }

  /** `<row r="12"…>`; where it ends, or 0: another form, or not whole yet. */
  function plainRow(from: number): number {
    const { bytes } = held;
    for (let i = 0; i < ROW.length; i++) if (bytes[from + i] !== ROW[i]) return 0;
    let at = from + ROW.length;
    let number = 0;
    for (; bytes[at]! >= DIGIT_0 && bytes[at]! <= DIGIT_9; at++) number = number * 10 + bytes[at]! - DIGIT_0;
    if (bytes[at] !== QUOTE || at === from + ROW.length) return 0;
    while (bytes[at] !== GREATER && bytes[at] !== 0) at += 1;
    if (bytes[at] !== GREATER) return 0;
    openRow(number);
    return at + 1;
  }

  /** A tag of any form at `from`; where it is done with, or -1 when it is not whole yet. */
  function anyTag(view: Buffer, from: number): number {
    const tagEnd = view.indexOf(GREATER, from);
    if (tagEnd < 0) return -1;
    const tag = view.toString('utf8', from, tagEnd);
    if (tag.startsWith('<!')) {
      if (tag.startsWith('<!DOCTYPE') || tag.startsWith('<!ENTITY')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
      const close = tag.startsWith('<!--') ? view.indexOf('-->', from) : tagEnd;
      return close < 0 ? -1 : close + 1;
    }
    const isOf = (name: string): boolean => {
      const open = `<${prefix}${name}`;
      const after = tag.charCodeAt(open.length);
      return tag.startsWith(open) && (Number.isNaN(after) || after === BLANK || after === SLASH);
    };
    if (isOf('c')) {
      if (tag.endsWith('/')) {
        const reference = attribute(tag, 'r');
        spot.column = reference ? columnNumber(reference) : spot.column + 1;
        return tagEnd + 1;
      }
      const closeCell = `</${prefix}c>`;
      const end = view.indexOf(closeCell, tagEnd);
      if (end < 0) return -1;
      anyCell(tag, view.toString('utf8', tagEnd + 1, end));
      out.text.reserve(held.length);
      return end + closeCell.length;
    }
    if (isOf('row')) openRow(Number(attribute(tag, 'r') ?? row + 1));
    else if (tag.startsWith(`<${prefix}mergeCell `)) {
      const range = attribute(tag, 'ref');
      if (range && merges.length < MERGES_MAX) merges.push(range);
    } else if (tag.startsWith(`</${prefix}worksheet`)) isEnded = true;
    return tagEnd + 1;
  }

  /** Handles what stands whole in the held bytes; returns how much of it is done with. */
  function consume(): number {
    const { bytes, length } = held;
    const view = held.view();
    const isPlain = prefix === '';
    // Text of a cell is never longer than its bytes: room for all of it, once.
    out.text.reserve(length);
    let at = 0;
    for (;;) {
      while (at < length && bytes[at] !== LESS) at += 1;
      if (at >= length) return length;
      if (isPlain) {
        const second = bytes[at + 1];
        let end = 0;
        if (second === 99) {
          end = plainCell(bytes, at, out.text, spot);
          if (end > 0 && spot.units > 0) tell(0, null);
        } else if (second === 114) end = plainRow(at);
        if (end > 0) {
          at = end;
          continue;
        }
      }
      const end = anyTag(view, at);
      if (end < 0) return at;
      at = end;
    }
  }

  return {
    counters,
    merges,
    write(piece) {
      held.add(piece);
      if (prefix === null) {
        const text = held.bytes.toString('latin1', 0, held.length);
        const match = /<((?:\w+:)?)worksheet[\s>]/.exec(text);
        const isTyped = text.slice(0, match?.index).includes('<!DOCTYPE');
        if (isTyped || (!match && text.length > CELL_BYTES_MAX))
          throw new Refusal('E-WORKBOOK-UNSAFE', { why: isTyped ? 'DOCTYPE' : 'không phải trang tính' });
        if (!match) return;
        prefix = match[1]!;
      }
      held.drop(consume());
      if (held.length > CELL_BYTES_MAX) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'một ô quá dài' });
    },
    end() {
      held.end();
      if (!isEnded) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'một trang tính bị cắt' });
      flush();
    },
  };
}
