/** What stands against an upgrade: programs that could not live with it, and too little room for the backup before it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostRows } from './count-rows.ts';
import { judgeUpgrade } from './plan.ts';
import { mayStartMigrate } from './start-migrates.ts';

const room = { file: '/b/x.backup', folder: '/b', bytesAtMost: 10 ** 9, bytesFree: 10 ** 12 };
const contracts = (step: string): string | null => (step === '0720_takes_away' ? '0700_before' : null);
const judged = (head: string, backup: typeof room | null = room): string[] =>
  judgeUpgrade({ steps: ['0710_adds', '0720_takes_away'], servers: [{ head, connections: 3 }], backup }, contracts).map(({ code }) => code);

test('servers of the version before go on; older ones would fail, and stop it', () => {
  assert.deepEqual(judged('0700_before'), []);
  assert.deepEqual(judged('0600_older'), ['E-UPGRADE-SERVERS-TOO-OLD']);
});

test('a disk on which the backup may not fit stops it, unless none is made', () => {
  assert.deepEqual(judged('0700_before', { ...room, bytesFree: 10 ** 9 }), ['E-DISK-LITTLE']);
  assert.deepEqual(judged('0700_before', null), []);
});

test('a table that holds less, or is gone, is told; more rows and another name are not', () => {
  const table = (name: string, rows: number) => ({ name, rows });
  const before = new Map([
    [1, table('person', 5)],
    [2, table('hat', 3)],
    [3, table('old_name', 2)],
  ]);
  const after = new Map([
    [1, table('person', 4)],
    [3, table('new_name', 9)],
  ]);
  assert.deepEqual(lostRows(before, after), [
    { table: 'person', before: 5, after: 4 },
    { table: 'hat', before: 3, after: 0 },
  ]);
});

test('a start migrates what is empty, a demo or of development; a real installation with people is upgraded first', () => {
  const start = (production: boolean, demo: boolean, head: string | null, anybody: boolean): string => {
    const holds = {
      what: head === null ? 'nothing' : 'ours',
      head,
      newer: null,
      goesOn: true,
      others: [],
      demo,
      anybody,
      schemas: [],
    } as const;
    const may = mayStartMigrate({ production, demo }, { holds }, '0700_now');
    return may.ok ? 'migrates' : may.problems[0]!.code;
  };
  assert.equal(start(true, false, '0600_then', true), 'E-UPGRADE-FIRST');
  assert.equal(start(true, false, '0700_now', true), 'migrates', 'there is nothing to do');
  assert.equal(start(true, false, null, false), 'migrates', 'the first start');
  assert.equal(start(true, false, '0600_then', false), 'migrates', 'begun, and nobody in it');
  assert.equal(start(true, true, '0600_then', true), 'migrates');
  assert.equal(start(false, false, '0600_then', true), 'migrates');
});
