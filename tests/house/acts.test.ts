/** A closed list is a promise: every act and reading that the audit log can name is written by code that runs, not only by tests. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACTS, READS } from '#authority/audit/shapes.ts';
import { ACT_WORDS } from '#authority/audit/words.ts';

const SRC = join(import.meta.dirname, '../../src');
/** The lists themselves, and the files that only judge what others wrote. */
const NOT_WRITERS = /^authority\/(access\/(decide|shapes)|audit\/(shapes|words|verify\S*))\.ts$/;
/** `shows` is the row of a route in the frame; `onSession` the port by which signing in, which may not see the log, hands its acts to it. */
const WRITES = /\b(recordAct|recordRead|ActEntry|ReadEntry|onSession|shows)\b/;

type Texts = ReadonlyMap<string, string>;
const texts: Texts = new Map(
  globSync('**/*.ts', { cwd: SRC })
    .filter((file) => !/\.test\.ts$|-for-tests\.ts$/.test(file) && !NOT_WRITERS.test(file) && !file.startsWith('start/demo/'))
    .map((file) => [file, readFileSync(join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')]),
);

/** Acts that no file names where something is recorded. A word in a comment records nothing. */
const silent = (acts: readonly string[], all: Texts): string[] =>
  acts.filter((act) => ![...all.values()].some((text) => WRITES.test(text) && text.includes(`'${act}'`)));

test('every declared act and reading has a writer', () => {
  assert.ok(texts.size > 300 && ACTS.length + READS.length > 50, 'the code was read');
  assert.deepEqual(silent([...ACTS, ...READS], texts), []);
});

test('an act that only its own list names is told', () => {
  assert.deepEqual(silent(['minutes.kept'], texts), ['minutes.kept']);
  assert.deepEqual(silent(['minutes.kept'], new Map([['a.ts', `const title = 'minutes.kept';`]])), ['minutes.kept']);
  assert.deepEqual(silent(['minutes.kept'], new Map([['a.ts', `await recordAct(tx, needs, { act: 'minutes.kept' })`]])), []);
});

test('the words are of the declared acts and readings, and of no other', () => {
  assert.deepEqual(Object.keys(ACT_WORDS).sort(), [...ACTS, ...READS].sort());
});
