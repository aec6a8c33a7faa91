/**
 * Rewrites the style of chosen cells in the XML of a sheet, as it streams by: nothing else of the part changes.
 * Works on bytes by the grammar of XML, so that whatever stands between is given back bit for bit; what is put in is ASCII.
 */
import { columnLetter, columnNumber } from '#doors/workbook/reader/sheet-scanner.ts';
import { markupEnd, tagOf } from '#doors/workbook/reader/xml-markup.ts';
import type { Tag } from '#doors/workbook/reader/xml-markup.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Children of `<worksheet>` that stand after `legacyDrawing` (ECMA-376 §18.3.1.99): Excel repairs a part whose elements are out of order. */
const AFTER_LEGACY_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);
const [LESS, SLASH, EXCLAMATION, QUESTION] = [60, 47, 33, 63];

export interface CellMarks {
  /** row → column number → new style for a cell that has this one */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, (style: number) => number>>;
  /** marked styles of an earlier round → the style beneath */
  readonly unmarked: ReadonlyMap<number, number>;
  /** relationship of the drawing with the balloons; null when the sheet has one already, or needs none */
  readonly drawingLink: string | null;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
const tagAt = (bytes: Buffer, from: number, end: number): Tag => tagOf(bytes.toString('utf8', from, end));
const isElement = (bytes: Buffer, from: number): boolean => bytes[from + 1] !== EXCLAMATION && bytes[from + 1] !== QUESTION;
const numberOf = (tag: Tag, name: string): number | null => {
  const text = tag.attributes.get(name);
  return text === undefined ? null : Number(text);
};

function withStyle(tag: string, style: number): string {
  // Behind white space and outside of other values: ` s=`.
  const there = /^(<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s+s\s*=\s*)(?:"[^"]*"|'[^']*')/.exec(tag);
  if (there) return `${there[1]}"${style}"${tag.slice(there[0].length)}`;
  return tag.replace(/^<[^\s/>]+/, (start) => `${start} s="${style}"`);
}

/** Calls `each` with every tag inside an element; returns where the element ends, -1 when it is not whole yet. */
function walkElement(bytes: Buffer, from: number, each: (from: number, end: number, depth: number) => void): number {
  let depth = 0;
  for (let at = from; at >= 0; at = bytes.indexOf(LESS, at)) {
    const end = markupEnd(bytes, at);
    if (end < 0) return -1;
    if (isElement(bytes, at)) {
      const isClose = bytes[at + 1] === SLASH;
      if (isClose) depth -= 1;
      else each(at, end, depth);
      if (!isClose && bytes[end - 2] !== SLASH) depth += 1;
      if (depth === 0) return end;
    }
    at = end;
  }
  return -1;
}

/** A row as it is patched: the pieces of it that stay are slices of what was given. */
function patchedRow(row: Buffer, number: number, sheet: SheetState): (Buffer | string)[] {
  const { marks, prefix } = sheet;
  const wanted = marks.rows.get(number);
  const tagEnd = markupEnd(row, 0);
  const tag = tagAt(row, 0, tagEnd);
  const rowStyle = /^(?:1|true)$/.test(tag.attributes.get('customFormat') ?? '') ? numberOf(tag, 's') : null;
  const missing = (column: number): string =>
    `<${prefix}c r="${columnLetter(column)}${number}" s="${wanted!.get(column)!(rowStyle ?? sheet.columnStyle(column))}"/>`;
  const cells: { from: number; end: number; column: number; hasReference: boolean; style: number }[] = [];
  let column = 0;
  walkElement(row, 0, (from, end, depth) => {
    if (depth !== 1) return;
    const cell = tagAt(row, from, end);
    if (localOf(cell.name) !== 'c') return;
    const reference = cell.attributes.get('r');
    column = reference ? columnNumber(reference) : column + 1;
    cells.push({ from, end, column, hasReference: reference !== undefined, style: numberOf(cell, 's') ?? 0 });
  });
  const there = new Set(cells.map((cell) => cell.column));
  const open = [...(wanted?.keys() ?? [])].filter((one) => !there.has(one)).sort((a, b) => a - b);
  const out: (Buffer | string)[] = [];
  let done = 0;
  for (const cell of cells) {
    out.push(row.subarray(done, cell.from));
    done = cell.end;
    // A cell without a reference stands after the one before it: nothing may be put between such cells.
    while (cell.hasReference && open.length > 0 && open[0]! < cell.column) out.push(missing(open.shift()!));
    const style = wanted?.get(cell.column)?.(cell.style) ?? marks.unmarked.get(cell.style) ?? cell.style;
    const given = row.subarray(cell.from, cell.end);
    out.push(style === cell.style ? given : Buffer.from(withStyle(given.toString('latin1'), style), 'latin1'));
  }
  const last = cells.reduce((most, cell) => Math.max(most, cell.column), 0);
  const added = open.filter((one) => one > last).map(missing);
  if (!tag.isEmpty) {
    const close = row.lastIndexOf('</');
    return [...out, row.subarray(done, close), ...added, row.subarray(close)];
  }
  if (added.length === 0) return [row];
  return [`${row.toString('latin1', 0, tagEnd).replace(/\s*\/>$/, '>')}`, ...added, `</${prefix}row>`];
}

const newRow = (number: number, sheet: SheetState): (Buffer | string)[] =>
  patchedRow(Buffer.from(`<${sheet.prefix}row r="${number}"/>`), number, sheet);

interface SheetState {
  readonly marks: CellMarks;
  /** of the rows, with its colon */
  prefix: string;
  /** style of empty cells by column */
  columnStyle: (column: number) => number;
}

/** What goes by of a sheet: puts out what is done with, keeps what is not whole yet. */
class SheetPatcher {
  readonly #sheet: SheetState;
  readonly #rowsLeft: number[];
  readonly #everyRow: boolean;
  readonly #columns: { from: number; to: number; style: number }[] = [];
  #link: string | null;
  #place: 'prolog' | 'sheet' | 'cols' | 'rows' | 'inside' | 'end' = 'prolog';
  /** open elements within one that is looked past */
  #depth = 0;
  #number = 0;
  #isInOrder = true;
  #rest = Buffer.alloc(0);
  #out: Buffer[] = [];
  /** rows that the sheet has; asked for only when one seems to be missing */
  existing: ReadonlySet<number> | null = null;

  constructor(marks: CellMarks) {
    this.#sheet = {
      marks,
      prefix: '',
      columnStyle: (column) => this.#columns.find((one) => one.from <= column && column <= one.to)?.style ?? 0,
    };
    this.#rowsLeft = [...marks.rows.keys()].sort((a, b) => a - b);
    this.#everyRow = marks.unmarked.size > 0;
    this.#link = marks.drawingLink;
  }

  #put(...pieces: readonly (Buffer | string)[]): void {
    for (const piece of pieces) this.#out.push(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
  }

  /** Rows that are wanted, that the sheet does not have, and that come before this one. */
  #missingBefore(number: number): (Buffer | string)[] {
    const out: (Buffer | string)[] = [];
    while (this.#rowsLeft.length > 0 && this.#rowsLeft[0]! < number) {
      const row = this.#rowsLeft.shift()!;
      if (!this.existing?.has(row)) out.push(...newRow(row, this.#sheet));
    }
    return out;
  }

  /** True when a wanted row did not come by and nobody has looked yet whether it comes later. */
  needsRows(): boolean {
    return this.existing === null && !this.#isInOrder;
  }

  take(piece: Buffer): Buffer {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let at = 0;
    for (;;) {
      const tag = this.#place === 'end' ? -1 : bytes.indexOf(LESS, at);
      if (tag < 0) {
        this.#put(bytes.subarray(at));
        at = bytes.length;
        break;
      }
      const end = this.#markup(bytes, at, tag);
      if (end < 0) {
        this.#put(bytes.subarray(at, tag));
        at = tag;
        break;
      }
      at = end;
    }
    this.#rest = Buffer.from(bytes.subarray(at));
    const done = Buffer.concat(this.#out);
    this.#out = [];
    return done;
  }

  /** Puts out what stands from `copied` to the end of the markup at `from`, patched; -1 when it is not whole yet (nothing is put out). */
  #markup(bytes: Buffer, copied: number, from: number): number {
    const end = markupEnd(bytes, from);
    if (end < 0) return -1;
    if (!isElement(bytes, from)) {
      this.#put(bytes.subarray(copied, end));
      return end;
    }
    if (this.#place === 'inside') return this.#past(bytes, copied, from, end);
    const tag = tagAt(bytes, from, end);
    const name = localOf(tag.name);
    if (this.#place === 'rows' && !tag.isClose) return this.#row(bytes, copied, from, tag);
    if (this.#place === 'rows') {
      this.#put(bytes.subarray(copied, from), ...this.#missingBefore(Infinity), bytes.subarray(from, end));
      this.#place = 'sheet';
      return end;
    }
    if (this.#place === 'sheet' && name === 'sheetData' && !tag.isClose) {
      this.#sheet.prefix = tag.name.slice(0, tag.name.length - name.length);
      if (tag.isEmpty)
        this.#put(
          bytes.subarray(copied, from),
          bytes.toString('latin1', from, end).replace(/\s*\/>$/, '>'),
          ...this.#missingBefore(Infinity),
          `</${tag.name}>`,
        );
      else this.#put(bytes.subarray(copied, end));
      this.#place = tag.isEmpty ? 'sheet' : 'rows';
      return end;
    }
    const isHere = this.#place === 'sheet' && this.#link !== null && (tag.isClose || AFTER_LEGACY_DRAWING.has(name));
    if (isHere) {
      // The prefix of this element is that of the part: both stand in the same namespace.
      const prefix = tag.name.slice(0, tag.name.length - name.length);
      this.#put(
        bytes.subarray(copied, from),
        `<${prefix}legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${this.#link}"/>`,
        bytes.subarray(from, end),
      );
      this.#link = null;
    } else this.#put(bytes.subarray(copied, end));
    this.#enter(tag, name);
    return end;
  }

  #enter(tag: Tag, name: string): void {
    if (this.#place === 'cols') {
      if (tag.isClose) this.#place = 'sheet';
      else if (name === 'col')
        this.#columns.push({ from: numberOf(tag, 'min') ?? 0, to: numberOf(tag, 'max') ?? 0, style: numberOf(tag, 'style') ?? 0 });
    } else if (tag.isClose) this.#place = 'end';
    else if (this.#place === 'prolog') this.#place = tag.isEmpty ? 'end' : 'sheet';
    else if (!tag.isEmpty) {
      this.#place = name === 'cols' ? 'cols' : 'inside';
      this.#depth = 1;
    }
  }

  /** Within an element that is looked past. */
  #past(bytes: Buffer, copied: number, from: number, end: number): number {
    this.#put(bytes.subarray(copied, end));
    if (bytes[from + 1] === SLASH) this.#depth -= 1;
    else if (bytes[end - 2] !== SLASH) this.#depth += 1;
    if (this.#depth === 0) this.#place = 'sheet';
    return end;
  }

  #row(bytes: Buffer, copied: number, from: number, tag: Tag): number {
    const rowEnd = walkElement(bytes, from, () => undefined);
    if (rowEnd < 0) return -1;
    const number = numberOf(tag, 'r') ?? this.#number + 1;
    if (this.existing === null && this.#rowsLeft.length > 0 && this.#rowsLeft[0]! < number) {
      this.#isInOrder = false;
      return -1;
    }
    this.#number = number;
    this.#put(bytes.subarray(copied, from), ...this.#missingBefore(number));
    const wanted = this.#rowsLeft.indexOf(number);
    if (wanted >= 0) this.#rowsLeft.splice(wanted, 1);
    const row = bytes.subarray(from, rowEnd);
    if (this.#everyRow || this.#sheet.marks.rows.has(number)) this.#put(...patchedRow(row, number, this.#sheet));
    else this.#put(row);
    return rowEnd;
  }
}

/** The numbers of all rows of a sheet. */
async function rowNumbers(pieces: AsyncIterable<Buffer>): Promise<Set<number>> {
  const found = new Set<number>();
  let rest = Buffer.alloc(0);
  let last = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let at = 0;
    for (;;) {
      const tag = bytes.indexOf(LESS, at);
      const end = tag < 0 ? -1 : markupEnd(bytes, tag);
      if (end < 0) {
        at = tag < 0 ? bytes.length : tag;
        break;
      }
      if (
        isElement(bytes, tag) &&
        bytes[tag + 1] !== SLASH &&
        /^<(?:[^\s/>:]+:)?row[\s/>]/.test(bytes.toString('latin1', tag, Math.min(end, tag + 80)))
      ) {
        last = numberOf(tagAt(bytes, tag, end), 'r') ?? last + 1;
        found.add(last);
      }
      at = end;
    }
    rest = Buffer.from(bytes.subarray(at));
  }
  return found;
}

/** @param open  gives the part as it is inflated, UTF-8; asked a second time when a wanted row does not come where it would stand */
export async function* patchSheet(open: () => AsyncIterable<Buffer>, marks: CellMarks): AsyncGenerator<Buffer> {
  const patcher = new SheetPatcher(marks);
  const take = async (piece: Buffer): Promise<Buffer> => {
    const done = patcher.take(piece);
    if (!patcher.needsRows()) return done;
    patcher.existing = await rowNumbers(open());
    return Buffer.concat([done, patcher.take(Buffer.alloc(0))]);
  };
  for await (const piece of open()) {
    const done = await take(piece);
    if (done.length > 0) yield done;
  }
}
