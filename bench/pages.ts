/**
 * Two pages as people wait for them, in Chromium at the real product: the problems of the file of 602 mistakes, opened cold on a thin line and a slow
 * processor; and a name typed into the search until its rows stand there, among 200,000 people. Beside each, in the same run, the least that could be.
 */
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '#portal/mock/browser.ts';
import { dirtyWorkbook } from '#start/demo/workbooks.ts';
import { openOwnProduct } from '#start/own-product.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { scaled } from './scale.ts';

const PEOPLE = scaled(200_000);
/** 1.6 Mbit/s, in bytes. */
const LINE_BYTES = (1.6 * 1_000_000) / 8;
const CPU_SLOWER = 4;
const OPENINGS = 5;
const COLD_MS_MAX = 3_000;
const ROWS_MS_MAX = 300;
const NAMES = ['nguyen thi lan', 'tran van', 'nguyen', 'le duc dung', 'pham hoa', 'dang thi thu huong', 'quach ngoc uyen', 'uoc'];
const WAIT_MS_MAX = 10 * 60_000;

async function signIn(page: Page, address: string, role: string): Promise<void> {
  await page.goto(`${address}/trinh-dien`);
  await page.locator('a.card', { hasText: role }).first().click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
}

async function slow(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: LINE_BYTES,
    uploadThroughput: LINE_BYTES,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  return session;
}

/** From the address until this stands there, in a browser that has nothing of it yet. Milliseconds. */
async function cold(context: BrowserContext, address: string, ready: string): Promise<number> {
  const page = await context.newPage();
  const session = await slow(context, page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const startedMs = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor({ timeout: WAIT_MS_MAX });
  const tookMs = performance.now() - startedMs;
  await page.close();
  return tookMs;
}

/** Opened in turn with the plainest page that the product has. */
async function problemPage(context: BrowserContext, address: string, tell: (text: string) => void): Promise<BenchRow> {
  const page = await context.newPage();
  await signIn(page, address, 'Cán bộ nhập liệu');
  await page.goto(`${address}/nop-ho-so`);
  await page.locator('input[type=file]').setInputFiles({
    name: '602.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await dirtyWorkbook()),
  });
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await page.locator('.pick [role=tab]').first().waitFor({ timeout: WAIT_MS_MAX });
  const problems = page.url();
  await page.close();
  const [times, empty]: [number[], number[]] = [[], []];
  for (let opening = 0; opening < OPENINGS; opening++) {
    times.push(await cold(context, problems, '[role=tabpanel] tbody tr'));
    empty.push(await cold(context, `${address}/error.html`, 'main h1'));
  }
  tell(
    `602 lỗi, mở lần đầu: ${times.map((ms) => Math.round(ms)).join(', ')} ms; trang trống ${empty.map((ms) => Math.round(ms)).join(', ')} ms`,
  );
  const [half, emptyHalf] = [percentile(times, 0.5), percentile(empty, 0.5)];
  return {
    name: 'page of 602 problems, cold, 1.6 Mbit/s, processor ÷ 4 (half of 5)',
    value: round(half, 0),
    unit: 'ms',
    beside: 'an empty page so',
    besideValue: round(emptyHalf, 0),
    ratio: round(half / emptyHalf),
    goal: `≤ ${COLD_MS_MAX} ms`,
    met: half <= COLD_MS_MAX,
  };
}

/** From the key that asks until the rows of the new name stand there; beside: the bare question over the same session. */
async function search(context: BrowserContext, address: string, tell: (text: string) => void): Promise<BenchRow> {
  const page = await context.newPage();
  await signIn(page, address, 'Người có thẩm quyền xác nhận');
  await page.goto(`${address}/tra-cuu`);
  const name = page.getByLabel('Họ tên');
  const [times, bare]: [number[], number[]] = [[], []];
  for (const [at, sought] of [...NAMES, ...NAMES].entries()) {
    await name.fill(sought);
    // Measured in the page itself: the way to the test costs milliseconds.
    const tookMs = await page.evaluate(
      `new Promise((resolve) => {
        let began = false;
        const startedMs = performance.now();
        const seen = new MutationObserver(() => {
          began ||= document.querySelector('[aria-busy=true]') !== null;
          if (!began || document.querySelector('[aria-busy=true]') || !document.querySelector('tbody tr, .empty')) return;
          requestAnimationFrame(() => { seen.disconnect(); resolve(performance.now() - startedMs); });
        });
        seen.observe(document.querySelector('main'), { childList: true, subtree: true, attributes: true });
        document.activeElement.form.requestSubmit();
      })`,
    );
    const bareMs = await page.evaluate(
      `(async () => { const startedMs = performance.now(); await (await fetch('/api/v1/people/search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: ${JSON.stringify(sought)} }) })).json(); return performance.now() - startedMs; })()`,
    );
    // The first round warms plans and caches, as a working day does.
    if (at < NAMES.length) continue;
    times.push(Number(tookMs));
    bare.push(Number(bareMs));
  }
  await page.close();
  tell(
    `tra cứu: ${NAMES.map((sought, at) => `${sought} ${Math.round(times[at]!)}/${Math.round(bare[at]!)}`).join(', ')} ms (hàng/câu hỏi trần)`,
  );
  const [p95, bareP95] = [percentile(times, 0.95), percentile(bare, 0.95)];
  return {
    name: `search, key to rows, among ${PEOPLE} (p95 of ${NAMES.length} names)`,
    value: round(p95, 0),
    unit: 'ms',
    beside: 'the bare question',
    besideValue: round(bareP95, 0),
    ratio: round(p95 / bareP95),
    goal: `≤ ${ROWS_MS_MAX} ms`,
    met: p95 <= ROWS_MS_MAX,
  };
}

export const pages: Bench = async (tell) => {
  const opened = await openOwnProduct({ root: join(import.meta.dirname, '..'), portal: true, people: PEOPLE, tell: () => undefined });
  if (!opened.ok) throw new Error(opened.problems[0]!.title.en);
  const browser = await openBrowser();
  try {
    const { address } = opened.value;
    const clerk = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const officer = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    return [await problemPage(clerk, address, tell), await search(officer, address, tell)];
  } finally {
    await browser.close();
    await opened.value.stop();
  }
};
