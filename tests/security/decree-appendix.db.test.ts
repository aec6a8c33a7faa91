/** The appendix of the decree: not at hand until who keeps the lists of the country brings it in; then the page has the figures of the command. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { coverageOf, mapName } from '#standard/decree/appendix.ts';
import { STATED_FIELDS, decreePlace } from '#standard/decree/place.ts';
import { appendixIn } from '#authority/code-lists/appendix-table.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'administrator' | 'ministry' | 'clerk' | 'provincial', SessionHandle>;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.administrator = (await office.signedIn('000083000001', [['QT_BNDP', 'H26']])).handle;
  who.ministry = (await office.signedIn('000178000001', [['VU_CCVC', 'VN']])).handle;
  who.clerk = (await office.signedIn('000178000002', [['NHAP_LIEU', 'H26']])).handle;
  // The role of the department, over a province alone.
  who.provincial = (await office.signedIn('000178000003', [['VU_CCVC', 'H26']])).handle;
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly appendix?: { readonly source: string } | null;
  readonly names?: number;
  readonly mapped?: number;
  readonly several?: number;
  readonly unknown?: number;
  readonly own?: number;
  readonly mayBring?: boolean;
  readonly groups?: readonly {
    readonly code: string;
    readonly names: number;
    readonly ours: number;
    readonly unnamed: readonly object[];
  }[];
  readonly open?: readonly { readonly name: string; readonly outcome: string; readonly candidates: readonly { readonly key: string }[] }[];
}
let key = 0;
async function ask(handle: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `phu-luc-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...answer.json<object>(), status: answer.statusCode };
}

/** An invented appendix of as many names as the decree counts. */
const INVENTED = [
  'STT;Tên;Nhóm;Loại;Nguồn;Khóa',
  ...FIELDS.filter(({ key: of }) => decreePlace(of).scope === 'national')
    .slice(0, 150)
    .map((field, at) => `${at + 1};${field.label.vi};${decreePlace(field.key).group};Dữ liệu chủ;;${field.key}`),
  ...Array.from({ length: STATED_FIELDS - 151 }, (_, at) => `${at + 151};Trường bịa số ${at};4;;Bộ Nội vụ;`),
  `${STATED_FIELDS};Quyết định;;;;`,
].join('\n');
const SOURCE = 'Phụ lục bịa để thử';

test('until somebody has brought it in, it is not at hand: what is ours is counted by group, and no name', async () => {
  const found = await ask(who.administrator, 'GET', '/decree-coverage');
  assert.deepEqual([found.status, found.appendix, found.names, found.open, found.mayBring], [200, null, 0, [], false]);
  const ours = found.groups!.reduce((sum, group) => sum + group.ours, 0);
  assert.equal(ours + found.own!, FIELDS.length);
  assert.equal((await ask(who.ministry, 'GET', '/decree-coverage')).mayBring, true);
});

test('who keeps the lists of the country brings it in, nobody else; what is no table is refused', async () => {
  assert.equal((await ask(who.clerk, 'GET', '/decree-coverage')).code, 'E-NOT-ALLOWED');
  for (const handle of [who.clerk, who.administrator])
    assert.equal((await ask(handle, 'POST', '/decree-appendix', { table: INVENTED, source: SOURCE })).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(who.provincial, 'POST', '/decree-appendix', { table: INVENTED, source: SOURCE })).code, 'E-NOT-WITHIN-REACH');
  for (const [table, code] of [
    ['chỉ là lời', 'E-APPENDIX-HEADS'],
    ['a,b\n1,2', 'E-APPENDIX-HEADS'],
    ['STT,Tên\n1,', 'E-APPENDIX-EMPTY'],
    [`STT,Tên\n${'1,a\n'.repeat(5_001)}`, 'E-APPENDIX-LONG'],
  ] as const)
    assert.equal((await ask(who.ministry, 'POST', '/decree-appendix', { table, source: SOURCE })).code, code);
  assert.equal((await ask(who.ministry, 'GET', '/decree-coverage')).appendix, null, 'nothing refused was kept');
});

test('brought in, the page has the figures of the command, the newest counts, and the log has a row', async () => {
  assert.equal((await ask(who.ministry, 'POST', '/decree-appendix', { table: 'STT,Tên\n1,Ngày sinh', source: SOURCE })).names, 1);
  assert.equal((await ask(who.ministry, 'POST', '/decree-appendix', { table: INVENTED, source: SOURCE })).status, 201);
  const names = appendixIn(Buffer.from(INVENTED));
  assert.ok(names.ok);
  const command = coverageOf(names.value.map(mapName));
  const page = await ask(who.administrator, 'GET', '/decree-coverage');
  assert.equal(page.names, STATED_FIELDS);
  assert.deepEqual(
    [page.names, page.mapped, page.several, page.unknown],
    [command.names, command.mapped, command.several, command.unknown],
  );
  assert.deepEqual(
    page.groups!.map(({ code, names: stated, ours, unnamed }) => [code, stated, ours, unnamed.length]),
    command.groups.map(({ group, names: stated, ours, unnamed }) => [group, stated, ours, unnamed.length]),
  );
  assert.equal(page.open!.length, command.several + command.unknown, 'nothing is lost');
  assert.equal(page.appendix!.source, SOURCE);
  const logged = await office.owner.transaction(null, (tx) => tx.query(`select 1 as one from audit_event where act = 'appendix.brought'`));
  assert.equal(logged.length, 2);
});

test('row-level security alone: who does not keep the lists adds none, and nobody changes one', async () => {
  const add = (handle: SessionHandle) =>
    office.as(handle, (tx) =>
      tx.query(
        `insert into decree_appendix (appendix_id, brought_at, brought_by, source, names) values (gen_random_uuid(), now(), session_person(), 'thử xem', '[]')`,
      ),
    );
  await assert.rejects(add(who.administrator), /row-level security/);
  await assert.rejects(add(who.provincial), /row-level security/);
  await assert.rejects(
    office.as(who.ministry, (tx) => tx.query(`update decree_appendix set source = 'khác hẳn'`)),
    /permission denied/,
  );
});
