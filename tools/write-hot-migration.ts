/**
 * Writes the migration that brings the register's tables up to the hot columns of the dictionary.
 *
 *     node bin/with-node24.mjs tools/write-hot-migration.ts 0120      → <number>_hot_columns among the migrations
 *
 * Columns that a migration added before are left out; without a number it only says what is missing (exit 1).
 * A column whose field is gone stays: old versions hold it (expand, then contract).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';

const FOLDER = join(import.meta.dirname, '../src/base/database/migrations');
const TABLES = ['person', 'person_version'];

/** Names of columns that some migration has added to `person`. */
export function columnsInMigrations(): Set<string> {
  const text = readdirSync(FOLDER)
    .filter((name) => name.endsWith('_hot_columns.sql'))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n');
  return new Set([...text.matchAll(/^ {2}add column (\w+) /gm)].map((match) => match[1]!));
}

/** The statements for columns that no migration has added yet; null when there are none. */
export function missingColumnsSql(): string | null {
  const there = columnsInMigrations();
  const missing = HOT_COLUMNS.filter((column) => !there.has(column.column));
  if (missing.length === 0) return null;
  const adds = missing
    .map(({ column, sqlType }) => `  add column ${column} ${sqlType}${sqlType === 'text' ? ' collate "C"' : ''}`)
    .join(',\n');
  return `-- Up Migration\n-- Hot columns of the dictionary, written by tools/write-hot-migration.ts.\n\n${TABLES.map((table) => `alter table ${table}\n${adds};\n`).join('\n')}\ngrant update (${missing.map(({ column }) => column).join(', ')}) on person to congvu_app;\n`;
}

if (import.meta.main) {
  const number = process.argv[2];
  const sql = missingColumnsSql();
  if (sql === null) process.stdout.write('every hot column has its migration\n');
  else if (!number) {
    process.stdout.write(sql);
    process.exitCode = 1;
  } else {
    writeFileSync(join(FOLDER, `${number}_hot_columns.sql`), sql);
    writeFileSync(join(FOLDER, 'HEAD'), `${number}_hot_columns\n`);
    process.stdout.write(`${number}_hot_columns.sql written\n`);
  }
}
