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

const jobsOf = (text: string): (readonly [job: string, by: string | null])[] =>
  [...text.matchAll(/= job\(\{([\s\S]*?)\n?\}\);/g)].map(([, body]) => {
    const name = /name: '([\w.-]+)'/.exec(body!)![1]!;
    return [name, /lastFailure: \{ kind: 'again', by: '([\w.-]+)'/.exec(body!)?.[1] ?? (/kind: 'ends'/.test(body!) ? null : '–')] as const;
  });
/** Names of the periodic tasks that the worker runs. */
const tasks = texts.flatMap((text) => [...text.matchAll(/^\s+name: '([\w.-]+)',\n\s+everyMs/gm)].map(([, name]) => name!));

test('of every job it is said what its last failure means: an end of its own, or a task that takes it up again', () => {
  const said = texts.flatMap(jobsOf);
  assert.deepEqual(said.map(([name]) => name).toSorted(), [...QUEUES].toSorted());
  assert.deepEqual(
    said.filter(([, by]) => by !== null && !tasks.includes(by)),
    [],
  );
});

test('a job that is left to a task that nobody runs is noticed', () => {
  const [[, by]] = jobsOf("x = job({ name: 'a.b', lastFailure: { kind: 'again', by: 'no.task' } });") as [readonly [string, string | null]];
  assert.ok(!tasks.includes(by!) && tasks.includes('intake.resume'));
});

test('a job that is only in the list of queues is noticed', () => {
  assert.ok(!isRun('[checkJob, advanceJob].map((one) => one.name)', 'checkJob'));
});

test('names of queues are each given once, and tests have the same queues', () => {
  assert.equal(new Set(QUEUES).size, QUEUES.length);
  assert.deepEqual([...TEST_QUEUES].toSorted(), [...QUEUES].toSorted());
});
