/** Whatever statement the machine goes down at, before it or behind it: started again, everything arrives once, and each change has both receipts. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import { seededChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';
import { openLine } from '#node/line/request.ts';
import { openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import { Fallen, fallingAt } from '#node/outbox/falls-for-tests.ts';
import { recordAll } from '#node/outbox/record.ts';
import type { NodeDatabase } from '#node/outbox/sql.ts';
import { databaseOf, rowsOf } from '#node/outbox/sql.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { verifyKept } from '#node/program/verify.ts';
import type { RoundNeeds } from './round.ts';
import { begin, newMemory, round } from './round.ts';

const AT = '2026-11-30T02:00:00.000Z';
const pair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { sign: jwsSigner(privateKey, kid), verify: jwsVerifier(publicKey, kid) };
};
const [body, centreKey] = [pair('H26-1'), pair('centre-1')];
const outbox = await openOutboxForTests();
after(() => outbox.close());
const chance = seededChance(3);

const told = (person: string, fact: string, lane: 'daily' | 'load') =>
  ({
    ref: `${person} ${fact}`,
    person,
    fact,
    operation: fact === 'employer' ? 'claim' : 'assert',
    validFrom: '2026-11-01',
    schema: 'cbccvc@3.0',
    value: fact === 'employer' ? null : 'a',
    maker: 'lan',
    madeAt: AT,
    lane,
  }) as const;
const TOLD = [
  told('p1', 'employer', 'daily'),
  told('p1', 'B/hoTen', 'daily'),
  told('p2', 'employer', 'load'),
  told('p2', 'B/hoTen', 'load'),
];

/** One life that falls, and the next that does not. @returns statements of the first */
async function lives(at: number, when: 'before' | 'after'): Promise<number> {
  await outbox.pool.query(
    'truncate congvu_node.node, congvu_node.inbox, congvu_node.change, congvu_node.batch, congvu_node.receipt, congvu_node.fact, congvu_node.feed_entry, congvu_node.alarm',
  );
  const centre = centreForTests({ source: 'H26', audience: 'centre', sign: centreKey.sign, verify: body.verify });
  const line = openLine({ url: await centre.listen() });
  const clock = stoppedClock(AT);
  const needs = (database: NodeDatabase): RoundNeeds => ({
    database,
    means: { audience: 'centre', sign: body.sign, verify: centreKey.verify },
    line,
    clock,
    chance: () => chance.fraction(),
  });
  const goes = async (database: NodeDatabase, rounds: number): Promise<void> => {
    const [own, memory] = [needs(database), newMemory()];
    await begin(own);
    for (let i = 0; i < rounds; i += 1) {
      await round(own, memory);
      clock.moveTo(new Date(Date.parse(clock.now()) + 120_000).toISOString());
    }
  };
  await outbox.database.transaction(async (sql) => {
    await writeFirstState(sql, newNode('H26'));
    await recordAll(sql, TOLD);
  });
  const source = fallingAt(outbox.pool, at, when);
  try {
    await goes(databaseOf(source), 4).catch((error: unknown) => {
      if (!(error instanceof Fallen)) throw error;
    });
    await goes(outbox.database, 6);
    const where = `${when} statement ${at}`;
    assert.deepEqual(
      await rowsOf(outbox.pool, `select ref, verdict ->> 'verdict' as verdict from congvu_node.change order by ref`),
      TOLD.map(({ ref }) => ({ ref, verdict: 'accepted' })).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
      where,
    );
    assert.equal(centre.judged.length, TOLD.length, `${where}: nothing twice`);
    assert.equal(centre.state().frozen, null, where);
    const found = await verifyKept(outbox.pool, centreKey.verify);
    assert.deepEqual([found.problems, found.received, found.judged], [[], found.batches, found.batches], where);
    return source.count();
  } finally {
    line.close();
    await centre.close();
  }
}

test('a machine that falls at any statement loses nothing and sends nothing twice', async () => {
  const statements = await lives(Number.POSITIVE_INFINITY, 'before');
  assert.ok(statements > 60, `${statements} statements`);
  // Behind one statement and before the next differ by what was asked over the line between them: each in turn.
  for (let at = 1; at <= statements; at += 1) await lives(at, at % 2 === 0 ? 'before' : 'after');
});
