/** A table as a file for a spreadsheet: RFC 4180, with a byte order mark, by which Excel reads UTF-8. */

type Cell = string | number | null;

/** What holds a comma, a quote or a line break stands between quotes. A text that begins as a formula does is made a text: nobody's name is computed. */
function cellText(value: Cell): string {
  const text = value === null ? '' : String(value);
  const isFormula = typeof value === 'string' && /^[=+\-@\t]/.test(text);
  return /[",\r\n]/.test(text) || isFormula ? `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"` : text;
}

export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
