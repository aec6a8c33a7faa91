/** The circle of an entry by clicks, two offices and a clerk: asked for, granted, used by a workbook, ended; then a later day refuses it and an earlier one knows it. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import type { FilledPerson } from '#doors/workbook/shapes.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { holdScreen, openPremises, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, journey } from './browser-test.ts';

/** The administrator of a province, who keeps the lists of the country, the clerk of a school. */
const ADMINISTRATOR = 'Đặng Minh Tuấn';
const MINISTRY = 'Hoàng Thị Lan';
const CLERK = 'Nguyễn Thị Thu Hà';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const GRADE = '98.701';
const NAME = 'Kiểm định viên dữ liệu số';
/** Days of two pay lines: the entry's last day lies between them. */
const EARLIER = '01/08/2026';
const LATER = '01/11/2026';

let premises: Premises;
let seats: readonly Seat[];
before(async () => {
  premises = await openPremises();
  seats = [await sitDown(premises), await sitDown(premises), await sitDown(premises)];
});
after(async () => premises?.close());

const [administrator, ministry, clerk] = [0, 1, 2].map((at) => (): Page => seats[at]!.page) as [() => Page, () => Page, () => Page];
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

/** The request about the grade that is of this kind. */
const requestOf = (page: Page, kind: 'add' | 'end') => page.locator(`article[data-addition="${GRADE}"][data-kind=${kind}]`);

/** From home, by the task that says how many wait, to the request; and grants it. */
async function grants(page: Page, kind: 'add' | 'end', button: string): Promise<void> {
  await page.goto(premises.product.address);
  await heading(page, 'Việc của tôi');
  await page.getByRole('link', { name: 'Đề nghị về danh mục chờ quyết định' }).click();
  await heading(page, 'Bổ sung danh mục');
  await requestOf(page, kind).getByRole('button', { name: button, exact: true }).click();
  await requestOf(page, kind).getByText('Đã chấp thuận').waitFor();
}

/** The `which`th workbook of two new people of the clerk's school, each with a pay line of the grade from one of the two days. */
async function workbook(which: number): Promise<Uint8Array> {
  const people = newPeople(SETS.journey.bodyCode, 4, SETS.journey.set, DEMO_DAY)
    .slice(2 * which, 2 * which + 2)
    .map(({ nationalId, document }, at): FilledPerson => {
      const { hoSo, sections } = cellsOf(nationalId, document);
      const [line] = sections['luong'] ?? [];
      assert.ok(line, 'the people of the demo have pay lines');
      const { 'luong.tenNgach': _name, 'luong.ngayNangBacDuKien': _due, ...rest } = line;
      const on = at === 0 ? EARLIER : LATER;
      return {
        hoSo,
        sections: { ...sections, luong: [{ ...rest, 'luong.maNgach': GRADE, 'luong.ngayHuong': on, 'luong.mocTinhNangBac': on }] },
      };
    });
  const template = await makeTemplate({ bodyCode: SETS.journey.bodyCode, bodyName: 'Trường THPT Mẫu Sơn', issuedOn: DEMO_DAY });
  return fillTemplate(template, people);
}

async function sends(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await menu(page, 'Tải tệp lên');
  await heading(page, 'Tải tệp lên');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn tệp', exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await page.getByText(name).waitFor();
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, name);
  await page.locator('dl.facts').waitFor();
}

step('an administrator asks with a wrong code and no source, is told field by field, and asks again', async () => {
  const page = administrator();
  await signIn(page, ADMINISTRATOR);
  await menu(page, 'Bổ sung danh mục');
  await heading(page, 'Bổ sung danh mục');
  await page.getByLabel('Danh mục').selectOption({ label: 'Ngạch công chức' });
  await page.getByLabel('Mã', { exact: false }).first().fill('ngạch mới');
  await page.getByLabel('Tên đầy đủ').fill(NAME);
  await page.getByLabel('Có hiệu lực từ ngày').fill('01/01/2026');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Ghi mã bằng chữ in hoa').waitFor();
  await page.getByText('Ghi số, ngày của văn bản làm căn cứ.').waitFor();
  await holdScreen(page, 'the form of an entry, with what is wrong');
  await page.locator('input[name=code]').fill(GRADE);
  await page.getByLabel('Căn cứ: văn bản nào quy định').fill('TT 09/2026/TT-BNV');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await requestOf(page, 'add').getByText('Chờ quyết định').waitFor();
  assert.equal(await requestOf(page, 'add').getByRole('button', { name: 'Bổ sung' }).count(), 0, 'who asks does not grant');
  await requestOf(page, 'add').getByRole('button', { name: 'Rút đề nghị' }).waitFor();
});

step('who keeps the lists finds it at home, and grants it', async () => {
  await signIn(ministry(), MINISTRY);
  await grants(ministry(), 'add', 'Bổ sung');
  await holdScreen(ministry(), 'a request that was granted');
});

step('a workbook of a clerk uses the new code', async () => {
  const page = clerk();
  await signIn(page, CLERK);
  await sends(page, 'Lương ngạch mới.xlsx', await workbook(0));
  await page.getByText('Không còn lỗi.').waitFor();
  assert.equal(await page.getByText(GRADE).count(), 0, 'nothing is said of it');
});

step('the administrator asks that it ends, who keeps the lists agrees', async () => {
  const page = administrator();
  await page.reload();
  await requestOf(page, 'add').getByRole('button', { name: 'Đề nghị kết thúc hiệu lực' }).click();
  await requestOf(page, 'add').getByLabel('Ngày cuối còn hiệu lực').fill('31/09/2026');
  await requestOf(page, 'add').getByLabel('Căn cứ: văn bản nào bãi bỏ').fill('TT 12/2026/TT-BNV');
  await requestOf(page, 'add').getByRole('button', { name: 'Gửi đề nghị thay đổi' }).click();
  await page.getByText('Ghi ngày có thật, ví dụ 31/12/2026.').waitFor();
  await holdScreen(page, 'the form of an end, with what is wrong');
  await requestOf(page, 'add').getByLabel('Ngày cuối còn hiệu lực').fill('30/09/2026');
  await requestOf(page, 'add').getByRole('button', { name: 'Gửi đề nghị thay đổi' }).click();
  await requestOf(page, 'end').getByText('Chờ quyết định').waitFor();
  await grants(ministry(), 'end', 'Kết thúc hiệu lực');
});

step('from the day after its last one it is refused, up to it it is known', async () => {
  const page = clerk();
  await sends(page, 'Lương ngạch đã hết.xlsx', await workbook(1));
  const fact = (word: string, figure: string): Promise<void> =>
    page
      .locator('dl.facts > div')
      .filter({ has: page.getByText(word, { exact: true }) })
      .filter({ has: page.locator('dd').getByText(figure, { exact: true }) })
      .waitFor();
  await fact('Người trong tệp', '2');
  await fact('Có lỗi', '1');
  await page.locator('.pick button', { hasText: 'Thay mã đã hết hiệu lực' }).click();
  await page.getByText(`Mã ${GRADE} chỉ có hiệu lực đến hết ngày 30/09/2026.`).first().waitFor();
});

browserTest('no screen said anything to the console, and nobody else was asked', () => {
  for (const seat of seats) {
    assert.deepEqual(seat.complaints, []);
    assert.deepEqual(seat.elsewhere, []);
  }
});
