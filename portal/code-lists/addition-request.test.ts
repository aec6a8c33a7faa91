import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingOf, NOTHING_TYPED, requestOf, typedOf } from './addition-request.ts';

const TYPED = {
  ...NOTHING_TYPED,
  list: 'chuc_vu',
  code: ' gd_cds ',
  name: ' Giám đốc Trung tâm ',
  validFrom: '01/07/2026',
  source: 'QĐ 12/2026',
};

test('what was typed becomes the request: the code in capitals, days as the server takes them, a name a line', () => {
  assert.deepEqual(requestOf(TYPED), {
    body: { list: 'chuc_vu', code: 'GD_CDS', name: 'Giám đốc Trung tâm', validFrom: '2026-07-01', source: 'QĐ 12/2026' },
  });
  const whole = requestOf({ ...TYPED, nameEn: 'Head', aliases: 'GĐ TT\n\n Giám đốc TT ', lastDay: '31/12/2026' });
  assert.ok('body' in whole);
  assert.deepEqual([whole.body.nameEn, whole.body.aliases, whole.body.lastDay], ['Head', ['GĐ TT', 'Giám đốc TT'], '2026-12-31']);
});

test('what cannot be sent is told field by field', () => {
  assert.deepEqual(requestOf(NOTHING_TYPED), { wrong: ['list', 'code', 'name', 'validFrom', 'source'] });
  assert.deepEqual(requestOf({ ...TYPED, code: 'a b' }), { wrong: ['code'] });
  assert.deepEqual(requestOf({ ...TYPED, lastDay: '30/06/2026' }), { wrong: ['lastDay'] });
  assert.deepEqual(requestOf({ ...TYPED, lastDay: 'mai' }), { wrong: ['lastDay'] });
  assert.deepEqual(requestOf({ ...TYPED, validFrom: '30/02/2026' }), { wrong: ['validFrom'] });
});

test('a correction begins with the entry as it stands, and asks for its own source', () => {
  const standing = {
    list: 'chuc_vu',
    code: 'GD_CDS',
    name: 'Giám đốc Trung tâm',
    nameEn: null,
    aliases: ['GĐ TT'],
    validFrom: '2026-07-01',
    lastDay: '2026-12-31',
    source: 'QĐ 12/2026',
  } as unknown as Parameters<typeof typedOf>[0];
  const typed = typedOf(standing);
  assert.deepEqual(requestOf(typed), { wrong: ['source'] });
  const { source: _, ...rest } = standing;
  const request = requestOf({ ...typed, source: 'QĐ 15/2026' });
  assert.ok('body' in request);
  assert.deepEqual({ ...request.body, nameEn: null }, { ...rest, source: 'QĐ 15/2026' });
});

test('an ending takes a day that exists and what it rests on', () => {
  assert.deepEqual(endingOf({ lastDay: '31/10/2026', source: ' QĐ 15/2026 ' }), { body: { lastDay: '2026-10-31', source: 'QĐ 15/2026' } });
  assert.deepEqual(endingOf({ lastDay: '31/02/2026', source: 'QĐ' }), { wrong: ['lastDay', 'source'] });
});
