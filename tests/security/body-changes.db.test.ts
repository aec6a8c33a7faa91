/**
 * Bodies as acts: one administrator makes a change with its decision, another puts it in force, and the tree of each day and of each time of knowledge
 * says so. Nobody does both, nobody reaches beyond the own bodies, and nothing is written that was not shown.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly detail?: { readonly vi: string };
  readonly id?: string;
  readonly state?: string;
  readonly planHash?: string;
  readonly items?: readonly Record<string, unknown>[];
  readonly lines?: readonly Record<string, unknown>[];
  readonly problems?: readonly { readonly code: string }[];
  readonly now?: { readonly name: string; readonly code: string; readonly above: readonly { readonly name: string }[] } | null;
  readonly names?: readonly Record<string, unknown>[];
  readonly codes?: readonly Record<string, unknown>[];
  readonly attributes?: readonly Record<string, unknown>[];
  readonly posts?: readonly Record<string, unknown>[];
  readonly standing?: string;
  readonly mayChange?: boolean;
}

let office: Office;
let folder: string;
let app: FastifyInstance;
let maker: SessionHandle;
let checker: SessionHandle;
let clerk: SessionHandle;
let country: readonly SessionHandle[];
let province: string;
let education: string;
let today: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  today = office.clock.today();
  maker = (await office.signedIn('000083000001', [['QT_BNDP', 'H26']])).handle;
  checker = (await office.signedIn('000083000002', [['QT_BNDP', 'H26']])).handle;
  clerk = (await office.signedIn('000083000003', [['NHAP_LIEU', 'H26.03']])).handle;
  country = [
    (await office.signedIn('000083000011', [['QT_BNDP', 'VN']])).handle,
    (await office.signedIn('000083000012', [['QT_BNDP', 'VN']])).handle,
  ];
  province = await office.body('H26');
  education = await office.body('H26.03');
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `doi-co-quan-so-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode };
}
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const decision = (): object => ({
  number: '45/QĐ-UBND',
  day: addDays(today, -20),
  signer: 'Nguyễn Văn An',
  issuedBy: 'UBND tỉnh Mẫu Sơn',
});
const asks = (operation: object, more: object = {}): object => ({
  on: today,
  operations: [operation],
  decision: decision(),
  send: true,
  ...more,
});
const school = (name: string, more: object = {}): object => ({
  kind: 'make',
  parentId: education,
  name,
  bodyKind: 'DVSN4',
  level: 'XA',
  ...more,
});

/** Asked by the one, put in force by the other. @returns id of the change */
async function inForce(change: object, [one, two]: readonly [SessionHandle, SessionHandle] = [maker, checker]): Promise<string> {
  const asked = await ask(one, 'POST', '/body-changes', change);
  assert.equal(asked.status, 201, JSON.stringify(asked));
  const shown = await ask(two, 'GET', `/body-changes/${asked.id}`);
  const done = await ask(two, 'POST', `/body-changes/${asked.id}/decision`, { inForce: true, planHash: shown.planHash });
  assert.equal(done.status, 200, JSON.stringify(done));
  return asked.id!;
}
const found = async (text: string) => (await ask(clerk, 'GET', `/bodies/found?q=${encodeURIComponent(text)}`)).items!;
const idOf = async (name: string): Promise<string> => String((await found(name))[0]!['id']);

test('a school is made by two hands, has its code, stands in the tree from its day on, and each act left its row', async () => {
  const from = addDays(today, 30);
  const asked = await ask(
    maker,
    'POST',
    '/body-changes',
    asks(school('Trường THCS Suối Mẫu', { scheme: 'ma_dinh_danh', code: 'H26.03.77' }), { on: from }),
  );
  assert.deepEqual([asked.status, asked.state], [201, 'waiting']);
  const path = `/body-changes/${asked.id}`;
  const shown = await ask(checker, 'GET', path);
  assert.deepEqual(
    shown.lines!.map(({ kind, before: was, after: will }) => [kind, was, will]),
    [
      ['make', null, 'Sở Giáo dục và Đào tạo (mẫu)'],
      ['give-code', null, 'H26.03.77'],
    ],
  );
  assert.equal((await ask(maker, 'POST', `${path}/decision`, { inForce: true, planHash: shown.planHash })).code, 'E-ORG-CHANGE-NOT-YOURS');
  assert.equal((await ask(clerk, 'POST', `${path}/decision`, { inForce: true, planHash: shown.planHash })).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(checker, 'POST', `${path}/decision`, { inForce: true, planHash: '0'.repeat(64) })).code, 'E-ORG-PLAN-STALE');
  assert.equal((await ask(checker, 'POST', `${path}/decision`, { inForce: false })).code, 'E-ORG-REFUSAL-WHY');
  assert.deepEqual(await found('Trường THCS Suối Mẫu'), []);
  assert.equal((await ask(checker, 'POST', `${path}/decision`, { inForce: true, planHash: shown.planHash })).status, 200);
  assert.equal((await ask(checker, 'POST', `${path}/decision`, { inForce: true, planHash: shown.planHash })).code, 'E-ORG-CHANGE-DECIDED');

  const id = await idOf('truong thcs suoi mau');
  assert.equal((await ask(clerk, 'GET', `/bodies/${id}`)).now, null, 'its day has not come');
  const then = await ask(clerk, 'GET', `/bodies/${id}?on=${from}`);
  assert.equal(then.now!.code, 'H26.03.77');
  assert.deepEqual(
    then.now!.above.map(({ name }) => name),
    ['Sở Giáo dục và Đào tạo (mẫu)', 'UBND thành phố Hà Nội', 'Cả nước'],
  );
  assert.equal(then.standing, 'official');
  const acts = await rows<{ act: string }>(
    `select act from audit_event where object_id = $1 and act like 'bodies.%' order by at, event_id`,
    [asked.id],
  );
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['bodies.drafted', 'bodies.asked', 'bodies.changed'],
  );
});

test('the day it is said for and the time it was known are kept apart', async () => {
  await inForce(asks(school('Trường Tiểu học Đồi Mẫu')));
  const id = await idOf('Trường Tiểu học Đồi Mẫu');
  const knownAt = await settledSince(
    (work) => office.owner.transaction(null, work),
    'select max(tx_from) from body_version where body_id = $1',
    [id],
  );
  const past = addDays(today, -3);
  assert.equal(
    (await ask(maker, 'POST', '/body-changes', asks({ kind: 'rename', bodyId: id, name: 'Trường Tiểu học Đồi Cao' }, { on: past }))).code,
    'E-ORG-NOT-THERE',
  );
  await inForce(asks({ kind: 'rename', bodyId: id, name: 'Trường Tiểu học Đồi Cao' }, { on: addDays(today, 10) }));
  const nameOn = async (query: string): Promise<string | undefined> => (await ask(clerk, 'GET', `/bodies/${id}?${query}`)).now?.name;
  assert.equal(await nameOn(`on=${today}`), 'Trường Tiểu học Đồi Mẫu');
  assert.equal(await nameOn(`on=${addDays(today, 9)}`), 'Trường Tiểu học Đồi Mẫu');
  assert.equal(await nameOn(`on=${addDays(today, 10)}`), 'Trường Tiểu học Đồi Cao');
  assert.equal(await nameOn(`on=${addDays(today, 10)}&knownAt=${knownAt}`), 'Trường Tiểu học Đồi Mẫu');
  // What is not settled may still change: no report is made at such a point.
  for (const asked of [`/bodies/${id}`, '/bodies/level'])
    assert.equal((await ask(clerk, 'GET', `${asked}?knownAt=${knownAt + 1_000_000}`)).code, 'E-KNOWN-AT-NOT-SETTLED', asked);
  const history = await ask(maker, 'GET', `/bodies/${id}/changes`);
  assert.deepEqual(
    history.items!.map(({ kind, madeBy, decidedBy }) => [kind, madeBy, decidedBy]),
    [
      ['rename', 'Người 001', 'Người 002'],
      ['make', 'Người 001', 'Người 002'],
    ],
  );
  const others = await ask(clerk, 'GET', `/bodies/${id}/changes`);
  assert.deepEqual(
    others.items!.map(({ madeBy }) => madeBy),
    [null, null],
    'a clerk does not learn who administers',
  );
});

test('a decision is asked for: its number, a day that has come, why it reaches back', async () => {
  const bodyId = await office.body('H26.03.02');
  const rename = { kind: 'rename', bodyId, name: 'Trường THCS Đồng Mẫu Hai' };
  for (const [change, code] of [
    [{ ...asks(rename), decision: undefined }, 'E-ORG-DECISION'],
    [asks(rename, { decision: { ...decision(), day: addDays(today, 1) } }), 'E-ORG-DECISION'],
    [asks(rename, { decision: { ...decision(), day: '1944-01-01' } }), 'E-ORG-DECISION'],
    [asks(rename, { on: addDays(today, -40) }), 'E-ORG-EFFECT-BEFORE'],
    [asks({ kind: 'rename', bodyId }), 'E-ORG-INCOMPLETE'],
    [asks({ kind: 'rename', bodyId, name: 'Trường THCS Đồng Mẫu' }), 'E-ORG-UNCHANGED'],
    [asks(school('Trường THPT Mẫu Sơn')), 'E-ORG-SIBLING-NAME'],
    [asks({ kind: 'give-code', bodyId, scheme: 'ma_dinh_danh', code: 'H26.02.01' }), 'E-ORG-CODE-TAKEN'],
    [asks({ kind: 'move', bodyId: education, parentId: bodyId }), 'E-ORG-CIRCLE'],
    [asks({ kind: 'end', bodyId: education }), 'E-ORG-CHILDREN'],
  ] as const)
    assert.equal((await ask(maker, 'POST', '/body-changes', change)).code, code, JSON.stringify(change));
  const back = asks(rename, { on: addDays(today, -40), decision: { ...decision(), word: 'Hiệu lực hồi tố theo khoản 2 của quyết định' } });
  const asked = await ask(maker, 'POST', '/body-changes', back);
  assert.equal(asked.status, 201);
  assert.equal((await ask(checker, 'POST', `/body-changes/${asked.id}/withdrawal`)).code, 'E-ORG-CHANGE-NOT-YOURS');
  assert.equal((await ask(maker, 'POST', `/body-changes/${asked.id}/withdrawal`)).status, 204);
});

test('nobody reaches beyond the own bodies; ministries and provinces are of the whole country', async () => {
  const other = await office.body('H41');
  assert.equal((await ask(maker, 'POST', '/body-changes', asks(school('Trường xa', { parentId: other })))).code, 'E-NOT-WITHIN-REACH');
  const name = 'UBND thành phố Hà Nội (mẫu)';
  assert.equal((await ask(maker, 'POST', '/body-changes', asks({ kind: 'rename', bodyId: province, name }))).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await ask(maker, 'GET', `/bodies/${province}`)).mayChange, false);
  await inForce(asks({ kind: 'attribute', bodyId: province, attribute: 'nhom_bndp', value: '26' }), [country[0]!, country[1]!]);
  const page = await ask(clerk, 'GET', `/bodies/${province}`);
  assert.deepEqual(
    page.attributes!.filter(({ until }) => until === null).map(({ value }) => value),
    ['26'],
  );
  await inForce(asks({ kind: 'establish', bodyId: education, postKind: 'HC', posts: 130 }));
  await inForce(asks({ kind: 'establish', bodyId: education, postKind: 'HC', posts: 120 }, { on: addDays(today, 1) }));
  assert.deepEqual(
    (await ask(clerk, 'GET', `/bodies/${education}`)).posts!.map(({ posts, from }) => [posts, from]),
    [
      [130, today],
      [120, addDays(today, 1)],
    ],
  );
});

test('a draft is its maker’s; the tree that changed meanwhile asks to look again; a scan goes with its decision', async () => {
  const bodyId = await office.body('H26.03.01');
  const draft = await ask(maker, 'POST', '/body-changes', asks({ kind: 'rename', bodyId, name: 'Trường THPT Mẫu Lâm' }, { send: false }));
  assert.equal(draft.state, 'draft');
  assert.equal((await ask(checker, 'GET', '/body-changes')).items!.filter(({ state }) => state === 'draft').length, 0);
  const bytes = Buffer.from('%PDF-1.7 quyết định');
  const kept = await app.inject({
    method: 'POST',
    url: '/api/v1/body-changes/files',
    headers: {
      cookie: `congvu=${maker}`,
      origin: ORIGIN,
      'idempotency-key': `tep-quyet-dinh-${++key}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'qd.pdf',
    },
    payload: bytes,
  });
  assert.equal(kept.statusCode, 201, kept.body);
  const { sha256 } = kept.json<{ sha256: string }>();
  assert.equal((await ask(checker, 'POST', `/body-changes/${draft.id}/sending`, { decision: decision() })).code, 'E-ORG-CHANGE-NOT-YOURS');
  assert.equal((await ask(maker, 'POST', `/body-changes/${draft.id}/sending`, { decision: decision(), file: sha256 })).status, 200);
  const file = await app.inject({ method: 'GET', url: `/api/v1/body-changes/${draft.id}/file`, headers: { cookie: `congvu=${checker}` } });
  assert.deepEqual([file.statusCode, file.rawPayload.equals(bytes)], [200, true]);
  const shown = await ask(checker, 'GET', `/body-changes/${draft.id}`);
  await inForce(asks({ kind: 'move', bodyId, parentId: province }));
  assert.equal(
    (await ask(checker, 'POST', `/body-changes/${draft.id}/decision`, { inForce: true, planHash: shown.planHash })).code,
    'E-ORG-PLAN-STALE',
  );
  assert.equal(
    (await ask(checker, 'POST', `/body-changes/${draft.id}/decision`, { inForce: false, reason: 'đã chuyển cơ quan' })).status,
    200,
  );
  const elsewhere = await office.signedIn('000083000021', [['QT_BNDP', 'H41']]);
  assert.equal((await ask(elsewhere.handle, 'GET', `/body-changes/${draft.id}`)).code, 'E-NOT-WITHIN-REACH');
  const stolen = await ask(elsewhere.handle, 'POST', '/body-changes', {
    ...asks(school('Trường của nơi khác', { parentId: await office.body('H41') })),
    file: sha256,
  });
  assert.equal(stolen.code, 'E-NOT-WITHIN-REACH', 'the scan of another is nobody else’s to name');
});

test('whoever has no second administrator is told so before anything waits', async () => {
  const others = `account_id in (select account_id from role_grant where role = 'QT_BNDP') and name <> 'Người 001'`;
  await rows(`update account set disabled_at = now() where ${others}`);
  const asked = await ask(maker, 'POST', '/body-changes', asks(school('Trường Núi Mẫu')));
  await rows(`update account set disabled_at = null where ${others}`);
  assert.equal(asked.code, 'E-ORG-NO-SECOND');
  assert.equal((await ask(maker, 'POST', '/body-changes', asks(school('Trường Núi Mẫu')))).status, 201);
});

test('the database holds the same walls: rows of bodies are written by a change in force alone, and by who put it in force', async () => {
  const write = (who: SessionHandle, event: string): Promise<unknown> =>
    office.as(who, (tx) =>
      tx.query(
        `insert into body_version (body_id, version, parent_id, managing_id, name, kind, level, valid_from, by_event, source, confidence)
         values ($1, 900, $2, $2, 'Giả', 'CQHC', 'TINH', '2026-01-01', $3, 'thử', 'known')`,
        [education, province, event],
      ),
    );
  const [last] = await rows<{ id: string }>(
    `select change_id as id from body_change where state = 'in-force' order by decided_at desc limit 1`,
  );
  for (const who of [maker, checker, clerk, country[0]!]) await assert.rejects(write(who, last!.id), /row-level security/);
  await assert.rejects(
    office.as(maker, (tx) =>
      tx.query(`update body_version set tx_to = record_tx(), closed_by = $2 where body_id = $1`, [education, last!.id]),
    ),
    /row-level security/,
  );
  const draft = await ask(maker, 'POST', '/body-changes', asks({ kind: 'rename', bodyId: education, name: 'Sở Học Mẫu' }));
  await assert.rejects(
    office.as(maker, (tx) =>
      tx.query(
        `update body_change set state = 'in-force', decided_by = session_person(), decided_at = now(), tx = record_tx() where change_id = $1`,
        [draft.id],
      ),
    ),
    /row-level security|violates/,
  );
});
