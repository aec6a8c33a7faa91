/** A clause that nothing holds is a wish: each is bound to a test that is there, by the beginning of its title. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHAPTERS } from '#standard/exchange-standard/chapters.ts';
import { ROOT, textOf } from './sources.ts';

const titlesOf = (file: string): readonly string[] => [...textOf(file).matchAll(/^ *test\((['"`])(.*?)\1/gm)].map(([, , title]) => title!);

/** What holds a clause and is not there. */
function unheld(heldBy: readonly string[]): readonly string[] {
  if (heldBy.length === 0) return ['nothing'];
  return heldBy.filter((one) => {
    const [, file, title] = /^test (\S+): (.*)$/.exec(one) ?? [];
    return file === undefined || !existsSync(join(ROOT, file)) || !titlesOf(file).some((known) => known.startsWith(title!));
  });
}

test('every clause of the standard is held by a test that is there', () => {
  const clauses = CHAPTERS.flatMap((chapter) => chapter.clauses);
  assert.ok(clauses.length > 60);
  assert.deepEqual(
    clauses.flatMap(({ number, heldBy }) => unheld(heldBy).map((one) => `${number}: ${one}`)),
    [],
  );
});

test('a clause without a test, or with one that is gone, is told', () => {
  assert.deepEqual(unheld([]), ['nothing']);
  const gone = 'test src/doors/exchange/signer.test.ts: a title that nobody gave';
  const noFile = 'test src/doors/exchange/none.test.ts: a text is signed';
  assert.deepEqual(unheld([gone, noFile, 'test src/doors/exchange/signer.test.ts: a text is signed', 'by hand']), [
    gone,
    noFile,
    'by hand',
  ]);
});
