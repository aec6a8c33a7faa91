/** What a person typed in VNeID comes by a signed call, once, and becomes the same proposal as a declaration; late, forged, repeated and foreign ones are refused with a row. */
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { carryOnce } from '#record/declarations/carry.ts';
import { truthOn } from '#record/declarations/truth.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { evidence } from '#start/evidence.ts';
import { signedUpdate, updateKeys } from '../../simulators/vneid/updates/send.ts';
import type { Update, UpdateKeys, Way } from '../../simulators/vneid/updates/send.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190960001';
const NAME = 'Mùa Thị Cập';
let school: Agency;
let folder: string;
let app: FastifyInstance;
let keys: UpdateKeys;
let personId: string;
let me: { readonly handle: SessionHandle };

before(async () => {
  school = await anAgency('H26.03.01', undefined, [declarationDoor]);
  folder = await dataFolder();
  keys = await updateKeys();
  const file = join(folder, 'vneid.jwks.json');
  await writeFile(file, JSON.stringify(keys.jwks));
  app = await aServer(school.office, folder, { env: { VNEID_UPDATES_KEYS: file, VNEID_UPDATES_ISSUER: 'vneid' } });
  const sent = await school.sends([{ number: ME, name: NAME }]);
  personId = (await school.waiting(sent))[0]!;
  assert.ok((await school.confirms(sent, personId)).ok);
  me = await school.office.signedIn(ME, []);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const today = (): string => school.needs.clock.today();
const token = (more: Partial<Update> = {}, way: Way = 'right'): Promise<string> =>
  signedUpdate(
    keys,
    {
      issuer: 'vneid',
      audience: ORIGIN,
      nationalId: ME,
      name: NAME,
      truth: truthOn(today()).code,
      group: 'C',
      cells: { emailCaNhan: 'vneid@example.vn', dienThoaiDiDong: '0966666666' },
      ...more,
    },
    way,
    Date.parse(school.needs.clock.now()) / 1000,
  );
async function tell(text: string, type = 'application/jose'): Promise<{ status: number; code: string | null; id: string | null }> {
  const answer = await app.inject({ method: 'POST', url: '/exchange/v1/vneid/updates', headers: { 'content-type': type }, payload: text });
  const body = answer.json<{ code?: string; id?: string }>();
  return { status: answer.statusCode, code: body.code ?? null, id: body.id ?? null };
}
const declared = (): Promise<{ origin: string }[]> =>
  owner<{ origin: string }>('select origin from declaration where person_id = $1', [personId]);
async function carried(): Promise<void> {
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  for (let round = 0; round < 2; round++) {
    await carryOnce({ ...school.needs, door: declarationDoor, evidence }, handle);
    await school.works();
  }
}

test('what is wrong is refused, each with a row, and nothing of it is kept', async () => {
  const wrong: readonly (readonly [string, Promise<string>])[] = [
    ['E-VNEID-UPDATE-FORGED', token({}, 'forged')],
    ['E-VNEID-UPDATE-LATE', token({}, 'late')],
    ['E-VNEID-UPDATE-PERSON', token({ name: 'Người Khác Hẳn' })],
    ['E-VNEID-UPDATE-PERSON', token({ nationalId: '000190969999' })],
    ['E-VNEID-UPDATE-FORGED', token({ audience: 'https://noi-khac.example' })],
    ['E-VNEID-UPDATE-FORGED', token({ issuer: 'ai-do' })],
    ['E-VNEID-UPDATE-UNREAD', token({ nationalId: '123' })],
    ['E-VNEID-UPDATE-UNREAD', Promise.resolve('khong-phai-jws')],
    ['E-DECLARATION-NOT-YOURS', token({ group: 'G', cells: { 'luong.heSo': '9.99' } })],
    ['E-DECLARATION-NOT-YOURS', token({ group: 'B', cells: { hoTenKhaiSinh: 'Tên Mới' } })],
    ['E-DECLARATION-TRUTH', token({ truth: 'KHAC' })],
    ['E-DECLARATION-ERRORS', token({ cells: { dienThoaiDiDong: '12' } })],
    ['E-DECLARATION-NOTHING', token({ cells: {} })],
  ];
  for (const [code, text] of wrong) assert.equal((await tell(await text)).code, code);
  const whole = await token();
  for (const at of [3, whole.indexOf('.') + 5, whole.length - 5]) {
    const flipped = `${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`;
    assert.notEqual((await tell(flipped)).id !== null, true, `a sign at ${at}`);
  }
  assert.equal((await tell('x'.repeat(70_000))).status, 413);
  assert.equal((await tell('{}', 'application/json')).status, 415);
  assert.deepEqual(await declared(), []);
  const [rows] = await owner<{ n: number }>(`select count(*)::int as n from audit_event where act = 'vneid.update-refused'`);
  assert.equal(rows!.n, wrong.length + 3);
  assert.deepEqual(await owner('select 1 from vneid_update'), [], 'no name is spent by what was refused');
});

test('an update is one proposal however often it comes; another under its name is refused', async () => {
  const text = await token();
  const first = await tell(text);
  assert.equal(first.status, 202);
  assert.deepEqual(await tell(text), { status: 200, code: null, id: first.id });
  assert.deepEqual(await declared(), [{ origin: 'vneid' }]);
  await owner(`update vneid_update set digest = sha256('khac')`);
  assert.equal((await tell(text)).code, 'E-VNEID-UPDATE-REPLAYED');
});

test('it goes the way of every declaration: the person sees it, an officer confirms it, the register has it', async () => {
  await carried();
  const [one] = await owner<{ id: string }>('select submission_id as id from declaration where person_id = $1', [personId]);
  const mine = await app.inject({ url: '/api/v1/me/declaration', headers: { cookie: `congvu=${me.handle}`, origin: ORIGIN } });
  const { sent, kind } = mine.json<{ kind: string; sent: { origin: string; standing: string }[] }>();
  assert.deepEqual([kind, sent.map(({ origin, standing }) => [origin, standing])], ['first', [['vneid', 'waiting']]]);
  assert.ok((await school.confirms(one!.id, personId)).ok);
  const [row] = await owner<{ acts: string[] }>(
    `select array_agg(distinct act) as acts from audit_event where object_id = $1 and act in ('vneid.update-received', 'declaration.sent')`,
    [personId],
  );
  assert.deepEqual(row!.acts, ['vneid.update-received']);
});

test('names are forgotten when they are too old to be taken anyway, and not before', async () => {
  await carried();
  assert.equal((await owner('select 1 from vneid_update')).length, 1);
  await owner(`update vneid_update set until = now() - interval '1 minute'`);
  await carried();
  assert.deepEqual(await owner('select 1 from vneid_update'), []);
});

test('who is told of under another name gets no account', async () => {
  const number = '000190960002';
  const sent = await school.sends([{ number, name: 'Giàng Thị Chưa' }]);
  const [waiting] = await school.waiting(sent);
  assert.ok((await school.confirms(sent, waiting!)).ok);
  const accounts = async (): Promise<number> => (await owner('select 1 from account')).length;
  const before = await accounts();
  assert.equal((await tell(await token({ nationalId: number, name: 'Người Khác Hẳn' }))).code, 'E-VNEID-UPDATE-PERSON');
  assert.equal(await accounts(), before);
  assert.equal((await tell(await token({ nationalId: number, name: 'Giàng Thị Chưa' }))).status, 202);
  assert.equal(await accounts(), before + 1);
});

test('forged texts have a budget of their own: over it they leave no row each, and the service and who signs in lose no turn', async () => {
  const flooded = await aServer(school.office, folder, {
    env: { VNEID_UPDATES_KEYS: join(folder, 'vneid.jwks.json'), VNEID_UPDATES_ISSUER: 'vneid', ANONYMOUS_PER_ADDRESS_PER_MINUTE: '2' },
  });
  const rows = async (): Promise<number> => (await owner(`select 1 from audit_event where act = 'vneid.update-refused'`)).length;
  const told = async (text: string) => {
    const answer = await flooded.inject({
      method: 'POST',
      url: '/exchange/v1/vneid/updates',
      headers: { 'content-type': 'application/jose' },
      payload: text,
    });
    return answer;
  };
  try {
    const before = await rows();
    const forged = await token({}, 'forged');
    const answers: number[] = [];
    for (let n = 0; n < 4; n++) answers.push((await told(forged)).statusCode);
    assert.deepEqual(answers, [401, 401, 429, 429]);
    assert.equal((await told(await token({}, 'late'))).statusCode, 429, 'one that was genuine once spends it too');
    assert.ok(Number((await told(forged)).headers['retry-after']) > 0);
    assert.equal(await rows(), before + 2);
    assert.equal((await told(await token({ name: 'Người Khác Hẳn' }))).statusCode, 404, 'signed by the service');
    assert.notEqual((await flooded.inject({ method: 'POST', url: '/auth/sign-out', headers: { origin: ORIGIN } })).statusCode, 429);
  } finally {
    await flooded.close();
  }
});

test('the wall alone: no officer and no person writes one, and the background writes none as typed elsewhere', async () => {
  for (const by of [school.officer.handle, school.clerk.handle, me.handle])
    assert.deepEqual(await school.office.as(by, (tx) => tx.query('select 1 from vneid_update')), []);
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  await assert.rejects(
    school.office.as(handle, (tx) =>
      tx.query(
        `insert into declaration (person_id, declaration_id, body_id, by_account, kind, opened_at, sent_at, sent_tx, as_of_version, truth, content_sealed)
         select $1, gen_random_uuid(), $2, a.account_id, 'update', now(), now(), record_tx(), 1, 'x', '' from account a limit 1`,
        [personId, school.bodyId],
      ),
    ),
    /row-level security/,
  );
});
