/**
 * `npm run screenshots`: pictures of every screen of the real product, made by clicks on the demo, into `docs/screenshots/`.
 *
 *     node tools/screenshots.ts [FOLDER]
 *
 * 1366 × 768, light; some in dark and as wide as a phone. The clip is the window: a picture is what one sees without scrolling.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT, openPremises, signInByClicks, sitDown } from '../tests/journeys/at-the-portal.ts';
import type { Premises } from '../tests/journeys/at-the-portal.ts';

const folder = process.argv[2] ?? join(ROOT, 'docs', 'screenshots');

async function shot(page: Page, name: string): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

const link = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

async function clerk(premises: Premises): Promise<void> {
  const { page, context } = await sitDown(premises);
  await page.goto(premises.product.address);
  await heading(page, /Sổ đăng ký/);
  await shot(page, 'chao');
  await link(page, 'Xem thử với vai trò mẫu');
  await page.locator('a.card').first().waitFor();
  await shot(page, 'chon-vai-tro');
  await page.locator('a.card', { hasText: 'Cán bộ nhập liệu' }).first().click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).waitFor();
  await shot(page, 'dang-nhap-mo-phong');
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await page.locator('.task').first().waitFor();
  await shot(page, 'viec-cua-toi');
  await menu(page, 'Biểu mẫu');
  await heading(page, 'Biểu mẫu');
  await shot(page, 'bieu-mau');
  await menu(page, 'Nộp hồ sơ');
  await page.locator('.drop').waitFor();
  await shot(page, 'nop-ho-so');
  await menu(page, 'Hồ sơ đã nộp');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'ho-so-da-gui');
  await link(page, 'ho-so-can-sua.xlsx');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'trang-ho-so');
  await page.getByRole('heading', { name: 'Lỗi theo cách sửa' }).evaluate((node) => node.scrollIntoView());
  await shot(page, 'sua-loi');
  await link(page, /Xem lại và gửi phần đã đạt/);
  await page.locator('form').waitFor();
  await shot(page, 'doi-chieu');
  await page.locator('form').evaluate((node) => node.scrollIntoView());
  await shot(page, 'gui');
  for (const box of await page.locator('form input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await page.locator('.qr svg').waitFor();
  await shot(page, 'bien-nhan');
  await page.locator('header summary').click();
  await link(page, 'Phiên đăng nhập của tôi');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'phien-dang-nhap');
  await link(page, 'Trợ năng');
  await heading(page, 'Trợ năng');
  await shot(page, 'tro-nang');
  await context.close();
}

async function officer(premises: Premises): Promise<void> {
  const { page, context } = await sitDown(premises);
  await signInByClicks(page, premises.product.address, 'Người có thẩm quyền xác nhận');
  await shot(page, 'viec-can-bo-xac-nhan');
  await menu(page, 'Chờ xác nhận');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'cho-xac-nhan');
  await page.locator('tbody a').first().click();
  await heading(page, /^Xác nhận: /);
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'xac-nhan');
  const second = page.locator('main section').nth(1);
  await second.getByText('Trả lại', { exact: true }).click();
  await second.locator('select').scrollIntoViewIfNeeded();
  await shot(page, 'tra-lai');
  await menu(page, 'Tra cứu hồ sơ');
  await page.getByLabel('Họ tên').fill('nguyen');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'tra-cuu');
  await page.locator('tbody a').first().click();
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'ho-so');
  await page
    .getByRole('button', { name: /^Lịch sử: / })
    .first()
    .click();
  await page.locator('dialog tbody tr').first().waitFor();
  await shot(page, 'lich-su');
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Ai đã xem' }).click();
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'ai-da-xem');
  await context.close();
}

async function auditor(premises: Premises): Promise<void> {
  const { page, context } = await sitDown(premises);
  await signInByClicks(page, premises.product.address, 'Giám sát');
  await menu(page, 'Nhật ký');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'nhat-ky');
  await context.close();
}

mkdirSync(folder, { recursive: true });
const premises = await openPremises();
try {
  for (const person of [clerk, officer, auditor]) await person(premises).catch((error: unknown) => console.error(person.name, error));
} finally {
  await premises.close();
}
