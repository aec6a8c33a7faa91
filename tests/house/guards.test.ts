/** Guards stay breakable: what each entry breaks stands in its file, and the tests that notice it are there. `npm run break-guards` breaks them for real. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { GUARDS } from '../../tools/guards.ts';
import { ROOT, filesLike, textOf } from './sources.ts';

test('every guard can be broken as written, and names tests that are there', () => {
  assert.ok(GUARDS.length > 150, String(GUARDS.length));
  const stale = GUARDS.filter(({ file, find }) => !existsSync(join(ROOT, file)) || !textOf(file).includes(find));
  assert.deepEqual(
    stale.map(({ broken, file }) => `${broken} (${file})`),
    [],
  );
  const gone = GUARDS.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(ROOT, file)));
  assert.deepEqual([...new Set(gone)], []);
});

/** The function of the database in whose making a text of a migration stands; null when it stands in none. */
function functionAround(text: string, find: string): string | null {
  const made = [...text.slice(0, text.indexOf(find) + find.length).matchAll(/create (?:or replace )?(function|policy|table) (\w+)/g)].at(
    -1,
  );
  return made?.[1] === 'function' ? made[2]! : null;
}

// A function that a later migration makes anew is whole again, whatever an earlier one is broken to: four guards were noticed by nobody so.
test('what is broken in a function of the database is broken where it was made last', () => {
  const migrations = filesLike('src/base/database/migrations/*.sql').toSorted();
  const anew = GUARDS.flatMap(({ broken, file, find }) => {
    const name = migrations.includes(file) ? functionAround(textOf(file), find) : null;
    const later =
      name === null
        ? undefined
        : migrations.findLast((one) => one > file && new RegExp(`create (?:or replace )?function ${name}\\(`).test(textOf(one)));
    return later === undefined ? [] : [`${broken}: ${name} is made anew by ${later}`];
  });
  assert.deepEqual(anew, []);
});
