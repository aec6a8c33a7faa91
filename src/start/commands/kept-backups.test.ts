/** Copies are kept by day, week and month, and the last good one always. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backupFiles, backupName, backupsToRemove, retentionOf } from './kept-backups.ts';

/** One each night of 200 days until 29 November 2026. */
const nights = Array.from({ length: 200 }, (_, i) => backupName(new Date(Date.UTC(2026, 10, 29 - i, 18, 30)).toISOString()));
const gone = (keep: string, proven: string | null = null): string[] => backupsToRemove(backupFiles(nights), retentionOf(keep)!, proven);
const left = (keep: string, proven: string | null = null): string[] => nights.filter((name) => !gone(keep, proven).includes(name));

test('seven days, four weeks, three months: each by its newest', () => {
  assert.deepEqual(
    left('7,4,3').map((name) => name.slice(7, 15)),
    [
      '20261129',
      '20261128',
      '20261127',
      '20261126',
      '20261125',
      '20261124',
      '20261123',
      '20261122',
      '20261115',
      '20261108',
      '20261031',
      '20260930',
    ],
  );
});

test('the newest stays, and the one that was last restored whole, however old', () => {
  assert.deepEqual(left('1,0,0'), [nights[0]]);
  assert.deepEqual(left('1,0,0', nights[150]!), [nights[0], nights[150]]);
  assert.deepEqual(backupsToRemove(backupFiles([nights[9]!]), retentionOf('1,1,1')!, null), []);
});

test('what is not named so by us is not ours to remove, and a rule that keeps nothing is none', () => {
  assert.deepEqual(backupFiles(['truoc-0501-20261129T000000Z.backup', 'congvu-20261129T000000Z.backup.half', 'notes.txt']), []);
  for (const text of ['0,0,0', '7', '7,4', 'a,b,c', '7,4,-1', '']) assert.equal(retentionOf(text), null, text);
});
