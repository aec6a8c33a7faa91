/** A closed list is a promise: every act and reading that the audit log can name is written by code that runs, not only by tests. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS, READS } from '#authority/audit/shapes.ts';
import { ACT_WORDS } from '#authority/audit/words.ts';
import { codeOf, filesLike, isTest, textOf } from './sources.ts';

/** The lists themselves, and the files that only judge what others wrote. */
const NOT_WRITERS = /^src\/authority\/(access\/(decide|shapes)|audit\/(shapes|words|verify\S*))\.ts$/;
/** `shows` is the row of a route in the frame; `onSession` the port by which signing in, which may not see the log, hands its acts to it; `watchedSums` the rows that sum refusals. */
const WRITES = /\b(recordAct|recordRead|ActEntry|ReadEntry|onSession|shows|watchedSums)\b/;

type Texts = ReadonlyMap<string, string>;
const texts: Texts = new Map(
  filesLike('src/**/*.ts')
    .filter((file) => !isTest(file) && !NOT_WRITERS.test(file) && !file.startsWith('src/start/demo/'))
    .map((file) => [file, codeOf(file, textOf(file))]),
);

/** Acts that no file names where something is recorded. A word in a comment records nothing. */
function silent(acts: readonly string[], all: Texts): string[] {
  const writing = [...all.values()].filter((text) => WRITES.test(text));
  return acts.filter((act) => !writing.some((text) => text.includes(`'${act}'`)));
}

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
