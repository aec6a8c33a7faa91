/** Over HTTP: while the log stands still what binds is refused in words, with when to ask again; rights are taken away and records read all the same. Decision 0068. */
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
let cookie: string;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  cookie = `congvu=${(await office.signedIn('000083720001', [['QT_BNDP', 'H26.03']])).handle}`;
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
const send = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
  app.inject({
    method,
    url: path,
    headers: { cookie, origin: ORIGIN, 'idempotency-key': `nhat-ky-dung-${++asked}` },
    ...(payload ? { payload } : {}),
  });
const give = async (number: string) =>
  send('POST', '/api/v1/accounts', {
    name: 'Nguyễn Văn Mới',
    nationalId: number,
    role: 'NHAP_LIEU',
    bodyId: await office.body('H26.03.01'),
  });
const asOwner = (sql: string) => office.owner.transaction(null, (tx) => tx.query(sql));

test('giving a role waits until the log is signed; taking it does not, nor do readings, nor does readiness take the server away', async () => {
  const given = await give('000190720001');
  assert.equal(given.statusCode, 201);
  const { grantId } = given.json<{ grantId: string }>();
  const before = (await asOwner('select 1 from account')).length;

  // What waits is twenty minutes old, and the sequencer has not been heard of since.
  await asOwner(`update audit_event set at = at - interval '20 minutes' where tx = (select min(tx) from audit_event)`);
  await asOwner(`update audit_state set complete_until = now() - interval '20 minutes'`);
  const refused = await give('000190720002');
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.json<{ code: string }>().code, 'E-LOG-STANDS-STILL');
  assert.equal(refused.headers['retry-after'], '60');
  assert.equal((await asOwner('select 1 from account')).length, before);

  assert.equal((await send('GET', '/api/v1/accounts')).statusCode, 200);
  assert.equal((await send('DELETE', `/api/v1/grants/${grantId}`)).statusCode, 204);
  const ready = (await send('GET', '/readyz')).json<{ checks: { name: string; ok: boolean; decides: boolean }[] }>();
  const sequencer = ready.checks.find(({ name }) => name === 'sequencer');
  assert.deepEqual([sequencer?.ok, sequencer?.decides], [false, false]);

  // The sequencer works again.
  await asOwner('update audit_state set complete_until = now()');
  assert.equal((await give('000190720002')).statusCode, 201);
});
