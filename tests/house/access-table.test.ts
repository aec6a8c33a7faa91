/** The table of access is one: codes of roles, the list of roles, the database's rows and the acts that may be asked say the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCESS_ACTS } from '#standard/access/acts.ts';
import { MAY_ROWS, OWN_ACTS, mayOn } from '#standard/access/roles.ts';
import { codeList } from '#standard/code-lists.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import { accessRowsSql, lastAccessRows } from '../../tools/write-access-migration.ts';

test('the last migration of rows says what the table says', () => {
  assert.equal(lastAccessRows(), accessRowsSql(), 'run tools/write-access-migration.ts with the next number');
});

test('roles are those of the list vai_tro', () => {
  assert.deepEqual(
    codeList('vai_tro').entries.map(({ code }) => code),
    [...ROLE_CODES],
  );
});

test('every act of the table may be asked, every act that may be asked is somebody’s, none stands twice', () => {
  const acts: ReadonlySet<string> = new Set(ACCESS_ACTS);
  assert.deepEqual(
    [...MAY_ROWS.map(({ act }) => act), ...OWN_ACTS].filter((act) => !acts.has(act)),
    [],
  );
  assert.deepEqual(
    ACCESS_ACTS.filter((act) => !OWN_ACTS.has(act) && !MAY_ROWS.some((row) => row.act === act)),
    [],
  );
  assert.equal(new Set(MAY_ROWS.map(({ role, act, validFrom }) => `${role} ${act} ${validFrom}`)).size, MAY_ROWS.length);
});

test('an act is allowed from its day up to, and without, its last', () => {
  assert.equal(mayOn('NHAP_LIEU', 'upload.create', '2026-11-28'), true);
  assert.equal(mayOn('GIAM_SAT', 'record.read', '2026-11-28'), false);
  assert.ok(MAY_ROWS.every(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom < validTo));
});
