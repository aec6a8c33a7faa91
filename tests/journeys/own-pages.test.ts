/**
 * The own pages by clicks, at the size of a phone, against the real server: my record, who viewed me, my card, my data. At the end, in the same
 * product, every page that it answers with.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { holdScreen, openPremises, signInByClicks, signOutByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, holds, journey } from './browser-test.ts';
import { askByCode, givePart, isRefused, lookByIt, makeCode, sitAtTheSchool, withdraw } from './consent-steps.ts';
import { comesIn, openSignedIn, openSignedOut } from './html-routes.ts';

const PHONE = { width: 390, height: 844 };
const NAME = 'Ngô Thùy Trang';
const NUMBER = '000191900009';

let premises: Premises;
let person: Seat;
let officer: Seat;
before(async () => {
  premises = await openPremises();
  person = await sitDown(premises, PHONE);
  officer = await sitDown(premises);
});
after(async () => premises?.close());

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
/** Through the menu that is folded away on a phone. */
async function menu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Mở danh sách việc' }).click();
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name, exact: true }).click();
}

const step = journey();

step('a person comes in and finds the own record first: who I am, what needs attention', async () => {
  const { page } = person;
  await signInByClicks(page, premises.product.address, 'Cá nhân');
  await heading(page, 'Hồ sơ của tôi');
  const who = page.getByRole('region', { name: 'Thông tin của tôi' });
  await who.getByText(NAME).waitFor();
  await who.getByRole('img', { name: 'Ảnh chân dung của tôi' }).waitFor();
  assert.equal((await page.locator('main').innerText()).includes(NUMBER), false);
  const attention = page.getByRole('region', { name: 'Cần lưu ý' });
  await attention.getByText('Thiếu: Đào tạo, bồi dưỡng').waitFor();
  await attention.getByText('Bằng cấp, khóa bồi dưỡng được ghi').waitFor();
  await holds(async () => {
    assert.equal(await attention.getByText('Đang chờ xác nhận').count(), 2);
    assert.equal(await page.locator('[data-group]').count(), 26);
  });
  await holdScreen(page, 'my record');
});

step('the own number is shown when it is asked for', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Hiện Số định danh cá nhân' }).click();
  await page.getByText(NUMBER).waitFor();
});

step('one group a page, with who confirmed each value; on to the next, and back', async () => {
  const { page } = person;
  await page.locator('[data-group=G]').click();
  await heading(page, 'Ngạch, chức danh nghề nghiệp và diễn biến lương');
  const pay = page.getByRole('region', { name: 'Diễn biến lương' });
  await pay.getByText(/^Phạm Quốc Hùng, \d{2}\/\d{2}\/\d{4} · Biểu mẫu Excel$/).waitFor();
  await holds(async () => assert.ok((await pay.getByRole('listitem').count()) >= 4));
  await page.getByText('Thấy sai hoặc thiếu?').waitFor();
  await holdScreen(page, 'pay');
  await page.getByRole('link', { name: 'Phụ cấp' }).click();
  await heading(page, 'Phụ cấp');
  await page.getByText('Mục này chưa có dữ liệu').waitFor();
  await holdScreen(page, 'a group without anything');
  await page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).first().click();
  await page.locator('[data-group=B]').click();
  await page.getByText('Đã đối soát: khớp', { exact: true }).first().waitFor();
  await page.getByText('Chưa so với dân cư').first().waitFor();
  await holdScreen(page, 'identity');
  await page.getByRole('region', { name: 'Những điều tôi đã báo sai' }).getByText('Đã nhận').waitFor();
  await page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).first().click();
  await page.locator('[data-group=U]').click();
  assert.equal((await page.locator('main').innerText()).includes('0100900009'), false);
  await page.getByRole('button', { name: 'Hiện Số sổ/mã số BHXH' }).click();
  await page.getByText('0100900009').waitFor();
});

step('a wrong value is reported: received with its last day, and standing on the first page', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Báo sai hoặc thiếu thông tin' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giá trị bị sai').selectOption({ label: 'Thiếu thông tin trong mục này' });
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  await dialog.getByText('Cần ít nhất 5 ký tự.').waitFor();
  await dialog.getByLabel('Sai ở đâu, thiếu gì').fill('Thiếu số thẻ bảo hiểm y tế');
  await holdScreen(page, 'reporting a value');
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  await page.getByText(/^Đã nhận\. Cơ quan phải trả lời chậm nhất ngày \d{2}\/\d{2}\/\d{4}\.$/).waitFor();
  const mine = page.getByRole('region', { name: 'Những điều tôi đã báo sai' });
  await mine.getByText('Thiếu số thẻ bảo hiểm y tế').waitFor();
  await page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).first().click();
  await holds(async () => assert.equal(await mine.locator('[data-value-report]').count(), 2));
  await holdScreen(page, 'what was reported');
});

step('an officer opens the record; the person sees it, with body, role and purpose', async () => {
  await signInByClicks(officer.page, premises.product.address, 'Người có thẩm quyền xác nhận');
  await officer.page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  await officer.page.getByLabel('Họ tên').fill('ngo thuy trang');
  await officer.page.getByRole('button', { name: 'Tìm' }).click();
  await officer.page.getByRole('row', { name: NAME }).getByRole('link').first().click();
  await heading(officer.page, NAME);

  const { page } = person;
  await menu(page, 'Ai đã xem hồ sơ của tôi');
  await heading(page, 'Ai đã xem hồ sơ của tôi');
  const lines = page.locator('.own-reads > li');
  await lines.first().waitFor();
  await holds(async () => {
    const newest = await lines.first().innerText();
    for (const word of ['UBND thành phố Hà Nội', 'Người có thẩm quyền xác nhận', 'Tra cứu phục vụ công việc'])
      assert.match(newest, new RegExp(word), word);
    const all = await page.locator('main').innerText();
    assert.match(all, /Vụ Công chức – Viên chức/);
    assert.match(all, /2 lần trong ngày/);
    assert.match(all, /Chính anh\/chị đã mở \d+ lần/);
    // Who it was by name is the administrator's to find out.
    assert.doesNotMatch(all, /Phạm Quốc Hùng/);
  });
  await holdScreen(page, 'who viewed me');
});

step('the card as it is, and a code to take it onto a phone: QR, link into the wallet, five minutes', async () => {
  const { page } = person;
  await menu(page, 'Thẻ của tôi');
  await heading(page, 'Thẻ của tôi');
  const face = page.getByRole('region', { name: 'Nội dung thẻ' });
  for (const word of [NAME, 'Phó Trưởng phòng', 'Sở Nội vụ (mẫu)', 'THẺ THỬ NGHIỆM']) await face.getByText(word).first().waitFor();
  await page.getByText(/^Thẻ cũ .* \(Đổi chức vụ, chức danh hoặc vị trí việc làm\) còn dùng đến /).waitFor();
  await holdScreen(page, 'my card');
  await page.getByRole('button', { name: 'Tạo mã nhận thẻ' }).click();
  await page.getByRole('img', { name: 'Mã QR để điện thoại khác quét' }).waitFor();
  assert.equal(await page.locator('[data-tx-code]').count(), 0, 'one photograph does not have both');
  await page
    .getByRole('timer')
    .getByText(/^Còn [0-5]:\d\d$/)
    .waitFor();
  const wallet = page.getByRole('link', { name: 'Mở trong ví mô phỏng VNeID' });
  assert.match((await wallet.getAttribute('href')) ?? '', /^\/sim\/vneid\/vi-giay-to#offer=openid-credential-offer%3A/);
  await holdScreen(page, 'an offer to take the card');
  await page.getByRole('button', { name: 'Ví đang hỏi mã' }).click();
  assert.match((await page.locator('[data-tx-code]').innerText()).replace(/\s/g, ''), /^\d{6}$/);
  assert.equal(await page.locator('.qr').count(), 0);
  await holdScreen(page, 'a code to take the card');
});

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: button }).click()]);
  return readFile(await download.path());
}

step('a school asks by a code from the phone, sees the part that is given, and nothing after it was withdrawn', async () => {
  const { page } = person;
  await menu(page, 'Đồng ý cho xem hồ sơ');
  await heading(page, 'Đồng ý cho xem hồ sơ');
  const school = await sitAtTheSchool(premises);
  await askByCode(school.page, await makeCode(page));
  await givePart(page);
  await lookByIt(school.page);
  await menu(page, 'Ai đã xem hồ sơ của tôi');
  // The step before has just asked for it: what came meanwhile comes with the page anew.
  await page.reload();
  const newest = page.locator('.own-reads > li').first();
  await newest.getByText('Theo sự đồng ý của người có hồ sơ').waitFor();
  await newest.getByRole('link', { name: 'Xem sự đồng ý này' }).click();
  await heading(page, 'Đồng ý cho xem hồ sơ');
  await withdraw(page);
  await isRefused(school.page);
  await school.context.close();
});

step('takes the own data along, to read and for machines', async () => {
  const { page } = person;
  await menu(page, 'Dữ liệu của tôi');
  await heading(page, 'Dữ liệu của tôi');
  await holdScreen(page, 'my data');
  assert.equal((await downloaded(page, 'Tải PDF')).subarray(0, 5).toString(), '%PDF-');
  const data = JSON.parse((await downloaded(page, 'Tải JSON')).toString()) as { person: { nationalId: string }; groups: object[] };
  assert.deepEqual([data.person.nationalId, data.groups.length], [NUMBER, 26]);
  await page.getByRole('link', { name: 'Phiên đăng nhập của tôi' }).click();
  await page.getByText('Phiên này').waitFor();
});

step('in English too', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'EN' }).click();
  await page.getByRole('button', { name: 'Open the list of tasks' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'My record', exact: true }).click();
  await page.getByText('Missing: Education and training').waitFor();
  await page.getByRole('button', { name: 'VI' }).click();
  await heading(page, 'Hồ sơ của tôi');
});

step('an officer finds the own record under the name; whoever is in no register is told whom to ask', async () => {
  const { page } = officer;
  await page.locator('header summary', { hasText: 'Tài khoản' }).click();
  await page.getByRole('link', { name: 'Hồ sơ của tôi', exact: true }).click();
  await heading(page, 'Hồ sơ của tôi');
  await page.getByText('Chưa có hồ sơ nào của anh/chị trong CSDL').waitFor();
  await holdScreen(page, 'an officer without a record');
  await signOutByClicks(page);
});

browserTest('nothing was complained of in either browser, and nobody else was asked', () => {
  assert.deepEqual([...person.complaints, ...officer.complaints, ...person.elsewhere, ...officer.elsewhere], []);
});

browserTest('every page and every screen comes to who is not signed in: text, no error, nothing that its policy stops', async () => {
  const { opened, wrong } = await openSignedOut(premises);
  assert.deepEqual(wrong, []);
  // The walk has found what it is to walk: pages of each kind, by their routes.
  for (const page of ['/docs/', '/problems', '/kiem-tra', '/sim/vneid/vi-giay-to', '/sim/mail', '/error.html', '/trinh-dien'])
    assert.ok(opened.includes(page), `${page} is not among ${opened.join(' ')}`);
});

browserTest('the demo has a line of the exchange, which one person asked for and another granted', async () => {
  const { context } = await comesIn(
    premises,
    DEMO_ACCOUNTS.find(({ id }) => id === 'quan-tri')!,
  );
  const ask = async <T>(path: string): Promise<T> =>
    (await context.request.get(`${premises.product.address}/api/v1/exchange/lines${path}`)).json() as Promise<T>;
  const { items } = await ask<{ items: { bodyId: string; source: string; state: string }[] }>('');
  assert.deepEqual(
    items.map(({ source, state }) => [source, state]),
    [['H26.02.01', 'new']],
  );
  const { requests } = await ask<{ requests: { kind: string; state: string; askedBy: string; decidedBy: string }[] }>(
    `/${items[0]!.bodyId}`,
  );
  assert.deepEqual(
    requests.map(({ kind, state }) => [kind, state]),
    [['enrol', 'granted']],
  );
  assert.notEqual(requests[0]!.askedBy, requests[0]!.decidedBy);
  await context.close();
});

browserTest('every screen comes to somebody who may open it', async () => {
  const { missed, wrong } = await openSignedIn(premises);
  assert.deepEqual({ missed, wrong }, { missed: [], wrong: [] });
});
