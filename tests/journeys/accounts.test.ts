/** Two administrators of the root by clicks: one asks for a role of the whole country, the other grants it; then roles by a list, a wrong cell first. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET } from '#authority/accounts/list-columns.ts';
import { recordAct } from '#authority/audit/record.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { holdScreen, openPremises, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { journey } from './browser-test.ts';

const FIRST = 'Đặng Minh Tuấn';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The two administrators of the demo's province: here they administer the root too. */
const ADMINISTRATORS = DEMO_ACCOUNTS.filter(({ role }) => role === 'QT_BNDP');
const SECOND = ADMINISTRATORS.find(({ name }) => name !== FIRST)!.name;

let premises: Premises;
let seats: readonly Seat[];
before(async () => {
  premises = await openPremises();
  seats = [await sitDown(premises), await sitDown(premises)];
  await administerTheRoot();
});
after(async () => premises?.close());

async function administerTheRoot(): Promise<void> {
  const { composed } = premises.product;
  const { db, keys, clock, chance } = composed.accounts;
  await db.transaction(await composed.jobSession(null), async (tx) => {
    const bodyId = (await bodyByCode(tx, 'VN', clock.today()))!;
    for (const { nationalId, name } of ADMINISTRATORS) {
      const [account] = await tx.query<{ account_id: string }>('select account_id from account where identity = $1', [
        keys.nationalIdHash(nationalId),
      ]);
      const id = chance.uuid7(Date.parse(clock.now()));
      const row = await giveGrant(tx, { id, accountId: account!.account_id, role: 'QT_BNDP', bodyId, from: clock.today(), name });
      await recordAct(tx, composed.accounts, {
        act: 'grant.changed',
        purpose: 'OPERATE',
        bodyId,
        objectId: account!.account_id,
        payload: { given: id, role: 'QT_BNDP' },
        rows: [row],
      });
    }
  });
}

const [first, second] = [0, 1].map((at) => (): Page => seats[at]!.page) as [() => Page, () => Page];
const step = journey();

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(premises.product.address);
  await page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }).click();
  await page.locator('a.card', { hasText: name }).click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
}
async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Tài khoản', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản và vai trò' }).waitFor();
}

step('an administrator of the root asks for an auditor of the whole country; nothing is given yet', async () => {
  const page = first();
  await signIn(page, FIRST);
  await openAccounts(page);
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'Giao vai trò', exact: true }) });
  await form.getByLabel('Họ và tên').fill('Nguyễn Văn Giám Sát');
  await form.getByLabel('Số định danh cá nhân (12 số)').fill('000190900077');
  await form.getByLabel('Vai trò').selectOption('GIAM_SAT');
  await form.getByLabel('Cơ quan và trực thuộc').selectOption({ label: 'Cả nước' });
  await form.getByRole('button', { name: 'Giao vai trò' }).click();
  await form.getByText('Đã gửi đề nghị').waitFor();
  const waiting = page.locator('section', { has: page.locator('#role-requests') });
  await waiting.getByText('Nguyễn Văn Giám Sát').waitFor();
  assert.equal(await waiting.getByRole('button', { name: 'Cấp – Nguyễn Văn Giám Sát' }).count(), 0, 'who asked is not offered to decide');
});

step('the other one grants it; both names stand in the history', async () => {
  const page = second();
  await signIn(page, SECOND);
  await openAccounts(page);
  const waiting = page.locator('section', { has: page.locator('#role-requests') });
  await waiting.locator('li', { hasText: 'Nguyễn Văn Giám Sát' }).getByRole('button').first().click();
  const decided = page.locator('[data-decided-requests]');
  await decided.getByText('Đề nghị đã quyết định').click();
  const line = decided.locator('li', { hasText: 'Nguyễn Văn Giám Sát' });
  await line.getByText('Đã cấp').waitFor();
  const words = await line.innerText();
  assert.ok(words.includes(FIRST) && words.includes(SECOND), words);
  await holdScreen(page, 'accounts with a decided request');
});

step('the list is taken along, a line is added, its wrong cell is told; mended, it is given as one act', async () => {
  const page = second();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-take-accounts]').click()]);
  const read = await readList(await readFile(await download.path()), ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET);
  assert.ok(read.kind === 'read');
  const rows = read.rows.map(({ cells }) => ACCOUNT_COLUMNS.map(({ key }) => cells.get(key) ?? ''));
  const bookWith = async (body: string): Promise<Buffer> =>
    Buffer.from(
      await writeList({
        sheet: ACCOUNT_SHEET,
        heads: ACCOUNT_COLUMNS,
        rows: [...rows, ['000190900078', 'Trần Thị Danh Sách', 'NHAP_LIEU', body, '', '', '', '']],
        guide: [],
      }),
    );
  const section = page.locator('section', { has: page.locator('#import-accounts') });
  const choose = async (body: string): Promise<void> =>
    section.locator('input[type=file]').setInputFiles({ name: 'tai-khoan.xlsx', mimeType: XLSX, buffer: await bookWith(body) });
  await choose('H99.99');
  await section.getByText(`D${rows.length + 2} · Mã cơ quan`).waitFor();
  await section.getByText('Không có cơ quan mang mã H99.99').waitFor();
  assert.equal(await section.locator('[data-import]').count(), 0, 'nothing is offered while a cell is wrong');
  await holdScreen(page, 'a list of accounts with a wrong cell');
  await choose('H26.03.01');
  await section.getByText('Trần Thị Danh Sách').waitFor();
  await section.locator('[data-import]').click();
  await section.getByText('Đã giao:').waitFor();
  await page.getByRole('rowheader', { name: 'Trần Thị Danh Sách', exact: true }).waitFor();
});
