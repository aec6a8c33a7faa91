/** Portraits by clicks at the real product: from a zip with mistakes to a picture on the record, and who looked at it. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { waitingPeople } from '#start/demo/portraits.ts';
import { holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest as test, holds } from './browser-test.ts';

/** Everybody of the demo: its zips are of them. */
const PEOPLE = 2_000;

let premises: Premises;
let clerk: Seat;
let officer: Seat;
before(async () => {
  premises = await openPremises(PEOPLE);
  clerk = await sitDown(premises);
  officer = await sitDown(premises);
});
after(() => premises.close());

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

/** Takes a sample file of the demo and uploads it, as whoever tries the product does. */
async function uploadsSample(page: Page, sample: string, fileName: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Tải tệp lên' }).click();
  await heading(page, 'Tải tệp lên');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: sample, exact: true }).click()]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn tệp', exact: true }).click(),
  ]);
  await chooser.setFiles({ name: fileName, mimeType: 'application/zip', buffer: Buffer.concat(pieces) });
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, fileName);
}

interface Picture {
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  readonly src: string;
  decode(): Promise<void>;
}

/** The picture has come, and is a portrait; how wide it is shown, and from where. */
const shown = (picture: Locator): Promise<{ width: number; src: string }> => holds(() => shownNow(picture));
async function shownNow(picture: Locator): Promise<{ width: number; src: string }> {
  await picture.scrollIntoViewIfNeeded();
  const size = await picture.evaluate(async (element: unknown) => {
    const image = element as Picture;
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, src: image.src };
  });
  assert.deepEqual([size.width, size.height], [480, 640]);
  return { width: (await picture.boundingBox())?.width ?? 0, src: size.src };
}

const waiting = waitingPeople()[0]!;

test('a zip with mistakes: each picture says what is wrong with it, the good ones are shown as they will be kept', async () => {
  const { page } = clerk;
  await signInByClicks(page, premises.product.address, 'Nguyễn Thị Thu Hà');
  await uploadsSample(page, 'Ảnh có lỗi', 'anh-to-1.zip');
  await page.getByText('9 ảnh còn lỗi').waitFor();
  for (const kind of [
    'Đặt tên ảnh bằng số định danh',
    'Ảnh của người chưa có hồ sơ',
    'Ảnh quá nhỏ',
    'Ảnh bị cắt giữa chừng',
    'Lưu ảnh thành JPEG hoặc PNG',
    'Tệp không phải ảnh',
    'Khổ ảnh không phải chân dung',
    'Một người có hai ảnh',
  ])
    await page.locator('.pick button', { hasText: kind }).waitFor();
  const pictures = page.locator('.portraits img');
  await pictures.nth(2).waitFor();
  await holds(async () => assert.equal(await pictures.count(), 3));
  for (const picture of await pictures.all()) await shown(picture);
  assert.equal(await page.getByRole('link', { name: 'Tải tệp đã đánh dấu' }).count(), 0, 'pictures are not given back marked');
  await holdScreen(page, 'portraits with mistakes');
});

test('a clean zip is looked at, sent, and has its receipt', async () => {
  const { page } = clerk;
  await uploadsSample(page, 'Ảnh chân dung', 'anh-to-3.zip');
  await page.getByText('Không còn lỗi. Xem từng ảnh').waitFor();
  await page.getByText('Phần không được đọc (1)').click();
  await page.getByText('__MACOSX/anh/._.DS_Store').waitFor();
  await holdScreen(page, 'portraits without mistakes');
  await page.getByRole('link', { name: 'Xem lại và gửi xác nhận' }).click();
  await heading(page, 'Xem lại và gửi xác nhận');
  await shown(page.locator('.compared[open] img').first());
  await holdScreen(page, 'portraits compared');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await heading(page, /^Biên nhận BN-/);
});

test('an officer sees old and new side by side, large enough to compare, and confirms', async () => {
  const { page } = officer;
  const { name } = waiting;
  await signInByClicks(page, premises.product.address, 'Phạm Quốc Hùng');
  await page.getByRole('navigation').getByRole('link', { name: 'Chờ xác nhận' }).click();
  await page.getByRole('link', { name, exact: true }).first().click();
  await heading(page, `Xác nhận: ${name}`);
  const pictures = page.locator('.beside img');
  await pictures.nth(1).waitFor();
  const [before, after] = [await shown(pictures.nth(0)), await shown(pictures.nth(1))];
  assert.ok(before.width >= 238 && after.width >= 238, `${before.width} and ${after.width} pixels wide`);
  assert.match(before.src, /\/portraits\/before$/);
  assert.match(after.src, /\/portraits\/after$/);
  await holdScreen(page, 'old and new portrait');
  await page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Chấp nhận 1, trả lại 0').waitFor();
});

test('on the record the portrait stands covered; showing it is a reading that its person sees', async () => {
  const { page } = officer;
  const { nationalId, name } = waiting;
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  // By its role: the page that is being left has a button of that name.
  await page.getByRole('textbox', { name: 'Số định danh' }).fill(nationalId);
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name }).first().click();
  await heading(page, name);
  assert.equal(await page.locator('img.portrait').count(), 0);
  await page.getByRole('button', { name: /^Hiện Ảnh chân dung/ }).click();
  await holds(async () => assert.ok((await shownNow(page.locator('img.portrait'))).width >= 150));
  await page.getByText('Cổng cập nhật hồ sơ').first().waitFor();
  await holdScreen(page, 'record with its portrait');
  await page.getByRole('button', { name: 'Ai đã xem' }).click();
  await page.getByText('Xem ảnh chân dung').first().waitFor();
});

test('no page complained, and nobody but our server was asked', () => {
  for (const { complaints, elsewhere } of [clerk, officer]) {
    assert.deepEqual(complaints, []);
    assert.deepEqual(elsewhere, []);
  }
});
