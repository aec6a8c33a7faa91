/** A consent by clicks: the code on the phone, the school that asks, what is given of it, the look, and the end of it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { holdScreen, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { holds } from './browser-test.ts';

const REASON = 'Lớp bồi dưỡng ngạch chuyên viên chính K12, hồ sơ số 5';
const RECORD = '[data-consented-record]';

/** The confirming officer of another province, as of a school outside the person's personnel work. */
export async function sitAtTheSchool(premises: Premises): Promise<Seat> {
  const seat = await sitDown(premises);
  await seat.page.goto(`${premises.product.address}/auth/sign-in?account=xac-nhan-2&returnTo=/xem-theo-dong-y`);
  await seat.page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await seat.page.getByRole('heading', { level: 1, name: 'Xem hồ sơ theo sự đồng ý' }).waitFor();
  return seat;
}

/** @returns the code that the person reads out */
export async function makeCode(page: Page): Promise<string> {
  await page.getByText('Chưa có cơ quan nào xin xem hồ sơ của anh/chị').waitFor();
  await page.getByRole('button', { name: 'Tạo mã', exact: true }).click();
  const code = await page.locator('[data-consent-code]').innerText();
  assert.match(code, /^DY-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await holdScreen(page, 'a code to ask by');
  return code;
}

/** Two groups, and one sensitive field by its name. */
export async function askByCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await page.getByText('Nhập mã.').waitFor();
  await page.getByLabel('Mã do người có hồ sơ đưa').fill(code);
  await page.getByLabel('Mục đích').selectOption({ label: 'Xét cử, xét nhận vào khóa đào tạo, bồi dưỡng' });
  await page.getByLabel('Lý do cụ thể').fill(REASON);
  const last = page.getByLabel('Xem đến hết ngày');
  await last.fill((await last.getAttribute('max')) ?? '');
  await holds(async () => assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0));
  await page.getByRole('checkbox', { name: 'Trình độ', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Quá trình công tác', exact: true }).check();
  await page.locator('[data-consent-group=B] summary').click();
  await page.getByRole('checkbox', { name: /^Tôn giáo/ }).check();
  await holdScreen(page, 'asking for consent');
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await page.getByText('Đã gửi. Người có hồ sơ sẽ trả lời trên điện thoại của họ.').waitFor();
  const row = page.locator('[data-consent=asked]');
  await row.getByText(REASON).waitFor();
  await holds(async () => assert.equal(await page.getByText('Ngô Thùy Trang').count(), 0));
}

/** One group of what was asked, and nothing else. */
export async function givePart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem yêu cầu vừa gửi' }).click();
  const asked = page.locator('[data-own-consent=asked]');
  await asked.getByText(REASON).waitFor();
  await holds(async () => assert.equal(await asked.getByRole('checkbox', { checked: true }).count(), 0));
  await asked.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await asked.getByText('Chọn ít nhất một phần').waitFor();
  await asked.getByRole('checkbox', { name: /^Trình độ/ }).check();
  await holdScreen(page, 'who asks, what for, which part');
  await asked.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await page.getByText('Đã ghi nhận sự đồng ý.').waitFor();
  await page.locator('[data-own-consent=given]').getByText('Chưa xem lần nào').waitFor();
}

export async function lookByIt(page: Page, name = 'Ngô Thùy Trang'): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: `Xem hồ sơ của ${name}` }).click();
  await page.locator(RECORD).getByText(name).waitFor();
  await holds(async () => {
    assert.equal(await page.locator(`${RECORD} [data-group]`).count(), 1);
    assert.equal(await page.locator(`${RECORD} [data-group=I]`).count(), 1);
  });
  await holdScreen(page, 'the part that was given');
}

export async function withdraw(page: Page): Promise<void> {
  await page.reload();
  const given = page.locator('[data-own-consent=given]');
  await given.getByText('Đã xem 1 lần').waitFor();
  await holdScreen(page, 'a consent that was used');
  await given.getByRole('button', { name: /^Rút lại/ }).click();
  await page.getByText('Đã rút lại. Từ giờ cơ quan này không xem được nữa.').waitFor();
}

/** The page that stood open is asked again. */
export async function isRefused(page: Page): Promise<void> {
  await page.reload();
  await page.getByText('Không có sự đồng ý còn hiệu lực').first().waitFor();
  await holds(async () => assert.equal(await page.locator(RECORD).count(), 0));
}
