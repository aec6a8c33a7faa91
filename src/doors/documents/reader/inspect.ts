/** Looks at one PDF: is it whole, is anything in it active, how many pages, is it PDF/A? What the sandboxed parser does, callable in one process too. */
import { activePartOf } from './active-parts.ts';
import type { ActivePart } from './active-parts.ts';
import { secretMarkAmong } from '#base/vietnamese/secret-mark.ts';
import type { SecretMark } from '#base/vietnamese/secret-mark.ts';
import { DOCUMENT_BYTES_MAX, MARK_CHARS_MAX, PAGES_MAX, STAMP_LINES_MAX } from './limits.ts';

export type Inspected =
  | {
      readonly k: 'document';
      readonly pages: number;
      /** words of the first page may be a mark of secrecy: whoever sends it looks again */
      readonly marked: boolean;
      /** part and level of ISO 19005 as it says of itself (`2B`), which nobody checked; null: it says none */ readonly pdfa: string | null;
    }
  | {
      readonly k: 'refused';
      readonly why: 'not-a-pdf' | 'broken' | 'too-large' | 'too-many-pages' | 'secret' | ActivePart;
      readonly pages?: number;
    };

/** Of the library what is used. */
export interface PdfLibrary {
  readonly getDocument: (how: object) => {
    readonly promise: Promise<{
      readonly numPages: number;
      readonly getMetadata: () => Promise<{ readonly info: object; readonly metadata: { readonly get: (name: string) => unknown } | null }>;
      readonly hasJSActions: () => Promise<boolean>;
      readonly getPage: (no: number) => Promise<{
        readonly getTextContent: () => Promise<{ readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[] }>;
      }>;
      readonly getAttachments: () => Promise<{ readonly size: number } | null>;
    }>;
  };
}

/** Nothing is drawn, run, or fetched. */
const LOCKED = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  stopAtErrors: true,
  verbosity: 0,
};
/** ISO 32000-1, annex H.3: readers look for it in the first bytes. */
const HEAD_WITHIN = 1_024;

export async function inspect(bytes: Buffer, { getDocument }: PdfLibrary): Promise<Inspected> {
  if (bytes.length > DOCUMENT_BYTES_MAX) return { k: 'refused', why: 'too-large' };
  if (!bytes.subarray(0, HEAD_WITHIN).toString('latin1').includes('%PDF-')) return { k: 'refused', why: 'not-a-pdf' };
  const active = activePartOf(bytes);
  if (active !== null) return { k: 'refused', why: active };
  try {
    const document = await getDocument({ ...LOCKED, data: new Uint8Array(bytes) }).promise;
    const pages = document.numPages;
    if (pages < 1) return { k: 'refused', why: 'broken' };
    if (pages > PAGES_MAX) return { k: 'refused', why: 'too-many-pages', pages };
    const { info, metadata } = await document.getMetadata();
    if ((info as { EncryptFilterName?: unknown }).EncryptFilterName) return { k: 'refused', why: 'encrypted' };
    // A second look, by pdf.js: what the names did not tell.
    if ((info as { IsXFAPresent?: unknown }).IsXFAPresent === true) return { k: 'refused', why: 'dynamic' };
    if (await document.hasJSActions()) return { k: 'refused', why: 'script' };
    if (((await document.getAttachments())?.size ?? 0) > 0) return { k: 'refused', why: 'embedded' };
    const mark = await markOf(document);
    if (mark === 'stamp' || mark === 'short') return { k: 'refused', why: 'secret' };
    const part = String(metadata?.get('pdfaid:part') ?? '');
    const level = String(metadata?.get('pdfaid:conformance') ?? '');
    return {
      k: 'document',
      pages,
      marked: mark !== null,
      pdfa: /^[1-4]$/.test(part) ? `${part}${/^[A-Za-z]$/.test(level) ? level.toUpperCase() : ''}` : null,
    };
  } catch (error) {
    return { k: 'refused', why: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' };
  }
}

type Opened = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

/** The mark of secrecy that the words of the first page bear; null: none, or the page has no words (a scan), or they cannot be read. */
async function markOf(document: Opened): Promise<SecretMark | null> {
  const lines: string[] = [''];
  let chars = 0;
  try {
    const { items } = await (await document.getPage(1)).getTextContent();
    for (const { str = '', hasEOL = false } of items) {
      if ((chars += str.length) > MARK_CHARS_MAX) break;
      lines[lines.length - 1] += str;
      if (hasEOL) lines.push('');
    }
  } catch {
    return null; // of what cannot be read nothing is said: the officer sees it
  }
  const written = lines.filter((line) => line.trim() !== '');
  // A stamp stands at the head. Further down a single word in capitals may be a cell of a table.
  const head = secretMarkAmong(written.slice(0, STAMP_LINES_MAX));
  if (head === 'stamp' || head === 'short') return head;
  const below = secretMarkAmong(written.slice(STAMP_LINES_MAX));
  return below === null ? head : 'mentioned';
}
