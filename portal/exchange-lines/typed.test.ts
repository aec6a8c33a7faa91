import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_TYPED, bodyOf, kindsFor, membersOf } from './typed.ts';

test('members of the kind alone are sent, and none that is empty', () => {
  const typed = {
    ...NOTHING_TYPED,
    reason: ' vì sao vậy ',
    kid: 'k1',
    source: 'nut-a',
    publicKey: 'pem',
    networks: '10.0.0.0/8\n\n',
    endsOn: '2026-12-01',
  };
  assert.deepEqual(bodyOf('b', typed), { bodyId: 'b', kind: 'enrol', reason: 'vì sao vậy', source: 'nut-a', kid: 'k1', publicKey: 'pem' });
  assert.deepEqual(bodyOf('b', { ...typed, kind: 'add-caller', carrier: 'x-road', name: 'VN/GOV/1/a' }), {
    bodyId: 'b',
    kind: 'add-caller',
    reason: 'vì sao vậy',
    carrier: 'x-road',
    name: 'VN/GOV/1/a',
    networks: '10.0.0.0/8',
  });
  assert.deepEqual(bodyOf('b', { ...typed, kind: 'end-caller', caller: 'lgsp tỉnh a', endsOn: '' }), {
    bodyId: 'b',
    kind: 'end-caller',
    reason: 'vì sao vậy',
    carrier: 'lgsp',
    name: 'tỉnh a',
  });
  assert.deepEqual(membersOf({ kind: 'release', carrier: '' }), []);
});

test('what does not fit how the line stands, or waits already, is not offered', () => {
  assert.deepEqual(kindsFor({ source: null, requests: [] }), ['enrol']);
  const source = { state: 'frozen', frozen: {} } as never;
  assert.equal(kindsFor({ source, requests: [] })[0], 'release');
  assert.ok(!kindsFor({ source, requests: [{ state: 'asked', kind: 'release' }] as never }).includes('release'));
});
