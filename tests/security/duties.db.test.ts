/** Duties of an agency by the law: counted by the database for who answers for it, summed over those below, with the way to a list for who may open it. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let school: Agency;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'officer' | 'ministry' | 'elsewhere' | 'clerk', SessionHandle>;
before(async () => {
  school = await anAgency('H26.03.01');
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  const signed = async (number: string, role: RoleCode, body: string) => (await school.office.signedIn(number, [[role, body]])).handle;
  who.officer = await signed('000190990041', 'XAC_NHAN', 'H26.03');
  who.ministry = await signed('000190990042', 'VU_CCVC', 'VN');
  who.elsewhere = await signed('000190990043', 'XAC_NHAN', 'H41');
  who.clerk = await signed('000190990044', 'NHAP_LIEU', 'H26.03');
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

interface Page {
  readonly code?: string;
  readonly path: readonly { readonly code: string }[];
  readonly duties: readonly {
    readonly code: string;
    readonly state: string;
    readonly total: number | null;
    readonly late: number | null;
    readonly href: string | null;
  }[];
  readonly below: readonly { readonly body: { readonly code: string }; readonly late: number }[];
}
const asks = async (handle: SessionHandle, path = '/duties'): Promise<Page> =>
  (await app.inject({ url: `/api/v1${path}`, headers: { cookie: `congvu=${handle}`, origin: ORIGIN } })).json<Page>();
const dutyOf = async (handle: SessionHandle, code: string) => {
  const { state, total, late, href } = (await asks(handle)).duties.find((one) => one.code === code)!;
  return [state, total, late, href];
};

test('of an agency without records nothing is claimed', async () => {
  assert.deepEqual(await dutyOf(who.officer, 'confirmed'), ['unknown', 0, 0, (await dutyOf(who.officer, 'confirmed'))[3]]);
  assert.deepEqual(await dutyOf(who.officer, 'security-level'), ['unknown', null, null, null]);
  assert.equal((await asks(who.clerk)).code, 'E-NOT-ALLOWED');
});

test('what is sent late is late, with the way to its list; once it is registered, it is not', async () => {
  const recruited = { E: { soQdTuyenDung: { so: '12/QĐ-SNV', ngay: '2026-07-13' } } } as unknown as RecordDocument;
  const submissionId = await school.sends([{ number: '000190990051', name: 'Lò Thị Hạn', more: recruited }]);
  assert.deepEqual(await dutyOf(who.officer, 'ND27_18'), ['late', 1, 1, '/thoi-han?which=late&term=ND27_18']);
  assert.deepEqual((await dutyOf(who.officer, 'checked')).slice(0, 3), ['met', 1, 0]);
  assert.equal((await dutyOf(who.ministry, 'ND27_18'))[0], 'late', 'the sum of all below');
  assert.deepEqual((await dutyOf(who.elsewhere, 'ND27_18')).slice(0, 3), ['nothing', 0, 0]);
  const board = await asks(who.ministry, '/board');
  assert.equal((board as unknown as { total: { dutiesLate: number } }).total.dutiesLate, 1);
  const [personId] = await school.waiting(submissionId);
  assert.ok((await school.confirms(submissionId, personId!)).ok);
  const [state, total, , href] = await dutyOf(who.officer, 'matched');
  assert.deepEqual([state === 'unknown', total], [false, 1]);
  assert.match(String(href), /^\/tra-cuu\?bodyId=[0-9a-f-]{36}&below=1&match=CHUA$/);
});

test('the agencies directly below stand with their late duties; another’s are not asked about', async () => {
  const { path, below } = await asks(who.officer);
  assert.deepEqual(
    path.map(({ code }) => code),
    ['H26.03'],
  );
  assert.ok(below.some(({ body }) => body.code === 'H26.03.01'));
  const country = await asks(who.ministry);
  const province = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ body_id: string }>(`select body_id from body_code where code = 'H26' limit 1`),
  );
  assert.equal((await asks(who.elsewhere, `/duties?body=${province[0]!.body_id}`)).code, 'E-NOT-WITHIN-REACH');
  assert.ok(country.below.length > 0);
});

test('what a person declared is not a file that a head approves', async () => {
  const { owner } = school.office;
  const unapproved = () =>
    school.office.as(who.officer, async (tx) => {
      const rows = await tx.query<{ measure: string; total: number }>(
        `select measure, total from duty_counts($1, now(), now(), now() - interval '1 day', now() + interval '1 day')`,
        [school.bodyId],
      );
      return rows.find(({ measure }) => measure === 'unapproved')?.total ?? 0;
    });
  const before = await unapproved();
  assert.ok(before > 0);
  const door = (from: string, to: string) =>
    owner.transaction(null, (tx) => tx.query('update submission_file set door = $2 where door = $1', [from, to]));
  const [{ door: was }] = (await owner.transaction(null, (tx) =>
    tx.query<{ door: string }>('select door from submission_file limit 1'),
  )) as [{ door: string }];
  await door(was, 'declaration');
  assert.equal(await unapproved(), 0);
  await door('declaration', was);
  assert.equal(await unapproved(), before);
});

test('row-level security alone: the count answers for nobody beyond those that the session may ask of', async () => {
  const counted = (handle: SessionHandle) =>
    school.office.as(handle, (tx) => tx.query(`select * from duty_counts($1, now(), now(), now(), now())`, [school.bodyId]));
  assert.ok((await counted(who.officer)).length > 0);
  assert.deepEqual(await counted(who.elsewhere), []);
  assert.deepEqual(await counted(who.clerk), []);
});
