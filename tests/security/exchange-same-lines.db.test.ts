/** The same lines sent once more, in another epoch or another lane: a batch of its own, with its own receipt and result, and nothing of the first is lost by it. */
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { confirmBatchBy, resultOf } from '#doors/exchange/confirm.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import type { SettleNeeds } from '#doors/exchange/places.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import { enrolSource, offerBatch, releaseSource } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import { settleOnce } from '#doors/exchange/settle.ts';
import type { BatchManifest, BatchResult, ChangeVerdict, ExchangeChange, SentBatch } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
const node = generateKeyPairSync('ed25519');
const officerKey = generateKeyPairSync('ed25519');
const pem = ({ publicKey }: typeof node): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const sign = jwsSigner(node.privateKey, 'k1');
let agency: Agency;
let needs: SettleNeeds & ExchangeNeeds;
let system: SessionHandle;

before(async () => {
  agency = await anAgency(CODE, undefined, [withLineNames(exchangeDoor)]);
  needs = { ...agency.needs, audience: 'centre', door: exchangeDoor };
  system = await jobSessions(agency.office, 'test')(null);
  await needs.db.transaction(system, (tx) =>
    enrolSource(tx, needs, { bodyId: agency.bodyId, source: CODE, kid: 'k1', publicKey: pem(node), by: agency.clerk.accountId }),
  );
  const [one, two] = [await agency.office.account('000190990001', []), await agency.office.account('000190990002', [])];
  await rows(
    `insert into exchange_confirming_key (body_id, kid, public_key, account_id, maker, enrolled_by, enrolled_with, enrolled_at) values ($1, 'o1', $2, $3, 'hoa', $4, $5, now())`,
    [agency.bodyId, pem(officerKey), agency.officer.accountId, one, two],
  );
  await rows(`update exchange_source set confirms = 'own-key'`);
});
after(() => agency.close());

const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, [...values]));
const { soDinhDanh: _number, ...SAMPLE } = { ...SAMPLE_ROW, coQuanQuanLy: CODE, coQuanSuDung: CODE } as Record<string, unknown>;
/** A whole person, numbered from 1: as the first batch of an epoch or of a lane is. */
const linesOf = (person: string): readonly ExchangeChange[] =>
  [
    { fact: 'employer', operation: 'claim' as const, value: null },
    ...Object.entries(SAMPLE).map(([key, value]) => ({ fact: `B/${key}`, value: String(value) })),
  ].map((one, i) => aChange(i + 1, { person, ref: `${person}-${i}`, ...one }));

async function taken(batch: SentBatch): Promise<BatchManifest> {
  const answer = await offerBatch(needs, system, CODE, batch);
  assert.equal(answer.status, 202, JSON.stringify(answer));
  return manifestOf(batch);
}
const sent = (changes: readonly ExchangeChange[], seal: Partial<BatchManifest>): Promise<BatchManifest> =>
  taken(aBatch(changes, { source: CODE, ...seal }, sign));
const submissionOf = async ({ epoch, lane, first }: BatchManifest): Promise<string> =>
  (
    await rows<{ id: string }>('select submission_id as id from exchange_batch where epoch = $1 and lane = $2 and first = $3', [
      epoch,
      lane,
      first,
    ])
  )[0]!.id;
async function looksAt(...batches: readonly BatchManifest[]): Promise<void> {
  await agency.works();
  await settleOnce(needs, system);
  await agency.works();
  for (const one of batches) await agency.matched(await submissionOf(one));
  await settleOnce(needs, system);
}
async function confirmed({ source, epoch, lane, first, last, sha256 }: BatchManifest): Promise<void> {
  const text = canonicalJson({ what: 'confirmed', source, epoch, lane, first, last, sha256, at: '2026-11-30T02:00:00.000Z' });
  const name = { epoch, lane, first, last };
  const answer = await confirmBatchBy(needs, system, CODE, name as BatchManifest, jwsSigner(officerKey.privateKey, 'o1')(text));
  assert.equal(answer.status, 200, JSON.stringify(answer));
}
async function result(manifest: BatchManifest): Promise<readonly ChangeVerdict[]> {
  const answer = await resultOf(needs, system, CODE, manifest);
  assert.equal(answer.status, 200, JSON.stringify(answer));
  return (JSON.parse((answer as { signed: { text: string } }).signed.text) as BatchResult).verdicts;
}
const kindsOf = (verdicts: readonly ChangeVerdict[]): string[] => [...new Set(verdicts.map(({ verdict }) => verdict))];
const numbersOf = (verdicts: readonly ChangeVerdict[]): number[] => verdicts.map(({ seq }) => seq);
const registered = async (person: string): Promise<number> =>
  (await rows('select from national_id where id_hash = $1', [needs.keys.nationalIdHash(person)])).length;

/** The first is accepted, the second repeats it number by number, each in a submission of its own. */
async function eachHasItsResult(first: BatchManifest, second: BatchManifest, person: string): Promise<void> {
  assert.equal(first.sha256, second.sha256, 'the bytes are the same');
  const [one, two] = [await result(first), await result(second)];
  const all = linesOf(person).map(({ seq }) => seq);
  assert.deepEqual([numbersOf(one), numbersOf(two)], [all, all]);
  assert.deepEqual([kindsOf(one), kindsOf(two)], [['accepted'], ['duplicate']], JSON.stringify([one, two]));
  assert.equal(await registered(person), 1);
  const decided = await rows<{ state: string }>('select distinct state from item where submission_id = $1', [await submissionOf(first)]);
  assert.deepEqual(decided, [{ state: 'registered' }], 'what was brought first is decided, once');
  assert.deepEqual(await rows('select from exchange_batch where judged_at is null'), [], 'no batch is left without its result');
  assert.notEqual(await submissionOf(first), await submissionOf(second));
}

/** Two batches that cannot both be, and two people who let the source go on. */
async function released(epoch: number): Promise<void> {
  const forked = aBatch([aChange(1, { ref: `fork-${epoch}`, value: 'khác' })], { source: CODE, epoch }, sign);
  assert.equal((await offerBatch(needs, system, CODE, forked)).status, 'refused');
  const done = await needs.db.transaction(system, (tx) =>
    releaseSource(tx, needs, CODE, [agency.clerk.accountId, agency.officer.accountId]),
  );
  assert.deepEqual(done, { ok: true, value: epoch + 1 });
}

test('lines that were received and not judged come again as the first batch of the next epoch', async () => {
  const person = '000085000701';
  const first = await sent(linesOf(person), {});
  await released(1);
  const second = await sent(linesOf(person), { epoch: 2 });
  await looksAt(first, second);
  // Whoever asks has what can be said of a batch said at once: of the second before the first is decided.
  await resultOf(needs, system, CODE, second);
  await confirmed(first);
  await settleOnce(needs, system);
  await eachHasItsResult(first, second, person);
});

test('lines that were judged come again as the first batch of the next epoch', async () => {
  await released(2);
  const person = '000085000702';
  const first = await sent(linesOf(person), { epoch: 3 });
  await looksAt(first);
  await confirmed(first);
  assert.deepEqual(kindsOf(await result(first)), ['accepted']);
  await released(3);
  const second = await sent(linesOf(person), { epoch: 4 });
  await looksAt(second);
  await eachHasItsResult(first, second, person);
});

test('the same lines come in two lanes', async () => {
  await released(4);
  const person = '000085000703';
  const first = await sent(linesOf(person), { epoch: 5, lane: 'daily' });
  const second = await sent(linesOf(person), { epoch: 5, lane: 'correction' });
  await looksAt(first, second);
  // Whoever asks has what can be said of a batch said at once: of the second before the first is decided.
  await resultOf(needs, system, CODE, second);
  await confirmed(first);
  await settleOnce(needs, system);
  await eachHasItsResult(first, second, person);
});

test('the same lines in two lanes, the second looked at while the first is judged: it waits, and repeats what the first said', async () => {
  await released(5);
  const person = '000085000704';
  const first = await sent(linesOf(person), { epoch: 6, lane: 'daily' });
  const second = await sent(linesOf(person), { epoch: 6, lane: 'correction' });
  await agency.works();
  const [judging, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: typeof needs = {
    ...needs,
    // The last thing of a judged batch, before it commits.
    sendJob: async (...job) => {
      judging.resolve();
      await goOn.promise;
      await needs.sendJob(...job);
    },
  };
  const one = resultOf(slow, system, CODE, first);
  await judging.promise;
  let isOver = false;
  const two = resultOf(needs, system, CODE, second).finally(() => (isOver = true));
  // Either it waits for the first, or it is over before the first is: a mistake that the verdicts then show.
  while (!isOver && !(await isAnybodyHeldBack())) await sleep(20);
  goOn.resolve();
  await Promise.all([one, two]);
  const said = await rows<{ lane: string; verdict: string }>(
    `select distinct lane, verdict from exchange_change where epoch = 6 and lane in ('daily', 'correction') order by lane`,
  );
  assert.deepEqual(
    said.filter(({ verdict }) => verdict === 'duplicate').map(({ lane }) => lane),
    ['correction'],
    JSON.stringify(said),
  );
});

/** Does somebody in this database wait for a lock of the program's own? */
const isAnybodyHeldBack = async (): Promise<boolean> =>
  (
    await rows(
      `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
  ).length > 0;
