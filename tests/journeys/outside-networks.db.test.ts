/** Who opens the portal from outside its networks gets one page: whole without scripts, without a finding of axe, on a telephone's width. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openBrowser } from '#portal/mock/browser.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import { aServer, dataFolder } from '../security/server-for-tests.ts';
import { axeFindings } from './axe.ts';

const GUARD = { networks: ['10.20.0.0/16'], tls: null, clients: null, proxyHeaderFrom: null };

test('the page for who is outside needs no script, fits 390 px, and axe finds nothing on it', async () => {
  const office = await anOffice();
  const folder = await dataFolder();
  const app = await aServer(office, folder, { guard: GUARD });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ho-so-gui`;
  const browser = await openBrowser();
  try {
    for (const [javaScriptEnabled, colorScheme] of [
      [false, 'light'],
      [true, 'light'],
      [true, 'dark'],
    ] as const) {
      const context = await browser.newContext({ javaScriptEnabled, colorScheme, viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (line) => complaints.push(line.text()));
      const answer = await page.goto(url);
      assert.equal(answer?.status(), 403);
      const text = await page.innerText('main');
      assert.match(text, /đang ngoài mạng TSLCD[\s\S]*Việc nên làm[\s\S]*127\.0\.0\.1[\s\S]*outside the networks/);
      if (javaScriptEnabled) {
        assert.ok((await page.evaluate('document.documentElement.scrollWidth')) === 390, 'nothing goes beyond the screen');
        assert.equal(
          await page.evaluate(`getComputedStyle(document.querySelector('main')).borderTopWidth`),
          '4px',
          'its policy lets its style in',
        );
        assert.deepEqual(await axeFindings(page), []);
      }
      assert.deepEqual(
        complaints.filter((line) => !/favicon|403/.test(line)),
        [],
      );
      await context.close();
    }
  } finally {
    await browser.close();
    await app.close();
    await office.close();
    await rm(folder, { recursive: true, force: true });
  }
});
