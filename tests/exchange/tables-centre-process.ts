/**
 * The product's server and its work in the background over its own PostgreSQL, in a process that may be killed; with `prepare` as last argument only the line is set up.
 * Says how far the tables are in a file. One thing is not the product's: the population database, which is asked by the shipped code, and here finds everybody as stated.
 */
import { createPublicKey } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { activeKey } from '#authority/keys/store.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { readConfig } from '#base/config.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ok } from '#base/problem.ts';
import { enrolCaller } from '#doors/exchange/callers.ts';
import { enrolSource } from '#doors/exchange/receive.ts';
import { kidOf } from '#node/keys.ts';
import type { MatchNeeds } from '#record/matching/run.ts';
import { compose } from '#start/compose.ts';
import type { Composed } from '#start/compose.ts';
import { openAll } from '#start/open.ts';
import { buildServer } from '#start/server.ts';
import { startWorker } from '#start/worker.ts';
import { AUDIENCE, MAKER_WHO_CONFIRMS, MEMBER, SOURCE } from './tables-line.ts';

const [folder = '', host = '', port = '', fromHost = '', verb = 'serve'] = process.argv.slice(2);
const CALLS_PER_SECOND = 1_000;
const place = join(folder, 'tables');
mkdirSync(place, { recursive: true });

const config = readConfig({
  DEMO: '1',
  DATA_FOLDER: place,
  LOG_LEVEL: 'warn',
  EXCHANGE_AUDIENCE: AUDIENCE,
  EXCHANGE_CARRIERS: 'x-road',
  EXCHANGE_XROAD_FROM: fromHost,
});
if (!config.ok) throw new Error(config.problems[0]!.title.en);
const opened = await openAll(config.value, () => undefined);
if (!opened.ok) throw new Error(opened.problems[0]!.title.en);
const plain = compose({ ...opened.value, simulators: [] });
const asStated: Pick<MatchNeeds, 'gateway' | 'officerFor' | 'callsPerSecond'> = {
  callsPerSecond: CALLS_PER_SECOND,
  officerFor: async () => ok({ account: 'thu', unit: 'thu', phone: '' }),
  gateway: {
    source: plain.matching.gateway.source,
    lookUp: async ({ nationalId, name, birth, sex, ethnicity, homeTown = null, residence = null }) => ({
      kind: 'found',
      citizen: { nationalId, oldId: '', name, birth, sex, ethnicity, homeTown, residence },
    }),
  },
};
const composed: Composed = { ...plain, matching: { ...plain.matching, ...asStated } };
const owner = new pg.Client({ connectionString: opened.value.urls.owner });
await owner.connect();
await owner.query('set search_path to congvu');
const system = await composed.jobSession(null);

const publicKeyIn = (file: string) => createPublicKey(readFileSync(join(folder, file), 'utf8'));

async function account({ keys, chance, clock }: Composed, number: string, name: string): Promise<string> {
  const accountId = chance.uuid7(Date.parse(clock.now()));
  await owner.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
    accountId,
    keys.nationalIdHash(number),
    name,
  ]);
  return accountId;
}

/** The line of one agency, whose officer confirms by a key; and for the node the key by which the centre signs. */
async function prepare(session: SessionHandle): Promise<void> {
  const { db, clock, keys, submission } = composed;
  const bodyId = (await db.transaction(session, (tx) => bodyByCode(tx, SOURCE, clock.today())))!;
  const [by, beside] = [await account(composed, '000190000008', 'Người đề nghị'), await account(composed, '000190000009', 'Người đồng ý')];
  const officer = await account(composed, '000070000001', 'Cán bộ xác nhận');
  await owner.query(
    `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values (gen_random_uuid(), $1, 'XAC_NHAN', $2, '2025-07-01')`,
    [officer, bodyId],
  );
  const own = publicKeyIn('source.pub.pem');
  await db.transaction(session, async (tx) => {
    const publicKey = own.export({ type: 'spki', format: 'pem' }).toString();
    await enrolSource(tx, submission as never, { bodyId, source: SOURCE, kid: kidOf(own), publicKey, by });
    await enrolCaller(tx, submission, { bodyId, by, networks: [], carrier: 'x-road', name: MEMBER });
  });
  const confirms = publicKeyIn('officer.pem');
  await owner.query(
    `insert into exchange_confirming_key (body_id, kid, public_key, account_id, maker, enrolled_by, enrolled_with, enrolled_at) values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [bodyId, kidOf(confirms), confirms.export({ type: 'spki', format: 'pem' }).toString(), officer, MAKER_WHO_CONFIRMS, by, beside],
  );
  await owner.query(`update exchange_source set confirms = 'own-key'`);
  // Everybody here is invented: what starts again asks for this mark.
  await owner.query(`insert into installation (name, value) values ('demo', 'done')`);
  const key = await db.transaction(session, (tx) => activeKey(tx, keys, { purpose: 'receipt', bodyId: null }, clock.now()));
  const jwk = { ...createPublicKey(key.privateKey).export({ format: 'jwk' }), kid: key.kid };
  writeFileSync(join(folder, 'centre.jwks.json'), JSON.stringify({ keys: [jwk] }));
}

const PROGRESS = `select coalesce((select sum(last - first + 1)::int from exchange_batch where judged_at is not null), 0) as judged,
    (select count(distinct name)::int from exchange_change where verdict = 'accepted') as different, (select count(*)::int from exchange_batch) as held,
    (select count(*)::int from person) as people, (select count(*)::int from person_version) as versions,
    (select count(*)::int from attestation) as attestations, exists (select 1 from exchange_freeze) as frozen`;

/** Written whole or not at all. */
async function say(): Promise<void> {
  const { rows } = await owner.query<object>(PROGRESS);
  const file = join(folder, 'progress.json');
  writeFileSync(`${file}.part`, JSON.stringify(rows[0]));
  renameSync(`${file}.part`, file);
}

if (verb === 'prepare') {
  await prepare(system);
  await owner.end();
  await opened.value.close();
} else {
  const app = await buildServer(composed, { surfaces: ['exchange'], url: `http://${host}:${port}` }, { portalFolder: null });
  await startWorker(composed);
  await app.listen({ port: Number(port), host });
  for (;;) {
    await say();
    await new Promise((later) => setTimeout(later, 2_000));
  }
}
