/** One presentation, one door: the same answer in a second tab, on a second device, at a second door, after a reload is never green. In Chromium, at real pages. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildDoor } from '#portal/door/build.ts';
import { startMockDoor } from '#portal/mock/door-server.ts';
import type { MockDoor } from '#portal/mock/door-server.ts';
import { ROOT } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, browserTest as test, holds, openTestBrowser } from './browser-test.ts';
import { qrInPicture } from './qr-in-picture.ts';

let folder: string;
let browser: Browser;
let mock: MockDoor;
before(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'congvu-door-answers-')), 'door');
  await buildDoor(ROOT, folder);
  mock = await startMockDoor({ folder });
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await mock?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const aDevice = (width = 390): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN', reducedMotion: 'reduce' });

/** A tab at the door whose lists are there. */
async function aTab(device: BrowserContext, door = mock): Promise<Page> {
  const page = await device.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  await page.goto(`${door.url}/kiem-tra`);
  await page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
  return page;
}

async function askedAt(page: Page): Promise<{ readonly audience: string; readonly nonce: string }> {
  const nonce = (await page.locator('[data-phrase]').getAttribute('data-phrase'))!;
  const site = await page.locator('meta[name=card-site]').getAttribute('content');
  return { nonce, audience: `${site}/kiem-tra/${nonce}` };
}

async function verdictOf(page: Page, text: string): Promise<[string | null, string | null]> {
  await page.fill('#text', text);
  await page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
  const main = page.locator('main.verdict');
  await main.waitFor();
  const said: [string | null, string | null] = [await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')];
  await page.getByRole('button', { name: 'Xóa ngay' }).click();
  await page.locator('main.home').waitFor();
  return said;
}

test('text that answers the phrase is green once: not again, not in a second tab, on a second device, at a second door, after a reload', async () => {
  const elsewhere = await startMockDoor({ folder });
  const [device, second] = [await aDevice(), await aDevice()];
  try {
    const [tab, otherTab, otherDevice, otherDoor] = [
      await aTab(device),
      await aTab(device),
      await aTab(second),
      await aTab(second, elsewhere),
    ];
    const asked = await askedAt(tab);
    const card = mock.issuer.card();
    const text = card.present(asked);
    assert.deepEqual(await verdictOf(tab, text), ['V1', 'valid']);
    assert.notEqual((await askedAt(tab)).nonce, asked.nonce, 'the next visitor gets another phrase');
    assert.deepEqual(await verdictOf(tab, text), ['V9', 'seen-before']);
    assert.deepEqual(await verdictOf(otherTab, text), ['V9', 'wrong-audience']);
    assert.deepEqual(await verdictOf(otherDevice, text), ['V9', 'wrong-audience']);
    assert.equal((await verdictOf(otherDoor, text))[0], 'V5', 'a door of another installation does not know its cards');
    await tab.reload();
    await tab.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
    assert.deepEqual(await verdictOf(tab, text), ['V9', 'wrong-audience']);
    // What answers nothing that a door asked is amber at the first door, and known at every tab of the device.
    const unasked = card.present();
    assert.deepEqual(await verdictOf(tab, unasked), ['V1b', 'not-asked']);
    assert.deepEqual(await verdictOf(otherTab, unasked), ['V9', 'seen-before']);
    assert.deepEqual(await verdictOf(otherDevice, unasked), ['V1b', 'not-asked']);
    const code = card.vn2();
    assert.deepEqual(await verdictOf(otherTab, code), ['V1b', 'no-portrait']);
    assert.deepEqual(await verdictOf(tab, code), ['V9', 'seen-before']);
  } finally {
    await device.close();
    await second.close();
    await elsewhere.close();
  }
});

test('the phrase is read out, or scanned: the QR says the door and the phrase; on a small phone too, in light and dark', async () => {
  const device = await aDevice(360);
  try {
    const page = await aTab(device);
    const asked = await askedAt(page);
    const spoken = await page.locator('[data-phrase]').innerText();
    assert.equal(spoken.split(' ').length, 5);
    await page.getByRole('button', { name: 'Hiện mã QR của cụm từ' }).click();
    const picture = page.locator('svg.qr');
    await picture.waitFor();
    await holds(async () => assert.deepEqual(await qrInPicture(await picture.screenshot()), [asked.audience]));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), [], colorScheme);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    }
    await page.getByRole('button', { name: 'Ẩn mã QR' }).click();
    await picture.waitFor({ state: 'detached' });
  } finally {
    await device.close();
  }
});
