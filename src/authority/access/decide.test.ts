/** The one question of access. The table of role × act × body is walked in tests/security; here are the rules around it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodiesFor, decide } from './decide.ts';
import { ACCESS_ACTS, ROLES } from './shapes.ts';
import type { AccessAct, Actor, Role, Subject } from './shapes.ts';

const HERE = { today: '2026-11-24' };
const actor = (grants: readonly (readonly [Role, readonly string[]])[], more: Partial<Actor> = {}): Actor => ({
  accountId: 'a',
  sessionId: 's',
  name: 'Người thử',
  identity: 'me',
  identityLevel: 2,
  signedInAt: '2026-11-24T01:00:00.000Z',
  on: '2026-11-24',
  grants: grants.map(([role, bodyIds]) => ({ role, bodyId: bodyIds[0]!, bodyIds })),
  ...more,
});
const code = (who: Actor, act: AccessAct, subject: Subject): string => {
  const verdict = decide(who, act, subject, HERE);
  return verdict.allowed ? 'allowed' : verdict.reason.code;
};

test("without a grant nothing is allowed but one's own: sessions, record, card", () => {
  const own = new Set<AccessAct>(['sessions.own', 'own.read', 'own.card']);
  for (const act of ACCESS_ACTS) assert.equal(code(actor([]), act, { bodyId: null }), own.has(act) ? 'allowed' : 'E-NOT-ALLOWED', act);
});

test("one's own record and card are opened by an identity of level 2 only", () => {
  for (const act of ['own.read', 'own.card'] as const)
    assert.equal(code(actor([], { identityLevel: 1 }), act, { bodyId: null }), 'E-IDENTITY-LEVEL');
});

test('a refusal says why and what next, in both languages', () => {
  const verdict = decide(actor([]), 'item.confirm', { bodyId: 'b' }, HERE);
  assert.ok(!verdict.allowed && verdict.reason.title.vi && verdict.reason.title.en && verdict.reason.next.vi && verdict.reason.next.en);
});

test('what is out of reach answers as if it were not there', () => {
  assert.equal(code(actor([['XAC_NHAN', ['b1']]]), 'record.read', { bodyId: 'b2' }), 'E-NOT-WITHIN-REACH');
});

test('a role counts only over its own bodies: reach of one grant and power of another do not add up', () => {
  const who = actor([
    ['NHAP_LIEU', ['b1']],
    ['XAC_NHAN', ['b2']],
  ]);
  assert.equal(code(who, 'item.confirm', { bodyId: 'b1' }), 'E-NOT-WITHIN-REACH');
  assert.equal(code(who, 'upload.create', { bodyId: 'b2' }), 'E-NOT-WITHIN-REACH');
  assert.equal(code(who, 'item.confirm', { bodyId: 'b2' }), 'allowed');
});

test('a list of an act holds the bodies of the roles that may do it, and no others', () => {
  const who = actor([
    ['NHAP_LIEU', ['b1', 'b2']],
    ['XAC_NHAN', ['b2', 'b3']],
    ['QT_BNDP', ['b4']],
  ]);
  assert.deepEqual(bodiesFor(who, 'queue.read'), ['b2', 'b3']);
  assert.deepEqual(bodiesFor(who, 'submission.read'), ['b1', 'b2', 'b3']);
  assert.deepEqual(bodiesFor(who, 'source.read'), ['b1', 'b2', 'b3', 'b4']);
  assert.equal(bodiesFor({ ...who, appChecks: false }, 'queue.read'), null);
});

test('nobody confirms or returns what they sent, nor their own record: told by citizen number, not by account', () => {
  const who = actor([['XAC_NHAN', ['b']]]);
  for (const act of ['item.confirm', 'item.return'] as const) {
    assert.equal(code(who, act, { bodyId: 'b', makerIdentity: 'me', subjectIdentity: 'them' }), 'E-CONFIRM-SAME-PERSON');
    assert.equal(code(who, act, { bodyId: 'b', makerIdentity: 'them', subjectIdentity: 'me' }), 'E-CONFIRM-OWN-RECORD');
    assert.equal(code(who, act, { bodyId: 'b', makerIdentity: 'them', identity: 'me' }), 'E-CONFIRM-OWN-RECORD');
    assert.equal(code(who, act, { bodyId: 'b', makerIdentity: 'them', subjectIdentity: 'her' }), 'allowed');
  }
});

test('whatever roles one human gathers, they are never two of maker, checker and subject', () => {
  const grants = fc.array(fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(['b'], ['b', 'c'], ['c'])), { maxLength: 6 });
  fc.assert(
    fc.property(
      grants,
      fc.constantFrom('maker', 'subject'),
      fc.constantFrom('item.confirm' as const, 'item.return' as const),
      (held, also, act) => {
        const subject = {
          bodyId: 'b',
          makerIdentity: also === 'maker' ? 'me' : 'them',
          subjectIdentity: also === 'subject' ? 'me' : 'them',
        };
        assert.notEqual(code(actor(held), act, subject), 'allowed');
      },
    ),
  );
});

test('what changes the record needs an identity of level 2', () => {
  const low = actor(
    [
      ['NHAP_LIEU', ['b']],
      ['XAC_NHAN', ['b']],
      ['QT_BNDP', ['b']],
    ],
    { identityLevel: 1 },
  );
  for (const act of [
    'upload.create',
    'submission.submit',
    'submission.withdraw',
    'item.confirm',
    'item.return',
    'grants.change',
    'record.unmask',
  ] as const)
    assert.equal(code(low, act, { bodyId: 'b', makerIdentity: 'x', subjectIdentity: 'y' }), 'E-IDENTITY-LEVEL', act);
  assert.equal(code(low, 'submission.read', { bodyId: 'b' }), 'allowed');
});

test("the ministry's department monitors and never edits; the auditor reads only the log and the incidents, names a reader and answers complaints; the operator reads no record", () => {
  const may = (role: Role): AccessAct[] => ACCESS_ACTS.filter((act) => bodiesFor(actor([[role, ['b']]]), act)!.length > 0);
  const changes: readonly AccessAct[] = [
    'upload.create',
    'submission.submit',
    'submission.withdraw',
    'item.confirm',
    'item.return',
    'grants.change',
  ];
  assert.deepEqual(
    may('VU_CCVC').filter((act) => changes.includes(act)),
    [],
  );
  assert.deepEqual(
    may('GIAM_SAT').filter((act) => !/^(audit|sessions|home)\./.test(act)),
    ['readers.name', 'complaints.answer', 'incident.read'],
  );
  assert.deepEqual(
    may('TTTT').filter((act) => /^(record|item|submission|problems|queue)\./.test(act)),
    [],
  );
});
