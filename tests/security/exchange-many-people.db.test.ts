/** What a batch about many people costs in statements: the same whether it speaks of few people or of many. Statements, not time, so that it says the same on every machine. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { withLineNames } from '#doors/exchange/line-names.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { confirmBatchBy, resultOf } from '#doors/exchange/confirm.ts';
import type { SettleNeeds } from '#doors/exchange/places.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import { enrolSource, offerBatch } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import type { BatchConfirmation, BatchManifest, BatchResult, ExchangeChange } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { settleOnce } from '#doors/exchange/settle.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

const CODE = 'H26.03.01';
let agency: Agency;
let needs: SettleNeeds & ExchangeNeeds;
let system: SessionHandle;
let statements: string[] = [];
const node = generateKeyPairSync('ed25519');
const officerKey = generateKeyPairSync('ed25519');
const pem = ({ publicKey }: typeof node): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** Notes each statement of each transaction. */
const noting = (db: Database): Database => ({
  ...db,
  transaction: (handle, work, how) =>
    db.transaction(
      handle,
      (tx) => {
        const noted: Tx = {
          ...tx,
          query: (text, values, prepared) => {
            statements.push(text);
            return tx.query(text, values, prepared);
          },
        };
        return work(noted);
      },
      how,
    ),
});

before(async () => {
  agency = await anAgency(CODE, undefined, [withLineNames(exchangeDoor)]);
  const db = noting(agency.needs.db);
  Object.assign(agency.needs, { db });
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
const wholePerson = (person: string): Partial<ExchangeChange>[] => [
  { person, fact: 'employer', operation: 'claim', value: null },
  ...Object.entries(SAMPLE).map(([key, value]) => ({ person, fact: `B/${key}`, value: String(value) })),
];

let [seq, previous]: [number, string | null] = [0, null];
/** Sends changes as one batch, which the body's key confirms; each must be accepted. @returns the statements that it took, from the offer to the result */
async function accepted(changes: readonly Partial<ExchangeChange>[]): Promise<readonly string[]> {
  statements = [];
  const made = changes.map((one) => aChange((seq += 1), { ref: `n${seq}`, validFrom: '2026-11-01', ...one }));
  const sent = aBatch(made, { source: CODE, previous }, jwsSigner(node.privateKey, 'k1'));
  const manifest: BatchManifest = manifestOf(sent);
  previous = manifest.sha256;
  assert.equal((await offerBatch(needs, system, CODE, sent)).status, 202);
  await agency.works();
  await settleOnce(needs, system);
  await agency.works();
  const noted = statements;
  const [{ id }] = (await rows<{ id: string }>('select submission_id as id from exchange_batch where first = $1', [manifest.first])) as [
    { id: string },
  ];
  await agency.matched(id);
  statements = noted;
  const { source, epoch, lane, first, last, sha256 } = manifest;
  const content: BatchConfirmation = { what: 'confirmed', source, epoch, lane, first, last, sha256, at: '2026-11-30T02:00:00.000Z' };
  assert.equal(
    (await confirmBatchBy(needs, system, CODE, manifest, jwsSigner(officerKey.privateKey, 'o1')(canonicalJson(content)))).status,
    200,
  );
  const answer = await resultOf(needs, system, CODE, manifest);
  assert.equal(answer.status, 200);
  const { verdicts } = JSON.parse((answer as { signed: { text: string } }).signed.text) as BatchResult;
  assert.deepEqual(
    [...new Set(verdicts.map(({ verdict }) => verdict))],
    ['accepted'],
    JSON.stringify(verdicts.find(({ verdict }) => verdict !== 'accepted')),
  );
  return statements;
}

const people = (from: number, many: number): string[] =>
  Array.from({ length: many }, (_, i) => `0000850${String(from + i).padStart(5, '0')}`);
/** Of two batches, the statements that the greater one asked more often, by their first words. */
function askedMore(few: readonly string[], many: readonly string[]): readonly string[] {
  const headOf = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 80);
  const before = Map.groupBy(few, headOf);
  return [...Map.groupBy(many, headOf)].flatMap(([head, all]) => (all.length > (before.get(head)?.length ?? 0) ? [head] : []));
}

const FEW = people(1, 3);
const MANY = people(100, 24);
const STANDS = revisionOf({ value: '0912345678', validFrom: '2026-11-01', ended: null });

for (const [what, changesOf] of [
  ['new people', wholePerson],
  ['a change of each of them', (person: string) => [{ person, fact: 'C/dienThoaiDiDong', value: '0912000111', base: STANDS }]],
] as const)
  test(`${what}: a batch of twenty-four is confirmed by as many statements as a batch of three`, async () => {
    const few = await accepted(FEW.flatMap(changesOf));
    const many = await accepted(MANY.flatMap(changesOf));
    assert.deepEqual(askedMore(few, many), []);
    assert.ok(many.length <= few.length, `${few.length} and ${many.length} statements`);
  });
