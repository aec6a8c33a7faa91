/** Notices over HTTP: everybody's own and nobody else's; addresses that are none, or of another domain; each act with its row. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
const people: Record<'clerk' | 'officer', { cookie: string; accountId: string }> = {
  clerk: { cookie: '', accountId: '' },
  officer: { cookie: '', accountId: '' },
};
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  for (const [who, number, role] of [
    ['clerk', '000190440001', 'NHAP_LIEU'],
    ['officer', '000190440002', 'XAC_NHAN'],
  ] as const) {
    const { handle, accountId } = await office.signedIn(number, [[role, 'H26.03.01']]);
    people[who] = { cookie: `congvu=${handle}`, accountId };
  }
  for (const [who, matter] of [
    ['clerk', 'returned'],
    ['clerk', 'confirmed'],
    ['officer', 'overdue-confirm'],
  ] as const)
    await office.owner.transaction(null, (tx) =>
      tx.query(
        `insert into notice (account_id, notice_id, matter, subject_id, facts, made_at, changed_at)
         values ($1, gen_random_uuid(), $2, gen_random_uuid(), '{"number": "TL-1", "people": 4, "days": 3}', now(), now())`,
        [people[who].accountId, matter],
      ),
    );
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function ask(who: 'clerk' | 'officer' | null, method: 'GET' | 'POST', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1/notices${path}`,
    headers: { cookie: who ? people[who].cookie : '', origin: ORIGIN, 'idempotency-key': `thong-bao-thu-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- what is read is also asserted
  return { status: answer.statusCode, body: answer.json() as any };
}
const actsOf = async (act: string): Promise<number> =>
  (await office.owner.transaction(null, (tx) => tx.query('select 1 from audit_event where act = $1', [act]))).length;

test('each sees their own, with words in both languages and the page where it is done', async () => {
  const { body } = await ask('clerk', 'GET', '');
  assert.deepEqual([body.items.length, body.unseen, body.next], [2, 2, null]);
  const returned = body.items.find((one: { matter: string }) => one.matter === 'returned');
  assert.match(returned.title.vi, /^4 người bị trả lại trong đợt TL-1/);
  assert.match(returned.href, /^\/ho-so-gui\/[0-9a-f-]{36}$/);
  const officer = await ask('officer', 'GET', '');
  assert.deepEqual(
    officer.body.items.map((one: { matter: string }) => one.matter),
    ['overdue-confirm'],
  );
  assert.equal((await ask(null, 'GET', '')).status, 401);
});

test('page by page', async () => {
  const first = await ask('clerk', 'GET', '?limit=1');
  const second = await ask('clerk', 'GET', `?limit=1&cursor=${encodeURIComponent(first.body.next)}`);
  assert.notEqual(first.body.items[0].id, second.body.items[0].id);
  assert.equal(second.body.next, null);
});

test('one’s own are marked as seen, another’s are not there', async () => {
  const { body } = await ask('clerk', 'GET', '');
  const ids = body.items.map((one: { id: string }) => one.id);
  assert.deepEqual((await ask('officer', 'POST', '/seen', { id: ids[0] })).body, { unseen: 1 });
  assert.deepEqual((await ask('clerk', 'GET', '/count')).body, { unseen: 2 });
  assert.deepEqual((await ask('clerk', 'POST', '/seen', { id: ids[0] })).body, { unseen: 1 });
  assert.deepEqual((await ask('clerk', 'POST', '/seen', {})).body, { unseen: 0 });
  assert.equal(await actsOf('notice.seen'), 3);
});

test('an address is one address, and of the domains that the installation writes to', async () => {
  for (const address of [
    '',
    'an',
    'an@so',
    'a@so.example, b@so.example',
    'a b@so.example',
    'a@so.example\r\nBcc: b@so.example',
    '<a@so.example>',
  ]) {
    const { status, body } = await ask('clerk', 'POST', '/mail', { address, wantsMail: true });
    assert.deepEqual([status, body.code], [422, 'E-NOTICE-ADDRESS'], address);
  }
  const narrow = await aServer(office, folder, { env: { MAIL_DOMAINS: 'so.example, bo.example' } });
  const set = (address: string) =>
    narrow.inject({
      method: 'POST',
      url: '/api/v1/notices/mail',
      headers: { cookie: people.clerk.cookie, origin: ORIGIN, 'idempotency-key': `ten-mien-thu-${++asked}` },
      payload: { address, wantsMail: true },
    });
  assert.equal((await set('an@elsewhere.example')).json().code, 'E-NOTICE-DOMAIN');
  assert.equal((await set('an@bo.example.elsewhere.example')).json().code, 'E-NOTICE-DOMAIN');
  assert.equal((await set('An.NV@Bo.Example')).statusCode, 200);
  await narrow.close();
  assert.equal(await actsOf('notice.address-set'), 1);
  assert.deepEqual((await ask('clerk', 'GET', '/mail')).body, {
    address: 'An.NV@Bo.Example',
    wantsMail: true,
    stopped: false,
    sends: false,
    last: null,
  });
  assert.equal((await ask('officer', 'GET', '/mail')).body.address, null, 'one’s own alone');
});
