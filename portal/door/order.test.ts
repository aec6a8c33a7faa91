import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_OF } from '#standard/card/judge.ts';
import { ORDER_REASONS, orderPage } from './order.ts';
import { wordsOf } from './speech.ts';

test('the order names every verdict that the judge can give, and the guard has to do in each', () => {
  const told = new Set(ORDER_REASONS.map((reason) => CODE_OF[reason]));
  assert.deepEqual([...told].sort(), [...new Set(Object.values(CODE_OF))].sort());
  assert.equal(new Set(ORDER_REASONS).size, ORDER_REASONS.length);
});

test('no hole and no time is left in its words, and nothing of them is markup', () => {
  assert.doesNotMatch(orderPage(), /\{\w+\}|\{\{|\d\d:\d\d|undefined|<script/);
  assert.match(orderPage({ ...wordsOf('vi').order, heading: '<b>&' }), /&#60;b&#62;&#38;/);
});
