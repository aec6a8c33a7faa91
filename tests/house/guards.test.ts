/** Guards stay breakable: what each entry breaks stands in its file, and the tests that notice it are there. `npm run break-guards` breaks them for real. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { GUARDS } from '../../tools/guards.ts';

const root = join(import.meta.dirname, '../..');

test('every guard can be broken as written, and names tests that are there', () => {
  assert.ok(GUARDS.length > 150, String(GUARDS.length));
  const stale = GUARDS.filter(({ file, find }) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(find));
  assert.deepEqual(
    stale.map(({ broken, file }) => `${broken} (${file})`),
    [],
  );
  const gone = GUARDS.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(root, file)));
  assert.deepEqual([...new Set(gone)], []);
});
