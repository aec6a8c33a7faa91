/**
 * Door C by clicks: a change is typed in the simulator of VNeID on a phone, comes as a proposal, is spoken about with who confirms, taken back, sent again and
 * confirmed; what is sent badly is one proposal or none.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';

const PHONE = { width: 390, height: 844 };
const NAME = 'Ngô Thùy Trang';
const [FIRST, SECOND] = ['0912 000 111', '0912 000 222'];
/** A page that does not show it yet is asked anew after so long, in milliseconds. */
const ASK_AGAIN_MS = 5_000;

let premises: Premises;
let vneid: Seat;
let person: Seat;
let officer: Seat;
before(async () => {
  premises = await openPremises();
  vneid = await sitDown(premises, PHONE);
  person = await sitDown(premises, PHONE);
  officer = await sitDown(premises);
});
after(async () => premises?.close());

const step = journey();
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Types a telephone number in the simulator, and sends it in this way. @returns what the screen says came of it */
async function updates({ page }: Seat, phone: string, way: string): Promise<string> {
  await page.goto(`${premises.product.address}/sim/vneid/cap-nhat`);
  await page.getByText('MÔ PHỎNG – không phải VNeID').waitFor();
  await page.getByRole('link', { name: `Cập nhật cho ${NAME}` }).click();
  await page.getByLabel('Điện thoại di động').fill(phone);
  await page.getByLabel(/^Cách gửi/).selectOption({ label: way });
  await page.getByRole('checkbox').check();
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'it fits a phone');
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Gửi cập nhật' }).click();
  await page.getByRole('link', { name: 'Về đầu trang' }).waitFor();
  return page.locator('main').innerText();
}

const seenIn = (what: ReturnType<Page['locator']>): Promise<boolean> =>
  what
    .first()
    .waitFor({ timeout: ASK_AGAIN_MS })
    .then(
      () => true,
      () => false,
    );
/** The own page of declarations, asked anew until it shows this. */
async function comesToOwnPage({ page }: Seat, what: string): Promise<void> {
  await comesBy(
    what,
    () => seenIn(page.locator(what)),
    async () => {
      await page.reload();
      await heading(page, 'Kê khai hồ sơ của tôi');
    },
  );
}

/** Opens what the person declared out of the queue: beside it other things of theirs may wait. */
async function opensDeclared({ page }: Seat): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Chờ xác nhận' }).click();
  await heading(page, 'Hồ sơ chờ xác nhận');
  // What the page remembers may be gone since.
  await page.reload();
  await heading(page, 'Hồ sơ chờ xác nhận');
  await seenIn(page.getByRole('link', { name: NAME }));
  const addresses = await page.getByRole('link', { name: NAME }).evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  for (const address of addresses) {
    await page.locator(`a[href="${address}"]`).first().click();
    await heading(page, `Xác nhận: ${NAME}`);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    if ((await page.locator('[data-open-thread]').count()) > 0) return;
    await page.getByRole('link', { name: 'Hồ sơ chờ xác nhận' }).first().click();
    await heading(page, 'Hồ sơ chờ xác nhận');
  }
  assert.fail('no declaration of theirs waits');
}

step('what is forged, late or about somebody else is not taken; what is sent twice is one', async () => {
  assert.match(await updates(vneid, FIRST, 'Ký bằng khóa giả'), /Chưa nhận được: E-VNEID-UPDATE-FORGED/);
  assert.match(await updates(vneid, FIRST, 'Gửi muộn một giờ'), /Chưa nhận được: E-VNEID-UPDATE-LATE/);
  assert.match(await updates(vneid, FIRST, 'Ghi số định danh của người khác'), /Chưa nhận được: E-VNEID-UPDATE-PERSON/);
  const twice = await updates(vneid, FIRST, 'Gửi hai lần cùng một bản');
  assert.match(twice, /Đã gửi tới cơ quan/);
  assert.match(twice, /Bản này đã gửi trước đó/);
});

step('it stands on the own page as a proposal from VNeID; the person writes to who confirms', async () => {
  const { page } = person;
  await signInByClicks(page, premises.product.address, 'Cá nhân');
  await page
    .getByRole('navigation', { name: 'Các trang khác của tôi' })
    .or(page.locator('.own-ways'))
    .getByRole('link', { name: 'Kê khai' })
    .first()
    .click();
  await heading(page, 'Kê khai hồ sơ của tôi');
  await comesToOwnPage(person, '[data-declaration=waiting]');
  assert.equal(await page.locator('[data-declaration]').count(), 1, 'sent twice, and one');
  await page.getByText('cập nhật từ VNeID').waitFor();
  await page.locator('[data-open-thread]').click();
  await page.getByLabel('Lời nhắn').fill('Số mới dùng từ hôm nay.');
  await page.locator('[data-send-message]').click();
  await page.locator('[data-message=person]').waitFor();
  await holdScreen(page, 'a thread of the person');
});

step('the officer reads it beside what was declared, and answers', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, 'Người có thẩm quyền xác nhận');
  await opensDeclared(officer);
  await page.locator('[data-open-thread]').click();
  await page.getByText('Số mới dùng từ hôm nay.').waitFor();
  await page.getByLabel('Lời nhắn').fill('Anh/chị kiểm tra lại hai số cuối giúp.');
  await page.locator('[data-send-message]').click();
  await page.locator('[data-message=body]').waitFor();
  await holdScreen(page, 'a thread of the officer');
});

step('the person reads the answer and takes the proposal back: nobody confirms it any more', async () => {
  const { page } = person;
  await page.reload();
  await heading(page, 'Kê khai hồ sơ của tôi');
  await page.locator('[data-open-thread]').click();
  await page.getByText('Anh/chị kiểm tra lại hai số cuối giúp.').waitFor();
  await page.locator('[data-withdraw-declaration]').click();
  await page.locator('[data-withdraw-now]').click();
  await page.locator('[data-declaration=withdrawn]').waitFor();
  await holdScreen(page, 'a declaration that was taken back');
});

step('the right number is sent from the phone, confirmed by the officer of the agency, and stands in the record', async () => {
  assert.match(await updates(vneid, SECOND, 'Đúng cách'), /Đã gửi tới cơ quan/);
  await comesToOwnPage(person, '[data-declaration=waiting]');
  await opensDeclared(officer);
  await officer.page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
  await officer.page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await officer.page.getByText('Đã ghi quyết định').waitFor();
  await person.page.reload();
  await person.page.locator('[data-declaration=registered]').waitFor();
  await person.page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).first().click();
  await person.page.locator('[data-group=C]').click();
  await holds(async () => assert.match((await person.page.locator('main').innerText()).replaceAll(' ', ''), /0912000222/));
});

step('of the identity the page says where it is corrected, and the slip is printed', async () => {
  const { page } = person;
  await page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).first().click();
  await page.locator('[data-group=B]').click();
  await page.locator('[data-identity-slip]').waitFor();
  await holdScreen(page, 'where the identity is corrected');
  const [slip] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^In phiếu đề nghị/ }).click()]);
  assert.equal(slip.suggestedFilename(), 'phieu-dieu-chinh-dan-cu.pdf');
});

browserTest('nothing was complained about, and nobody else was asked', async () => {
  for (const seat of [vneid, person, officer]) assert.deepEqual([seat.complaints, seat.elsewhere], [[], []]);
});
