/** What is chosen and not sent outlives its page, and a connection that is lost is told and comes back by itself: the portal in Chromium against its mock. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildPortal } from '#portal/build.ts';
import { startMock } from '#portal/mock/server.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, becomes, browserTest as test, holds, openTestBrowser } from './browser-test.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'dist', 'portal');
let browser: Browser;
let mock: Awaited<ReturnType<typeof startMock>>;
before(async () => {
  await buildPortal(root, folder);
  mock = await startMock(folder);
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await mock?.close();
});

async function as(account: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'mock-account', value: account, url: mock.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  return { context, page };
}

const PERSON = '/xac-nhan/s-wait/p2';
const NOTE = 'Ông Hùng nói số quyết định khác';
const verdicts = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const chosen = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('input[type=radio]')].map((one) => one.checked).join()`);
const heading = (page: Page): Promise<void> => page.getByRole('heading', { level: 1, name: /^Xác nhận:/ }).waitFor();

/** Widths of a phone, of a laptop at 200 %, of a laptop. */
const WIDTHS = [390, 683, 1366];

/** A view that no address leads to: nothing above minor by axe, at each width and in both schemes, and no wider than its window. */
async function isAccessible(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    await becomes(page, `innerWidth === ${width}`);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${name} is wider than ${width}`);
    await holds(async () => assert.deepEqual(await axeFindings(page, 'structure'), [], `${name} at ${width}`));
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await becomes(page, `matchMedia("(prefers-color-scheme: ${colorScheme})").matches`);
    await holds(async () => assert.deepEqual(await axeFindings(page, 'colours'), [], `${name}, ${colorScheme}`));
  }
}

test('what an officer has chosen is there after J and K, after a reload, and after the session ended; the note is in no store', async () => {
  const { context, page } = await as('officer');
  await page.goto(mock.url + PERSON);
  await heading(page);
  await verdicts(page, 'Trả lại').first().check();
  await verdicts(page, 'Chấp nhận').nth(1).check();
  await page.getByRole('textbox').first().fill(NOTE);
  const before = await chosen(page);
  assert.match(String(before), /true/);
  await page.locator('h1').click();
  await page.getByRole('link', { name: 'Người tiếp theo' }).waitFor();
  await page.keyboard.press('j');
  await holds(async () => assert.ok(!page.url().includes('/p2')));
  // The way back is there once the place in the queue was told.
  await page.locator('main a[href*="/s-wait/p2"]').first().waitFor();
  await page.keyboard.press('k');
  await holds(async () => assert.ok(page.url().includes('/p2')));
  await holds(async () => assert.equal(await chosen(page), before));
  assert.equal(await page.getByRole('textbox').first().inputValue(), NOTE);
  const stored = String(await page.evaluate('JSON.stringify(sessionStorage)'));
  assert.match(stored, /"return/);
  assert.ok(!stored.includes('Hùng') && !stored.includes('Mai Thị'), 'nothing of anybody stands in the browser');
  // The page asks before the note is lost, and goes when it is told to.
  const asked = page.waitForEvent('dialog').then((dialog) => {
    assert.equal(dialog.type(), 'beforeunload');
    return dialog.accept();
  });
  await Promise.all([asked, page.reload()]);
  await holds(async () => assert.equal(await chosen(page), before));
  await context.clearCookies();
  await page.goto(mock.url + PERSON);
  await page.getByRole('heading', { level: 1, name: 'Anh/chị chưa đăng nhập' }).waitFor();
  await page.getByRole('link', { name: 'Đăng nhập', exact: true }).waitFor();
  await context.addCookies([{ name: 'mock-account', value: 'officer', url: mock.url }]);
  await page.goto(mock.url + PERSON);
  await holds(async () => assert.equal(await chosen(page), before));
  await context.close();
});

test('what one person has chosen is not shown to the next one at the same browser', async () => {
  const { context, page } = await as('officer');
  await page.goto(mock.url + PERSON);
  await heading(page);
  await verdicts(page, 'Trả lại').first().check();
  await context.clearCookies();
  await context.addCookies([{ name: 'mock-account', value: 'hr', url: mock.url }]);
  await page.goto(mock.url + PERSON);
  await heading(page);
  await holds(async () => assert.equal(await verdicts(page, 'Trả lại').first().isChecked(), false));
  await context.close();
});

/** Forms of each kind, by who fills them in: where, what opens them, what is typed where, what sends them. */
const FORMS: readonly {
  readonly as: string;
  readonly at: string;
  readonly open?: string;
  readonly typed: Readonly<Record<string, string>>;
  /** lists of which the first entry is chosen */
  readonly chosen?: readonly string[];
  /** all boxes of the page are */
  readonly ticked?: true;
  readonly send: string;
}[] = [
  {
    as: 'admin',
    at: '/tai-khoan',
    typed: { 'Họ và tên': 'Lê Thị Thử', 'Số định danh cá nhân (12 số)': '000190000999' },
    chosen: ['Vai trò', 'Cơ quan và trực thuộc'],
    send: 'Giao vai trò',
  },
  {
    as: 'clerk',
    at: '/bieu-mau',
    typed: { 'Lý do: công việc gì, theo văn bản nào': 'Cập nhật sau kỳ nâng lương' },
    send: 'Đề nghị biểu mẫu điền sẵn',
  },
  {
    as: 'clerk',
    at: '/ho-so-gui/s-fix/doi-chieu',
    typed: { 'Số liệu tính đến ngày': '31/10/2026', 'Tìm theo họ tên': 'hoa' },
    ticked: true,
    send: 'Gửi xác nhận',
  },
  {
    as: 'person',
    at: '/toi/nhom/B',
    open: '[data-report]',
    typed: { 'Sai ở đâu, thiếu gì': 'Ngày sinh ghi nhầm năm', 'Giá trị đúng (nếu biết)': '12/03/1985' },
    send: 'Gửi',
  },
  {
    as: 'person',
    at: '/toi/ai-da-xem',
    open: '.own-reads [data-complain]',
    typed: { 'Điều anh/chị muốn hỏi': 'Tôi không biết vì sao cơ quan này xem hồ sơ' },
    send: 'Gửi khiếu nại',
  },
];

for (const form of FORMS)
  test(`a session that ends within a form covers the page and keeps what ${form.as} typed at ${form.at}; somebody else finds nothing of it`, async () => {
    const { context, page } = await as(form.as);
    await page.goto(mock.url + form.at);
    if (form.open) await page.locator(form.open).first().click();
    const fields = Object.entries(form.typed).map(([label, text]) => [page.getByRole('textbox', { name: label }).first(), text] as const);
    for (const [field, text] of fields) await field.fill(text);
    for (const label of form.chosen ?? []) await page.getByRole('combobox', { name: label }).first().selectOption({ index: 1 });
    // Boxes of warnings come with what was found.
    if (form.ticked)
      await page
        .getByRole('checkbox', { name: /^Đã xem/ })
        .first()
        .waitFor();
    if (form.ticked) for (const box of await page.locator('main input[type=checkbox]').all()) await box.check();
    const typed = async (): Promise<readonly string[]> => Promise.all(fields.map(([field]) => field.inputValue()));
    const before = await typed();
    await context.clearCookies();
    await page.getByRole('button', { name: form.send, exact: true }).last().click();
    const curtain = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await curtain.waitFor();
    assert.equal(await page.evaluate(`document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog').className`), 'curtain');
    await page.keyboard.press('Escape');
    await curtain.getByRole('button', { name: 'Tiếp tục' }).click();
    await curtain.getByText('Chưa thấy anh/chị đăng nhập lại.').waitFor();
    if (form === FORMS[0]) await isAccessible(page, 'a session that ended');
    await context.addCookies([{ name: 'mock-account', value: form.as, url: mock.url }]);
    await curtain.getByRole('button', { name: 'Tiếp tục' }).click();
    await curtain.waitFor({ state: 'detached' });
    assert.deepEqual(await typed(), before);
    await context.clearCookies();
    await page.getByRole('button', { name: form.send, exact: true }).last().click();
    await curtain.waitFor();
    await context.addCookies([{ name: 'mock-account', value: form.as === 'clerk' ? 'hr' : 'clerk', url: mock.url }]);
    await curtain.getByRole('button', { name: 'Tiếp tục' }).click();
    await curtain.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await holds(async () => {
      const left = await page.evaluate(`[...document.querySelectorAll('input, textarea')].map((one) => one.value)`);
      for (const text of Object.values(form.typed)) assert.ok(!(left as string[]).includes(text), text);
    });
    await context.close();
  });

test('without a connection the page says so, shows no bars that wait for nothing, and goes on by itself', async () => {
  const { context, page } = await as('clerk');
  await page.goto(mock.url);
  await page.locator('.task').first().waitFor();
  await context.setOffline(true);
  const banner = page.getByRole('alert').filter({ hasText: 'Mất kết nối' });
  await banner.waitFor();
  // A page that was not fetched yet, and its question.
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  await page.getByText('sẽ tự tải khi có kết nối').waitFor();
  assert.equal(await page.locator('main [aria-busy=true]').count(), 0);
  await isAccessible(page, 'a lost connection');
  await context.setOffline(false);
  await page.getByRole('search').waitFor();
  await banner.waitFor({ state: 'detached' });
  await context.close();
});

test('a screen that breaks says so in its place, with a heading, and leaves the frame whole', async () => {
  const { context, page } = await as('clerk');
  // An answer of another shape than the program knows: what a fault of ours looks like from the page.
  await page.route(/\/api\/v1\/submissions(\?|$)/, (route) => route.fulfill({ json: { items: [null], next: null } }));
  await page.goto(`${mock.url}/ho-so-gui`);
  const broken = page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 1 }) });
  await broken.waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).waitFor();
  await isAccessible(page, 'a broken page');
  await context.close();
});
