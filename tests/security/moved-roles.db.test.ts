/**
 * Somebody goes over to another body by a case of both, over the real server: on that day the roles which the body that let them go had given end, with
 * requests that wait and sessions. Roles elsewhere and above stay. Given back by the case's own undo, no role comes back.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openPersonSession } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { Composed } from '#start/compose.ts';
import { BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { endDue } from '#uses/leaving/jobs.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const OTHER = 'H41.51';
let here: CardOffice;
let app: FastifyInstance;
let composed: Composed;
let folder: string;
let today: string;
before(async () => {
  here = await aCardOffice();
  folder = await dataFolder();
  app = await aServer(here.office, folder, { watch: (_server, made) => (composed = made) });
  today = here.office.clock.today();
});
after(async () => {
  await app.close();
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

let running = 0;
const newNumber = (): string => `00019084${String(++running).padStart(4, '0')}`;
interface Answered {
  readonly caseId?: string;
  readonly state?: string;
  readonly grantRequestId?: string | null;
}
const asking = (handle: string) => async (method: 'GET' | 'POST', path: string, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `chuyen-vai-tro-${++running}` },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? ({} as Answered) : answer.json<Answered>() };
};
type Browser = ReturnType<typeof asking>;
const somebody = async (role: Role, body: string): Promise<Browser> =>
  asking((await here.office.signedIn(newNumber(), [[role, body]])).handle);
const owner = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  here.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

/** Somebody registered at the school, who is its clerk and its head, supervises the country, and has a role that waits for a second administrator. */
async function aClerk() {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const accountId = await here.office.account(number, [
    ['LD_DON_VI', 'H41'],
    ['GIAM_SAT', 'VN'],
  ]);
  const { handle } = await openPersonSession(here.office, { accountId, agent: 'Thử', level: 2 });
  const administrator = await somebody('QT_BNDP', 'H26.03');
  await somebody('QT_BNDP', 'H26'); // the second, without whom nobody may ask
  const asked = await administrator('POST', '/accounts', {
    name: 'Người Chuyển Đi',
    nationalId: number,
    role: 'XAC_NHAN',
    bodyId: here.bodyId,
  });
  // What would not stand beside that role is given after it was asked for.
  for (const role of ['NHAP_LIEU', 'LD_DON_VI'])
    await owner(`insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, $3, $4, '2026-07-01')`, [
      here.office.chance.uuid7(Date.parse(here.office.clock.now())),
      accountId,
      role,
      here.bodyId,
    ]);
  assert.ok(asked.body.grantRequestId, JSON.stringify(asked));
  return { number, personId, accountId, own: asking(handle), requestId: asked.body.grantRequestId };
}
type Clerk = Awaited<ReturnType<typeof aClerk>>;
const rolesOf = async ({ accountId }: Clerk): Promise<string[]> =>
  (
    await owner<{ said: string }>(
      `select g.role || ' ' || (select c.code from body_code c where c.body_id = g.body_id and c.scheme <> 'dvhc' and c.tx_to = 9223372036854775807 order by c.scheme = 'ma_dinh_danh' desc limit 1) as said
         from role_grant g where g.account_id = $1 and g.tx_to = 9223372036854775807 order by 1`,
      [accountId],
    )
  ).map(({ said }) => said);
const requestOf = async ({ requestId }: Clerk): Promise<string> =>
  (await owner<{ state: string }>('select state from grant_request where request_id = $1', [requestId]))[0]!.state;

/** Asked for by the body that takes over, released by the one that lets go. */
async function goesOver(clerk: Clerk, effectiveOn: string) {
  const [giver, taker] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const asked = await taker('POST', '/cases/asks', {
    bodyId: await here.office.body(OTHER),
    nationalId: clerk.number,
    effectiveOn,
    decisionNumber: '15/QĐ-SNV',
    decisionDate: addDays(today, -3),
    reason: 'Điều động',
  });
  const caseId = asked.body.caseId!;
  assert.equal((await giver('POST', `/cases/${caseId}/answers`, { answer: 'consent' })).body.state, 'agreed');
  return { caseId, taker };
}
const night = async (): Promise<void> => {
  await endDueCases(composed.cases);
  const system = await here.jobSession(null);
  while (await endDue(here.office, system));
};
const STAY = ['GIAM_SAT VN', 'LD_DON_VI H41'];

test('on the day of the move roles, requests and sessions end; elsewhere and above they stay; the undo of the case gives none back', async () => {
  const clerk = await aClerk();
  const before = await rolesOf(clerk);
  assert.equal(before.length, 4);
  const { caseId, taker } = await goesOver(clerk, today);
  assert.deepEqual([await rolesOf(clerk), await requestOf(clerk)], [before, 'waiting'], 'agreed to, not carried out yet');
  assert.equal((await clerk.own('GET', '/me')).status, 200);
  await night();
  assert.equal((await taker('GET', `/people/${clerk.personId}`)).status, 200, 'the new body has the person');
  assert.deepEqual(await rolesOf(clerk), STAY);
  assert.equal((await clerk.own('GET', '/me')).status, 401, 'the session ended');
  assert.notEqual(await requestOf(clerk), 'waiting');
  const told = await owner<{ act: string; reason: string | null }>(
    `select e.act, s.reason from audit_event e join service_end s on s.end_id = e.object_id where s.person_id = $1 order by e.tx, e.event_id`,
    [clerk.personId],
  );
  assert.deepEqual(
    told.map(({ act, reason }) => `${act} ${reason}`),
    ['service.end-written MOVED', 'service.ended MOVED'],
  );

  assert.equal((await taker('POST', `/cases/${caseId}/answers`, { answer: 'undo' })).body.state, 'undone');
  await night();
  assert.equal(
    (await owner<{ body_id: string }>('select body_id from person where person_id = $1', [clerk.personId]))[0]!.body_id,
    here.bodyId,
  );
  assert.deepEqual(await rolesOf(clerk), STAY, 'nothing comes back by itself');
  assert.notEqual(await requestOf(clerk), 'waiting');
  assert.equal((await clerk.own('GET', '/me')).status, 401);
});

test('a move that lies ahead ends nothing before its day', async () => {
  const clerk = await aClerk();
  const { caseId } = await goesOver(clerk, addDays(today, 9));
  await night();
  assert.deepEqual([(await rolesOf(clerk)).length, await requestOf(clerk)], [4, 'waiting']);
  assert.equal((await clerk.own('GET', '/me')).status, 200);
  // Its day comes.
  await owner('update person_case set effective_on = $2 where case_id = $1', [caseId, today]);
  await night();
  assert.deepEqual(await rolesOf(clerk), STAY);
  assert.equal((await clerk.own('GET', '/me')).status, 401);
});
