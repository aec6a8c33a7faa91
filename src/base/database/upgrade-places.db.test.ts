/** A database of the version before places were the doors' own is upgraded with what it holds: rows, columns and sheets become places. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { openEarlierDatabase } from './earlier-database-for-tests.ts';
import type { EarlierDatabase } from './earlier-database-for-tests.ts';

let database: EarlierDatabase;
let client: pg.Client;
before(async () => {
  database = await openEarlierDatabase('0241_places');
  ({ client } = database);
});
after(() => database?.close());

const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Two submissions of the last version: a workbook with cells, accepted suggestions and parts that were not read; and pictures. */
async function fillOld(): Promise<void> {
  const at = '2026-11-10T00:00:00Z';
  await client.query(`create table submission_line_all partition of submission_line default`);
  await client.query(`create table submission_problem_all partition of submission_problem default`);
  await client.query(`insert into body (body_id, born_by) values ('${id(1)}', '${id(8)}')`);
  for (const [last, number, source, kind, report] of [
    [
      2,
      'TL-1',
      'EXCEL',
      'workbook',
      { template: 'T', ignored: [{ kind: 'column', sheet: 'Hồ sơ', row: null, column: 'AB', why: { vi: 'a', en: 'b' } }] },
    ],
    [3, 'TL-2', 'CONG', 'portraits', {}],
  ] as const) {
    await client.query(
      `insert into submission (submission_id, body_id, upload_number, source, state, created_at) values ($1, $2, $3, $4, 'reading', $5)`,
      [id(last), id(1), number, source, at],
    );
    await client.query(
      `insert into submission_file (submission_id, round, body_id, sha256, size_bytes, file_name, sender_id, sender_identity, at, stage, stage_at, kind, report)
       values ($1, 1, $2, $3, 1, 'x', $4, '\\x01', $5, 'checked', $5, $6, $7)`,
      [id(last), id(1), Buffer.from([last]), id(9), at, kind, JSON.stringify(report)],
    );
    await client.query(
      `insert into submission_line (submission_id, round, line_no, at, body_id, name, sheet_row, verdict, comparison, sealed)
       values ($1, 1, 1, $2, $3, 'A', 4, 'accepted', 'new', '\\x00')`,
      [id(last), at, id(1)],
    );
  }
  await client.query(
    `insert into submission_problem (submission_id, round, problem_no, at, body_id, code, severity, sheet, row_no, column_letter, field, sealed) values
       ('${id(2)}', 1, 1, '${at}', '${id(1)}', 'E-A', 'error', 'Hồ sơ', 4, 'C', 'ngaySinh', '\\x00'),
       ('${id(2)}', 1, 2, '${at}', '${id(1)}', 'E-B', 'error', 'Hồ sơ', null, null, null, '\\x00'),
       ('${id(2)}', 1, 3, '${at}', '${id(1)}', 'E-C', 'error', null, null, null, null, '\\x00'),
       ('${id(3)}', 1, 1, '${at}', '${id(1)}', 'E-D', 'error', null, 2, null, 'anh4x6', '\\x00')`,
  );
  await client.query(
    `insert into submission_fix (submission_id, round, step_no, sheet, row_no, column_letter, body_id, sealed, by_account, by_identity, at) values
       ('${id(2)}', 1, 1, 'Hồ sơ', 4, 'AA', '${id(1)}', '\\x00', '${id(9)}', '\\x01', '${at}'),
       ('${id(2)}', 1, 1, 'Hồ sơ', 4, 'C', '${id(1)}', '\\x00', '${id(9)}', '\\x01', '${at}'),
       ('${id(2)}', 1, 2, 'Lương', 9, 'B', '${id(1)}', '\\x00', '${id(9)}', '\\x01', '${at}')`,
  );
}

test('what stood in columns stands in places, in the same order, and nothing is lost', async () => {
  await fillOld();
  await database.upgrade();
  assert.deepEqual(await database.rowsOf('select place from submission_line order by submission_id'), [[{ row: 4 }], [{ row: 4 }]]);
  assert.deepEqual(await database.rowsOf('select code, place from submission_problem order by code'), [
    ['E-A', { sheet: 'Hồ sơ', row: 4, column: 'C' }],
    ['E-B', { sheet: 'Hồ sơ' }],
    ['E-C', null],
    ['E-D', { row: 2 }],
  ]);
  assert.deepEqual(await database.rowsOf('select step_no, no, place from submission_fix order by step_no, no'), [
    [1, 1, { sheet: 'Hồ sơ', row: 4, column: 'C' }],
    [1, 2, { sheet: 'Hồ sơ', row: 4, column: 'AA' }],
    [2, 1, { sheet: 'Lương', row: 9, column: 'B' }],
  ]);
  assert.deepEqual(
    await database.rowsOf('select source, door, report from submission join submission_file using (submission_id) order by upload_number'),
    [
      [
        'workbook',
        'workbook',
        { template: 'T', ignored: [{ kind: 'column', place: { sheet: 'Hồ sơ', column: 'AB' }, why: { vi: 'a', en: 'b' } }] },
      ],
      ['portraits', 'portraits', {}],
    ],
  );
});

test('a source that nobody has, and a key that is none, are refused', async () => {
  await assert.rejects(client.query(`update submission set source = 'EXCEL'`), /submission_source_check/);
  await assert.rejects(client.query(`update submission_file set door = 'A door'`), /submission_file_door_check/);
});
