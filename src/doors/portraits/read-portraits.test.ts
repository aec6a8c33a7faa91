import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import sharp from 'sharp';
import { zipOf } from '#base/zip-for-tests.ts';
import type { Part } from '#base/zip-for-tests.ts';
import type { ReadFile, ReadPerson } from '#record/intake/port.ts';
import { PACKED } from '#standard/list-edition.ts';
import { aJpeg, aPng, pngSaying } from './pictures-for-tests.ts';
import { readPortraits } from './read-portraits.ts';

const ONE = '000190000012';
const TWO = '000190000013';

/** Reads by the door as a submission does: in the sandboxed parser. */
const read = (bytes: Uint8Array, fileName = 'ảnh.zip'): Promise<ReadFile<readonly ReadPerson[]>> =>
  readPortraits(bytes, {
    fileName,
    today: '2026-11-01',
    asOf: '2026-11-01',
    demo: true,
    lists: PACKED,
    fixes: [],
    bodyKnown: () => true,
    progress: () => undefined,
  });
async function people(bytes: Uint8Array, fileName?: string) {
  const file = await read(bytes, fileName);
  assert.ok(file.kind === 'read', file.kind === 'refused' ? file.problem.code : '');
  return file;
}
async function refusal(bytes: Uint8Array): Promise<string> {
  const file = await read(bytes);
  return file.kind === 'refused' ? file.problem.code : 'read';
}

test('a zip of pictures is people of whom the portrait is said, and what was left aside is named', async () => {
  const file = await people(
    zipOf({
      'Phòng Tổ chức/': '',
      [`Phòng Tổ chức/${ONE}.jpg`]: await aJpeg(),
      [`Phòng Tổ chức/${TWO}.PNG`]: await aPng(),
      [`__MACOSX/Phòng Tổ chức/._${ONE}.jpg`]: 'Mac OS X',
      'Phòng Tổ chức/.DS_Store': 'x',
      'ghi chú.txt': 'ảnh năm 2026',
    }),
  );
  assert.deepEqual(
    file.people.map(({ place, name, givenAs, checked }) => [place['row'], name, givenAs, checked.nationalId, checked.problems.length]),
    [
      [1, '', `Phòng Tổ chức/${ONE}.jpg`, ONE, 0],
      [2, '', `Phòng Tổ chức/${TWO}.PNG`, TWO, 0],
    ],
  );
  assert.equal(file.files.length, 2);
  const hashes = file.files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  assert.deepEqual(
    file.people.map(({ checked }) => checked.document),
    hashes.map((sha256) => ({ A: { anh4x6: sha256 } })),
  );
  for (const jpeg of file.files) {
    const { width, height, exif } = await sharp(jpeg).metadata();
    assert.deepEqual([width, height, exif], [480, 640, undefined]);
  }
  assert.deepEqual(
    file.ignored.map(({ kind, place }) => [kind, place['sheet']]),
    [
      ['file', '__MACOSX/Phòng Tổ chức/._000•••••0012.jpg'],
      ['file', 'Phòng Tổ chức/.DS_Store'],
      ['file', 'ghi chú.txt'],
    ],
  );
});

test('one picture by itself is named by the number of its person', async () => {
  const good = await people(await aJpeg(), `${ONE}.jpg`);
  assert.deepEqual([good.people[0]?.checked.nationalId, good.people[0]?.checked.problems], [ONE, []]);
  const other = await people(await aJpeg(), 'ảnh thẻ của tôi.jpg');
  assert.equal(other.people[0]?.checked.nationalId, null);
  assert.deepEqual(
    other.people[0]?.checked.problems.map(({ code, value, where }) => [code, value, where]),
    [['E-PORTRAIT-NAME', 'ảnh thẻ của tôi.jpg', { row: 1, field: 'anh4x6' }]],
  );
});

test('each picture says for itself what is wrong with it; the others are read on', async () => {
  const jpeg = await aJpeg();
  const wrong: Record<string, readonly [Part, string]> = {
    '000190000101.jpg': ['không phải ảnh', 'E-PORTRAIT-NOT-IMAGE'],
    '000190000102.jpg': [Buffer.from('\0\0\0\u0018ftypheic\0\0', 'latin1'), 'E-PORTRAIT-OTHER-KIND'],
    '000190000103.jpg': [await aJpeg(200, 260), 'E-PORTRAIT-TOO-SMALL'],
    '000190000104.jpg': [jpeg.subarray(0, jpeg.length - 500), 'E-PORTRAIT-TRUNCATED'],
    '000190000105.png': [pngSaying(30_000, 30_000), 'E-PORTRAIT-TOO-MANY-PIXELS'],
    '000190000106.png': [pngSaying(600, 800), 'E-PORTRAIT-BROKEN'],
    '000190000107.jpg': [await aJpeg(2000, 700), 'E-PORTRAIT-RATIO'],
    '000190000108.jpg': [Buffer.concat([jpeg, randomBytes(2 * 1024 * 1024)]), 'E-PORTRAIT-TOO-LARGE'],
    [`a/${TWO}.jpg`]: [jpeg, 'E-PORTRAIT-TWICE'],
    [`b/${TWO}.jpg`]: [await aPng(), 'E-PORTRAIT-TWICE'],
    'Trần Thị Hoa.jpg': [jpeg, 'E-PORTRAIT-NAME'],
  };
  const file = await people(
    zipOf({ ...Object.fromEntries(Object.entries(wrong).map(([name, [part]]) => [name, part])), [`${ONE}.jpg`]: jpeg }),
  );
  assert.deepEqual(
    Object.fromEntries(file.people.map(({ givenAs, checked }) => [givenAs, checked.problems.map(({ code }) => code).join()])),
    { ...Object.fromEntries(Object.entries(wrong).map(([name, [, code]]) => [name, code])), [`${ONE}.jpg`]: '' },
  );
  for (const { checked } of file.people)
    for (const problem of checked.problems) {
      assert.ok(problem.next.vi.length > 10 && problem.next.en.length > 10, problem.code);
      assert.ok(!/[{}]/.test(problem.title.vi + problem.next.vi), problem.title.vi);
    }
});

/** Bytes that no zip makes smaller; the same each time. */
function randomBytes(length: number): Buffer {
  const out = Buffer.alloc(length);
  let state = 7;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    out[i] = state >>> 16;
  }
  return out;
}

test('a hostile or broken archive is refused as a whole, and it is said why', async () => {
  const jpeg = await aJpeg();
  const good = zipOf({ [`${ONE}.jpg`]: jpeg });
  for (const [what, bytes, code] of [
    ['a path out of the folder', zipOf({ [`../${ONE}.jpg`]: jpeg }), 'E-PORTRAITS-UNSAFE'],
    ['an absolute path', zipOf({ [`/${ONE}.jpg`]: jpeg }), 'E-PORTRAITS-UNSAFE'],
    ['two names for one entry', zipOf({ [`${ONE}.jpg`]: { content: jpeg, lie: { localName: `${TWO}.jpg` } } }), 'E-PORTRAITS-UNSAFE'],
    ['the same name twice', zipOf({ [`${ONE}.jpg`]: jpeg, [`${ONE}.JPG`]: jpeg }), 'E-PORTRAITS-UNSAFE'],
    ['a bomb by its own declaration', zipOf({ [`${ONE}.jpg`]: Buffer.alloc(40 * 1024 * 1024) }), 'E-PORTRAITS-BOMB'],
    ['more than it says', zipOf({ [`${ONE}.jpg`]: { content: jpeg, lie: { declaredBytes: 1000 } } }), 'E-PORTRAITS-BOMB'],
    ['a password', zipOf({ [`${ONE}.jpg`]: { content: jpeg, lie: { flags: 1 } } }), 'E-PORTRAITS-PASSWORD'],
    ['cut in the middle', good.subarray(0, good.length / 2), 'E-PORTRAITS-BROKEN'],
    ['a spoilt checksum', zipOf({ [`${ONE}.jpg`]: { content: jpeg, lie: { crc: 7 } } }), 'E-PORTRAITS-BROKEN'],
    ['an empty zip', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), 'E-PORTRAITS-EMPTY'],
    ['no picture in it', zipOf({ 'ghi chú.txt': 'x', '.DS_Store': 'y' }), 'E-PORTRAITS-EMPTY'],
    ['a RAR', Buffer.from('Rar!\u001a\u0007\u0000'), 'E-PORTRAITS-OTHER-ARCHIVE'],
    [
      'too many',
      zipOf(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`${String(i).padStart(12, '0')}.jpg`, 'x']))),
      'E-PORTRAITS-TOO-MANY',
    ],
  ] as const)
    assert.equal(await refusal(bytes), code, what);
});

test('a picture as heavy as one may be is read within the limits of the child', async () => {
  // 25 megapixels with 16 bits a channel, interlaced: the decoder must hold all of it.
  const large = await sharp({ create: { width: 4300, height: 5700, channels: 3, background: '#345' } })
    .composite([
      {
        input: await sharp(await aPng())
          .resize(2000, 3000)
          .toBuffer(),
      },
    ])
    .toColourspace('rgb16')
    .png({ progressive: true, compressionLevel: 9 })
    .toBuffer();
  const file = await people(large, `${ONE}.png`);
  assert.equal(file.people[0]?.checked.problems.map(({ code }) => code).join(), '');
});
