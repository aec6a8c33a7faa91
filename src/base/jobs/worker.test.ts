/** Periodic tasks and the payloads of jobs; the queue itself is held by the journeys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { bindJob, job } from './job.ts';
import type { PeriodicTask } from './job.ts';
import { startTasks } from './worker.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Runs one task until `enough` rounds began, then stops it. */
async function rounds(enough: number, round: (n: number) => 'more' | 'done', onDatabaseBack = async (): Promise<void> => undefined) {
  const warned: unknown[] = [];
  let n = 0;
  const reached = Promise.withResolvers<void>();
  const task: PeriodicTask = {
    name: 'test.task',
    everyMs: 0,
    retryMs: 0,
    async round() {
      n += 1;
      if (n >= enough) reached.resolve();
      return round(n);
    },
  };
  const worker = startTasks([task], { log: { ...quiet, warn: (_text, fields) => void warned.push(fields?.job) }, onDatabaseBack });
  await reached.promise;
  await worker.stop();
  return warned;
}

test('a round that failed is reported with its task, and the next one follows', async () => {
  const warned = await rounds(3, (n) => {
    if (n === 1) throw new Error('once');
    return 'done';
  });
  assert.deepEqual(warned, ['test.task']);
});

test('after the database was away what was begun is resumed, once, before the next round', async () => {
  const order: string[] = [];
  await rounds(
    4,
    (n) => {
      order.push(`round ${n}`);
      if (n === 2) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      return 'more';
    },
    async () => void order.push('resumed'),
  );
  assert.deepEqual(order.slice(0, 5), ['round 1', 'round 2', 'resumed', 'round 3', 'round 4']);
});

test('a payload of another shape is a failed try and nothing is done', async () => {
  const done: string[] = [];
  const declared = job({
    name: 'test.job',
    payload: Type.Object({ id: Type.String() }),
    handle: async (needs: string[], { id }) => void needs.push(id),
    lastFailure: { kind: 'ends', end: async (needs: string[], { id }) => void needs.push(`ended ${id}`) },
  });
  const bound = bindJob(declared, done);
  await assert.rejects(bound.run({ id: 7 }), /shape/);
  await bound.run({ id: 'a' });
  assert.deepEqual(done, ['a']);
});
