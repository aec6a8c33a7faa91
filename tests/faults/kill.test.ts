/**
 * kill -9 of server or database at fifteen moments of a submission, all on the same data, one after the other. What got an
 * upload number or a receipt is there afterwards, unchanged; the work goes on by itself; nobody stands twice or half; and
 * the audit log is whole.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { PEOPLE as IN_REGISTER } from '../filled.ts';
import { aKillableProduct, patient, until } from './killable.ts';
import type { Killable } from './killable.ts';

const BODY = 'H26.03.01';
/** People of a file: enough that reading, matching and confirming take a while. */
const PEOPLE = 8;
/** First set of invented people that no other workbook uses. */
const FIRST_SET = 40;

type Moment =
  | 'half sent'
  | 'in upload'
  | 'uploaded'
  | 'reading'
  | 'in submit'
  | 'submitted'
  | 'matching'
  | 'in decision'
  | 'in list'
  | 'decided';
interface Strike {
  readonly victim: 'server' | 'database';
  readonly at: Moment;
  /** a set of people whom the simulated population database knows: others are in no list */
  readonly known?: number;
}
const STRIKES: readonly Strike[] = [
  { victim: 'server', at: 'half sent' },
  { victim: 'database', at: 'half sent' },
  { victim: 'server', at: 'in upload' },
  { victim: 'server', at: 'uploaded' },
  { victim: 'database', at: 'reading' },
  { victim: 'server', at: 'reading' },
  { victim: 'server', at: 'in submit' },
  { victim: 'server', at: 'submitted' },
  { victim: 'database', at: 'matching' },
  { victim: 'server', at: 'matching' },
  { victim: 'server', at: 'in decision' },
  { victim: 'database', at: 'in decision' },
  { victim: 'server', at: 'in list', known: SETS.clean.set },
  { victim: 'database', at: 'in list', known: SETS.dirty.set },
  { victim: 'database', at: 'decided' },
];

let product: Killable;
let clerk: Visitor;
let officer: Visitor;
let bodyId: string;
let template: Uint8Array;
before(async () => {
  product = await aKillableProduct(IN_REGISTER);
  await product.start();
  [clerk, officer] = [visitor(product.address), visitor(product.address)];
  await clerk.signIn('nhap-lieu');
  await officer.signIn('xac-nhan');
  const bodies = (await clerk.get('/api/v1/bodies')).json.items as { id: string; code: string }[];
  bodyId = bodies.find((body) => body.code === BODY)!.id;
  template = (await clerk.get(`/api/v1/bodies/${bodyId}/template.xlsx`)).bytes;
});
after(() => product?.drop());

/** What somebody was told and may rely on. */
interface Promised {
  readonly submissions: Map<string, { uploadNumber: string; sha256: string }>;
  /** receipt number → signature */
  readonly receipts: Map<string, string>;
}
const promised: Promised = { submissions: new Map(), receipts: new Map() };

async function strike({ victim }: Strike): Promise<void> {
  if (victim === 'database') return product.killDatabase();
  await product.killServer();
  await product.start();
}

/** Sends half of the bytes and then nothing, until it is told to go on. */
function halfSent(bytes: Uint8Array): { giveUp(): void } {
  const sending = request(`${product.address}/api/v1/uploads?body=${bodyId}&asOf=${DEMO_DAY}`, {
    method: 'POST',
    headers: {
      cookie: [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: product.address,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': `half-${bytes.length}-${bytes.at(-30)}`,
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
    },
  });
  sending.on('error', () => undefined);
  sending.on('response', (answer) => answer.resume());
  sending.write(bytes.subarray(0, bytes.length / 2));
  return { giveUp: () => sending.destroy() };
}

const upload = (bytes: Uint8Array): Promise<Answered> =>
  clerk.send('POST', `/api/v1/uploads?body=${bodyId}&asOf=${DEMO_DAY}`, bytes, { 'x-file-name': encodeURIComponent('hồ sơ.xlsx') });
const look = async (id: string) => (await patient('the submission', () => clerk.get(`/api/v1/submissions/${id}`))).json;

/** Runs a request and strikes while it is under way; whether it was answered does not matter. */
async function during(ask: () => Promise<Answered>, blow: Strike | null): Promise<void> {
  if (!blow) return;
  const asked = ask().catch(() => null);
  await sleep(8);
  await strike(blow);
  await asked;
}

async function keepReceipt(number: string): Promise<void> {
  const { json } = await patient('the receipt', () => clerk.get(`/api/v1/receipts/${number}`));
  promised.receipts.set(number, json.jws);
}

/** One file from upload to register, with a blow at one moment. */
async function journey(set: number, blow: Strike): Promise<{ id: string; inList: number; numbers: string[] }> {
  const at = (moment: Moment): Strike | null => (blow.at === moment ? blow : null);
  const people = newPeople(BODY, PEOPLE, set, DEMO_DAY);
  const bytes = await fillTemplate(
    template,
    people.map((person) => cellsOf(person.nationalId, person.document)),
  );

  if (at('half sent')) {
    const half = halfSent(bytes);
    await sleep(100);
    await strike(blow);
    half.giveUp();
  }
  await during(() => upload(bytes), at('in upload'));
  const uploaded = await patient('the upload', () => upload(bytes));
  assert.ok(uploaded.status === 201 || uploaded.status === 200, JSON.stringify(uploaded.json));
  const id = uploaded.json.submissionId as string;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  assert.equal(uploaded.json.sha256, sha256);
  promised.submissions.set(id, { uploadNumber: uploaded.json.uploadNumber, sha256 });
  if (at('uploaded')) await strike(blow);

  if (at('reading')) {
    await until('the reading', async () => ((await look(id)).stage === 'queued' ? null : true), true);
    await strike(blow);
  }
  const checked = await until('the check', async () => {
    const seen = await look(id);
    return seen.state === 'reading' ? null : seen;
  });
  assert.equal(checked.state, 'checked', JSON.stringify(checked.refusal));
  assert.deepEqual(checked.counts, { received: PEOPLE, accepted: PEOPLE, rejected: 0, waiting: 0, warnings: checked.counts.warnings });

  const groups = (await patient('the problems', () => clerk.get(`/api/v1/submissions/${id}/problem-groups`))).json.items as {
    code: string;
    severity: string;
  }[];
  const request = {
    asOf: DEMO_DAY,
    acknowledgedCodes: groups.filter((group) => group.severity === 'warning').map((group) => group.code),
    partial: false,
  };
  const submit = (): Promise<Answered> => clerk.post(`/api/v1/submissions/${id}/submit`, request);
  await during(submit, at('in submit'));
  const sent = await patient('R1', submit);
  assert.equal(sent.status, 200, JSON.stringify(sent.json));
  const { received, accepted, rejected, waiting } = sent.json.counts;
  assert.equal(received, accepted + rejected + waiting);
  await keepReceipt(sent.json.receipt.number);
  if (at('submitted')) await strike(blow);

  if (at('matching')) {
    await until('the matching', async () => ((await look(id)).state === 'submitted' ? null : true), true);
    await strike(blow);
  }
  await until('the queue', async () => ((await look(id)).state === 'awaiting-confirmation' ? true : null));
  const inList = at('in list') ? await confirmAsList(id, blow) : 0;
  await confirmAll(id, at('in decision'));
  if (at('decided')) await strike(blow);
  return { id, inList, numbers: people.map((person) => person.nationalId) };
}

/** Who is clean, as one act that the blow meets; whoever is not is left to be confirmed alone. @returns how many were in the list */
async function confirmAsList(id: string, blow: Strike): Promise<number> {
  const { list } = (await patient('the list', () => officer.post('/api/v1/confirmation/lists', { submissionId: id }))).json as {
    list: { hash: string; people: number; sample: { personId: string }[] };
  };
  for (const { personId } of list.sample) await patient('the sample', () => officer.get(`/api/v1/confirmation/${id}/${personId}`));
  const sign = (): Promise<Answered> => officer.post('/api/v1/confirmation/list-decisions', { submissionId: id, listHash: list.hash });
  await during(sign, blow);
  // Sent twice: when the first was done before the blow, no such list waits any more.
  const signed = await patient('the signature', sign);
  assert.ok([200, 409].includes(signed.status), JSON.stringify(signed.json));
  if (signed.status === 200) await keepReceipt(signed.json.receipt.number);
  return list.people;
}

async function confirmAll(id: string, blow: Strike | null): Promise<void> {
  let toStrike = blow;
  for (;;) {
    const queue = (await patient('the queue', () => officer.get('/api/v1/confirmation/queue?limit=200'))).json.items as {
      submissionId: string;
      personId: string;
    }[];
    const [next] = queue.filter((row) => row.submissionId === id);
    if (!next) return;
    const shown = await patient('the person', () => officer.get(`/api/v1/confirmation/${next.submissionId}/${next.personId}`));
    const decide = (): Promise<Answered> =>
      officer.post('/api/v1/confirmation/decisions', {
        submissionId: next.submissionId,
        personId: next.personId,
        shownHash: shown.json.shownHash,
        accept: shown.json.groups.map((group: { itemId: string }) => group.itemId),
        return: [],
        mismatchReason: 'DAN_CU_CHUA_CAP_NHAT',
      });
    await during(decide, toStrike);
    toStrike = null;
    // Said twice: when the first was done before the blow, the second finds nothing left to decide, and says so.
    const decided = await patient('the decision', decide);
    assert.ok([200, 404, 409, 422].includes(decided.status), JSON.stringify(decided.json));
    if (decided.status === 200 && decided.json.receipt) await keepReceipt(decided.json.receipt.number);
  }
}

const finished: { id: string; inList: number; numbers: string[] }[] = [];
STRIKES.forEach((blow, i) =>
  test(`the ${blow.victim} is killed: ${blow.at}`, async () => {
    const done = await journey(blow.known ?? FIRST_SET + i, blow);
    finished.push(done);
    const seen = await look(done.id);
    assert.equal(seen.state, 'registered');
    assert.equal(
      seen.receipts.filter((receipt: { kind: string }) => receipt.kind === 'R1').length,
      1,
      'one R1, however often it was asked for',
    );
    const decisions = done.inList > 0 ? PEOPLE - done.inList + 1 : PEOPLE;
    assert.ok(blow.at !== 'in list' || done.inList > 1, 'several were confirmed as one act');
    assert.equal(seen.receipts.filter((receipt: { kind: string }) => receipt.kind === 'R2').length, decisions, 'one R2 a decision');
  }),
);

test('afterwards everything that was promised is there, to the byte, and nobody stands twice', async () => {
  for (const [id, { uploadNumber, sha256 }] of promised.submissions) {
    const seen = await look(id);
    assert.deepEqual([seen.uploadNumber, seen.sha256], [uploadNumber, sha256]);
  }
  assert.ok(promised.receipts.size >= finished.reduce((sum, { inList }) => sum + (inList > 0 ? 1 : PEOPLE), 0));
  for (const [number, jws] of promised.receipts)
    assert.equal((await patient('the receipt', () => clerk.get(`/api/v1/receipts/${number}`))).json.jws, jws);
  assert.equal(new Set(finished.map(({ id }) => id)).size, STRIKES.length, 'every file is a submission of its own');
  for (const { numbers } of finished)
    for (const nationalId of numbers) {
      const found = await patient('the search', () => officer.post('/api/v1/people/search', { nationalId }));
      if (found.status === 429) await sleep(1_000 * Number(found.headers.get('retry-after') ?? 1));
      else assert.equal(found.json.items.length, 1);
    }
});

test('the audit log is whole, and the end is clean', async () => {
  assert.equal(await product.stop(), 0);
  const { exit, out } = await product.command('audit', 'verify', '--state', '--json');
  const report = JSON.parse(out) as { ok: boolean; findings: unknown[] };
  assert.deepEqual([exit, report.ok, report.findings], [0, true, []]);
});
