/** Paper: A4 pages in Tinos by pdfmake. Fetches nothing from anywhere. Every string MUST be NFC: loose marks are drawn wrong. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Printer {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(document: unknown): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
let printer: Printer | null = null;

function openPrinter(): Printer {
  if (printer) return printer;
  const folder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  const made = require('pdfmake') as Printer;
  const face = (name: string): string => join(folder, name, `Tinos_${name}.ttf`);
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
