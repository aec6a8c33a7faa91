/** The small parts of a workbook: which sheets there are, which styles are dates, which are struck through. */
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import { SHEETS_MAX } from './limits.ts';
import { SHOWS, showsOf } from './number-formats.ts';
import { bytesOfPart, visitXml, workbookPaths } from './package-parts.ts';
import type { Package, WorkbookPaths } from './package-parts.ts';
import { Refusal, refusalFor } from './refusal.ts';
import { plainString } from './xml-markup.ts';
import type { Attributes } from './xml-markup.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** null: a chart or a dialogue, which has no cells */
  readonly entry: ZipEntry | null;
}

/** Parts whose presence refuses the file: macros, links to other files, embedded objects (threat T22). */
const REFUSED: readonly (readonly [test: RegExp, code: string])[] = [
  [/vbaProject\.bin$/i, 'E-WORKBOOK-MACRO'],
  [/(?:^|\/)externalLinks\//i, 'E-WORKBOOK-LINKS'],
  [/(?:^|\/)(embeddings|activeX)\//i, 'E-WORKBOOK-EMBEDDED'],
];

export function refuseUnsafeParts(entries: readonly ZipEntry[]): void {
  for (const { name } of entries) for (const [test, code] of REFUSED) if (test.test(name)) throw new Refusal(code);
}

export interface WorkbookParts extends WorkbookPaths {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

/** `r:id`, under whatever prefix. */
const linkId = (attributes: Attributes): string | undefined => [...attributes].find(([name]) => /^[^:]+:id$/.test(name))?.[1];

export async function readWorkbookParts(file: Package, counter: InflateCounter): Promise<WorkbookParts> {
  const paths = await workbookPaths(file, counter);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const main = await bytesOfPart(file.bytes, paths.main, counter);
  visitXml(main, 'workbook', (name, attributes, parent) => {
    if (name === 'workbookPr' && parent === 'workbook') date1904 = /^\s*(?:1|true)\s*$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet' || parent !== 'sheets') return;
    if (sheets.length >= SHEETS_MAX) throw refusalFor('E-WORKBOOK-BOMB', 'quá nhiều trang tính', 'too many sheets');
    const link = paths.links.find((one) => one.id === linkId(attributes));
    const sheetName = plainString(attributes.get('name') ?? '');
    const entry = link === undefined ? undefined : file.find(link.path);
    if (!link || (!entry && link.type === 'worksheet'))
      throw refusalFor(
        'E-WORKBOOK-BROKEN',
        `trang "${sheetName.slice(0, 40)}" không có trong tệp`,
        `sheet "${sheetName.slice(0, 40)}" is not in the file`,
      );
    sheets.push({
      name: sheetName,
      hidden: (attributes.get('state') ?? 'visible') !== 'visible',
      entry: link.type === 'worksheet' ? (entry ?? null) : null,
    });
  });
  return { ...paths, sheets, date1904 };
}

/** What the styles of cells (`s=`) say of what a cell shows. */
export interface CellStyles {
  /** of a date or a percentage, as an index of `SHOWS`; 0 where it is neither */
  readonly shows: readonly number[];
  /** styles whose whole text is struck through; null when there is none, as in nearly every file */
  readonly struck: ReadonlySet<number> | null;
}

const isOn = (value: string | undefined): boolean => value === undefined || !/^\s*(?:0|false|off)\s*$/.test(value);

export async function readCellStyles(bytes: Buffer, entry: ZipEntry | undefined, counter: InflateCounter): Promise<CellStyles> {
  if (!entry) return { shows: [], struck: null };
  const struckFonts = new Set<number>();
  const fonts: number[] = [];
  let font = -1;
  const codes = new Map<number, string>();
  const ids: number[] = [];
  visitXml(await bytesOfPart(bytes, entry, counter), 'styleSheet', (name, attributes, parent) => {
    if (name === 'font' && parent === 'fonts') font += 1;
    else if (name === 'strike' && parent === 'font' && isOn(attributes.get('val'))) struckFonts.add(font);
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt' && parent === 'numFmts') codes.set(id, plainString(attributes.get('formatCode') ?? ''));
    else if (name === 'xf' && parent === 'cellXfs') {
      ids.push(id);
      fonts.push(Number(attributes.get('fontId') ?? 0));
    }
  });
  const struck = new Set(fonts.flatMap((one, style) => (struckFonts.has(one) ? [style] : [])));
  return { shows: ids.map((id) => SHOWS.indexOf(showsOf(id, codes.get(id) ?? null) ?? '')), struck: struck.size > 0 ? struck : null };
}
