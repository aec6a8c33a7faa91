/** What counts as a network, and who stands in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networksIn, standsIn } from './networks.ts';

test('addresses and ranges, never everybody', () => {
  assert.deepEqual(networksIn('10.0.0.0/8, 192.168.7.3  fd00::/8'), ['10.0.0.0/8', '192.168.7.3', 'fd00::/8']);
  for (const wrong of [
    '',
    ' , ',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0',
    'tslcd.example',
    '10.0.0.0/8;10.1.0.0/16',
    '10.0.0.0/08',
  ])
    assert.equal(networksIn(wrong), null, wrong);
});

test('an address stands in a network by its bits, however it is written', () => {
  const holds = standsIn(['10.20.0.0/16', '192.168.7.3', 'fd12:3456::/32']);
  for (const inside of [
    '10.20.0.0',
    '10.20.255.255',
    '::ffff:10.20.1.1',
    '192.168.7.3',
    'fd12:3456::1',
    'fd12:3456:0:0:0:0:0:9',
    'fd12:3456::5%eth0',
  ])
    assert.ok(holds(inside), inside);
  for (const outside of [
    '10.21.0.0',
    '10.19.255.255',
    '::ffff:10.21.1.1',
    '192.168.7.4',
    'fd12:3457::1',
    '::1',
    '',
    'unknown',
    '10.20.1',
    '010.20.1.1',
  ])
    assert.ok(!holds(outside), outside);
});
