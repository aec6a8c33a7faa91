import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainFileName, withoutLongNumbers } from './file-name.ts';

test('a name of a file is shown without path, control characters and citizen numbers', () => {
  for (const [name, shown] of [
    ['C:\\Ảnh\\000190000012.jpg', '000•••••0012.jpg'],
    ['ho-so-20261101.xlsx', 'ho-so-20261101.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000\u202Eb.zip', 'ab.zip'],
    ['1900000123.png', '190•••••0123.png'],
    ['Hồ sơ Sở Nội vụ.xlsx'.normalize('NFD'), 'Hồ sơ Sở Nội vụ.xlsx'],
    ['ảnh/Trường Đặng.zip'.normalize('NFD'), 'Trường Đặng.zip'],
  ] as const)
    assert.equal(withoutLongNumbers(plainFileName(name)), shown, name);
});
