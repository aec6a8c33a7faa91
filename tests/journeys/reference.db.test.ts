/** The reference of the API in Chromium: it comes, loads nothing from elsewhere, and its policy lets its own program run and nothing else. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { aServer, dataFolder } from '../security/server-for-tests.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, becomes, browserTest as test, holds, keeping, openTestBrowser } from './browser-test.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let browser: Browser;
let address: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await app?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the reference lists the operations of the API, and asks no other server', async () => {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await keeping(async () => {
    await page.goto(`${address}/docs`);
    await page.getByText('Công Vụ API').first().waitFor();
    await page.getByText('Ai đang đăng nhập, với vai trò nào').first().waitFor();
    assert.equal(await page.getByText('Ask AI').count(), 0);
    assert.deepEqual([...origins], [address]);
    assert.deepEqual(complaints, []);
  });
});

test('nothing above minor by axe on the reference, at three widths and in both schemes; no rule is left out', async () => {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  await keeping(async () => {
    await page.goto(`${address}/docs/`);
    await page.getByText('Ai đang đăng nhập, với vai trò nào').first().waitFor();
    for (const width of [1366, 683, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 768 });
        await page.emulateMedia({ colorScheme });
        await becomes(page, `innerWidth === ${width} && matchMedia("(prefers-color-scheme: ${colorScheme})").matches`);
        await holds(async () => assert.deepEqual(await axeFindings(page), [], `${width}, ${colorScheme}`));
      }
  });
});

test('no script runs on it that does not stand in the page as it is', async () => {
  const { headers } = await app.inject({ url: '/docs/' });
  const policy = String(headers['content-security-policy']);
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src'))!;
  assert.match(scripts, /^script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')+$/);
  assert.match(policy, /default-src 'none'/);
});
