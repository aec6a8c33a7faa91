/** The card on the record page by clicks, against the real server: an officer looks at it, and ends it for a lost phone. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, holds, journey } from './browser-test.ts';

const NAME = 'Ngô Thùy Trang';
const LOST_PHONE = 'Mất hoặc hỏng điện thoại giữ thẻ';

let premises: Premises;
let officer: Seat;
let ministry: Seat;
before(async () => {
  premises = await openPremises();
  officer = await sitDown(premises);
  ministry = await sitDown(premises);
});
after(async () => premises?.close());

const step = journey();

const held = (page: Page): Locator => page.getByRole('region', { name: 'Thẻ đang có hiệu lực' });
const numberOf = (page: Page): Promise<string> => held(page).locator('[data-card-number]').innerText();
/** The number of the card that held first. */
const left = { number: '' };

async function findRecord({ page }: Seat): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  await page.getByLabel('Họ tên').fill('ngo thuy trang');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('row', { name: NAME }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: NAME, exact: true }).waitFor();
  await page.locator('[data-group=B]').waitFor();
}

step('an officer opens the card of a person: what it says, and why the one before ended', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, 'Người có thẩm quyền xác nhận');
  await findRecord(officer);
  await page.getByRole('button', { name: 'Thẻ', exact: true }).click();
  for (const word of [NAME, 'Phó Trưởng phòng', 'Sở Nội vụ (mẫu)']) await held(page).getByText(word).first().waitFor();
  left.number = await numberOf(page);
  const ended = page.getByRole('region', { name: 'Thẻ đã hết hiệu lực (1)' });
  await ended.getByText('Đổi chức vụ, chức danh hoặc vị trí việc làm').waitFor();
  await ended.getByText('Ký quyết định').waitFor();
  await holdScreen(page, 'the card of a person');
});

step('nothing ends without a reason and a conscious yes', async () => {
  const { page } = officer;
  await page.getByRole('button', { name: 'Ngừng hiệu lực thẻ…' }).click();
  const dialog = page.getByRole('dialog', { name: `Ngừng hiệu lực thẻ ${left.number}` });
  await holds(async () => assert.equal(await dialog.getByRole('radio').count(), 4));
  await dialog.getByRole('button', { name: 'Ngừng hiệu lực', exact: true }).click();
  await dialog.getByText('Chọn lý do.').waitFor();
  await dialog.getByText('Đánh dấu ô trên trước khi ngừng thẻ.').waitFor();
  await holdScreen(page, 'the end of a card');
  await dialog.getByRole('button', { name: 'Hủy bỏ' }).click();
  await dialog.waitFor({ state: 'detached' });
  await holds(async () => assert.equal(await numberOf(page), left.number));
});

step('a lost phone: the card ends, a new one holds at once, and the officer is told what doors see', async () => {
  const { page } = officer;
  await page.getByRole('button', { name: 'Ngừng hiệu lực thẻ…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: LOST_PHONE }).check();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Ngừng hiệu lực', exact: true }).click();
  const told = page.getByRole('status').filter({ hasText: `Đã ngừng hiệu lực thẻ ${left.number}` });
  await told.getByText('Điểm kiểm tra thẻ sẽ báo thẻ đã ngừng trong vài phút.').waitFor();
  await told.getByText('Người này đã có thẻ mới').waitFor();
  const ended = page.getByRole('region', { name: 'Thẻ đã hết hiệu lực (2)' });
  const newest = ended.getByRole('group').first();
  for (const word of [left.number, LOST_PHONE, 'Xác nhận, thẻ ngừng', 'Công bố cho điểm kiểm tra']) await newest.getByText(word).waitFor();
  await holds(async () => {
    const number = await numberOf(page);
    assert.match(number, /^[0-9A-Z]{5}-[0-9A-Z]{5}-.$/);
    assert.notEqual(number, left.number);
  });
  await holdScreen(page, 'after the end');
});

step('each opening stands among those who viewed the record', async () => {
  const { page } = officer;
  await page.getByRole('button', { name: 'Ai đã xem' }).click();
  await page.getByRole('cell', { name: 'Xem thẻ' }).first().waitFor();
  await page.getByRole('cell', { name: 'Cấp và quản lý thẻ' }).first().waitFor();
});

step('who may not see cards is not offered one', async () => {
  const { page } = ministry;
  await signInByClicks(page, premises.product.address, 'Vụ Công chức');
  await findRecord(ministry);
  assert.equal(await page.getByRole('button', { name: 'Thẻ', exact: true }).count(), 0);
});

browserTest('nothing was complained of in either browser, and nobody else was asked', () => {
  assert.deepEqual([...officer.complaints, ...ministry.complaints, ...officer.elsewhere, ...ministry.elsewhere], []);
});
