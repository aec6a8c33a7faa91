/** Whose a document is and what it is, from its name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocumentName } from './document-name.ts';

test('number, kind, symbol, day; signs that names cannot have; kind, symbol and day may be missing', () => {
  assert.deepEqual(readDocumentName('000190000012_QD_12%2FQĐ-SNV_2026-03-01.pdf'), {
    number: '000190000012',
    kind: 'QD',
    symbol: '12/QĐ-SNV',
    issuedOn: '2026-03-01',
  });
  assert.equal(readDocumentName('quét/000190000012_VAN%5FBANG_7_8_2026-03-01.PDF')?.kind, 'VAN_BANG');
  assert.equal(readDocumentName('000190000012_QD_7_8_2026-03-01.pdf')?.symbol, '7_8');
  assert.equal(readDocumentName('000190000012_QD_100%.pdf')?.symbol, '100%');
  assert.deepEqual(readDocumentName('000190000012.pdf'), { number: '000190000012', kind: '', symbol: '', issuedOn: '' });
});

test('nobody, or cut off on the way: no name of a document', () => {
  for (const name of ['quyết định.pdf', '00019000001_QD.pdf', '', '_', '000190000012_QD_12%2FQĐ-SNV_2026-0'])
    assert.equal(readDocumentName(name), null, name);
});
