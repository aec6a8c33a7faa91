/** A person is erased by clicks, by two people of two agencies: asked for on the page of the record, decided above, gone from search; the card and the record with it. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { holdScreen, openPremises, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, holds, journey } from './browser-test.ts';

const OFFICER = 'Phạm Quốc Hùng';
const ADMINISTRATOR = 'Đặng Minh Tuấn';
const TRIED_MAX = 12;

let premises: Premises;
let seats: readonly Seat[];
before(async () => {
  premises = await openPremises();
  seats = [await sitDown(premises), await sitDown(premises)];
});
after(async () => premises?.close());

const [officer, administrator] = [0, 1].map((at) => (): Page => seats[at]!.page) as [() => Page, () => Page];
const step = journey();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(premises.product.address);
  await page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }).click();
  await page.locator('a.card', { hasText: name }).click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(page, 'Việc của tôi');
}

let person = '';
let name = '';

/** Somebody of a school of whom nothing waits: the demo leaves work open for some. */
async function somebodySettled(page: Page): Promise<void> {
  const origin = premises.product.address;
  const answer = await page.request.post(`${origin}/api/v1/people/search`, { data: { limit: 50 }, headers: { origin } });
  const { items } = (await answer.json()) as { items: { personId: string }[] };
  for (const { personId } of items.slice(0, TRIED_MAX)) {
    const told = await page.request.get(`${origin}/api/v1/people/${personId}/erasure`);
    const { name: found, standing } = (await told.json()) as { name: string; standing: unknown };
    if (standing !== null) continue;
    [person, name] = [personId, found];
    return;
  }
  assert.fail('everybody of the demo has something open');
}

step('who confirms opens the record, asks without a paper, is told, and asks again', async () => {
  const page = officer();
  await signIn(page, OFFICER);
  await somebodySettled(page);
  await page.goto(`${premises.product.address}/ho-so/${person}`);
  await heading(page, name);
  await page.getByRole('link', { name: 'Đề nghị hủy dữ liệu của người này' }).click();
  await heading(page, 'Đề nghị hủy dữ liệu');
  await page.getByLabel('Lý do').fill('Theo quyết định có hiệu lực');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Chọn một căn cứ.').waitFor();
  await page.getByLabel('Quyết định của tòa án').check();
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Thiếu văn bản làm căn cứ hủy').waitFor();
  await holdScreen(page, 'the form of an erasure, with what is wrong');
  await page.getByLabel('Số văn bản').fill('15/2026/QĐ-TA');
  await page.getByLabel('Ngày văn bản').fill('2026-11-02');
  await page.getByLabel('Nơi ban hành').fill('Tòa án nhân dân tỉnh');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Đã gửi đề nghị').waitFor();
  await page.getByRole('link', { name: 'Xem các đề nghị' }).click();
  await heading(page, 'Hủy dữ liệu cá nhân');
  await page.getByText('anh/chị đề nghị: chờ người khác quyết định').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Quyết định', exact: true }).count(), 0, 'who asks does not decide');
});

step('an administrator above reads what goes and what stays, and destroys the data', async () => {
  const page = administrator();
  await signIn(page, ADMINISTRATOR);
  await menu(page, 'Hủy dữ liệu cá nhân');
  await heading(page, 'Hủy dữ liệu cá nhân');
  await page.getByRole('button', { name: 'Quyết định', exact: true }).click();
  await page.getByText('Sẽ mất, không lấy lại được').waitFor();
  await holdScreen(page, 'the decision on an erasure');
  await page.getByRole('button', { name: 'Hủy dữ liệu', exact: true }).click();
  await holds(async () => {
    await page.reload();
    await page.locator('tr[data-state=done]').waitFor({ timeout: 1000 });
  });
  await page.getByText('Hồ sơ không còn').waitFor();
});

step('nobody finds the person any more, and the page of the record says that nobody is there', async () => {
  const page = officer();
  await page.goto(`${premises.product.address}/ho-so/${person}`);
  await page.getByText('Không tìm thấy hồ sơ này').first().waitFor();
  const origin = premises.product.address;
  const answer = await page.request.post(`${origin}/api/v1/people/search`, { data: { name }, headers: { origin } });
  const { items } = (await answer.json()) as { items: { personId: string }[] };
  assert.ok(!items.some(({ personId }) => personId === person));
});

browserTest('no screen said anything to the console that was not asked for, and nobody else was asked', () => {
  for (const seat of seats) {
    assert.deepEqual(
      seat.complaints.filter((line) => !/status of (404|422)/.test(line)),
      [],
    );
    assert.deepEqual(seat.elsewhere, []);
  }
});
