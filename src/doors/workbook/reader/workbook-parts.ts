/** The small parts of a workbook: which sheets there are, which styles are dates. */
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import { SHEETS_MAX } from './limits.ts';
import { SHOWS, showsOf } from './number-formats.ts';
import { Refusal } from './refusal.ts';
import { attribute, rootPrefix } from './xml-text.ts';
import { textOfPart } from './workbook-zip.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** Parts whose presence refuses the file: macros, links to other files, embedded objects (threat T22). */
const REFUSED: readonly (readonly [test: RegExp, code: string])[] = [
  [/vbaProject\.bin$/i, 'E-WORKBOOK-MACRO'],
  [/^xl\/externalLinks\//i, 'E-WORKBOOK-LINKS'],
  [/^xl\/(embeddings|activeX)\//i, 'E-WORKBOOK-EMBEDDED'],
];

export function refuseUnsafeParts(entries: readonly ZipEntry[]): void {
  for (const { name } of entries) for (const [test, code] of REFUSED) if (test.test(name)) throw new Refusal(code);
}

/** Targets of relationships, by id, as paths inside the file. */
export function relationships(text: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const match of text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const id = attribute(match[0], 'Id');
    const target = attribute(match[0], 'Target');
    if (!id || !target || attribute(match[0], 'TargetMode') === 'External') continue;
    const joined = target.startsWith('/') ? target.slice(1) : `${folder}/${target}`;
    const parts: string[] = [];
    for (const part of joined.split('/'))
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(part);
    targets.set(id, parts.join('/'));
  }
  return targets;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

export async function readWorkbookParts(
  bytes: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  counter: InflateCounter,
): Promise<WorkbookParts> {
  const book = entries.get('xl/workbook.xml');
  const links = entries.get('xl/_rels/workbook.xml.rels');
  if (!book || !links) throw new Refusal('E-WORKBOOK-NOT-ONE');
  const text = await textOfPart(bytes, book, counter);
  const prefix = rootPrefix(text, 'workbook');
  if (prefix === null) throw new Refusal('E-WORKBOOK-NOT-ONE');
  const targets = relationships(await textOfPart(bytes, links, counter), 'xl');
  const sheets = [...text.matchAll(new RegExp(`<${prefix}sheet\\s[^>]*>`, 'g'))].map((match): SheetPart => ({
    name: attribute(match[0], 'name') ?? '',
    hidden: (attribute(match[0], 'state') ?? 'visible') !== 'visible',
    path: targets.get(/\s\w+:id="([^"]*)"/.exec(match[0])?.[1] ?? '') ?? '',
  }));
  if (sheets.length > SHEETS_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'quá nhiều trang tính' });
  return { sheets, date1904: /<(?:\w+:)?workbookPr[^>]*\sdate1904="(1|true)"/.test(text) };
}

/** What each cell style (`s=`) shows of a date, as an index of `SHOWS`; 0 where it shows none. */
export async function readDateStyles(bytes: Buffer, entry: ZipEntry | undefined, counter: InflateCounter): Promise<readonly number[]> {
  if (!entry) return [];
  const text = await textOfPart(bytes, entry, counter);
  const custom = new Map<number, string>();
  for (const match of text.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g))
    custom.set(Number(attribute(match[0], 'numFmtId')), attribute(match[0], 'formatCode') ?? '');
  const block = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(text)?.[0] ?? '';
  return [...block.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return SHOWS.indexOf(showsOf(id, custom.get(id) ?? null) ?? '');
  });
}
