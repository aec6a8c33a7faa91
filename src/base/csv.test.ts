import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('commas, quotes and line breaks stay within their cell', () => {
  assert.equal(csvOf([['a,b', 'c"d', 'e\nf', 7, null]]), '\uFEFF"a,b","c""d","e\nf",7,\r\n');
});

test('what begins as a formula does is a text, a negative number is a number', () => {
  assert.equal(csvOf([['=1+1', '+84', '-x', '@a', -5]]), `\uFEFF"'=1+1","'+84","'-x","'@a",-5\r\n`);
});

test('Vietnamese goes through as it is', () => {
  assert.equal(csvOf([['Sở Nội vụ'], ['Ệ']]), '\uFEFFSở Nội vụ\r\nỆ\r\n');
});
