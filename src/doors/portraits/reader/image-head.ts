/**
 * What a file says of itself as a picture, from its bytes alone and before anything is decoded: JPEG or PNG, how large, whole or cut.
 * Every length is held against the bytes that are there. Sources: ITU-T T.81 annex B (JPEG), W3C PNG 3rd edition §5, §11.
 */
import { CHUNKS_MAX, PIXELS_MAX, SCANS_MAX } from './limits.ts';

/** A code of `problems.ts` with its parameters: it travels from the child as data. */
export interface Finding {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export type ImageHead = { readonly kind: 'jpeg' | 'png'; readonly width: number; readonly height: number } | Finding;

export const isFinding = (head: object): head is Finding => 'code' in head;

const finding = (code: string, params: Finding['params'] = {}): Finding => ({ code, params });
const truncated = (): Finding => finding('E-PORTRAIT-TRUNCATED');
const broken = (): Finding => finding('E-PORTRAIT-BROKEN');
const otherKind = (kind: string): Finding => finding('E-PORTRAIT-OTHER-KIND', { kind });

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pictures that are none of the two, named so that people know what to save anew. */
const OTHERS: readonly (readonly [at: number, signature: string, kind: string])[] = [
  [4, 'ftyphei', 'HEIC'],
  [4, 'ftyphev', 'HEIC'],
  [4, 'ftypmif1', 'HEIC'],
  [4, 'ftypmsf1', 'HEIC'],
  [4, 'ftypavif', 'AVIF'],
  [0, 'GIF8', 'GIF'],
  [8, 'WEBP', 'WebP'],
  [0, 'BM', 'BMP'],
  [0, 'II*\0', 'TIFF'],
  [0, 'MM\0*', 'TIFF'],
  [0, '\u00ff\u000a', 'JPEG XL'],
  [4, 'JXL ', 'JPEG XL'],
  [4, 'jP  ', 'JPEG 2000'],
  [0, '%PDF', 'PDF'],
];

/** @returns kind and size of a picture that may be decoded, or why it may not */
export function imageHead(bytes: Buffer, pixelsMax = PIXELS_MAX): ImageHead {
  const head = isJpeg(bytes) ? jpegHead(bytes) : bytes.subarray(0, 8).equals(PNG_SIGNATURE) ? pngHead(bytes) : otherHead(bytes);
  if (isFinding(head)) return head;
  const pixels = head.width * head.height;
  return pixels > pixelsMax ? finding('E-PORTRAIT-TOO-MANY-PIXELS', { width: head.width, height: head.height }) : head;
}

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

function otherHead(bytes: Buffer): Finding {
  for (const [at, signature, kind] of OTHERS) if (bytes.toString('latin1', at, at + signature.length) === signature) return otherKind(kind);
  return finding('E-PORTRAIT-NOT-IMAGE');
}

/** One segment of a JPEG: its marker, and where its content stands. */
export interface JpegSegment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Segments in order up to the end of the image; null when the file ends before. What stands behind the end (a telephone's film) is not looked at. */
export function jpegSegments(bytes: Buffer): { readonly segments: JpegSegment[]; readonly end: number } | null {
  const segments: JpegSegment[] = [];
  let at = 2;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    while (at >= 0 && bytes[at + 1] === 0xff) at += 1; // fill bytes
    const marker = at < 0 ? undefined : bytes[at + 1];
    if (marker === undefined) return null;
    at += 2;
    // Within a scan a 0xff of the data is followed by 0, and restart marks stand alone.
    if (marker === 0 || isAlone(marker)) continue;
    if (marker === END_OF_IMAGE) return { segments, end: at };
    if (at + 2 > bytes.length) return null;
    const end = at + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    segments.push({ marker, start: at + 2, end: Math.max(end, at + 2) });
    if (marker === START_OF_SCAN && segments.filter((one) => one.marker === START_OF_SCAN).length > SCANS_MAX) return { segments, end: at };
    at = Math.max(end, at + 2);
  }
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegHead(bytes: Buffer): ImageHead {
  const read = jpegSegments(bytes);
  if (!read) return truncated();
  const frames = read.segments.filter(({ marker }) => isFrame(marker));
  const scans = read.segments.filter(({ marker }) => marker === START_OF_SCAN).length;
  if (scans > SCANS_MAX) return finding('E-PORTRAIT-BROKEN');
  const [frame] = frames;
  // Two frames: one program would show the one, another the other.
  if (!frame || frames.length > 1 || scans === 0 || frame.end - frame.start < 6) return broken();
  // Baseline, extended and progressive with Huffman codes; lossless and arithmetic ones no camera writes.
  if (frame.marker > 0xc2 || bytes[frame.start] !== 8) return otherKind('JPEG (lossless)');
  const [height, width] = [bytes.readUInt16BE(frame.start + 1), bytes.readUInt16BE(frame.start + 3)];
  const components = bytes[frame.start + 5];
  if (components === 4) return finding('E-PORTRAIT-CMYK');
  if ((components !== 1 && components !== 3) || width === 0 || height === 0) return broken();
  return { kind: 'jpeg', width, height };
}

function pngHead(bytes: Buffer): ImageHead {
  let at = PNG_SIGNATURE.length;
  let size: { width: number; height: number } | null = null;
  let hasPixels = false;
  for (let chunks = 0; chunks < CHUNKS_MAX; chunks++) {
    if (at + 12 > bytes.length) return truncated();
    const [length, type] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (at + 12 + length > bytes.length) return truncated();
    if ((chunks === 0) !== (type === 'IHDR')) return broken();
    if (type === 'IHDR') {
      if (length !== 13) return broken();
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (type === 'acTL') return finding('E-PORTRAIT-ANIMATED');
    if (type === 'IDAT') hasPixels = true;
    if (type === 'IEND') return size && hasPixels && size.width > 0 && size.height > 0 ? { kind: 'png', ...size } : broken();
    at += 12 + length;
  }
  return broken();
}
