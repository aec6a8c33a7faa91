/**
 * `npm run screenshots`: pictures of every screen of the real product, made by clicks on the demo, into `docs/screenshots/`.
 *
 *     node tools/screenshots.ts [FOLDER] [clerk | officer | auditor | cardAndDoor]…
 *
 * 1366 × 768, light; some in dark and as wide as a phone. The clip is the window: a picture is what one sees without scrolling. Those of the guide
 * (`portal/guide/pictures.ts`) are written small into `portal/public/huong-dan` too; a picture that was not made stays as it was, and is named.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { ROOT, openPremises, signInByClicks, sitDown } from '../tests/journeys/at-the-portal.ts';
import type { Premises } from '../tests/journeys/at-the-portal.ts';
import { PICTURES } from '../portal/guide/pictures.ts';

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
  await heading(page, /./);
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
  await menu(page, 'Tải tệp lên');
  await page.locator('.drop').waitFor();
  await shot(page, 'nop-ho-so');
  await menu(page, 'Các đợt cập nhật hồ sơ');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'ho-so-da-gui');
  await link(page, 'ho-so-can-sua.xlsx');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'trang-ho-so');
  await page.getByRole('heading', { name: 'Lỗi theo cách sửa' }).evaluate((node) => node.scrollIntoView());
  await shot(page, 'sua-loi');
  await link(page, /Xem lại và gửi xác nhận phần hợp lệ/);
  await page.locator('form#gui').waitFor();
  await shot(page, 'doi-chieu');
  await page.locator('form#gui').evaluate((node) => node.scrollIntoView());
  await shot(page, 'gui');
  for (const box of await page.locator('form#gui input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await page.locator('.qr svg').waitFor();
  await shot(page, 'bien-nhan');
  await page.locator('header summary', { hasText: 'Tài khoản' }).click();
  await link(page, 'Phiên đăng nhập của tôi');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'phien-dang-nhap');
  await link(page, 'Hỗ trợ tiếp cận');
  await heading(page, 'Hỗ trợ tiếp cận');
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
  await signInByClicks(page, premises.product.address, 'Kiểm tra, giám sát');
  await menu(page, 'Nhật ký');
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'nhat-ky');
  await context.close();
}

const PHONE = { width: 390, height: 844 };

/** The person, the wallet on the phone, and the guard. */
async function cardAndDoor(premises: Premises): Promise<void> {
  const { page, context } = await sitDown(premises, PHONE);
  await signInByClicks(page, premises.product.address, 'Cá nhân');
  await shot(page, 'toi');
  await page.locator('[data-group] a, a[href^="/toi/nhom/"]').first().click();
  await page.locator('main h1').waitFor();
  await shot(page, 'toi-mot-nhom');
  await page.goto(`${premises.product.address}/toi/ai-da-xem`);
  await heading(page, 'Ai đã xem hồ sơ của tôi');
  await shot(page, 'toi-ai-da-xem');
  await page.goto(`${premises.product.address}/toi/the`);
  await page.getByRole('button', { name: 'Tạo mã nhận thẻ' }).click();
  await shot(page, 'toi-the');
  const [wallet] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Mở trong ví mô phỏng VNeID' }).click(),
  ]);
  await page.getByRole('button', { name: 'Ví đang hỏi mã' }).click();
  const code = (await page.locator('[data-tx-code]').innerText()).replaceAll(/\D/g, '');
  await wallet.getByLabel('Mã giao dịch').fill(code);
  await shot(wallet, 'vi-nhan-the');
  await wallet.getByRole('button', { name: 'Đồng ý, nhận thẻ' }).click();
  await wallet.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor({ timeout: 60_000 });
  await shot(wallet, 'vi-the');
  await wallet.getByRole('navigation').getByRole('link', { name: 'Xuất trình' }).click();
  await wallet.getByRole('button', { name: 'Đồng ý, hiện mã QR' }).click();
  await wallet.locator('svg.qr').waitFor();
  await shot(wallet, 'vi-ma-qr');
  const qr = await wallet.locator('svg.qr').screenshot();
  await wallet.getByLabel('Chữ hoặc tệp').check();
  await wallet.getByRole('button', { name: 'Người dân hỏi' }).click();
  await wallet.getByRole('button', { name: 'Đồng ý, tạo bản xuất trình' }).click();
  const text = await wallet.getByRole('textbox', { name: 'Bản xuất trình' }).inputValue();
  const door = await sitDown(premises, PHONE);
  await door.page.goto(`${premises.product.address}/kiem-tra`);
  await door.page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
  await shot(door.page, 'cua');
  await door.page.fill('#text', text);
  await door.page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
  await door.page.locator('main.verdict').waitFor();
  await shot(door.page, 'cua-con-hieu-luc');
  await door.page.getByRole('button', { name: 'Xóa ngay' }).click();
  await door.page.locator('input[type=file]').first().setInputFiles({ name: 'ma.png', mimeType: 'image/png', buffer: qr });
  await door.page.locator('main.verdict').waitFor();
  await shot(door.page, 'cua-chua-so-anh');
  await besideEachOther(['vi-the', 'vi-ma-qr', 'cua-con-hieu-luc'], 'the-va-cua');
  await door.context.close();
  await context.close();
}

/** Pictures of phones, beside each other as one. */
async function besideEachOther(names: readonly string[], as: string): Promise<void> {
  const gap = 24;
  await sharp({
    create: { width: names.length * (PHONE.width + gap) + gap, height: PHONE.height + 2 * gap, channels: 3, background: '#e6ebec' },
  })
    .composite(names.map((name, i) => ({ input: join(folder, `${name}.png`), left: gap + i * (PHONE.width + gap), top: gap })))
    .png({ palette: true })
    .toFile(join(folder, `${as}.png`));
}

/** Pictures of the guide are as wide as its column, in pixels. */
const GUIDE_WIDTH = 960;

async function picturesOfGuide(): Promise<void> {
  const into = join(ROOT, 'portal', 'public', 'huong-dan');
  mkdirSync(into, { recursive: true });
  for (const picture of PICTURES) {
    const from = join(folder, `${picture}.png`);
    if (!existsSync(from)) console.error(`${picture}: no picture was made`);
    else
      await sharp(from)
        .resize({ width: GUIDE_WIDTH, withoutEnlargement: true })
        .webp({ quality: 72 })
        .toFile(join(into, `${picture}.webp`));
  }
}

mkdirSync(folder, { recursive: true });
const premises = await openPremises();
try {
  const chosen = process.argv.slice(3);
  for (const person of [clerk, officer, auditor, cardAndDoor].filter(({ name }) => chosen.length === 0 || chosen.includes(name)))
    await person(premises).catch((error: unknown) => console.error(person.name, error));
  await picturesOfGuide();
} finally {
  await premises.close();
}
