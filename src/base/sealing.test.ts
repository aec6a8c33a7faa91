import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keysOf } from './sealing.ts';

const keys = keysOf(Buffer.alloc(32, 7));
const salt = Buffer.alloc(32, 1);

test('what was sealed is opened with the same salt and purpose, byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      assert.deepEqual(Buffer.from(keys.open(salt, 'group:S', keys.seal(salt, 'group:S', plain))), Buffer.from(plain));
    }),
  );
});

test('another purpose, another salt, another key or a changed byte opens nothing', () => {
  const sealed = Buffer.from(keys.seal(salt, 'group:S', Buffer.from('khỏe')));
  assert.throws(() => keys.open(salt, 'group:P', sealed));
  assert.throws(() => keys.open(Buffer.alloc(32, 2), 'group:S', sealed));
  assert.throws(() => keysOf(Buffer.alloc(32, 8)).open(salt, 'group:S', sealed));
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i]! ^= 1;
    assert.throws(() => keys.open(salt, 'group:S', changed), `byte ${i}`);
  }
});

test('the same text sealed twice is never the same bytes', () => {
  assert.notDeepEqual(keys.seal(salt, 'x', Buffer.from('a')), keys.seal(salt, 'x', Buffer.from('a')));
});

test('a citizen number cannot be found by trying numbers without the key', () => {
  assert.notDeepEqual(keys.nationalIdHash('000090000001'), keysOf(Buffer.alloc(32, 8)).nationalIdHash('000090000001'));
  assert.deepEqual(keys.nationalIdHash('000090000001'), keysOf(Buffer.alloc(32, 7)).nationalIdHash('000090000001'));
});

test('each body has a key of its own, the same after a restart', () => {
  const one = keys.signingKey('body:1').publicJwk;
  assert.deepEqual(one, keysOf(Buffer.alloc(32, 7)).signingKey('body:1').publicJwk);
  assert.notEqual(one.x, keys.signingKey('body:2').publicJwk.x);
});
