/**
 * A CSV file as a sheet of the form: its rows found in one pass, their cells made when they are looked at, so that a file of a hundred thousand rows is kept as the text that
 * it is. Pure.
 */
import { separatorOf } from '#base/csv-rows.ts';
import type { ReadSheet } from './read-rows.ts';
import type { ReadRow, ScannedCell } from './reader/frames.ts';

/** Texts of one row, from its first sign to the line break that ends it. */
export function cellsOfRow(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"' && quoted && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

const scanned = (text: string, index: number): ScannedCell => [index + 1, text, 't', 0, ''];

class CsvRow implements ReadRow {
  readonly row: number;
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #separator: string;
  constructor(row: number, text: string, from: number, to: number, separator: string) {
    this.row = row;
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#separator = separator;
  }
  #texts(): string[] {
    return cellsOfRow(this.#text.slice(this.#from, this.#to), this.#separator);
  }
  get cells(): readonly ScannedCell[] {
    return this.#texts().flatMap((text, index) => (text === '' ? [] : [scanned(text, index)]));
  }
  at(column: number): ScannedCell | undefined {
    const text = this.#texts()[column - 1];
    return text === undefined || text === '' ? undefined : scanned(text, column - 1);
  }
  addColumns(found: Set<number>, except: ReadonlyMap<number, unknown>): void {
    for (const [index, text] of this.#texts().entries()) if (text !== '' && !except.has(index + 1)) found.add(index + 1);
  }
}

/** Where the rows of a text begin and end, as a spreadsheet would number them; empty ones are left out. A line break between quotes ends no row. */
export function* rowsIn(text: string): Generator<{ readonly row: number; readonly from: number; readonly to: number }> {
  const signs = /["\n]/g;
  let [from, row, quoted] = [0, 1, false];
  const end = (at: number): number => (text[at - 1] === '\r' ? at - 1 : at);
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    // A doubled quote closes and opens again: what counts is the same.
    if (found[0] === '"') quoted = !quoted;
    else if (!quoted) {
      if (end(found.index) > from) yield { row, from, to: end(found.index) };
      from = found.index + 1;
      row += 1;
    }
  }
  if (end(text.length) > from) yield { row, from, to: end(text.length) };
}

export function sheetOfCsv(text: string, name: string): ReadSheet {
  const separator = separatorOf(text) ?? ',';
  const rows = [...rowsIn(text)].map(({ row, from, to }) => new CsvRow(row, text, from, to, separator));
  return { name, hidden: false, rows, peeked: false, merges: [], strays: [] };
}
