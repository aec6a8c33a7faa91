/** The queue in a database: a worker is told of a job with the commit of the act that sent it, and of none that was rolled back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Type } from 'typebox';
import { TEST_QUEUES, openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { bindJob, job } from './job.ts';
import { openJobs } from './queue.ts';
import type { Jobs } from './queue.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const HOUR_SECONDS = 3_600;

let there: Awaited<ReturnType<typeof openTestDatabase>>;
let db: Database;
let jobs: Jobs;
before(async () => {
  there = await openTestDatabase();
  db = openDatabase({ connectionString: there.appUrl });
  // Who only looked would find the next job in an hour.
  jobs = await openJobs(there.appUrl, quiet as never, 'congvu-test', { told: HOUR_SECONDS, untold: HOUR_SECONDS });
});
after(async () => {
  await jobs.stop();
  await db.close();
  await there.close();
});

test('a job is begun when the act that sent it commits, without a look by time; one that was rolled back never is', async () => {
  const begun: number[] = [];
  let reached = Promise.withResolvers<void>();
  const declared = job({
    name: TEST_QUEUES[0]!,
    payload: Type.Object({ n: Type.Integer() }),
    handle: async (_needs: null, { n }) => {
      begun.push(n);
      reached.resolve();
    },
    lastFailure: { kind: 'again', by: 'test' },
  });
  await jobs.work(bindJob(declared, null));
  await db.transaction(null, (tx) => jobs.send(tx, declared, { n: 1 }));
  await reached.promise;
  reached = Promise.withResolvers<void>();
  await assert.rejects(
    db.transaction(null, async (tx) => {
      await jobs.send(tx, declared, { n: 2 });
      throw new Error('rolled back');
    }),
    /rolled back/,
  );
  await db.transaction(null, (tx) => jobs.send(tx, declared, { n: 3 }));
  await reached.promise;
  assert.deepEqual(begun, [1, 3]);
});

test('what was sent below the others comes through a stream of more pressing work, and holds up one of it at a time', async () => {
  const begun: string[] = [];
  const done = Promise.withResolvers<void>();
  const name = TEST_QUEUES[1]!;
  const declared = job({
    name,
    payload: Type.Object({ what: Type.String() }),
    handle: async (_needs: null, { what }) => {
      begun.push(what);
      // The stream goes on: as each one begins, another is there.
      if (begun.length < 6) await db.transaction(null, (tx) => jobs.send(tx, declared, { what: 'pressing' }));
      if (begun.length % 3 === 0) await jobs.lift(name, 0);
      if (begun.length === 7) done.resolve();
    },
    lastFailure: { kind: 'again', by: 'test' },
  });
  for (const what of ['load 1', 'load 2']) await db.transaction(null, (tx) => jobs.send(tx, declared, { what }, { priority: -2 }));
  await db.transaction(null, (tx) => jobs.send(tx, declared, { what: 'pressing' }));
  assert.equal(await jobs.lift(name, 3_600), false, 'nobody has waited for an hour');
  // What is lifted is told to nobody: a worker finds it by looking.
  const looking = await openJobs(there.appUrl, quiet as never, 'congvu-test-looks', { told: 0.5, untold: 0.5 });
  await looking.work(bindJob(declared, null));
  await done.promise;
  await looking.stop();
  const places = begun.flatMap((what, at) => (what.startsWith('load') ? [`${what} at ${at}`] : []));
  assert.deepEqual(places, ['load 1 at 3', 'load 2 at 6'], begun.join(', '));
});

test('one that was lifted is claimed before another is', async () => {
  const name = TEST_QUEUES[2]!;
  const declared = job({
    name,
    payload: Type.Object({ n: Type.Integer() }),
    handle: async () => undefined,
    lastFailure: { kind: 'again', by: 'test' },
  });
  await db.transaction(null, async (tx) => {
    for (const n of [1, 2]) await jobs.send(tx, declared, { n }, { priority: -1 });
  });
  assert.deepEqual([await jobs.lift(name, 0), await jobs.lift(name, 0)], [true, false]);
});
