/** What a source is told, dense from one, and by what both ends compare: as the register says at settled points, to nobody more than that. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { factsKnown } from '#doors/exchange/facts.ts';
import { resultOf } from '#doors/exchange/confirm.ts';
import { digestOf, feedOf } from '#doors/exchange/feed.ts';
import type { SettleNeeds } from '#doors/exchange/places.ts';
import { bucketDigests, bucketOf } from '#doors/exchange/protocol/digest-buckets.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import { enrolSource, offerBatch } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import type { DigestAnswer, ExchangeChange, FeedEntry, FeedPage, PersonFacts } from '#doors/exchange/shapes.ts';
import { settleOnce } from '#doors/exchange/settle.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
const PERSON = '000085000711';
let agency: Agency;
let needs: SettleNeeds & ExchangeNeeds;
let system: SessionHandle;
const node = generateKeyPairSync('ed25519');

before(async () => {
  agency = await anAgency(CODE, undefined, [withLineNames(exchangeDoor)]);
  needs = { ...agency.needs, audience: 'centre', door: exchangeDoor };
  system = await jobSessions(agency.office, 'test')(null);
  const publicKey = node.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await needs.db.transaction(system, (tx) =>
    enrolSource(tx, needs, { bodyId: agency.bodyId, source: CODE, kid: 'k1', publicKey, by: agency.clerk.accountId }),
  );
});
after(() => agency.close());

const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, [...values]));
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const said = <T>(answer: Awaited<ReturnType<typeof feedOf>>): T => {
  assert.equal(answer.status, 200, JSON.stringify(answer));
  return JSON.parse((answer as { signed: { text: string } }).signed.text) as T;
};
const settled = () => settledSince((work) => needs.db.transaction(system, work), 'select max(tx) from person');
async function feed(from = 0): Promise<readonly FeedEntry[]> {
  await settled();
  return said<FeedPage>(await feedOf(needs, system, CODE, from)).entries;
}

let [seq, previous]: [number, string | null] = [0, null];
async function passes(changes: readonly Partial<ExchangeChange>[]): Promise<string> {
  const made = changes.map((one) => aChange((seq += 1), { ref: `n${seq}`, person: PERSON, validFrom: '2026-11-01', ...one }));
  const sent = aBatch(made, { source: CODE, previous }, jwsSigner(node.privateKey, 'k1'));
  const manifest = manifestOf(sent);
  previous = manifest.sha256;
  assert.equal((await offerBatch(needs, system, CODE, sent)).status, 202);
  await agency.works();
  await settleOnce(needs, system);
  await agency.works();
  const [row] = await rows<{ id: string }>('select submission_id as id from exchange_batch where first = $1', [manifest.first]);
  await agency.matched(row!.id);
  assert.equal((await resultOf(needs, system, CODE, manifest)).status, 200);
  for (const personId of await agency.waiting(row!.id)) must(await agency.confirms(row!.id, personId));
  await settleOnce(needs, system);
  return row!.id;
}
const personId = async (number = PERSON): Promise<string> =>
  (await rows<{ id: string }>('select person_id as id from national_id where id_hash = $1', [needs.keys.nationalIdHash(number)]))[0]!.id;
async function factsNow(number = PERSON): Promise<PersonFacts> {
  const id = await personId(number);
  return factsKnown(await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, needs.keys, [id])));
}

test('who came by the line is told as its outcome; entries are dense, and a page behind one begins with the next', async () => {
  const { soDinhDanh: _number, ...own } = { ...SAMPLE_ROW, coQuanQuanLy: CODE, coQuanSuDung: CODE } as Record<string, unknown>;
  await passes([
    { fact: 'employer', operation: 'claim', value: null },
    ...Object.entries(own).map(([key, value]) => ({ fact: `B/${key}`, value: String(value) })),
  ]);
  const entries = await feed();
  assert.deepEqual(
    entries.map(({ n }) => n),
    entries.map((_, at) => at + 1),
  );
  const outcomes = entries.filter(({ what }) => what === 'outcome') as readonly (FeedEntry & { what: 'outcome' })[];
  assert.deepEqual(
    outcomes.map(({ ref, verdict }) => [ref, verdict]),
    Array.from({ length: seq }, (_, at) => [`n${at + 1}`, 'accepted']),
  );
  assert.ok(!entries.some(({ what }) => what === 'arrived'), 'the source brought them itself');
  assert.deepEqual(
    (await feed(3)).map(({ n }) => n),
    entries.slice(3).map(({ n }) => n),
  );
  assert.deepEqual(await feed(), entries, 'asked again it says the same');
  // What it is told to stand is what stands.
  const facts = await factsNow();
  for (const entry of entries) if (entry.what === 'fact') assert.deepEqual(entry.standing, facts[entry.fact]);
});

test('a correction made elsewhere is told as the very fact that changed; somebody who comes by a clerk arrives whole', async () => {
  const before = (await feed()).length;
  const other = '000085000712';
  const [known] = await agency.office.as(agency.officer.handle, async (tx) => [
    ...(await readPeople(tx, needs.keys, [await personId()])).values(),
  ]);
  const { B } = known!.document;
  const clerked = await agency.sends([
    { number: PERSON, name: '', phone: '0912000444', more: { B: B! } },
    { number: other, name: 'Trần Thị Mới', more: { B: {} } },
  ]);
  for (const id of await agency.waiting(clerked)) must(await agency.confirms(clerked, id));
  const told = await feed(before);
  const changed = told.filter((one) => one.what === 'fact' && one.person === PERSON) as readonly (FeedEntry & { what: 'fact' })[];
  assert.deepEqual(
    changed.map(({ fact }) => fact),
    ['C/dienThoaiDiDong'],
  );
  assert.equal(changed[0]!.standing?.value, '0912000444');
  const arrived = told.filter((one) => one.what === 'arrived') as readonly (FeedEntry & { what: 'arrived' })[];
  assert.deepEqual(
    arrived.map(({ person }) => person),
    [other],
  );
  assert.deepEqual(arrived[0]!.facts, await factsNow(other));
  const [read] = await rows<{ n: number }>(
    `select count(*)::int as n from audit_event where act = 'exchange.told' and $1::uuid = any (listed)`,
    [await personId(other)],
  );
  assert.ok(read!.n > 0, 'a telling is a reading');
});

test('digests are those that the other end computes of the same facts, and one bucket leads to the fact', async () => {
  await settled();
  const facts = (
    await Promise.all(
      [PERSON, '000085000712'].map(async (person) =>
        Object.entries(await factsNow(person)).map(([fact, standing]) => ({ person, fact, revision: revisionOf(standing)! })),
      ),
    )
  ).flat();
  const digests = async () =>
    (said<DigestAnswer>(await digestOf(needs, system, CODE, { what: 'digest', buckets: 1_024 })) as DigestAnswer & { what: 'digests' })
      .digests;
  assert.deepEqual(await digests(), bucketDigests(facts));
  const bucket = said<DigestAnswer>(await digestOf(needs, system, CODE, { what: 'digest', bucket: bucketOf(PERSON) })) as DigestAnswer & {
    what: 'bucket';
  };
  const line = ({ person, fact, revision }: (typeof facts)[number]): string => `${person} ${fact} ${revision}`;
  assert.deepEqual(
    bucket.facts.map(line).sort(),
    facts
      .filter(({ person }) => bucketOf(person) === bucketOf(PERSON))
      .map(line)
      .sort(),
  );
  // What changes is seen, though the rest is not computed anew.
  await passes([{ fact: 'C/dienThoaiDiDong', value: '0912000555', base: revisionOf((await factsNow())['C/dienThoaiDiDong']!) }]);
  await settled();
  const now = await digests();
  assert.deepEqual(
    now.flatMap((one, at) => (one === bucketDigests(facts)[at] ? [] : [at])),
    [bucketOf(PERSON)],
  );
  assert.equal((await digestOf(needs, system, CODE, { what: 'digest', buckets: 8 })).status, 'refused');
  assert.equal((await digestOf(needs, system, 'H99.nobody', { what: 'digest', buckets: 1_024 })).status, 'refused');
  assert.equal((await feedOf(needs, system, 'H99.nobody', 0)).status, 'refused');
});

test('a line goes by the key of its sender: it is corrected, stated anew and ended by it, and told and compared under it', async () => {
  const line = (so: string) => ({ 'hopDong.so': so, 'hopDong.loai': 'HDLV_KXD', 'hopDong.tuNgay': '01/01/2024' });
  const key = 'E/hopDong#hd-77';
  const standing = async (): Promise<Readonly<Record<string, unknown>>> => {
    await settled();
    const bucket = said<DigestAnswer>(await digestOf(needs, system, CODE, { what: 'digest', bucket: bucketOf(PERSON) })) as DigestAnswer & {
      what: 'bucket';
    };
    return Object.fromEntries(
      bucket.facts
        .filter(({ person, fact }) => person === PERSON && fact.startsWith('E/hopDong'))
        .map(({ fact, revision }) => [fact, revision]),
    );
  };
  const revision = (so: string, more: object = {}): string =>
    revisionOf({ value: { ...line(so), ...more }, validFrom: '2026-11-01', ended: null })!;
  await passes([{ fact: key, value: line('01/HĐ') }]);
  assert.deepEqual(await standing(), { [key]: revision('01/HĐ') });
  await passes([{ fact: key, operation: 'correct', value: line('02/HĐ'), base: revision('01/HĐ') }]);
  assert.deepEqual(await standing(), { [key]: revision('02/HĐ') });
  await passes([{ fact: key, operation: 'assert', value: line('03/HĐ'), base: revision('02/HĐ') }]);
  assert.deepEqual(await standing(), { [key]: revision('03/HĐ') }, 'no second line was made');
  await passes([{ fact: key, operation: 'end', value: '2026-06-30', base: revision('03/HĐ') }]);
  assert.deepEqual(await standing(), { [key]: revision('03/HĐ', { 'hopDong.denNgay': '30/06/2026' }) });
  const told = (await feed()).filter((one) => one.what === 'fact' && one.fact.startsWith('E/hopDong'));
  assert.ok(told.every((one) => one.what === 'fact' && one.fact === key));
});

test('groups of one batch stand each from the day that its changes name', async () => {
  const facts = await factsNow();
  await passes([
    { fact: 'C/dienThoaiDiDong', value: '0912000666', validFrom: '2026-11-05', base: revisionOf(facts['C/dienThoaiDiDong']!) },
    { fact: 'B/hoTenKhaiSinh', value: 'Nguyễn Văn Khác', validFrom: '2026-11-10', base: revisionOf(facts['B/hoTenKhaiSinh']!) },
  ]);
  const now = await factsNow();
  assert.deepEqual([now['C/dienThoaiDiDong']?.validFrom, now['C/dienThoaiDiDong']?.value], ['2026-11-05', '0912000666']);
  assert.deepEqual([now['B/hoTenKhaiSinh']?.validFrom, now['B/hoTenKhaiSinh']?.value], ['2026-11-10', 'Nguyễn Văn Khác']);
});

test('a record that is kept apart is told to no program, and who is erased is told no more', async () => {
  const [one] = await rows<{ id: string }>('select account_id as id from account where account_id <> $1 limit 1', [agency.clerk.accountId]);
  await rows(
    `insert into kept_apart (person_id, request_id, kind, body_id, class, paper, from_day, asked_by, asked_name, asked_at, state, decided_by, decided_name, decided_at)
     values ($1, gen_random_uuid(), 'mark', $2, 'KHAC', '{}', '2026-11-01', $3, 'a', now(), 'granted', $4, 'b', now())`,
    [await personId(), agency.bodyId, agency.clerk.accountId, one!.id],
  );
  const entries = await feed();
  assert.ok(!JSON.stringify(entries).includes(PERSON));
  assert.ok(entries.some(({ what }) => what === 'void'));
  const bucket = said<DigestAnswer>(await digestOf(needs, system, CODE, { what: 'digest', bucket: bucketOf(PERSON) }));
  assert.ok(!JSON.stringify(bucket).includes(PERSON));
  await rows(`select erase_rows_of($1, '{}', now())`, [await personId('000085000712')]);
  const after = await feed();
  assert.ok(!JSON.stringify(after).includes('000085000712'));
  assert.deepEqual(
    after.map(({ n }) => n),
    after.map((_, at) => at + 1),
    'numbers stay dense',
  );
});
