/** By which ground somebody read a record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PURPOSES } from '#authority/audit/shapes.ts';
import { REACH_WHY } from '#record/register/shapes.ts';
import { groundOf } from './grounds.ts';

const at = '2026-11-26T02:00:00.000Z';
const kind = 'record.read';
const code = (purpose: string, why: string | null = null, actorRole = 'XAC_NHAN') =>
  groundOf({ purpose, actorRole, kind, at }, why)?.code ?? null;

test('a task has its own ground; who consults has that of the reach by which their body saw the person then', () => {
  assert.equal(code('CONFIRM', 'managing'), 'CONFIRM');
  assert.equal(code('CONSENT'), 'CONSENT');
  assert.equal(groundOf({ purpose: 'CONSENT', actorRole: 'XAC_NHAN', kind: 'consent.listed', at }, null)?.code, 'CONSENT_ASKED');
  assert.equal(code('CONSULT', 'managing'), 'managing');
  assert.equal(code('CONSULT', 'seconded'), 'seconded');
  assert.equal(code('CONSULT', 'former', 'LD_DON_VI+XAC_NHAN'), 'former');
});

test('the ministry manages nobody: it monitors', () => {
  assert.equal(code('CONSULT', 'managing', 'VU_CCVC'), 'MINISTRY');
  assert.equal(code('CONSULT', 'managing', 'VU_CCVC+XAC_NHAN'), 'managing');
});

test('no ground is made up where none is found', () => {
  assert.equal(code('CONSULT'), null);
  assert.equal(code('OF_A_NEWER_VERSION'), null);
});

test('every purpose that reads others, and every reach that an act writes, has its ground, in both languages, with its source', () => {
  const OF_NOBODY_ELSE = ['OWN_RECORD', 'SIGN_IN', 'ADMINISTER', 'OPERATE', 'CONSULT'];
  // No act writes these two yet.
  const NOT_WRITTEN = ['concurrent', 'duty'];
  for (const purpose of PURPOSES.filter((one) => !OF_NOBODY_ELSE.includes(one))) assert.equal(code(purpose), purpose);
  for (const why of REACH_WHY.filter((one) => !NOT_WRITTEN.includes(one))) {
    const ground = groundOf({ purpose: 'CONSULT', actorRole: 'XAC_NHAN', kind, at }, why);
    assert.ok(ground?.vi && ground.en && ground.source, why);
  }
});
