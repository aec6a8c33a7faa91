/**
 * Two servers and two workers on one PostgreSQL: whichever of them is killed, at twenty moments of five submissions, nothing that was sent is lost,
 * nobody is registered twice, and the log and the register hold together.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DEMO_DAY, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { FIGURE } from '../summary.ts';
import { aBalancer } from './balancer.ts';
import { MEMBERS, aFleet } from './fleet.ts';
import type { Fleet, Member } from './fleet.ts';
import { until } from './killable.ts';

const BODY = 'H26.03.01';
/** People in the register before, and in each file. */
const IN_REGISTER = 30;
const PEOPLE = 3;
/** First set of invented people that no other workbook uses. */
const FIRST_SET = 80;
const SUBMISSIONS = 5;
/** Requests while servers are restarted, and who sends the light ones side by side. */
const REQUESTS = 10_000;
const CALLERS = 6;

type Moment = 'uploading' | 'checking' | 'submitting' | 'matching' | 'deciding';
const MOMENTS: readonly Moment[] = ['uploading', 'checking', 'submitting', 'matching', 'deciding'];
/** Four of the five moments of each submission, another one left out each time: every member dies once in each, and at every kind of moment. */
const strikesOf = (i: number): readonly { readonly at: Moment; readonly victim: Member }[] =>
  MOMENTS.filter((_moment, at) => at !== i % MOMENTS.length).map((at, k) => ({ at, victim: MEMBERS[(i + k) % MEMBERS.length]! }));

let fleet: Fleet;
let clerk: Visitor;
let officer: Visitor;
let bodyId: string;
let template: Uint8Array;
let turn = 0;

const get = (who: Visitor, path: string): Promise<Answered> => fleet.ask((turn += 1), (base) => who.get(`${base}${path}`));
const post = (who: Visitor, path: string, body: unknown): Promise<Answered> =>
  fleet.ask((turn += 1), (base) => who.send('POST', `${base}${path}`, body));

before(async () => {
  fleet = await aFleet(IN_REGISTER);
  for (const member of MEMBERS) await fleet.start(member);
  [clerk, officer] = [visitor(fleet.address), visitor(fleet.address)];
  await clerk.signIn('nhap-lieu');
  await officer.signIn('xac-nhan');
  const bodies = (await get(clerk, '/api/v1/bodies')).json.items as { id: string; code: string }[];
  bodyId = bodies.find((body) => body.code === BODY)!.id;
  template = (await get(clerk, `/api/v1/bodies/${bodyId}/template.xlsx`)).bytes;
});
after(() => fleet?.drop());

/** Kills whoever is to die at this moment while `work` is under way, and starts them again. */
async function struck(i: number, at: Moment, work: () => Promise<unknown>): Promise<void> {
  const strikes = strikesOf(i).filter((one) => one.at === at);
  if (strikes.length === 0) return;
  const working = work().catch(() => null);
  await sleep(8);
  for (const { victim } of strikes) {
    await fleet.kill(victim);
    await fleet.start(victim);
  }
  await working;
}

const look = async (id: string) => (await get(clerk, `/api/v1/submissions/${id}`)).json;
const nothing = async (): Promise<void> => undefined;

async function confirmAll(i: number, id: string): Promise<void> {
  for (let decided = 0; ; decided += 1) {
    const queue = (await get(officer, '/api/v1/confirmation/queue?limit=200')).json.items as { submissionId: string; personId: string }[];
    const next = queue.find((row) => row.submissionId === id);
    if (!next) return;
    const shown = (await get(officer, `/api/v1/confirmation/${id}/${next.personId}`)).json;
    const decide = (): Promise<Answered> =>
      post(officer, '/api/v1/confirmation/decisions', {
        submissionId: id,
        personId: next.personId,
        shownHash: shown.shownHash,
        accept: shown.groups.map((group: { itemId: string }) => group.itemId),
        return: [],
        mismatchReason: 'DAN_CU_CHUA_CAP_NHAT',
      });
    if (decided === 0) await struck(i, 'deciding', decide);
    // Said twice: when the first was done before the blow, the second finds nothing left to decide, and says so.
    assert.ok([200, 404, 409, 422].includes((await decide()).status));
  }
}

const promised: { id: string; sha256: string; receipt: string; jws: string; numbers: readonly string[] }[] = [];
for (let i = 0; i < SUBMISSIONS; i += 1)
  test(`submission ${i + 1}: ${strikesOf(i)
    .map(({ at, victim }) => `${victim} is killed while ${at}`)
    .join(', ')}`, async () => {
    const people = newPeople(BODY, PEOPLE, FIRST_SET + i, DEMO_DAY);
    const bytes = await fillTemplate(
      template,
      people.map((person) => cellsOf(person.nationalId, person.document)),
    );
    const upload = (): Promise<Answered> => post(clerk, `/api/v1/uploads?body=${bodyId}&asOf=${DEMO_DAY}`, bytes);
    await struck(i, 'uploading', upload);
    const uploaded = await upload();
    assert.ok([200, 201].includes(uploaded.status), JSON.stringify(uploaded.json));
    const id = uploaded.json.submissionId as string;
    await struck(i, 'checking', nothing);
    const checked = await until('the check', async () => {
      const seen = await look(id);
      return seen.state === 'reading' ? null : seen;
    });
    assert.equal(checked.counts.accepted, PEOPLE, JSON.stringify(checked.refusal));
    const groups = (await get(clerk, `/api/v1/submissions/${id}/problem-groups`)).json.items as { code: string; severity: string }[];
    const submit = (): Promise<Answered> =>
      post(clerk, `/api/v1/submissions/${id}/submit`, {
        asOf: DEMO_DAY,
        acknowledgedCodes: groups.filter((group) => group.severity === 'warning').map((group) => group.code),
        partial: false,
      });
    await struck(i, 'submitting', submit);
    const sent = await submit();
    assert.equal(sent.status, 200, JSON.stringify(sent.json));
    await struck(i, 'matching', nothing);
    await until('the queue', async () => ((await look(id)).state === 'awaiting-confirmation' ? true : null));
    await confirmAll(i, id);
    assert.equal((await look(id)).state, 'registered');
    const receipt = sent.json.receipt.number as string;
    const { jws } = (await get(clerk, `/api/v1/receipts/${receipt}`)).json;
    promised.push({
      id,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      receipt,
      jws,
      numbers: people.map((one) => one.nationalId),
    });
  });

test('afterwards every file, receipt and person is there, once, whichever server is asked', async () => {
  assert.equal(new Set(promised.map(({ id }) => id)).size, SUBMISSIONS);
  for (const { id, sha256, receipt, jws, numbers } of promised) {
    const seen = await look(id);
    assert.equal(seen.sha256, sha256);
    const kinds = (seen.receipts as { kind: string }[]).map(({ kind }) => kind);
    assert.deepEqual([kinds.filter((kind) => kind === 'R1').length, kinds.filter((kind) => kind === 'R2').length], [1, PEOPLE]);
    assert.equal((await get(clerk, `/api/v1/receipts/${receipt}`)).json.jws, jws);
    for (const nationalId of numbers) {
      const found = await post(officer, '/api/v1/people/search', { nationalId });
      if (found.status !== 429) assert.equal(found.json.items.length, 1);
    }
  }
});

test(`servers are restarted one after the other, while ${REQUESTS.toLocaleString('en')} requests and more come by a balancer that tries none of them twice: none fails`, async () => {
  const balancer = await aBalancer([fleet.address, fleet.second]);
  const agent = new Agent({ keepAlive: true });
  const tally = new Map<string, number>();
  const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
  let [sent, restarted] = [0, false];
  const goesOn = (): boolean => !restarted || sent < REQUESTS;
  const light = (path: string): Promise<string> =>
    new Promise((done) => {
      request(`${balancer.address}${path}`, { agent }, (answer) => {
        answer.resume();
        answer.once('end', () => done(`GET ${answer.statusCode}`)).once('aborted', () => done('cut'));
      })
        .once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'))
        .end();
    });
  const caller = async (): Promise<void> => {
    for (; goesOn(); sent += 1) {
      count(await light(sent % 4 === 0 ? '/' : '/healthz'));
      if (sent >= REQUESTS) await sleep(50);
    }
  };
  /** Reads and writes what is one's own, each answer of the database of everybody. */
  let written = 0;
  const worker = async (): Promise<void> => {
    for (; goesOn(); sent += 2) {
      const address = `so-${written + 1}@congvu.example`;
      const set = await clerk.send('POST', `${balancer.address}/api/v1/notices/mail`, { address, wantsMail: false }).catch(() => null);
      if (set?.status === 200) written += 1;
      count(`POST ${set?.status ?? 'failed'}`);
      const read = await clerk.get(`${balancer.address}/api/v1/notices/mail`).catch(() => null);
      count(`GET ${read?.status ?? 'failed'}`);
      if (set?.status === 200) assert.equal(read?.json.address, address, 'what was written by one server is read by the other');
      await sleep(150);
    }
  };
  await until('both behind the balancer', () => (balancer.isUp(0) && balancer.isUp(1) ? true : null));
  const calls = [worker(), ...Array.from({ length: CALLERS }, caller)];
  for (const [i, member] of (['server-1', 'server-2'] as const).entries()) {
    assert.equal(await fleet.stop(member), 0, 'it ends by itself, and well');
    await fleet.start(member);
    await until(`${member} behind the balancer`, () => (balancer.isUp(i) ? true : null));
  }
  restarted = true;
  await Promise.all(calls);
  await balancer.close();
  agent.destroy();
  const answered = [...tally].map(([what, times]) => `${what}: ${times}`).sort();
  assert.deepEqual(
    [...tally.keys()].filter((what) => !/^(GET|POST) 200$/.test(what)),
    [],
    answered.join(', '),
  );
  assert.ok(sent >= REQUESTS && written > 10, answered.join(', '));
  process.stderr.write(`${FIGURE} rolling restart: ${answered.join(', ')}, none failed\n`);
});

test('the audit log and the register hold together', async () => {
  await until('the log', async () => ((await fetch(`${fleet.address}/readyz`)).ok ? true : null));
  const { exit, out } = await fleet.command('audit', 'verify', '--state', '--json');
  const report = JSON.parse(out) as { ok: boolean; findings: unknown[] };
  assert.deepEqual([exit, report.ok, report.findings], [0, true, []]);
});
