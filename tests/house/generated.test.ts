/** What is generated is what would be written now: nobody edited it, and nobody forgot to write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drifted } from '../../tools/generate.ts';

test('writing the generated files again changes nothing', async () => {
  assert.deepEqual(await drifted(), [], 'run `npm run generate`');
});
