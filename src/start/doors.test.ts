/** Each door knows its own bytes, whichever is asked first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipOf } from '#base/zip-for-tests.ts';
import { documentsDoor } from '#doors/documents/door.ts';
import { portraitsDoor } from '#doors/portraits/door.ts';
import { workbookDoor } from '#doors/workbook/door.ts';
import { doorFor } from '#record/intake/door.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test('the bytes say which door reads an upload, whatever it is named', () => {
  const workbook = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
  const pictures = { 'ảnh/000190000012.jpg': 'x', '__MACOSX/._000190000012.jpg': 'y' };
  const rows: readonly (readonly [what: string, bytes: Buffer, key: 'workbook' | 'portraits' | 'documents'])[] = [
    ['a workbook', zipOf(workbook), 'workbook'],
    ['a workbook cut in the middle', zipOf(workbook).subarray(0, 60), 'workbook'],
    ['a text document, which the other door names', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'workbook'],
    ['a zip of pictures', zipOf(pictures), 'portraits'],
    ['a zip of pictures cut in the middle', zipOf(pictures).subarray(0, 80), 'portraits'],
    ['a zip of pictures and a workbook', zipOf({ ...pictures, 'danh-sach.xlsx': zipOf(workbook) }), 'portraits'],
    ['an empty zip', bytes(`PK\u0005\u0006${'\0'.repeat(18)}`), 'portraits'],
    ['a JPEG', bytes('\u00ff\u00d8\u00ff\u00e0'), 'portraits'],
    ['a PNG', bytes('\u0089PNG\r\n\u001a\n'), 'portraits'],
    ['a HEIC', bytes('\0\0\0\u0018ftypheic'), 'portraits'],
    ['a RAR', bytes('Rar!\u001a\u0007'), 'portraits'],
    ['a PDF', bytes('%PDF-1.7'), 'documents'],
    ['a zip that begins with a PDF', zipOf({ 'a.pdf': '%PDF-1.7' }), 'portraits'],
    ['a PDF behind other bytes', bytes(`\u00ef\u00bb\u00bf\n%PDF-1.4`), 'documents'],
    ['an old workbook', bytes('\u00d0\u00cf\u0011\u00e0'), 'workbook'],
    ['a text', Buffer.from('số định danh;họ tên'), 'workbook'],
    ['one byte', bytes('P'), 'workbook'],
  ];
  for (const doors of [
    [workbookDoor, portraitsDoor, documentsDoor],
    [documentsDoor, portraitsDoor, workbookDoor],
  ])
    for (const [what, one, key] of rows) assert.equal(doorFor(doors, one)?.key, key, what);
});
