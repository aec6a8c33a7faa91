/** Each door by which data goes to a body says of which kind of provision it is, in the row that it leaves; the board counts them, and names nobody. Decision 0091. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { PROVISIONS, provisionsOn } from '#authority/audit/provisions.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190780001';
let school: Agency;
let app: FastifyInstance;
let folder: string;
let tiles: string;
let me: string;
let asking: string;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'trainer' | 'officer' | 'ministry' | 'above', Signed>;

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  folder = await dataFolder();
  tiles = mkdtempSync(join(tmpdir(), 'congvu-provisions-'));
  app = await aServer(office, folder);
  const submissionId = await school.sends([{ number: ME, name: 'Đỗ Thị Cấp' }]);
  for (const personId of await school.waiting(submissionId)) assert.ok((await school.confirms(submissionId, personId)).ok);
  me = (await owner<{ person_id: string }>('select person_id from person'))[0]!.person_id;
  asking = await office.body('H41');
  who.me = await office.signedIn(ME, []);
  who.trainer = await office.signedIn('000190780011', [['XAC_NHAN', 'H41']]);
  who.officer = await office.signedIn('000190780012', [['XAC_NHAN', 'H26.03.01']]);
  who.above = await office.signedIn('000190780013', [['QT_BNDP', 'H26']]);
  who.ministry = await office.signedIn('000190780014', [['VU_CCVC', 'VN']]);
});
after(async () => {
  await app.close();
  await school.close();
  for (const one of [folder, tiles]) rmSync(one, { recursive: true, force: true });
});

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
let asked = 0;
async function ask({ handle }: Signed, method: 'GET' | 'POST', path: string, payload?: object): Promise<string> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `cung-cap-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  assert.ok(answer.statusCode < 300, `${path} ${answer.body}`);
  return answer.body;
}
async function looks(purpose: string): Promise<void> {
  const { code } = JSON.parse(await ask(who.me, 'POST', '/me/consent-codes')) as { code: string };
  const request = { code, body: asking, purpose, reason: 'Xét hồ sơ theo công văn 5', groups: ['B'], fields: [] };
  const made = await ask(who.trainer, 'POST', '/consents', { ...request, until: addDays(school.office.clock.today(), 30) });
  const { id } = JSON.parse(made) as { id: string };
  await ask(who.me, 'POST', `/me/consents/${id}/answer`, { act: 'give', groups: ['B'], fields: [] });
  await ask(who.trainer, 'GET', `/consents/${id}/record`);
}
const kindsOf = async (act: string): Promise<(string | null)[]> =>
  (await owner<{ provision: string | null }>('select provision from audit_event where act = $1 order by tx, event_id', [act])).map(
    ({ provision }) => provision,
  );
type Board = {
  readonly total: Record<string, number>;
  readonly providedDays: number;
  readonly provisions: { code: string; point: string }[];
};
const board = async (by: Signed, body?: string): Promise<Board> =>
  JSON.parse(await ask(by, 'GET', `/board${body === undefined ? '' : `?body=${body}`}`)) as Board;
const counted = ({ total }: Board): Record<string, number> => Object.fromEntries(PROVISIONS.map((kind) => [kind, total[kind]!]));

test('the kinds are those of the article, each with its point', () => {
  assert.deepEqual(
    provisionsOn('2026-11-30').map(({ code, point }) => [code, point]),
    PROVISIONS.map((code, at) => [code, ['a', 'b', 'c', 'd', 'đ', 'e'][at]]),
  );
  assert.deepEqual(provisionsOn('2026-06-30'), [], 'before the decree there were none');
});

test('each door leaves the kind that it is', async () => {
  await ask(who.officer, 'GET', `/people/${me}`);
  await ask(who.officer, 'GET', `/people/${me}/history?field=hoTenKhaiSinh`);
  const { items } = JSON.parse(await ask(who.officer, 'GET', `/people/${me}/attestations`)) as { items: { id: string }[] };
  await ask(who.officer, 'GET', `/people/${me}/attestations/${items[0]!.id}`);
  await looks('THU_TUC');
  await looks('DAO_TAO');
  await looks('TUYEN_DUNG');
  await ask(who.above, 'GET', '/board.csv');
  await ask(who.me, 'GET', '/me/data.json');
  assert.deepEqual(await kindsOf('submission.received'), ['alignment']);
  assert.equal((await kindsOf('record.history')).filter((kind) => kind === 'personnel').length, 1);
  assert.deepEqual(await kindsOf('consent.looked'), ['procedure', 'training', 'personnel']);
  assert.deepEqual(
    await kindsOf('export.made'),
    ['confirmation', 'summary', null],
    'what a person takes along of their own is no provision to a body',
  );
  assert.equal((await kindsOf('record.read')).filter((kind) => kind === 'personnel').length, 1);
});

test('the board counts them for a body and those below it, and for the ministry; elsewhere they are not seen', async () => {
  const { office } = school;
  const whole = await board(who.ministry);
  assert.deepEqual(counted(whole), { procedure: 1, alignment: 1, summary: 1, training: 1, personnel: 3, confirmation: 1 });
  assert.deepEqual([whole.providedDays, whole.provisions.length], [30, 6]);
  const above = counted(await board(who.above));
  assert.deepEqual([above['personnel'], above['alignment'], above['training']], [2, 1, 0], 'the looks of another body are not theirs');
  const own = counted(await board(who.ministry, asking));
  assert.deepEqual([own['procedure'], own['training'], own['personnel']], [1, 1, 1]);
  const none = await office.as(who.officer.handle, (tx) =>
    tx.query(`select * from provision_counts($1, now() - interval '9 days')`, [asking]),
  );
  assert.deepEqual(none, []);
  assert.match(await ask(who.ministry, 'GET', '/board.csv'), /điểm đ: Hồ sơ điện tử phục vụ công tác cán bộ/);
});

test('a kind that was changed past the product is found by the payload, which the leaf commits to', async () => {
  const { office } = school;
  const wrong = async (): Promise<string[]> =>
    (
      await verifyAuditLog(office.db, await openJobSession(office, { bodyId: null, purpose: 'audit' }), {
        files: filesInFolder(tiles)('audit'),
        key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
        keys: office.keys,
      })
    ).findings.flatMap(({ kind, what }) => (kind === 'file-missing' ? [] : [`${kind} ${what.en}`]));
  assert.deepEqual(await wrong(), []);
  for (const [from, to] of [
    ["provision = 'training'", "'personnel'"],
    ["provision is null and act = 'export.made'", "'summary'"],
    ["provision = 'confirmation'", 'null'],
  ]) {
    await owner(`create table kept as select event_id, provision from audit_event where ${from}`);
    await owner(`update audit_event set provision = ${to} where ${from}`);
    assert.match((await wrong()).join(), /provision/, from);
    await owner('update audit_event e set provision = k.provision from kept k where k.event_id = e.event_id');
    await owner('drop table kept');
  }
});
