import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfEntry, numberOfFile } from './entry-names.ts';

test('what an entry is, by its name', () => {
  for (const [name, kind] of [
    ['ảnh/', 'folder'],
    ['000190000012.jpg', 'picture'],
    ['Phòng TCCB/000190000012.JPEG', 'picture'],
    ['IMG_2041.HEIC', 'picture'],
    ['000190000012', 'picture'],
    ['000190000012.txt', 'picture'],
    ['__MACOSX/ảnh/._000190000012.jpg', 'junk'],
    ['ảnh/._000190000012.jpg', 'junk'],
    ['ảnh/.DS_Store', 'junk'],
    ['Thumbs.db', 'junk'],
    ['desktop.ini', 'junk'],
    ['ghi chú.docx', 'other'],
    ['danh sách.xlsx', 'other'],
  ] as const)
    assert.equal(kindOfEntry(name), kind, name);
});

test('only a name that is the number and nothing else says whose picture it is', () => {
  for (const [name, number] of [
    ['000190000012.jpg', '000190000012'],
    ['a/b/000190000012.png', '000190000012'],
    ['C:\\ảnh\\000190000012.jpg', '000190000012'],
    ['000190000012 .jpg', '000190000012'],
    ['000190000012 (1).jpg', null],
    ['000190000012_NguyenVanA.jpg', null],
    ['190000012.jpg', null],
    ['0001900000123.jpg', null],
    ['Nguyễn Văn A.jpg', null],
    ['', null],
  ] as const)
    assert.equal(numberOfFile(name), number, name);
});
