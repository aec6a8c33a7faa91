/** The centre's end of the exchange on tables: what has its receipt is there, what is wrong changes nothing, and nobody but the product comes near. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { activeKey } from '#authority/keys/store.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import type { CentreAnswer } from '#doors/exchange/protocol/centre-step.ts';
import { enrolSource, greetSource, offerBatch, releaseSource } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import type { BatchManifest, BatchReceipt, ExchangeChange, SentBatch, SourceStatement } from '#doors/exchange/shapes.ts';
import { heldBatches } from '#doors/exchange/signatures.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { readVersions } from '#record/register/store.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
let agency: Agency;
let needs: ExchangeNeeds;
let system: SessionHandle;
before(async () => {
  agency = await anAgency(CODE, undefined, [exchangeDoor]);
  needs = { ...agency.needs, audience: 'centre', door: exchangeDoor };
  system = await jobSessions(agency.office, 'test')(null);
});
after(() => agency.close());

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const codes = (answer: CentreAnswer): string[] =>
  answer.status === 'refused' ? answer.problems.map(({ code }) => code) : [String(answer.status)];

let bodies = 0;
/** A body of its own with an enrolled node. */
async function aSource() {
  const source = `nut-${(bodies += 1)}`;
  const [body] = await rows<{ id: string }>('select body_id as id from body where body_id <> $1 order by body_id offset $2 limit 1', [
    agency.bodyId,
    bodies,
  ]);
  const bodyId = body!.id;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const sign = jwsSigner(privateKey, 'k1');
  await enrolled(bodyId, source, publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const batch = (changes: readonly ExchangeChange[], seal: Partial<BatchManifest> = {}): SentBatch =>
    aBatch(changes, { source, ...seal }, sign);
  return { source, bodyId, batch, offers: (one: SentBatch) => offerBatch(needs, system, source, one) };
}
const enrolled = (bodyId: string, source: string, publicKey: string) =>
  needs.db.transaction(system, (tx) => enrolSource(tx, needs, { bodyId, source, kid: 'k1', publicKey, by: agency.clerk.accountId }));
const rows = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, [...values]));
const actsOf = async (bodyId: string): Promise<string[]> =>
  (await rows<{ act: string }>(`select act from audit_event where body_id = $1 and act like 'exchange.%' order by tx`, [bodyId])).map(
    ({ act }) => act,
  );
const countOf = async (bodyId: string): Promise<number[]> => {
  const [row] = await rows<{ b: number; s: number }>(
    `select (select count(*)::int from exchange_batch where body_id = $1) as b, (select count(*)::int from submission_file where body_id = $1) as s`,
    [bodyId],
  );
  return [row!.b, row!.s];
};

test('a batch is a submission when its receipt leaves, and has the same receipt whenever it comes again', async () => {
  const { source, bodyId, batch, offers } = await aSource();
  const sent = batch([aChange(1), aChange(2, { fact: 'B/gioiTinh', value: 'Nam' })]);
  const answer = await offers(sent);
  assert.equal(answer.status, 202);
  const { signed } = answer as { signed: { text: string; signature: string } };
  const key = await agency.office.owner.transaction(null, (tx) =>
    activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, needs.clock.now()),
  );
  assert.ok(jwsVerifier(createPublicKey(key.privateKey), key.kid)(signed));
  const said = JSON.parse(signed.text) as BatchReceipt;
  assert.deepEqual(
    [said.source, said.epoch, said.lane, said.first, said.last, said.sha256],
    [source, 1, 'daily', 1, 2, manifestOf(sent).sha256],
  );
  assert.equal(Buffer.from(await needs.blobs.get(said.sha256)).toString(), sent.lines);
  for (let i = 0; i < 2; i += 1) assert.deepEqual(await offers(sent), { status: 200, signed });
  assert.deepEqual(await countOf(bodyId), [1, 1]);
  assert.deepEqual(await actsOf(bodyId), ['exchange.enrolled', 'exchange.received']);
});

test('of two calls with one batch at once, and of two with one number, one is taken', async () => {
  const { bodyId, batch, offers } = await aSource();
  const sent = batch([aChange(1)]);
  const answers = await Promise.all([offers(sent), offers(sent), offers(sent)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 202]);
  assert.equal(new Set(answers.map((one) => JSON.stringify((one as { signed: object }).signed))).size, 1);
  const next = { previous: manifestOf(sent).sha256 };
  const both = await Promise.all([offers(batch([aChange(2, { ref: 'a' })], next)), offers(batch([aChange(2, { ref: 'b' })], next))]);
  assert.deepEqual(both.map((one) => codes(one)[0]).sort(), ['202', 'E-EXCHANGE-FORK']);
  assert.deepEqual(await countOf(bodyId), [2, 2]);
});

test('a fork freezes the source with both manifests, and two people release it under a new epoch; another source goes on', async () => {
  const [one, other] = [await aSource(), await aSource()];
  const first = one.batch([aChange(1)]);
  await one.offers(first);
  const forked = one.batch([aChange(1, { value: 'khác' })]);
  assert.deepEqual(codes(await one.offers(forked)), ['E-EXCHANGE-FORK']);
  const [evidence] = await rows<{ held: string; offered: string }>('select held, offered from exchange_freeze where body_id = $1', [
    one.bodyId,
  ]);
  assert.deepEqual(evidence, { held: first.manifest.text, offered: forked.manifest.text });
  const next = one.batch([aChange(2)], { previous: manifestOf(first).sha256 });
  assert.deepEqual(codes(await one.offers(next)), ['E-EXCHANGE-FROZEN']);
  assert.deepEqual(codes(await one.offers(first)), ['200']);
  assert.deepEqual(codes(await other.offers(other.batch([aChange(1)]))), ['202']);
  const release = (...by: [string, string]) => needs.db.transaction(system, (tx) => releaseSource(tx, needs, one.source, by));
  const [clerk, officer] = [agency.clerk.accountId, agency.officer.accountId];
  const alone = await release(clerk, clerk);
  assert.deepEqual(alone.ok || alone.problems.map(({ code }) => code), ['E-EXCHANGE-RELEASE']);
  assert.equal(must(await release(clerk, officer)), 2);
  assert.deepEqual(codes(await one.offers(next)), ['E-EXCHANGE-EPOCH']);
  assert.deepEqual(codes(await one.offers(one.batch([aChange(1, { ref: 'new' })], { epoch: 2 }))), ['202']);
  assert.deepEqual(await actsOf(one.bodyId), [
    'exchange.enrolled',
    'exchange.received',
    'exchange.frozen',
    'exchange.released',
    'exchange.received',
  ]);
});

test('what is refused leaves nothing: no bytes, no batch, no submission', async () => {
  const { source, bodyId, batch, offers } = await aSource();
  const good = batch([aChange(1)]);
  const stranger = aBatch([aChange(1)], { source });
  const before = (needs.blobs as unknown as { kept: Map<string, unknown> }).kept.size;
  for (const [code, sent] of [
    ['E-EXCHANGE-GAP', batch([aChange(4)])],
    ['E-EXCHANGE-SIGNATURE', stranger],
    ['E-EXCHANGE-DIGEST', { ...good, lines: `${good.lines} ` }],
    ['E-EXCHANGE-SOURCE', batch([aChange(1)], { source: 'H99' })],
    ['E-EXCHANGE-MANIFEST', { ...good, manifest: { text: '{}', signature: '' } }],
  ] as const)
    assert.deepEqual(codes(await offers(sent)), [code]);
  assert.deepEqual(codes(await offerBatch(needs, system, 'H99.nobody', good)), ['E-EXCHANGE-UNKNOWN-SOURCE']);
  assert.deepEqual(await countOf(bodyId), [0, 0]);
  assert.equal((needs.blobs as unknown as { kept: Map<string, unknown> }).kept.size, before);
});

test('a transaction that breaks off leaves the lane as it was: the batch is taken when it comes again', async () => {
  const { bodyId, batch, source, offers } = await aSource();
  const sent = batch([aChange(1)]);
  const broken: ExchangeNeeds = {
    ...needs,
    sendJob: () => {
      throw new Error('the power went');
    },
  };
  await assert.rejects(offerBatch(broken, system, source, sent), /the power went/);
  assert.deepEqual(await countOf(bodyId), [0, 0]);
  assert.deepEqual(codes(await offers(sent)), ['202']);
});

test('a first load is read after everything else, however early it came', async () => {
  const { source, batch } = await aSource();
  const priorities: (number | undefined)[] = [];
  const told: ExchangeNeeds = { ...needs, sendJob: async (_tx, _job, _payload, how) => void priorities.push(how?.priority) };
  for (const lane of ['load', 'correction', 'daily'] as const)
    assert.deepEqual(codes(await offerBatch(told, system, source, batch([aChange(1, { ref: lane })], { lane }))), ['202']);
  assert.deepEqual(priorities, [-2, -1, 0]);
});

test('a lane may be eight batches ahead of what was read, and goes on when that is done, whatever officers have decided', async () => {
  await agency.works();
  const { batch, offers } = await aSource();
  let previous: string | null = null;
  const next = async (seq: number): Promise<CentreAnswer> => {
    const sent = batch([aChange(seq)], { previous });
    const answer = await offers(sent);
    if (answer.status === 202) previous = manifestOf(sent).sha256;
    return answer;
  };
  for (let seq = 1; seq <= 8; seq += 1) assert.deepEqual(codes(await next(seq)), ['202']);
  const full = await next(9);
  assert.deepEqual(codes(full), ['E-EXCHANGE-WINDOW']);
  assert.ok((full as { retryAfterMs: number }).retryAfterMs > 0);
  assert.deepEqual(codes(await offers(batch([aChange(1)], { lane: 'correction' }))), ['202']);
  await agency.works();
  assert.deepEqual(codes(await next(9)), ['202']);
});

test('audit verify finds a batch that somebody changed behind the product, its receipt and its manifest', async () => {
  const { bodyId, batch, offers } = await aSource();
  const first = batch([aChange(1)]);
  await offers(first);
  await offers(batch([aChange(2)], { previous: manifestOf(first).sha256 }));
  const found = async (limit: number): Promise<string[]> => {
    const held = heldBatches(needs.keys);
    const keys: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await needs.db.transaction(system, (tx) => held.differences(tx, after, limit));
      keys.push(...page.differing.map(({ key }) => key));
      after = page.next;
    }
    return keys;
  };
  assert.deepEqual([await found(1), await found(100)], [[], []]);
  const owner = (sql: string) => agency.office.owner.transaction(null, (tx) => tx.query(sql, [bodyId]));
  for (const [change, back] of [
    [`sha256 = repeat('0', 64)`, `sha256 = '${manifestOf(first).sha256}'`],
    [`receipt = replace(receipt, '"last":1', '"last":7')`, `receipt = replace(receipt, '"last":7', '"last":1')`],
    [`manifest = replace(manifest, '"last":1', '"last":7')`, `manifest = replace(manifest, '"last":7', '"last":1')`],
    [`receipt_signature = 'x' || receipt_signature`, `receipt_signature = substr(receipt_signature, 2)`],
  ] as const) {
    await owner(`update exchange_batch set ${change} where body_id = $1 and first = 1`);
    assert.deepEqual([await found(1), await found(100)], [[`${bodyId}/1/daily/1`], [`${bodyId}/1/daily/1`]], change);
    await owner(`update exchange_batch set ${back} where body_id = $1 and first = 1`);
  }
  // A receipt that is truly ours, and of another batch.
  await owner(
    `update exchange_batch b set receipt = o.receipt, receipt_signature = o.receipt_signature from exchange_batch o
      where b.body_id = $1 and o.body_id = b.body_id and b.first = 1 and o.first = 2`,
  );
  assert.deepEqual(await found(100), [`${bodyId}/1/daily/1`]);
});

test('a greeting says what is waited for', async () => {
  const { source, batch, offers } = await aSource();
  await offers(batch([aChange(1), aChange(2)], { lane: 'load' }));
  const seen = 'c'.repeat(64);
  const answer = (await greetSource(needs, system, source, { epoch: 1, seen })) as { signed: { text: string } };
  const said = JSON.parse(answer.signed.text) as SourceStatement;
  assert.deepEqual([said.seen, said.lanes.load.expected, said.lanes.daily.expected], [seen, 3, 1]);
  assert.deepEqual(codes(await greetSource(needs, system, source, { epoch: 4, seen })), ['E-EXCHANGE-EPOCH']);
  assert.deepEqual(codes(await greetSource(needs, system, 'H99.nobody', { epoch: 1, seen })), ['E-EXCHANGE-UNKNOWN-SOURCE']);
});

test('no clerk and no officer reads or writes what the exchange keeps, and the product changes nothing that was received', async () => {
  const { bodyId, batch, offers } = await aSource();
  await offers(batch([aChange(1)]));
  for (const handle of [agency.clerk.handle, agency.officer.handle])
    for (const table of ['exchange_source', 'exchange_lane', 'exchange_batch', 'exchange_freeze'])
      assert.deepEqual(await agency.office.as(handle, (tx) => tx.query(`select * from ${table}`)), [], table);
  await assert.rejects(
    agency.office.as(agency.clerk.handle, (tx) => tx.query(`insert into exchange_lane (body_id, lane) values ($1, 'daily')`, [bodyId])),
    /row-level security/,
  );
  for (const sql of [
    `update exchange_batch set receipt = 'x'`,
    'delete from exchange_batch',
    `update exchange_source set public_key = 'x'`,
  ])
    await assert.rejects(
      needs.db.transaction(system, (tx) => tx.query(sql)),
      /permission denied/,
      sql,
    );
});

test('somebody comes over the line into the register, through the officer; what is wrong is told at the number of the change', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await enrolled(agency.bodyId, CODE, publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const sign = jwsSigner(privateKey, 'k1');
  let [seq, previous]: [number, string | null] = [0, null];
  const send = async (person: string, changes: readonly Partial<ExchangeChange>[]): Promise<string> => {
    const first = seq + 1;
    const made = changes.map((one) => aChange((seq += 1), { ref: `n${seq}`, person, ...one }));
    const sent = aBatch(made, { source: CODE, previous }, sign);
    previous = manifestOf(sent).sha256;
    assert.deepEqual(codes(await offerBatch(needs, system, CODE, sent)), ['202']);
    await agency.works();
    const [row] = await rows<{ id: string }>('select submission_id as id from exchange_batch where body_id = $1 and first = $2', [
      agency.bodyId,
      first,
    ]);
    return row!.id;
  };
  const person = '000085000777';
  const { soDinhDanh: _number, ...own } = { ...SAMPLE_ROW, coQuanQuanLy: CODE, coQuanSuDung: CODE } as Record<string, unknown>;
  const submissionId = await send(person, [
    { fact: 'employer', operation: 'claim', value: null },
    ...Object.entries(own).map(([key, value]) => ({ fact: `B/${key}`, value: String(value) })),
    { fact: 'E/hopDong#k1', value: { 'hopDong.so': '01/HĐ', 'hopDong.loai': 'HDLV_KXD', 'hopDong.tuNgay': '01/01/2024' } },
  ]);
  const problemsOf = (id: string) => agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, needs.keys, id, 1, { limit: 50 }));
  const confirmed = async (id: string): Promise<string> => {
    const warnings = (await problemsOf(id)).filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    must(await agency.submits(id, { acknowledgedCodes: [...new Set(warnings)], asOf: (await agency.file(id)).asOf! }));
    await agency.works();
    await agency.matched(id);
    const [personId] = await agency.waiting(id);
    must(await agency.confirms(id, personId!));
    return personId!;
  };
  const file = await agency.file(submissionId);
  assert.deepEqual(
    [file.door, file.stage, file.counts.accepted],
    ['exchange', 'checked', 1],
    JSON.stringify(await problemsOf(submissionId)),
  );
  const personId = await confirmed(submissionId);
  await confirmed(await send(person, [{ fact: 'E/hopDong#1', operation: 'end', value: '2026-06-30' }]));
  const versions = await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, needs.keys, [personId]));
  assert.equal(versions.at(-1)!.source, 'NDXP');
  const lines = versions.at(-1)!.document.E?.['hopDong'] as readonly Record<string, unknown>[];
  assert.deepEqual(
    lines.map((line) => [line['so'], line['denNgay']]),
    [['01/HĐ', '2026-06-30']],
  );
  // Nothing is dropped, moved to another day or laid over another person in silence.
  const wrong = await send(person, [
    { fact: 'E/hopDong#9', operation: 'end', value: '2026-06-30' },
    { fact: 'employer', operation: 'release', value: 'H27' },
    { fact: 'B/soDinhDanh', value: '000085000778' },
    { fact: 'B/khongCo', value: 'x' },
    { fact: 'B/__proto__', value: 'x' },
    { fact: 'B/gioiTinh', value: 'Nam', validFrom: '2026-10-01' },
    { fact: 'B/gioiTinh', value: 'Nam', validFrom: '2030-01-01' },
    { fact: 'B/gioiTinh', value: { gioiTinh: 'Nam' } },
    { fact: 'B/gioiTinh', operation: 'retract', value: null, because: { reason: 'x', approver: 'minh' } },
    { fact: 'E/hopDong#k9', operation: 'end', value: '2026-06-30' },
    { fact: 'E/hopDong#k9', value: { 'hopDong.khongCo': 'x' } },
    { fact: 'E/khongCo#1', value: { so: '1' } },
  ]);
  const told = (await problemsOf(wrong)).map(({ code, place }) => `${code} ${String(place?.['path'])}`);
  const first = seq - 11;
  assert.deepEqual(told.sort(), [
    ...Array.from({ length: 11 }, (_, i) => `E-EXCHANGE-BY-HAND /${first + 1 + i}`).sort(),
    `E-LINE-UNKNOWN /${first}/hopDong/operations/0`,
  ]);
  const { counts } = await agency.file(wrong);
  assert.deepEqual([counts.accepted, counts.rejected], [0, 1]);
});
