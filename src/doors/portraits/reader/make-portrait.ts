/**
 * One picture as it came → the portrait that is kept: upright, 3:4, 480×640, sRGB, JPEG, with nothing of what the camera wrote beside it
 * (place, time, device). The same bytes give the same portrait.
 */
import { cropOf } from './crop.ts';
import { imageHead, isFinding } from './image-head.ts';
import type { Finding } from './image-head.ts';
import { PIXELS_MAX, PORTRAIT_BYTES_GOAL, PORTRAIT_HEIGHT, PORTRAIT_WIDTH } from './limits.ts';

/** The image library; handed in, because the sandboxed parser loads it from where its parent found it. */
export type Sharp = typeof import('sharp').default;

export interface MadePortrait {
  readonly jpeg: Buffer;
  readonly warnings: readonly Finding[];
}

/** JPEG qualities, tried in this order until the portrait is small enough. */
const QUALITIES = [88, 78, 66, 50];
/** Standard deviation (of 255) of every channel below which a picture shows nothing: paper has 3, a face in poor light 25. */
const BLANK_DEVIATION = 4;

/** Only the two formats are ever decoded, from memory; and one at a time, without a cache. Called once before the first picture. */
export function lockDecoder(sharp: Sharp): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
}

/** @returns the portrait, or why there is none: a code of `problems.ts` */
export async function makePortrait(sharp: Sharp, bytes: Buffer): Promise<MadePortrait | Finding> {
  const head = imageHead(bytes);
  if (isFinding(head)) return head;
  try {
    const options = { limitInputPixels: PIXELS_MAX, failOn: 'error' } as const;
    const seen = await sharp(bytes, options).metadata();
    // The library and we must have read the same picture.
    if (seen.format !== head.kind || seen.width !== head.width || seen.height !== head.height) return broken();
    if (seen.space === 'cmyk') return { code: 'E-PORTRAIT-CMYK', params: {} };
    const placed = cropOf(seen.autoOrient.width, seen.autoOrient.height);
    if (isFinding(placed)) return placed;
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .extract(placed.crop)
      .resize(PORTRAIT_WIDTH, PORTRAIT_HEIGHT, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const { channels } = await sharp(data, { raw }).stats();
    if (channels.every((channel) => channel.stdev < BLANK_DEVIATION)) return { code: 'E-PORTRAIT-BLANK', params: {} };
    let jpeg = Buffer.alloc(0);
    for (const quality of QUALITIES) {
      jpeg = await sharp(data, { raw }).toColourspace('srgb').jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
      if (jpeg.length <= PORTRAIT_BYTES_GOAL) break;
    }
    return { jpeg, warnings: placed.warnings };
  } catch {
    return broken(); // the library's own words are for nobody: they tell of its inside, and in English
  }
}

const broken = (): Finding => ({ code: 'E-PORTRAIT-BROKEN', params: {} });
