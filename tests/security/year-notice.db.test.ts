/**
 * The notice that names the days off of a year: entered by an administrator, granted by who keeps the lists of the country, and from then on every term over
 * those days is counted by it. What cannot be a notice is refused by name.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { loadLists } from '#authority/code-lists/load.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { recountOnce } from '#record/clocks/recount.ts';
import { isForecast, isWorkingDay } from '#standard/calendar/working-days.ts';
import { dueAfter } from '#standard/calendar/due.ts';
import type { Due } from '#standard/calendar/due.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Day {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
}
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly edition?: number | null;
  readonly year?: { readonly list: string; readonly year: string; readonly days: readonly Day[] };
  readonly items?: readonly { readonly id: string; readonly days: readonly Day[] | null; readonly mayChange: boolean }[];
}

let office: Office;
let folder: string;
let app: FastifyInstance;
let administrator: SessionHandle;
let ministry: SessionHandle;
before(async () => {
  office = await anOffice();
  await office.owner.transaction(null, (tx) => loadLists(tx, office));
  folder = await dataFolder();
  app = await aServer(office, folder);
  administrator = (await office.signedIn('000083000001', [['QT_BNDP', 'H26']])).handle;
  ministry = (await office.signedIn('000178000001', [['VU_CCVC', 'VN']])).handle;
});
after(async () => {
  await app?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `ngay-nghi-cua-nam-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode };
}

const YEAR = '2031';
/** A year that no notice has named, far enough from the packed ones, with days as the law lets expect them. */
const asked = (days: readonly Day[], more: object = {}) => ({
  list: 'luat_ngay_nghi',
  code: YEAR,
  name: YEAR,
  validFrom: `${YEAR}-01-01`,
  lastDay: `${YEAR}-12-31`,
  source: 'Thông báo mẫu 05/TB, để thử',
  days,
  ...more,
});
/** Feasts of 2031: Tết on 23 January (a Thursday), Hùng Vương on 1 April. */
const DAYS: readonly Day[] = [
  { day: '2031-01-01', kind: 'nghi', name: 'Tết Dương lịch' },
  { day: '2031-01-02', kind: 'hoan_doi_nghi', name: 'Nghỉ, làm bù ngày 11/01' },
  { day: '2031-01-11', kind: 'hoan_doi_lam', name: 'Làm bù cho ngày 02/01' },
  ...['21', '22', '23', '24'].map((day) => ({ day: `2031-01-${day}`, kind: 'nghi', name: 'Tết Nguyên đán' })),
  { day: '2031-01-27', kind: 'nghi_bu', name: 'Nghỉ bù Tết' },
  { day: '2031-04-01', kind: 'nghi', name: 'Giỗ Tổ Hùng Vương' },
  { day: '2031-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' },
  { day: '2031-05-01', kind: 'nghi', name: 'Quốc tế Lao động' },
  { day: '2031-09-02', kind: 'nghi', name: 'Quốc khánh' },
  { day: '2031-09-03', kind: 'nghi', name: 'Quốc khánh' },
];
const without = (day: string): readonly Day[] => DAYS.filter((one) => one.day !== day);
const beside = (day: string, kind: string): readonly Day[] => [...DAYS, { day, kind, name: 'x' }];
const inUse = <T>(read: () => T): Promise<T> => office.as(administrator, async (tx) => judgedBy(await currentLists(tx), read));

/** A term of three working days for bringing something in, which runs. */
async function aClock(startOn: string, { lastDay, endsAt, forecast }: Due): Promise<string> {
  const [clock] = await office.owner.transaction(null, (tx) =>
    tx.query<{ clock_id: string }>(
      `insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, list_edition, started_at)
       select gen_random_uuid(), gen_random_uuid(), 'ND27_19_NGOAI', 'O', body_id, $1, $2, $3, $4, (select max(edition) from list_edition), now() from body limit 1
       returning clock_id`,
      [startOn, lastDay, endsAt, forecast],
    ),
  );
  return clock!.clock_id;
}
async function clockOf(clockId: string): Promise<{ readonly last_day: string; readonly forecast: boolean; readonly moved: boolean }> {
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ last_day: string; forecast: boolean; moved: boolean }>(
      'select last_day, forecast, moved_at is not null as moved from legal_clock where clock_id = $1',
      [clockId],
    ),
  );
  return row!;
}

test('the list names the first year that has no notice, with the days that the law lets expect', async () => {
  const { year } = await ask(administrator, 'GET', '/list-additions');
  assert.equal(year?.list, 'luat_ngay_nghi');
  assert.ok(year.days.some(({ day, kind }) => day === `${year.year}-04-30` && kind === 'nghi'));
  assert.equal(await inUse(() => isForecast(`${year.year}-04-30`)), true);
});

test('what cannot be a notice is refused by name, and nothing is kept', async () => {
  for (const [request, code] of [
    [asked(DAYS, { days: undefined }), 'E-YEAR-DAYS-WHERE'],
    [asked(DAYS, { list: 'chuc_vu', code: 'X', name: 'Chức vụ có ngày nghỉ' }), 'E-YEAR-DAYS-WHERE'],
    [asked(DAYS, { code: '31' }), 'E-YEAR-NOT-VALID'],
    [asked(DAYS, { lastDay: undefined }), 'E-YEAR-NOT-VALID'],
    [asked(DAYS, { code: '2026', name: '2026', validFrom: '2026-01-01', lastDay: '2026-12-31' }), 'E-YEAR-NOTICED'],
    [asked(beside('2030-12-31', 'nghi')), 'E-YEAR-DAY'],
    [asked(beside('2031-02-30', 'nghi')), null],
    [asked(beside('2031-04-30', 'nghi_bu')), 'E-YEAR-DAY-TWICE'],
    [asked(beside('2031-05-06', 'hoan_doi_lam')), 'E-YEAR-DAY-KIND'],
    [asked(beside('2031-05-03', 'nghi_bu')), 'E-YEAR-DAY-KIND'],
    [asked(without('2031-04-30')), 'E-YEAR-FEAST'],
    [asked(without('2031-01-23')), 'E-YEAR-FEAST'],
    [asked(beside('2031-06-07', 'le_hoi')), null],
    [
      asked([{ day: '1000-01-01', kind: 'nghi', name: 'x' }], {
        code: '1000',
        name: '1000',
        validFrom: '1000-01-01',
        lastDay: '1000-12-31',
      }),
      'E-YEAR-NOT-VALID',
    ],
  ] as const) {
    const answer = await ask(administrator, 'POST', '/list-additions', request);
    // The shape refuses what is no day and no kind; all else is told by its own name.
    if (code === null) assert.equal(answer.status, 400);
    else assert.deepEqual([answer.status, answer.code], [code === 'E-YEAR-NOTICED' ? 409 : 422, code]);
  }
  assert.deepEqual((await ask(administrator, 'GET', '/list-additions')).items, []);
});

test('asked for by one, granted by another: from then on the year is counted by its notice, and terms that ran over it move', async () => {
  const expected = await inUse(() => dueAfter('2030-12-31', { count: 3, unit: 'ngay_lam_viec' }));
  const term = await aClock('2030-12-31', expected);
  const { id, status } = await ask(administrator, 'POST', '/list-additions', asked(DAYS));
  assert.equal(status, 201);
  assert.equal((await ask(administrator, 'POST', `/list-additions/${id}/decision`, { granted: true })).code, 'E-NOT-ALLOWED');
  assert.equal(await inUse(() => isForecast('2031-01-02')), true, 'asked is not granted');
  // The database lets through the days that were granted, and no others.
  const entry = { code: YEAR, name: YEAR, aliases: [], attributes: { source: 'x', days: without('2031-01-27') } };
  await assert.rejects(
    office.as(ministry, async (tx) => {
      await tx.query(
        `update list_addition set state = 'granted', decided_by = session_person(), decided_at = now() where addition_id = $1`,
        [id],
      );
      await tx.query(
        `insert into code_list_entry (list, digest, code, name, valid_from, valid_to, held_to, confidence, entry, addition_id)
         values ('luat_ngay_nghi', 'x', $1, $1, '2031-01-01', '2032-01-01', '2032-01-01', 'known', $2::json, $3)`,
        [YEAR, JSON.stringify(entry), id],
      );
    }),
    /row-level security/,
  );
  assert.equal((await ask(ministry, 'POST', `/list-additions/${id}/decision`, { granted: true })).status, 200);
  assert.deepEqual(
    await inUse(() => [isForecast('2031-01-02'), ...['2031-01-02', '2031-01-11', '2031-01-27', '2031-01-28'].map(isWorkingDay)]),
    [false, false, true, false, true],
  );
  const system = await openJobSession(office, { bodyId: null, purpose: 'clocks' });
  assert.equal(await recountOnce(office, system), 'done');
  const counted = await inUse(() => dueAfter('2030-12-31', { count: 3, unit: 'ngay_lam_viec' }));
  assert.notEqual(counted.lastDay, expected.lastDay);
  // What is left of the year before is a forecast still.
  assert.deepEqual(await clockOf(term), { last_day: counted.lastDay, forecast: counted.forecast, moved: true });
});

test('a notice that was entered is corrected, never ended; terms are counted again by what it says now', async () => {
  const noticed = await aClock('2031-01-24', await inUse(() => dueAfter('2031-01-24', { count: 3, unit: 'ngay_lam_viec' })));
  assert.equal((await clockOf(noticed)).last_day, '2031-01-30');
  const [{ id, days, mayChange }] = (await ask(administrator, 'GET', '/list-additions')).items! as [
    { id: string; days: readonly Day[]; mayChange: boolean },
  ];
  assert.deepEqual([days.length, mayChange], [DAYS.length, true]);
  const source = 'Thông báo mẫu 06/TB, để thử';
  assert.equal((await ask(administrator, 'POST', `/list-additions/${id}/ending`, { lastDay: '2031-06-30', source })).code, 'E-YEAR-STANDS');
  const { list: _list, code: _code, ...corrected } = asked(without('2031-01-27'), { source });
  const request = await ask(administrator, 'POST', `/list-additions/${id}/correction`, corrected);
  assert.equal(request.status, 201);
  assert.equal((await ask(ministry, 'POST', `/list-additions/${request.id}/decision`, { granted: true })).status, 200);
  assert.equal(await inUse(() => isWorkingDay('2031-01-27')), true);
  const system = await openJobSession(office, { bodyId: null, purpose: 'clocks' });
  await recountOnce(office, system);
  assert.equal((await clockOf(noticed)).last_day, '2031-01-29', 'a term whose days were noticed already is counted again');
});
