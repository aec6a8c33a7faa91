/** Both ends of the exchange as they are shipped: the agency's program with its outbox, the routes, and the centre on the tables of the register. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import Fastify from 'fastify';
import { jobSessions } from '#authority/access/sessions.ts';
import { activeKey } from '#authority/keys/store.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { ok } from '#base/problem.ts';
import { confirmBatchBy, resultOf } from '#doors/exchange/confirm.ts';
import { namedFact } from '#doors/exchange/facts.ts';
import { digestOf, feedOf } from '#doors/exchange/feed.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import { enrolSource, greetSource, offerBatch } from '#doors/exchange/receive.ts';
import { exchangeRoutes } from '#doors/exchange/routes.ts';
import { settleOnce } from '#doors/exchange/settle.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { verifierOf } from '#node/keys.ts';
import { openLine } from '#node/line/request.ts';
import { openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import type { RecordedChange } from '#node/outbox/record.ts';
import { recordAll } from '#node/outbox/record.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { compareWithCentre } from '#node/program/compare.ts';
import { verifyKept } from '#node/program/verify.ts';
import { begin, newMemory, round } from '#node/run/round.ts';
import type { RoundNeeds } from '#node/run/round.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
const PERSON = '000085000733';
const agency = await anAgency(CODE, undefined, [withLineNames(exchangeDoor)]);
const needs = { ...agency.needs, audience: 'centre', door: exchangeDoor };
const system = await jobSessions(agency.office, 'test')(null);
const own = generateKeyPairSync('ed25519');
await needs.db.transaction(system, (tx) =>
  enrolSource(tx, needs, {
    bodyId: agency.bodyId,
    source: CODE,
    kid: 'k1',
    publicKey: own.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    by: agency.clerk.accountId,
  }),
);
const app = Fastify({ logger: false });
await app.register(
  exchangeRoutes({
    centre: {
      greet: (source, asked) => greetSource(needs, system, source, asked),
      offer: (source, batch) => offerBatch(needs, system, source, batch),
      confirm: (source, name, confirmation) => confirmBatchBy(needs, system, source, name, confirmation),
      result: (source, name) => resultOf(needs, system, source, name),
      feed: (source, from) => feedOf(needs, system, source, from),
      digest: (source, question) => digestOf(needs, system, source, question),
    },
    callerOf: async () => ok({ source: CODE }),
  }),
);
const line = openLine({ url: await app.listen({ port: 0, host: '127.0.0.1' }) });
const outbox = await openOutboxForTests();
after(async () => {
  line.close();
  await app.close();
  await outbox.close();
  await agency.close();
});

let atMs = Date.parse('2026-11-30T02:00:00.000Z');
/** By the public half of the key of receipts. */
const verify = async () => {
  const key = await needs.db.transaction(system, (tx) =>
    activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, needs.clock.now()),
  );
  return verifierOf([{ kid: key.kid, key: createPublicKey(key.privateKey) }]);
};

test('a record that the agency’s software brings is received, confirmed by an officer, told back and equal at both ends', async () => {
  await outbox.database.transaction((sql) => writeFirstState(sql, newNode(CODE)));
  const node: RoundNeeds = {
    database: outbox.database,
    means: { audience: 'centre', sign: jwsSigner(own.privateKey, 'k1'), verify: await verify() },
    line,
    clock: { now: () => new Date((atMs += 60_000)).toISOString(), today: () => '2026-11-30', monotonicMs: () => atMs },
    chance: () => 0.5,
  };
  const memory = newMemory();
  const rounds = async (many: number): Promise<void> => {
    for (let i = 0; i < many; i += 1) await round(node, memory);
  };
  await begin(node);
  const { soDinhDanh: _number, ...values } = { ...SAMPLE_ROW, coQuanQuanLy: CODE, coQuanSuDung: CODE } as Record<string, unknown>;
  const says = { person: PERSON, validFrom: '2026-11-01', schema: 'cbccvc@3.0', maker: 'phan-mem', madeAt: '2026-11-30T02:00:00.000Z' };
  const changes: RecordedChange[] = [
    { ...says, ref: 'c', fact: 'employer', operation: 'claim', value: null },
    ...Object.entries(values).map(([key, value]) => ({
      ...says,
      ref: key,
      fact: namedFact(`B/${key}`)!.name,
      operation: 'assert' as const,
      value: String(value),
    })),
  ];
  await outbox.database.transaction((sql) => recordAll(sql, changes));
  await rounds(3);
  const counted = async (what: string): Promise<number> =>
    (await rowsOf<{ many: number }>(outbox.pool, 'select count(*)::int as many from congvu_node.receipt where what = $1', [what]))[0]!.many;
  assert.equal(await counted('received'), 1);

  // At the centre: read, matched, and told as waiting for an officer; then the officer confirms.
  await agency.works();
  await settleOnce(needs, system);
  await agency.works();
  const [row] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ id: string }>('select submission_id as id from exchange_batch where first = 1'),
  );
  await agency.matched(row!.id);
  await rounds(4);
  assert.equal(await counted('judged'), 1);
  for (const personId of await agency.waiting(row!.id)) assert.ok((await agency.confirms(row!.id, personId)).ok);
  await settleOnce(needs, system);
  await settledSince((work) => needs.db.transaction(system, work), 'select max(tx) from person');
  memory.feedGoesOn = true;
  await rounds(3);

  const became = await rowsOf<{ ref: string; became: string }>(
    outbox.pool,
    `select ref, coalesce(outcome, verdict) ->> 'verdict' as became from congvu_node.change`,
  );
  assert.equal(became.length, changes.length);
  assert.deepEqual(
    became.filter((one) => one.became !== 'accepted'),
    [],
  );
  const kept = await outbox.database.transaction((sql) => verifyKept(sql, node.means.verify));
  assert.deepEqual(kept, { batches: 1, received: 1, judged: 1, problems: [] });
  assert.deepEqual(
    (await compareWithCentre(node, CODE))?.differences.map(({ fact, mine, theirs }) => [fact, mine, theirs]),
    [],
  );
});
