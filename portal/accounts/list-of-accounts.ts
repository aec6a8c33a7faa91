/** A list of accounts as a file for spreadsheets (CSV): its columns by their headings, in any order. Pure; the server judges each line. */
import type { Acts } from '#portal/api/client.ts';

type Line = Acts['/accounts/import']['asked']['body']['lines'][number];
export const LIST_COLUMNS = ['nationalId', 'name', 'role', 'body', 'from', 'until'] as const satisfies readonly (keyof Line)[];
/** Headings of the form; a file may have them in any order. */
export const HEADINGS: Readonly<Record<keyof Line, string>> = {
  nationalId: 'Số định danh',
  name: 'Họ và tên',
  role: 'Vai trò',
  body: 'Mã cơ quan',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
};
/** The form: a byte order mark, by which Excel reads UTF-8, headings, and one line to follow. */
export const formText = (): string =>
  `\uFEFF${LIST_COLUMNS.map((column) => HEADINGS[column]).join(',')}\r\n"000190000123","Nguyễn Văn Mẫu","Nhập liệu","H26.03.01","01/12/2026",""\r\n`;

/** Cells of a CSV file: commas, semicolons or tabs, quotes doubled within quotes. */
export function cellsOf(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.split(/\r?\n/, 1)[0] ?? '';
  const separator = [';', '\t'].find((sign) => first.split(sign).length > first.split(',').length) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!;
    if (quoted && sign === '"' && plain[at + 1] === '"') cell += plain[++at]!;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') endRow();
    else if (quoted || sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

const same = (heading: string): string => heading.normalize('NFC').trim().toLowerCase();

/** @returns the lines, or the headings that are missing; a number that a spreadsheet took its zeros from gets them back */
export function linesOf(text: string): { readonly lines: Line[] } | { readonly missing: readonly string[] } {
  const [head = [], ...rows] = cellsOf(text);
  const at = Object.fromEntries(
    LIST_COLUMNS.map((column) => [column, head.findIndex((one) => same(one) === same(HEADINGS[column]))]),
  ) as Record<keyof Line, number>;
  const missing = LIST_COLUMNS.filter((column) => at[column] < 0 && column !== 'from' && column !== 'until').map(
    (column) => HEADINGS[column],
  );
  if (missing.length > 0) return { missing };
  return {
    lines: rows.map((row) => {
      const cell = (column: keyof Line): string => row[at[column]] ?? '';
      const number = cell('nationalId').replace(/^'/, '').replaceAll(/\s/g, '');
      return {
        nationalId: /^\d{9,11}$/.test(number) ? number.padStart(12, '0') : number,
        name: cell('name'),
        role: cell('role'),
        body: cell('body'),
        from: cell('from'),
        until: cell('until'),
      };
    }),
  };
}
