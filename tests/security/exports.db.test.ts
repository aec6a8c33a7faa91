/** Lists of people that somebody takes along: what they hold, who grants them, whose copy it is, and that nothing of them stays. Decision 0045. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { takeGrant } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { exportOnce } from '#uses/exports/build.ts';
import type { ExportNeeds } from '#uses/exports/build.ts';
import { exportRulesOn } from '#uses/exports/rules.ts';
import { exportNeedsOf, partsOf } from './exports-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ALL = ['name', 'number', 'birth', 'body', 'post', 'jobTitle', 'grade', 'kind', 'status', 'match'];
const REASON = 'Rà soát chế độ theo công văn 12/SNV';
let agency: Agency;
let folder: string;
let app: FastifyInstance;
let needs: ExportNeeds;
let system: SessionHandle;
let alone: number;
let administrator: SessionHandle;

before(async () => {
  agency = await anAgency('H26.03.01');
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  const { office } = agency;
  needs = await exportNeedsOf(agency);
  system = await needs.jobSession(null);
  alone = exportRulesOn(office.clock.today()).peopleAlone;
  administrator = (await office.signedIn('000083730001', [['QT_BNDP', 'H26']])).handle;
  const people = Array.from({ length: alone + 2 }, (_, n) => ({
    number: `000190${String(770_000 + n)}`,
    name: n === 0 ? 'Nguyễn Văn Đầu' : `Nguyễn Văn Xuất ${n}`,
    more: { A: { loaiDoiTuong: n < 3 ? 'CC' : 'VC' } },
  }));
  const submissionId = await agency.sends(people);
  for (const personId of await agency.waiting(submissionId))
    assert.ok((await agency.confirms(submissionId, personId, { mismatchReason: 'DAN_CU_CHUA_CAP_NHAT' })).ok);
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function send(handle: string, method: 'GET' | 'POST', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `xuat-danh-sach-${++key}` },
    ...(payload ? { payload } : {}),
  });
  return answer;
}
const ask = (handle: string, wanted: object, changed: object = {}) =>
  send(handle, 'POST', '/exports', { wanted, columns: ALL, purpose: 'STATISTICS', reason: REASON, ...changed });
interface Stands {
  readonly id: string;
  readonly state: string;
  readonly counts: object | null;
  readonly problem: string | null;
  readonly copies: number;
}
const mine = async (handle: string, id: string): Promise<Stands> =>
  (await send(handle, 'GET', '/exports')).json<{ items: Stands[] }>().items.find((one) => one.id === id)!;
const download = (handle: string, id: string) => send(handle, 'GET', `/exports/${id}/list.xlsx`);
const rows = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

test('a few people need a reason alone: built in the name of who asked, with the marks of the copy, and told to everybody who is in it', async () => {
  const { handle, accountId } = agency.clerk;
  const asked = await ask(handle, { kind: 'CC' });
  const { id, number, people } = asked.json<{ id: string; number: string; people: number }>();
  assert.deepEqual([asked.statusCode, people], [201, 3]);
  assert.equal((await download(handle, id)).json<{ code: string }>().code, 'E-EXPORT-NOT-READY');
  assert.equal(await exportOnce(needs), 'more');
  const { state, counts } = await mine(handle, id);
  assert.deepEqual([state, counts], ['ready', { found: 3, exported: 3, leftOut: 0, masked: 0 }]);
  const first = await partsOf((await download(handle, id)).rawPayload);
  const second = await partsOf((await download(handle, id)).rawPayload);
  const sheet = first.get('xl/worksheets/sheet1.xml')!;
  for (const text of [number, 'Nguyễn Văn Đầu', REASON, 'Thống kê', 'Không sao chép', 'Tìm thấy 3 = xuất 3 + để lại 0'])
    assert.ok(sheet.includes(text), text);
  assert.match(sheet, /<oddHeader>.*Danh sách XD-/);
  assert.match(sheet, /<oddFooter>.*&amp;P\/&amp;N/);
  assert.equal(sheet, second.get('xl/worksheets/sheet1.xml'));
  assert.equal((sheet.match(/000190770/g) ?? []).length, 0, 'numbers stay masked');
  for (const part of ['docProps/custom.xml', 'xl/worksheets/sheet2.xml']) {
    assert.ok(first.get(part)!.includes(`${number}/1/`) && second.get(part)!.includes(`${number}/2/`), part);
    assert.notEqual(first.get(part), second.get(part));
  }
  const [made] = await rows<{ listed: string[]; role: string; purpose: string }>(
    "select listed, role, purpose from audit_event where act = 'export.made' and actor_id = $1",
    [accountId],
  );
  assert.deepEqual([made!.listed.length, made!.role, made!.purpose], [3, 'NHAP_LIEU', 'STATISTICS']);
  const taken = await rows("select revision from audit_event where act = 'file.read' and object_id = $1", [id]);
  assert.deepEqual(taken.length, 2);
  assert.equal((await download(agency.officer.handle, id)).json<{ code: string }>().code, 'E-EXPORT-NOT-READY', 'nobody else’s');
  const sessions = await rows('select 1 as one from session where account_id = $1 and agent like $2 and ended_at is null', [
    accountId,
    '%XD-%',
  ]);
  assert.deepEqual(sessions, [], 'the session in their name has ended');
});

test('many people need a second person, on the page where readings beyond the budget are granted; never who asked', async () => {
  const { handle } = agency.clerk;
  const asked = await ask(handle, { status: undefined, bodyId: agency.bodyId });
  const { id, people, waits } = asked.json<{ id: string; people: number; waits: boolean }>();
  assert.deepEqual([asked.statusCode, people, waits], [202, alone + 2, true]);
  assert.equal(await exportOnce(needs), 'done');
  const requests = (await send(administrator, 'GET', '/reading-allowances')).json<{
    items: { id: string; reason: string; people: number }[];
  }>();
  const request = requests.items.find(({ reason }) => reason.includes('XD-'))!;
  assert.equal(request.people, alone + 2);
  assert.notEqual((await send(handle, 'POST', `/reading-allowances/${request.id}/decision`, { granted: true })).statusCode, 204);
  // Nor by SQL in their own name: a file stands only where it was granted.
  await assert.rejects(
    agency.office.as(handle, (tx) =>
      tx.query("update people_export set state = 'ready', file_sealed = '\\x00' where export_id = $1", [id]),
    ),
    /row-level security/,
  );
  assert.equal((await mine(handle, id)).state, 'waiting');
  assert.equal((await send(administrator, 'POST', `/reading-allowances/${request.id}/decision`, { granted: true })).statusCode, 204);
  assert.equal((await mine(handle, id)).state, 'granted');
  assert.equal(await exportOnce(needs), 'more');
  assert.deepEqual((await mine(handle, id)).counts, { found: alone + 2, exported: alone + 2, leftOut: 0, masked: 0 });
  const refused = (await ask(handle, { bodyId: agency.bodyId })).json<{ id: string }>();
  const again = (await send(administrator, 'GET', '/reading-allowances')).json<{ items: { id: string; granted: boolean | null }[] }>();
  const open = again.items.find(({ granted }) => granted === null)!;
  await send(administrator, 'POST', `/reading-allowances/${open.id}/decision`, { granted: false });
  assert.equal(await exportOnce(needs), 'done');
  assert.equal((await mine(handle, refused.id)).state, 'refused');
});

test('what the roles of who asked do not see stays hidden, and is counted; a role that was taken builds nothing', async () => {
  const { office } = agency;
  const head = await office.signedIn('000074730001', [['LD_DON_VI', 'H26.03.01']]);
  const asked = (await ask(head.handle, { kind: 'CC' })).json<{ id: string }>();
  await office.as(system, async (tx) => {
    const [own] = await tx.query<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [head.accountId]);
    await takeGrant(tx, own!.grant_id);
  });
  await exportOnce(needs);
  const [row] = await rows<{ state: string; problem: string }>('select state, problem from people_export where export_id = $1', [asked.id]);
  assert.deepEqual([row!.state, row!.problem], ['failed', 'E-NOT-ALLOWED']);
  assert.equal((await ask(administrator, { kind: 'CC' })).statusCode, 403, 'who sees no records takes none along');
});

test('nobody, the same column twice, a stranger’s agency are refused', async () => {
  const { handle } = agency.clerk;
  for (const [wanted, changed, code] of [
    [{ kind: 'CB' }, {}, 'E-EXPORT-NOBODY'],
    [{ kind: 'CC' }, { columns: ['name', 'name'] }, 'E-EXPORT-COLUMNS'],
    [{ kind: 'CC', bodyId: await agency.office.body('H41') }, {}, 'E-NOT-WITHIN-REACH'],
  ] as const)
    assert.equal((await ask(handle, wanted, changed)).json<{ code: string }>().code, code);
});

test('its time over, the file is deleted; what was asked and how often it was taken stays', async () => {
  const { handle } = agency.clerk;
  const { id } = (await ask(handle, { kind: 'CC' })).json<{ id: string }>();
  await exportOnce(needs);
  assert.equal((await download(handle, id)).statusCode, 200);
  await rows("update people_export set ends_at = now() - interval '1 minute' where export_id = $1", [id]);
  assert.equal((await download(handle, id)).json<{ code: string }>().code, 'E-EXPORT-NOT-READY');
  await exportOnce(needs);
  const [row] = await rows<{ state: string; file_sealed: Buffer | null; copies: number }>(
    'select state, file_sealed, copies from people_export where export_id = $1',
    [id],
  );
  assert.deepEqual([row!.state, row!.file_sealed, row!.copies], ['deleted', null, 1]);
});
