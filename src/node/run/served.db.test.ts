/** The node against the routes that the product serves, with a centre in memory behind them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { seededChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { CALLS_AS, anExchange } from '#doors/exchange/exchange-for-tests.ts';
import type { MemoryCentreNeeds } from '#doors/exchange/memory-centre.ts';
import { AT, BODY, CENTRE, MEANS, aChange } from '#doors/exchange/protocol/changes-for-tests.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import type { ExchangeChange } from '#doors/exchange/shapes.ts';
import { openLine } from '#node/line/request.ts';
import { openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import type { RecordedChange } from '#node/outbox/record.ts';
import { recordAll } from '#node/outbox/record.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { makeStep } from '#node/outbox/step.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { compareWithCentre } from '#node/program/compare.ts';
import { signConfirmations, unconfirmedBatches } from './confirmations.ts';
import type { RoundNeeds } from './round.ts';
import { begin, newMemory, round } from './round.ts';

const opened: { close(): Promise<unknown> }[] = [];
after(async () => {
  for (const one of opened.reverse()) await one.close();
});

async function bothEnds(how: Partial<MemoryCentreNeeds> = {}) {
  const outbox = await openOutboxForTests();
  const { app, centre } = await anExchange(how);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const line = openLine({ url, headers: () => ({ [CALLS_AS]: 'H26' }) });
  opened.push(outbox, app, { close: async () => line.close() });
  const [clock, chance] = [stoppedClock(AT), seededChance(9)];
  const means = { audience: MEANS.audience, sign: BODY.sign, verify: CENTRE.verify };
  const needs: RoundNeeds = { database: outbox.database, means, line, clock, chance: () => chance.fraction() };
  await outbox.database.transaction((sql) => writeFirstState(sql, newNode('H26')));
  await begin(needs);
  const memory = newMemory();
  return {
    outbox,
    centre,
    needs,
    records: (...changes: RecordedChange[]) => outbox.database.transaction((sql) => recordAll(sql, changes)),
    async rounds(many: number) {
      for (let i = 0; i < many; i += 1) {
        await round(needs, memory);
        clock.moveTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
      }
    },
    verdicts: () =>
      rowsOf<{ ref: string; verdict: string }>(
        outbox.pool,
        `select ref, verdict ->> 'verdict' as verdict from congvu_node.change order by ref`,
      ),
  };
}

let refs = 0;
const told = (more: Partial<ExchangeChange>): RecordedChange => {
  const { seq: _seq, base: _base, ...change } = aChange(1, { ref: `served-${(refs += 1)}`, ...more });
  return change;
};
const claim = told({ fact: 'employer', operation: 'claim', value: null });

test('greeting, batch, result, feed, confirmation and digests go over the shipped routes', async () => {
  const { outbox, centre, needs, records, rounds, verdicts } = await bothEnds({ judgesAtOnce: false });
  await records(claim, told({ fact: 'B/hoTen' }), told({ fact: 'B/ngach', person: 'p9' }));
  await rounds(2);
  await outbox.database.transaction(async (sql) => {
    await signConfirmations(sql, await unconfirmedBatches(sql), { source: 'H26', sign: BODY.sign, at: AT });
  });
  await rounds(1);
  assert.ok(centre.isConfirmed('H26', { epoch: 1, lane: 'daily', first: 1, last: 3 }));
  assert.ok(
    (await verdicts()).every(({ verdict }) => verdict === null),
    'nothing is judged yet',
  );
  while (centre.work());
  await rounds(3);
  assert.deepEqual(
    (await verdicts()).map(({ verdict }) => verdict),
    ['accepted', 'accepted', 'rejected'],
  );
  assert.deepEqual(await compareWithCentre(needs, 'H26'), { buckets: 1024, differing: 0, differences: [] });
  centre.corrects('p1', 'B/hoTen', { value: 'Lê Lan', validFrom: '2026-11-02', ended: null });
  assert.deepEqual(
    (await compareWithCentre(needs, 'H26'))?.differences.map(({ person, fact }) => [person, fact]),
    [['p1', 'B/hoTen']],
  );
  await rounds(3);
  assert.deepEqual((await compareWithCentre(needs, 'H26'))?.differences, []);
});

test('a value that the register writes in its own way is known by its revision there', async () => {
  const seen: ExchangeChange[] = [];
  const { records, rounds } = await bothEnds({
    decides: (change) => {
      seen.push(change);
      return { verdict: { seq: change.seq, verdict: 'accepted', revision: 'a'.repeat(64) }, effects: [] };
    },
  });
  await records(told({ fact: 'E/hopDong#k7', value: { so: '7' } }));
  await rounds(4);
  await records(told({ fact: 'E/hopDong#k7', operation: 'correct', value: { so: '8' } }));
  await rounds(4);
  assert.deepEqual(
    seen.map(({ base }) => base),
    [null, 'a'.repeat(64)],
  );
});

test('what an officer decided of a change that had waited comes by the feed: accepted it is confirmed, rejected it no longer stands', async () => {
  const { outbox, records, rounds } = await bothEnds({
    decides: (change) => ({ verdict: { seq: change.seq, verdict: 'quarantined', problems: [] }, effects: [] }),
  });
  const [yes, no] = [told({ fact: 'B/hoTen' }), told({ fact: 'B/ngach' })];
  await records(yes, no);
  await rounds(4);
  const facts = () =>
    rowsOf<{ fact: string; standing: string | null; confirmed: string | null }>(
      outbox.pool,
      `select fact, standing ->> 'value' as standing, confirmed ->> 'value' as confirmed from congvu_node.fact order by fact`,
    );
  assert.deepEqual(
    (await facts()).map(({ standing, confirmed }) => [standing !== null, confirmed]),
    [
      [true, null],
      [true, null],
    ],
  );
  const outcome = (n: number, seq: number, ref: string, verdict: 'accepted' | 'rejected') =>
    ({ n, what: 'outcome', epoch: 1, lane: 'daily', seq, ref, verdict, problems: [] }) as const;
  const entries = [
    outcome(1, 1, yes.ref, 'accepted'),
    outcome(2, 2, no.ref, 'rejected'),
    { n: 3, what: 'void' },
    { n: 4, what: 'lists', edition: 7 },
  ] as const;
  await makeStep({ database: outbox.database, means: { audience: MEANS.audience, sign: BODY.sign, verify: CENTRE.verify } }, AT, () => ({
    kind: 'heard',
    ask: { kind: 'feed', source: 'H26', after: 0 },
    reply: { status: 'feed', entries },
    atMs: 0,
    chance: 0,
  }));
  assert.deepEqual(await facts(), [{ fact: 'B/hoTen', standing: yes.value, confirmed: yes.value }]);
  assert.equal((await rowsOf(outbox.pool, 'select 1 from congvu_node.feed_entry')).length, 4);
});

test('a window that is full and a centre that is busy are waited for, and no alarm is raised', async () => {
  const { outbox, centre, records, rounds, verdicts } = await bothEnds({ judgesAtOnce: false });
  for (let i = 0; i < 12; i += 1) {
    await records(told({ person: `w${i}`, fact: 'employer', operation: 'claim', value: null }));
    await rounds(1);
  }
  assert.ok(centre.stateOf('H26')!.lanes.daily.waiting <= 8);
  while (centre.work());
  await rounds(3);
  while (centre.work());
  await rounds(5);
  assert.ok((await verdicts()).every(({ verdict }) => verdict === 'accepted'));
  assert.deepEqual(await rowsOf(outbox.pool, 'select about from congvu_node.alarm'), []);
});
