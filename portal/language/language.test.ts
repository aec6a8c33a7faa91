import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import { PURPOSES, READS } from '#authority/audit/shapes.ts';
import { words as door } from '#portal/door/words.ts';
import { en as enDemo } from './generated/en-demo.ts';
import { en as enFirst } from './generated/en-first.ts';
import { en as enHome } from './generated/en-home.ts';
import { en as enMore } from './generated/en-more.ts';
import { vi as viDemo } from './generated/vi-demo.ts';
import { vi as viFirst } from './generated/vi-first.ts';
import { vi as viHome } from './generated/vi-home.ts';
import { vi as viMore } from './generated/vi-more.ts';
import { inLanguage } from './in-language.ts';
import { localized } from './set-up.ts';
import { together } from './word-paths.ts';

const vi = together(together(viFirst, viHome), together(viDemo, viMore));
const en = together(together(enFirst, enHome), together(enDemo, enMore));

/** Every word by its path: `home.title`. */
function words(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...words(value as object, `${path}${key}.`)],
    ),
  );
}
const vietnamese = words({ ...vi, door: inLanguage(door, 'vi') });
const english = words({ ...en, door: inLanguage(door, 'en') });
const holes = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

test('both languages have the same words, each with the same holes', () => {
  assert.deepEqual([...english.keys()].sort(), [...vietnamese.keys()].sort());
  for (const [path, text] of vietnamese) assert.equal(holes(english.get(path)!), holes(text), path);
});

test('no word is empty, untrimmed or decomposed', () => {
  for (const [path, text] of [...vietnamese, ...english]) {
    assert.notEqual(text, '', path);
    assert.equal(text, text.trim().normalize('NFC'), path);
  }
});

test('every role, purpose and kind of reading that the server may name has its words', () => {
  assert.deepEqual(Object.keys(vi.role).sort(), [...ROLE_CODES].sort());
  assert.deepEqual(Object.keys(vi.purpose).sort(), [...PURPOSES].sort());
  assert.deepEqual(Object.keys(vi.read).sort(), [...READS].sort());
});

test('nothing is nothing in every language; a text without its English is marked', () => {
  assert.equal(localized({ vi: '', en: '' }, 'vi'), '');
  assert.equal(localized({ vi: '', en: '' }, 'en'), '');
  assert.equal(localized({ vi: 'Xã', en: '' }, 'en'), 'Xã (vi)');
});
