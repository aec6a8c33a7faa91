/** A plan's tasks turn by acts through the doors alone; a state is typed by nobody, and a past day is not written any more. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { systemClock } from '#base/clock.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import { countPlanTask } from '#uses/plan/jobs.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const PROVINCE = 'H26';
const today = systemClock.today();

let school: Agency;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'ministry' | 'administrator' | 'elsewhere' | 'clerk', SessionHandle>;
before(async () => {
  school = await anAgency('H26.03.01');
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  const signed = async (number: string, role: RoleCode, body: string) => (await school.office.signedIn(number, [[role, body]])).handle;
  who.ministry = await signed('000190990061', 'VU_CCVC', 'VN');
  who.administrator = await signed('000190990062', 'QT_BNDP', PROVINCE);
  who.elsewhere = await signed('000190990063', 'QT_BNDP', 'H41');
  who.clerk = await signed('000190990064', 'NHAP_LIEU', 'H26.03');
  await byOwner(
    `update body_attribute set value = '70' where name = 'nhom_bndp' and body_id = (select body_id from body_code where code = '${PROVINCE}' limit 1)`,
  );
  // One post is granted to the province: what the plan holds the register against.
  await byOwner(
    `insert into establishment (body_id, kind, year, posts, valid_from, by_event)
     select c.body_id, 'VC', extract(year from today_in_vietnam())::int, 1, today_in_vietnam(), c.by_event from body_code c where c.code = '${PROVINCE}' limit 1`,
  );
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

const byOwner = (sql: string): Promise<unknown> => school.office.owner.transaction(null, (tx) => tx.query(sql));
const NEVER = new AbortController().signal;
const system = (): Promise<SessionHandle> => jobSessions(school.office, 'test')(null);
const count = async (): Promise<void> =>
  void (await countPlanTask({ db: school.office.db, clock: school.office.clock, jobSession: system }).round(NEVER));

interface Page {
  readonly code?: string;
  readonly countedAt: string | null;
  readonly lines: readonly {
    readonly body: { readonly code: string };
    readonly group: string | null;
    readonly cells: readonly {
      readonly task: string;
      readonly state: string;
      readonly part: number | null;
      readonly whole: number | null;
      readonly href: string | null;
    }[];
  }[];
}
const asks = async (handle: SessionHandle, query = '', plan = 'QD72'): Promise<Page> =>
  (await app.inject({ url: `/api/v1/plans/${plan}${query}`, headers: { cookie: `congvu=${handle}`, origin: ORIGIN } })).json<Page>();
const cellOf = async (task: string, query = '') =>
  (await asks(who.administrator, query)).lines.find(({ body }) => body.code === PROVINCE)!.cells.find((cell) => cell.task === task)!;

test('before anything is counted nothing is claimed; each reader has the agencies below alone', async () => {
  assert.equal((await asks(who.ministry)).countedAt, null);
  await count();
  const country = await asks(who.ministry);
  assert.notEqual(country.countedAt, null);
  assert.equal(country.lines[0]!.group, null, 'the country first');
  const own = await asks(who.administrator);
  assert.ok(
    own.lines.length > 0 && own.lines.every(({ body }) => body.code.startsWith(PROVINCE)),
    JSON.stringify(own.lines.map(({ body }) => body.code)),
  );
  assert.ok((await asks(who.elsewhere)).lines.every(({ body }) => !body.code.startsWith(PROVINCE)));
  assert.equal((await asks(who.clerk)).code, 'E-NOT-ALLOWED');
  assert.equal((await asks(who.ministry, '', 'QD1')).code, 'E-PLAN-UNKNOWN');
  assert.equal((await asks(who.ministry, `?day=${addDays(today, 1)}`)).code, 'E-PLAN-DAY');
});

test('a record that is sent and confirmed turns its task after seven days, and a post that is granted and of whom there is no record turns it back', async () => {
  assert.deepEqual((({ state, part, whole }) => [state, part, whole])(await cellOf('1.2.2')), ['overdue', 0, 1]);
  const submissionId = await school.sends([{ number: '000190990071', name: 'Lò Thị Kế' }]);
  const [personId] = await school.waiting(submissionId);
  assert.ok((await school.confirms(submissionId, personId!)).ok);
  await count();
  assert.deepEqual((({ state, part, whole }) => [state, part, whole])(await cellOf('1.2.2')), ['overdue', 1, 1], 'one day is not seven');
  // Six days before stood as this one does: their rows are those that would have been written then.
  await byOwner(
    `insert into plan_day (body_id, measure, day, part, whole, at)
     select d.body_id, d.measure, d.day - n, d.part, d.whole, d.at - make_interval(days => n) from plan_day d cross join generate_series(1, 6) n`,
  );
  const met = await cellOf('1.2.2');
  assert.deepEqual([met.state, met.href?.startsWith('/tien-do?co-quan=')], ['met-late', true]);
  assert.equal((await cellOf('1.2.2', `?day=${addDays(today, -1)}`)).state, 'overdue', 'as it stood yesterday: six days');
  await byOwner(
    `update establishment set posts = 2 where kind = 'VC' and body_id = (select body_id from body_code where code = '${PROVINCE}' limit 1)`,
  );
  await count();
  const fallen = await cellOf('1.2.2');
  assert.deepEqual([fallen.state, fallen.part, fallen.whole], ['overdue', 1, 2]);
});

test('nobody types a fact, and a day that is over is not counted anew', async () => {
  const tries = (handle: SessionHandle, sql: string) => school.office.as(handle, (tx) => tx.query(sql));
  const [row] = (await tries(await system(), 'select body_id, measure from plan_day limit 1')) as {
    body_id: string;
    measure: string;
  }[];
  const where = `where body_id = '${row!.body_id}' and measure = '${row!.measure}'`;
  await assert.rejects(
    tries(
      who.administrator,
      `insert into plan_day (body_id, measure, day, part, whole, at) values ('${row!.body_id}', 'typed', today_in_vietnam(), 1, 1, now())`,
    ),
    /row-level security/,
  );
  assert.deepEqual(await tries(who.administrator, `update plan_day set part = whole ${where} returning 1`), []);
  assert.deepEqual(await tries(await system(), `update plan_day set part = 0 ${where} and day < today_in_vietnam() returning 1`), []);
  await assert.rejects(tries(await system(), `delete from plan_day ${where}`), /permission denied/);
  assert.deepEqual(await tries(who.administrator, 'select * from plan_measured(now())'), []);
});
