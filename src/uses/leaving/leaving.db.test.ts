/** Who leaves the service by a confirmed record holds no role there from that day on; a correction gives nothing back; roles elsewhere stay. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobSessions, openPersonSession } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { readPeople } from '#record/register/store.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { followLeaving } from './follow.ts';
import { endDue } from './jobs.ts';

const BODY = 'H26.03.01';
const ABOVE = 'VN';
const ELSEWHERE = 'H41';

let office: Office;
let registers: SessionHandle;
let system: SessionHandle;
let bodyId: string;
let today: string;
before(async () => {
  office = await anOffice();
  bodyId = await office.body(BODY);
  const jobSession = jobSessions(office, 'test');
  registers = await jobSession(bodyId);
  system = await jobSession(null);
  today = office.clock.today();
});
after(() => office.close());

type Groups = Readonly<Partial<Record<GroupCode, Readonly<Record<string, unknown>>>>>;
const SERVES: Groups = {
  A: { coQuanQuanLy: BODY, coQuanSuDung: BODY, loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM' },
  B: { hoTenKhaiSinh: 'Đặng Thị Yến', ngaySinh: '1990-02-01', gioiTinh: '2', danToc: '01' },
};
let running = 0;
interface Somebody {
  readonly personId: string;
  readonly accountId: string;
  readonly session: SessionHandle;
}

/** Somebody registered, with an account that holds these roles, and signed in. */
async function somebody(grants: readonly (readonly [Role, string])[]): Promise<Somebody> {
  const number = `000190760${String(++running).padStart(3, '0')}`;
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const salt = office.chance.bytes(32);
  await office.as(registers, async (tx) => {
    await tx.query('select claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
      [office.keys.nationalIdHash(number)],
      [personId],
      [Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number)))],
      bodyId,
      personId,
    ]);
    await tx.query('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, Buffer.from(salt)]);
  });
  await says(personId, SERVES);
  const accountId = await office.account(number, grants);
  const { handle } = await openPersonSession(office, { accountId, agent: 'Thử', level: 2 });
  return { personId, accountId, session: handle };
}

/** What a confirmation registers. */
async function says(personId: string, groups: Groups, validFrom = today): Promise<void> {
  await office.as(registers, async (tx) => {
    const person = (await readPeople(tx, office.keys, [personId])).get(personId);
    const [applied] = await applyConfirmed(tx, { ...office, onRegistered: followLeaving(office) }, [
      {
        personId,
        bodyId,
        validFrom,
        submissionId: null,
        attestationId: null,
        source: 'EXCEL',
        groups: Object.entries(groups).map(([group, stated]) => ({
          group: group as GroupCode,
          stated: stated as GroupDocument,
          comparedVersion: person?.heads[group as GroupCode]?.v ?? 0,
        })),
      },
    ]);
    assert.equal(applied!.outcome, 'registered');
  });
}
const leaves = (state: string, reason: string, day: string): Groups => ({
  A: { ...SERVES.A, trangThaiCongTac: state },
  V: { 'thoiViec.loai': reason, 'thoiViec.ngay': day },
});

const owner = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const rolesOf = async ({ accountId }: Somebody): Promise<string[]> =>
  (
    await owner<{ code: string }>(
      `select c.code from role_grant g join body_code c on c.body_id = g.body_id and c.tx_to = 9223372036854775807
        where g.account_id = $1 and g.tx_to = 9223372036854775807 and c.code = any ($2) order by c.code`,
      [accountId, [BODY, ABOVE, ELSEWHERE]],
    )
  ).map(({ code }) => code);
const endsOf = ({ personId }: Somebody) =>
  owner<{ reason: string; state: string; roles: number | null; on_day: string }>(
    'select reason, state, roles, on_day from service_end where person_id = $1 order by made_at, end_id',
    [personId],
  );
const isSignedIn = async ({ session }: Somebody): Promise<boolean> =>
  office.as(session, async (tx) => (await tx.query<{ who: string | null }>('select session_person() as who'))[0]!.who !== null);
const causes = ({ accountId }: Somebody) =>
  owner<{ act: string }>("select act from audit_event where object_id = $1 and act = 'grant.changed'", [accountId]);

for (const [state, reason, staysAbove] of [
  ['NGHI_HUU', 'NGHI_HUU', false],
  ['NGHI_HUU', 'ND178_HUU', false],
  ['THOI_VIEC', 'THOI_VIEC', false],
  ['BUOC_TV', 'BUOC_TV', false],
  ['TU_TRAN', 'TU_TRAN', false],
  ['CHUYEN_DI', 'CHUYEN_DI', true],
] as const)
  test(`${state} (${reason}) ends the roles there at once; ${staysAbove ? 'above and ' : ''}elsewhere they stay`, async () => {
    const person = await somebody([
      ['NHAP_LIEU', BODY],
      ['GIAM_SAT', ABOVE],
      ['LD_DON_VI', ELSEWHERE],
    ]);
    assert.equal(await isSignedIn(person), true);
    await says(person.personId, leaves(state, reason, addDays(today, -3)));
    assert.deepEqual(await rolesOf(person), staysAbove ? [ELSEWHERE, ABOVE] : [ELSEWHERE]);
    assert.equal(await isSignedIn(person), false, 'sessions end');
    const ended = staysAbove ? 1 : 2;
    assert.deepEqual(await endsOf(person), [{ reason: state, state: 'done', roles: ended, on_day: addDays(today, -3) }]);
    assert.equal((await causes(person)).length, ended, 'a row for each role');
  });

test('the role of one’s own pages was given for no office: it stays, and so does the session of who holds no other', async () => {
  const alone = await somebody([['CA_NHAN', BODY]]);
  await says(alone.personId, leaves('BUOC_TV', 'BUOC_TV', today));
  assert.deepEqual([await rolesOf(alone), await isSignedIn(alone), await endsOf(alone)], [[BODY], true, []]);
  const clerk = await somebody([
    ['CA_NHAN', BODY],
    ['NHAP_LIEU', BODY],
  ]);
  await says(clerk.personId, leaves('BUOC_TV', 'BUOC_TV', today));
  assert.deepEqual([await rolesOf(clerk), await isSignedIn(clerk)], [[BODY], false]);
  assert.deepEqual(
    (await endsOf(clerk)).map(({ roles }) => roles),
    [1],
  );
});

test('a day that lies ahead ends them on that day, by the work of the background', async () => {
  const person = await somebody([['NHAP_LIEU', BODY]]);
  // Still in service, with the decision in the record already.
  await says(person.personId, leaves('DANG_LAM', 'NGHI_HUU', addDays(today, 20)));
  assert.deepEqual(await rolesOf(person), [BODY]);
  assert.deepEqual(await endsOf(person), [{ reason: 'NGHI_HUU', state: 'waiting', roles: null, on_day: addDays(today, 20) }]);
  assert.equal(await endDue({ ...office, db: office.db }, system), false, 'not before its day');
  await owner('update service_end set on_day = $2 where person_id = $1', [person.personId, today]);
  assert.equal(await endDue({ ...office, db: office.db }, system), true);
  assert.deepEqual(await rolesOf(person), []);
  assert.equal(await isSignedIn(person), false);
  assert.equal(await endDue({ ...office, db: office.db }, system), false, 'once');
});

test('a correction takes the leaving back: what waited is dropped, what ended stays ended', async () => {
  const waits = await somebody([['NHAP_LIEU', BODY]]);
  await says(waits.personId, leaves('DANG_LAM', 'THOI_VIEC', addDays(today, 20)));
  await says(waits.personId, { V: { 'thoiViec.loai': 'THOI_VIEC', 'thoiViec.ngay': addDays(today, 30) } });
  assert.deepEqual(
    (await endsOf(waits)).map(({ state, on_day }) => [state, on_day]),
    [
      ['taken-back', addDays(today, 20)],
      ['waiting', addDays(today, 30)],
    ],
  );
  const NONE = { vang: 'KHONG_AP_DUNG' };
  await says(waits.personId, { V: { 'thoiViec.loai': NONE, 'thoiViec.ngay': NONE } });
  assert.deepEqual(
    (await endsOf(waits)).map(({ state }) => state),
    ['taken-back', 'taken-back'],
  );
  assert.deepEqual(await rolesOf(waits), [BODY]);

  const ended = await somebody([['NHAP_LIEU', BODY]]);
  await says(ended.personId, leaves('BUOC_TV', 'BUOC_TV', today));
  assert.deepEqual(await rolesOf(ended), []);
  await says(ended.personId, { A: { ...SERVES.A } });
  assert.deepEqual(
    (await endsOf(ended)).map(({ state, roles }) => [state, roles]),
    [['taken-back', 1]],
  );
  assert.deepEqual(await rolesOf(ended), [], 'nothing comes back by itself');
  const acts = await owner<{ act: string }>(
    'select act from audit_event where object_id in (select end_id from service_end where person_id = $1) order by tx, event_id',
    [ended.personId],
  );
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['service.end-written', 'service.ended', 'service.taken-back'],
  );
});

test('what says nothing new of it changes nothing; who has no role is not written down', async () => {
  const person = await somebody([['NHAP_LIEU', BODY]]);
  await says(person.personId, leaves('THOI_VIEC', 'THOI_VIEC', today));
  await says(person.personId, { B: { ...SERVES.B, hoTenKhaiSinh: 'Đặng Thị Yên' } });
  assert.equal((await endsOf(person)).length, 1);
  const nobody = await somebody([]);
  await says(nobody.personId, leaves('THOI_VIEC', 'THOI_VIEC', today));
  assert.deepEqual(await endsOf(nobody), []);
});

test('an act under way is not waited for by the officer: the background ends the roles when it is over', async () => {
  const person = await somebody([['NHAP_LIEU', BODY]]);
  const { promise: over, resolve: finish } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const act = office.as(person.session, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('rights:' || $1::text, 0))`, [person.accountId]);
    begin();
    await over;
  });
  await begun;
  await says(person.personId, leaves('BUOC_TV', 'BUOC_TV', today));
  assert.deepEqual(await rolesOf(person), [BODY]);
  assert.deepEqual(
    (await endsOf(person)).map(({ state }) => state),
    ['waiting'],
  );
  finish();
  await act;
  assert.equal(await endDue({ ...office, db: office.db }, system), true);
  assert.deepEqual(await rolesOf(person), []);
});

test('the database writes an end in the transaction that registers the person alone', async () => {
  const person = await somebody([['NHAP_LIEU', BODY]]);
  const administrator = await office.signedIn('000190769999', [['QT_BNDP', 'H26']]);
  const write = (handle: SessionHandle) =>
    office.as(handle, (tx) =>
      tx.query('select service_end_write($1, $2, $3, $4, $5, true, 1)', [
        office.chance.uuid7(Date.parse(office.clock.now())),
        person.personId,
        bodyId,
        today,
        'BUOC_TV',
      ]),
    );
  for (const handle of [administrator.handle, registers, system]) await assert.rejects(write(handle), /E-NOT-REGISTERED-NOW/);
  assert.deepEqual(await rolesOf(person), [BODY]);
});
