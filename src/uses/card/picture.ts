/** The picture of a card: the portrait at 240×320, at most 20 KB, without metadata, as a data URI. Made once a portrait, kept in memory. */
import sharp from 'sharp';
import { PICTURES_KEPT_MAX, PICTURE_BYTES_MAX, PICTURE_HEIGHT, PICTURE_WIDTH } from './limits.ts';

/** JPEG qualities tried in turn; the last is small whatever the picture. */
const QUALITIES = [82, 70, 58, 45, 30, 15] as const;
/** A portrait is stored as 480×640: anything of this many pixels is not one. */
const PIXELS_MAX = 4_000_000;

/** @param portrait  a JPEG; throws for anything that cannot be read whole */
export async function pictureOf(portrait: Uint8Array): Promise<string> {
  const fitted = sharp(portrait, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
    .resize(PICTURE_WIDTH, PICTURE_HEIGHT, { fit: 'cover' })
    .flatten({ background: '#ffffff' });
  for (const quality of QUALITIES) {
    const jpeg = await fitted.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (jpeg.length <= PICTURE_BYTES_MAX) return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
  }
  throw new Error('a picture of 240×320 does not fit into 20 KB');
}

/** Pictures by the SHA-256 of their portrait. One that could not be made is tried again by the next who asks. */
export function keptPictures(portraitOf: (sha256: string) => Promise<Uint8Array>): (sha256: string) => Promise<string> {
  const kept = new Map<string, Promise<string>>();
  return (sha256) => {
    const there = kept.get(sha256);
    if (there) return there;
    const made = portraitOf(sha256).then(pictureOf);
    kept.set(sha256, made);
    made.catch(() => kept.delete(sha256));
    if (kept.size > PICTURES_KEPT_MAX) kept.delete(kept.keys().next().value!);
    return made;
  };
}
