/** What is refused of a part before anything reads its tags: declarations that could name other files, and bytes that are no UTF-8. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipOf } from '#base/zip-for-tests.ts';
import { readDirectory } from '#base/zip.ts';
import { textOfPart } from './workbook-zip.ts';

const LIMITS = { entriesMax: 10, inflatedBytesMax: 100_000, ratioMax: 1_000 };

/** The text of a part that holds these bytes. */
function read(content: string | Buffer): Promise<string> {
  const bytes = zipOf({ 'part.xml': content });
  const [entry] = readDirectory(bytes, LIMITS);
  return textOfPart(bytes, entry!, { inflated: 0 });
}

test('a plain part is read as it stands', async () => {
  assert.equal(await read('<?xml version="1.0" encoding="UTF-8"?><a>ệ</a>'), '<?xml version="1.0" encoding="UTF-8"?><a>ệ</a>');
});

for (const [what, content] of [
  ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['a document type alone', '<!DOCTYPE a><a/>'],
  ['an entity inside of what looks like a comment', '<a><!-- <!ENTITY b "c"> --></a>'],
  ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e])],
] as const)
  test(`${what} is refused`, async () => {
    await assert.rejects(read(content), /E-WORKBOOK-UNSAFE/);
  });
