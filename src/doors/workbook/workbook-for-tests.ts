/** Builds small workbooks for the tests: every byte of them is chosen here. */
import { zipOf } from '#base/zip-for-tests.ts';
import type { Part } from '#base/zip-for-tests.ts';
import type { Problem } from '#base/problem.ts';
import { checkWorkbook } from './check-file.ts';
import type { CheckedFile, CheckOptions, PersonOfWorkbook } from './check-file.ts';
import { escapeXml } from './reader/xml-text.ts';
import { columnLetter } from './reader/sheet-scanner.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A cell: text, a number, or the XML of a whole cell (with `{at}` where its place goes). */
export type TestCell = string | number | { readonly xml: string };

/** The XML of a sheet; a row is given by its number. */
export function sheetXml(rows: Readonly<Record<number, readonly TestCell[]>>, after = ''): string {
  const text = Object.entries(rows)
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells
          .map((cell, i) => {
            const at = `${columnLetter(i + 1)}${row}`;
            if (typeof cell === 'object') return cell.xml.replaceAll('{at}', at);
            if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
            return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
          })
          .join('')}</row>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${MAIN}><sheetData>${text}</sheetData>${after}</worksheet>`;
}

export const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;

/** The parts of a workbook with these sheets, to be changed before they are zipped. */
export function workbookParts(sheets: Readonly<Record<string, string>>, sharedStrings: readonly string[] = []): Record<string, Part> {
  const names = Object.keys(sheets);
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml': `<workbook ${MAIN} ${R}><sheets>${names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_name, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...(sharedStrings.length > 0
      ? { 'xl/sharedStrings.xml': `<sst ${MAIN}>${sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>` }
      : {}),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[name]!])),
  };
}

export const workbookOf = (sheets: Readonly<Record<string, string>>, sharedStrings: readonly string[] = []): Buffer =>
  zipOf(workbookParts(sheets, sharedStrings));

/** A checked file whose people were all asked for. */
export interface WholeFile extends Omit<CheckedFile, 'people'> {
  readonly people: readonly PersonOfWorkbook[];
}

/** Reads a workbook and checks everybody of it. */
export async function checkWhole(
  bytes: Uint8Array,
  request: CheckOptions,
): Promise<WholeFile | { readonly kind: 'refused'; readonly problem: Problem }> {
  const read = await checkWorkbook(bytes, request);
  if (read.kind === 'refused') return read;
  const people: PersonOfWorkbook[] = [];
  for await (const person of read.people) people.push(person);
  return { ...read, people };
}

/** Every problem of a file: those of the file and its rows, then person by person. */
export const allProblems = (file: WholeFile): Problem[] => [...file.problems, ...file.people.flatMap((person) => person.checked.problems)];
