/**
 * A streaming scanner for the XML of one sheet: rows and cells only, purpose-built (a general parser costs 2.5 times as much).
 * It is given text in pieces and hands out whole rows; what it keeps is at most one cell.
 */
import { CELL_CHARS_MAX, MERGES_MAX, ROWS_MAX, ROW_ELEMENTS_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { SharedStrings } from './shared-strings.ts';
import { attribute, joinRuns, unescapeXml } from './xml-text.ts';

/** [column (1-based), text, kind, formula] — kinds: t text, n number, d date, b boolean, e error. */
export type ScannedCell = readonly [column: number, text: string, kind: 't' | 'n' | 'd' | 'b' | 'e', formula: 0 | 1];

export interface SheetNeeds {
  readonly sharedStrings: SharedStrings;
  /** style indexes whose number format is a date */
  readonly dateStyles: ReadonlySet<number>;
  /** a value beyond this column refuses the file (1-based) */
  readonly columnMax: number;
  readonly onRow: (row: number, cells: readonly ScannedCell[]) => void;
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
  write(piece: string): void;
  end(): void;
  readonly counters: { rows: number; rowElements: number; cells: number };
  /** merged ranges, "B5:B9" */
  readonly merges: readonly string[];
}

/** Excel writes 4.4 as 4.4000000000000004: what was typed is the shortest number with that value. */
const asTyped = (text: string): string =>
  text.length > 15 && text.includes('.') && Number.isFinite(Number(text)) ? String(Number(text)) : text;

export function sheetScanner(needs: SheetNeeds): SheetScanner {
  let rest = '';
  let prefix: string | null = null;
  let row = 0;
  let column = 0;
  let cells: ScannedCell[] = [];
  let isEnded = false;
  const merges: string[] = [];
  const counters = { rows: 0, rowElements: 0, cells: 0 };

  const flush = (): void => {
    if (cells.length === 0) return;
    counters.rows += 1;
    if (counters.rows > ROWS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROWS_MAX });
    needs.onRow(row, cells);
    cells = [];
  };

  function cell(tag: string, inner: string): void {
    const reference = attribute(tag, 'r');
    column = reference ? columnNumber(reference) : column + 1;
    const type = attribute(tag, 't');
    const isFormula = inner.includes(`<${prefix}f`);
    let text: string;
    if (type === 'inlineStr') text = joinRuns(inner, prefix!);
    else {
      const from = inner.indexOf(`<${prefix}v`);
      const start = from < 0 ? -1 : inner.indexOf('>', from) + 1;
      const end = start <= 0 ? -1 : inner.indexOf(`</${prefix}v>`, start);
      text = end < 0 ? '' : unescapeXml(inner.slice(start, end));
      if (type === 's' && text !== '') {
        const shared = needs.sharedStrings(Number(text));
        if (shared === undefined) throw new Refusal('E-WORKBOOK-BROKEN', { why: `ô ${reference ?? ''} trỏ tới chữ không có trong tệp` });
        text = shared;
      } else if (type === null || type === 'n') text = asTyped(text);
      else if (type === 'd') text = text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    }
    if (text === '' && !isFormula) return;
    counters.cells += 1;
    if (column > needs.columnMax) throw new Refusal('E-WORKBOOK-TOO-WIDE', { row, column: reference ?? String(column) });
    const style = attribute(tag, 's');
    const kind =
      type === 'e'
        ? 'e'
        : type === 'b'
          ? 'b'
          : type === null || type === 'n'
            ? style !== null && needs.dateStyles.has(Number(style))
              ? 'd'
              : 'n'
            : 't';
    cells.push([column, text, kind, isFormula ? 1 : 0]);
  }

  /** Handles what stands whole in `rest`; returns how much of it is done with. */
  function consume(): number {
    const openCell = `<${prefix}c`;
    const closeCell = `</${prefix}c>`;
    const openRow = `<${prefix}row`;
    const mergeCell = `<${prefix}mergeCell `;
    const endOfSheet = `</${prefix}worksheet`;
    let at = 0;
    for (;;) {
      const tagStart = rest.indexOf('<', at);
      if (tagStart < 0) return rest.length;
      const tagEnd = rest.indexOf('>', tagStart);
      if (tagEnd < 0) return tagStart;
      if (rest.startsWith('<!', tagStart)) {
        if (rest.startsWith('<!DOCTYPE', tagStart) || rest.startsWith('<!ENTITY', tagStart))
          throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
        const close = rest.startsWith('<!--', tagStart) ? rest.indexOf('-->', tagStart) : tagEnd;
        if (close < 0) return tagStart;
        at = close + 1;
        continue;
      }
      const after = rest.charCodeAt(tagStart + openCell.length);
      if (rest.startsWith(openCell, tagStart) && (after === 32 || after === 62 || after === 47)) {
        if (rest.charCodeAt(tagEnd - 1) === 47) {
          const reference = attribute(rest.slice(tagStart, tagEnd), 'r');
          column = reference ? columnNumber(reference) : column + 1;
          at = tagEnd + 1;
          continue;
        }
        const end = rest.indexOf(closeCell, tagEnd);
        if (end < 0) return tagStart;
        cell(rest.slice(tagStart, tagEnd), rest.slice(tagEnd + 1, end));
        at = end + closeCell.length;
        continue;
      }
      const afterRow = rest.charCodeAt(tagStart + openRow.length);
      if (rest.startsWith(openRow, tagStart) && (afterRow === 32 || afterRow === 62 || afterRow === 47)) {
        flush();
        counters.rowElements += 1;
        if (counters.rowElements > ROW_ELEMENTS_MAX) throw new Refusal('E-WORKBOOK-TOO-LONG', { rows: ROW_ELEMENTS_MAX });
        const number = Number(attribute(rest.slice(tagStart, tagEnd), 'r') ?? row + 1);
        if (!Number.isInteger(number) || number < 1 || number > ROW_ELEMENTS_MAX)
          throw new Refusal('E-WORKBOOK-BROKEN', { why: 'số dòng sai' });
        row = number;
        column = 0;
      } else if (rest.startsWith(mergeCell, tagStart)) {
        const range = attribute(rest.slice(tagStart, tagEnd), 'ref');
        if (range && merges.length < MERGES_MAX) merges.push(range);
      } else if (rest.startsWith(endOfSheet, tagStart)) isEnded = true;
      at = tagEnd + 1;
    }
  }

  return {
    counters,
    merges,
    write(piece) {
      rest += piece;
      if (prefix === null) {
        const match = /<((?:\w+:)?)worksheet[\s>]/.exec(rest);
        if (!match) {
          if (rest.includes('<!DOCTYPE') || rest.length > CELL_CHARS_MAX)
            throw new Refusal('E-WORKBOOK-UNSAFE', { why: rest.includes('<!DOCTYPE') ? 'DOCTYPE' : 'không phải trang tính' });
          return;
        }
        if (rest.slice(0, match.index).includes('<!DOCTYPE')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
        prefix = match[1]!;
      }
      rest = rest.slice(consume());
      if (rest.length > CELL_CHARS_MAX) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'một ô quá dài' });
    },
    end() {
      if (!isEnded) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'một trang tính bị cắt' });
      flush();
    },
  };
}
