import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipOf } from './zip-for-tests.ts';
import { ZipRefusal, inflateEntry, readDirectory } from './zip.ts';
import type { ZipLimits } from './zip.ts';

const WIDE: ZipLimits = { entriesMax: 10, inflatedBytesMax: 10_000_000, ratioMax: 200 };

async function opened(bytes: Buffer, limits = WIDE): Promise<Record<string, string>> {
  const counter = { inflated: 0 };
  const found: Record<string, string> = {};
  for (const entry of readDirectory(bytes, limits)) {
    let text = '';
    for await (const piece of inflateEntry(bytes, entry, counter, limits)) text += piece.toString();
    found[entry.name] = text;
  }
  return found;
}
const refusalOf = async (bytes: Buffer, limits = WIDE): Promise<string | null> =>
  opened(bytes, limits).then(
    () => null,
    (error: unknown) => (error instanceof ZipRefusal ? `${error.reason} ${error.why}` : String(error)),
  );

test('what was put into a zip comes out of it', async () => {
  assert.deepEqual(await opened(zipOf({ 'a.txt': 'một', 'thư mục/b.txt': 'hai' })), { 'a.txt': 'một', 'thư mục/b.txt': 'hai' });
});

test('each door has limits of its own, and they are counted before and while bytes come out', async () => {
  const zip = zipOf({ 'a.txt': 'a'.repeat(2_000), 'b.txt': 'b' });
  assert.equal(await refusalOf(zip, { ...WIDE, entriesMax: 1 }), 'bomb quá nhiều phần');
  assert.equal(await refusalOf(zip, { ...WIDE, inflatedBytesMax: 2_000 }), 'large bung ra quá lớn');
  assert.equal(await refusalOf(zipOf({ 'a.txt': 'a'.repeat(200_000) }), { ...WIDE, inflatedBytesMax: 2_000 }), 'bomb bung ra quá lớn');
  const tight = zipOf({ 'a.txt': 'a'.repeat(2_000_000) });
  assert.equal(await refusalOf(tight, { ...WIDE, ratioMax: 100 }), 'bomb nén quá chặt');
  assert.equal(await refusalOf(tight, { ...WIDE, ratioMax: 2_000 }), null);
  assert.equal(await refusalOf(zipOf({ 'a.txt': { content: 'a'.repeat(50), lie: { declaredBytes: 10 } } })), 'bomb lớn hơn đã khai');
});

test('a name that leads out of the folder, or that two programs would read differently, refuses the whole', async () => {
  for (const name of ['../a.jpg', '/a.jpg', 'a/../../b.jpg', 'C:a.jpg', 'a\\b.jpg', ''])
    assert.equal(await refusalOf(zipOf({ [name]: 'x' })), 'unsafe tên phần tệp không an toàn', name);
  assert.equal(await refusalOf(zipOf({ 'a.jpg': 'x', 'A.JPG': 'y' })), 'unsafe hai phần cùng tên');
  assert.equal(await refusalOf(zipOf({ 'a.jpg': { content: 'x', lie: { localName: 'b.jpg' } } })), 'unsafe hai tên cho một phần');
});

test('a broken, cut or encrypted zip says which it is', async () => {
  const zip = zipOf({ 'a.txt': 'một' });
  assert.equal(await refusalOf(Buffer.from('không phải')), 'not-a-zip ');
  assert.equal(await refusalOf(zip.subarray(0, zip.length - 30)), 'broken thiếu phần cuối');
  assert.equal(await refusalOf(zipOf({ 'a.txt': { content: 'x', lie: { crc: 1 } } })), 'broken nội dung không khớp mã kiểm tra');
  assert.equal(await refusalOf(zipOf({ 'a.txt': { content: 'x', lie: { flags: 1 } } })), 'password ');
});
