/** Every hot column of the dictionary stands in the register's tables, with the type it has there. A column whose field is gone may stay: old versions hold it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { HOT_COLUMNS, hotColumnsSql } from '#standard/hot-columns.ts';

const FOLDER = resolve(import.meta.dirname, '../../src/base/database/migrations');
const NAMES = globSync('*_hot_columns*.sql', { cwd: FOLDER }).sort();

/** `name type` of the columns that the migrations of hot columns add to a table. */
const added = (table: string): string[] =>
  NAMES.flatMap((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const statements = text.split(';').filter((statement) => new RegExp(`alter table ${table}\\s`).test(statement));
    return statements.flatMap((statement) =>
      [...statement.matchAll(/add column (?:if not exists )?(.+?),?$/gm)].map((match) => match[1]!.trim()),
    );
  });

for (const table of ['person', 'person_version']) {
  test(`${table} has the hot columns of the dictionary`, () => {
    const there = new Set(added(table));
    const missing = HOT_COLUMNS.map((column) => hotColumnsSql([column]).trim()).filter((column) => !there.has(column));
    assert.deepEqual(missing, [], 'run tools/write-hot-migration.ts');
  });
}
