/** Work of the background: every declared job and task is run by the worker, under a name that nothing else has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUEUES } from '#start/worker.ts';
import { TEST_QUEUES } from '#base/database/test-database.ts';
import { filesLike, isTest, textOf } from './sources.ts';

const worker = textOf('src/start/worker.ts');
const texts = filesLike('src/**/*.ts')
  .filter((file) => !isTest(file) && !file.startsWith('src/base/jobs/'))
  .map(textOf);

/** Exports that declare a job or a periodic task. */
const declared = (text: string): string[] =>
  [...text.matchAll(/^export (?:const|function) (\w+)(?: = job\(|.*\): (?:PeriodicTask|Sequencer)\b)/gm)].map(([, name]) => name!);

/** Is it handed to the worker: bound with its needs, or among the tasks? */
const isRun = (text: string, name: string): boolean => new RegExp(`bindJob\\(${name},|${name}\\((?!\\))`).test(text);

test('the worker runs every job and task that a room declares', () => {
  const names = texts.flatMap(declared);
  assert.ok(names.length >= 8, names.join());
  assert.deepEqual(
    names.filter((name) => !isRun(worker, name)),
    [],
  );
});

test('a job that is only in the list of queues is noticed', () => {
  assert.ok(!isRun('[checkJob, advanceJob].map((one) => one.name)', 'checkJob'));
});

test('names of queues are each given once, and tests have the same queues', () => {
  assert.equal(new Set(QUEUES).size, QUEUES.length);
  assert.deepEqual([...TEST_QUEUES].toSorted(), [...QUEUES].toSorted());
});
