/** A stranger with the number of a receipt, and with the file that was taken along: without a session, and without the server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { keyRoutes } from '#authority/keys/routes.ts';
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { systemChance } from '#base/chance.ts';
import { checkReceipt, readReceipt } from './check.ts';
import { issueReceipt } from './issue.ts';
import { publicReceiptRoutes } from './routes.ts';
import type { Receipt } from './shapes.ts';

let office: Office;
let app: FastifyInstance;
let receipt: Receipt;

before(async () => {
  office = await anOffice();
  app = Fastify();
  keyRoutes(app, office);
  publicReceiptRoutes(app, office);
  const { handle } = await office.signedIn('000190000078', [['NHAP_LIEU', 'H26']]);
  const bodyId = await office.body('H26');
  receipt = await office.as(handle, (tx) =>
    issueReceipt(
      tx,
      { keys: office.keys, chance: systemChance },
      {
        bodyId,
        kind: 'R1',
        at: office.clock.now(),
        bodyCode: 'H26',
        bodyName: 'UBND thành phố Hà Nội',
        submissionId: systemChance.uuid7(0),
        uploadNumber: 'TL-00000-00001',
        round: 1,
        sha256: 'ab'.repeat(32),
        sizeBytes: 12,
        counts: { received: 3, accepted: 2, rejected: 0, waiting: 1 },
        asOf: '2026-11-01',
      },
    ),
  );
});
after(async () => {
  await app.close();
  await office.close();
});

const asked = (number: string) => app.inject(`/api/v1/public/receipts/${number}`);
const keys = async (): Promise<PublishedKey[]> => (await app.inject('/.well-known/jwks.json')).json().keys;

test('whoever has the number is told what it says and that the signature holds; of the submission nothing leads further', async () => {
  const answer = await asked(receipt.content.number);
  const told = answer.json();
  assert.deepEqual(
    [answer.statusCode, told.signature, told.sha256, told.counts.received, told.bodyName],
    [200, 'right', 'ab'.repeat(32), 3, 'UBND thành phố Hà Nội'],
  );
  assert.ok(!('submissionId' in told) && !('items' in told));
  assert.equal((await asked('BN-00000-00000')).json().code, 'E-RECEIPT-UNKNOWN');
  assert.equal((await asked('BN-1%25')).statusCode, 400, 'a part of a number finds nothing');
});

test('a row that was changed in the database is told to be wrong', async () => {
  const changed = JSON.stringify({ ...receipt.content, counts: { received: 9, accepted: 9, rejected: 0, waiting: 0 } });
  const write = (content: string): Promise<unknown> =>
    office.owner.transaction(null, (tx) =>
      tx.query('update receipt set content = $2 where receipt_number = $1', [receipt.content.number, content]),
    );
  const [{ content }] = (await office.owner.transaction(null, (tx) =>
    tx.query<{ content: string }>('select content from receipt where receipt_number = $1', [receipt.content.number]),
  )) as [{ content: string }];
  await write(changed);
  assert.equal((await asked(receipt.content.number)).json().signature, 'wrong');
  await write(content);
  assert.equal((await asked(receipt.content.number)).json().signature, 'right');
});

test('what was taken along is checked without the server: as signed, changed, signed by another key', async () => {
  const check = async (text: string, with_?: readonly PublishedKey[]) =>
    (await checkReceipt(readReceipt(text)!, with_ ?? (await keys()))).check;
  const file = JSON.stringify({ ...receipt.content, jws: receipt.jws }, null, 2);
  assert.equal(await check(file), 'right');
  assert.equal(await check(receipt.jws), 'right');
  assert.equal(await check(file.replace('"received": 3', '"received": 4')), 'changed');
  const [head, , signature] = receipt.jws.split('.');
  const forged = `${head}.${Buffer.from(JSON.stringify({ ...receipt.content, round: 2 })).toString('base64url')}.${signature}`;
  assert.equal(await check(forged), 'wrong');
  assert.equal(await check(file, []), 'no-key');
  const attests = (await keys()).map((key) => ({ ...key, congvu: { ...key.congvu, purpose: 'attestation' as const } }));
  assert.equal(await check(file, attests), 'no-key', 'a key of another purpose signs no receipt');
  assert.equal(readReceipt('{"number": 1}'), null);
});
