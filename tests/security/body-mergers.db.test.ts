/**
 * Two schools become one, and that is undone: planned with its counts, put in force by a second administrator, and after the undo each part is what it was before.
 * People are reached by the body that goes on; nobody gains a role by it. Decision 0139.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { derivedReach } from '#record/register/reach-witness.ts';
import { derivedPeople } from '#record/register/witness.ts';
import { aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly planHash?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly problems?: readonly { readonly code: string }[];
  readonly undoFrom?: string | null;
  readonly now?: { readonly name: string } | null;
}

let school: CardOffice;
let office: Office;
let folder: string;
let app: FastifyInstance;
let maker: SessionHandle;
let checker: SessionHandle;
let clerkOfSource: SessionHandle;
let clerkOfTarget: SessionHandle;
let source: string;
let target: string;
let today: string;
let people: string[];
before(async () => {
  school = await aCardOffice();
  office = school.office;
  folder = await dataFolder();
  app = await aServer(office, folder);
  today = office.clock.today();
  source = school.bodyId;
  target = await office.body('H26.03.02');
  if (source === target) target = await office.body('H26.03.01');
  maker = (await office.signedIn('000083000001', [['QT_BNDP', 'H26']])).handle;
  checker = (await office.signedIn('000083000002', [['QT_BNDP', 'H26']])).handle;
  const codeOf = async (bodyId: string): Promise<string> =>
    (
      await rows<{ code: string }>(`select code from body_code where body_id = $1 and scheme <> 'dvhc' and tx_to = 9223372036854775807`, [
        bodyId,
      ])
    )[0]!.code;
  clerkOfSource = (await office.signedIn('000083000003', [['NHAP_LIEU', await codeOf(source)]])).handle;
  clerkOfTarget = (await office.signedIn('000083000004', [['NHAP_LIEU', await codeOf(target)]])).handle;
  people = [];
  for (let n = 0; n < 3; n++) people.push(await school.hires());
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `sap-nhap-so-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode };
}
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const asks = (operation: object, more: object = {}): object => ({
  on: today,
  operations: [operation],
  decision: { number: '45/QĐ-UBND', day: addDays(today, -20), signer: 'Nguyễn Văn An', issuedBy: 'UBND tỉnh Mẫu Sơn' },
  send: true,
  ...more,
});
const merge = (more: object = {}): object => asks({ kind: 'merge', bodyId: source, intoId: target }, more);
async function inForce(change: object): Promise<string> {
  const asked = await ask(maker, 'POST', '/body-changes', change);
  assert.equal(asked.status, 201, JSON.stringify(asked));
  const shown = await ask(checker, 'GET', `/body-changes/${asked.id}`);
  assert.deepEqual(shown.problems, []);
  const done = await ask(checker, 'POST', `/body-changes/${asked.id}/decision`, { inForce: true, planHash: shown.planHash });
  assert.equal(done.status, 200, JSON.stringify(done));
  return asked.id!;
}
const seenBy = async (who: SessionHandle): Promise<number> =>
  (await office.as(who, (tx) => tx.query('select 1 from person where person_id = any ($1::uuid[])', [people]))).length;
/** Everything that the two events may write, as it is believed, without versions and times. */
const believed = () =>
  rows<{ said: string }>(
    `select 'body ' || row(body_id, parent_id, managing_id, name, kind, level, valid_from, valid_to, source, confidence)::text as said from body_version where tx_to = 9223372036854775807
     union all select 'code ' || row(body_id, scheme, code, valid_from, valid_to, confidence, source)::text from body_code where tx_to = 9223372036854775807
     union all select 'attribute ' || row(body_id, name, value, valid_from, valid_to)::text from body_attribute where tx_to = 9223372036854775807
     union all select 'posts ' || row(body_id, kind, year, posts, valid_from, valid_to)::text from establishment where tx_to = 9223372036854775807
     union all select 'reach ' || row(person_id, body_id, why, valid_from, valid_to, by_case)::text from person_reach where tx_to = 9223372036854775807
     union all select 'person ' || row(person_id, body_id, managing_body_id, using_body_id, document)::text from person
     union all select 'role ' || row(account_id, role, body_id, valid_from, valid_to, acts)::text from role_grant where tx_to = 9223372036854775807
     order by 1`,
  );
async function proofs(): Promise<unknown> {
  const job = await jobSessions(office, 'test')(null);
  return office.as(job, async (tx) => [
    (await derivedReach.differences(tx, null, 1000)).differing,
    (await derivedPeople(office.keys).differences(tx, null, 1000)).differing,
  ]);
}

test('what cannot be merged is told by its name, and nothing is written', async () => {
  const before_ = await believed();
  const parent = await office.body('H26.03');
  for (const [change, code] of [
    [asks({ kind: 'merge', bodyId: source, intoId: source }), 'E-ORG-MERGE-ITSELF'],
    [asks({ kind: 'merge', bodyId: parent, intoId: source }), 'E-ORG-CIRCLE'],
    [asks({ kind: 'merge', bodyId: source, intoId: office.chance.uuid7(0) }), 'E-ORG-PARENT-UNKNOWN'],
    [asks({ kind: 'merge', bodyId: source }), 'E-ORG-INCOMPLETE'],
    [merge({ operations: [target, parent].map((intoId) => ({ kind: 'merge', bodyId: source, intoId })) }), 'E-ORG-SUCCESSOR-TWICE'],
    [merge({ decision: { number: '1', day: '1944-01-01', signer: 'A', issuedBy: 'B' } }), 'E-ORG-DECISION'],
    [merge({ on: addDays(today, -40) }), 'E-ORG-EFFECT-BEFORE'],
    [asks({ kind: 'undo', bodyId: target, changeId: office.chance.uuid7(0) }), 'E-ORG-UNDO-UNKNOWN'],
    [asks({ kind: 'merge', bodyId: source, intoId: await office.body('H41') }), 'E-NOT-WITHIN-REACH'],
  ] as const)
    assert.equal((await ask(maker, 'POST', '/body-changes', change)).code, code, JSON.stringify(change));
  assert.deepEqual(await believed(), before_);
});

test('a merger of a day to come waits for its day', async () => {
  const asked = await ask(maker, 'POST', '/body-changes', merge({ on: addDays(today, 3) }));
  assert.equal(asked.status, 201, JSON.stringify(asked));
  const shown = await ask(checker, 'GET', `/body-changes/${asked.id}`);
  const early = await ask(checker, 'POST', `/body-changes/${asked.id}/decision`, { inForce: true, planHash: shown.planHash });
  assert.equal(early.code, 'E-ORG-MERGE-NOT-YET');
  assert.equal((await ask(maker, 'POST', `/body-changes/${asked.id}/withdrawal`)).status, 204);
});

test('people who came after the preview make another plan of it', async () => {
  const asked = await ask(maker, 'POST', '/body-changes', merge());
  assert.equal(asked.status, 201, JSON.stringify(asked));
  const shown = await ask(checker, 'GET', `/body-changes/${asked.id}`);
  assert.equal(shown.counts!['people'], people.length);
  people.push(await school.hires());
  const stale = await ask(checker, 'POST', `/body-changes/${asked.id}/decision`, { inForce: true, planHash: shown.planHash });
  assert.equal(stale.code, 'E-ORG-PLAN-STALE');
  assert.equal((await ask(maker, 'POST', `/body-changes/${asked.id}/withdrawal`)).status, 204);
});

test('two schools become one and apart again: reach moves, no role grows, proofs hold, and each part is what it was; twice', async () => {
  for (const _round of [1, 2]) {
    const was = await believed();
    assert.deepEqual([await seenBy(clerkOfSource), await seenBy(clerkOfTarget)], [people.length, 0]);
    const merger = await inForce(merge());
    assert.deepEqual([await seenBy(clerkOfSource), await seenBy(clerkOfTarget)], [0, people.length]);
    assert.deepEqual(
      await rows(`select distinct role from role_grant where body_id = $1 and tx_to = 9223372036854775807`, [source]),
      [],
      'roles of the body that is no more have ended, and none began elsewhere',
    );
    assert.deepEqual(
      (
        await rows<{ object_id: string }>(
          `select object_id from audit_event where act = 'person.body-changed' and tx = (select tx from change_event where event_id = $1)`,
          [merger],
        )
      )
        .map(({ object_id }) => object_id)
        .sort(),
      [...people].sort(),
      'each person finds it in the log of the own record',
    );
    assert.deepEqual(await proofs(), [[], []]);
    const page = await ask(checker, 'GET', `/body-changes/${merger}`);
    assert.deepEqual([page.undoFrom, page.counts!['people']], [target, people.length]);
    assert.equal((await ask(checker, 'GET', `/bodies/${source}`)).now, null);
    const undo = await inForce(asks({ kind: 'undo', bodyId: target, changeId: merger }));
    assert.deepEqual(await believed(), was);
    assert.deepEqual(await proofs(), [[], []]);
    assert.deepEqual([await seenBy(clerkOfSource), await seenBy(clerkOfTarget)], [people.length, 0]);
    const [proof] = await rows<{ merged: string; undone: string; before: string }>(
      `select m.hash_before as before, m.hash_after as merged, u.hash_after as undone from change_event m join change_event u on u.reverses = m.event_id where u.event_id = $1`,
      [undo],
    );
    assert.equal(proof!.undone, proof!.before);
    assert.notEqual(proof!.merged, proof!.before);
    assert.equal(
      (await ask(maker, 'POST', '/body-changes', asks({ kind: 'undo', bodyId: target, changeId: merger }))).code,
      'E-ORG-UNDO-UNKNOWN',
    );
  }
});

/** Mergers and undos, any of them at any time; a step that does not fit is to be refused and change nothing. */
const aStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: fc.nat(3), into: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }) },
);
test('a report of an earlier day counts people where the merger that stands put them, not by one that was undone', async () => {
  const first = await inForce(merge());
  await inForce(asks({ kind: 'undo', bodyId: target, changeId: first }));
  const third = await office.body('H26.03');
  const second = await inForce(asks({ kind: 'merge', bodyId: source, intoId: third }));
  const found = await rows<{ place: string | null }>('select place from report_places($1, $2, $3) where body_id = $4', [
    addDays(today, -1),
    today,
    Number.MAX_SAFE_INTEGER,
    source,
  ]);
  assert.deepEqual(found, [{ place: third }]);
  await inForce(asks({ kind: 'undo', bodyId: third, changeId: second }));
});

test('whatever bodies go into each other and come back in order, each undo gives back what was; out of order it is refused', async () => {
  const parent = await office.body('H26.03');
  for (const name of ['Trường Mẫu Ba', 'Trường Mẫu Bốn'])
    await inForce(asks({ kind: 'make', parentId: parent, name, bodyKind: 'DVSN4', level: 'XA' }));
  const made = await rows<{ body_id: string }>(
    `select body_id from body_version where name in ('Trường Mẫu Ba', 'Trường Mẫu Bốn') and tx_to = 9223372036854775807 order by name`,
  );
  const bodies = [source, target, ...made.map(({ body_id }) => body_id)];
  // One below another one, so that units go along.
  await inForce(asks({ kind: 'make', parentId: source, name: 'Tổ Toán Mẫu', bodyKind: 'DVSN4', level: 'XA' }));
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 2, maxLength: 7 }), async (steps) => {
      const stack: { id: string; from: number; into: number; was: unknown }[] = [];
      const gone = new Set<number>();
      const undo = async ({ id, into, from, was }: (typeof stack)[number]): Promise<void> => {
        await inForce(asks({ kind: 'undo', bodyId: bodies[into], changeId: id }));
        assert.deepEqual(await believed(), was);
        gone.delete(from);
      };
      for (const step of steps) {
        if (step.kind === 'merge') {
          const was = await believed();
          const change = asks({ kind: 'merge', bodyId: bodies[step.from], intoId: bodies[step.into] });
          if (step.from !== step.into && !gone.has(step.from) && !gone.has(step.into)) {
            stack.push({ id: await inForce(change), from: step.from, into: step.into, was });
            gone.add(step.from);
          } else {
            const refused = await ask(maker, 'POST', '/body-changes', change);
            assert.ok(refused.status >= 400 && refused.status < 500, JSON.stringify(refused));
            assert.deepEqual(await believed(), was);
          }
        } else if (step.which % 2 === 0) {
          const last = stack.pop();
          if (last) await undo(last);
        } else {
          // What a later merger of the same bodies stands on is not undone before it.
          const at = stack.findIndex((one, i) => stack.slice(i + 1).some((later) => later.from === one.into));
          const early = stack[at];
          if (!early) continue;
          const refused = await ask(maker, 'POST', '/body-changes', asks({ kind: 'undo', bodyId: bodies[early.into], changeId: early.id }));
          assert.ok(['E-ORG-UNDO-HELD', 'E-ORG-NOT-THERE', 'E-NOT-WITHIN-REACH'].includes(refused.code ?? ''), JSON.stringify(refused));
        }
        const [lost] = await rows<{ n: number }>(
          `select count(*)::int as n from person p where not exists (select 1 from person_reach r where r.person_id = p.person_id and r.body_id = p.body_id and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31')
              or not exists (select 1 from body_version v where v.body_id = p.body_id and v.tx_to = 9223372036854775807 and v.valid_to = '9999-12-31')`,
        );
        assert.equal(lost!.n, 0, 'nobody is without a place');
      }
      assert.deepEqual(await proofs(), [[], []]);
      while (stack.length > 0) await undo(stack.pop()!);
    }),
    { numRuns: 12, seed: 139 },
  );
});

test('an undo waits for what came later, and says what', async () => {
  const merger = await inForce(merge());
  const rename = await inForce(asks({ kind: 'rename', bodyId: target, name: 'Trường THCS Mẫu Hợp Nhất' }));
  assert.ok(rename);
  const refused = await ask(maker, 'POST', '/body-changes', asks({ kind: 'undo', bodyId: target, changeId: merger }));
  assert.equal(refused.code, 'E-ORG-UNDO-HELD');
});
