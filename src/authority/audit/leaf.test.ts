/** A leaf and its commitment. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { leafText, payloadCommit, payloadText } from './leaf.ts';

const columns = {
  log: 'act',
  eventId: '01930000-0000-7000-8000-000000000001',
  at: '2026-11-24T03:04:05.678Z',
  actor: 'p1',
  bodyId: '01930000-0000-7000-8000-00000000000b',
  role: 'XAC_NHAN',
  purpose: 'CONFIRM',
  act: 'item.confirmed',
  object: 'p2',
  revision: 3,
  payloadCommit: Buffer.alloc(32, 0xab),
};

test('a leaf is the canonical JSON of its columns', () => {
  assert.equal(
    leafText(columns),
    '{"act":"item.confirmed","actor":"p1","at":"2026-11-24T03:04:05.678Z","event":"01930000-0000-7000-8000-000000000001","log":"act","obj":"p2",' +
      `"org":"01930000-0000-7000-8000-00000000000b","payload_commit":"${'ab'.repeat(32)}","purpose":"CONFIRM","rev":3,"role":"XAC_NHAN","v":1}`,
  );
});

test('every column changes the leaf', () => {
  for (const key of Object.keys(columns) as (keyof typeof columns)[]) {
    const other = key === 'payloadCommit' ? Buffer.alloc(32, 0xac) : key === 'revision' ? 4 : `${columns[key]}x`;
    assert.notEqual(leafText({ ...columns, [key]: other }), leafText(columns), key);
  }
});

test('a commitment is SHA-256 of salt and canonical text, and says nothing without its salt', () => {
  const text = payloadText({ b: 1, a: 'Nguyễn Văn A' });
  assert.equal(text, '{"a":"Nguyễn Văn A","b":1}');
  const salt = Buffer.alloc(32, 1);
  assert.deepEqual(
    Buffer.from(payloadCommit(salt, text)),
    createHash('sha256')
      .update(Buffer.concat([salt, Buffer.from(text)]))
      .digest(),
  );
  assert.notDeepEqual(payloadCommit(salt, text), payloadCommit(Buffer.alloc(32, 2), text));
  assert.equal(payloadText(undefined), 'null');
});

test('the order of members never changes a commitment', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      assert.equal(payloadText(turned), payloadText(object));
      assert.deepEqual(JSON.parse(payloadText(object)), JSON.parse(JSON.stringify(object)));
    }),
    { seed: 6962 },
  );
});
