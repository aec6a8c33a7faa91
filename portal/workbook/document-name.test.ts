/** What is filled in travels as the name of a file and is read by the server as it was meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocumentName } from '#standard/document-name.ts';
import { DOCUMENT_BYTES_MAX, PAGES_MAX } from '#doors/documents/reader/limits.ts';
import { plainFileName } from '#record/intake/file-name.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { documentName, fits, isDay, isNationalId, judgeDocument } from './document-name.ts';

const stated = { number: '000 190 000.012', kind: 'VAN_BANG', symbol: ' 12.a_b/QĐ-SNV 100% ', day: '1/3/2026' };

test('number, kind, symbol and day come back as they were filled in', () => {
  assert.deepEqual(readDocumentName(plainFileName(documentName(stated))), {
    number: '000190000012',
    kind: 'VAN_BANG',
    symbol: '12.a_b/QĐ-SNV 100%',
    issuedOn: '2026-03-01',
  });
  assert.deepEqual(readDocumentName(documentName({ ...stated, symbol: '', day: '' })), {
    number: '000190000012',
    kind: 'VAN_BANG',
    symbol: '',
    issuedOn: '',
  });
});

test('what does not fit into a name is told before it is sent; the server does not read a name that was cut', () => {
  assert.ok(fits({ ...stated, symbol: 'Đ'.repeat(50) }));
  const long = { ...stated, symbol: '/'.repeat(50) };
  assert.ok(!fits(long));
  assert.equal(readDocumentName(plainFileName(documentName(long))), null);
});

test('limits are those of the server and of the dictionary', () => {
  const file = fieldByKey('taiLieu.tep')!.kind;
  assert.equal(file.name === 'file' && file.maxMegabytes * 1024 * 1024, DOCUMENT_BYTES_MAX);
  const pages = fieldByKey('taiLieu.soTrang')!.kind;
  assert.equal(pages.name === 'integer' && pages.max, PAGES_MAX);
  assert.equal(judgeDocument({ name: 'A.PDF', size: DOCUMENT_BYTES_MAX }), null);
  assert.equal(judgeDocument({ name: 'a.pdf', size: DOCUMENT_BYTES_MAX + 1 }), 'tooLarge');
  assert.equal(judgeDocument({ name: 'a.pdf', size: 0 }), 'empty');
  assert.equal(judgeDocument({ name: 'a.docx', size: 1 }), 'notPdf');
});

test('a number has twelve digits, a day is typed as people type it', () => {
  assert.deepEqual(['000190000012', '000 190 000 012', '00019000001', 'abc'].map(isNationalId), [true, true, false, false]);
  assert.deepEqual(['', '1/3/2026', '01/03/2026', '2026-03-01'].map(isDay), [true, true, true, false]);
});
