/** How many people an officer may see is counted in the database, person by person; past it a second person must grant more, and the auditor sees both. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '#base/clock.ts';
import limits from '#authority/access/reading-limits.json' with { type: 'json' };
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { BUDGET_BURST } from '#base/http/budget.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let agency: Agency;
let folder: string;
/** Two programs on one database. */
let servers: readonly [FastifyInstance, FastifyInstance];
let personId: string;
let ministry: { readonly cookie: string; readonly accountId: string };
let auditor: { readonly cookie: string; readonly accountId: string };

before(async () => {
  agency = await anAgency();
  folder = await dataFolder();
  // The budget of requests comes back by the second: on a clock that stands it does not, however slow the machine.
  const stopped = { ...systemClock, monotonicMs: () => 0 };
  servers = [await aServer(agency.office, folder), await aServer({ ...agency.office, clock: stopped }, folder)];
  const submissionId = await agency.sends([{ number: '000190000001', name: 'Trần Thị Hoa' }]);
  personId = (await agency.waiting(submissionId))[0]!;
  assert.ok((await agency.confirms(submissionId, personId)).ok);
  const signedIn = async (number: string, role: 'VU_CCVC' | 'GIAM_SAT') => {
    const { handle, accountId } = await agency.office.signedIn(number, [[role, 'VN']]);
    return { cookie: `congvu=${handle}`, accountId };
  };
  ministry = await signedIn('000083700001', 'VU_CCVC');
  auditor = await signedIn('000083700002', 'GIAM_SAT');
});
after(async () => {
  for (const app of servers) await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function ask(method: 'GET' | 'POST', path: string, payload?: object, who = ministry, app = servers[0]) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: who.cookie, origin: ORIGIN, 'idempotency-key': `xem-ho-so-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const value = answer.body === '' ? null : (answer.json() as { code?: string; id?: string; items?: { id: string; mine: boolean }[] });
  return { status: answer.statusCode, code: value?.code ?? null, value };
}
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
/** As if so many had been seen in this hour. */
const hasSeen = (opened: number, listed: number) =>
  owner(
    `insert into reading_budget (account_id, hour, opened, listed) values ($1, date_trunc('hour', now()), $2, $3)
       on conflict (account_id, hour) do update set opened = excluded.opened, listed = excluded.listed`,
    [ministry.accountId, opened, listed],
  );
const rowsOf = (act: string) =>
  owner('select 1 from audit_event where act = $1 and actor_id = $2', [act, ministry.accountId]).then((rows) => rows.length);

test('each opening counts a person, whichever program answers; past the limit nothing is shown, and the refusal alone is recorded', async () => {
  const { hour } = limits.roles.VU_CCVC.opened;
  await hasSeen(hour - 2, 0);
  assert.equal((await ask('GET', `/people/${personId}`)).status, 200);
  assert.equal((await ask('GET', `/people/${personId}`, undefined, ministry, servers[1])).status, 200);
  const read = await rowsOf('record.read');
  for (const app of servers) {
    const refused = await ask('GET', `/people/${personId}`, undefined, ministry, app);
    assert.deepEqual([refused.status, refused.code], [429, 'E-READING-BUDGET']);
  }
  assert.equal(await rowsOf('record.read'), read, 'what was not shown is no reading');
  assert.equal(await rowsOf('reading.refused'), 2);
});

test('more requests at once than the budget are told to wait, and how long', async () => {
  const answers = [];
  for (let i = 0; i <= BUDGET_BURST + 40; i += 1)
    answers.push(await servers[1].inject({ method: 'GET', url: '/api/v1/session', headers: { cookie: auditor.cookie } }));
  const waits = answers.filter(({ statusCode }) => statusCode === 429);
  assert.equal(waits.length, 41, 'whoever came after the burst');
  assert.ok(waits.every(({ headers }) => Number(headers['retry-after']) >= 1));
});

test('a page of a search counts everybody on it', async () => {
  await hasSeen(0, limits.roles.VU_CCVC.listed.hour - 1);
  assert.equal((await ask('POST', '/people/search', { name: 'hoa' })).status, 200);
  assert.equal((await ask('POST', '/people/search', { name: 'hoa' })).code, 'E-READING-BUDGET');
});

test('more is asked for with a reason and granted by a second person alone; it holds for as many people as were granted', async () => {
  await hasSeen(limits.roles.VU_CCVC.opened.hour, 0);
  assert.equal((await ask('POST', '/reading-allowances', { people: 2, hours: 1, reason: 'ngắn' })).status, 400);
  const request = await ask('POST', '/reading-allowances', { people: 2, hours: 1, reason: 'Rà soát theo công văn 12/BNV' });
  assert.equal(request.status, 201);
  const id = request.value!.id!;
  assert.equal((await ask('POST', `/reading-allowances/${id}/decision`, { granted: true })).status, 403, 'not one’s own');
  assert.equal((await ask('GET', `/people/${personId}`)).code, 'E-READING-BUDGET', 'asking is not having');
  const listed = await ask('GET', '/reading-allowances', undefined, auditor);
  assert.deepEqual(
    listed.value!.items!.map((item) => [item.id, item.mine]),
    [[id, false]],
  );
  assert.equal((await ask('POST', `/reading-allowances/${id}/decision`, { granted: true }, auditor)).status, 204);
  assert.equal((await ask('POST', `/reading-allowances/${id}/decision`, { granted: false }, auditor)).code, 'E-ALLOWANCE-NOT-OPEN');
  assert.equal((await ask('GET', `/people/${personId}`)).status, 200);
  assert.equal((await ask('GET', `/people/${personId}`)).status, 200);
  assert.equal((await ask('GET', `/people/${personId}`)).code, 'E-READING-BUDGET');
  const acts = await owner<{ act: string; actor_id: string }>(
    `select act, actor_id from audit_event where object_id = $1 and act like 'allowance.%' order by tx, event_id`,
    [id],
  );
  assert.deepEqual(
    acts.map(({ act, actor_id }) => [act, actor_id]),
    [
      ['allowance.asked', ministry.accountId],
      ['allowance.decided', auditor.accountId],
    ],
  );
});
