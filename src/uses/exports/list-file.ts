/**
 * A list of people as a workbook of one sheet that says on every page and in its rows whose copy it is. Cells are texts: nothing in it is computed. The
 * same rows give the same bytes.
 */
import { rewriteZip } from '#base/zip-writer.ts';

export interface ListFile {
  /** lines above the list: number of the export, who, purpose, time, what may be done with it */
  readonly marks: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const CHARACTERS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 does not know are left out. */
const xml = (text: string): string =>
  [...text]
    .filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n')
    .join('')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') // a sign that spreadsheets read as another one
    .replaceAll(/[&<>"]/g, (sign) => CHARACTERS[sign]!);
/** In a header of a page `&` begins a command. */
const onPage = (text: string): string => xml(text.replaceAll('&', '&&')).slice(0, 200);

/** 0 → A, 26 → AA */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

const rowXml = (cells: readonly string[], at: number): string =>
  `<row r="${at}">${cells
    .map((text, index) => `<c r="${columnName(index)}${at}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`)
    .join('')}</row>`;

/** Rows whose marks stand between the list's own, so that a part that is copied out says it too. */
const MARK_EVERY = 100;

async function* sheetXml({ marks, headings, rows }: ListFile): AsyncGenerator<Buffer> {
  const line = marks.join(' · ');
  const frozen = marks.length + 1;
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="24" customWidth="1"/></cols><sheetData>`,
  );
  let at = 0;
  yield Buffer.from([...marks.map((mark) => [mark]), headings].map((cells) => rowXml(cells, ++at)).join(''));
  for (let from = 0; from < rows.length; from += MARK_EVERY) {
    const part = rows.slice(from, from + MARK_EVERY);
    yield Buffer.from([...part, [line]].map((cells) => rowXml(cells, ++at)).join(''));
  }
  yield Buffer.from(
    `</sheetData><pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${onPage(line)}</oddHeader><oddFooter>&amp;L${onPage(marks[0] ?? '')}&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>`,
  );
}

const COPY_PART = 'docProps/custom.xml';
const copyXml = (copy: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="congvu"><vt:lpwstr>${xml(copy)}</vt:lpwstr></property></Properties>`;
/** A sheet that no menu of a spreadsheet shows: the mark of the copy stays with the file when its properties are cleared. */
const hiddenXml = (copy: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowXml([copy], 1)}</sheetData></worksheet>`;
const HIDDEN_PART = 'xl/worksheets/sheet2.xml';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The file without the mark of a copy. */
export function listFile(list: ListFile): Promise<Buffer> {
  const titles = list.marks.length + 1;
  return rewriteZip(
    Buffer.alloc(0),
    [],
    new Map<string, string | AsyncIterable<Buffer>>([
      [
        '[Content_Types].xml',
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${REL}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/><sheet name="congvu" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Danh sách'!$1:$${titles}</definedName></definedNames></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
      ],
      ['xl/worksheets/sheet1.xml', sheetXml(list)],
      [HIDDEN_PART, hiddenXml('')],
      [COPY_PART, copyXml('')],
    ]),
  );
}

/** The parts of a list's file that hold the mark of a copy, with that mark. */
export const copyParts = (copy: string): ReadonlyMap<string, string> =>
  new Map([
    [HIDDEN_PART, hiddenXml(copy)],
    [COPY_PART, copyXml(copy)],
  ]);
