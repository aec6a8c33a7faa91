/** The parent of the sandboxed parser: hands it the bytes, and believes nothing that is not of the shape that it asked for. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Bilingual } from '#base/problem.ts';
import { runSandboxedParser } from '#base/sandboxed-parser.ts';
import type { Inspected } from './reader/inspect.ts';
import { PAGES_MAX } from './reader/limits.ts';

/** A scan of 300 pages opens in a second and 150 MB: nothing of it is drawn. */
const LIMITS = { wallMs: 60_000, cpuSeconds: 40, heapMib: 400, residentBytes: 900 * 1024 * 1024 };
const folder = join(import.meta.dirname, 'reader');
/** What the reader looks for words by. */
const MARKS = join(import.meta.dirname, '..', '..', 'base', 'vietnamese', 'secret-mark.ts');
/** One short line. */
const ANSWER_BYTES_MAX = 1_000;

const Answer = Type.Union([
  Type.Object({
    k: Type.Literal('document'),
    pages: Type.Integer({ minimum: 1, maximum: PAGES_MAX }),
    marked: Type.Boolean(),
    pdfa: Type.Union([Type.Null(), Type.String({ pattern: '^[1-4][A-Z]?$' })]),
  }),
  Type.Object({
    k: Type.Literal('refused'),
    why: Type.Enum([
      'not-a-pdf',
      'broken',
      'too-large',
      'too-many-pages',
      'script',
      'launch',
      'embedded',
      'media',
      'form',
      'dynamic',
      'encrypted',
      'unseen',
      'bomb',
      'secret',
    ]),
    pages: Type.Optional(Type.Integer()),
  }),
]);

/** Why there is no answer, in a few words. */
export interface NoAnswer {
  readonly k: 'killed';
  readonly why: Bilingual;
}

export async function runReader(bytes: Uint8Array, signal?: AbortSignal): Promise<Inspected | NoAnswer> {
  const library = import.meta.resolve('unpdf/pdfjs');
  let text = '';
  const killed = await runSandboxedParser(
    {
      script: join(folder, 'process.ts'),
      args: [library],
      sources: [`${folder}/*`, MARKS],
      mayRead: [fileURLToPath(library)],
      limits: LIMITS,
    },
    bytes,
    (piece) => {
      text += piece.toString('utf8');
      if (text.length > ANSWER_BYTES_MAX) throw new RangeError('an answer longer than any of ours');
    },
    signal,
  );
  const told = killed === null ? readAnswer(text) : null;
  return told ?? { k: 'killed', why: killed ?? { vi: 'phần đọc tệp dừng bất thường', en: 'the reader ended without a word' } };
}

function readAnswer(text: string): Inspected | null {
  try {
    const told: unknown = JSON.parse(text);
    return Check(Answer, told) ? told : null;
  } catch {
    return null; // it died before it said anything
  }
}
