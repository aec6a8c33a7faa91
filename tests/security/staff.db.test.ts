/** An administrator sees who of the own bodies is signed in, ends a session, reads the sign-ins, and says whom to turn to; of other bodies nothing. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
type Signed = Awaited<ReturnType<Office['signedIn']>>;
const who = {} as Record<'admin' | 'elsewhere' | 'clerk' | 'beyond', Signed>;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.admin = await office.signedIn('000083750001', [['QT_BNDP', 'H26']]);
  who.elsewhere = await office.signedIn('000083750002', [['QT_BNDP', 'H41']]);
  who.clerk = await office.signedIn('000083750003', [['NHAP_LIEU', 'H26.03.01']]);
  who.beyond = await office.signedIn('000083750004', [
    ['NHAP_LIEU', 'H26.03.01'],
    ['NHAP_LIEU', 'H41.51'],
  ]);
  for (const { handle, sessionId } of [who.clerk, who.beyond])
    await office.as(handle, (tx) =>
      recordAct(tx, office, { act: 'session.opened', purpose: 'SIGN_IN', bodyId: null, objectId: sessionId }),
    );
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function ask(handle: SessionHandle, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `can-bo-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, code: body['code'] as string | undefined, body };
}
const listed = async (by: Signed, path: string): Promise<string[]> =>
  ((await ask(by.handle, 'GET', path)).body['items'] as { accountId: string }[]).map(({ accountId }) => accountId);

test('who is signed in is told of accounts that act for the own bodies alone; never oneself', async () => {
  assert.deepEqual(await listed(who.admin, '/staff/sessions'), [who.clerk.accountId], 'who acts for another body too is not managed here');
  assert.deepEqual(await listed(who.elsewhere, '/staff/sessions'), []);
  assert.equal((await ask(who.clerk.handle, 'GET', '/staff/sessions')).code, 'E-NOT-ALLOWED');
});

test('sign-ins are told of the same accounts', async () => {
  assert.deepEqual(await listed(who.admin, '/staff/sign-ins'), [who.clerk.accountId]);
  assert.deepEqual(await listed(who.elsewhere, '/staff/sign-ins'), []);
});

test('a session is ended by who manages the account, with a row; not by another administrator, and not one’s own this way', async () => {
  const end = (by: Signed, session: string) => ask(by.handle, 'DELETE', `/staff/sessions/${session}`);
  assert.equal((await end(who.elsewhere, who.clerk.sessionId)).code, 'E-SESSION-NOT-FOUND');
  assert.equal((await end(who.admin, who.admin.sessionId)).code, 'E-SESSION-NOT-FOUND');
  assert.equal((await end(who.admin, who.beyond.sessionId)).code, 'E-SESSION-NOT-FOUND');
  assert.equal((await end(who.admin, who.clerk.sessionId)).status, 204);
  assert.equal((await ask(who.clerk.handle, 'GET', '/home')).code, 'E-NOT-SIGNED-IN', 'at once');
  const rows = await office.owner.transaction(null, (tx) =>
    tx.query<{ actor_id: string; object_id: string }>(`select actor_id, object_id from audit_event where act = 'session.closed'`),
  );
  assert.deepEqual(rows, [{ actor_id: who.admin.accountId, object_id: who.clerk.sessionId }]);
});

test('the contact of a body is set by its administrator, and those below without one are told it', async () => {
  const [school, department] = [await office.body('H26.03.01'), await office.body('H26.03')];
  const contact = { phone: '0209 3 000 000', email: 'tccb@so.example', place: '' };
  const set = (by: Signed, body: object) => ask(by.handle, 'POST', `/bodies/${department}/contact`, body);
  assert.equal((await set(who.elsewhere, contact)).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await set(who.beyond, contact)).code, 'E-NOT-ALLOWED');
  assert.equal((await set(who.admin, { ...contact, email: 'không phải thư' })).status, 400);
  assert.equal((await set(who.admin, contact)).status, 204);
  const told = await ask(who.beyond.handle, 'GET', `/bodies/${school}/contact`);
  assert.deepEqual(
    [told.body['phone'], told.body['email'], told.body['place'], (told.body['body'] as { id: string }).id],
    [contact.phone, contact.email, null, department],
  );
  assert.equal((await set(who.admin, { phone: '', email: '', place: '' })).status, 204);
  assert.equal((await set(who.admin, { phone: '', email: '', place: '' })).status, 204, 'what changes nothing is no event');
  assert.equal((await ask(who.beyond.handle, 'GET', `/bodies/${school}/contact`)).body['body'], null);
  // An event of its own in the history of the body, and no re-organisation: nobody goes on as anybody, no decision, no other fact.
  const history = (await ask(who.beyond.handle, 'GET', `/bodies/${department}/changes`)).body['items'] as readonly {
    readonly kind: string;
    readonly decision: string | null;
    readonly lines: readonly { readonly kind: string; readonly before: string | null; readonly after: string | null }[];
  }[];
  const contacts = history.filter(({ kind }) => kind === 'lien_he');
  assert.deepEqual(
    contacts.map(({ decision, lines }) => [decision, lines.map(({ kind, before, after }) => [kind, before, after])]),
    [
      [
        null,
        [
          ['contact-email', contact.email, null],
          ['contact-phone', contact.phone, null],
        ],
      ],
      [
        null,
        [
          ['contact-email', null, contact.email],
          ['contact-phone', null, contact.phone],
        ],
      ],
    ],
  );
});
