/**
 * A streaming scanner for the bytes of one sheet: rows and cells only, purpose-built (a general parser costs 2.5 times as much).
 * It is given bytes in pieces and puts cells where they are told from; what it keeps is at most one cell. Cells as nearly all
 * programs write them are read byte by byte; any other form goes by the grammar of XML, with the same outcome. A form that is not
 * known is refused by its name, never left out.
 */
import type { RowsOut, ScannedCell } from './frames.ts';
import { KINDS } from './frames.ts';
import type { HeldBytes } from './held-bytes.ts';
import { CELLS_MAX, CELL_BYTES_MAX, MERGES_MAX, ROWS_MAX, ROW_ELEMENTS_MAX, STRAYS_MAX } from './limits.ts';
import { PERCENT, SHOWS } from './number-formats.ts';
import { numberText } from './number-text.ts';
import { plainCell } from './plain-cell.ts';
import { Refusal, refusalFor, unknownForm } from './refusal.ts';
import { itemText } from './string-item.ts';
import type { XmlElement } from './xml-element.ts';
import { plainString } from './xml-markup.ts';
import type { Attributes } from './xml-markup.ts';
import { xmlWalker } from './xml-walker.ts';

export interface SheetNeeds {
  /** UTF-16 lengths of the shared strings, and how many there are */
  readonly sharedStrings: { readonly units: Uint32Array; readonly count: number };
  /** what each style shows of a date: an index of `SHOWS`, 0 for none */
  readonly dateStyles: readonly number[];
  /** styles whose text is struck through; null: none is */
  readonly struckStyles: ReadonlySet<number> | null;
  /** days to add to a date, of a workbook that counts from 1904 */
  readonly dateShift: number;
  /** a value beyond this column (1-based) is a stray: told by its place, not read; many of them refuse the file */
  readonly columnMax: number;
  /** cells and characters that may still come; more refuses the file */
  readonly cellsLeft: number;
  readonly charsLeft: number;
  readonly out: RowsOut;
}

/** The format's own last column, XFD. */
const LAST_COLUMN = 16_384;

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

/** 28 → "AB". */
export function columnLetter(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export interface SheetScanner {
  write(piece: Uint8Array): void;
  end(): void;
  readonly counters: { rows: number; rowElements: number; cells: number; chars: number };
  /** merged ranges, "B5:B9" */
  readonly merges: readonly string[];
  /** places of values far beyond the columns, "EJ9" */
  readonly strays: readonly string[];
}

const [SLASH, QUOTE, BLANK, GREATER, LESS, EQUALS, COLON] = [47, 34, 32, 62, 60, 61, 58];
const [DIGIT_0, DIGIT_9, LETTER_C, LETTER_R, LETTER_X, LETTER_M] = [48, 57, 99, 114, 120, 109];
/** Letters, digits and the colon of a prefix: names of attributes that programs give to rows. */
const isNameByte = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= DIGIT_0 && byte <= DIGIT_9) || byte === COLON;
const [ROW, CLOSE_ROW] = [[...Buffer.from('<row r="')], [...Buffer.from('</row>')]];
const isAt = (bytes: Buffer, at: number, what: readonly number[]): boolean => {
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
};
const kindNumber = (kind: ScannedCell[2]): number => KINDS.indexOf(kind);
const TYPES: ReadonlySet<string> = new Set(['s', 'str', 'inlineStr', 'n', 'b', 'e', 'd']);

/** What an ISO text says: a cell of type `d` in a style that is no date. */
const isoShows = (text: string): number =>
  SHOWS.indexOf(/^\d{4}-\d\d-\d\d/.test(text) ? (/T(?!00:00(?::00)?)/.test(text) ? 'moment' : 'day') : 'time');

/** A whole number of an attribute; white space about it means nothing. */
function wholeNumber(text: string, form: string): number {
  if (!/^\s*\+?\d{1,10}\s*$/.test(text)) throw unknownForm(form);
  return Number(text);
}

/** The children of a cell that say what is in it. A child that is not known might be its value. */
function partsOf(cell: XmlElement): { readonly value: string | null; readonly item: XmlElement | null; readonly hasFormula: boolean } {
  if (cell.text.trim() !== '') throw unknownForm('c/text()');
  let [value, item, hasFormula] = [null as string | null, null as XmlElement | null, false];
  for (const child of cell.children) {
    if (child.name === 'v' && value === null && child.children.length === 0) value = plainString(child.text);
    else if (child.name === 'is' && item === null) item = child;
    else if (child.name === 'f') hasFormula = true;
    else if (child.name !== 'extLst') throw unknownForm(`c/${child.name}`);
  }
  return { value, item, hasFormula };
}

export function sheetScanner(needs: SheetNeeds): SheetScanner {
  const { out, sharedStrings, dateStyles, struckStyles } = needs;
  let hasRows = false;
  /** by column: the row, counted, in which it was filled last */
  const filled = new Uint32Array(LAST_COLUMN + 1);
  const merges: string[] = [];
  const strays: string[] = [];
  const counters = { rows: 0, rowElements: 0, cells: 0, chars: 0 };
  const spot = {
    row: 0,
    column: 0,
    kind: 0,
    shows: 0,
    isShared: 0,
    value: 0,
    units: 0,
    /** where its own text begins, to take it back */
    textFrom: 0,
    struck: 0,
    hasDates: needs.dateShift !== 0,
    dateStyles,
    struckStyles,
    sharedStrings,
  };

  const flush = (): void => {
    if (!out.row(spot.row)) return;
    counters.rows += 1;
    if (counters.rows > ROWS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROWS_MAX });
  };

  /** A note far to the right is told by its place; its text stays behind. */
  function stray(): void {
    const cell = `${columnLetter(spot.column)}${spot.row}`;
    if (strays.length >= STRAYS_MAX) throw new Refusal('E-WORKBOOK-TOO-WIDE', { cell, many: STRAYS_MAX });
    strays.push(cell);
    if (spot.isShared === 0) out.text.used = spot.textFrom;
  }

  /** The cell of `spot` is told. */
  function tell(formula: 0 | 1): void {
    counters.cells += 1;
    counters.chars += spot.units;
    if (counters.cells > needs.cellsLeft) throw new Refusal('E-WORKBOOK-TOO-LONG', { cells: CELLS_MAX });
    if (counters.chars > needs.charsLeft)
      throw refusalFor('E-WORKBOOK-BOMB', 'một chuỗi dài đứng ở quá nhiều ô', 'a long text stands in too many cells');
    if (spot.column > needs.columnMax) return stray();
    // Two values for one cell: nobody knows which is meant.
    if (filled[spot.column] === counters.rowElements)
      throw refusalFor(
        'E-WORKBOOK-BROKEN',
        `ô ${columnLetter(spot.column)}${spot.row} đứng hai lần`,
        `cell ${columnLetter(spot.column)}${spot.row} stands twice`,
      );
    filled[spot.column] = counters.rowElements;
    out.cell(spot.column, spot.kind, spot.shows, formula, spot.isShared, spot.value, spot.struck);
  }

  function tellText(text: string, formula: 0 | 1): void {
    spot.textFrom = out.text.used;
    out.text.add(text);
    [spot.isShared, spot.value, spot.units] = [0, text.length, text.length];
    tell(formula);
  }

  function tellShared(value: string, formula: 0 | 1): void {
    const index = wholeNumber(value, 'c[@t="s"]/v');
    if (index >= sharedStrings.count)
      throw refusalFor(
        'E-WORKBOOK-BROKEN',
        `ô ${columnLetter(spot.column)}${spot.row} trỏ tới chữ không có trong tệp`,
        `cell ${columnLetter(spot.column)}${spot.row} points to a text that is not in the file`,
      );
    [spot.kind, spot.isShared, spot.value, spot.units] = [kindNumber('t'), 1, index, sharedStrings.units[index]!];
    if (spot.units > 0 || formula) tell(formula);
  }

  /** The text of a value by the type of its cell; sets the kind. */
  function valueText(type: string, given: string, style: string | undefined): string {
    const shows = dateStyles[style === undefined ? 0 : wholeNumber(style, 'c/@s')] ?? 0;
    const number = type === 'n' ? numberText(given) : null;
    if (number !== null) {
      const isDate = shows > 0 && shows !== PERCENT;
      spot.kind = kindNumber(isDate ? 'd' : 'n');
      spot.shows = shows;
      return isDate && needs.dateShift !== 0 ? (numberText(String(Number(number) + needs.dateShift)) ?? number) : number;
    }
    if (type === 'd') {
      spot.kind = kindNumber('d');
      spot.shows = shows === 0 || shows === PERCENT ? isoShows(given) : shows;
      return given.trim();
    }
    if (type !== 'b' || given === '') {
      // What stands in a cell for numbers and is none stays text.
      spot.kind = kindNumber(type === 'e' ? 'e' : 't');
      return given;
    }
    spot.kind = kindNumber('b');
    const logical = given.trim().replace('true', '1').replace('false', '0');
    if (logical !== '0' && logical !== '1') throw unknownForm('c[@t="b"]/v');
    return logical;
  }

  function place(reference: string | undefined): void {
    if (reference === undefined) {
      spot.column += 1;
      return;
    }
    if (!/^[A-Za-z]{1,3}\d{1,7}$/.test(reference)) throw unknownForm('c/@r');
    spot.column = columnNumber(reference);
    if (Number(reference.replace(/^[A-Za-z]+/, '')) !== spot.row || spot.column > LAST_COLUMN)
      throw refusalFor('E-WORKBOOK-BROKEN', `ô ${reference} đứng trong dòng ${spot.row}`, `cell ${reference} stands in row ${spot.row}`);
  }

  function anyCell(cell: XmlElement): void {
    const { attributes } = cell;
    place(attributes.get('r'));
    const type = attributes.get('t') ?? 'n';
    if (!TYPES.has(type)) throw unknownForm(`c[@t="${type}"]`);
    const style = attributes.get('s');
    spot.shows = 0;
    spot.struck = struckStyles?.has(style === undefined ? 0 : wholeNumber(style, 'c/@s')) ? 1 : 0;
    const { value, item, hasFormula } = partsOf(cell);
    const formula = hasFormula ? 1 : 0;
    const inline = item === null ? '' : itemText(item);
    // Text beside a value of another type: nobody knows which of them is meant.
    if (inline !== '' && value !== null && value !== '' && type !== 'inlineStr') throw unknownForm(`c[@t="${type}"]/is`);
    if (type === 'inlineStr' || inline !== '') {
      spot.kind = kindNumber('t');
      const text = inline === '' ? (value ?? '') : inline;
      if (text !== '' || formula) tellText(text, formula);
    } else if (type === 's' && value !== null && value.trim() !== '') tellShared(value, formula);
    else if ((value ?? '') !== '' || formula) tellText(valueText(type, value ?? '', style), formula);
  }

  function openRow(number: number): void {
    flush();
    counters.rowElements += 1;
    if (counters.rowElements > ROW_ELEMENTS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROW_ELEMENTS_MAX });
    if (number < 1 || number > ROW_ELEMENTS_MAX) throw refusalFor('E-WORKBOOK-BROKEN', 'số dòng sai', 'a row has a number beyond all');
    spot.row = number;
    spot.column = 0;
  }

  /** `<row r="12"…>` or `<row r="12"…/>`; where it ends, or 0: another form, or not whole yet. */
  function plainRow(bytes: Buffer, from: number): number {
    if (!isAt(bytes, from, ROW)) return 0;
    let at = from + ROW.length;
    let number = 0;
    for (; bytes[at]! >= DIGIT_0 && bytes[at]! <= DIGIT_9; at++) number = number * 10 + bytes[at]! - DIGIT_0;
    if (bytes[at] !== QUOTE || at === from + ROW.length || at - from > ROW.length + 7) return 0;
    at += 1;
    // Attributes as programs write them; anything that might be more than that goes by the grammar.
    for (;;) {
      if (bytes[at] === GREATER) break;
      if (bytes[at] === SLASH && bytes[at + 1] === GREATER) break;
      if (bytes[at] !== BLANK) return 0;
      const start = ++at;
      for (; isNameByte(bytes[at]!); at++);
      if (at === start || bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE || (bytes[start] === LETTER_X && bytes[start + 1] === LETTER_M))
        return 0;
      at += 2;
      while (bytes[at] !== QUOTE && bytes[at] !== LESS && bytes[at] !== 0) at += 1;
      if (bytes[at] !== QUOTE) return 0;
      at += 1;
    }
    openRow(number);
    if (bytes[at] === SLASH) return at + 2;
    walker.enter('row');
    return at + 1;
  }

  function fast({ bytes }: HeldBytes, at: number, parent: string): number {
    const second = bytes[at + 1];
    if (parent === 'row') {
      if (second === LETTER_C) {
        spot.textFrom = out.text.used;
        const end = plainCell(bytes, at, out.text, spot);
        if (end > 0 && spot.units > 0) tell(0);
        return end;
      }
      if (second !== SLASH || !isAt(bytes, at, CLOSE_ROW) || !walker.isPlain()) return 0;
      walker.leave();
      return at + CLOSE_ROW.length;
    }
    return parent === 'sheetData' && second === LETTER_R ? plainRow(bytes, at) : 0;
  }

  function open(name: string, attributes: Attributes, parent: string): 'enter' | 'skip' | 'whole' {
    if (parent === 'row') {
      if (name === 'c') return 'whole';
      if (name === 'extLst') return 'skip';
    } else if (parent === 'sheetData') {
      if (name === 'row') {
        const number = attributes.get('r');
        openRow(number === undefined ? spot.row + 1 : wholeNumber(number, 'row/@r'));
        return 'enter';
      }
    } else if (parent === 'mergeCells') {
      const range = attributes.get('ref');
      if (name === 'mergeCell' && range !== undefined && merges.length < MERGES_MAX) merges.push(range);
      return 'skip';
    } else if (parent === 'worksheet') {
      if (name === 'sheetData' && !hasRows) {
        hasRows = true;
        return 'enter';
      }
      // Rows and cells where nobody looks for them.
      if (name !== 'sheetData' && name !== 'row' && name !== 'c') return name === 'mergeCells' ? 'enter' : 'skip';
    }
    throw unknownForm(`${parent}/${name}`);
  }

  const walker = xmlWalker({
    root: 'worksheet',
    heldMax: CELL_BYTES_MAX,
    tooLong: () => refusalFor('E-WORKBOOK-BROKEN', 'một ô quá dài', 'a cell is too long'),
    bare: new Set(['sheetData', 'row']),
    // Text of a cell is never longer than its bytes: room for all of it, once.
    before: (heldBytes) => out.text.reserve(heldBytes),
    fast,
    open,
    whole: anyCell,
    close: () => undefined,
  });

  return {
    counters,
    merges,
    strays,
    write: (piece) => walker.write(piece),
    end() {
      walker.end();
      flush();
    },
  };
}
