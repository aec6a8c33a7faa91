/** What is wrong with a role that is given, before it is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moreRoleOf, requestOf } from './role-request.ts';

const TYPED = { name: ' Trần Văn Bình ', nationalId: '000 074 900 002', role: 'NHAP_LIEU', bodyId: 'b1', from: '' };

test('spaces around a name and in a number are no part of them; no day means today', () => {
  assert.deepEqual(requestOf(TYPED), { body: { name: 'Trần Văn Bình', nationalId: '000074900002', role: 'NHAP_LIEU', bodyId: 'b1' } });
  assert.deepEqual(moreRoleOf({ ...TYPED, from: '2026-12-01' }), { body: { role: 'NHAP_LIEU', bodyId: 'b1', from: '2026-12-01' } });
});

test('each field that cannot be sent is named', () => {
  assert.deepEqual(requestOf({ name: 'B', nationalId: '123', role: '', bodyId: '', from: '' }), {
    wrong: new Set(['role', 'bodyId', 'name', 'nationalId']),
  });
  assert.deepEqual(moreRoleOf({ ...TYPED, bodyId: '' }), { wrong: new Set(['bodyId']) });
});
