import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/submission/limits.ts';
import { FILE_BYTES_MAX, judgeFile, secondsLeft } from './judge-file.ts';

test('the limit told on the page is the limit of the server', () => assert.equal(FILE_BYTES_MAX, UPLOAD_SIZE_BYTES_MAX));

test('a file that would be refused is told before it is sent', () => {
  for (const [name, size, judged] of [
    ['Hồ sơ.XLSX', 10, 'good'],
    ['cu.xls', 10, 'notXlsx'],
    ['a.xlsx.exe', 10, 'notXlsx'],
    ['a.xlsx', 0, 'empty'],
    ['a.xlsx', FILE_BYTES_MAX, 'good'],
    ['a.xlsx', FILE_BYTES_MAX + 1, 'tooLarge'],
  ] as const)
    assert.equal(judgeFile({ name, size }), judged, name);
});

test('time left is told once there is something to judge by', () => {
  assert.equal(secondsLeft(0, 100, 5_000), null);
  assert.equal(secondsLeft(10, 100, 500), null);
  assert.equal(secondsLeft(25, 100, 2_000), 6);
});
