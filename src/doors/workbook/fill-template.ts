/**
 * Types rows into a template, as a clerk's program would leave them: for the demo and for tests. Only the sheets that get rows and the shared
 * strings are written; a program that reads and writes the whole workbook takes a hundred times as long for the lists that stand in it.
 */
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import type { WorkbookSheet } from '#standard/shapes.ts';
import { rewriteZip } from '#base/zip-writer.ts';
import { openPackage } from './reader/package-parts.ts';
import { columnLetter } from './reader/sheet-scanner.ts';
import { readWorkbookParts } from './reader/workbook-parts.ts';
import { textOfPart } from './reader/workbook-zip.ts';
import { attribute, escapeXml } from './reader/xml-text.ts';
import type { FilledPerson, TypedCell } from './shapes.ts';
import { FIRST_DATA_ROW, STRINGS } from './template.ts';

interface Row {
  readonly cells: Readonly<Record<string, TypedCell>>;
  /** keys of its locked cells */
  readonly locked: readonly string[];
}
const openRow = (cells: Row['cells']): Row => ({ cells, locked: [] });

const STYLES = 'xl/styles.xml';
const LOCKED_FILL = '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE3E5"/></patternFill></fill>';

/** Puts one element more at the end of a counted list of the styles; its index is what the list had before. */
function appended(xml: string, list: string, element: string): { readonly xml: string; readonly index: number } {
  const head = new RegExp(`<${list} count="(\\d+)"`).exec(xml)!;
  const index = Number(head[1]);
  return {
    index,
    xml: xml.replace(head[0], `<${list} count="${index + 1}"`).replace(`</${list}>`, () => `${element}</${list}>`),
  };
}

/** The styles with one for cells that are locked: text on grey. */
function withLocked(xml: string): { readonly xml: string; readonly style: string } {
  const fill = appended(xml, 'fills', LOCKED_FILL);
  const xf = appended(
    fill.xml,
    'cellXfs',
    `<xf numFmtId="49" fontId="0" fillId="${fill.index}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyProtection="1"><protection locked="1"/></xf>`,
  );
  return { xml: xf.xml, style: ` s="${xf.index}"` };
}

/** Text as a part holds it: `_x000D_` that somebody typed is not the sign that programs write so. */
const textXml = (text: string): string => {
  const escaped = escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
  return `<t${text === text.trim() && !/[\n\t]/.test(text) ? '' : ' xml:space="preserve"'}>${escaped}</t>`;
};

/** The shared strings with more of them: each text once. */
function stringsOf(xml: string): { readonly index: (text: string) => number; readonly xml: () => string } {
  const head = /<sst[^>]*>/.exec(xml)![0];
  const before = Number(attribute(head, 'uniqueCount'));
  const added = new Map<string, number>();
  let uses = Number(attribute(head, 'count'));
  return {
    index: (text) => {
      uses += 1;
      const known = added.get(text);
      if (known !== undefined) return known;
      added.set(text, before + added.size);
      return before + added.size - 1;
    },
    xml: () =>
      xml
        .replace(head, () =>
          head.replace(/ count="\d+"/, ` count="${uses}"`).replace(/uniqueCount="\d+"/, `uniqueCount="${before + added.size}"`),
        )
        .replace('</sst>', () => `${[...added.keys()].map((text) => `<si>${textXml(text)}</si>`).join('')}</sst>`),
  };
}

function cellXml(at: string, style: string, cell: TypedCell, index: (text: string) => number): string {
  if (typeof cell === 'string') return `<c r="${at}"${style} t="s"><v>${index(cell)}</v></c>`;
  // A number stands in a cell without the column's text format, or it would be a text.
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  if ('formula' in cell) return `<c r="${at}"${style} t="str"><f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.cached)}</v></c>`;
  return `<c r="${at}"${style} t="e"><v>${escapeXml(cell.error)}</v></c>`;
}

/** The style of each column, as a new cell of it takes it: ` s="3"`. */
function stylesOf(xml: string): (column: number) => string {
  const spans = [...xml.matchAll(/<col [^>]*>/g)].map(([tag]) => ({
    min: Number(attribute(tag, 'min')),
    max: Number(attribute(tag, 'max')),
    style: attribute(tag, 'style'),
  }));
  return (column) => {
    const style = spans.find(({ min, max }) => min <= column && column <= max)?.style ?? null;
    return style === null ? '' : ` s="${style}"`;
  };
}

/** A sheet of the template with rows typed into it from its first row of data on; values whose key has no column are left out. */
function typedInto(
  xml: string,
  shape: WorkbookSheet,
  rows: readonly Row[],
  { index, lockedStyle }: { readonly index: (text: string) => number; readonly lockedStyle: string },
): string {
  const style = stylesOf(xml);
  const columns = shape.columns.map(({ key }, i) => ({ key, number: i + 1 }));
  const typed = rows.map(({ cells, locked }, i) => {
    const row = FIRST_DATA_ROW + i;
    const inRow = columns.flatMap(({ key, number }) => {
      const cell = cells[key];
      return cell === undefined
        ? []
        : [cellXml(`${columnLetter(number)}${row}`, locked.includes(key) ? lockedStyle : style(number), cell, index)];
    });
    return `<row r="${row}">${inRow.join('')}</row>`;
  });
  if (xml.includes(`<row r="${FIRST_DATA_ROW}"`)) throw new Error(`sheet "${shape.name}" has rows already`);
  const last = `${columnLetter(shape.columns.length)}${FIRST_DATA_ROW - 1 + rows.length}`;
  return xml
    .replace(/<dimension ref="[^"]*"/, `<dimension ref="A1:${last}"`)
    .replace('</sheetData>', () => `${typed.join('')}</sheetData>`);
}

/** @param template  one of ours that nobody has typed into */
export async function fillTemplate(template: Uint8Array, people: readonly FilledPerson[]): Promise<Uint8Array> {
  const file = openPackage(Buffer.from(template));
  const counter = { inflated: 0 };
  const { sheets } = await readWorkbookParts(file, counter);
  const strings = stringsOf(await textOfPart(file.bytes, file.find(STRINGS)!, counter));
  const changed = new Map<string, string>();
  const styles = withLocked(await textOfPart(file.bytes, file.find(STYLES)!, counter));
  if (people.some(({ locked = [] }) => locked.length > 0)) changed.set(STYLES, styles.xml);
  const how = { index: strings.index, lockedStyle: styles.style };
  for (const shape of WORKBOOK_SHEETS) {
    const entry = sheets.find(({ name }) => name === shape.name)?.entry;
    const rows =
      shape.key === 'hoSo'
        ? people.map(({ hoSo, locked = [] }) => ({ cells: hoSo, locked }))
        : people.flatMap(({ sections }) => (sections[shape.key] ?? []).map(openRow));
    if (!entry || rows.length === 0) continue;
    changed.set(entry.name, typedInto(await textOfPart(file.bytes, entry, counter), shape, rows, how));
  }
  changed.set(STRINGS, strings.xml());
  return new Uint8Array(await rewriteZip(file.bytes, file.entries, changed));
}
