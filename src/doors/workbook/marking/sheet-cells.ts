/**
 * Rewrites the style of chosen cells in the XML of a sheet, as it streams by: nothing else of the part changes.
 * Works on bytes seen as Latin-1, so that whatever stands between is given back bit for bit; what is put in is ASCII.
 */
import { columnLetter } from '#doors/workbook/columns.ts';
import { columnNumber } from '#doors/workbook/reader/sheet-scanner.ts';
import { attribute, rootPrefix } from '#doors/workbook/reader/xml-text.ts';
import { elementAt } from './xml-places.ts';

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

export interface CellMarks {
  /** row → column number → new style for a cell that has this one */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, (style: number) => number>>;
  /** marked styles of an earlier round → the style beneath */
  readonly unmarked: ReadonlyMap<number, number>;
  /** relationship of the drawing with the balloons; null when the sheet has one already, or needs none */
  readonly drawingLink: string | null;
}

interface Context {
  readonly marks: CellMarks;
  readonly prefix: string;
  /** style of empty cells by column */
  readonly columnStyle: (column: number) => number;
}

const styleOf = (tag: string): number | null => {
  const style = attribute(tag, 's');
  return style === null ? null : Number(style);
};

function withStyle(tag: string, style: number): string {
  if (/\ss\s*=/.test(tag)) return tag.replace(/(\ss\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${style}"`);
  return tag.replace(/^<[\w:]*c/, (start) => `${start} s="${style}"`);
}

/** One `<row …>…</row>`; its cells are re-styled, cells that are not there are put in their place. */
function patchRow(row: string, number: number, context: Context): string {
  const { marks, prefix } = context;
  const wanted = marks.rows.get(number);
  const tagEnd = row.indexOf('>');
  const isEmpty = row[tagEnd - 1] === '/';
  const openTag = isEmpty ? `${row.slice(0, tagEnd - 1)}>` : row.slice(0, tagEnd + 1);
  const close = `</${prefix}row>`;
  const inner = isEmpty ? '' : row.slice(tagEnd + 1, row.length - close.length);
  const rowStyle = attribute(openTag, 'customFormat') === '1' ? styleOf(openTag) : null;
  const missing = (column: number): string =>
    `<${prefix}c r="${columnLetter(column)}${number}" s="${wanted!.get(column)!(rowStyle ?? context.columnStyle(column))}"/>`;
  const open = [...(wanted?.keys() ?? [])].sort((a, b) => a - b);
  let out = '';
  let at = 0;
  let column = 0;
  for (const match of inner.matchAll(new RegExp(`<${prefix}c(?:[\\s/][^>]*)?>`, 'g'))) {
    const reference = attribute(match[0], 'r');
    column = reference ? columnNumber(reference) : column + 1;
    out += inner.slice(at, match.index);
    at = match.index + match[0].length;
    // A cell without a reference stands after the one before it: nothing may be put between such cells.
    while (reference && open.length > 0 && open[0]! < column) out += missing(open.shift()!);
    const there = styleOf(match[0]) ?? 0;
    const mark = wanted?.get(column);
    if (mark) open.splice(open.indexOf(column), open.includes(column) ? 1 : 0);
    const style = mark ? mark(there) : (marks.unmarked.get(there) ?? there);
    out += style === there ? match[0] : withStyle(match[0], style);
  }
  out +=
    inner.slice(at) +
    open
      .filter((one) => one > column)
      .map(missing)
      .join('');
  return out === '' && isEmpty ? row : `${openTag}${out}${close}`;
}

const newRow = (number: number, context: Context): string => patchRow(`<${context.prefix}row r="${number}"/>`, number, context);

/** Styles of `<cols>`: empty cells of a template get their look from there. */
function columnStyles(head: string, prefix: string): (column: number) => number {
  const ranges = [...head.matchAll(new RegExp(`<${prefix}col\\s[^>]*>`, 'g'))].map((match) => ({
    from: Number(attribute(match[0], 'min')),
    to: Number(attribute(match[0], 'max')),
    style: Number(attribute(match[0], 'style') ?? 0),
  }));
  return (column) => ranges.find((range) => range.from <= column && column <= range.to)?.style ?? 0;
}

/**
 * Puts the drawing's link among the children of `<worksheet>` that follow the rows. Depth is counted: conditional formats
 * have an `extLst` of their own. What is done with is given back, what may be half a tag stays.
 */
function tailPatcher(link: string): (rest: string) => { done: string; rest: string } {
  let depth = 0;
  let isPlaced = false;
  return (rest) => {
    let at = 0;
    while (!isPlaced) {
      const tag = rest.indexOf('<', at);
      const tagEnd = tag < 0 ? -1 : rest.indexOf('>', tag);
      if (tagEnd < 0) return { done: rest.slice(0, tag < 0 ? rest.length : tag), rest: tag < 0 ? '' : rest.slice(tag) };
      const isClose = rest[tag + 1] === '/';
      const isElement = !isClose && rest[tag + 1] !== '!' && rest[tag + 1] !== '?';
      if (isClose) depth -= 1;
      if (
        depth < 0 ||
        (depth === 0 &&
          isElement &&
          AFTER_LEGACY_DRAWING.has(/[\w]+(?=[\s/>])/.exec(rest.slice(tag + 1, tagEnd + 1).replace(/^\w+:/, ''))?.[0] ?? ''))
      ) {
        isPlaced = true;
        return { done: rest.slice(0, tag) + link + rest.slice(tag), rest: '' };
      }
      if (isElement && rest[tagEnd - 1] !== '/') depth += 1;
      at = tagEnd + 1;
    }
    return { done: rest, rest: '' };
  };
}

/** What goes by of a sheet's rows: gives back what is done with, keeps what is not whole yet. */
function rowPatcher(context: Context): (rest: string, last: boolean) => { done: string; rest: string; ended: boolean } {
  const { marks, prefix } = context;
  const rowsLeft = [...marks.rows.keys()].sort((a, b) => a - b);
  const everyRow = marks.unmarked.size > 0;
  const [openRow, closeRow, endOfRows] = [`<${prefix}row`, `</${prefix}row>`, `</${prefix}sheetData>`];
  let number = 0;
  return (given, last) => {
    let [done, rest, at] = ['', given, 0];
    for (;;) {
      const row = rest.indexOf(openRow, at);
      const end = rest.indexOf(endOfRows, at);
      if (end >= 0 && (row < 0 || end < row))
        return {
          done:
            done +
            rest.slice(0, end) +
            rowsLeft
              .splice(0)
              .map((one) => newRow(one, context))
              .join('') +
            endOfRows,
          rest: rest.slice(end + endOfRows.length),
          ended: true,
        };
      if (row < 0) {
        // Half a tag may stand at the end.
        const keep = last ? rest.length : Math.max(at, rest.length - endOfRows.length);
        return { done: done + rest.slice(0, keep), rest: rest.slice(keep), ended: false };
      }
      const tagEnd = rest.indexOf('>', row);
      const stated = tagEnd < 0 ? 0 : Number(attribute(rest.slice(row, tagEnd + 1), 'r') ?? number + 1);
      const touched = everyRow || marks.rows.has(stated);
      const rowEnd = rest[tagEnd - 1] === '/' ? tagEnd + 1 : rest.indexOf(closeRow, tagEnd) + closeRow.length;
      if (tagEnd < 0 || (touched && rowEnd < closeRow.length))
        return { done: done + rest.slice(0, row), rest: rest.slice(row), ended: false };
      number = stated;
      let before = '';
      while (rowsLeft.length > 0 && rowsLeft[0]! < stated) before += newRow(rowsLeft.shift()!, context);
      if (rowsLeft[0] === stated) rowsLeft.shift();
      if (!touched && before === '') {
        at = tagEnd + 1;
        continue;
      }
      const upTo = touched ? rowEnd : tagEnd + 1;
      done += rest.slice(0, row) + before + (touched ? patchRow(rest.slice(row, upTo), stated, context) : rest.slice(row, upTo));
      rest = rest.slice(upTo);
      at = 0;
    }
  };
}

/** Everything up to the first row; null while it is not whole. A sheet without rows gets those that are wanted. */
function takeHead(rest: string, marks: CellMarks): { context: Context; done: string; rest: string; hasRows: boolean } | null {
  const prefix = rootPrefix(rest, 'worksheet');
  const head = prefix === null ? -1 : elementAt(rest, prefix, 'sheetData');
  const headEnd = head < 0 ? -1 : rest.indexOf('>', head);
  if (prefix === null || headEnd < 0) return null;
  const context: Context = { marks, prefix, columnStyle: columnStyles(rest.slice(0, head), prefix) };
  if (rest[headEnd - 1] !== '/') return { context, done: rest.slice(0, headEnd + 1), rest: rest.slice(headEnd + 1), hasRows: true };
  const rows = [...marks.rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => newRow(row, context))
    .join('');
  return { context, done: `${rest.slice(0, headEnd - 1)}>${rows}</${prefix}sheetData>`, rest: rest.slice(headEnd + 1), hasRows: false };
}

/** @param pieces  the part as it is inflated */
export async function* patchSheet(pieces: AsyncIterable<Buffer>, marks: CellMarks): AsyncGenerator<Buffer> {
  let stage: 'head' | 'rows' | 'tail' = 'head';
  let rest = '';
  let rows: ReturnType<typeof rowPatcher> | null = null;
  let tail: ReturnType<typeof tailPatcher> | null = null;

  function take(last: boolean): string {
    let done = '';
    if (stage === 'head') {
      const head = takeHead(rest, marks);
      if (!head) return '';
      ({ done, rest } = head);
      rows = rowPatcher(head.context);
      tail = tailPatcher(
        marks.drawingLink === null ? '' : `<${head.context.prefix}legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${marks.drawingLink}"/>`,
      );
      stage = head.hasRows ? 'rows' : 'tail';
    }
    if (stage === 'rows') {
      const taken = rows!(rest, last);
      done += taken.done;
      rest = taken.rest;
      if (taken.ended) stage = 'tail';
    }
    if (stage === 'tail') {
      const taken = tail!(rest);
      done += taken.done;
      rest = taken.rest;
    }
    return done;
  }

  for await (const piece of pieces) {
    rest += piece.toString('latin1');
    const done = take(false);
    if (done !== '') yield Buffer.from(done, 'latin1');
  }
  yield Buffer.from(take(true) + rest, 'latin1');
}
