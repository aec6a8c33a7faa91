/**
 * Writes the migration that brings the database's copy of the table of access up to `standard/access/roles.json`.
 *
 *     node bin/with-node24.mjs tools/write-access-migration.ts 0271      → a migration of that number whose name ends in `access_rows`
 *
 * Without a number it only says what would be written (exit 1 when the last migration of rows says something else).
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAY_ROWS, ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';

const FOLDER = join(import.meta.dirname, '../src/base/database/migrations');
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The whole migration: every row anew, since the table is small and nothing refers to its rows. */
export function accessRowsSql(): string {
  const roles = ROLE_CODES.map((role, i) => `  (${text(role)}, ${ROLES_GIVEN_BY_A_BODY.includes(role)}, ${i + 1})`);
  const rows = MAY_ROWS.map(
    ({ role, act, validFrom, validTo }) => `  (${[role, act, validFrom ?? '-infinity', validTo ?? 'infinity'].map(text).join(', ')})`,
  );
  return `-- Up Migration
-- The table of access, written by tools/write-access-migration.ts from standard/access/roles.json.

delete from access_may;
delete from access_role;
insert into access_role (role, given_by_body, position) values
${roles.join(',\n')};
insert into access_may (role, act, valid_from, valid_to) values
${rows.join(',\n')};
`;
}

/** What the last migration of rows says; null when there is none. */
export function lastAccessRows(): string | null {
  const last = globSync('*_access_rows.sql', { cwd: FOLDER }).sort().at(-1);
  return last === undefined ? null : readFileSync(join(FOLDER, last), 'utf8');
}

if (import.meta.main) {
  const number = process.argv[2];
  if (lastAccessRows() === accessRowsSql()) process.stdout.write('the database has every row of the table of access\n');
  else if (number === undefined) {
    process.stdout.write(accessRowsSql());
    process.exitCode = 1;
  } else {
    writeFileSync(join(FOLDER, `${number}_access_rows.sql`), accessRowsSql());
    writeFileSync(join(FOLDER, 'HEAD'), `${number}_access_rows\n`);
    process.stdout.write(`${number}_access_rows.sql written\n`);
  }
}
