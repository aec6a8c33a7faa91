/**
 * The exchange beside a register that grows: R1, and R2 by the body's own key for changes of a thousand different people; what telling a source of everybody costs, and
 * a digest of everybody of which nothing is kept. Everything on, over HTTP, all on one machine. `--sizes 1000,20000,100000`.
 */
import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { bodyByCode } from '#authority/organisations/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { seededChance } from '#base/chance.ts';
import { factsKnown } from '#doors/exchange/facts.ts';
import { digestOf, feedOf } from '#doors/exchange/feed.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import type { BatchConfirmation, ExchangeChange, FeedPage, Lane } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { readVersions } from '#record/register/store.ts';
import type { Composed } from '#start/compose.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { demoPeople } from '#start/demo/people.ts';
import { CHANGES_OF_A_PERSON, changes } from './exchange.ts';
import { enrolled, put, resultOf, served, verdicts } from './exchange-senders.ts';
import type { Prepared, Sender } from './exchange-senders.ts';
import { grow, sequence } from './grown.ts';
import { openInstallation } from './installation.ts';
import type { Installation } from './installation.ts';
import { anOfficer, newId } from './office.ts';
import { analyse } from './raw-copy.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { request, scaled } from './scale.ts';
import { thinLine } from './thin-line.ts';

const SIZES = (request.sizes ?? [10_000, 50_000, 100_000].map(scaled).join(',')).split(',').map(Number);
const BODY = { code: 'H26.01', name: 'Cơ quan của phép đo', trade: 'office' as const, people: 0 };
const BATCH = 1_000;
const ROUNDS = 10;
/** Batches of the load lane, as many as its window holds. */
const LOADED = 8;
const RESULT_MS_MAX = 5_000;
const PER_SECOND_MIN = 500;
/** For 250,000 people. */
const DIGEST_SECONDS_MAX = 30;
const DIGEST_PEOPLE = 250_000;
const FACT = 'C/dienThoaiDiDong';
/** Invented people from here on: below are those of other benches. */
const FIRST_REGISTERED = 10_001;

/** An account in whose name the software sends: another than the officer whose key confirms. */
async function anAccount(composed: Composed, number: string): Promise<string> {
  const accountId = newId(composed);
  await composed.db.transaction(await composed.jobSession(null), (tx) =>
    tx.query(`insert into account (account_id, identity, name, created_at) values ($1, $2, 'Người đăng ký phần mềm', now())`, [
      accountId,
      composed.keys.nationalIdHash(number),
    ]),
  );
  return accountId;
}

async function asOwner(ownerUrl: string, text: string, values: readonly unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('set search_path to congvu');
    await owner.query(text, [...values]);
  } finally {
    await owner.end();
  }
}

interface Confirms {
  readonly sender: Sender;
  /** the request that confirms a batch by the officer's key */
  readonly confirmation: (batch: Prepared) => { readonly body: string; readonly signature: string };
}

/** A source whose body confirms by its own key. */
async function aLine(installation: Installation): Promise<Confirms> {
  const { composed, bodyId, ownerUrl } = installation;
  const [by, beside] = [await anAccount(composed, '000190000008'), await anAccount(composed, '000190000009')];
  const { officer } = await anOfficer(composed, bodyId);
  const sender = await enrolled(installation, { bodyId, source: BODY.code }, by);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await asOwner(
    ownerUrl,
    `insert into exchange_confirming_key (body_id, kid, public_key, account_id, maker, enrolled_by, enrolled_with, enrolled_at) values ($1, 'o1', $2, $3, 'hoa', $4, $5, now())`,
    [bodyId, publicKey.export({ type: 'spki', format: 'pem' }).toString(), officer.accountId, by, beside],
  );
  await asOwner(ownerUrl, `update exchange_source set confirms = 'own-key' where body_id = $1`, [bodyId]);
  const sign = jwsSigner(privateKey, 'o1');
  return {
    sender,
    confirmation: ({ manifest: { source, epoch, lane, first, last, sha256 } }) => {
      const content: BatchConfirmation = { what: 'confirmed', source, epoch, lane, first, last, sha256, at: composed.clock.now() };
      const { text, signature } = sign(canonicalJson(content));
      return { body: text, signature };
    },
  };
}

let made = 0;
/** A change of each of so many people, which says what its sender knows to stand. */
async function changesOf({ composed, bodyId }: Installation, count: number): Promise<readonly Omit<ExchangeChange, 'seq'>[]> {
  const { db, jobSession, keys } = composed;
  return db.transaction(await jobSession(null), async (tx) => {
    const people = await tx.query<{ id: string; sealed: Buffer; salt: Buffer }>(
      `select p.person_id as id, n.sealed, s.salt from person p join national_id n on n.person_id = p.person_id and n.state = 'registered'
         join person_salt s on s.person_id = p.person_id where p.body_id = $1 and md5(p.person_id::text) > $2 order by md5(p.person_id::text) limit $3`,
      [bodyId, (made % 16).toString(16), count],
    );
    const ids = people.map(({ id }) => id);
    const versions = Map.groupBy(await readVersions(tx, keys, ids), ({ personId }) => personId);
    return people.map(({ id, sealed, salt }) => ({
      person: Buffer.from(keys.open(salt, 'national-id', sealed)).toString(),
      fact: FACT,
      operation: 'assert' as const,
      value: `09${String(10_000_000 + (made += 1))}`,
      base: revisionOf(factsKnown(versions.get(id) ?? [])[FACT] ?? null),
      validFrom: DEMO_DAY,
      schema: 'cbccvc@3.0',
      maker: 'bench',
      madeAt: '2026-11-30T02:00:00.000Z',
      ref: `r${made}`,
    }));
  });
}

async function confirm(address: string, line: Confirms, batch: Prepared): Promise<void> {
  const { body, signature } = line.confirmation(batch);
  const headers = { ...batch.headers, 'content-type': 'application/json', 'congvu-signature': signature };
  const { 'content-encoding': _gzip, 'content-digest': _digest, ...plain } = headers as Record<string, string>;
  const answer = await fetch(`${address}${batch.url}/confirmation`, { method: 'PUT', headers: plain, body });
  if (!answer.ok) throw new Error((await answer.text()).slice(0, 300));
}

interface Figures {
  readonly people: number;
  readonly r1PerSecond: number;
  readonly r2P95Ms: number;
  readonly r2MedianMs: number;
  readonly confirmedPerSecond: number;
  readonly toldPerSecond: number;
  readonly digestSeconds: number;
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1_000;
};

/** R2 of a thousand changes of a thousand people, by the key, from the first byte to the signed result; nothing else waits. */
async function results(address: string, here: Installation, line: Confirms, lane: Lane): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const batch = line.sender.seal(lane, await changesOf(here, BATCH));
    const startedMs = performance.now();
    await put(address, batch);
    await confirm(address, line, batch);
    await resultOf(address, batch);
    took.push(performance.now() - startedMs);
  }
  return took;
}

/** A window of batches at once: how many have R1 a second, and how many are registered, with R2. */
async function stream(address: string, here: Installation, line: Confirms): Promise<readonly [number, number]> {
  const batches: Prepared[] = [];
  const all = await changesOf(here, BATCH * LOADED);
  for (let n = 0; n < LOADED; n += 1) batches.push(line.sender.seal('load', all.slice(n * BATCH, (n + 1) * BATCH)));
  const sent = all.length;
  const startedMs = performance.now();
  for (const one of batches) await put(address, one);
  const r1 = sent / ((performance.now() - startedMs) / 1_000);
  for (const one of batches) await confirm(address, line, one);
  for (const one of batches) await resultOf(address, one);
  return [r1, sent / ((performance.now() - startedMs) / 1_000)];
}

/** Sends over a line that is cut in the middle, until the receipt is there. */
async function putAgain(address: string, batch: Prepared): Promise<void> {
  for (;;) {
    try {
      return void (await put(address, batch));
    } catch (error) {
      // The line was cut: what is told by the server itself is no failed connection.
      if (!(error instanceof TypeError)) throw error;
      await sleep(AGAIN_MS);
    }
  }
}

const LINE = { bitsPerSecond: 256_000, loss: 0.1, latencyMs: 50 };
const LINE_SECONDS_MAX = 60;
const CUT_MS = 3_000;
const AGAIN_MS = 1_000;
const WHOLE_PEOPLE = 1_000;

/** Over 256 kbit/s of which a tenth is lost, cut in the middle: a change of each of 1,000 people to R2 by the key; 1,000 whole people who are new to their R1. */
async function overTheLine(
  address: string,
  here: Installation,
  line: Confirms,
  tell: (text: string) => void,
): Promise<readonly BenchRow[]> {
  const chance = seededChance(5);
  const thin = await thinLine(new URL(address), { ...LINE, fraction: () => chance.fraction() });
  const rows: BenchRow[] = [];
  const told = (what: string, seconds: number, bytes: number): void => {
    tell(`đường 256 kbit/s, mất 10 %, ngắt giữa chừng ${thin.told().cuts} lần: ${what} ${round(seconds)} s, ${bytes} byte`);
    rows.push({
      name: `exchange over 256 kbit/s with 10 % loss, cut in the middle: ${what}`,
      value: round(seconds),
      unit: `s (${bytes} bytes compressed)`,
      beside: 'the bytes alone at that rate, s',
      besideValue: round((bytes * 8) / LINE.bitsPerSecond),
      ratio: round((seconds * LINE.bitsPerSecond) / (bytes * 8)),
      goal: `≤ ${LINE_SECONDS_MAX} s`,
      met: seconds <= LINE_SECONDS_MAX,
    });
  };
  try {
    const batch = line.sender.seal('correction', await changesOf(here, BATCH));
    thin.cutAfter(batch.bytes.length / 2, CUT_MS);
    const seconds = await secondsOf(async () => {
      await putAgain(thin.address, batch);
      await confirm(thin.address, line, batch);
      await resultOf(thin.address, batch);
    });
    told('a change of each of 1,000 people, R2', seconds, batch.bytes.length);
    const other = await otherBody(here);
    const next = changes(other.source);
    const inBatch = Math.floor(BATCH / CHANGES_OF_A_PERSON);
    const whole = Array.from({ length: WHOLE_PEOPLE / inBatch }, () =>
      other.seal(
        'daily',
        Array.from({ length: inBatch * CHANGES_OF_A_PERSON }, () => next.next().value!),
      ),
    );
    const bytes = whole.reduce((sum, one) => sum + one.bytes.length, 0);
    thin.cutAfter(bytes / 2, CUT_MS);
    told(
      `1,000 whole people who are new, ${whole.length} batches, R1`,
      await secondsOf(async () => {
        for (const one of whole) await putAgain(thin.address, one);
      }),
      bytes,
    );
    return rows;
  } finally {
    await thin.close();
  }
}

/** A second body, whose officers confirm in the portal. */
async function otherBody(here: Installation): Promise<Sender> {
  const { composed } = here;
  const { db, jobSession, clock } = composed;
  const bodyId = (await db.transaction(await jobSession(null), (tx) => bodyByCode(tx, OTHER, clock.today())))!;
  return enrolled(here, { bodyId, source: OTHER }, await anAccount(composed, '000190000010'));
}
const OTHER = 'H26.03.01';

/** Tells the source everything, then compares: nothing of the digest is kept. */
async function compared({ composed, ownerUrl }: Installation): Promise<readonly [number, number]> {
  const needs = composed.submission;
  const session = await composed.jobSession(null);
  let after = 0;
  const told = await secondsOf(async () => {
    for (let more = true; more;) {
      const answer = await feedOf(needs, session, BODY.code, after);
      if (answer.status !== 200 || answer.signed === null) throw new Error('no feed');
      const page = JSON.parse(answer.signed.text) as FeedPage;
      more = page.more || page.entries.length > 0;
      after = page.entries.at(-1)?.n ?? after;
    }
  });
  await asOwner(ownerUrl, 'delete from exchange_bucket');
  const digest = await secondsOf(async () => {
    const answer = await digestOf(needs, session, BODY.code, { buckets: 1_024 } as never);
    if (answer.status !== 200) throw new Error('no digest');
  });
  return [told, digest];
}

export const exchangePeople: Bench = async (tell) => {
  const here = await openInstallation(BODY.code);
  const all: Figures[] = [];
  const lineRows: BenchRow[] = [];
  try {
    const line = await aLine(here);
    const people = demoPeople(BODY, Math.max(...SIZES), 72, FIRST_REGISTERED, DEMO_DAY)[Symbol.iterator]();
    for (const size of SIZES) {
      const added = size - (all.at(-1)?.people ?? 0);
      await grow(here, people, added);
      await sequence(here.composed);
      await analyse(here.ownerUrl);
      const [toldSeconds, digestSeconds] = await compared(here);
      tell(`${size} người: báo cho phần mềm ${round(added / toldSeconds)} người mỗi giây, so khớp từ đầu ${round(digestSeconds)} s`);
      const server = await served(here);
      try {
        verdicts.clear();
        const took = await results(server.address, here, line, 'daily');
        const [r1PerSecond, confirmedPerSecond] = await stream(server.address, here, line);
        tell(
          `${size} người: R2 bằng khóa p50 ${round(percentile(took, 0.5))}, p95 ${round(percentile(took, 0.95))} ms (${took.map((ms) => Math.round(ms)).join(', ')}); R1 ${round(r1PerSecond)} mỗi giây; đã duyệt ${round(confirmedPerSecond)} mỗi giây; ${JSON.stringify(Object.fromEntries(verdicts))}`,
        );
        if (all.length === 0) lineRows.push(...(await overTheLine(server.address, here, line, tell)));
        all.push({
          people: size,
          r1PerSecond,
          confirmedPerSecond,
          r2P95Ms: percentile(took, 0.95),
          r2MedianMs: percentile(took, 0.5),
          toldPerSecond: added / toldSeconds,
          digestSeconds,
        });
      } finally {
        await server.close();
      }
    }
    return [...all.flatMap((one) => rowsOf(one, all[0]!)), ...lineRows];
  } finally {
    await here.close();
  }
};

function rowsOf(one: Figures, first: Figures): BenchRow[] {
  const row = (name: string, value: number, unit: string, besideValue: number, goal: string, met: boolean): BenchRow => ({
    name: `exchange, ${one.people} people there: ${name}`,
    value: round(value),
    unit,
    beside: `with ${first.people} people`,
    besideValue: round(besideValue),
    ratio: round(value / besideValue),
    goal,
    met,
  });
  const allowed = (one.people / DIGEST_PEOPLE) * DIGEST_SECONDS_MAX;
  return [
    row('changes with R1', one.r1PerSecond, 'a second', first.r1PerSecond, `≥ ${PER_SECOND_MIN}`, one.r1PerSecond >= PER_SECOND_MIN),
    row(
      'R2 of 1,000 changes of 1,000 people by the key, p95 of 10',
      one.r2P95Ms,
      'ms',
      first.r2P95Ms,
      `≤ ${RESULT_MS_MAX} ms`,
      one.r2P95Ms <= RESULT_MS_MAX,
    ),
    row(
      'changes registered by the key, with R2, a window of the load lane',
      one.confirmedPerSecond,
      'a second',
      first.confirmedPerSecond,
      'told',
      true,
    ),
    row('people told to their source', one.toldPerSecond, 'a second', first.toldPerSecond, 'told', true),
    row(
      'digest of everybody, nothing kept',
      one.digestSeconds,
      's',
      first.digestSeconds,
      `≤ ${round(allowed)} s (${DIGEST_SECONDS_MAX} s for ${DIGEST_PEOPLE})`,
      one.digestSeconds <= allowed,
    ),
  ];
}
