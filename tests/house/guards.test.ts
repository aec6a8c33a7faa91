/** Guards stay breakable: what each entry breaks stands in its file, and the tests that notice it are there. `npm run break-guards` breaks them for real. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { GUARDS } from '../../tools/guards.ts';
import { ROOT, textOf } from './sources.ts';

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
