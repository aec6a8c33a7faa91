/**
 * The life of a card by clicks, with two browsers of two people and those of the office: an appointment is confirmed, the person takes the card
 * onto a phone, a guard sees green; a picture of the code dies, a new phone works, the door works without network; a dismissal is confirmed, and the door is red.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DOOR_QR_AGE_MS_MAX } from '#standard/card/limits.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { ownPersonLater } from '#start/demo/own-person.ts';
import type { GroupDocument, RecordDocument } from '#standard/shapes.ts';
import { fetchListsAgain, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';

const PHONE = { width: 390, height: 844 };
const HER = ownPersonLater();
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What has not come by then is asked for once more. */
const LOOK_MS = 5_000;
/** `npm run screenshots` and people who look set it: pictures of the way. */
const PICTURES = process.env['CARD_PICTURES'];

let premises: Premises;
let clerk: Seat;
let officer: Seat;
let phone: Seat;
let guard: Seat;
/** The empty template of her body. */
const left = { workbook: new Uint8Array() };

before(async () => {
  premises = await openPremises();
  [clerk, officer, phone, guard] = await Promise.all([
    sitDown(premises),
    sitDown(premises),
    sitDown(premises, PHONE),
    sitDown(premises, PHONE),
  ]);
});
after(async () => premises?.close());

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

const step = journey();

/** Her record as a clerk writes it into the template: what is stated once a person, and what has changed. */
async function workbookWith(changed: Partial<Record<'A' | 'F' | 'V', Readonly<Record<string, unknown>>>>): Promise<Uint8Array> {
  const { A, B, C, E, F, I, U } = HER.document;
  const whole: Record<string, GroupDocument | undefined> = { A, B, C, E, F, I, U };
  for (const [group, fields] of Object.entries(changed)) whole[group] = { ...whole[group], ...fields } as GroupDocument;
  const { hoSo } = cellsOf(HER.nationalId, whole as RecordDocument);
  return fillTemplate(left.workbook, [{ hoSo, sections: {} }]);
}

/** A clerk of the province's department sends the file to its end, by clicks. */
async function sends(name: string, bytes: Uint8Array): Promise<void> {
  const { page } = clerk;
  await menu(page, 'Tải tệp lên');
  await heading(page, 'Tải tệp lên');
  await page.getByLabel('Cơ quan').selectOption({ label: 'Sở Nội vụ (mẫu) (H26.01)' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Chọn tệp')]);
  await chooser.setFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await press(page, 'Tải lên và kiểm tra');
  await heading(page, name);
  await page.getByText('Không còn lỗi.').waitFor();
  await page.getByRole('link', { name: 'Xem lại và gửi xác nhận' }).click();
  await heading(page, 'Xem lại và gửi xác nhận');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).waitFor();
  for (const box of await page.locator('form input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await heading(page, /^Biên nhận BN-/);
}

/** The authority signs all that waits of her. */
async function confirms(): Promise<void> {
  const { page } = officer;
  await menu(page, 'Chờ xác nhận');
  const row = page.getByRole('link', { name: HER.name }).first();
  // What was sent a moment ago comes into the queue by a job; the page asks again by itself, but seldom.
  const appears = (): Promise<boolean> =>
    row.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => false,
    );
  await comesBy('what was sent', appears, async () => void (await page.reload()));
  await row.click();
  await heading(page, `Xác nhận: ${HER.name}`);
  await press(page, 'Chấp nhận tất cả');
  await press(page, 'Xác nhận');
  await page.getByText('Đã ghi quyết định').waitFor();
}

step('the office signs in: who sends, and who confirms', async () => {
  await signInByClicks(clerk.page, premises.product.address, 'Chuyên viên tổ chức cán bộ');
  await signInByClicks(officer.page, premises.product.address, 'Người có thẩm quyền xác nhận');
  const { page } = clerk;
  await menu(page, 'Biểu mẫu');
  await page.getByLabel('Cơ quan').selectOption({ label: 'Sở Nội vụ (mẫu) (H26.01)' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải biểu mẫu' }).click()]);
  left.workbook = new Uint8Array(await readFile(await download.path()));
});

step('the authority signs what still waited of her', async () => {
  await confirms();
});

step('her appointment is sent and confirmed: there is a card of the new position', async () => {
  await sends('Bổ nhiệm trưởng phòng.xlsx', await workbookWith({ F: { chucVuHienTai: 'TP', ngayBoNhiem: '2026-11-02' } }));
  await confirms();
  const { page } = phone;
  await signInByClicks(page, premises.product.address, 'Cá nhân');
  await page.getByRole('link', { name: 'Thẻ', exact: true }).first().click();
  await heading(page, 'Thẻ của tôi');
  await page.getByText('Trưởng phòng và tương đương', { exact: true }).waitFor();
  await picture(page, 'the-cua-toi');
});

/** From her page into the wallet of this phone; answers the wallet's page. */
async function takesCard({ page, context }: Seat): Promise<Page> {
  await press(page, 'Tạo mã nhận thẻ');
  assert.equal(await page.locator('[data-tx-code]').count(), 0, 'no code beside the QR');
  const [wallet] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Mở trong ví mô phỏng VNeID' }).click(),
  ]);
  await heading(wallet, 'Nhận thẻ này?');
  await press(page, 'Ví đang hỏi mã');
  const code = (await page.locator('[data-tx-code]').innerText()).replace(/\D/g, '');
  assert.match(code, /^\d{6}$/);
  assert.equal(await page.locator('.qr').count(), 0, 'no QR beside the code');
  await wallet.getByLabel('Mã giao dịch').fill(code);
  await picture(wallet, 'vi-nhan-the');
  await press(wallet, 'Đồng ý, nhận thẻ');
  await heading(wallet, 'Thẻ của anh/chị');
  await wallet.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor();
  await picture(wallet, 'vi-the');
  return wallet;
}
let wallet: Page;
const tab = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

async function showsQr(page: Page): Promise<Buffer> {
  await tab(page, 'Thẻ');
  await tab(page, 'Xuất trình');
  await page.getByRole('radio', { name: 'Mã QR ở điểm kiểm tra' }).check();
  await press(page, 'Đồng ý, hiện mã QR');
  await page.locator('svg.qr').waitFor();
  await picture(page, 'vi-ma-qr');
  return page.locator('svg.qr').screenshot();
}
/** @param phrase  what the door asks */
async function showsText(page: Page, phrase: string): Promise<string> {
  await tab(page, 'Thẻ');
  await tab(page, 'Xuất trình');
  await page.getByLabel('Chữ hoặc tệp').check();
  await press(page, 'Người dân hỏi');
  await page.getByLabel('Cụm từ của cửa').last().fill(phrase);
  await press(page, 'Đồng ý, tạo bản xuất trình');
  return page.getByRole('textbox', { name: 'Bản xuất trình' }).inputValue();
}

/** At the door: what it asks for now. */
const phraseOf = async (page: Page): Promise<string> => (await page.locator('[data-phrase]').getAttribute('data-phrase'))!;
/** At the door: pastes a text; answers code and reason of the verdict. */
async function pastes(page: Page, text: string): Promise<string[]> {
  await page.fill('#text', text);
  await press(page, 'Kiểm tra nội dung');
  return verdict(page);
}
/** At the door: gives a picture of a QR. */
async function looksAt(page: Page, png: Buffer): Promise<string[]> {
  await page.locator('input[type=file]').first().setInputFiles({ name: 'ma-qr.png', mimeType: 'image/png', buffer: png });
  return verdict(page);
}
async function verdict(page: Page): Promise<string[]> {
  const main = page.locator('main.verdict');
  await main.waitFor();
  const seen = [await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')].map(String);
  await picture(page, `cua-${seen.join('-')}`);
  return seen;
}
const clears = (page: Page): Promise<void> => press(page, 'Xóa ngay');
async function opensDoor(page: Page): Promise<void> {
  await page.goto(`${premises.product.address}/kiem-tra`);
  await page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
}
step('the card goes onto her phone, and a guard sees green: by text with portrait, by QR without', async () => {
  wallet = await takesCard(phone);
  await opensDoor(guard.page);
  await picture(guard.page, 'cua');
  assert.deepEqual(await pastes(guard.page, await showsText(wallet, await phraseOf(guard.page))), ['V1', 'valid']);
  await guard.page.getByText(HER.name, { exact: true }).waitFor();
  await clears(guard.page);
  assert.deepEqual(await looksAt(guard.page, await showsQr(wallet)), ['V1b', 'no-portrait']);
  await clears(guard.page);
});

step('a picture of the code is refused when its minute is over', async () => {
  const other = await sitDown(premises, PHONE);
  await other.page.clock.install();
  await opensDoor(other.page);
  const shot = await showsQr(wallet);
  await other.page.clock.fastForward(DOOR_QR_AGE_MS_MAX + 1_000);
  assert.deepEqual(await looksAt(other.page, shot), ['V9', 'too-old']);
  await other.context.close();
});

step('without network the door goes on, and says how old its data is', async () => {
  const { page, context } = guard;
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Ngoại tuyến').first().waitFor();
  assert.deepEqual(await pastes(page, await showsText(wallet, await phraseOf(page))), ['V1', 'valid']);
  await clears(page);
  await context.setOffline(false);
  await page.reload();
  await page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
});

step('a new phone takes the card from her page, without asking anybody; its copy is ended, and the first phone goes on', async () => {
  const next = await sitDown(premises, PHONE);
  await signInByClicks(next.page, premises.product.address, 'Cá nhân');
  await next.page.getByRole('link', { name: 'Thẻ', exact: true }).first().click();
  await heading(next.page, 'Thẻ của tôi');
  const fresh = await takesCard(next);
  await fetchListsAgain(guard.page);
  assert.deepEqual(await pastes(guard.page, await showsText(fresh, await phraseOf(guard.page))), ['V1', 'valid']);
  await clears(guard.page);
  // The one that took it last stands first.
  await next.page.reload();
  await heading(next.page, 'Thẻ của tôi');
  const copies = next.page.locator('[data-wallet]');
  await holds(async () => assert.equal(await copies.count(), 2));
  await copies
    .first()
    .getByRole('button', { name: /^Ngừng bản này/ })
    .click();
  await next.page.getByRole('dialog').getByRole('button', { name: 'Ngừng bản này' }).click();
  await next.page.getByText('Đã ngừng bản trên máy đó.').waitFor();
  await holds(async () => assert.equal(await copies.count(), 1));
  const { page } = guard;
  let seen: string[] = [];
  await comesBy(
    'red',
    async () => seen[0] === 'V3',
    async () => {
      await fetchListsAgain(page);
      seen = await pastes(page, await showsText(fresh, await phraseOf(page)));
      await clears(page);
    },
  );
  assert.deepEqual(seen, ['V3', 'revoked']);
  assert.deepEqual(await pastes(page, await showsText(wallet, await phraseOf(page))), ['V1', 'valid']);
  await clears(page);
  await next.context.close();
});

step('her dismissal is sent and confirmed: red at the next fetch', async () => {
  const day = premises.product.composed.clock.today();
  await sends(
    'Buộc thôi việc.xlsx',
    await workbookWith({
      A: { trangThaiCongTac: 'BUOC_TV' },
      F: { chucVuHienTai: 'TP', ngayBoNhiem: '2026-11-02' },
      V: {
        'thoiViec.loai': 'BUOC_TV',
        'thoiViec.ngay': day,
        'thoiViec.quyetDinh': { so: '77/QĐ-SNV', ngay: day, coQuan: 'Sở Nội vụ (mẫu)' },
      },
    }),
  );
  await confirms();
  const { page } = guard;
  let seen: string[] = [];
  await comesBy(
    'red',
    async () => seen[0] === 'V3',
    async () => {
      await fetchListsAgain(page);
      seen = await pastes(page, await showsText(wallet, await phraseOf(page)));
      await clears(page);
    },
  );
  assert.deepEqual(seen, ['V3', 'revoked']);
  const { page: own } = phone;
  await own.reload();
  await heading(own, 'Thẻ của tôi');
  await picture(own, 'the-da-het-hieu-luc');
  await holds(async () => assert.equal(await own.getByRole('button', { name: 'Tạo mã nhận thẻ' }).count(), 0, 'who has left gets no card'));
});

browserTest('nothing was complained of in any browser, and nobody else was asked', () => {
  for (const seat of [clerk, officer, phone, guard])
    assert.deepEqual([seat.complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)), seat.elsewhere], [[], []]);
});
