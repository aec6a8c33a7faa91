import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { fieldByKey } from '#standard/dictionary.ts';
import { aJpeg, aPng, chunk, cornersOf, pngSaying } from '#doors/portraits/pictures-for-tests.ts';
import { isPlainPortrait } from '#doors/portraits/run-reader.ts';
import { cropOf } from './crop.ts';
import { isFinding } from './image-head.ts';
import { PICTURE_BYTES_MAX } from './limits.ts';
import { makePortrait } from './make-portrait.ts';
import type { MadePortrait } from './make-portrait.ts';

/** What became of a picture: the codes of its warnings, or why there is no portrait. */
async function outcome(bytes: Buffer): Promise<string> {
  const made = await makePortrait(sharp, bytes);
  return isFinding(made) ? made.code : made.warnings.map(({ code }) => code).join() || 'good';
}
async function portraitOf(bytes: Buffer): Promise<MadePortrait> {
  const made = await makePortrait(sharp, bytes);
  assert.ok(!isFinding(made), isFinding(made) ? made.code : '');
  return made;
}

test('a picture becomes an upright JPEG of 480×640 without what the camera wrote beside it', async () => {
  const taken = await aJpeg();
  const before = await sharp(taken).metadata();
  assert.ok(before.exif!.includes('GPS') || before.exif!.length > 100, 'the picture of the test has EXIF');
  const { jpeg } = await portraitOf(taken);
  const after = await sharp(jpeg).metadata();
  assert.deepEqual([after.format, after.width, after.height, after.space], ['jpeg', 480, 640, 'srgb']);
  for (const part of ['exif', 'icc', 'xmp', 'iptc', 'orientation'] as const) assert.equal(after[part], undefined, part);
  for (const word of ['Máy ảnh', 'Nguyễn', 'Exif', 'GPS']) assert.ok(!jpeg.includes(word), word);
  assert.ok(isPlainPortrait(jpeg));
});

test('a picture taken with the camera held across or overhead stands upright', async () => {
  for (const orientation of [1, 3, 6, 8]) {
    const taken = await aJpeg(600, 800, orientation);
    const { width, height } = await sharp(taken).metadata();
    assert.deepEqual([width, height], orientation >= 5 ? [800, 600] : [600, 800], `stored as held (${orientation})`);
    assert.equal(await cornersOf((await portraitOf(taken)).jpeg), 'RGBY', `orientation ${orientation}`);
  }
});

test('PNG, grey, transparent and 16-bit pictures are taken too; the same bytes give the same portrait', async () => {
  const png = await aPng();
  const { jpeg } = await portraitOf(png);
  assert.ok(jpeg.equals((await portraitOf(png)).jpeg));
  assert.equal(await cornersOf(jpeg), 'RGBY');
  assert.equal(await outcome(await sharp(png).grayscale().jpeg().toBuffer()), 'good');
  assert.equal(await outcome(await sharp(png).toColourspace('rgb16').png().toBuffer()), 'good');
  const clear = await sharp({ create: { width: 600, height: 800, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([{ input: await sharp(png).resize(300, 400).toBuffer(), left: 150, top: 200 }])
    .png()
    .toBuffer();
  const corner = await sharp((await portraitOf(clear)).jpeg)
    .extract({ left: 5, top: 5, width: 20, height: 20 })
    .raw()
    .toBuffer();
  assert.ok(
    corner.every((value) => value > 250),
    'what was transparent is white',
  );
});

test('the crop takes the middle of what is too wide and the upper part of what is too tall', () => {
  assert.deepEqual(cropOf(600, 800), { crop: { left: 0, top: 0, width: 600, height: 800 }, warnings: [] });
  assert.deepEqual(cropOf(800, 800), { crop: { left: 100, top: 0, width: 600, height: 800 }, warnings: [] });
  assert.deepEqual(cropOf(600, 900), { crop: { left: 0, top: 33, width: 600, height: 800 }, warnings: [] });
  assert.deepEqual(cropOf(1200, 800), {
    crop: { left: 300, top: 0, width: 600, height: 800 },
    warnings: [{ code: 'E-PORTRAIT-CROPPED', params: { percent: 50 } }],
  });
  for (let width = 240; width < 700; width += 7)
    for (let height = 320; height < 900; height += 11) {
      const placed = cropOf(width, height);
      if (isFinding(placed)) continue;
      const { left, top, width: w, height: h } = placed.crop;
      assert.ok(left >= 0 && top >= 0 && left + w <= width && top + h <= height, `${width}×${height}`);
      assert.ok(Math.abs(w / h - 0.75) < 0.005, `${width}×${height} → ${w}×${h}`);
    }
});

test('what is no portrait says which of the reasons it is', async () => {
  const jpeg = await aJpeg();
  const png = await aPng();
  const rows: readonly (readonly [what: string, bytes: Buffer, outcome: string])[] = [
    ['a text', Buffer.from('chỉ là chữ'), 'E-PORTRAIT-NOT-IMAGE'],
    ['nothing', Buffer.alloc(0), 'E-PORTRAIT-NOT-IMAGE'],
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'E-PORTRAIT-NOT-IMAGE'],
    ['a HEIC of a telephone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'E-PORTRAIT-OTHER-KIND'],
    ['a WebP', await sharp(png).webp().toBuffer(), 'E-PORTRAIT-OTHER-KIND'],
    ['a GIF', await sharp(png).gif().toBuffer(), 'E-PORTRAIT-OTHER-KIND'],
    ['a TIFF', await sharp(png).tiff().toBuffer(), 'E-PORTRAIT-OTHER-KIND'],
    ['too small after the crop', await aJpeg(400, 310), 'E-PORTRAIT-TOO-SMALL'],
    ['just large enough', await aJpeg(240, 320), 'E-PORTRAIT-COARSE'],
    ['across', await aJpeg(1200, 800), 'E-PORTRAIT-CROPPED'],
    ['a banner', await aJpeg(1700, 800), 'E-PORTRAIT-RATIO'],
    ['a strip', await aJpeg(400, 900), 'E-PORTRAIT-RATIO'],
    ['a JPEG cut in the middle', jpeg.subarray(0, jpeg.length / 2), 'E-PORTRAIT-TRUNCATED'],
    ['a JPEG without its last byte', jpeg.subarray(0, jpeg.length - 1), 'E-PORTRAIT-TRUNCATED'],
    ['a PNG cut in the middle', png.subarray(0, png.length / 2), 'E-PORTRAIT-TRUNCATED'],
    ['a PNG whose pixels are spoilt', spoilt(png), 'E-PORTRAIT-BROKEN'],
    ['a PNG with fewer pixels than it says', pngSaying(600, 800), 'E-PORTRAIT-BROKEN'],
    ['a bomb of 400 megapixels', pngSaying(20_000, 20_000), 'E-PORTRAIT-TOO-MANY-PIXELS'],
    ['a bomb of one long row', pngSaying(2_000_000_000, 1), 'E-PORTRAIT-TOO-MANY-PIXELS'],
    ['an animated PNG', pngSaying(600, 800, [chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))]), 'E-PORTRAIT-ANIMATED'],
    ['in the colours of print', await sharp(png).toColourspace('cmyk').jpeg().toBuffer(), 'E-PORTRAIT-CMYK'],
    [
      'one colour',
      await sharp({ create: { width: 600, height: 800, channels: 3, background: '#fefefe' } })
        .jpeg()
        .toBuffer(),
      'E-PORTRAIT-BLANK',
    ],
    ['two frames in one JPEG', twoFrames(jpeg), 'E-PORTRAIT-BROKEN'],
    ['a JPEG of endless scans', manyScans(await sharp(png).jpeg({ progressive: true }).toBuffer()), 'E-PORTRAIT-BROKEN'],
    ['a film behind the picture, as telephones put it', Buffer.concat([jpeg, Buffer.from('ftypmp42 phim')]), 'good'],
  ];
  for (const [what, bytes, expected] of rows) assert.equal(await outcome(bytes), expected, what);
});

/** The pixels of a PNG made wrong: its checks no longer fit. */
function spoilt(png: Buffer): Buffer {
  const copy = Buffer.from(png);
  const at = copy.indexOf('IDAT') + 40;
  copy.fill(0x55, at, at + 200);
  return copy;
}
const frameAt = (jpeg: Buffer): number => jpeg.indexOf(Buffer.from([0xff, 0xc0]));
function twoFrames(jpeg: Buffer): Buffer {
  const at = frameAt(jpeg);
  const frame = jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2));
  return Buffer.concat([jpeg.subarray(0, at), frame, jpeg.subarray(at)]);
}
/** The last scan again and again. */
function manyScans(jpeg: Buffer): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, jpeg.length - 2);
  return Buffer.concat([jpeg.subarray(0, jpeg.length - 2), ...Array.from({ length: 60 }, () => scan), jpeg.subarray(jpeg.length - 2)]);
}

test('noise is kept under the size that portraits have', async () => {
  const noise = await sharp({
    create: { width: 700, height: 900, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const { jpeg } = await portraitOf(noise);
  assert.ok(isPlainPortrait(jpeg), `${jpeg.length} bytes`);
});

test('what is put into the store is a picture and nothing else, whoever made it', async () => {
  const { jpeg } = await portraitOf(await aJpeg());
  const withComment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 6]), Buffer.from('abcd'), jpeg.subarray(2)]);
  const otherSize = await sharp(jpeg).resize(300, 400).jpeg().toBuffer();
  for (const [what, bytes] of [
    ['a comment', withComment],
    ['something behind the end', Buffer.concat([jpeg, Buffer.from('<script>')])],
    ['another size', otherSize],
    [
      'with EXIF',
      await sharp(jpeg)
        .withExif({ IFD0: { Make: 'x' } })
        .jpeg()
        .toBuffer(),
    ],
    ['cut', jpeg.subarray(0, jpeg.length - 3)],
    ['a text', Buffer.from('<html>')],
  ] as const)
    assert.equal(isPlainPortrait(bytes), false, what);
});

test('the limit of bytes is that of the dictionary', () => {
  const kind = fieldByKey('anh4x6')?.kind;
  assert.ok(kind?.name === 'file');
  assert.equal(PICTURE_BYTES_MAX, kind.maxMegabytes * 1024 * 1024);
  assert.deepEqual(kind.types, ['image/jpeg', 'image/png']);
});
