/** A table as a file: CSV, XLSX (ECMA-376), ODS (OASIS OpenDocument 1.3). Texts are texts, numbers numbers, nothing is computed; the same rows give the same bytes. */
import { csvOf } from '#base/csv.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { rewriteZip } from '#base/zip-writer.ts';
import { reportSheetFull } from './problems.ts';

export const TABLE_FORMS = ['csv', 'xlsx', 'ods'] as const;
export type TableForm = (typeof TABLE_FORMS)[number];
export const MEDIA_TYPE: Readonly<Record<TableForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};
/** Rows of one sheet of a spreadsheet; programs drop what is beyond without a word. */
export const SHEET_ROWS_MAX = 1_048_576;
type Row = readonly (string | number)[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 does not know are left out. */
const xml = (text: string): string =>
  [...text]
    .filter((sign) => sign >= ' ' || sign === '\t')
    .join('')
    .replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';

async function* inPieces(head: string, rows: readonly Row[], rowOf: (row: Row) => string, tail: string): AsyncGenerator<Buffer> {
  yield Buffer.from(head);
  for (let from = 0; from < rows.length; from += 1_000)
    yield Buffer.from(
      rows
        .slice(from, from + 1_000)
        .map(rowOf)
        .join(''),
    );
  yield Buffer.from(tail);
}

const xlsxRow = (row: Row): string =>
  `<row>${row
    .map((cell) =>
      typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`,
    )
    .join('')}</row>`;
const xlsx = (rows: readonly Row[]): Promise<Buffer> =>
  rewriteZip(
    Buffer.alloc(0),
    [],
    new Map<string, string | AsyncIterable<Buffer>>([
      [
        '[Content_Types].xml',
        `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${HEAD}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="Báo cáo" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        inPieces(
          `${HEAD}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>`,
          rows,
          xlsxRow,
          '</sheetData><pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>',
        ),
      ],
    ]),
  );

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const odsRow = (row: Row): string =>
  `<table:table-row>${row
    .map((cell) =>
      typeof cell === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
        : `<table:table-cell office:value-type="string"><text:p>${xml(cell)}</text:p></table:table-cell>`,
    )
    .join('')}</table:table-row>`;
const ods = (rows: readonly Row[]): Promise<Buffer> =>
  rewriteZip(
    Buffer.alloc(0),
    [],
    new Map<string, string | AsyncIterable<Buffer>>([
      [
        'META-INF/manifest.xml',
        `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MEDIA_TYPE.ods}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
      ],
      [
        'content.xml',
        inPieces(
          `${HEAD}<office:document-content xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Báo cáo">`,
          rows,
          odsRow,
          '</table:table></office:spreadsheet></office:body></office:document-content>',
        ),
      ],
    ]),
  );

/** The bytes of a table; every row is in it, or it is refused: E-REPORT-SHEET-FULL. */
export async function tableFile(rows: readonly Row[], form: TableForm): Promise<Result<Uint8Array>> {
  if (form === 'csv') return ok(Buffer.from(csvOf(rows)));
  if (rows.length > SHEET_ROWS_MAX) return refused(reportSheetFull({ rows: String(rows.length), max: String(SHEET_ROWS_MAX) }));
  return ok(await (form === 'xlsx' ? xlsx(rows) : ods(rows)));
}
