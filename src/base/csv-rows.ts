/** A CSV file as spreadsheets write it (RFC 4180): commas, semicolons or tabs, quotes doubled within quotes, a byte order mark or none. Pure. */

const SEPARATORS = [',', ';', '\t'] as const;
/** Rows among which a separator is looked for: above the heads may stand a title. */
const ROWS_LOOKED_AT = 20;

/** The text of a CSV file, or that its letters are of another encoding than UTF-8; null: not one (a workbook, a picture, words without columns). */
export function csvText(bytes: Uint8Array): { readonly text: string } | { readonly isUtf8: false } | null {
  // A workbook is a zip (or, of old programs, an OLE file); a text holds no NUL.
  if (bytes.length === 0 || (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes.includes(0)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return separatorOf(text) === null ? null : { text };
  } catch {
    return separatorOf(new TextDecoder('latin1').decode(bytes)) === null ? null : { isUtf8: false };
  }
}

/** The sign that stands most often in the first rows, outside quotes; null: none does. */
export function separatorOf(text: string): string | null {
  const head = text.slice(0, 20_000);
  // A quote that nobody closes is a letter (12" pipes), or the cut at the end: then what stands within counts too.
  return mostIn(head.replaceAll(/"(?:[^"]|"")*"/g, '')) ?? mostIn(head);
}

function mostIn(text: string): string | null {
  const rows = text.split(/\r?\n/, ROWS_LOOKED_AT);
  const counted = SEPARATORS.map((sign) => ({ sign, most: Math.max(...rows.map((row) => row.split(sign).length - 1)) }));
  const best = counted.reduce((one, other) => (other.most > one.most ? other : one));
  return best.most === 0 ? null : best.sign;
}

/** Rows as a spreadsheet would number them, from 1; empty ones are left out. No more than `most` are made. `separator`: where the caller knows it. */
export function rowsOfCsv(
  text: string,
  most: number,
  separator = separatorOf(text) ?? ',',
): { readonly row: number; readonly cells: readonly string[] }[] {
  const rows: { row: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let from = 0;
  let cell = '';
  let quoted = false;
  let no = 1;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ row: no, cells });
    no += 1;
    cells = [];
  };
  // What stands between two signs that mean something is taken whole: a file of megabytes is no loop over letters.
  const signs = new RegExp(`["\\n\\r${separator === '\t' ? '\\t' : separator}]`, 'g');
  for (let found = signs.exec(text); found && rows.length < most; found = signs.exec(text)) {
    cell += text.slice(from, found.index);
    from = found.index + 1;
    const sign = found[0];
    if (sign === '"') {
      if (quoted && text[from] === '"') {
        cell += '"';
        from += 1;
        signs.lastIndex = from;
      } else quoted = !quoted;
    } else if (quoted) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
  }
  cell += text.slice(from);
  if (rows.length < most && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}
