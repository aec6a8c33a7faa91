/** One name for one thing: every noun that travels between rooms stands in GLOSSARY.md, and nothing there has gone from the code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, parsedOf, textOf } from './sources.ts';

/** Types that the `shapes.ts` of the rooms export. */
function nouns(): Set<string> {
  const found = new Set<string>();
  for (const file of filesLike('src/**/shapes.ts')) {
    const { module } = parsedOf(file, textOf(file));
    const names = module.staticExports.flatMap((one) =>
      one.entries.filter((entry) => entry.isType).map((entry) => entry.exportName.name ?? ''),
    );
    for (const name of names) found.add(name);
  }
  return found;
}

const inGlossary = (): Set<string> =>
  new Set(
    textOf('GLOSSARY.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([A-Z]\w+)`/g)].map((match) => match[1]!)),
  );

test('every exported noun of the domain stands in the glossary', () => {
  const found = nouns();
  assert.ok(found.size > 50, 'the shapes were read');
  const there = inGlossary();
  assert.deepEqual(
    [...found].filter((name) => !there.has(name)),
    [],
  );
});

test('the glossary names nothing that is gone', () => {
  const found = nouns();
  assert.deepEqual(
    [...inGlossary()].filter((name) => !found.has(name)),
    [],
  );
});
