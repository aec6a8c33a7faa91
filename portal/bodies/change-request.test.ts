/** The form of a change: what is sent of it, and which fields say that they are wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_TYPED, changeOf } from './change-request.ts';

const DECIDED = {
  ...NOTHING_TYPED,
  number: '45/QĐ-UBND',
  day: '01/11/2026',
  signer: 'Nguyễn Văn An',
  issuedBy: 'UBND tỉnh',
  on: '15/11/2026',
};
const chosen = (kind: Parameters<typeof changeOf>[1]['kind']) => ({ kind, bodyId: 'b1', schemeOf: () => 'ma_dinh_danh' });
const HOW = { file: null, send: true };
const DECISION = { number: '45/QĐ-UBND', day: '2026-11-01', signer: 'Nguyễn Văn An', issuedBy: 'UBND tỉnh' };

test('a new body stands below the one that was chosen, with or without a code', () => {
  const typed = { ...DECIDED, name: ' Trường THCS Mẫu ', bodyKind: 'DVSN4', level: 'XA', scheme: 'ma_dinh_danh' };
  const operation = { kind: 'make', parentId: 'b1', name: 'Trường THCS Mẫu', bodyKind: 'DVSN4', level: 'XA' };
  assert.deepEqual(changeOf(typed, chosen('make'), HOW), {
    body: { on: '2026-11-15', operations: [operation], decision: DECISION, send: true },
  });
  assert.deepEqual(changeOf({ ...typed, code: 'h26.03.7' }, chosen('make'), HOW), {
    body: { on: '2026-11-15', operations: [{ ...operation, code: 'H26.03.7', scheme: 'ma_dinh_danh' }], decision: DECISION, send: true },
  });
});

test('a code that is taken goes with its scheme; posts are a number', () => {
  const taken = changeOf({ ...DECIDED, code: 'H26.03' }, chosen('take-code'), HOW);
  assert.deepEqual('body' in taken && taken.body.operations, [{ kind: 'take-code', bodyId: 'b1', code: 'H26.03', scheme: 'ma_dinh_danh' }]);
  const posts = changeOf({ ...DECIDED, postKind: 'HC', posts: '120' }, chosen('establish'), HOW);
  assert.deepEqual('body' in posts && posts.body.operations, [{ kind: 'establish', bodyId: 'b1', postKind: 'HC', posts: 120 }]);
});

test('what is missing is told field by field; a day of effect before the decision asks why', () => {
  assert.deepEqual(changeOf(NOTHING_TYPED, chosen('rename'), HOW), { wrong: ['name', 'on', 'number', 'signer', 'issuedBy', 'day'] });
  assert.deepEqual(changeOf({ ...DECIDED, name: 'Mẫu', on: '01/10/2026' }, chosen('rename'), HOW), { wrong: ['word'] });
  assert.deepEqual(changeOf({ ...DECIDED, postKind: 'HC', posts: 'nhiều' }, chosen('establish'), HOW), { wrong: ['posts'] });
});
