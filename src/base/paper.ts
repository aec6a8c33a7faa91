/**
 * Paper: A4 pages in Tinos by pdfmake. Fetches nothing from anywhere. Every string MUST be NFC: where a letter has one code point it is drawn as
 * its designer drew it. Letters of the peoples that have none (ơ̆, Y̆) are a base and a mark, set above it by `withMarksAbove`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { encode } from 'uqr';
import type { Instant } from './clock.ts';

interface Printer {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(document: unknown): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
let printer: Printer | null = null;

/**
 * Tinos has kerning in its GPOS table but no places of marks, so a breve was drawn over the next letter. Without that table
 * the layout sets marks above their base by the outlines of both. The entry of the table is renamed; kerning of pairs is lost.
 */
function withMarksAbove(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let at = 0; at < tables; at++) {
    const entry = 12 + at * 16;
    if (font.toString('latin1', entry, entry + 4) === 'GPOS') font.write('GPOx', entry, 'latin1');
  }
  return font;
}

function openPrinter(): Printer {
  if (printer) return printer;
  const folder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  const made = require('pdfmake') as Printer;
  const face = (name: string): string => {
    const file = join(folder, name, `Tinos_${name}.ttf`);
    made.virtualfs.writeFileSync(file, withMarksAbove(readFileSync(file)));
    return file;
  };
  made.setFonts({
    Tinos: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular_Italic'), bolditalics: face('700Bold_Italic') },
  });
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path.startsWith(folder));
  return (printer = made);
}

/** A PDF of a pdfmake document; its default is A4, Tinos 12, margins of 2 cm. */
export const printPaper = (document: Readonly<Record<string, unknown>>): Promise<Uint8Array> =>
  openPrinter()
    .createPdf({ pageSize: 'A4', pageMargins: [56, 56, 56, 56], defaultStyle: { font: 'Tinos', fontSize: 12 }, ...document })
    .getBuffer();

/** QR as one SVG path, runs of a row joined: a rectangle for each module made the page four times slower. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
}

/** A file that travels within a PDF. */
export interface CarriedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly at: Instant;
  readonly bytes: Uint8Array;
}

/** Members of a pdfmake document that carries a file: PDF/A-3, in which the file is said to be the data of the pages (ISO 19005-3). */
export const carrying = ({ name, mediaType, description, at, bytes }: CarriedFile): Readonly<Record<string, unknown>> => {
  const day = new Date(at);
  const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return {
    version: '1.7',
    subset: 'PDF/A-3b',
    files: { [name]: { src, name, description, relationship: 'Data', creationDate: day, modifiedDate: day } },
  };
};
