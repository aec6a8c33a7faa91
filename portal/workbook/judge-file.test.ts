import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/intake/limits.ts';
import { FILE_BYTES_MAX, judgeFile, secondsLeft } from './judge-file.ts';

test('the limit told on the page is the limit of the server', () => assert.equal(FILE_BYTES_MAX, UPLOAD_SIZE_BYTES_MAX));

test('a file that would be refused is told before it is sent', () => {
  for (const [name, size, judged] of [
    ['Hồ sơ.XLSX', 10, 'good'],
    ['cu.xls', 10, 'otherKind'],
    ['a.xlsx.exe', 10, 'otherKind'],
    ['ảnh.ZIP', 10, 'good'],
    ['000190000012.jpg', 10, 'good'],
    ['000190000012.PNG', 10, 'good'],
    ['ảnh.rar', 10, 'otherKind'],
    ['IMG_1.heic', 10, 'otherKind'],
    ['a.xlsx', 0, 'empty'],
    ['a.xlsx', FILE_BYTES_MAX, 'good'],
    ['a.xlsx', FILE_BYTES_MAX + 1, 'tooLarge'],
  ] as const)
    assert.equal(judgeFile({ name, size }), judged, name);
});

test('a correction is of the kind that was sent', () => {
  for (const [name, kind, judged] of [
    ['a.xlsx', 'workbook', 'good'],
    ['a.zip', 'workbook', 'notXlsx'],
    ['a.zip', 'portraits', 'good'],
    ['a.xlsx', 'portraits', 'notPictures'],
  ] as const)
    assert.equal(judgeFile({ name, size: 10 }, kind), judged, name);
});

test('time left is told once there is something to judge by', () => {
  assert.equal(secondsLeft(0, 100, 5_000), null);
  assert.equal(secondsLeft(10, 100, 500), null);
  assert.equal(secondsLeft(25, 100, 2_000), 6);
});
