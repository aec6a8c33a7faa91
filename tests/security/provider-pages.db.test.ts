/** Whoever opens "sign in" while the provider is away, or is not as the settings say, reads why on a page: never JSON, never a stack, never a 500. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { freePort } from '#base/free-port.ts';
import { startLyingProvider } from '#outside/vneid/provider-for-tests.ts';
import type { Lie, LyingProvider } from '#outside/vneid/provider-for-tests.ts';
import { aServer, dataFolder } from './server-for-tests.ts';

const CLIENT = { id: 'cong-vu', secret: 'bi-mat-cua-kiem-thu-dai-hon-32-ky-tu' };
let office: Office;
let folder: string;
let there: LyingProvider;
const servers: FastifyInstance[] = [];
before(async () => {
  [office, folder, there] = await Promise.all([anOffice(), dataFolder(), startLyingProvider(CLIENT)]);
});
after(async () => {
  for (const app of servers) await app.close();
  await there?.close();
  await office?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function at(env: Readonly<Record<string, string>>): Promise<FastifyInstance> {
  const app = await aServer(office, folder, { env: { OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, ...env } });
  servers.push(app);
  return app;
}

/** A browser's way: to the provider and back. @returns the page that it ends with */
async function page(
  app: FastifyInstance,
  lie: Lie | null,
): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  const headers = { accept: 'text/html,application/xhtml+xml' };
  there.lie = lie;
  try {
    let answer = await app.inject({ url: '/auth/sign-in', headers });
    if (answer.statusCode === 303) {
      const back = new URL(there.visit(String(answer.headers.location)));
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      answer = await app.inject({ url: `${back.pathname}${back.search}`, headers: { ...headers, cookie } });
    }
    return { status: answer.statusCode, type: String(answer.headers['content-type']), text: answer.payload };
  } finally {
    there.lie = null;
  }
}

test('each thing that a provider does wrong ends on a page with its cause, in both languages', async () => {
  const app = await at({ OIDC_ISSUER: there.issuer });
  const wrongs: readonly (readonly [Lie, string])[] = [
    ['error 500', 'E-SIGN-IN-AWAY'],
    ['a page in place of JSON', 'E-SIGN-IN-PROVIDER'],
    ['other issuer in its description', 'E-SIGN-IN-PROVIDER'],
  ];
  for (const [lie, code] of wrongs) {
    const shown = await page(app, lie);
    assert.match(shown.type, /^text\/html/, lie);
    assert.ok(shown.status !== 500 && shown.status >= 400, `${lie}: ${shown.status}`);
    assert.ok(shown.text.includes(code), `${lie}: ${shown.text}`);
    assert.match(shown.text, /Nhà cung cấp định danh[^]*lang="en"[^]*The identity provider/, lie);
  }
  const later: readonly (readonly [Lie, string])[] = [
    ['expired', 'E-SIGN-IN-CLOCK'],
    ['no number', 'E-SIGN-IN-CLAIMS'],
    ['client refused', 'E-SIGN-IN-CLIENT'],
    ['signed by somebody else', 'E-SIGN-IN'],
    ['person gave up', 'E-SIGN-IN'],
  ];
  for (const [lie, code] of later) {
    const shown = await page(app, lie);
    assert.match(shown.type, /^text\/html/, lie);
    assert.ok(shown.status !== 500 && shown.status >= 400, `${lie}: ${shown.status}`);
    assert.match(shown.text, new RegExp(`${code}\\b`), lie);
    assert.doesNotMatch(shown.text, /001090000001|Nguyễn Văn An/, lie);
  }
  assert.match((await page(app, null)).text, /E-NO-ACCOUNT/, 'and who is vouched for comes as far as the question who that is');
});

test('one that nobody answers for, or that has no https, is told before anybody leaves', async () => {
  const gone = await page(await at({ OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` }), null);
  assert.ok(gone.status === 503 && gone.text.includes('E-SIGN-IN-AWAY'), gone.text);
  const real = await aServer(office, folder, { demo: false, env: { OIDC_ISSUER: there.issuer } });
  servers.push(real);
  const plain = await page(real, null);
  assert.ok(plain.status === 503 && plain.text.includes('E-SIGN-IN-PLAIN'), plain.text);
});
