/** Two processes with different surfaces on one database: each answers its own, and what one of them publishes the other serves. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitor } from '#start/demo/http-client.ts';
import { aFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { until } from './killable.ts';

let fleet: Fleet;
before(async () => {
  fleet = await aFleet(6);
  const addresses = { CARD_URL: fleet.second };
  await fleet.start('server-1', { ...addresses, SURFACES: 'portal,administration' });
  await fleet.start('server-2', { ...addresses, SURFACES: 'card,exchange' });
  await fleet.start('worker-1', addresses);
});
after(() => fleet?.drop());

const status = async (url: string): Promise<number> => (await fetch(url)).status;

test('each says that it lives and works', async () => {
  for (const base of [fleet.address, fleet.second]) {
    assert.equal(await status(`${base}/healthz`), 200);
    await until(`${base} ready`, async () => ((await status(`${base}/readyz`)) === 200 ? true : null));
  }
});

test('people sign in at the first; at the second there is nothing to sign in to', async () => {
  const officer = visitor(fleet.address);
  await officer.signIn('xac-nhan');
  assert.equal((await officer.get(`${fleet.address}/api/v1/confirmation/queue`)).status, 200);
  for (const path of ['/api/v1/confirmation/queue', '/auth/sign-in', '/api/v1/session', '/api/v1/accounts'])
    assert.equal(await status(`${fleet.second}${path}`), 404, path);
});

test('what the worker publishes stands at the second, under its own address', async () => {
  const trustList = await until('the trust list', async () => {
    const answer = await fetch(`${fleet.second}/card/trust-list`);
    return answer.ok ? answer.text() : null;
  });
  assert.ok(Buffer.from(trustList.split('.')[1]!, 'base64url').toString().includes(`"${fleet.second}/card"`));
  for (const path of ['/card/trust-list', '/card/trust-anchor']) assert.equal(await status(`${fleet.address}${path}`), 404, path);
  const head = await until('the head of the log', async () => {
    const answer = await fetch(`${fleet.second}/api/v1/audit/checkpoint`);
    return answer.ok ? answer.text() : null;
  });
  assert.match(head, /^audit\./);
});
