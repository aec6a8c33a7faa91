import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDoorPhrase } from '#standard/card/door-phrase.ts';
import { WORDS, phrases, withoutMarks } from './phrase.ts';

test('no two words are one without their marks, and each fits into a phrase', () => {
  assert.ok(WORDS.length >= 220);
  assert.equal(new Set(WORDS.map(withoutMarks)).size, WORDS.length);
  for (const word of WORDS) assert.match(withoutMarks(word), /^[a-z]{2,6}$/, word);
});

test('a phrase stands until it is answered, or five minutes; the ones before are known five minutes longer', () => {
  let now = 0;
  let drawn = 0;
  const here = phrases(
    () => now,
    () => (drawn += 1),
  );
  const first = here.current();
  assert.ok(isDoorPhrase(first.text));
  assert.equal(first.words.split(' ').map(withoutMarks).join('-'), first.text);
  assert.equal(here.current(), first);
  here.answered();
  const second = here.current();
  assert.notEqual(second.text, first.text);
  assert.deepEqual(here.taken(), [second.text, first.text]);
  now = 300_000;
  const third = here.current();
  assert.deepEqual(here.taken(), [third.text, second.text, first.text]);
  now = 600_000;
  assert.deepEqual(here.taken(), [third.text]);
});

test('two pages have nothing in common', () => {
  const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;
  const all = new Set(Array.from({ length: 500 }, () => phrases(() => 0, chance).current().text));
  assert.equal(all.size, 500);
});

test('what was kept is bounded', () => {
  let drawn = 0;
  const here = phrases(
    () => 0,
    () => (drawn += 7),
  );
  for (let i = 0; i < 1_000; i += 1) {
    here.current();
    here.answered();
  }
  assert.equal(here.taken().length, 200);
});
