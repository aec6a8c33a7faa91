import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholePeople } from './whole-people.ts';

const of = (text: string): { person: string }[] => [...text].map((person) => ({ person }));
const said = (text: string, most: number): string =>
  wholePeople(of(text), most)
    .map(({ person }) => person)
    .join('');

test('a batch ends where a person ends; who alone fills one is cut all the same', () => {
  assert.equal(said('aabb', 4), 'aabb');
  assert.equal(said('aabbb', 4), 'aa');
  assert.equal(said('aabbc', 4), 'aabb');
  assert.equal(said('aaaaa', 4), 'aaaa');
  assert.equal(said('abaaa', 4), 'ab', 'what is said of one apart from the rest of theirs stays where it was said');
  assert.equal(said('', 4), '');
});
