import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '#base/database/transaction.ts';
import { SETTLED_TOGETHER } from './limits.ts';
import { once } from './under-way.ts';

test('who asks for what is under way gets the same, who asks for one too many comes later', async () => {
  const db = {} as Database;
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const work = async (): Promise<string> => {
    begun += 1;
    await gate.promise;
    return 'done';
  };
  const [one, same] = [once(db, 'a', work), once(db, 'a', work)];
  assert.equal(one, same);
  const others = Array.from({ length: SETTLED_TOGETHER - 1 }, (_, n) => once(db, `b${n}`, work));
  assert.equal(once(db, 'c', work), null);
  assert.equal(await once({} as Database, 'c', async () => 'of another database'), 'of another database');
  gate.resolve();
  assert.equal(await one, 'done');
  for (const other of others) assert.equal(await other, 'done');
  assert.equal(begun, SETTLED_TOGETHER);
  assert.equal(await once(db, 'a', async () => 'anew'), 'anew');
});

test('one that failed is begun anew', async () => {
  const db = {} as Database;
  await assert.rejects(
    once(db, 'a', () => Promise.reject(new Error('failed')))!,
    /failed/,
  );
  assert.equal(await once(db, 'a', async () => 'done'), 'done');
});
