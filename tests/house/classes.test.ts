/** A class that a screen names and no style sheet has is a screen that does not look as it was meant to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, textOf } from './sources.ts';

/** By these a page, or a test, finds elements. */
const FOUND_BY = new Set(['attestations', 'tree-name']);

const inSheets = (): ReadonlySet<string> =>
  new Set(filesLike('portal/**/*.css').flatMap((file) => [...textOf(file).matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name!)));

/** Whole names in the text of an attribute; what is put together of parts is not known here. */
const namedIn = (code: string): string[] =>
  [...code.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)]
    .flatMap(([, plain, made = '']) => (plain ?? made.replaceAll(/\S*\$\{[^}]*\}\S*/g, ' ')).split(/\s+/))
    .filter((name) => name !== '');

test('every class that a screen names stands in a style sheet', () => {
  const known = inSheets();
  const screens = filesLike('portal/**/*.tsx');
  assert.ok(known.size > 100 && screens.length > 150);
  assert.deepEqual(
    screens.flatMap((file) => namedIn(textOf(file)).flatMap((name) => (known.has(name) || FOUND_BY.has(name) ? [] : [`${file}: ${name}`]))),
    [],
  );
});

test('names are found in plain and in made texts, and parts of names are not', () => {
  assert.deepEqual(namedIn('<p className="note warn" /><p className={`note ${late ? "bad" : "good"} value-${kind}`} />'), [
    'note',
    'warn',
    'note',
  ]);
});
