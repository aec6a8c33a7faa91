/**
 * The parts of a workbook by what they are, not by what programs use to call them (ECMA-376 part 2): the main part is the one that the
 * package names, its sheets, strings and styles those that it names, and names of parts do not differ by case.
 */
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import { HELD_PART_BYTES_MAX } from './limits.ts';
import { Refusal, refusalFor } from './refusal.ts';
import type { Attributes } from './xml-markup.ts';
import { xmlWalker } from './xml-walker.ts';
import { inflateHeld, workbookEntries } from './workbook-zip.ts';

export interface Relationship {
  readonly id: string;
  /** last word of the type: `comments`, `vmlDrawing`, `worksheet`; strict workbooks use another beginning */
  readonly type: string;
  /** path inside the file, as it is written */
  readonly path: string;
}

/** Every element of a part with its parent's name, in the order of the file. */
export type PartVisitor = (name: string, attributes: Attributes, parent: string) => void;

/** Walks through XML that is here as a whole. @throws Refusal when it is not well-formed or has another root */
export function visitXml(xml: Uint8Array, root: string, visit: PartVisitor): void {
  const walker = xmlWalker({
    root,
    heldMax: HELD_PART_BYTES_MAX,
    tooLong: () => refusalFor('E-WORKBOOK-BROKEN', 'một phần quá dài', 'a part is too long'),
    bare: new Set(),
    before: () => undefined,
    fast: () => 0,
    open: (name, attributes, parent) => {
      visit(name, attributes, parent);
      return 'enter';
    },
    whole: () => undefined,
    close: () => undefined,
  });
  walker.write(xml);
  walker.end();
}

/** Where the relationships of a part stand; those of the package itself under ''. */
export function linksPath(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** A target as a path inside the file: absolute, or relative to the folder of the part that names it. */
function targetPath(target: string, part: string): string {
  const plain = target.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const joined = plain.startsWith('/') ? plain : `${part.slice(0, part.lastIndexOf('/') + 1)}${plain}`;
  const steps: string[] = [];
  for (const step of joined.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

/** @param xml  the relationships of `part` */
export function relationshipsIn(xml: Uint8Array, part: string): Relationship[] {
  const found: Relationship[] = [];
  visitXml(xml, 'Relationships', (name, attributes) => {
    const [id, type, target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')];
    if (name !== 'Relationship' || !id || !type || !target || attributes.get('TargetMode') === 'External') return;
    found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: targetPath(target, part) });
  });
  return found;
}

const unescaped = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The parts of a file, found by their names without regard to case. */
export interface Package {
  readonly bytes: Buffer;
  readonly entries: readonly ZipEntry[];
  readonly find: (path: string) => ZipEntry | undefined;
}

export function openPackage(bytes: Buffer): Package {
  const entries = workbookEntries(bytes);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return { bytes, entries, find: (path) => byName.get(path.toLowerCase()) ?? byName.get(unescaped(path).toLowerCase()) };
}

/** The whole content of a small part, as it stands. */
export async function bytesOfPart(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of inflateHeld(bytes, entry, counter)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function linksOf(file: Package, part: string, counter: InflateCounter): Promise<Relationship[]> {
  const entry = file.find(linksPath(part));
  return entry ? relationshipsIn(await bytesOfPart(file.bytes, entry, counter), part) : [];
}

/** The parts that a workbook is read from, as the file calls them. */
export interface WorkbookPaths {
  readonly main: ZipEntry;
  readonly links: readonly Relationship[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

/** Where nearly all programs put them: for a package that does not say where its parts are. */
const USUAL = { main: 'xl/workbook.xml', sharedStrings: 'sharedStrings.xml', styles: 'styles.xml' };

export async function workbookPaths(file: Package, counter: InflateCounter): Promise<WorkbookPaths> {
  const named = (await linksOf(file, '', counter)).find((one) => one.type === 'officeDocument')?.path ?? USUAL.main;
  const main = file.find(named);
  if (!main) throw new Refusal('E-WORKBOOK-NOT-ONE');
  const links = await linksOf(file, main.name, counter);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const partOf = (type: 'sharedStrings' | 'styles'): ZipEntry | undefined => {
    const link = links.find((one) => one.type === type);
    const part = file.find(link?.path ?? folder + USUAL[type]);
    if (link && !part)
      throw refusalFor('E-WORKBOOK-BROKEN', `thiếu phần ${link.path.slice(0, 80)}`, `part ${link.path.slice(0, 80)} is missing`);
    return part;
  };
  return { main, links, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}
