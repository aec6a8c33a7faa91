/** Receipts of the exchange with their places in the log: the same bytes for ever, a proof beside them, and a stranger who finds out offline whether they hold. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openJobSession } from '#authority/access/sessions.ts';
import { checkpointSigner, verifierKey } from '#authority/audit/checkpoint.ts';
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { LOG } from '#authority/audit/shapes.ts';
import { keyEpochs, publishedKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { filesIn } from '#base/files/folder.ts';
import type { Result } from '#base/problem.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { fileOfBatch } from '#doors/exchange/batch-file.ts';
import { fileKey } from '#doors/exchange/take-file.ts';
import type { ProvedReceipt } from '#doors/exchange/prove-receipt.ts';
import { aBatch, aChange, manifestOf } from '#doors/exchange/protocol/changes-for-tests.ts';
import { enrolSource } from '#doors/exchange/receive.ts';
import type { BatchReceipt, SentBatch } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { tablesCentre } from '#doors/exchange/tables-centre.ts';
import type { Centre } from '#doors/exchange/port.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { takeInto } from '#start/commands/exchange-command.ts';
import { runVerifyReceipt } from '#start/commands/verify-receipt-command.ts';

const CODE = 'H26.03.01';
const files = mkdtempSync(join(tmpdir(), 'congvu-exchange-receipts-'));
const node = generateKeyPairSync('ed25519');
let agency: Agency;
let system: SessionHandle;
let centre: Centre;
let batch: SentBatch;
let keysFile: string;
let logKey: string;
let proved: ProvedReceipt;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const put = (name: string, content: string | Uint8Array): string => {
  const file = join(files, name);
  writeFileSync(file, content);
  return file;
};

async function sequenced(): Promise<void> {
  const { office } = agency;
  const job = await openJobSession(office, { bodyId: null, purpose: 'audit' });
  const signer = checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey);
  const publish = { db: office.db, clock: office.clock, files: filesIn(files), signer, log: LOG };
  await settledSince(
    (work) => office.owner.transaction(null, work),
    'select max(tx) from audit_event where log = $1 and tx < record_tx()',
    [LOG],
  );
  assert.equal((await sequenceAll(publish, job, await takeTerm(publish, job))).problem, null);
}

before(async () => {
  agency = await anAgency(CODE, undefined, [exchangeDoor]);
  const { needs, office } = agency;
  system = await openJobSession(office, { bodyId: null, purpose: 'test' });
  const { key } = checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey);
  logKey = verifierKey(key);
  centre = tablesCentre(
    { ...needs, audience: 'centre', door: exchangeDoor, log: { files: filesIn(files), key, keys: office.keys } },
    async () => system,
  );
  const publicKey = node.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await needs.db.transaction(system, (tx) =>
    enrolSource(tx, needs as never, { bodyId: agency.bodyId, source: CODE, kid: 'k1', publicKey, by: agency.clerk.accountId }),
  );
  batch = aBatch([aChange(1), aChange(2, { ref: 'b' })], { source: CODE }, jwsSigner(node.privateKey, 'k1'));
});
after(async () => {
  await agency.close();
  rmSync(files, { recursive: true, force: true });
});

test('a receipt is proved when a signed head covers it, and the result beside it when that is there; the texts never change', async () => {
  const name = manifestOf(batch);
  assert.deepEqual((await centre.receipt!(CODE, name)).ok, false, 'nothing is held');
  const answer = (await centre.offer(CODE, batch)) as { status: number; signed: { text: string; signature: string } };
  assert.equal(answer.status, 202);
  assert.equal(must(await centre.receipt!(CODE, name)), null, 'no head covers it yet');
  await sequenced();
  const first = must(await centre.receipt!(CODE, name))!;
  assert.deepEqual([first.receipt, first.result, first.resultProof], [answer.signed, null, null]);
  await agency.works();
  assert.equal((await centre.result!(CODE, name)).status, 200);
  await sequenced();
  proved = must(await centre.receipt!(CODE, name))!;
  assert.deepEqual(proved.receipt, first.receipt);
  assert.equal(proved.proof.index, first.proof.index);
  assert.notEqual(proved.result, null);
  assert.deepEqual(await centre.receipt!('H99', name).then(({ ok }) => ok), false, 'another source has none of this name');
  const { keys, db } = agency.office;
  const epochs = await db.transaction(null, (tx) => keyEpochs(tx, ['receipt', 'checkpoint']));
  keysFile = put('jwks.json', JSON.stringify({ keys: epochs.flatMap((one) => publishedKey(keys, one) ?? []) }));
});

test('a batch that comes as a file goes the same way: the same receipt, the same result, written as files; what is no such file changes nothing', async () => {
  const out = mkdtempSync(join(files, 'out-'));
  const { keys } = agency.office;
  const jwk = fileKey(keys) as { kid: string };
  const key = createPublicKey({ key: jwk as never, format: 'jwk' });
  const take = async (text: string): Promise<[number, string]> => {
    const said: string[] = [];
    const io = {
      answer: (line: string) => void said.push(line),
      sayProblems: (problems: readonly { code: string }[]) => void said.push(...problems.map(({ code }) => code)),
    };
    return [await takeInto(centre, keys, { file: put('batch.jwe', text), out }, io), said.join('\n')];
  };
  const file = await fileOfBatch(batch, key, jwk.kid);
  const [exit, said] = await take(file);
  assert.equal(exit, 0, said);
  const written = (what: string): unknown => JSON.parse(readFileSync(join(out, `${CODE}-1-daily-1-2.${what}.json`), 'utf8'));
  assert.deepEqual([written('R1'), written('R2'), written('proof')], [proved.receipt, proved.result, proved], 'as over the line');
  const next = aBatch([aChange(3, { ref: 'c' })], { source: CODE, previous: manifestOf(batch).sha256 }, jwsSigner(node.privateKey, 'k1'));
  const [, first] = await take(await fileOfBatch(next, key, jwk.kid));
  assert.match(first, /not judged yet/);
  const signedByAnother = aBatch([aChange(4)], { source: CODE }, jwsSigner(generateKeyPairSync('ed25519').privateKey, 'k1'));
  const stranger = createPublicKey(generateKeyPairSync('x25519').privateKey);
  for (const [code, wrong] of [
    ['E-EXCHANGE-SIGNATURE', await fileOfBatch(signedByAnother, key, jwk.kid)],
    ['E-EXCHANGE-FILE', await fileOfBatch(batch, stranger, jwk.kid)],
    ['E-EXCHANGE-FILE', await fileOfBatch(batch, key, 'another-name')],
    ['E-EXCHANGE-FILE', 'nothing'],
    ['E-EXCHANGE-UNKNOWN-SOURCE', await fileOfBatch(aBatch([aChange(1)], { source: 'H99' }), key, jwk.kid)],
  ] as const)
    assert.deepEqual(await take(wrong), [1, code]);
});

async function verify(content: object, more: { keys?: string | null; logKey?: string | null; file?: string | null } = {}) {
  const said: string[] = [];
  const io = { answer: (text: string) => void said.push(text), print: (text: string) => void said.push(text) };
  const asked = { receipt: put('receipt.json', JSON.stringify(content)), keys: keysFile, logKey, file: null, json: false, ...more };
  return [await runVerifyReceipt(asked, io), said.join('\n')] as const;
}

test('a stranger finds it right offline: two signatures, two rows of the log, the lines that were sent', async () => {
  for (const lines of [put('sent.ndjson', batch.lines), put('sent.ndjson.gz', gzipSync(batch.lines))]) {
    const [exit, said] = await verify(proved, { file: lines });
    assert.equal(exit, 0, said);
    assert.match(said, /R1: là dòng số \d+ của nhật ký đã ký/);
    assert.match(said, /R2: is row \d+ of the signed log/);
    assert.match(said, /These are the lines that were sent/);
  }
  assert.equal((await verify(proved.receipt, { logKey: null }))[0], 0, 'R1 alone, as software keeps it');
  assert.equal((await verify(proved, { file: put('other.ndjson', `${batch.lines} `) }))[0], 1);
});

test('what was bent is found: another text, another row, another head, a result of another batch; what is missing is told as open', async () => {
  const { proof, receipt } = proved;
  const content = JSON.parse(receipt.text) as BatchReceipt;
  const bent = (text: string): string => `${text.slice(0, -3)}${text.at(-3) === 'A' ? 'B' : 'A'}${text.slice(-2)}`;
  // A centre that signs a second receipt for the batch, truly by its key: its row of the log convicts it.
  const { keys, db } = agency.office;
  const [epoch] = await db.transaction(null, (tx) => keyEpochs(tx, ['receipt']));
  const second = jwsSigner(
    keys.signingKey('receipt').privateKey,
    epoch!.kid,
  )(canonicalJson({ ...content, at: '2027-01-01T00:00:00.000Z' }));
  const otherLog = `${logKey.split('+')[0]}+00000000+${logKey.split('+')[2]}`;
  for (const [exit, what, more] of [
    [1, { ...proved, receipt: { ...receipt, text: receipt.text.replace('"last":2', '"last":3') } }, {}],
    [1, { ...proved, receipt: second }, {}],
    [1, { ...proved, receipt: { ...receipt, signature: bent(receipt.signature) } }, {}],
    [1, { ...proved, proof: proved.resultProof }, {}],
    [1, { ...proved, proof: { ...proof, index: proof.index + 1 } }, {}],
    [1, { ...proved, proof: { ...proof, payload: { ...proof.payload!, text: proof.payload!.text.replace('"last":2', '"last":3') } } }, {}],
    [1, { ...proved, result: receipt }, {}],
    [1, { ...proved, result: { ...proved.result!, text: proved.result!.text.replace('"seq":1', '"seq":7') } }, {}],
    [2, proved, { keys: null }],
    [2, { ...proved, proof: null }, {}],
    [2, { ...proved, proof: { ...proof, payload: null } }, {}],
    [2, proved, { logKey: otherLog }],
    [64, { hello: 1 }, {}],
    [64, proved, { logKey: 'nothing' }],
  ] as const) {
    const [found, said] = await verify(what, more);
    assert.equal(found, exit, `${JSON.stringify(what).slice(0, 120)} ${said}`);
  }
});
