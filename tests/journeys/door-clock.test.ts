/** A server whose clock runs a day ahead, seen from an open door in Chromium: it is the server that is named, cards go on, and the right lists are taken as soon as they are there. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { buildDoor } from '#portal/door/build.ts';
import { startMockDoor } from '#portal/mock/door-server.ts';
import type { MockDoor } from '#portal/mock/door-server.ts';
import { ROOT, fetchListsAgain } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, browserTest as test, holds, openTestBrowser } from './browser-test.ts';

const DAY_MS = 86_400_000;

let folder: string;
let browser: Browser;
let mock: MockDoor;
before(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'congvu-door-clock-')), 'door');
  await buildDoor(ROOT, folder);
  mock = await startMockDoor({ folder });
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await mock?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

async function withDoor(work: (page: Page) => Promise<void>): Promise<void> {
  const device = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN', reducedMotion: 'reduce' });
  try {
    const page = await device.newPage();
    page.setDefaultTimeout(SEEN_MS_MAX);
    await page.goto(`${mock.url}/kiem-tra`);
    await page.locator('.data-line.good').filter({ hasText: 'dữ liệu lúc' }).waitFor();
    await work(page);
  } finally {
    await device.close();
  }
}

/** A visitor shows a card that answers the door. */
async function verdictOf(page: Page): Promise<string[]> {
  const nonce = (await page.locator('[data-phrase]').getAttribute('data-phrase'))!;
  await page.fill('#text', mock.issuer.card().present({ nonce, audience: `${mock.url}/kiem-tra/${nonce}` }));
  await page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
  const main = page.locator('main.verdict');
  await main.waitFor();
  const said = [await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')].map(String);
  await page.getByRole('button', { name: 'Xóa ngay' }).click();
  await page.locator('main.home').waitFor();
  return said;
}

/** Of the trust list that this device holds. */
async function numberOf(page: Page): Promise<number> {
  const text = await page.locator('.data-panel dd').first().textContent();
  return Number(/^số (\d+),/.exec(text ?? '')?.[1]);
}

for (const [what, signs] of [
  ['signs its lists by it', true],
  ['refuses to sign by it', false],
] as const)
  test(`a server whose clock jumps a day ahead and that ${what}: named, with green as before; right again, at once`, () =>
    withDoor(async (page) => {
      const line = page.locator('.data-line');
      assert.deepEqual(await verdictOf(page), ['V1', 'valid']);
      await page.getByText('Dữ liệu trên máy này').click();
      const before = await numberOf(page);
      mock.runAhead(DAY_MS, { signs });
      await fetchListsAgain(page);
      await line.getByText('Giờ máy chủ không đúng: danh sách mới chưa được nhận. Không chỉnh giờ máy này').waitFor();
      const panel = page.locator('details.data-panel');
      await panel.getByText('Lần tải gần nhất chưa trọn vẹn: giờ máy chủ không đúng.').waitFor();
      await holds(async () => {
        assert.match((await line.getAttribute('class'))!, /warn/);
        assert.equal(await panel.getByText('hãy chỉnh giờ tự động').count(), 0, 'the guard is not told to set the clock of the device');
        assert.equal(await numberOf(page), before, 'nothing was taken');
        assert.deepEqual(await axeFindings(page), []);
      });
      assert.deepEqual(await verdictOf(page), ['V1', 'valid'], 'by the lists that are here');
      mock.runAhead(0);
      await fetchListsAgain(page);
      await page.locator('.data-line.good').waitFor();
      await holds(async () => {
        assert.equal(await line.getByText('Giờ máy chủ').count(), 0);
        assert.equal(await numberOf(page), before + (signs ? 2 : 1), 'the list of now');
      });
      assert.deepEqual(await verdictOf(page), ['V1', 'valid']);
    }));

test('what ended while its clock was wrong is red with the first right list', () =>
  withDoor(async (page) => {
    const card = mock.issuer.card();
    const shows = async (): Promise<string | null> => {
      await page.fill('#text', card.vn2());
      await page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
      await page.locator('main.verdict').waitFor();
      const code = await page.locator('main.verdict').getAttribute('data-verdict');
      await page.getByRole('button', { name: 'Xóa ngay' }).click();
      return code;
    };
    assert.equal(await shows(), 'V1b');
    mock.runAhead(DAY_MS);
    mock.issuer.revoke(card.index);
    await fetchListsAgain(page);
    await page.locator('.data-line').getByText('Giờ máy chủ không đúng').waitFor();
    mock.runAhead(0);
    await fetchListsAgain(page);
    await page.locator('.data-line.good').waitFor();
    assert.equal(await shows(), 'V3');
  }));
