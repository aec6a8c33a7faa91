/** HEAD answers where GET does, with the same heads and no body; https says that it stays https. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
const servers: FastifyInstance[] = [];
before(async () => {
  [office, folder] = await Promise.all([anOffice(), dataFolder()]);
});
after(async () => {
  for (const app of servers) await app.close();
  await office?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function at(url: string): Promise<FastifyInstance> {
  const app = await aServer(office, folder, { url, env: { PUBLIC_URL: url } });
  servers.push(app);
  return app;
}

test('HEAD is GET without its body, on a wire', async () => {
  const app = await at(ORIGIN);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  for (const address of ['/healthz', '/readyz', '/problems', '/openapi.json', '/api/v1/session', '/no-such-thing']) {
    const [get, head] = [await fetch(`${url}${address}`), await fetch(`${url}${address}`, { method: 'HEAD' })];
    assert.equal(head.status, get.status, address);
    assert.equal(head.headers.get('content-type'), get.headers.get('content-type'), address);
    assert.notEqual(await get.text(), '', address);
    assert.equal(await head.text(), '', address);
  }
  // It is not a way around what a POST is held to.
  const wrong = await fetch(`${url}/auth/sign-out`, { method: 'HEAD' });
  assert.equal(wrong.status, (await fetch(`${url}/auth/sign-out`)).status);
});

test('behind https a browser is told to stay there, and to forget its cache when somebody signs out', async () => {
  const secure = 'https://congvu.example';
  for (const url of [ORIGIN, secure]) {
    const app = await at(url);
    for (const address of ['/healthz', '/no-such-thing', '/%zz'])
      assert.equal(
        (await app.inject({ url: address })).headers['strict-transport-security'],
        url === secure ? 'max-age=31536000' : undefined,
        `${url}${address}`,
      );
    const out = await app.inject({ method: 'POST', url: '/auth/sign-out', headers: { origin: url } });
    assert.deepEqual([out.statusCode, out.headers['clear-site-data']], [204, url === secure ? '"cache"' : undefined]);
  }
});
