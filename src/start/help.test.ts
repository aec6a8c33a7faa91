import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP_EN, HELP_VI, helpOf } from './help.ts';

test('the help of one command is its own lines, those that go on, and its exit codes', () => {
  const check = helpOf(HELP_VI, 'check')!.split('\n');
  assert.equal(check.length, 2);
  assert.match(check[0]!, /congvu check F\.xlsx/);
  assert.match(check[1]!, /Mã thoát của check: 0/);
  const verify = helpOf(HELP_EN, 'verify')!;
  assert.match(verify, /anchor's JWK[\s\S]*verify receipt[\s\S]*Exit codes of verify/);
  assert.doesNotMatch(verify, /congvu keys|verify-state/);
  assert.match(helpOf(HELP_VI, 'restore')!, /congvu restore F/);
  assert.equal(helpOf(HELP_VI, 'constructor'), null);
});
