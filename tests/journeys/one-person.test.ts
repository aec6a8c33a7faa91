/** One person over time by clicks, two bodies: a transfer and its return, two records of one human merged and made two again, a number made anew. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_DAY, castOf, peopleOf } from '#start/demo/cast.ts';
import { renewedNumbers } from '#start/demo/renewed-numbers.ts';
import { PEOPLE } from '../filled.ts';
import { holdScreen, openPremises, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, journey } from './browser-test.ts';

/** Officers of two provinces: Phạm Quốc Hùng confirms for H26 and below, Cao Xuân Nghĩa for H41 and below. */
const ONE = 'Phạm Quốc Hùng';
const OTHER = 'Cao Xuân Nghĩa';
/** The clerk of a school below H26. */
const CLERK = 'Nguyễn Thị Thu Hà';

const personOf = (bodyCode: string, which: number) => {
  const person = [
    ...peopleOf(
      castOf(PEOPLE).find((body) => body.code === bodyCode)!,
      DEMO_DAY,
    ),
  ][which]!;
  return { number: person.nationalId, name: String((person.document.B as Record<string, unknown>)['hoTenKhaiSinh']) };
};
/** The record that goes, the record that stays, and somebody who goes over and comes back. */
const goes = personOf('H41.51', 1);
// Of a body that has nothing under way: portraits of the school wait for confirmation, and a merge waits for them.
const stays = personOf('H26.51', 1);
const moved = personOf('H41.51', 2);
/** Somebody of the clerk's school whose number was made anew at the source. */
const renewed = renewedNumbers(DEMO_DAY, PEOPLE).find(({ person }) => person.bodyCode === 'H26.03.01')!;

let premises: Premises;
let one: Seat;
let other: Seat;
before(async () => {
  premises = await openPremises();
  one = await sitDown(premises);
  other = await sitDown(premises);
});
after(async () => premises?.close());

const step = journey();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

async function signIn({ page }: Seat, name: string): Promise<void> {
  await page.goto(premises.product.address);
  await page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }).click();
  await page.locator('a.card', { hasText: name }).click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(page, 'Việc của tôi');
}

/** Looks a number up. */
async function searches({ page }: Seat, number: string): Promise<void> {
  await menu(page, 'Tra cứu hồ sơ');
  // By its role: the page that is being left has a button of that name.
  await page.getByRole('textbox', { name: 'Số định danh' }).fill(number);
  await page.getByRole('button', { name: 'Tìm' }).click();
}

/** A page that does not show it yet is asked anew after so long, in milliseconds. */
const ASK_AGAIN_MS = 5_000;
const comes = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: ASK_AGAIN_MS }).then(
    () => true,
    () => false,
  );

/** Is the person found now? A search that was answered is asked anew by a page that is. */
async function finds(seat: Seat, { number, name }: { readonly number: string; readonly name: string }): Promise<boolean> {
  await searches(seat, number);
  return comes(seat.page.getByRole('row', { name }).first());
}

async function opensRecord(seat: Seat, { number, name }: { readonly number: string; readonly name: string }): Promise<void> {
  await searches(seat, number);
  await seat.page.getByRole('row', { name }).getByRole('link').first().click();
  await heading(seat.page, name);
  await seat.page.locator('[data-group=B]').waitFor();
}

/** The case of this kind in the list of those that are open, or of all. */
async function opensCase({ page }: Seat, kind: string, ended = false): Promise<void> {
  await menu(page, 'Tiếp nhận, trùng số');
  await heading(page, 'Tiếp nhận, trùng số định danh');
  if (ended) await page.getByLabel('Hiện cả việc đã kết thúc').check();
  await page.getByRole('row', { name: kind }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
  // What the other side did meanwhile is told to a page that is loaded anew.
  await page.reload();
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
}

/** Gives an answer that changes the register: a conscious yes first. */
const answers = async ({ page }: Seat, button: string): Promise<void> => {
  await page.getByRole('checkbox', { name: /Tôi đã xem căn cứ/ }).check();
  await page.getByRole('button', { name: button, exact: true }).click();
};

/** The page of a case tells the state by itself, also what the register does after the answer. */
const comesTo = ({ page }: Seat, state: string): Promise<void> =>
  page.getByRole('region', { name: 'Trạng thái' }).getByText(state).first().waitFor();

const grounds = async ({ page }: Seat): Promise<void> => {
  await page.getByLabel('Số quyết định hoặc văn bản').fill('15/QĐ-SNV');
  await page.getByLabel('Ngày văn bản').fill('20/11/2026');
};

const TRANSFER = 'Tiếp nhận từ cơ quan khác';
const MERGE = 'Hợp nhất hai hồ sơ của một người';
const RENEWED = 'Đổi số định danh';

step('the officer of a commune offers a person to a school of another province', async () => {
  await signIn(other, OTHER);
  await opensRecord(other, moved);
  await other.page.getByRole('link', { name: 'Đề nghị chuyển đi' }).click();
  await other.page.getByLabel('Mã cơ quan tiếp nhận').fill('H26.03.01');
  await grounds(other);
  await other.page.getByLabel('Ngày có hiệu lực').fill('20/11/2026');
  await other.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await heading(other.page, moved.name);
});

step('the officer of the other province agrees, and the record is theirs', async () => {
  await signIn(one, ONE);
  await opensCase(one, TRANSFER);
  await answers(one, 'Đồng ý');
  await comesTo(one, 'Đã xong');
  await opensRecord(one, moved);
  await searches(other, moved.number);
  await other.page.getByText('Không tìm thấy ai').waitFor();
});

step('and gives the person back', async () => {
  await opensCase(one, TRANSFER, true);
  await answers(one, 'Trả người này về cơ quan cũ');
  await comesTo(one, 'Đã hủy kết quả');
  await comesBy(
    'the person back with the commune',
    () => finds(other, moved),
    async () => void (await other.page.reload()),
  );
});

step('a body finds that a record of its own and one under another number are of one human, and proposes the merge', async () => {
  await opensRecord(other, goes);
  await other.page.getByRole('link', { name: 'Hợp nhất hồ sơ trùng' }).click();
  await heading(other.page, 'Hợp nhất hồ sơ này vào hồ sơ khác của cùng một người');
  await holdScreen(other.page, 'the form of a merge');
  await other.page.getByLabel('Số định danh của hồ sơ giữ lại').fill(stays.number);
  await grounds(other);
  await other.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await heading(other.page, goes.name);
  await other.page.getByText('Chờ trả lời').first().waitFor();
});

step('the other body sees both records beside each other, chooses, and agrees', async () => {
  await opensCase(one, MERGE);
  await one.page.getByRole('heading', { name: 'Đối chiếu hai hồ sơ' }).waitFor();
  const both = one.page.locator('[data-both-records]');
  await both
    .getByRole('row', { name: /^Họ và tên/ })
    .getByText(goes.name)
    .waitFor();
  await both
    .getByRole('row', { name: /^Họ và tên/ })
    .getByText('Giữ theo hồ sơ giữ lại')
    .waitFor();
  await holdScreen(one.page, 'two records beside each other');
  const phone = one.page.getByLabel(/^Lấy nội dung: /).first();
  await phone.selectOption({ index: 0 });
  await answers(one, 'Đồng ý hợp nhất');
  await comesTo(one, 'Đã xong');
  await one.page.getByText('Hai hồ sơ đã là một.').waitFor();
});

step('both numbers find one record, and the old one shows as it was known before', async () => {
  await searches(one, goes.number);
  await one.page.getByRole('row', { name: stays.name }).getByRole('link').first().click();
  await heading(one.page, stays.name);
  await one.page.getByText('Đã hợp nhất một hồ sơ khác của người này').waitFor();
  await one.page.getByRole('link', { name: 'Xem hồ sơ đó như trước khi hợp nhất' }).click();
  await heading(one.page, goes.name);
  await one.page.getByText('đây là hồ sơ như đã biết trước khi hợp nhất').waitFor();
  await holdScreen(one.page, 'a record as known before the merge');
  await searches(other, goes.number);
  await other.page.getByText('Không tìm thấy ai').waitFor();
});

step('one side asks to make them two again, the other does it', async () => {
  await opensCase(other, MERGE, true);
  await answers(other, 'Đề nghị tách lại hai hồ sơ');
  await comesTo(other, 'Chờ đồng ý tách lại');
  await opensCase(one, MERGE);
  await answers(one, 'Đồng ý tách lại hai hồ sơ');
  await comesTo(one, 'Đã hủy kết quả');
  await one.page.getByText('Hai hồ sơ tách lại đúng như trước khi hợp nhất.').waitFor();
  await opensRecord(one, stays);
  await comesBy(
    'the record of the commune',
    () => finds(other, goes),
    async () => void (await other.page.reload()),
  );
});

step('a clerk tells that a person’s number was made anew, and the population database knows the new one', async () => {
  const clerk = await sitDown(premises);
  const { nationalId, name } = renewed.person;
  await signIn(clerk, CLERK);
  await opensRecord(clerk, { number: nationalId, name });
  await clerk.page.getByRole('link', { name: 'Đổi số định danh' }).click();
  await holdScreen(clerk.page, 'the form of a new number');
  await clerk.page.getByLabel('Số định danh mới').fill(renewed.newNumber);
  await grounds(clerk);
  await clerk.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await heading(clerk.page, name);
  await clerk.page.getByText('Chờ trả lời').first().waitFor();
  await clerk.page.getByText('Khớp').first().waitFor();
  assert.equal(await clerk.page.getByRole('button', { name: 'Đồng ý', exact: true }).count(), 0, 'who asked does not agree');
  assert.deepEqual([clerk.complaints, clerk.elsewhere], [[], []]);
});

step('the officer agrees: both numbers find the one person', async () => {
  const { nationalId, name } = renewed.person;
  await opensCase(one, RENEWED);
  await answers(one, 'Đồng ý');
  await comesTo(one, 'Đã xong');
  for (const number of [renewed.newNumber, nationalId]) await opensRecord(one, { number, name });
});

browserTest('no screen said anything to the console, and nobody else was asked', () => {
  for (const seat of [one, other]) {
    assert.deepEqual(seat.complaints, []);
    assert.deepEqual(seat.elsewhere, []);
  }
});
