/** What is a database that is away, and what of it certainly did nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutcomeUnknown, didNothing, isDatabaseAway } from './away.ts';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

test('sockets, an ending server, one that leads no more, none free: away; whatever a statement did wrong: not', () => {
  for (const code of [
    'ECONNRESET',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'EPIPE',
    '57P01',
    '57P02',
    '57P03',
    '25006',
    '53300',
    '08006',
  ])
    assert.ok(isDatabaseAway(coded(code)), code);
  for (const words of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])
    assert.ok(isDatabaseAway(new Error(words)), words);
  for (const code of ['23505', '40001', '40P01', '42501', '57014', '0A000']) assert.ok(!isDatabaseAway(coded(code)), code);
});

test('what was lost at its end may stand: it is never done again by itself', () => {
  assert.ok(isDatabaseAway(new OutcomeUnknown(coded('ECONNRESET'))));
  assert.ok(!didNothing(new OutcomeUnknown(coded('ECONNRESET'))));
  assert.ok(didNothing(coded('57P01')));
});
