/**
 * A first load to its end, by clicks: a clerk brings a file and closes it, one who confirms holds the sample against the papers and signs, and only the
 * second one's signature brings it in. What came of it says so: the receipt for whoever has its number.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openPersonSession } from '#authority/access/sessions.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { SETS } from '#start/demo/cast.ts';
import { cleanWorkbook } from '#start/demo/workbooks.ts';
import { holdScreen, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { comesBy, holds } from './browser-test.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { count, bodyCode } = SETS.journey;
const SECOND = 'Vũ Thị Ký Thứ Hai';

/** Somebody else of the agency who may confirm, and their browser: the demo has one alone. */
async function secondOfficer(premises: Premises): Promise<Seat> {
  const { composed, address } = premises.product;
  const { clock, chance, keys, db } = composed;
  const accountId = chance.uuid7(Date.parse(clock.now()));
  await db.transaction(await composed.jobSession(null), async (tx) => {
    const body = await bodyByCode(tx, bodyCode, clock.today());
    await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, $4)', [
      accountId,
      keys.nationalIdHash('000190999001'),
      SECOND,
      clock.now(),
    ]);
    await tx.query(
      `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, 'XAC_NHAN', $3, '2026-07-01')`,
      [chance.uuid7(Date.parse(clock.now())), accountId, body],
    );
  });
  const { handle } = await openPersonSession(composed.sessionNeeds, { accountId, agent: 'journey', level: 2 });
  const seat = await sitDown(premises);
  await seat.context.addCookies([{ name: 'congvu', value: handle, url: address }]);
  return seat;
}

const state = (page: Page, name: string): Promise<void> => page.locator(`[data-next=${name}]`).waitFor();
const rows = (page: Page, of: string) => page.locator(`[data-sample] [data-row="${of}"]`);

/** Reads the warnings, then signs. */
async function signs(page: Page): Promise<void> {
  const part = page.locator('[data-signatures]');
  for (const warning of await part.getByRole('checkbox').all()) await warning.check();
  await part.locator('[data-sign]').click();
}

export function firstLoadSteps(step: (name: string, work: () => Promise<void>) => void, premises: () => Premises): void {
  const seats: Seat[] = [];
  let clerk: Seat;
  let first: Seat;
  let second: Seat;
  let address = '';
  const comesTo = async (role: string): Promise<Seat> => {
    const seat = await sitDown(premises());
    seats.push(seat);
    await signInByClicks(seat.page, premises().product.address, role);
    return seat;
  };

  step('first load: the ministry opens it, a clerk begins it, brings a file and closes', async () => {
    const origin = premises().product.address;
    const ministry = await comesTo('Vụ Công chức – Viên chức');
    clerk = await comesTo('Cán bộ nhập liệu');
    const session = (await (await clerk.context.request.get(`${origin}/api/v1/session`)).json()) as { grants: { body: { id: string } }[] };
    const today = todayInVietnam();
    const opened = await ministry.context.request.post(`${origin}/api/v1/first-load-windows`, {
      data: {
        body: session.grants[0]!.body.id,
        opensOn: today,
        lastDay: today,
        decision: { number: '1/QĐ', day: today, signer: 'Vụ trưởng (mẫu)' },
      },
      headers: { origin, 'idempotency-key': 'hanh-trinh-nap-lan-dau' },
    });
    assert.equal(opened.status(), 201, await opened.text());
    const { page } = clerk;
    await page.getByRole('navigation').getByRole('link', { name: 'Nạp lần đầu' }).click();
    await page.getByRole('button', { name: 'Bắt đầu đợt nạp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu đợt nạp' }).click();
    await state(page, 'gathering');
    address = page.url();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'ho-so-cu.xlsx', mimeType: XLSX, buffer: Buffer.from(await cleanWorkbook(SETS.journey)) });
    await page.locator('[data-parts] tbody tr').waitFor();
    await page.locator('[data-parts] tbody tr').filter({ hasText: 'đã kiểm tra' }).waitFor();
    // Asked once more before it is done.
    await page.locator('[data-act=close]').click();
    await page.locator('[data-act=close]').click();
    await page.locator('[data-act=close]').waitFor({ state: 'detached' });
  });

  step('first load: the whole sample is held against the papers by one who confirms, and signed', async () => {
    first = await comesTo('Người có thẩm quyền xác nhận');
    const { page } = first;
    await page.goto(address);
    await state(page, 'sampling');
    await holds(async () => assert.equal(await page.locator('[data-sample] [data-row]').count(), count));
    await holdScreen(page, 'a sample of a first load');
    await comesBy(
      'the whole sample judged',
      async () => (await rows(page, 'right').count()) === count,
      async () => {
        const before = await rows(page, 'right').count();
        await page.locator('[data-sample] [data-row="to-open"], [data-sample] [data-row="opened"]').first().click();
        await page.locator('dialog [data-right]').click();
        await holds(async () => assert.equal(await rows(page, 'right').count(), before + 1));
      },
    );
    await state(page, 'passed');
    await signs(page);
    await state(page, 'signed');
    await holdScreen(page, 'a first load with one signature');
    assert.equal(await page.locator('[data-sign]').count(), 0, 'nobody signs twice');
  });

  step('first load: a second person signs, it comes in, and its receipt says what it is to whoever has the number', async () => {
    second = await secondOfficer(premises());
    seats.push(second);
    const { page } = second;
    await page.goto(address);
    await state(page, 'signed');
    await signs(page);
    await state(page, 'registered');
    for (const name of ['Phạm Quốc Hùng', SECOND]) await page.locator('[data-signatures]').getByText(name).waitFor();
    await holdScreen(page, 'a first load that came in');
    const receipt = await page.locator('[data-parts] a[href*="/bien-nhan/XN-"]').first().getAttribute('href');
    const anybody = await sitDown(premises());
    seats.push(anybody);
    await anybody.page.goto(`${premises().product.address}${receipt}`);
    await anybody.page.getByText('Chữ ký đúng').first().waitFor();
    await anybody.page.getByText('không xác nhận từng dòng').first().waitFor();
    assert.deepEqual(
      seats.flatMap(({ complaints, elsewhere }) => [...complaints, ...elsewhere]),
      [],
    );
    for (const { context } of seats) await context.close();
  });
}
