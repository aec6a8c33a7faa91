/** No audit row, no act; and what the product's own log-in may not do to the log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SessionHandle } from '#base/database/transaction.ts';
import { eraseFromAudit } from './erase.ts';
import { aLog, BODY, OTHER_BODY, PERSON } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { readsOfPerson } from './reads.ts';
import { recordAct, recordRead } from './record.ts';
import type { ActEntry } from './shapes.ts';

const OFFICER = '01930000-0000-7000-8000-00000000c001';
const AUDITOR = '01930000-0000-7000-8000-00000000c002';
const CLERK = '01930000-0000-7000-8000-00000000c003';
const STRANGER = '01930000-0000-7000-8000-00000000c004';

let log: LogForTests;
let officer: SessionHandle;
let auditor: SessionHandle;
let clerk: SessionHandle;
let stranger: SessionHandle;

before(async () => {
  log = await aLog();
  officer = await log.session(OFFICER, { XAC_NHAN: [BODY], DOI_SOAT: [BODY] });
  auditor = await log.session(AUDITOR, { GIAM_SAT: [BODY] });
  clerk = await log.session(CLERK, { NHAP_LIEU: [BODY] });
  stranger = await log.session(STRANGER, { NHAP_LIEU: [OTHER_BODY], QT_BNDP: [OTHER_BODY] });
  await log.tamper('create table thing (n int)');
  await log.tamper('grant select, insert on thing to congvu_app');
});
after(() => log.close());

const entry: ActEntry = { act: 'item.confirmed', purpose: 'CONFIRM', bodyId: BODY, objectId: PERSON, revision: 1, payload: { group: 'I' } };
const confirm = (handle: SessionHandle | null, n = 1): Promise<void> =>
  log.db.transaction(handle, async (tx) => {
    await tx.query('insert into thing values ($1)', [n]);
    await recordAct(tx, log.needs, { ...entry, revision: n });
  });
const things = async (n: number): Promise<number> => (await log.rows('select 1 from thing where n = $1', [n])).length;
const sqlState =
  (code: string) =>
  (error: unknown): boolean =>
    (error as { code?: string }).code === code;

test('an act says who did it, in which role, for which body, upon what, and its instant stands by its transaction', async () => {
  await confirm(officer, 11);
  const [row] = await log.rows<Record<string, unknown>>(
    'select e.*, a.at as act_at, a.actor_id as act_actor from audit_event e join act a using (tx) where e.revision = 11',
  );
  assert.equal(row!['actor_id'], OFFICER);
  assert.equal(row!['act_actor'], OFFICER);
  assert.equal(row!['act_at'], row!['at']);
  assert.equal(row!['actor'], log.needs.keys.pseudonym('act', OFFICER));
  assert.equal(row!['object'], log.needs.keys.pseudonym('act', PERSON));
  assert.equal(row!['role'], 'DOI_SOAT+XAC_NHAN');
  assert.equal(row!['body_id'], BODY);
});

test('no audit row, no act: when the row cannot be written the act is rolled back', async () => {
  await log.tamper('alter table audit_event add constraint full_disk check (revision <> 21) not valid');
  try {
    await assert.rejects(confirm(officer, 21), sqlState('23514'));
    assert.equal(await things(21), 0);
  } finally {
    await log.tamper('alter table audit_event drop constraint full_disk');
  }
  await confirm(officer, 21);
  assert.equal(await things(21), 1);
});

test('no payload row, no act either', async () => {
  await log.tamper('revoke insert on audit_payload from congvu_app');
  try {
    await assert.rejects(confirm(officer, 31), sqlState('42501'));
    assert.equal(await things(31), 0);
  } finally {
    await log.tamper('grant insert on audit_payload to congvu_app');
  }
});

test('without a session nothing can be recorded, so nothing can be done', async () => {
  await assert.rejects(confirm(null, 41), sqlState('42501'));
  assert.equal(await things(41), 0);
});

test('nobody records in the name of another, not even by SQL', async () => {
  await assert.rejects(
    log.db.transaction(clerk, (tx) => recordAct(tx, log.needs, { ...entry, actorId: OFFICER })),
    /in the name of another/,
  );
  await assert.rejects(
    log.db.transaction(clerk, (tx) =>
      tx.query(
        `insert into audit_event (event_id, at, kind, log, role, purpose, act, revision, payload_commit, actor_id)
     values (gen_random_uuid(), now(), 'act', 'act', 'XAC_NHAN', 'CONFIRM', 'item.confirmed', 0, decode(repeat('00', 32), 'hex'), '${OFFICER}')`,
      ),
    ),
    sqlState('42501'),
  );
});

test('nobody chooses the transaction that a row says it belongs to', async () => {
  await assert.rejects(
    log.db.transaction(clerk, (tx) =>
      tx.query(
        `insert into audit_event (event_id, at, tx, kind, log, role, purpose, act, revision, payload_commit, actor_id)
     values (gen_random_uuid(), now(), 0, 'act', 'act', 'X', 'X', 'X', 0, decode(repeat('00', 32), 'hex'), '${CLERK}')`,
      ),
    ),
    sqlState('42501'),
  );
});

for (const sql of [
  `update audit_event set role = 'X'`,
  'delete from audit_event',
  'truncate audit_event',
  `update audit_payload set salt = sealed`,
  'delete from audit_payload',
  'update audit_leaf set leaf_index = 0',
  'delete from audit_leaf',
  `update audit_checkpoint set note = ''`,
  'delete from audit_checkpoint',
  'delete from audit_state',
  `insert into audit_state values ('x', 0, 0, '{}', 0, gen_random_uuid())`,
  'alter table audit_event disable row level security',
  'drop table audit_leaf',
  `update act set at = now()`,
])
  test(`the product's log-in may not: ${sql}`, async () => {
    for (const handle of [officer, log.system])
      await assert.rejects(
        log.db.transaction(handle, (tx) => tx.query(sql)),
        sqlState('42501'),
      );
  });

test('only the keeper of the log gives places, signs, moves the state or erases', async () => {
  const job = await log.jobSession(BODY);
  for (const handle of [officer, auditor, job]) {
    await assert.rejects(
      log.db.transaction(handle, (tx) =>
        tx.query(`insert into audit_leaf values ('act', 999, gen_random_uuid(), now(), decode(repeat('00', 32), 'hex'))`),
      ),
      sqlState('42501'),
    );
    await assert.rejects(
      log.db.transaction(handle, (tx) =>
        tx.query(`insert into audit_checkpoint values ('act', 999, decode(repeat('00', 32), 'hex'), '', now())`),
      ),
      sqlState('42501'),
    );
    assert.deepEqual(await log.db.transaction(handle, (tx) => tx.query('update audit_state set term = 99 returning 1')), []);
    await assert.rejects(
      log.db.transaction(handle, (tx) => tx.query('select erase_audit_payloads($1)', [[PERSON]])),
      sqlState('42501'),
    );
  }
});

test('a job for one body writes acts and reads none', async () => {
  const job = await log.jobSession(BODY);
  await confirm(job, 51);
  assert.equal(await things(51), 1);
  assert.deepEqual(await log.db.transaction(job, (tx) => tx.query('select 1 from audit_event')), []);
});

test('the auditor sees the acts of the own bodies; others see their own acts; a foreign administrator sees nothing', async () => {
  await confirm(officer, 61);
  const seen = (handle: SessionHandle | null): Promise<object[]> =>
    log.db.transaction(handle, (tx) => tx.query('select actor_id from audit_event where revision = 61'));
  assert.equal((await seen(auditor)).length, 1);
  assert.equal((await seen(officer)).length, 1);
  assert.equal((await seen(clerk)).length, 0);
  assert.equal((await seen(stranger)).length, 0);
  assert.equal((await seen(null)).length, 0);
  const payloads = (handle: SessionHandle): Promise<object[]> =>
    log.db.transaction(handle, (tx) => tx.query('select 1 from audit_payload'));
  assert.ok((await payloads(auditor)).length > 0);
  for (const handle of [officer, clerk, stranger]) assert.deepEqual(await payloads(handle), []);
});

test('who viewed: openings singly, list hits summed by day, only for whoever may see the person', async () => {
  const viewed = '01930000-0000-7000-8000-000000000a77';
  // Told to the body that manages the person.
  await log.rows(
    `insert into person_reach (person_id, body_id, why, valid_from, tx_from) select $1, $2, 'managing', '2026-01-01', record_tx() returning person_id`,
    [viewed, BODY],
  );
  const at = (time: string): void => log.needs.clock.moveTo(time);
  at('2026-11-24T03:10:00.000Z');
  for (const _time of [1, 2])
    await log.db.transaction(officer, (tx) =>
      recordRead(tx, log.needs, { act: 'record.read', purpose: 'CONSULT', bodyId: BODY, objectId: viewed }),
    );
  for (const time of ['2026-11-24T04:00:00.000Z', '2026-11-24T05:00:00.000Z', '2026-11-24T17:30:00.000Z']) {
    at(time); // the last is the next day in Việt Nam
    await log.db.transaction(clerk, (tx) =>
      recordRead(tx, log.needs, {
        act: 'record.searched',
        purpose: 'CONSULT',
        bodyId: null,
        objectId: null,
        listed: [PERSON, viewed],
        payload: { request: { name: 'Ánh', bodyId: undefined } },
      }),
    );
  }
  const reads = await log.db.transaction(officer, (tx) => readsOfPerson(tx, viewed));
  assert.deepEqual(
    reads.map(({ at: when, kind, count, actorRole }) => [when, kind, count, actorRole]),
    [
      ['2026-11-24T17:30:00.000Z', 'record.searched', 1, 'NHAP_LIEU'],
      ['2026-11-24T05:00:00.000Z', 'record.searched', 2, 'NHAP_LIEU'],
      ['2026-11-24T03:10:00.000Z', 'record.read', 1, 'DOI_SOAT+XAC_NHAN'],
      ['2026-11-24T03:10:00.000Z', 'record.read', 1, 'DOI_SOAT+XAC_NHAN'],
    ],
  );
  for (const handle of [stranger, auditor]) assert.deepEqual(await log.db.transaction(handle, (tx) => readsOfPerson(tx, viewed)), []);
});

test('ten thousand entries of one act are written at once, each with its own salt', async () => {
  const many = Array.from({ length: 10_000 }, (_, i): ActEntry => ({
    ...entry,
    act: 'record.registered',
    purpose: 'REGISTER',
    revision: 100_000 + i,
  }));
  await log.db.transaction(officer, (tx) => recordAct(tx, log.needs, many));
  const [count] = await log.rows<{ n: number; salts: number; commits: number; order: boolean }>(
    `select count(*)::int as n, count(distinct p.salt)::int as salts, count(distinct e.payload_commit)::int as commits,
            bool_and(e.revision = 99999 + e.place) as order
       from (select *, row_number() over (order by event_id) as place from audit_event where revision >= 100000) e join audit_payload p using (event_id, at)`,
  );
  assert.deepEqual(count, { n: 10_000, salts: 10_000, commits: 10_000, order: true });
});

test('an empty list writes nothing', async () => {
  const before = await log.rows('select 1 from audit_event');
  await log.db.transaction(officer, (tx) => recordAct(tx, log.needs, []));
  assert.equal((await log.rows('select 1 from audit_event')).length, before.length);
});

test('after an erasure the log verifies, and what was erased cannot be found again', async () => {
  const gone = '01930000-0000-7000-8000-000000000aee';
  await log.db.transaction(officer, async (tx) => {
    await recordAct(tx, log.needs, {
      ...entry,
      act: 'record.registered',
      purpose: 'REGISTER',
      objectId: gone,
      payload: { name: 'Nguyễn Thị Ánh' },
    });
    await recordRead(tx, log.needs, {
      act: 'record.searched',
      purpose: 'CONSULT',
      bodyId: null,
      objectId: null,
      listed: [gone],
      payload: { request: { name: 'Nguyễn Thị Ánh' } },
    });
  });
  await log.sequence();
  const erased = await log.db.transaction(log.system, (tx) =>
    eraseFromAudit(tx, log.needs, [{ objectId: gone, bodyId: BODY, reason: 'L1' }]),
  );
  assert.equal(erased, 2);
  await log.sequence();
  const report = await log.verify();
  assert.deepEqual(report.findings, []);
  assert.equal(report.erased, 2);
  assert.deepEqual(
    await log.rows(
      `select 1 from audit_payload p join audit_event e using (event_id, at) where e.object_id = $1 and e.act <> 'payload.erased'`,
      [gone],
    ),
    [],
  );
});
