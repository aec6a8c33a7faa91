/**
 * A concurrent post by clicks: the body that manages somebody offers them for a post at another one, whose own officer agrees; a second card is taken and named at a
 * door as concurrent; that body ends the post, its card is red, and the main card is green still.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { fetchListsAgain, holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';

const PHONE = { width: 390, height: 844 };
const NAME = 'Ngô Thùy Trang';
const POST = 'Phó Trưởng phòng';
const BESIDE = /Kiêm nhiệm/;

let premises: Premises;
let officer: Seat;
let other: Seat;
let phone: Seat;
let secondPhone: Seat;
let guard: Seat;
before(async () => {
  premises = await openPremises();
  [officer, other, phone, secondPhone, guard] = await Promise.all([
    sitDown(premises),
    sitDown(premises),
    sitDown(premises, PHONE),
    sitDown(premises, PHONE),
    sitDown(premises, PHONE),
  ]);
});
after(async () => premises?.close());

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const tab = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

const step = journey();
/** What the other body is called, and both cards on their phones. */
const left: { at?: string; main?: Page; beside?: Page } = {};

step('the body that manages her offers her for a post at another body', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, 'Người có thẩm quyền xác nhận');
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  await page.getByLabel('Họ tên').fill('ngo thuy trang');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('row', { name: NAME }).getByRole('link').first().click();
  await heading(page, NAME);
  await page.getByRole('link', { name: 'Kiêm nhiệm', exact: true }).click();
  await heading(page, 'Kiêm nhiệm ở cơ quan khác');
  await holdScreen(page, 'the form of a concurrent post');
  const day = premises.product.composed.clock.today().split('-').reverse().join('/');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await holds(async () => assert.equal(await page.getByText('Cần ghi mục này.').count(), 5, 'the last day may stay empty'));
  await page.getByLabel('Mã cơ quan của chức vụ kiêm nhiệm').fill('H41.51');
  await page.getByLabel('Chức vụ kiêm nhiệm (mã hoặc tên)').fill(POST);
  await page.getByLabel('Số quyết định hoặc văn bản').fill('15/QĐ-SNV');
  await page.getByLabel('Ngày văn bản').fill(day);
  await page.getByLabel('Ngày có hiệu lực').fill(day);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Chờ trả lời').first().waitFor();
  await page.getByText(POST).first().waitFor();
  left.at = (await page.locator('dl.facts dd').nth(1).innerText()).trim();
});

step('the officer of the other body sees who and which post, and agrees', async () => {
  const { page } = other;
  await page.goto(`${premises.product.address}/auth/sign-in?account=xac-nhan-2`);
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(page, 'Việc của tôi');
  await page.goto(`${premises.product.address}/viec`);
  await page.getByRole('row', { name: NAME }).getByRole('link').first().click();
  await heading(page, NAME);
  await page.getByText(POST).first().waitFor();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await comesBy(
    'in force',
    () =>
      page
        .getByText('Đang kiêm nhiệm')
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => false,
        ),
    async () => void (await page.reload()),
  );
  await holdScreen(page, 'a concurrent post in force');
});

/** From the own page into the wallet of this browser, the card in whose region the button stands. */
async function takesCard({ page, context }: Seat, which: RegExp): Promise<Page> {
  const region = page.getByRole('region', { name: which });
  await region.getByRole('button', { name: 'Tạo mã nhận thẻ' }).click();
  const [wallet] = await Promise.all([
    context.waitForEvent('page'),
    region.getByRole('link', { name: 'Mở trong ví mô phỏng VNeID' }).click(),
  ]);
  await heading(wallet, 'Nhận thẻ này?');
  await region.getByRole('button', { name: 'Ví đang hỏi mã' }).click();
  const code = (await page.locator('[data-tx-code]').innerText()).replace(/\D/g, '');
  await wallet.getByLabel('Mã giao dịch').fill(code);
  await wallet.getByRole('button', { name: 'Đồng ý, nhận thẻ' }).click();
  await heading(wallet, 'Thẻ của anh/chị');
  await wallet.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor();
  return wallet;
}

step('she has two cards, each named, and takes each onto a phone', async () => {
  for (const { page } of [phone, secondPhone]) {
    await signInByClicks(page, premises.product.address, 'Cá nhân');
    await page.getByRole('link', { name: 'Thẻ', exact: true }).first().click();
    await heading(page, 'Thẻ của tôi');
  }
  const { page } = phone;
  await holds(async () =>
    assert.deepEqual(
      await page.locator('.own-card-face').evaluateAll((faces) => faces.map((face) => face.getAttribute('data-employment'))),
      ['main', 'concurrent'],
    ),
  );
  const face = page.locator('.own-card-face[data-employment=concurrent]');
  for (const word of ['Kiêm nhiệm', POST, left.at!]) await face.getByText(word, { exact: false }).first().waitFor();
  await holdScreen(page, 'two cards of one person');
  left.main = await takesCard(phone, /^Nhận thẻ về điện thoại: Vị trí chính/);
  left.beside = await takesCard(secondPhone, /^Nhận thẻ về điện thoại: Kiêm nhiệm/);
  await page.reload();
  await page
    .getByRole('region', { name: /^Thẻ đang ở trên điện thoại: Kiêm nhiệm/ })
    .locator('[data-wallet]')
    .waitFor();
});

/** At the door: what its answer to the phrase of now is judged as. */
async function shows(wallet: Page): Promise<string[]> {
  const { page } = guard;
  const phrase = (await page.locator('[data-phrase]').getAttribute('data-phrase'))!;
  await tab(wallet, 'Thẻ');
  await tab(wallet, 'Xuất trình');
  await wallet.getByLabel('Chữ hoặc tệp').check();
  await wallet.getByRole('button', { name: 'Người dân hỏi', exact: true }).click();
  await wallet.getByLabel('Cụm từ của cửa').last().fill(phrase);
  await wallet.getByRole('button', { name: 'Đồng ý, tạo bản xuất trình', exact: true }).click();
  await page.fill('#text', await wallet.getByRole('textbox', { name: 'Bản xuất trình' }).inputValue());
  await page.getByRole('button', { name: 'Kiểm tra nội dung', exact: true }).click();
  const main = page.locator('main.verdict');
  await main.waitFor();
  return [await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')].map(String);
}
const clears = (): Promise<void> => guard.page.getByRole('button', { name: 'Xóa ngay', exact: true }).click();

step('a guard sees both green, and which of them is concurrent, at which body', async () => {
  const { page } = guard;
  await page.goto(`${premises.product.address}/kiem-tra`);
  await page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
  assert.deepEqual(await shows(left.main!), ['V1', 'valid']);
  assert.equal(await page.locator('main.verdict').getByText(BESIDE).count(), 0, 'the main one says nothing of it');
  await clears();
  assert.deepEqual(await shows(left.beside!), ['V1', 'valid']);
  const main = page.locator('main.verdict');
  for (const word of [NAME, POST, 'Kiêm nhiệm', left.at!]) await main.getByText(word, { exact: false }).first().waitFor();
  await clears();
});

step('an officer sees both cards by name in the record', async () => {
  const { page } = officer;
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await heading(page, NAME);
  await page.getByText('Đang kiêm nhiệm').waitFor();
  await page.getByRole('button', { name: 'Thẻ', exact: true }).click();
  const beside = page.getByRole('region', { name: 'Thẻ kiêm nhiệm đang có hiệu lực' });
  for (const word of [POST, left.at!]) await beside.getByText(word).first().waitFor();
  await page.getByRole('region', { name: 'Thẻ đang có hiệu lực', exact: true }).waitFor();
  await beside.getByRole('button', { name: 'Ngừng hiệu lực thẻ kiêm nhiệm…' }).click();
  await page.getByRole('dialog').getByText('Chỉ thẻ kiêm nhiệm này ngừng.').waitFor();
  await holdScreen(page, 'the end of one of two cards');
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy bỏ' }).click();
});

step('the other body ends the post: its card is red, the main one green', async () => {
  const { page } = other;
  await page.reload();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Kết thúc kiêm nhiệm', exact: true }).click();
  await page.getByText('Đã kết thúc').first().waitFor();
  let seen: string[] = [];
  await comesBy(
    'red',
    async () => seen[0] === 'V3',
    async () => {
      await fetchListsAgain(guard.page);
      seen = await shows(left.beside!);
      await clears();
    },
  );
  assert.deepEqual(seen, ['V3', 'revoked']);
  assert.deepEqual(await shows(left.main!), ['V1', 'valid']);
  await clears();
  await phone.page.reload();
  await heading(phone.page, 'Thẻ của tôi');
  await holds(async () => assert.equal(await phone.page.locator('.own-card-face').count(), 1));
  await phone.page.getByText('Thôi kiêm nhiệm').first().waitFor({ state: 'attached' });
});

browserTest('nothing was complained of in any browser, and nobody else was asked', () => {
  for (const seat of [officer, other, phone, secondPhone, guard]) assert.deepEqual([seat.complaints, seat.elsewhere], [[], []]);
});
