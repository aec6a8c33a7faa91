/** Builds pictures for the tests: whole ones by the image library, hostile ones byte by byte. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Quarters in four colours, so that a turn or a crop can be seen: above left red, above right green, below left blue, below right yellow. */
const quarters = (width: number, height: number): Buffer => {
  const [x, y] = [width / 2, height / 2];
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${x}" height="${y}" fill="#c00"/><rect x="${x}" width="${x}" height="${y}" fill="#0a0"/><rect y="${y}" width="${x}" height="${y}" fill="#00c"/><rect x="${x}" y="${y}" width="${x}" height="${y}" fill="#cc0"/></svg>`,
  );
};

/** A JPEG of this size, stored as a camera does that was held by this EXIF orientation (1 = upright), with where and by what it was taken. */
export async function aJpeg(width = 600, height = 800, orientation = 1): Promise<Buffer> {
  const turned = orientation >= 5;
  // What is stored is the picture as it will stand, turned back.
  const back = { 1: 0, 3: 180, 6: 270, 8: 90 }[orientation] ?? 0;
  return sharp(quarters(width, height))
    .rotate(back)
    .resize(turned ? height : width, turned ? width : height, { fit: 'fill' })
    .withExif({
      IFD0: { Make: 'Máy ảnh thử', Model: 'M-1', Copyright: 'Nguyễn Văn Thử' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 42/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 51/1 12/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer();
}

export const aPng = (width = 600, height = 800): Promise<Buffer> => sharp(quarters(width, height)).png().toBuffer();

/** One chunk of a PNG. */
export function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG that says it has these pixels and holds next to nothing. */
export function pngSaying(width: number, height: number, extra: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Where the colours of the quarters are found in a picture, as letters: `RGBY` when it stands upright. */
export async function cornersOf(picture: Uint8Array): Promise<string> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => {
    const i = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels;
    const [r, g, b] = [data[i]! > 120, data[i + 1]! > 100, data[i + 2]! > 120];
    return r && g ? 'Y' : r ? 'R' : g ? 'G' : b ? 'B' : '?';
  };
  return at(0.1, 0.1) + at(0.9, 0.1) + at(0.1, 0.9) + at(0.9, 0.9);
}
