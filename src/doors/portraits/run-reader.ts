/** The parent of the sandboxed parser: hands it the bytes, collects portraits, and believes none that is not exactly what it asked for. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { runSandboxedParser } from '#base/sandboxed-parser.ts';
import { frameReader } from './reader/frames.ts';
import type { ParserMessage } from './reader/frames.ts';
import { jpegSegments } from './reader/image-head.ts';
import type { Finding } from './reader/image-head.ts';
import { PHOTO_KEPT_BYTES_MAX, PHOTO_SIDE_MAX, PORTRAIT_BYTES_MAX, PORTRAIT_HEIGHT, PORTRAIT_WIDTH } from './reader/limits.ts';
import { photoKilled, photoRefusal } from './problems.ts';

/** Pictures are larger inside than outside: a whole one of 25 megapixels stands in memory twice for a moment. */
const LIMITS = { wallMs: 90_000, cpuSeconds: 60, heapMib: 160, residentBytes: 900 * 1024 * 1024 };
const folder = join(import.meta.dirname, 'reader');
const ZIP = join(import.meta.dirname, '..', '..', 'base', 'zip.ts');
/** Packages beside the image library that it loads when it starts. */
const LOADED_BY_SHARP = ['@img', 'detect-libc', 'semver'];

/** Where the image library stands: its entry, and the folders that it loads itself from. */
function sharpPlace(): { readonly entry: string; readonly folders: readonly string[] } {
  const entry = createRequire(import.meta.url).resolve('sharp');
  let own = dirname(entry);
  while (basename(dirname(own)) !== 'node_modules') own = dirname(own);
  const folders = [own, ...LOADED_BY_SHARP.map((name) => join(dirname(own), name))].filter((folder) => existsSync(folder));
  return { entry: pathToFileURL(entry).href, folders: folders.map((one) => `${one}/*`) };
}

/** A picture as the child tells it; `jpeg` null when it made no portrait. */
export interface ReadPicture {
  readonly place: number;
  /** of the entry in the zip; null: the upload is this one picture */
  readonly name: string | null;
  readonly problem: Finding | null;
  readonly warnings: readonly Finding[];
  readonly jpeg: Buffer | null;
}

export type ReadPictures =
  | { readonly kind: 'refused'; readonly refusal: Finding }
  | {
      readonly kind: 'read';
      readonly pictures: readonly ReadPicture[];
      readonly skipped: readonly { readonly name: string; readonly why: 'junk' | 'other' }[];
    };

/** Reads all pictures in a child process that may read its own sources and the image library, write nothing, start nothing. */
export async function runReader(
  bytes: Uint8Array,
  how: { readonly progress?: (done: number, total: number) => void; readonly signal?: AbortSignal | undefined } = {},
): Promise<ReadPictures> {
  const pictures: ReadPicture[] = [];
  const skipped: { name: string; why: 'junk' | 'other' }[] = [];
  let count = 0;
  let last = null as ParserMessage | null;
  const take = frameReader((message, picture) => {
    last = message;
    if (message.k === 'count') count = message.pictures;
    else if (message.k === 'skipped') skipped.push({ name: message.name, why: message.why });
    else if (message.k === 'picture') {
      if (message.problem === null && !isPlainPortrait(picture)) throw new RangeError('a portrait that is none of ours');
      const { place, name, problem, warnings } = message;
      pictures.push({ place, name, problem, warnings, jpeg: problem === null ? picture : null });
      how.progress?.(pictures.length, count);
    }
  });
  const { entry, folders } = sharpPlace();
  const killed = await runSandboxedParser(
    { script: join(folder, 'process.ts'), args: [entry], sources: [`${folder}/*`, ZIP], mayRead: folders, native: true, limits: LIMITS },
    bytes,
    take,
    how.signal,
  );
  if (killed === null && last?.k === 'refused') return { kind: 'refused', refusal: last.refusal };
  if (killed === null && last?.k === 'end' && pictures.length === count) return { kind: 'read', pictures, skipped };
  return {
    kind: 'refused',
    refusal: {
      code: 'E-PORTRAITS-TOO-HEAVY',
      params: { why: killed?.vi ?? 'phần đọc ảnh dừng bất thường', whyEn: killed?.en ?? 'the reader ended without a word' },
    },
  };
}

/** A photo as it is kept: a JPEG with pixels and nothing else in it. */
export interface PlainPhoto {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * A photo of a paper, drawn anew in the same locked child: a JPEG with pixels and nothing else in it.
 *
 * @returns its bytes and pixels; E-PHOTO-…
 */
export async function readPhoto(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<PlainPhoto>> {
  const told: Result<PlainPhoto>[] = [];
  const { entry, folders } = sharpPlace();
  const killed = await runSandboxedParser(
    {
      script: join(folder, 'process.ts'),
      args: [entry, 'photo'],
      sources: [`${folder}/*`, ZIP],
      mayRead: folders,
      native: true,
      limits: LIMITS,
    },
    bytes,
    frameReader((message, picture) => {
      if (message.k !== 'picture') return;
      const size = message.problem === null ? plainSize(picture, PHOTO_KEPT_BYTES_MAX) : null;
      if (message.problem !== null) told.push(refused(photoRefusal(message.problem)));
      else if (size === null || Math.max(size.width, size.height) > PHOTO_SIDE_MAX) throw new RangeError('a photo that is none of ours');
      else told.push(ok({ jpeg: picture, ...size }));
    }, PHOTO_KEPT_BYTES_MAX),
    signal,
  );
  if (killed === null && told.length === 1) return told[0]!;
  return refused(photoKilled(killed ?? { vi: 'phần đọc ảnh dừng bất thường', en: 'the reader ended without a word' }));
}

/** Markers of a JPEG that holds pixels and nothing else: JFIF, tables, one frame, scans, restarts. No EXIF, no profile, no comment. */
const PLAIN = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd]);

/** Size of a JPEG of one frame without any metadata, ending where it ends; null of any other bytes. */
function plainSize(jpeg: Buffer, bytesMax: number): { readonly width: number; readonly height: number } | null {
  if (jpeg.length > bytesMax || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const read = jpegSegments(jpeg);
  if (!read || read.end !== jpeg.length || read.segments.some(({ marker }) => !PLAIN.has(marker))) return null;
  const frames = read.segments.filter(({ marker }) => marker === 0xc0 || marker === 0xc2);
  const [frame] = frames;
  if (frames.length !== 1 || frame === undefined) return null;
  return { width: jpeg.readUInt16BE(frame.start + 3), height: jpeg.readUInt16BE(frame.start + 1) };
}

/**
 * Is it a JPEG of exactly the size that portraits have? Foreign pictures are decoded by native code: should one of them ever take the child over, it still
 * puts nothing else than a picture into the store.
 */
export function isPlainPortrait(jpeg: Buffer): boolean {
  const size = plainSize(jpeg, PORTRAIT_BYTES_MAX);
  return size !== null && size.width === PORTRAIT_WIDTH && size.height === PORTRAIT_HEIGHT;
}
