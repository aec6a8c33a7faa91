/**
 * A record that is kept apart is found by nobody but those who keep such records for the body that manages it, and is taken along by nobody at all: by the
 * server's routes, and by row-level security alone. Two people mark it, and two end it. Decision 0107.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { collectAll } from '#uses/notices/collected-for-tests.ts';
import { noticesOf } from '#uses/notices/store.ts';
import { OUTLETS } from '../outlets.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NUMBER = '000190107001';
const NAME = 'Lò Văn Riêng';
let school: Agency;
let folder: string;
let app: FastifyInstance;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
type Who = 'head' | 'clerk' | 'officer' | 'matcher' | 'admin' | 'ministry' | 'elsewhere' | 'me' | 'auditor';
const who = {} as Record<Who, Signed>;
let personId: string;
let other: string;
/** the file in which both were sent */
let sentIn: string;
let cards: CardOffice;
/** somebody with a card */
let holder: string;

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  folder = await dataFolder();
  app = await aServer(office, folder);
  const sent = await school.sends([
    { number: NUMBER, name: NAME, more: {} },
    { number: '000190107002', name: 'Lò Văn Chung', more: {} },
  ]);
  sentIn = sent;
  cards = await aCardOffice('ab'.repeat(32), { office, bodyCode: 'H26.03.01' });
  holder = await cards.hires();
  for (const id of await school.waiting(sent)) assert.ok((await school.confirms(sent, id)).ok);
  [personId, other] = (await Promise.all(
    [NAME, 'Lò Văn Chung'].map(
      async (name) => (await owner<{ person_id: string }>('select person_id from person where full_name = $1', [name]))[0]!.person_id,
    ),
  )) as [string, string];
  const signed = (n: number, role: Parameters<typeof office.signedIn>[1][number][0], body: string): Promise<Signed> =>
    office.signedIn(`0001901070${n}`, [[role, body]]);
  who.officer = school.officer;
  who.clerk = school.clerk;
  who.head = await signed(11, 'LD_DON_VI', 'H26.03.01');
  who.matcher = await signed(12, 'DOI_SOAT', 'H26.03.01');
  who.admin = await signed(13, 'QT_BNDP', 'H26');
  who.ministry = await signed(14, 'VU_CCVC', 'H26');
  who.elsewhere = await signed(15, 'XAC_NHAN', 'H41.01');
  who.auditor = await signed(16, 'GIAM_SAT', 'H26');
  who.me = await office.signedIn(NUMBER, [['CA_NHAN', 'H26.03.01']]);
});
after(async () => {
  await app?.close();
  await school?.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
let asked = 0;
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}
async function ask({ handle }: Signed, path: string, body?: object): Promise<Answer> {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `quan-ly-rieng-${++asked}` },
    ...(body ? { payload: body } : {}),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, text: answer.body, body: isJson ? answer.json<Record<string, unknown>>() : {} };
}
const code = ({ body }: Answer): unknown => body['code'];
const items = (answer: Answer): readonly Readonly<Record<string, unknown>>[] => answer.body['items'] as never;
const paper = { number: '07/QĐ', day: '2026-11-20', issuer: 'Sở Giáo dục và Đào tạo' };
const wantsMark = (changed: object = {}) => ({ personId, kind: 'mark', class: 'MAT', paper, fromDay: '2026-11-20', ...changed });
const finds = async (by: Signed): Promise<string[]> => {
  const answer = await ask(by, '/people/search', { name: 'Lò Văn' });
  return items(answer)
    .map(({ name }) => String(name))
    .toSorted();
};
/** Every row of every table of people that this session sees of somebody, by SQL alone. */
async function rowsSeen({ handle }: Signed, of: string): Promise<string[]> {
  const tables = await owner<{ t: string; c: string }>(
    `select c.relname as t, a.attname as c from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition and a.attname in ('person_id', 'merged_person', 'into_person', 'other_person_id', 'object_id', 'subject_id')
        and a.atttypid = 'uuid'::regtype`,
  );
  const seen: string[] = [];
  for (const { t, c } of tables) {
    const rows = await school.office
      .as(handle, (tx) =>
        tx.query(
          `select 1 as one from ${t} where ${c} = $1 ${t === 'audit_event' ? 'and actor_id is distinct from session_person()' : ''} limit 1`,
          [of],
        ),
      )
      .catch((error: Error) => {
        if (/permission denied/.test(error.message)) return [];
        throw error;
      });
    if (rows.length > 0) seen.push(t);
  }
  return seen;
}
let mark: string;

test('whoever confirms asks, on a document and of a class of the list; what does not fit is refused by name', async () => {
  assert.deepEqual(await finds(who.matcher), ['Lò Văn Chung', NAME], 'before the mark');
  assert.ok((await rowsSeen(who.matcher, personId)).includes('person_version'));
  const shown = await ask(who.officer, `/people/${personId}/kept-apart`);
  assert.deepEqual([shown.body['kind'], shown.body['open']], ['mark', false]);
  for (const [request, expected] of [
    [wantsMark({ class: 'RAT_MAT' }), 'E-KEPT-APART-CLASS'],
    [wantsMark({ class: undefined }), 'E-KEPT-APART-CLASS'],
    [wantsMark({ paper: { ...paper, number: '  ' } }), 'E-KEPT-APART-PAPER'],
    [wantsMark({ paper: { ...paper, day: '2999-01-01' } }), 'E-KEPT-APART-PAPER'],
    [wantsMark({ fromDay: '2026-02-30' }), 'E-KEPT-APART-PAPER'],
    [wantsMark({ kind: 'end' }), 'E-KEPT-APART-STANDING'],
  ] as const)
    assert.equal(code(await ask(who.officer, '/kept-apart', request)), expected, JSON.stringify(request));
  for (const by of [who.clerk, who.head, who.matcher, who.admin, who.elsewhere, who.me])
    assert.ok([403, 404].includes((await ask(by, '/kept-apart', wantsMark())).status));
  const made = await ask(who.officer, '/kept-apart', wantsMark());
  assert.equal(made.status, 200, made.text);
  mark = String(made.body['id']);
  assert.equal(code(await ask(who.officer, '/kept-apart', wantsMark())), 'E-KEPT-APART-OPEN');
  assert.deepEqual(await finds(who.matcher), ['Lò Văn Chung', NAME], 'what is asked for hides nobody yet');
});

test('a second human decides: not who asked, by no account of theirs, and not by SQL alone', async () => {
  const granted = { answer: 'grant' };
  for (const by of [who.officer, who.matcher, who.admin, who.elsewhere])
    assert.ok([403, 404].includes((await ask(by, `/kept-apart/${mark}/decision`, granted)).status));
  for (const by of [who.officer, who.matcher])
    assert.deepEqual(
      await school.office
        .as(by.handle, (tx) =>
          tx.query(
            `update kept_apart set state = 'granted', decided_by = session_person(), decided_name = '', decided_at = now() where request_id = $1 returning 1`,
            [mark],
          ),
        )
        .catch(() => []),
      [],
    );
  await assert.rejects(
    school.office.as(who.matcher.handle, (tx) =>
      tx.query(
        `insert into kept_apart (person_id, request_id, kind, body_id, class, paper, from_day, asked_by, asked_name, asked_at)
         values ($1, gen_random_uuid(), 'mark', $2, 'MAT', '{}', '2026-11-20', session_person(), '', now())`,
        [other, school.bodyId],
      ),
    ),
    /row-level security/,
  );
  assert.equal(code(await ask(who.head, `/kept-apart/${mark}/decision`, { answer: 'refuse', reason: 'không' })), 'E-KEPT-APART-REFUSAL');
  const done = await ask(who.head, `/kept-apart/${mark}/decision`, granted);
  assert.equal(done.status, 204, done.text);
  assert.equal(code(await ask(who.head, `/kept-apart/${mark}/decision`, granted)), 'E-KEPT-APART-GONE');
});

test('nobody else finds the record: no search, no count, no page, on no day; each attempt leaves its row', async () => {
  for (const by of [who.clerk, who.matcher, who.admin, who.ministry, who.elsewhere]) {
    assert.ok(!(await finds(by)).includes(NAME));
    const before_ = (await owner('select 1 as one from audit_event where object_id = $1 and act = $2', [personId, 'access.refused']))
      .length;
    for (const path of [
      '',
      '?validOn=2026-11-05',
      '/history?field=hoTenKhaiSinh',
      '/attestations',
      '/reads',
      '/card',
      '/portrait',
      '/kept-apart',
    ])
      assert.ok([403, 404].includes((await ask(by, `/people/${personId}${path}`)).status), path);
    const after_ = await owner<{ one: number }>('select 1 as one from audit_event where object_id = $1 and act = $2', [
      personId,
      'access.refused',
    ]);
    assert.ok(after_.length > before_, 'who tries is seen');
  }
  assert.deepEqual(await finds(who.matcher), ['Lò Văn Chung'], 'others are found as before');
  const [row] = await school.office.as(who.matcher.handle, (tx) =>
    tx.query<{ n: number }>(`select count_people('{"name": "% lo van %"}', null, 50) as n`),
  );
  assert.ok(row!.n <= 1);
  const byNumber = await ask(who.matcher, '/people/search', { nationalId: NUMBER });
  assert.ok(!byNumber.text.includes(NAME), byNumber.text);
});

test('no row of any table, by SQL alone; the keepers and the installation see them', async () => {
  for (const name of ['clerk', 'matcher', 'admin', 'ministry', 'elsewhere', 'auditor', 'me'] as const)
    assert.deepEqual(await rowsSeen(who[name], personId), [], name);
  for (const name of ['officer', 'head'] as const) assert.ok((await rowsSeen(who[name], personId)).includes('person_version'), name);
  assert.ok((await rowsSeen(who.matcher, other)).includes('person_version'), 'others are seen as before');
});

test('keepers read on, and take nothing along', async () => {
  assert.deepEqual(await finds(who.officer), ['Lò Văn Chung', NAME]);
  assert.equal((await ask(who.officer, `/people/${personId}`)).status, 200);
  const list = items(await ask(who.head, '/kept-apart'));
  assert.deepEqual(
    list.map((one) => [one['name'], one['stands'], one['kind']]),
    [[NAME, true, 'mark']],
  );
  assert.deepEqual(items(await ask(who.elsewhere, '/kept-apart')), []);
  for (const [path, body] of [
    [`/people/${personId}/conversions`, { form: '2c-bnv-2008' }],
    [`/people/${personId}/cvs`, {}],
    [`/people/${personId}/conversions`, undefined],
    [`/people/${personId}/forms/2c-bnv-2008`, undefined],
    [
      '/exports',
      {
        form: 'person-extract',
        personId,
        wanted: {},
        columns: [],
        ground: 'Công văn 45/SNV-CCVC ngày 20/11/2026',
        purpose: 'CONSULT',
        reason: 'Rà soát chế độ theo công văn 45',
      },
    ],
  ] as const) {
    const answer = await ask(who.officer, path, body);
    assert.equal(code(answer), 'E-RECORD-KEPT-APART', `${path}: ${answer.text}`);
  }
});

test('the person learns that the record is kept apart and whom to ask, and no more', async () => {
  const me = await ask(who.me, '/me');
  assert.equal(me.status, 200, me.text);
  assert.deepEqual(
    [me.body['registered'], me.body['person'], (me.body['keptApart'] as { fromDay: string }).fromDay],
    [false, null, '2026-11-20'],
  );
  assert.ok(!me.text.includes('MAT'), 'not the class');
  for (const path of ['/me/groups/B', '/me/card', '/me/data.json', '/me/reads', '/me/consents'])
    assert.ok(!(await ask(who.me, path)).text.includes(NAME), path);
});

/** Where an operation is asked for, with what of theirs it could be asked about. */
async function addresses(): Promise<ReadonlyMap<string, { readonly method: string; readonly path: string }>> {
  const described = (await app.inject('/openapi.json')).json<{ paths: Record<string, Record<string, { operationId?: string }>> }>();
  const whose = (path: string): string =>
    path
      .replace('{submissionId}', sentIn)
      .replace('{personId}', personId)
      .replace(/(submissions|queue|lists)\/\{id\}/, `$1/${sentIn}`)
      .replace('{group}', 'B')
      .replace('{form}', '2c-bnv-2008')
      .replace('{which}', 'after')
      .replace(/\{(line|no)\}/, '1')
      .replace(/\{[a-zA-Z]+\}/g, personId);
  return new Map(
    Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { operationId }]) =>
        operationId === undefined ? [] : [[operationId, { method, path: whose(path.replace('/api/v1', '')) }] as const],
      ),
    ),
  );
}

test('every outlet, asked for by everybody who keeps no such records, says nothing of them', async () => {
  const known = await addresses();
  let walked = 0;
  for (const [operation, treatment] of Object.entries(OUTLETS)) {
    const at = known.get(operation);
    if (treatment === 'nobody' || at?.method !== 'get') continue;
    for (const name of treatment === 'told'
      ? (['me'] as const)
      : (['clerk', 'matcher', 'admin', 'ministry', 'elsewhere', 'auditor'] as const)) {
      const answer = await ask(who[name], at.path);
      assert.ok(answer.status < 500, `${operation} by ${name}: ${answer.text}`);
      assert.ok(!answer.text.includes(NAME) && !answer.text.includes(NUMBER), `${operation} by ${name}: ${answer.text.slice(0, 300)}`);
      walked++;
    }
    if (treatment === 'refused' && !/{|attestations\/|conversions\/|cvs\//.test(at.path))
      assert.equal(code(await ask(who.officer, at.path)), 'E-RECORD-KEPT-APART', operation);
  }
  assert.ok(walked > 200, String(walked));
});

test('a card ends with the mark, every copy with it, and none begins while it stands', async () => {
  assert.ok(await cards.held(holder));
  const asked_ = await ask(who.officer, '/kept-apart', wantsMark({ personId: holder }));
  const grants = (id: unknown) => ask(who.head, `/kept-apart/${String(id)}/decision`, { answer: 'grant' });
  const done = await grants(asked_.body['id']);
  assert.equal(done.status, 204, done.text);
  assert.equal(await cards.held(holder), null);
  assert.deepEqual(
    (await owner<{ reason: string }>('select reason from card_revocation where person_id = $1', [holder])).map(({ reason }) => reason),
    ['QUAN_LY_RIENG'],
  );
  const change = { F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Giáo viên chính' } };
  await cards.registers(holder, change);
  assert.equal(await cards.held(holder), null, 'a change of the record brings none');
  const ends = await ask(who.officer, '/kept-apart', { personId: holder, kind: 'end', paper, fromDay: '2026-11-25' });
  assert.equal((await grants(ends.body['id'])).status, 204);
  await cards.registers(holder, { F: { ...change.F, 'viTriViecLam.ten': 'Giáo viên cao cấp' } });
  assert.ok(await cards.held(holder), 'the next change after the end does');
});

test('who is held back from having a card is not released while the record is kept apart', async () => {
  const held = await cards.hires({}, { number: '000190107031' });
  assert.equal((await ask(who.officer, `/people/${held}/card/end`, { reason: 'CHO_MUON' })).status, 200);
  const second = await school.office.signedIn('000190107032', [['XAC_NHAN', 'H26.03.01']]);
  const grants = async (request: object): Promise<void> => {
    const made = await ask(who.officer, '/kept-apart', request);
    assert.equal((await ask(who.head, `/kept-apart/${String(made.body['id'])}/decision`, { answer: 'grant' })).status, 204, made.text);
  };
  await grants(wantsMark({ personId: held }));
  const release = () => ask(second, `/people/${held}/card/release`, { reason: 'DA_XU_LY', paper: '12/KL-SNV' });
  assert.equal(code(await release()), 'E-RECORD-KEPT-APART');
  await grants({ personId: held, kind: 'end', paper, fromDay: '2026-11-25' });
  assert.equal((await release()).status, 200);
});

test('a file that was sent before is handed out whole to keepers alone, and its other people are seen', async () => {
  assert.equal(code(await ask(who.clerk, `/submissions/${sentIn}/original`)), 'E-RECORD-KEPT-APART');
  assert.notEqual(code(await ask(who.officer, `/submissions/${sentIn}/original`)), 'E-RECORD-KEPT-APART');
});

const GROUND = { decisionNumber: '12/QĐ-SNV', decisionDate: '2026-11-20', reason: 'Điều động theo quyết định' };

test('no case is opened about them: not by another body that knows the number, not by keepers, and nobody is merged with them', async () => {
  const bodyId = await school.office.body('H41.01');
  const asks = { bodyId, nationalId: NUMBER, effectiveOn: '2026-11-30', ...GROUND };
  assert.equal(code(await ask(who.elsewhere, '/cases/asks', asks)), 'E-CASE-NOBODY');
  for (const [path, body] of [
    ['offers', { personId, receiving: 'H41.01', effectiveOn: '2026-11-30', ...GROUND }],
    ['merges', { personId, nationalId: '000190107002', ...GROUND }],
    ['numbers', { personId, newNationalId: '000190107099', ...GROUND }],
  ] as const)
    assert.equal(code(await ask(who.officer, `/cases/${path}`, body)), 'E-RECORD-KEPT-APART', path);
  assert.equal(code(await ask(who.officer, '/cases/merges', { personId: other, nationalId: NUMBER, ...GROUND })), 'E-CASE-NOBODY');
});

test('who holds both roles decides not what they asked, and nobody decides about their own record', async () => {
  const { office } = school;
  const both = await office.signedIn('000190107021', [
    ['XAC_NHAN', 'H26.03.01'],
    ['LD_DON_VI', 'H26.03.01'],
  ]);
  const self = await office.signedIn('000190107002', [['LD_DON_VI', 'H26.03.01']]);
  const made = await ask(both, '/kept-apart', wantsMark({ personId: other }));
  const id = String(made.body['id']);
  assert.equal(code(await ask(both, `/kept-apart/${id}/decision`, { answer: 'grant' })), 'E-CONFIRM-SAME-PERSON');
  assert.equal(code(await ask(self, `/kept-apart/${id}/decision`, { answer: 'grant' })), 'E-CONFIRM-OWN-RECORD');
  for (const { handle } of [both, self]) {
    const moved = school.office.as(handle, (tx) =>
      tx.query(
        `update kept_apart set state = 'granted', decided_by = session_person(), decided_name = '', decided_at = now() where request_id = $1 returning 1`,
        [id],
      ),
    );
    const refusedByWall = (error: Error) => (assert.match(error.message, /row-level security/), []);
    assert.deepEqual(await moved.catch(refusedByWall), [], 'the wall alone');
  }
  assert.equal((await ask(both, `/kept-apart/${id}/withdrawal`, {})).status, 204);
});

test('who may decide gets a notice that names nobody', async () => {
  const made = await ask(who.officer, '/kept-apart', { ...wantsMark(), personId: other });
  const system = await jobSessions(school.office, 'test')(null);
  const needs = { ...school.office, jobSession: async () => system, mailer: null, publicUrl: 'https://congvu.example', demo: true };
  await collectAll(needs, system, school.office.owner);
  const told = await school.office.as(who.head.handle, (tx) => noticesOf(tx, who.head.accountId, { limit: 50, after: null }));
  assert.ok(told.some(({ matter, seenAt }) => matter === 'kept-apart-asked' && seenAt === null));
  assert.ok(!JSON.stringify(told).includes('Lò Văn'));
  const tasks = (await ask(who.head, '/home')).body['tasks'] as { readonly kind: string; readonly count: number }[];
  assert.equal(tasks.find(({ kind }) => kind === 'kept-apart-to-decide')?.count, 1);
  assert.equal((await ask(who.officer, `/kept-apart/${String(made.body['id'])}/withdrawal`, {})).status, 204);
});

test('no file of anybody brings or takes a line of theirs', async () => {
  const sent = await school.uploads([{ number: NUMBER, name: NAME, more: {} }]);
  assert.ok(sent.ok);
  await school.works();
  const problems = await owner<{ code: string }>('select code from submission_problem where submission_id = $1', [sent.value.submissionId]);
  assert.deepEqual([...new Set(problems.map((one) => one.code))], ['E-PERSON-KEPT-APART']);
});

test('it ends as it began, by two; then everybody finds the record again', async () => {
  const wantsEnd = { personId, kind: 'end', paper, fromDay: '2026-11-25' };
  assert.equal(code(await ask(who.officer, '/kept-apart', wantsMark())), 'E-KEPT-APART-STANDING');
  const made = await ask(who.officer, '/kept-apart', wantsEnd);
  assert.equal(made.status, 200, made.text);
  assert.deepEqual(await finds(who.matcher), ['Lò Văn Chung'], 'until it is granted');
  assert.equal((await ask(who.officer, `/kept-apart/${String(made.body['id'])}/withdrawal`, {})).status, 204);
  const again = await ask(who.officer, '/kept-apart', wantsEnd);
  assert.equal((await ask(who.head, `/kept-apart/${String(again.body['id'])}/decision`, { answer: 'grant' })).status, 204);
  assert.deepEqual(await finds(who.matcher), ['Lò Văn Chung', NAME]);
  assert.equal((await ask(who.me, '/me')).body['registered'], true);
});
