/** Roles by a list: a look changes nothing and says what the act does; one wrong line and nothing is given; second administrators decide what is theirs. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { systemClock } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let administrator: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  administrator = (await office.signedIn('000083740001', [['QT_BNDP', 'H26']])).handle;
  await office.signedIn('000083740002', [['QT_BNDP', 'H26']]);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const TODAY = systemClock.today();
const line = (nationalId: string, role: string, more: object = {}) => ({
  nationalId,
  name: 'Trần Thị Nhập',
  role,
  body: 'H26.03.01',
  from: '',
  until: '',
  ...more,
});
let key = 0;
interface Answer {
  readonly applied: boolean;
  readonly lines: { outcome: string; column: string | null; problem: { code: string } | null }[];
  readonly counts: object;
}
async function send(lines: readonly object[], apply: boolean): Promise<Answer> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/accounts/import',
    headers: { cookie: `congvu=${administrator}`, origin: ORIGIN, 'idempotency-key': `danh-sach-tai-khoan-${++key}` },
    payload: { lines, apply },
  });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<Answer>();
}
const counted = async (): Promise<string> => {
  const tables = ['account', 'role_grant', 'grant_request'];
  const counts = await office.owner.transaction(null, async (tx) => {
    const found: number[] = [];
    for (const table of tables) found.push((await tx.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n);
    return found;
  });
  return counts.join();
};

test('a look says what the act does and changes nothing; the act gives, asks, and leaves what is so', async () => {
  const last = addDays(TODAY, 30);
  const list = [line('000190740001', 'Nhập liệu', { until: last.split('-').reverse().join('/') }), line('000190740002', 'XAC_NHAN')];
  const before = await counted();
  const look = await send(list, false);
  assert.deepEqual([look.applied, look.counts], [false, { received: 2, done: 2, already: 0, wrong: 0 }]);
  assert.deepEqual(
    look.lines.map(({ outcome }) => outcome),
    ['given', 'asked'],
  );
  assert.equal(await counted(), before);
  const done = await send(list, true);
  assert.deepEqual([done.applied, done.counts], [true, { received: 2, done: 2, already: 0, wrong: 0 }]);
  const [grant] = await office.owner.transaction(null, (tx) =>
    tx.query<{ valid_to: string }>("select valid_to from role_grant where role = 'NHAP_LIEU' and named = 'Trần Thị Nhập'"),
  );
  assert.equal(grant!.valid_to, addDays(last, 1), 'the last day is held whole');
  const again = await send([list[0]!], true);
  assert.deepEqual(again.counts, { received: 1, done: 0, already: 1, wrong: 0 });
});

test('each wrong line names its column and why; with one of them nothing of the list is given', async () => {
  const before = await counted();
  const answer = await send(
    [
      line('000190740011', 'NHAP_LIEU'),
      line('12', 'NHAP_LIEU'),
      line('000190740012', 'NHAP_LIEU', { name: 'x' }),
      line('000190740013', 'GIAM_SAT'),
      line('000190740014', 'NHAP_LIEU', { body: 'H41' }),
      line('000190740015', 'NHAP_LIEU', { from: '31/02/2027' }),
      line('000190740016', 'NHAP_LIEU', { until: '01/01/2020' }),
      line('000190740011', 'NHAP_LIEU'),
      line('000083740001', 'NHAP_LIEU'),
      line('000190740011', 'QT_BNDP'),
    ],
    true,
  );
  assert.deepEqual(
    answer.lines.map(({ column, problem }) => [column, problem?.code ?? null]),
    [
      [null, null],
      ['nationalId', 'E-ACCOUNT-NATIONAL-ID'],
      ['name', 'E-IMPORT-NAME'],
      ['role', 'E-ROLE-NOT-YOURS'],
      ['body', 'E-IMPORT-BODY'],
      ['from', 'E-GRANT-DAY'],
      ['until', 'E-IMPORT-END'],
      ['nationalId', 'E-IMPORT-TWICE'],
      ['role', 'E-ACCOUNT-YOURS'],
      ['role', 'E-ROLES-TOGETHER'],
    ],
  );
  assert.deepEqual([answer.applied, answer.counts], [false, { received: 10, done: 1, already: 0, wrong: 9 }]);
  assert.equal(await counted(), before);
});
