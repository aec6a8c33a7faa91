/**
 * What goes from the sandboxed parser to its parent: frames of [u32 kind, u32 bytes] and so many bytes, a multiple of four, in the
 * byte order of the machine. Rows travel as numbers and one run of text, not as an object a cell: 1.2 million cells as JSON cost
 * more than to read the file. Shared strings travel once, cells point at them.
 *
 * strings: count, count × UTF-16 length, text
 * rows:    sheet, rows, cells, rows × (row number, cells), cells × (head, UTF-16 length or index of the shared string), text
 * head:    is struck through << 24 | column << 9 | what of a date is shown << 5 | is shared << 4 | kind << 1 | is formula
 */
import { STRINGS_MAX, STRING_CHARS_MAX } from './limits.ts';
import { SHOWS } from './number-formats.ts';
import { Refusal } from './refusal.ts';

export const JSON_FRAME = 1;
export const STRINGS_FRAME = 2;
export const ROWS_FRAME = 3;
export const FRAME_HEAD_BYTES = 8;
/** A frame that says it is larger is not of our child: all text of a file is smaller. */
export const FRAME_BYTES_MAX = 512 * 1024 * 1024;

/**
 * [column (1-based), text, kind, formula, shows] — kinds: t text, n number, d date, b boolean, e error. A number is a plain decimal
 * (`number-text.ts`), a boolean "1" or "0", a date its serial number or ISO text; `shows` is what its format shows of a date; `percent` of a number.
 * `struck` is there when the style of the cell strikes all of it through.
 */
export type ScannedCell = readonly [
  column: number,
  text: string,
  kind: 't' | 'n' | 'd' | 'b' | 'e',
  formula: 0 | 1,
  shows: (typeof SHOWS)[number],
  struck?: 1,
];
export const KINDS = ['t', 'n', 'd', 'b', 'e'] as const;

/** The column has fifteen bits of a cell's head, above them one says that it is struck through. */
const STRUCK_BIT = 24;
const COLUMN_MASK = (1 << (STRUCK_BIT - 9)) - 1;
/** Its text is a shared string. */
const SHARED = 1 << 4;
/** Strings of one frame, so that the string with an index is found by a shift. */
const STRINGS_SHIFT = 12;
const STRINGS_A_FRAME = 1 << STRINGS_SHIFT;
/** A frame of rows is told when it has so many cells or bytes of text. */
const CELLS_A_FRAME = 1 << 14;
const TEXT_A_FRAME = 1 << 18;

function frame(kind: number, numbers: readonly Uint32Array[], text: Uint8Array): Uint8Array {
  const numberBytes = numbers.reduce((sum, part) => sum + part.byteLength, 0);
  const bytes = new Uint8Array(FRAME_HEAD_BYTES + numberBytes + Math.ceil(text.length / 4) * 4);
  const head = new Uint32Array(bytes.buffer);
  head[0] = kind;
  head[1] = bytes.length - FRAME_HEAD_BYTES;
  let at = 2;
  for (const part of numbers) {
    head.set(part, at);
    at += part.length;
  }
  bytes.set(text, at * 4);
  return bytes;
}

/** Blanks to a multiple of four: JSON does not mind them. */
export function jsonFrame(value: unknown): Uint8Array {
  const text = JSON.stringify(value);
  return frame(JSON_FRAME, [], Buffer.from(text + ' '.repeat((4 - (Buffer.byteLength(text) % 4)) % 4)));
}

/** Text that grows by doubling. */
class Text {
  bytes = Buffer.allocUnsafeSlow(1 << 16);
  used = 0;
  /** Room for so many more bytes. */
  reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.used + more, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
  add(text: string): void {
    this.reserve(text.length * 3);
    this.used += this.bytes.write(text, this.used, 'utf8');
  }
  taken(): Uint8Array {
    const used = this.bytes.subarray(0, this.used);
    this.used = 0;
    return used;
  }
}

/** Gathers shared strings and tells them a frame at a time; what stays is only how long each is. */
export class StringsOut {
  readonly text = new Text();
  /** UTF-16 length of each string */
  units = new Uint32Array(1 << 12);
  count = 0;
  #toldBytes = 0;
  readonly #tell: (frame: Uint8Array) => void;
  constructor(tell: (frame: Uint8Array) => void) {
    this.#tell = tell;
  }
  /** A string whose bytes stand in `text` already. */
  added(units: number): void {
    if (this.count === this.units.length) {
      const more = new Uint32Array(this.units.length * 2);
      more.set(this.units);
      this.units = more;
    }
    this.units[this.count++] = units;
    if (this.count > STRINGS_MAX || this.#toldBytes + this.text.used > STRING_CHARS_MAX)
      throw new Refusal('E-WORKBOOK-TOO-LONG', this.count > STRINGS_MAX ? { strings: STRINGS_MAX } : { bytes: STRING_CHARS_MAX >> 20 });
    if (this.count % STRINGS_A_FRAME === 0) this.#flush(STRINGS_A_FRAME);
  }
  end(): void {
    if (this.count % STRINGS_A_FRAME > 0) this.#flush(this.count % STRINGS_A_FRAME);
  }
  #flush(count: number): void {
    this.#toldBytes += this.text.used;
    this.#tell(frame(STRINGS_FRAME, [Uint32Array.of(count), this.units.subarray(this.count - count, this.count)], this.text.taken()));
  }
}

/** Gathers rows of one sheet and tells them a frame at a time. */
export class RowsOut {
  readonly text = new Text();
  #rows = new Uint32Array(1 << 10);
  #cells = new Uint32Array(CELLS_A_FRAME * 2);
  #rowCount = 0;
  #cellCount = 0;
  #rowStart = 0;
  readonly #sheet: number;
  readonly #tell: (frame: Uint8Array, rows: number) => void;
  constructor(sheet: number, tell: (frame: Uint8Array, rows: number) => void) {
    this.#sheet = sheet;
    this.#tell = tell;
  }
  /** @param value  UTF-16 length of text that stands in `text` already, or index of a shared string */
  cell(column: number, kind: number, shows: number, formula: number, shared: number, value: number, struck: number): void {
    const at = this.#cellCount * 2;
    if (at === this.#cells.length) {
      const more = new Uint32Array(this.#cells.length * 2);
      more.set(this.#cells);
      this.#cells = more;
    }
    this.#cells[at] = (struck << STRUCK_BIT) | (column << 9) | (shows << 5) | (shared << 4) | (kind << 1) | formula;
    this.#cells[at + 1] = value;
    this.#cellCount += 1;
  }
  /** The row ends. True when it had a cell. */
  row(number: number): boolean {
    const count = this.#cellCount - this.#rowStart;
    if (count === 0) return false;
    const at = this.#rowCount * 2;
    if (at === this.#rows.length) {
      const more = new Uint32Array(this.#rows.length * 2);
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows[at] = number;
    this.#rows[at + 1] = count;
    this.#rowCount += 1;
    this.#rowStart = this.#cellCount;
    if (this.#cellCount >= CELLS_A_FRAME || this.text.used >= TEXT_A_FRAME) this.end();
    return true;
  }
  end(): void {
    if (this.#rowCount === 0) return;
    const [rows, cells] = [this.#rowCount, this.#rowStart];
    this.#rowCount = this.#cellCount = this.#rowStart = 0;
    this.#tell(
      frame(
        ROWS_FRAME,
        [Uint32Array.of(this.#sheet, rows, cells), this.#rows.subarray(0, rows * 2), this.#cells.subarray(0, cells * 2)],
        this.text.taken(),
      ),
      rows,
    );
  }
}

/** A row as it was told; `cells` is made anew at each look: kept as arrays, a large file costs ten times as much memory. */
export class ReportedRow implements ReadRow {
  readonly row: number;
  readonly #frame: RowsFrame;
  readonly #first: number;
  readonly #count: number;
  readonly #textAt: number;
  constructor(row: number, rowsFrame: RowsFrame, first: number, count: number, textAt: number) {
    this.row = row;
    this.#frame = rowsFrame;
    this.#first = first;
    this.#count = count;
    this.#textAt = textAt;
  }
  get cells(): readonly ScannedCell[] {
    const { cells } = this.#frame;
    const made: ScannedCell[] = [];
    let textAt = this.#textAt;
    for (let at = this.#first * 2, end = at + this.#count * 2; at < end; at += 2) {
      made.push(this.#cell(at, textAt));
      if ((cells[at]! & SHARED) === 0) textAt += cells[at + 1]!;
    }
    return made;
  }
  at(column: number): ScannedCell | undefined {
    const { cells } = this.#frame;
    let textAt = this.#textAt;
    let [found, foundText] = [-1, 0];
    for (let at = this.#first * 2, end = at + this.#count * 2; at < end; at += 2) {
      // Of two in one column the later is the one that counts, as for who looks at them all.
      if (((cells[at]! >>> 9) & COLUMN_MASK) === column) [found, foundText] = [at, textAt];
      if ((cells[at]! & SHARED) === 0) textAt += cells[at + 1]!;
    }
    return found < 0 ? undefined : this.#cell(found, foundText);
  }
  addColumns(found: Set<number>, except: ReadonlyMap<number, unknown>): void {
    const { cells } = this.#frame;
    let textAt = this.#textAt;
    for (let at = this.#first * 2, end = at + this.#count * 2; at < end; at += 2) {
      const column = (cells[at]! >>> 9) & COLUMN_MASK;
      if (!except.has(column) && !found.has(column) && this.#cell(at, textAt)[1].trim() !== '') found.add(column);
      if ((cells[at]! & SHARED) === 0) textAt += cells[at + 1]!;
    }
  }
  #cell(at: number, textAt: number): ScannedCell {
    const { cells, text, strings } = this.#frame;
    const [head, value] = [cells[at]!, cells[at + 1]!];
    const content = (head & SHARED) !== 0 ? strings.at(value) : text.slice(textAt, textAt + value);
    const cell = [(head >>> 9) & COLUMN_MASK, content, KINDS[(head >>> 1) & 7]!, (head & 1) as 0 | 1, SHOWS[(head >>> 5) & 15]!] as const;
    return head >>> STRUCK_BIT === 1 ? [...cell, 1] : cell;
  }
}

/** What of a row is looked at without making its cells. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly ScannedCell[];
  /** the cell of one column; undefined where none is */
  at(column: number): ScannedCell | undefined;
  /** adds the columns, but for those given, that hold more than blanks */
  addColumns(found: Set<number>, except: ReadonlyMap<number, unknown>): void;
}

interface RowsFrame {
  readonly cells: Uint32Array;
  readonly text: string;
  readonly strings: SharedTexts;
}

const broken = (): never => {
  throw new RangeError('a frame that does not hold what it says');
};

/** Shared strings as they were told. */
export class SharedTexts {
  readonly #frames: { readonly text: string; readonly ends: Uint32Array }[] = [];
  count = 0;
  /** @throws RangeError when the frame is not what it says */
  add(payload: Uint8Array): void {
    const numbers = new Uint32Array(payload.buffer, payload.byteOffset, payload.length / 4);
    const count = numbers[0] ?? broken();
    if (this.count % STRINGS_A_FRAME !== 0 || count > STRINGS_A_FRAME || count >= numbers.length) broken();
    const ends = numbers.slice(1, 1 + count);
    for (let i = 1; i < count; i++) ends[i]! += ends[i - 1]!;
    const text = Buffer.from(payload.buffer, payload.byteOffset, payload.length).toString('utf8', (1 + count) * 4, payload.length);
    if ((ends[count - 1] ?? 0) > text.length) broken();
    this.#frames.push({ text, ends });
    this.count += count;
  }
  at(index: number): string {
    const { text, ends } = this.#frames[index >>> STRINGS_SHIFT]!;
    const within = index & (STRINGS_A_FRAME - 1);
    return text.slice(within === 0 ? 0 : ends[within - 1], ends[within]);
  }
}

/**
 * Rows of a frame.
 * @throws RangeError when the frame is not what it says: the child reads foreign bytes, its word is checked
 */
export function reportedRows(payload: Uint8Array, strings: SharedTexts): { sheet: number; rows: ReportedRow[] } {
  const numbers = new Uint32Array(payload.buffer, payload.byteOffset, payload.length / 4);
  const [sheet, rowCount, cellCount] = [numbers[0] ?? broken(), numbers[1] ?? broken(), numbers[2] ?? broken()];
  const cellsAt = 3 + rowCount * 2;
  const textAt = cellsAt + cellCount * 2;
  if (textAt > numbers.length) broken();
  const cells = numbers.slice(cellsAt, textAt);
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.length).toString('utf8', textAt * 4, payload.length);
  const told: RowsFrame = { cells, text, strings };
  const rows: ReportedRow[] = [];
  let [first, textUsed] = [0, 0];
  for (let at = 3; at < cellsAt; at += 2) {
    const count = numbers[at + 1]!;
    if (first + count > cellCount) broken();
    rows.push(new ReportedRow(numbers[at]!, told, first, count, textUsed));
    for (let i = first * 2, end = i + count * 2; i < end; i += 2) {
      const value = cells[i + 1]!;
      if ((cells[i]! & SHARED) === 0) textUsed += value;
      else if (value >= strings.count) broken();
      if (((cells[i]! >>> 1) & 7) >= KINDS.length) broken();
    }
    first += count;
  }
  if (first !== cellCount || textUsed > text.length) broken();
  return { sheet, rows };
}

/**
 * Cuts what comes from the child into frames; a payload is good until `onFrame` returns.
 * @throws RangeError when a frame says it is larger than any is
 */
export function frameCutter(onFrame: (kind: number, payload: Uint8Array) => void): (piece: Uint8Array) => void {
  const head = new Uint8Array(FRAME_HEAD_BYTES);
  const headNumbers = new Uint32Array(head.buffer);
  let headHeld = 0;
  // Used again for each frame: whoever takes one keeps copies of it.
  let room = new Uint8Array(1 << 16);
  let payload = room;
  let held = 0;
  return (piece) => {
    for (let at = 0; at < piece.length;) {
      if (headHeld < FRAME_HEAD_BYTES) {
        const part = piece.subarray(at, at + FRAME_HEAD_BYTES - headHeld);
        head.set(part, headHeld);
        headHeld += part.length;
        at += part.length;
        if (headHeld < FRAME_HEAD_BYTES) return;
        const length = headNumbers[1]!;
        if (length > FRAME_BYTES_MAX || length % 4 !== 0 || length === 0) broken();
        if (length > room.length) room = new Uint8Array(Math.max(length, room.length * 2));
        payload = room.subarray(0, length);
        held = 0;
      }
      const part = piece.subarray(at, at + payload.length - held);
      payload.set(part, held);
      held += part.length;
      at += part.length;
      if (held === payload.length) {
        headHeld = 0;
        onFrame(headNumbers[0]!, payload);
      }
    }
  };
}

/** One side of a reading: takes frames, gives back what they hold. */
export function frameReader<T>(
  onJson: (value: T) => void,
  onRows: (sheet: number, rows: readonly ReportedRow[]) => void,
): (kind: number, payload: Uint8Array) => void {
  const strings = new SharedTexts();
  return (kind, payload) => {
    if (kind === JSON_FRAME) onJson(JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.length).toString('utf8')) as T);
    else if (kind === STRINGS_FRAME) strings.add(payload);
    else if (kind === ROWS_FRAME) {
      const { sheet, rows } = reportedRows(payload, strings);
      onRows(sheet, rows);
    } else broken();
  };
}
