/** The sheet "Danh sách lỗi": every problem with its place, what stands there, what is wrong and what to do. Texts stand in the cells themselves, so that no other part changes. */
import { proposalWords, type Problem } from '#base/problem.ts';
import { columnLetter } from '#doors/workbook/reader/sheet-scanner.ts';
import { escapeXml } from '#doors/workbook/reader/xml-text.ts';
import { readElement } from '#doors/workbook/reader/xml-element.ts';
import { NO_SCOPE } from '#doors/workbook/reader/xml-markup.ts';
import type { FillsBeneath } from './styles.ts';
import { CELL_CHARS_MAX, LINKS_MAX, LIST_ROWS_MAX } from './limits.ts';

export const LIST_SHEET = 'Danh sách lỗi';
const HEADS = ['Mức độ', 'Trang', 'Dòng', 'Cột', 'Trường', 'Giá trị trong tệp', 'Nội dung', 'Cách sửa', 'Gợi ý', 'Mã lỗi'];
const WIDTHS = [11, 20, 7, 6, 28, 26, 60, 60, 24, 22];
const SEVERITY: Readonly<Record<Problem['severity'], string>> = { error: 'Lỗi', warning: 'Cảnh báo', corrected: 'Đã tự sửa' };

/** A text that a spreadsheet program could take for a formula gets an apostrophe before it (threat T22). */
export const neutralised = (text: string): string => (/^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text);

const shortened = (text: string): string => (text.length > CELL_CHARS_MAX ? `${text.slice(0, CELL_CHARS_MAX)}…` : text);
const textCell = (row: number, index: number, text: string, style: number): string =>
  text === ''
    ? ''
    : `<c r="${columnLetter(index + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(neutralised(shortened(text)))}</t></is></c>`;

/** Inside the workbook only: `'Hồ sơ'!B5`. */
const linkTo = (sheet: string, cell: string): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** A fill beneath marks, as the hidden last column keeps it for the next round. */
const KEPT_FILL = /congvu-nen (\d{1,2}) (<[^]*>)/;
const keptFill = (number: number, inside: string): string => `congvu-nen ${number} ${inside}`;

/** Fills beneath marks out of the texts of an earlier list: only those that are whole elements of a fill. */
export function fillsKept(texts: Iterable<string>): FillsBeneath {
  const kept = new Map<number, string>();
  for (const text of texts) {
    const [, number, inside] = KEPT_FILL.exec(text) ?? [];
    if (inside !== undefined && isFillInside(inside)) kept.set(Number(number), inside);
  }
  return kept;
}

function isFillInside(inside: string): boolean {
  if (!/^<(?:patternFill|gradientFill)[\s/>]/.test(inside) || inside.length > CELL_CHARS_MAX) return false;
  try {
    const bytes = Buffer.from(inside);
    return readElement(bytes, 0, NO_SCOPE, '')?.end === bytes.length;
  } catch {
    return false;
  }
}

/**
 * @param beneath  fills beneath the marks, for the next round
 * @param labelOf  what people call a field
 * @param styles   indexes of the styles for heads and for lines
 */
export function listSheet(
  problems: readonly Problem[],
  beneath: FillsBeneath,
  labelOf: (field: string) => string,
  styles: { readonly head: number; readonly line: number },
): string {
  const shown = problems.slice(0, LIST_ROWS_MAX);
  const rows = [`<row r="1">${HEADS.map((head, i) => textCell(1, i, head, styles.head)).join('')}</row>`];
  const links: string[] = [];
  shown.forEach((problem, i) => {
    const row = i + 2;
    const { sheet, row: at, column, field } = problem.where;
    const cells = [
      SEVERITY[problem.severity],
      sheet ?? '',
      at ? String(at) : '',
      column ?? '',
      field ? labelOf(field) : '',
      problem.value ?? '',
      problem.title.vi,
      problem.next.vi,
      proposalWords(problem)?.vi ?? '',
      problem.code,
    ];
    rows.push(`<row r="${row}">${cells.map((text, index) => textCell(row, index, text, styles.line)).join('')}</row>`);
    if (sheet && at && links.length < LINKS_MAX)
      links.push(`<hyperlink ref="C${row}" location="${escapeXml(linkTo(sheet, `${column ?? 'A'}${at}`))}" display="${at}"/>`);
  });
  if (problems.length > shown.length)
    rows.push(
      `<row r="${shown.length + 2}">${textCell(shown.length + 2, 6, `… và ${problems.length - shown.length} lỗi nữa; sửa các lỗi trên rồi kiểm tra lại.`, styles.line)}</row>`,
    );
  const kept = [...beneath].map(([number, inside]) => keptFill(number, inside));
  kept.forEach((text, i) => {
    const cell = textCell(i + 1, HEADS.length, text, styles.line);
    if (rows[i] === undefined) rows.push(`<row r="${i + 1}">${cell}</row>`);
    else rows[i] = rows[i].replace(/<\/row>$/, `${cell}</row>`);
  });
  const hidden = kept.length > 0 ? `<col min="${HEADS.length + 1}" max="${HEADS.length + 1}" width="2" hidden="1" customWidth="1"/>` : '';
  const columns = WIDTHS.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns}${hidden}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${columnLetter(HEADS.length)}${Math.max(2, shown.length + 1)}"/>` +
    `${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}</worksheet>`
  );
}
