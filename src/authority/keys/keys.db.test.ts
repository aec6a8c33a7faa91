/** Whatever is signed can be checked by a stranger with a published key, before and after the key was rotated. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { CompactSign, compactVerify, createLocalJWKSet } from 'jose';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { keyRoutes } from './routes.ts';
import type { KeyHolder } from './shapes.ts';
import { activeKey, keyEpochs, publishFormerKeys, publishedKey, rotateKey } from './store.ts';

const RECEIPT: KeyHolder = { purpose: 'receipt', bodyId: null };

let office: Office;
let app: FastifyInstance;
let system: SessionHandle;
let person: SessionHandle;
before(async () => {
  office = await anOffice();
  system = await jobSessions(office, 'test')(null);
  person = (await office.signedIn('000190000077', [['NHAP_LIEU', 'H26']])).handle;
  app = Fastify();
  keyRoutes(app, office);
});
after(async () => {
  await app.close();
  await office.close();
});

const as = <T>(handle: SessionHandle, work: (tx: Tx) => Promise<T>): Promise<T> => office.db.transaction(handle, work);
const published = async () => (await app.inject('/.well-known/jwks.json')).json() as Parameters<typeof createLocalJWKSet>[0];
const signs = (text: string): Promise<string> =>
  as(person, async (tx) => {
    const { kid, privateKey } = await activeKey(tx, office.keys, RECEIPT, office.clock.now());
    return new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
  });

test('what was signed before and after a rotation verifies with the published set, by a library that is not ours', async () => {
  const early = await signs('trước');
  const rotated = await as(system, (tx) => rotateKey(tx, office.keys, RECEIPT, office.clock.now()));
  const late = await signs('sau');
  const set = createLocalJWKSet(await published());
  assert.equal(Buffer.from((await compactVerify(early, set)).payload).toString(), 'trước');
  const { protectedHeader } = await compactVerify(late, set);
  assert.equal(protectedHeader.kid, rotated!.began);
  assert.notEqual(rotated!.began, rotated!.ended);
  const states = (await published()).keys.map((key) => (key as unknown as { congvu: { status: string } }).congvu.status);
  assert.deepEqual(states, ['ended', 'active']);
});

test('any key is found by its name, a body’s too; an unknown name is a problem', async () => {
  const bodyId = await office.body('H26');
  const { kid } = await as(person, (tx) => activeKey(tx, office.keys, { purpose: 'attestation', bodyId }, office.clock.now()));
  const answer = await app.inject(`/api/v1/keys/${kid}`);
  assert.equal(answer.json().congvu.bodyId, bodyId);
  assert.ok(!(await published()).keys.some((key) => key.kid === kid), 'the installation’s set stays small');
  assert.equal((await app.inject('/api/v1/keys/AAAAAAAAAAAAAAAA')).statusCode, 404);
});

test('a person’s session cannot rotate, end or open a second key', async () => {
  await signs('đã có khóa');
  assert.equal(await as(person, (tx) => rotateKey(tx, office.keys, RECEIPT, office.clock.now())), null);
  const second = `insert into signing_key (purpose, body_id, epoch, kid, since) values ('receipt', null, 9, 'x', now())`;
  await assert.rejects(
    as(person, (tx) => tx.query(second)),
    /row-level security/,
  );
});

test('a row with a key that is not ours publishes nothing', async () => {
  const [one] = await as(person, (tx) => keyEpochs(tx, ['receipt']));
  assert.equal(publishedKey(office.keys, { ...one!, kid: 'AAAAAAAAAAAAAAAA' }), null);
});

test('nothing is signed under a row that names another key', async () => {
  const bodyId = await office.body('H41');
  await office.owner.transaction(null, (tx) =>
    tx.query(`insert into signing_key (purpose, body_id, epoch, kid, since) values ('attestation', $1, 1, 'BBBBBBBBBBBBBBBB', now())`, [
      bodyId,
    ]),
  );
  await assert.rejects(
    as(person, (tx) => activeKey(tx, office.keys, { purpose: 'attestation', bodyId }, office.clock.now())),
    /names another key/,
  );
});

test('keys that signed before keys were published are published with their first signature, once', async () => {
  const other = await anOffice();
  try {
    const handle = await jobSessions(other, 'test')(null);
    const since = '2026-11-01T00:00:00.000Z';
    const publish = (): Promise<void> =>
      other.db.transaction(handle, (tx) => publishFormerKeys(tx, other.keys, async () => [{ ...RECEIPT, since }]));
    await publish();
    await publish();
    const epochs = await other.db.transaction(handle, (tx) => keyEpochs(tx, ['receipt', 'attestation']));
    assert.deepEqual(
      epochs.map((one) => [one.purpose, one.epoch, one.since]),
      [['receipt', 1, since]],
    );
  } finally {
    await other.close();
  }
});
