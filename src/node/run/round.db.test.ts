import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import { stoppedClock } from '#base/clock.ts';
import { seededChance } from '#base/chance.ts';
import { bucketDigests } from '#doors/exchange/protocol/digest-buckets.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import type { CentreOptions } from '#node/line/centre-for-tests.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';
import { openLine } from '#node/line/request.ts';
import { openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import type { RecordedChange } from '#node/outbox/record.ts';
import { record, recordAll } from '#node/outbox/record.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { enrolAnew } from '#node/outbox/step.ts';
import { readState, writeFirstState } from '#node/outbox/store.ts';
import type { RoundNeeds } from './round.ts';
import { begin, newMemory, round } from './round.ts';
import { signConfirmations, unconfirmedBatches } from './confirmations.ts';

const AT = '2026-11-30T02:00:00.000Z';
const pair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { sign: jwsSigner(privateKey, kid), verify: jwsVerifier(publicKey, kid) };
};
const [body, centreKey] = [pair('H26-1'), pair('centre-1')];
const opened: { close(): Promise<unknown> }[] = [];
after(async () => {
  for (const one of opened.reverse()) await one.close();
});

/** A node and a centre that know each other. */
async function bothEnds(more: Partial<CentreOptions> = {}) {
  const outbox = await openOutboxForTests();
  const centre = centreForTests({ source: 'H26', audience: 'centre', sign: centreKey.sign, verify: body.verify, ...more });
  const line = openLine({ url: await centre.listen() });
  opened.push(outbox, centre);
  const clock = stoppedClock(AT);
  const chance = seededChance(7);
  const needs: RoundNeeds = {
    database: outbox.database,
    means: { audience: 'centre', sign: body.sign, verify: centreKey.verify },
    line,
    clock,
    chance: () => chance.fraction(),
  };
  await outbox.database.transaction((sql) => writeFirstState(sql, newNode('H26')));
  await begin(needs);
  const memory = newMemory();
  return {
    outbox,
    centre,
    needs,
    clock,
    /** rounds, a minute apart, until nothing is under way */
    async settles(rounds = 40) {
      for (let i = 0; i < rounds; i += 1) {
        await round(needs, memory);
        clock.moveTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
        const [open] = await rowsOf<{ many: number }>(
          outbox.pool,
          'select (select count(*) from congvu_node.inbox)::int + (select count(*) from congvu_node.change where verdict is null)::int as many',
        );
        if (open!.many === 0 && i > 3) return;
      }
      assert.fail('it did not come to rest');
    },
  };
}

let refs = 0;
const told = (person: string, fact: string, more: Partial<RecordedChange> = {}): RecordedChange => ({
  ref: `ref-${(refs += 1)}`,
  person,
  fact,
  operation: fact === 'employer' ? 'claim' : 'assert',
  validFrom: '2026-11-01',
  schema: 'cbccvc@3.0',
  value: fact === 'employer' ? null : 'Lê Thị Lan',
  maker: 'lan',
  madeAt: AT,
  ...more,
});

test('what is recorded in a transaction of the body’s own arrives once, and has both receipts', async () => {
  const { outbox, centre, settles } = await bothEnds();
  await outbox.database.transaction(async (sql) => {
    await recordAll(sql, [told('p1', 'employer'), told('p1', 'B/hoTen')]);
  });
  await outbox.database
    .transaction(async (sql) => {
      await record(sql, told('p2', 'employer'));
      throw new Error('the body’s own transaction is rolled back');
    })
    .catch(() => undefined);
  await settles();
  assert.equal(centre.standing('p1', 'B/hoTen')?.value, 'Lê Thị Lan');
  assert.equal(centre.judged.length, 2);
  const receipts = await rowsOf<{ what: string; last: number }>(outbox.pool, 'select what, last from congvu_node.receipt order by what');
  assert.deepEqual(receipts, [
    { what: 'judged', last: 2 },
    { what: 'received', last: 2 },
  ]);
  const [fact] = await rowsOf<{ same: boolean }>(outbox.pool, 'select standing = confirmed as same from congvu_node.fact');
  assert.equal(fact?.same, true);
});

test('changes of one fact build on each other, and a rejected one is told back and no longer stands here', async () => {
  const { outbox, centre, settles } = await bothEnds();
  await outbox.database.transaction((sql) =>
    recordAll(sql, [
      told('p1', 'employer'),
      told('p1', 'B/ngach', { value: '01.003' }),
      told('p1', 'B/ngach', { value: '01.002', validFrom: '2026-11-15' }),
      told('p9', 'B/ngach', { value: '01.001' }),
    ]),
  );
  await settles();
  assert.equal(centre.standing('p1', 'B/ngach')?.value, '01.002');
  const back = await rowsOf<{ person: string; code: string }>(
    outbox.pool,
    `select person, verdict -> 'problems' -> 0 ->> 'code' as code from congvu_node.change where verdict ->> 'verdict' = 'rejected'`,
  );
  assert.deepEqual(back, [{ person: 'p9', code: 'E-EXCHANGE-PERSON' }]);
  assert.equal((await rowsOf(outbox.pool, `select 1 from congvu_node.fact where person = 'p9'`)).length, 0);
});

test('what is no change is refused where it is made, and the transaction goes on', async () => {
  const { outbox } = await bothEnds();
  await outbox.database.transaction(async (sql) => {
    const wrong = await record(sql, told('p1', 'B/hoTen', { validFrom: '2026-02-30' }));
    assert.deepEqual(wrong.ok ? [] : wrong.problems.map(({ code }) => code), ['E-EXCHANGE-LINE']);
    assert.equal((await record(sql, told('p1', 'B/hoTen', { value: 'a\u0000' }))).ok, false);
    assert.equal((await record(sql, told('p1', 'B/hoTen'))).ok, true);
  });
  assert.equal((await rowsOf(outbox.pool, 'select 1 from congvu_node.inbox')).length, 1);
});

test('a page of something on the way is no answer; people are told of it, and it ends with the next answer', async () => {
  let away = true;
  const { outbox, centre, settles } = await bothEnds({
    instead: (_request, answer) => {
      if (away) answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return away;
    },
  });
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'employer')]));
  await assert.rejects(settles(6));
  const alarms = () =>
    rowsOf<{ about: string; ended: boolean }>(outbox.pool, 'select about, ended_at is not null as ended from congvu_node.alarm');
  assert.deepEqual(await alarms(), [{ about: 'line', ended: false }]);
  away = false;
  await settles();
  assert.deepEqual(await alarms(), [{ about: 'line', ended: true }]);
  assert.equal(centre.judged.length, 1);
});

test('what an officer corrects at the centre comes by the feed, and both ends have one digest', async () => {
  const { outbox, centre, settles } = await bothEnds();
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'employer'), told('p1', 'B/hoTen'), told('p1', 'B/ngach')]));
  await settles();
  centre.corrects('p1', 'B/hoTen', { value: 'Lê Thị Lan Anh', validFrom: '2026-11-01', ended: null });
  await settles();
  const mine = await rowsOf<{ person: string; fact: string; revision: string }>(
    outbox.pool,
    'select person, fact, confirmed_revision as revision from congvu_node.fact',
  );
  assert.deepEqual(bucketDigests(mine), bucketDigests(centre.facts()));
});

test('an outbox that was restored is told so; with a new epoch what is not answered goes again, and nothing stands twice', async () => {
  const { outbox, centre, needs, settles, clock } = await bothEnds();
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'employer')]));
  await settles();
  const before = await readState(outbox.pool);
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'B/hoTen')]));
  await settles();
  // The backup of before that change: state, changes and receipts as they were.
  await outbox.pool.query(`delete from congvu_node.change where fact = 'B/hoTen'`);
  await outbox.pool.query(
    'delete from congvu_node.batch where first = 2; delete from congvu_node.receipt where first = 2; delete from congvu_node.fact',
  );
  await outbox.pool.query('update congvu_node.node set state = $1', [JSON.stringify(before!.state)]);
  await begin(needs);
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'B/hoTen'), told('p1', 'B/ngach')]));
  await assert.rejects(settles(6));
  assert.equal((await readState(outbox.pool))!.state.standing, 'restored');
  await enrolAnew(needs, centre.release(), clock.now());
  await settles();
  assert.deepEqual(await rowsOf(outbox.pool, `select fact, verdict ->> 'verdict' as verdict from congvu_node.change order by seq, fact`), [
    { fact: 'B/hoTen', verdict: 'duplicate' },
    { fact: 'employer', verdict: 'accepted' },
    { fact: 'B/ngach', verdict: 'accepted' },
  ]);
});

test('an officer of the body confirms exactly the batches that were received', async () => {
  const { outbox, centre, needs } = await bothEnds();
  await outbox.database.transaction((sql) => recordAll(sql, [told('p1', 'employer'), told('p1', 'B/hoTen')]));
  const memory = newMemory();
  for (let i = 0; i < 2; i += 1) await round(needs, memory);
  const officer = pair('officer-1');
  await outbox.database.transaction(async (sql) => {
    const batches = await unconfirmedBatches(sql);
    assert.deepEqual(
      batches.map(({ lane, first, last, facts, makers }) => ({ lane, first, last, facts, makers })),
      [{ lane: 'daily', first: 1, last: 2, facts: { 'B/hoTen': 1, employer: 1 }, makers: ['lan'] }],
    );
    await signConfirmations(sql, batches, { source: 'H26', sign: officer.sign, at: AT });
    assert.deepEqual(await unconfirmedBatches(sql), []);
  });
  await round(needs, memory);
  const [manifest] = [...centre.held.values()].map((one) => one.manifest);
  assert.equal(
    centre.confirmations.get('1/daily/1'),
    `{"at":"${AT}","epoch":1,"first":1,"lane":"daily","last":2,"sha256":"${manifest!.sha256}","source":"H26","what":"confirmed"}`,
  );
});
