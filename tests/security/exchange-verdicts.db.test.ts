/** What becomes of a batch on tables: a verdict for each change, the same signed text for ever, and nobody's value written over without a person's word. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { confirmBatchBy, resultOf } from '#doors/exchange/confirm.ts';
import { factsOf } from '#doors/exchange/facts.ts';
import type { SettleNeeds } from '#doors/exchange/places.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import type { CentreAnswer } from '#doors/exchange/protocol/centre-step.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import { enrolSource, offerBatch } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import type { BatchConfirmation, BatchManifest, BatchResult, ChangeVerdict, ExchangeChange, PersonFacts } from '#doors/exchange/shapes.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { heldConfirmations, heldResults } from '#doors/exchange/result-signatures.ts';
import { settleOnce } from '#doors/exchange/settle.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { readVersions } from '#record/register/store.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
const DAY = '2026-11-01';
let agency: Agency;
let needs: SettleNeeds & ExchangeNeeds;
let system: SessionHandle;
const node = generateKeyPairSync('ed25519');
const officerKey = generateKeyPairSync('ed25519');
const pem = ({ publicKey }: typeof node): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();

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
});
after(() => agency.close());

const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, [...values]));
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const codes = (answer: CentreAnswer): string[] =>
  answer.status === 'refused' ? answer.problems.map(({ code }) => code) : [String(answer.status)];
const choose = (mode: 'queue' | 'own-key') => rows('update exchange_source set confirms = $1', [mode]);

let [seq, previous, n]: [number, string | null, number] = [0, null, 0];
/** Sends changes of people as one batch of the daily lane, and has it read. */
async function send(changes: readonly Partial<ExchangeChange>[]): Promise<BatchManifest> {
  const made = changes.map((one) => aChange((seq += 1), { ref: `n${(n += 1)}`, validFrom: DAY, ...one }));
  const sent = aBatch(made, { source: CODE, previous }, jwsSigner(node.privateKey, 'k1'));
  previous = manifestOf(sent).sha256;
  assert.deepEqual(codes(await offerBatch(needs, system, CODE, sent)), ['202']);
  await agency.works();
  return manifestOf(sent);
}
const submissionOf = async ({ first }: BatchManifest): Promise<string> =>
  (await rows<{ id: string }>('select submission_id as id from exchange_batch where first = $1', [first]))[0]!.id;
/** Looks at the batch, lets its items be made and matched. */
async function passes(manifest: BatchManifest): Promise<void> {
  await settleOnce(needs, system);
  await agency.works();
  await agency.matched(await submissionOf(manifest));
}
const result = async (manifest: BatchManifest): Promise<readonly ChangeVerdict[]> => {
  const answer = await resultOf(needs, system, CODE, manifest);
  assert.equal(answer.status, 200);
  return (JSON.parse((answer as { signed: { text: string } }).signed.text) as BatchResult).verdicts;
};
const confirmationOf = ({ source, epoch, lane, first, last, sha256 }: BatchManifest, changed: Partial<BatchConfirmation> = {}) => {
  const content: BatchConfirmation = {
    what: 'confirmed',
    source,
    epoch,
    lane,
    first,
    last,
    sha256,
    at: '2026-11-30T02:00:00.000Z',
    ...changed,
  };
  return jwsSigner(officerKey.privateKey, 'o1')(canonicalJson(content));
};
const confirms = (manifest: BatchManifest, changed: Partial<BatchConfirmation> = {}) =>
  confirmBatchBy(needs, system, CODE, manifest, confirmationOf(manifest, changed));

const { soDinhDanh: _number, ...SAMPLE } = { ...SAMPLE_ROW, coQuanQuanLy: CODE, coQuanSuDung: CODE } as Record<string, unknown>;
const wholePerson = (person: string): Partial<ExchangeChange>[] => [
  { person, fact: 'employer', operation: 'claim', value: null },
  ...Object.entries(SAMPLE).map(([key, value]) => ({ person, fact: `B/${key}`, value: String(value) })),
];
const verdictsOf = (verdicts: readonly ChangeVerdict[]): string[] => [...new Set(verdicts.map(({ verdict }) => verdict))].sort();

async function personOf(number: string): Promise<string> {
  const [row] = await rows<{ id: string }>('select person_id as id from national_id where id_hash = $1', [
    needs.keys.nationalIdHash(number),
  ]);
  return row!.id;
}
async function factsNow(number: string): Promise<PersonFacts> {
  const personId = await personOf(number);
  const versions = await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, needs.keys, [personId]));
  return factsOf(recordAsOf(versions, needs.clock.today(), Number.MAX_SAFE_INTEGER));
}

test('a person comes over the line and is registered by the key of the body alone: each change accepted, with the revision that stands', async () => {
  await choose('own-key');
  const person = '000085000701';
  const manifest = await send(wholePerson(person));
  assert.equal((await resultOf(needs, system, CODE, manifest)).status, 202);
  await passes(manifest);
  assert.equal((await resultOf(needs, system, CODE, manifest)).status, 202, 'the key has not spoken');
  assert.deepEqual(codes(await confirms(manifest)), ['200']);
  assert.deepEqual(codes(await confirms(manifest)), ['200']);
  const verdicts = await result(manifest);
  assert.deepEqual(
    verdicts.map((one) => one.seq),
    Array.from({ length: manifest.last - manifest.first + 1 }, (_, i) => manifest.first + i),
  );
  assert.deepEqual(verdictsOf(verdicts), ['accepted'], JSON.stringify(verdicts.filter(({ verdict }) => verdict !== 'accepted')));
  const facts = await factsNow(person);
  const [attested] = await rows<{ jws: string; signer: string }>(
    'select jws, signer_id as signer from attestation where submission_id = $1',
    [await submissionOf(manifest)],
  );
  assert.equal(attested!.signer, agency.officer.accountId);
  assert.match(Buffer.from(attested!.jws.split('.')[0]!, 'base64url').toString(), /"method":"exchange-key:o1"/);
  for (const [at, key] of Object.keys(SAMPLE).entries()) {
    const name = Object.keys(facts).find((fact) => fact.endsWith(`/${key}`));
    if (name)
      assert.deepEqual(verdicts[at + 1], { seq: manifest.first + at + 1, verdict: 'accepted', revision: revisionOf(facts[name]!) }, key);
  }
  assert.deepEqual(
    (await rows<{ act: string }>(`select act from audit_event where act in ('exchange.judged', 'exchange.confirmed') order by tx`)).map(
      ({ act }) => act,
    ),
    ['exchange.confirmed', 'exchange.judged'],
  );
});

test('the result is one text for ever, signed by a published key, and says nothing of anybody', async () => {
  const [kept] = await rows<{ first: number; last: number }>('select first::int, last::int from exchange_batch order by first limit 1');
  const name = { epoch: 1, lane: 'daily', ...kept! } as const;
  const [one, two] = [await resultOf(needs, system, CODE, name), await resultOf(needs, system, CODE, name)];
  assert.deepEqual(one, two);
  const { signed } = one as { signed: { text: string; signature: string } };
  const key = await agency.office.owner.transaction(null, (tx) =>
    activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, needs.clock.now()),
  );
  assert.ok(jwsVerifier(createPublicKey(key.privateKey), key.kid)(signed));
  assert.doesNotMatch(signed.text, /000085000701/);
  assert.deepEqual(codes(await resultOf(needs, system, CODE, { ...name, last: 9_999 })), ['E-EXCHANGE-UNKNOWN-BATCH']);
  await assert.rejects(
    needs.db.transaction(system, (tx) => tx.query(`update exchange_result set result = 'x'`)),
    /permission denied/,
  );
});

test('who knew what stands changes it, who says it again is told so, and who did not know meets a person with both values', async () => {
  const person = '000085000701';
  const before = await factsNow(person);
  const [sex, birth] = [before['B/gioiTinh']!, before['B/ngaySinh']!];
  const manifest = await send([
    { person, fact: 'B/gioiTinh', value: 'Nữ', base: 'a'.repeat(64), operation: 'correct' },
    { person, fact: 'B/ngaySinh', value: String(birth.value), base: null, operation: 'correct' },
    { person, fact: 'C/dienThoaiDiDong', value: '0912000111', base: revisionOf(before['C/dienThoaiDiDong'] ?? null) },
  ]);
  await passes(manifest);
  assert.deepEqual(codes(await confirms(manifest)), ['200']);
  const verdicts = await result(manifest);
  assert.deepEqual(
    verdicts.map(({ verdict }) => verdict),
    ['conflict', 'duplicate', 'accepted'],
    JSON.stringify(verdicts),
  );
  assert.deepEqual((await factsNow(person))['B/gioiTinh'], sex, 'nothing was written over');
  // The officer sees both, and is told that the sender did not know.
  const submission = await submissionOf(manifest);
  const shown = must(await agency.shows(submission, await personOf(person)));
  assert.deepEqual(
    shown.shown.groups.map(({ group }) => group),
    ['B'],
  );
  assert.ok(shown.shown.problems.some(({ code }) => code === 'E-EXCHANGE-CONFLICT'));
  must(await agency.confirms(submission, await personOf(person)));
  await settleOnce(needs, system);
  const [final] = await rows<{ final: string }>('select final from exchange_change where seq = $1', [manifest.first]);
  assert.equal(final!.final, 'accepted');
  assert.deepEqual(await result(manifest), verdicts, 'what was said stays said');
});

test('what is wrong is rejected at its number, the rest of the person with it, and counts of both ends agree', async () => {
  const good = '000085000702';
  const bad = '000085000703';
  const manifest = await send([
    ...wholePerson(good),
    ...wholePerson(bad).map((one) => (one.fact === 'B/ngaySinh' ? { ...one, value: '31/02/1980' } : one)),
  ]);
  await passes(manifest);
  assert.deepEqual(codes(await confirms(manifest)), ['200']);
  const verdicts = await result(manifest);
  const half = verdicts.length / 2;
  assert.deepEqual(verdictsOf(verdicts.slice(0, half)), ['accepted']);
  assert.deepEqual(verdictsOf(verdicts.slice(half)), ['rejected']);
  const told = verdicts.slice(half).map((one) => ('problems' in one ? one.problems.map(({ code }) => code).join() : ''));
  assert.equal(new Set(told).size, 2, told.join(' '));
  assert.ok(told.includes('E-EXCHANGE-HELD'));
  assert.doesNotMatch(JSON.stringify(verdicts), /31\/02\/1980/);
  const { counts } = await agency.file(await submissionOf(manifest));
  assert.deepEqual([counts.received, counts.accepted, counts.rejected, counts.waiting], [2, 1, 1, 0]);
});

test('where our officer confirms, the sender is told who and by when, and what became of it', async () => {
  await choose('queue');
  const person = '000085000704';
  const manifest = await send(wholePerson(person));
  await passes(manifest);
  const verdicts = await result(manifest);
  assert.deepEqual(verdictsOf(verdicts), ['quarantined']);
  const [problem] = (verdicts[0] as { problems: readonly { code: string; title: { vi: string } }[] }).problems;
  assert.equal(problem!.code, 'E-EXCHANGE-WAITS');
  assert.match(problem!.title.vi, /cán bộ xác nhận của .+, hạn \d\d\/\d\d\/\d{4}/);
  must(await agency.confirms(await submissionOf(manifest), await personOf(person)));
  const next = await send([
    { person, fact: 'C/dienThoaiDiDong', value: '0912000333', base: revisionOf((await factsNow(person))['C/dienThoaiDiDong'] ?? null) },
  ]);
  await passes(next);
  assert.deepEqual(verdictsOf(await result(next)), ['quarantined']);
  must(await agency.confirms(await submissionOf(next), await personOf(person), { returns: 'C' }));
  await settleOnce(needs, system);
  const finals = await rows<{ submission: string; final: string; codes: string }>(
    `select submission_id as submission, final, coalesce(string_agg(distinct problems -> 0 ->> 'code', ','), '') as codes
       from exchange_change where submission_id = any ($1) group by 1, 2`,
    [[await submissionOf(manifest), await submissionOf(next)]],
  );
  assert.deepEqual(finals.map(({ final, codes: told }) => `${final} ${told}`).sort(), ['accepted ', 'rejected E-EXCHANGE-RETURNED']);
});

test('a confirmation is one of exactly this batch, by a living key of an officer who may confirm, and not of who enrolled the node', async () => {
  await choose('own-key');
  const manifest = await send(wholePerson('000085000705'));
  await passes(manifest);
  assert.deepEqual(codes(await confirms(manifest, { sha256: 'b'.repeat(64) })), ['E-EXCHANGE-CONFIRMATION']);
  assert.deepEqual(codes(await confirms(manifest, { last: manifest.last + 1 })), ['E-EXCHANGE-CONFIRMATION']);
  const signed = confirmationOf(manifest);
  assert.deepEqual(codes(await confirmBatchBy(needs, system, CODE, manifest, { ...signed, text: `${signed.text} ` })), [
    'E-EXCHANGE-CONFIRMATION',
  ]);
  const stranger = jwsSigner(node.privateKey, 'o1')(signed.text);
  assert.deepEqual(codes(await confirmBatchBy(needs, system, CODE, manifest, stranger)), ['E-EXCHANGE-CONFIRMER']);
  await rows(`update exchange_source set enrolled_by = $1`, [agency.officer.accountId]);
  assert.deepEqual(codes(await confirms(manifest)), ['E-EXCHANGE-CONFIRMER-IS-MAKER']);
  await rows(`update exchange_source set enrolled_by = $1`, [agency.clerk.accountId]);
  await rows(`update exchange_confirming_key set ended_at = now(), ended_by = enrolled_by`);
  assert.deepEqual(codes(await confirms(manifest)), ['E-EXCHANGE-CONFIRMER']);
  await rows(`update exchange_confirming_key set ended_at = null, ended_by = null`);
  assert.equal((await resultOf(needs, system, CODE, manifest)).status, 202);
  // A day later nobody is left without a word.
  await rows(`update exchange_batch set received_at = received_at - interval '25 hours' where first = $1`, [manifest.first]);
  const answer = await resultOf(needs, system, CODE, manifest);
  assert.equal(answer.status, 200);
  // The key still speaks, and what was told to wait is decided.
  assert.deepEqual(codes(await confirms(manifest)), ['200']);
  await settleOnce(needs, system);
  const open = await rows('select seq from exchange_change where submission_id = $1 and final is null', [await submissionOf(manifest)]);
  assert.deepEqual(open, []);
});

test('the maker in the software of the body does not confirm what they made there', async () => {
  const made = await send(wholePerson('000085000706').map((one) => ({ ...one, maker: 'hoa' })));
  await passes(made);
  assert.deepEqual(codes(await confirms(made)), ['200']);
  const verdicts = await result(made);
  assert.deepEqual(verdictsOf(verdicts), ['quarantined']);
  assert.ok(JSON.stringify(verdicts).includes('E-EXCHANGE-CONFIRMER-IS-MAKER'));
});

test('what was judged is not judged again under another number', async () => {
  const person = '000085000701';
  const facts = await factsNow(person);
  const again = { person, fact: 'C/dienThoaiDiDong', value: '0912000222', ref: 'once', base: revisionOf(facts['C/dienThoaiDiDong']!) };
  const one = await send([again]);
  await passes(one);
  await confirms(one);
  assert.deepEqual(verdictsOf(await result(one)), ['accepted']);
  const two = await send([again]);
  await passes(two);
  assert.deepEqual(await result(two), [{ seq: two.first, verdict: 'duplicate', was: 'accepted' }]);
});

test('what is written by a version that is not known is kept and judged by nobody, and says so', async () => {
  const one = await send([{ person: '000085000701', fact: 'C/dienThoaiDiDong', value: '0912000999', schema: 'cbccvc@9.0' }]);
  await passes(one);
  const [verdict] = await result(one);
  assert.equal(verdict!.verdict, 'quarantined');
  assert.ok(JSON.stringify(verdict).includes('E-EXCHANGE-SCHEMA'));
  const { counts } = await agency.file(await submissionOf(one));
  assert.deepEqual([counts.received, counts.rejected], [1, 1]);
});

test('people of another agency are refused, and who is on duty is told; nothing of them is written', async () => {
  const other = await anAgency('H26.03.02', agency.office, [exchangeDoor]);
  const number = '000085000720';
  const sent = await other.sends([{ number, name: 'Người Khác' }]);
  for (const id of await other.waiting(sent)) must(await other.confirms(sent, id));
  const told: object[] = [];
  needs = { ...needs, onNotWriter: (about) => told.push(about) };
  const one = await send([{ person: number, fact: 'C/dienThoaiDiDong', value: '0912000888' }]);
  await passes(one);
  const [verdict] = await result(one);
  assert.equal(verdict!.verdict, 'rejected');
  assert.ok(JSON.stringify(verdict).includes('E-EXCHANGE-NOT-WRITER'), JSON.stringify(verdict));
  assert.deepEqual(told, [{ source: CODE, changes: 1 }]);
  const acts = await rows<{ n: number }>(`select count(*)::int as n from audit_event where act = 'exchange.not-writer'`);
  assert.equal(acts[0]!.n, 1);
});

test('audit verify finds a result, a verdict and a confirmation that somebody changed behind the product', async () => {
  const found = async (limit: number): Promise<string[]> => {
    const keys: string[] = [];
    for (const held of [heldResults(needs.keys), heldConfirmations()])
      for (let from: string | null = null, more = true; more; more = from !== null) {
        const page = await needs.db.transaction(system, (tx) => held.differences(tx, from, limit));
        keys.push(...page.differing.map(({ key }) => `${held.table} ${key.slice(key.indexOf('/'))}`));
        from = page.next;
      }
    return keys;
  };
  assert.deepEqual([await found(1), await found(100)], [[], []]);
  for (const [table, change, back] of [
    ['exchange_result', `result = replace(result, 'accepted', 'rejected')`, `result = replace(result, 'rejected', 'accepted')`],
    [
      'exchange_confirmation',
      `confirmation = replace(confirmation, '"first":1', '"first":7')`,
      `confirmation = replace(confirmation, '"first":7', '"first":1')`,
    ],
  ] as const) {
    await rows(`update ${table} set ${change} where first = 1`);
    assert.deepEqual([await found(1), await found(100)], [[`${table} /1/daily/1`], [`${table} /1/daily/1`]]);
    await rows(`update ${table} set ${back} where first = 1`);
  }
  await rows(`update exchange_change set verdict = 'rejected' where seq = 2`);
  assert.deepEqual(await found(100), ['exchange_result /1/daily/1']);
  await rows(`update exchange_change set verdict = 'accepted' where seq = 2`);
  assert.deepEqual(await found(100), []);
});
