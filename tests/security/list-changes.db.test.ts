/**
 * What was added to a list ends, or is corrected, by two offices as it came; a request is taken back by who asked and lapses when nobody decides. What was
 * judged before goes on by what it pinned.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { currentLists, listsOf } from '#authority/code-lists/editions.ts';
import { lapseDueAdditions } from '#authority/code-lists/jobs.ts';
import { loadLists } from '#authority/code-lists/load.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { resolveCode } from '#standard/code-lists.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly state: string;
  readonly stands: boolean;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
  readonly askedAt: string;
  readonly endsAt: string;
}
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly edition?: number | null;
  readonly items?: readonly Row[];
  readonly next?: string | null;
  readonly tasks?: readonly { readonly kind: string; readonly count: number; readonly href: string }[];
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
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `doi-danh-muc-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.payload === '' ? {} : answer.json<object>()), status: answer.statusCode };
}
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const decide = (id: string | undefined, verdict: object = { granted: true }): Promise<Answer> =>
  ask(ministry, 'POST', `/list-additions/${id}/decision`, verdict);

const LIST = 'ngach_cong_chuc';
const SOURCE = 'TT 09/2026/TT-BNV';
const ENTRY = { validFrom: '2026-01-01', source: SOURCE };

/** Asks for an entry and has it granted; the id of the request. */
async function added(code: string, name: string): Promise<string> {
  const { id } = await ask(administrator, 'POST', '/list-additions', { list: LIST, code, name, ...ENTRY });
  assert.ok(id);
  assert.equal((await decide(id)).status, 200);
  return id;
}
/** What a text means on a day, by the lists in use or by an edition. */
const means = (text: string, on: string, edition?: number): Promise<string> =>
  office.as(administrator, async (tx) => {
    const lists = edition === undefined ? await currentLists(tx) : await listsOf(tx, edition);
    return judgedBy(lists, () => resolveCode(LIST, text, on).kind);
  });
const editionInUse = (): Promise<number> => office.as(administrator, async (tx) => (await currentLists(tx)).number);
const rowOf = async (id: string): Promise<Row> => (await ask(administrator, 'GET', '/list-additions')).items!.find((one) => one.id === id)!;

test('an entry ends: asked by one office, granted by the other; a later day refuses it, an earlier one and the older edition know it', async () => {
  const id = await added('98.001', 'Kiểm tra viên số');
  const before = await editionInUse();
  assert.deepEqual([(await rowOf(id)).stands, (await rowOf(id)).mayChange], [true, true]);
  const path = `/list-additions/${id}/ending`;
  assert.equal((await ask(ministry, 'POST', path, { lastDay: '2026-10-31', source: SOURCE })).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(administrator, 'POST', path, { lastDay: '2025-12-31', source: SOURCE })).code, 'E-LIST-DAYS');
  const ending = await ask(administrator, 'POST', path, { lastDay: '2026-10-31', source: SOURCE });
  assert.equal(ending.status, 201);
  assert.equal((await ask(administrator, 'POST', path, { lastDay: '2026-09-30', source: SOURCE })).code, 'E-LIST-ASKED');
  assert.deepEqual([(await rowOf(id)).mayChange, await means('98.001', '2026-11-01')], [false, 'found'], 'asked is not granted');
  assert.deepEqual(await decide(ending.id), { status: 200, edition: before + 1 });
  assert.deepEqual(
    await Promise.all([
      means('98.001', '2026-11-01'),
      means('98.001', '2026-10-31'),
      means('Kiểm tra viên số', '2026-11-01'),
      means('98.001', '2026-11-01', before),
    ]),
    ['closed', 'found', 'closed', 'found'],
  );
  // The entry is now that of the request that ended it.
  assert.deepEqual([(await rowOf(id)).stands, (await rowOf(ending.id!)).stands], [false, true]);
  assert.equal((await ask(administrator, 'POST', path, { lastDay: '2026-09-30', source: SOURCE })).code, 'E-LIST-ENTRY-GONE');
  const later = await ask(administrator, 'POST', `/list-additions/${ending.id}/ending`, { lastDay: '2026-12-31', source: SOURCE });
  assert.equal(later.code, 'E-LIST-ENDED');
});

test('an entry that was added wrongly is corrected; what was judged by the wrong one stays by its edition', async () => {
  const id = await added('98.002', 'Kiểm lâm viên sô');
  const before = await editionInUse();
  const path = `/list-additions/${id}/correction`;
  assert.equal((await ask(administrator, 'POST', path, { name: 'Kiểm lâm viên sô', ...ENTRY })).code, 'E-LIST-UNCHANGED');
  assert.equal((await ask(administrator, 'POST', path, { name: 'Chuyên viên', ...ENTRY })).code, 'E-LIST-NAME-KNOWN');
  const correction = { name: 'Kiểm lâm viên số', aliases: ['Kiểm lâm viên sô'], ...ENTRY };
  const asked = await ask(administrator, 'POST', path, correction);
  assert.equal(asked.status, 201, 'its own words stand in nobody’s way');
  assert.deepEqual(await decide(asked.id), { status: 200, edition: before + 1 });
  const nameOf = (edition: number): Promise<string | undefined> =>
    office.as(administrator, async (tx) =>
      judgedBy(await listsOf(tx, edition), () => {
        const found = resolveCode(LIST, '98.002', '2026-11-01');
        return found.kind === 'found' ? found.entry.name : undefined;
      }),
    );
  assert.deepEqual([await nameOf(before), await nameOf(before + 1)], ['Kiểm lâm viên sô', 'Kiểm lâm viên số']);
  const standing = await rows('select 1 from code_list_entry where code = $1 and tx_to = 9223372036854775807', ['98.002']);
  assert.equal(standing.length, 1, 'one meaning at a time');
});

test('two changes of one entry do not both come to be: who is second is told that it is gone', async () => {
  const id = await added('98.003', 'Thanh tra viên số');
  const first = await ask(administrator, 'POST', `/list-additions/${id}/ending`, { lastDay: '2026-10-31', source: SOURCE });
  assert.equal((await decide(first.id, { granted: false, reason: 'chưa cần' })).status, 200);
  const second = await ask(administrator, 'POST', `/list-additions/${id}/ending`, { lastDay: '2026-11-30', source: SOURCE });
  // As if a release had brought the code meanwhile.
  await rows('update code_list_entry set tx_to = record_tx() where addition_id = $1', [id]);
  assert.equal((await decide(second.id)).code, 'E-LIST-ENTRY-GONE');
  assert.equal((await decide(second.id, { granted: false, reason: 'đã có trong bản phát hành' })).status, 200);
});

test('who asked takes a request back, nobody else; what was taken back is not granted', async () => {
  const other = (await office.signedIn('000083000002', [['QT_BNDP', 'H26']])).handle;
  const { id } = await ask(administrator, 'POST', '/list-additions', { list: LIST, code: '98.004', name: 'Thẩm tra viên số', ...ENTRY });
  const path = `/list-additions/${id}/withdrawal`;
  assert.equal((await rowOf(id!)).mayWithdraw, true);
  assert.equal((await ask(other, 'POST', path)).code, 'E-LIST-WITHDRAW');
  assert.equal((await ask(ministry, 'POST', path)).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(administrator, 'POST', path)).status, 204);
  assert.equal((await ask(administrator, 'POST', path)).code, 'E-LIST-WITHDRAW');
  assert.equal((await decide(id)).code, 'E-LIST-DECIDED');
  assert.equal((await rowOf(id!)).state, 'withdrawn');
  assert.equal(
    (await ask(administrator, 'POST', '/list-additions', { list: LIST, code: '98.004', name: 'Thẩm tra viên số', ...ENTRY })).status,
    201,
  );
});

test('a request lapses after the days of the parameter, each with its row; from its day on nobody grants it', async () => {
  const { id } = await ask(administrator, 'POST', '/list-additions', { list: LIST, code: '98.005', name: 'Giám định viên số', ...ENTRY });
  const { askedAt, endsAt } = await rowOf(id!);
  assert.equal((Date.parse(endsAt) - Date.parse(askedAt)) / 86_400_000, 60);
  const system = await jobSessions(office, 'job')(null);
  assert.equal(await lapseDueAdditions(office, system), 0);
  await rows(`update list_addition set ends_at = now() - interval '1 minute' where addition_id = $1`, [id]);
  assert.equal((await decide(id)).code, 'E-LIST-DECIDED');
  assert.equal(await lapseDueAdditions(office, system), 1);
  assert.equal((await rowOf(id!)).state, 'lapsed');
  assert.equal(await lapseDueAdditions(office, system), 0);
});

test('each act leaves its row', async () => {
  const acts = await rows<{ act: string; n: number }>(
    `select act, count(*)::int as n from audit_event where act in ('lists.ended', 'lists.corrected', 'lists.withdrawn', 'lists.lapsed') group by act order by act`,
  );
  assert.deepEqual(
    acts.map(({ act, n }) => [act, n]),
    [
      ['lists.corrected', 1],
      ['lists.ended', 1],
      ['lists.lapsed', 1],
      ['lists.withdrawn', 1],
    ],
  );
});

test('row-level security lets nobody decide by taking back, nor take back or end by deciding', async () => {
  const [waiting] = await rows<{ id: string }>(`select addition_id as id from list_addition where state = 'waiting'`);
  const standing = await added('98.006', 'Đăng kiểm viên số');
  for (const [who, sql, id] of [
    [
      administrator,
      `update list_addition set state = 'granted', decided_by = session_person(), decided_at = now() where addition_id = $1`,
      waiting!.id,
    ],
    [administrator, `update list_addition set state = 'lapsed', decided_at = now() where addition_id = $1`, waiting!.id],
    [ministry, `update list_addition set state = 'withdrawn', decided_at = now() where addition_id = $1`, waiting!.id],
    [ministry, `update list_addition set state = 'lapsed', decided_at = now() where addition_id = $1`, waiting!.id],
  ] as const)
    await assert.rejects(
      office.as(who, (tx) => tx.query(sql, [id])),
      /row-level security/,
      sql,
    );
  // Nothing was granted that changes it: it does not make way.
  for (const who of [administrator, ministry]) {
    const ended = await office.as(who, (tx) =>
      tx.query('update code_list_entry set tx_to = record_tx() where addition_id = $1 returning 1 as ended', [standing]),
    );
    assert.deepEqual(ended, []);
  }
});

test('a granted change is written only where the entry made way', async () => {
  const id = await added('98.007', 'Quan trắc viên số');
  const { id: change } = await ask(administrator, 'POST', `/list-additions/${id}/ending`, { lastDay: '2026-10-31', source: SOURCE });
  const entry = { code: '98.007', name: 'Quan trắc viên số', aliases: [] };
  await assert.rejects(
    office.as(ministry, async (tx) => {
      await tx.query(
        `update list_addition set state = 'granted', decided_by = session_person(), decided_at = now() where addition_id = $1`,
        [change],
      );
      await tx.query(
        `insert into code_list_entry (list, digest, code, name, valid_from, valid_to, held_to, confidence, entry, addition_id)
         values ('${LIST}', 'x', '98.007', 'Quan trắc viên số', '2026-01-01', '2026-11-01', '2026-11-01', 'known', $2::json, $1)`,
        [change, JSON.stringify(entry)],
      );
    }),
    /row-level security/,
  );
});

test('the list comes page by page: what waits first, every request once', async () => {
  const seen: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answer = await ask(administrator, 'GET', `/list-additions?limit=3&cursor=${cursor}`);
    assert.ok(page.items!.length <= 3);
    seen.push(...page.items!);
    cursor = page.next!;
  }
  const [{ n } = { n: 0 }] = await rows<{ n: number }>('select count(*)::int as n from list_addition');
  assert.equal(new Set(seen.map(({ id }) => id)).size, n);
  assert.equal(seen.length, n);
  const waits = seen.map(({ state }) => state === 'waiting');
  assert.deepEqual(
    waits,
    waits.toSorted((one, other) => Number(other) - Number(one)),
  );
});

test('the home of who decides counts the requests and leads to them; nobody else is told', async () => {
  const told = async (who: SessionHandle): Promise<unknown> =>
    (await ask(who, 'GET', '/home')).tasks!.find(({ kind }) => kind === 'list-additions-to-decide');
  const [{ n } = { n: 0 }] = await rows<{ n: number }>(`select count(*)::int as n from list_addition where state = 'waiting'`);
  const found = (await told(ministry)) as { count: number; href: string };
  assert.deepEqual([found.count, found.href], [n, '/danh-muc']);
  assert.ok(n > 0);
  assert.equal(await told(administrator), undefined);
});
