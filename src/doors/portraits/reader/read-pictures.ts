/** Reads a zip of pictures, or one picture, and tells each as it is done: what the sandboxed parser does, callable in one process too. */
import { ZipRefusal, inflateEntry, readDirectory } from '#base/zip.ts';
import type { ZipEntry } from '#base/zip.ts';
import { kindOfEntry } from './entry-names.ts';
import type { ParserMessage } from './frames.ts';
import { isFinding } from './image-head.ts';
import type { Finding } from './image-head.ts';
import { ENTRIES_MAX, ENTRY_RATIO_MAX, INFLATED_BYTES_MAX, PICTURES_MAX, PICTURE_BYTES_MAX } from './limits.ts';
import { makePortrait } from './make-portrait.ts';
import type { Sharp } from './make-portrait.ts';

const LIMITS = { entriesMax: ENTRIES_MAX, inflatedBytesMax: INFLATED_BYTES_MAX, ratioMax: ENTRY_RATIO_MAX };
const ZIP = 'PK\u0003\u0004';
const EMPTY_ZIP = 'PK\u0005\u0006';
/** Archives that people take for zips. */
const OTHER_ARCHIVES: readonly (readonly [signature: string, kind: string])[] = [
  ['Rar!', 'RAR'],
  ['7z\u00bc\u00af', '7z'],
];

const CODES: Readonly<Record<ZipRefusal['reason'], string>> = {
  'not-a-zip': 'E-PORTRAITS-BROKEN',
  broken: 'E-PORTRAITS-BROKEN',
  password: 'E-PORTRAITS-PASSWORD',
  unsafe: 'E-PORTRAITS-UNSAFE',
  large: 'E-PORTRAITS-BOMB',
  bomb: 'E-PORTRAITS-BOMB',
};

/** @param tell  called with each message and the portrait that goes with it; the last is `end` or `refused` */
export async function readPictures(bytes: Buffer, sharp: Sharp, tell: (told: ParserMessage, picture?: Uint8Array) => void): Promise<void> {
  const refuse = (code: string, params: Finding['params'] = {}): void => tell({ k: 'refused', refusal: { code, params } });
  const start = bytes.toString('latin1', 0, 4);
  const archive = OTHER_ARCHIVES.find(([signature]) => start === signature);
  if (archive) return refuse('E-PORTRAITS-OTHER-ARCHIVE', { kind: archive[1] });
  if (start === EMPTY_ZIP) return refuse('E-PORTRAITS-EMPTY');
  if (start !== ZIP) {
    tell({ k: 'count', pictures: 1 });
    await reportPicture(sharp, bytes.length > PICTURE_BYTES_MAX ? null : bytes, { place: 1, name: null }, tell);
    return tell({ k: 'end' });
  }
  try {
    const entries = readDirectory(bytes, LIMITS).map((entry) => ({ entry, kind: kindOfEntry(entry.name) }));
    for (const { entry, kind } of entries) if (kind === 'junk' || kind === 'other') tell({ k: 'skipped', name: entry.name, why: kind });
    const pictures = entries.filter(({ kind }) => kind === 'picture').map(({ entry }) => entry);
    if (pictures.length === 0) return refuse('E-PORTRAITS-EMPTY');
    if (pictures.length > PICTURES_MAX) return refuse('E-PORTRAITS-TOO-MANY', { count: pictures.length, limit: PICTURES_MAX });
    tell({ k: 'count', pictures: pictures.length });
    const counter = { inflated: 0 };
    for (const [i, entry] of pictures.entries())
      await reportPicture(sharp, await contentOf(bytes, entry, counter), { place: i + 1, name: entry.name }, tell);
    tell({ k: 'end' });
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error;
    refuse(CODES[error.reason], { why: error.why || 'quá ngắn', whyEn: error.whyEn || 'too short' });
  }
}

/** The bytes of a picture; null when it is larger than a picture may be: it is then not even inflated. */
async function contentOf(bytes: Buffer, entry: ZipEntry, counter: { inflated: number }): Promise<Buffer | null> {
  if (entry.inflatedBytes > PICTURE_BYTES_MAX) return null;
  const pieces: Buffer[] = [];
  for await (const piece of inflateEntry(bytes, entry, counter, LIMITS)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function reportPicture(
  sharp: Sharp,
  bytes: Buffer | null,
  which: { readonly place: number; readonly name: string | null },
  tell: (told: ParserMessage, picture?: Uint8Array) => void,
): Promise<void> {
  const made =
    bytes === null
      ? { code: 'E-PORTRAIT-TOO-LARGE', params: { megabytes: PICTURE_BYTES_MAX / 1024 / 1024 } }
      : await makePortrait(sharp, bytes);
  if (isFinding(made)) tell({ k: 'picture', ...which, problem: made, warnings: [] });
  else tell({ k: 'picture', ...which, problem: null, warnings: made.warnings }, made.jpeg);
}
