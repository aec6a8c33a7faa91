/** Reads all sheets of a workbook's bytes and tells them as lines: what the locked child does, callable in one process too. */
import { CELLS_MAX, COLUMNS_BEYOND, TOLD_CHARS_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';
import { RowsOut, StringsOut } from './frames.ts';
import { sheetScanner } from './sheet-scanner.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readDateStyles, readWorkbookParts, refuseUnsafeParts } from './workbook-parts.ts';
import { inflatePart, workbookEntries } from './workbook-zip.ts';

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
  | { readonly k: 'sheet'; readonly i: number; readonly name: string; readonly hidden: boolean }
  /** a frame of shared strings or of rows (`frames.ts`) */
  | { readonly k: 'frame'; readonly frame: Uint8Array }
  | { readonly k: 'merges'; readonly i: number; readonly ranges: readonly string[] }
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

/**
 * @param widestSheet  columns of the template's widest sheet; a value further right than that and a few refuses the file
 * @param tell         called with each line, in order; the last is `end` or `refused`
 * @param sheetNames   sheets whose rows are wanted: others are named and not opened, whatever is in them; empty = all
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
    const directory = workbookEntries(bytes);
    refuseUnsafeParts(directory);
    const entries = new Map(directory.map((entry) => [entry.name, entry]));
    const { sheets, date1904 } = await readWorkbookParts(bytes, entries, counters);
    const tellFrame = (frame: Uint8Array): void => tell({ k: 'frame', frame });
    const sharedStrings = new StringsOut(tellFrame);
    await readSharedStrings(bytes, entries.get('xl/sharedStrings.xml'), counters, sharedStrings);
    const dateStyles = await readDateStyles(bytes, entries.get('xl/styles.xml'), counters);
    for (const [i, sheet] of sheets.entries()) {
      const entry = entries.get(sheet.path);
      if (!entry) continue; // a chart sheet, or one whose part is missing: there are no cells to read
      counters.sheets += 1;
      tell({ k: 'sheet', i, name: sheet.name, hidden: sheet.hidden });
      if (wanted.size > 0 && !wanted.has(plainName(sheet.name))) continue;
      const out = new RowsOut(i, tellFrame);
      const scanner = sheetScanner({
        sharedStrings,
        dateStyles,
        dateShift: date1904 ? DAYS_1904 : 0,
        columnMax: widestSheet + COLUMNS_BEYOND,
        cellsLeft: CELLS_MAX - counters.cells,
        charsLeft: TOLD_CHARS_MAX - counters.chars,
        out,
      });
      try {
        for await (const piece of inflatePart(bytes, entry, counters)) scanner.write(piece);
        scanner.end();
      } finally {
        counters.rows += scanner.counters.rows;
        counters.rowElements += scanner.counters.rowElements;
        counters.cells += scanner.counters.cells;
        counters.chars += scanner.counters.chars;
      }
      out.end();
      if (scanner.merges.length > 0) tell({ k: 'merges', i, ranges: scanner.merges });
    }
    tell({ k: 'end', counters });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ k: 'refused', code: error.code, params: error.params, counters });
  }
}
