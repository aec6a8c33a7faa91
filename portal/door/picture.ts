/** From what a guard gives (picture of a QR, text, file) to the text that is judged. The picture never leaves the device. */
import type { Scanner } from './scanner.ts';

/** A photo of a phone has up to 15 MB. */
const PICTURE_BYTES_MAX = 25 * 1024 * 1024;
/** Longest side that is looked at, first whole, then finer: a code that fills the picture is found at once, a small one still. */
const SIDES = [1_000, 2_000] as const;

/** First bytes of what a browser can draw: PNG, JPEG, GIF, WebP (RIFF), BMP, and HEIC/AVIF (`ftyp` after four bytes of length). */
const PICTURE_SIGNS: readonly (readonly [number, string])[] = [
  [0, '\u0089PNG'],
  [0, '\u00ff\u00d8\u00ff'],
  [0, 'GIF8'],
  [0, 'RIFF'],
  [0, 'BM'],
  [4, 'ftyp'],
];

/** By content, not by name. */
export function isPicture(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 12));
  return PICTURE_SIGNS.some(([at, sign]) => text.startsWith(sign, at));
}

export type Seen = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'nothing' | 'unreadable' | 'scanner-away' };

/**
 * @param charsMax  of a text file, that many and one more are read: the judge says that it is too long
 */
export async function textOfFile(file: Blob, charsMax: number, scanner: () => Promise<Scanner>): Promise<Seen> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (!isPicture(head)) return { kind: 'text', text: await file.slice(0, charsMax + 1).text() };
  if (file.size > PICTURE_BYTES_MAX) return { kind: 'unreadable' };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { kind: 'unreadable' };
  }
  try {
    const { find } = await scanner();
    for (const side of SIDES) {
      const [text] = await find(pixelsOf(bitmap, bitmap.width, bitmap.height, side));
      if (text !== undefined) return { kind: 'text', text };
      if (Math.max(bitmap.width, bitmap.height) <= side) break;
    }
    return { kind: 'nothing' };
  } catch {
    return { kind: 'scanner-away' };
  } finally {
    bitmap.close();
  }
}

/** The pixels of a picture or of a camera's frame, no side longer than `side`, on white. */
export function pixelsOf(source: CanvasImageSource, width: number, height: number, side: number): ImageData {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // A code on a transparent ground would be black on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
