/**
 * Many people as one act, by keys alone once the page is there: the list of a submission, its sample opened one by one, the signature, the receipt.
 * Then, at the same product, a day by keyboard alone, an administrator who is asked for a passkey, and a first load that two people sign.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { SETS } from '#start/demo/cast.ts';
import { holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { dayByKeyboard } from './keyboard-day.ts';
import { firstLoadSteps } from './first-load-steps.ts';
import { passkeySteps } from './passkey-steps.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';
import { FIGURE } from '../summary.ts';

const OFFICER = 'Người có thẩm quyền xác nhận';
const TITLE = 'Đồng ý tất cả hồ sơ khớp, không cảnh báo';
/** The demo's file that waits for a confirmation. */
const { count } = SETS.waiting;
const BODY = 'Trường THCS Đồng Mẫu';

let premises: Premises;
let officer: Seat;
before(async () => {
  premises = await openPremises();
  officer = await sitDown(premises);
});
after(async () => premises?.close());

const step = journey();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const sample = (page: Page) => page.getByRole('region', { name: 'Mẫu kiểm tra' });
const unopened = (page: Page): Promise<number> => sample(page).getByText('Chưa mở', { exact: true }).count();
/** What a strip of counts says under a word. */
const figure = async (page: Page, word: string): Promise<number> =>
  Number(
    await page
      .locator('dl.facts > div')
      .filter({ has: page.getByText(word, { exact: true }) })
      .locator('dd')
      .innerText(),
  );
/** How many people the list holds. */
const left = { people: 0 };

step('the officer comes from the queue to the list of a submission', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, OFFICER);
  await page.getByRole('navigation').getByRole('link', { name: 'Chờ xác nhận' }).click();
  const beside = page.getByRole('region', { name: TITLE });
  await beside
    .getByRole('listitem')
    // The whole text: behind a number that ends in 1 stands "4 người", too.
    .filter({ has: page.getByText(`${count} người đang chờ`, { exact: true }) })
    // Another body's people are still being matched, and may be as many at this moment.
    .getByRole('link', { name: BODY })
    .click();
  await heading(page, TITLE);
  await page.getByRole('button', { name: 'Lập danh sách', exact: true }).waitFor();
  await holdScreen(page, 'a list that was not made');
});

step('makes it: who is in it, who is looked at alone, a sample that must be opened', async () => {
  const { page } = officer;
  await page.keyboard.press('l');
  await sample(page).waitFor();
  await holdScreen(page, 'a list that was made');
  left.people = await figure(page, 'Khớp, không cảnh báo');
  assert.ok(left.people > 0 && left.people + (await figure(page, 'Xem từng người')) === count);
  assert.equal(await unopened(page), Math.min(5, left.people));
  assert.ok(await page.getByRole('button', { name: /^Xác nhận \d/ }).isDisabled());
});

step('opens each of the sample and comes back to the list', async () => {
  const { page } = officer;
  await comesBy(
    'the whole sample opened',
    async () => (await unopened(page)) === 0,
    async () => {
      const before = await unopened(page);
      await page.keyboard.press('o');
      await heading(page, /^Xác nhận: /);
      await page.getByRole('link', { name: TITLE }).click();
      await heading(page, TITLE);
      await holds(async () => assert.equal(await unopened(page), before - 1));
    },
  );
  await holdScreen(page, 'a list ready to be signed');
});

step('signs: three counts, one receipt, and nobody of the list is in the queue any more', async () => {
  const { page } = officer;
  await page.getByText('Đã mở đủ mẫu.').waitFor();
  await page.keyboard.press('s');
  await page.getByText('Đã cập nhật vào CSDL cả danh sách').waitFor();
  await page
    .getByText(`${count} người đang chờ = ${left.people} đã cập nhật vào CSDL + 0 trả lại + ${count - left.people} xem từng người.`)
    .waitFor();
  await holdScreen(page, 'a list that was signed');
  await page.getByRole('link', { name: /^Xem biên nhận XN-/ }).click();
  await heading(page, /^Biên nhận XN-/);
  await page.getByRole('heading', { name: 'Xác nhận theo danh sách' }).waitFor();
  await holdScreen(page, 'R2 of a list');
  await page.getByRole('navigation').getByRole('link', { name: 'Chờ xác nhận' }).click();
  await heading(page, 'Hồ sơ chờ xác nhận');
  await holds(async () =>
    assert.equal(
      await page
        .getByRole('listitem')
        // The whole text: behind a number that ends in 1 stands "4 người", too.
        .filter({ has: page.getByText(`${count} người đang chờ`, { exact: true }) })
        .count(),
      0,
    ),
  );
});

dayByKeyboard(
  step,
  () => premises,
  (line) => process.stderr.write(`${FIGURE} ${line}\n`),
);

passkeySteps(step, () => premises);

firstLoadSteps(step, () => premises);

browserTest('nothing was complained of, and nobody else was asked', () => {
  assert.deepEqual([officer.complaints, officer.elsewhere], [[], []]);
});
