/** Reads all sheets of a workbook's bytes and tells them as lines: what the sandboxed parser does, callable in one process too. */
import type { ZipEntry } from '#base/zip.ts';
import { CELLS_MAX, COLUMNS_BEYOND, PEEKED_BYTES_MAX, PEEKED_ROWS, TOLD_CHARS_MAX } from './limits.ts';
import { openPackage } from './package-parts.ts';
import { Refusal } from './refusal.ts';
import { RowsOut, StringsOut } from './frames.ts';
import { sheetScanner } from './sheet-scanner.ts';
import type { SheetNeeds } from './sheet-scanner.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readCellStyles, readWorkbookParts, refuseUnsafeParts } from './workbook-parts.ts';
import { inflatePart } from './workbook-zip.ts';

/** What was read, for tests and for the log: a refusal says it too. */
export interface Counters {
  inflated: number;
  sheets: number;
  rows: number;
  rowElements: number;
  cells: number;
  /** characters of all cells */
  chars: number;
}

export type Line =
  /** `peeked`: of a sheet that nobody asked for, only the first rows follow */
  | { readonly k: 'sheet'; readonly i: number; readonly name: string; readonly hidden: boolean; readonly peeked: boolean }
  /** a frame of shared strings or of rows (`frames.ts`) */
  | { readonly k: 'frame'; readonly frame: Uint8Array }
  | { readonly k: 'merges'; readonly i: number; readonly ranges: readonly string[] }
  /** places of values far to the right that were left out, "EJ9" */
  | { readonly k: 'strays'; readonly i: number; readonly cells: readonly string[] }
  | { readonly k: 'end'; readonly counters: Counters }
  | {
      readonly k: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
      readonly counters: Counters;
    };

/** Names of sheets as people see them: case, spaces and Unicode form do not make another sheet. */
export const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Bytes that begin an old Excel file, or a password-protected new one. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Days between the two calendars of Excel. */
const DAYS_1904 = 1462;

function refuseOtherKinds(bytes: Buffer): void {
  if (!bytes.subarray(0, 8).equals(COMPOUND_FILE)) return;
  // The name of the stream that holds an encrypted workbook, in UTF-16.
  throw new Refusal(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'E-WORKBOOK-PASSWORD' : 'E-WORKBOOK-OLD-FORMAT');
}

/** All rows of a sheet that was asked for. */
async function readWholeSheet(
  bytes: Buffer,
  entry: ZipEntry,
  i: number,
  needs: SheetNeeds,
  counters: Counters,
  tell: (line: Line) => void,
): Promise<void> {
  const scanner = sheetScanner(needs);
  try {
    for await (const piece of inflatePart(bytes, entry, counters)) scanner.write(piece);
    scanner.end();
  } finally {
    counters.rows += scanner.counters.rows;
    counters.rowElements += scanner.counters.rowElements;
    counters.cells += scanner.counters.cells;
    counters.chars += scanner.counters.chars;
  }
  if (scanner.merges.length > 0) tell({ k: 'merges', i, ranges: scanner.merges });
  if (scanner.strays.length > 0) tell({ k: 'strays', i, cells: scanner.strays });
}

/** The first rows of another sheet: enough to see whether it is one of ours under another name. What is wrong in it is nobody's concern. */
async function peekSheet(bytes: Buffer, entry: ZipEntry, needs: SheetNeeds): Promise<void> {
  const scanner = sheetScanner(needs);
  const counter = { inflated: 0 };
  try {
    for await (const piece of inflatePart(bytes, entry, counter)) {
      scanner.write(piece);
      if (scanner.counters.rows >= PEEKED_ROWS || counter.inflated >= PEEKED_BYTES_MAX) return;
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/**
 * @param widestSheet  columns of the template's widest sheet; a value further right than that and a few is left out, many refuse the file
 * @param tell         called with each line, in order; the last is `end` or `refused`
 * @param sheetNames   sheets whose rows are wanted: of others only the first rows are told, and whatever is in them refuses nothing; empty = all
 */
export async function readSheets(
  bytes: Buffer,
  widestSheet: number,
  tell: (line: Line) => void,
  sheetNames: readonly string[] = [],
): Promise<void> {
  const wanted = new Set(sheetNames.map(plainName));
  const counters: Counters = { inflated: 0, sheets: 0, rows: 0, rowElements: 0, cells: 0, chars: 0 };
  try {
    refuseOtherKinds(bytes);
    const file = openPackage(bytes);
    refuseUnsafeParts(file.entries);
    const book = await readWorkbookParts(file, counters);
    const reportFrame = (frame: Uint8Array): void => tell({ k: 'frame', frame });
    const sharedStrings = new StringsOut(reportFrame);
    await readSharedStrings(bytes, book.sharedStrings, counters, sharedStrings);
    const styles = await readCellStyles(bytes, book.styles, counters);
    for (const [i, { name, hidden, entry }] of book.sheets.entries()) {
      counters.sheets += 1;
      const peeked = wanted.size > 0 && !wanted.has(plainName(name));
      tell({ k: 'sheet', i, name, hidden, peeked });
      if (!entry) continue;
      const out = new RowsOut(i, reportFrame);
      const needs = {
        sharedStrings,
        dateStyles: styles.shows,
        struckStyles: styles.struck,
        dateShift: book.date1904 ? DAYS_1904 : 0,
        columnMax: widestSheet + COLUMNS_BEYOND,
        cellsLeft: CELLS_MAX - counters.cells,
        charsLeft: TOLD_CHARS_MAX - counters.chars,
        out,
      };
      if (peeked) await peekSheet(bytes, entry, needs);
      else await readWholeSheet(bytes, entry, i, needs, counters, tell);
      out.end();
    }
    tell({ k: 'end', counters });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ k: 'refused', code: error.code, params: error.params, counters });
  }
}
