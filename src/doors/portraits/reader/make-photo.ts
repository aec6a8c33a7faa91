/**
 * A photo of a paper as it came → the one that is kept: upright, not larger than what can be read on it needs, sRGB, JPEG, with nothing of what the camera
 * wrote beside it (place, time, device). What is on it is not touched.
 */
import { imageHead, isFinding } from './image-head.ts';
import type { Finding } from './image-head.ts';
import type { ParserMessage } from './frames.ts';
import { PHOTO_BYTES_MAX, PHOTO_KEPT_BYTES_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PHOTO_SIDE_MIN } from './limits.ts';
import type { Sharp } from './make-portrait.ts';

/** JPEG qualities, tried in this order until the photo is small enough. */
const QUALITIES = [82, 70, 55, 40];
/** Standard deviation (of 255) of every channel below which a photo shows nothing: an empty sheet has 3, a sheet with one line of print 8. */
const BLANK_DEVIATION = 4;
const refused = (code: string, params: Finding['params'] = {}): Finding => ({ code, params });

/** @returns the photo, or why there is none: a code of its own (`photoRefusal` of `problems.ts` says it), or of the head of a picture */
export async function drawnAnew(sharp: Sharp, bytes: Buffer): Promise<Buffer | Finding> {
  if (bytes.length > PHOTO_BYTES_MAX) return refused('too-large');
  const head = imageHead(bytes, PHOTO_PIXELS_MAX);
  if (isFinding(head)) return head;
  if (Math.min(head.width, head.height) < PHOTO_SIDE_MIN) return refused('too-small', { width: head.width, height: head.height });
  try {
    const options = { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'error' } as const;
    const seen = await sharp(bytes, options).metadata();
    // The library and we must have read the same picture.
    if (seen.format !== head.kind || seen.width !== head.width || seen.height !== head.height || seen.space === 'cmyk')
      return refused('broken');
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize(PHOTO_SIDE_MAX, PHOTO_SIDE_MAX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const { channels } = await sharp(data, { raw }).stats();
    if (channels.every((channel) => channel.stdev < BLANK_DEVIATION)) return refused('blank');
    for (const quality of QUALITIES) {
      const jpeg = await sharp(data, { raw }).toColourspace('srgb').jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
      if (jpeg.length <= PHOTO_KEPT_BYTES_MAX) return jpeg;
    }
    return refused('too-large');
  } catch {
    return refused('broken'); // the library's own words are for nobody
  }
}

/** The same, told in frames: one picture and the end. */
export async function makePhoto(bytes: Buffer, sharp: Sharp, tell: (told: ParserMessage, picture?: Uint8Array) => void): Promise<void> {
  const made = await drawnAnew(sharp, bytes);
  const told = { k: 'picture', place: 1, name: null, warnings: [] } as const;
  if (Buffer.isBuffer(made)) tell({ ...told, problem: null }, made);
  else tell({ ...told, problem: made });
  tell({ k: 'end' });
}
