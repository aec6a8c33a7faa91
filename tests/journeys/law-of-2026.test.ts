/**
 * The law of 2026 in one day, by clicks: somebody is appointed, the record is made within three days (and late on the fourth), the person declares it on the
 * phone, lets a training school view a part and ends that, a stranger checks the record on paper, and a wrong fact is corrected within its term.
 *
 * What is late follows from the day of the paper, which the product's own calendar says: the journey is the same whatever the day on which it runs.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { aJpeg } from '#doors/portraits/pictures-for-tests.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import type { FilledPerson } from '#doors/workbook/shapes.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { holdScreen, openPremises, signInByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';
import { BY_XROAD, aKeyPair, enrolByClicks, runsAt } from './agency-software.ts';
import type { AgencySoftware } from './agency-software.ts';
import { askByCode, givePart, isRefused, lookByIt, makeCode, sitAtTheSchool, withdraw } from './consent-steps.ts';

const PHONE = { width: 390, height: 844 };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIL = 'nguoi.moi@example.vn';
/** Between two rounds of the agency's software, in milliseconds. */
const ROUND_MS = 500;
const RIGHT_FIELD = 'Sư phạm Ngữ văn';

const today = todayInVietnam();
/** The latest day of which a decision is late today: its record was due until yesterday. */
const lateDay = ((): string => {
  let day = today;
  while (lawsDue('ND27_18', day)!.lastDay >= today) day = addDays(day, -1);
  return day;
})();
const [inTime, late] = newPeople(SETS.appointed.bodyCode, SETS.appointed.count, SETS.appointed.set, DEMO_DAY).map((person) => ({
  number: person.nationalId,
  name: String((person.document.B as Record<string, unknown>)['hoTenKhaiSinh']),
  cells: cellsOf(person.nationalId, person.document),
})) as [Appointed, Appointed];
interface Appointed {
  readonly number: string;
  readonly name: string;
  readonly cells: ReturnType<typeof cellsOf>;
}

/** The rows of somebody whom a decision of that day appointed. */
const appointedOn = ({ number, cells }: Appointed, day: string): FilledPerson => ({
  hoSo: cells.hoSo,
  sections: {
    ...cells.sections,
    boNhiem: [
      {
        soDinhDanh: number,
        'boNhiem.hinhThuc': 'Bổ nhiệm',
        'boNhiem.chucVu': 'TT_CM',
        'boNhiem.coQuan': SETS.appointed.bodyCode,
        'boNhiem.tuNgay': showDate(day),
        'boNhiem.quyetDinh.so': '15/QĐ-THPT',
        'boNhiem.quyetDinh.ngay': showDate(day),
      },
    ],
  },
});

let premises: Premises;
let clerk: Seat;
let officer: Seat;
let person: Seat;
let template: Uint8Array;
let software: AgencySoftware;
before(async () => {
  premises = await openPremises(undefined, undefined, BY_XROAD);
  clerk = await sitDown(premises);
  officer = await sitDown(premises);
  person = await sitDown(premises, PHONE);
});
after(async () => {
  await software?.close();
  await premises?.close();
});

const step = journey();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
/** Through the menu that is folded away on a phone. */
async function menuOnPhone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Mở danh sách việc' }).click();
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name, exact: true }).click();
}

/** Uploads a workbook and sends it for confirmation. */
async function sends(page: Page, fileName: string, rows: readonly FilledPerson[]): Promise<void> {
  await menu(page, 'Tải tệp lên');
  await heading(page, 'Tải tệp lên');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn tệp', exact: true }).click(),
  ]);
  await chooser.setFiles({ name: fileName, mimeType: XLSX, buffer: Buffer.from(await fillTemplate(template, rows)) });
  await page.getByText(fileName).waitFor();
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, fileName);
  await page.getByText('Không còn lỗi.').waitFor();
  await page.getByRole('link', { name: 'Xem lại và gửi xác nhận' }).click();
  await heading(page, 'Xem lại và gửi xác nhận');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).waitFor();
  for (const warning of await page.getByRole('checkbox', { checked: false }).all()) await warning.check();
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await heading(page, /^Biên nhận BN-/);
}

/** A page that does not show it yet is asked anew after so long, in milliseconds. */
const ASK_AGAIN_MS = 5_000;
/** The officer opens somebody in the queue, when they have come there, and accepts everything. @returns how many papers stood beside it */
async function confirms(page: Page, name: string): Promise<number> {
  const waiting = page.getByRole('link', { name });
  await menu(page, 'Chờ xác nhận');
  await heading(page, 'Hồ sơ chờ xác nhận');
  await comesBy(
    `${name} in the queue`,
    () =>
      waiting
        .first()
        .waitFor({ timeout: ASK_AGAIN_MS })
        .then(
          () => true,
          () => false,
        ),
    async () => {
      await page.reload();
      await heading(page, 'Hồ sơ chờ xác nhận');
    },
  );
  await waiting.first().click();
  await heading(page, `Xác nhận: ${name}`);
  const beside = await page.locator('[data-paper-beside]').count();
  if (beside > 0) await holdScreen(page, 'a declaration with a paper beside it');
  await page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Đã ghi quyết định').waitFor();
  return beside;
}

/** Adds a photo of a paper to the group that is open, as a telephone makes it. */
async function addsPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi kèm giấy tờ' }).click();
  const form = page.getByRole('form', { name: 'Gửi kèm giấy tờ' });
  await form.getByRole('button', { name: 'Lưu giấy tờ' }).click();
  await form.getByText('Chưa chọn ảnh hoặc tệp nào.').waitFor();
  await form.getByText('Chọn loại giấy tờ.').waitFor();
  await form.getByLabel('Loại văn bản').selectOption({ label: 'Khác' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    form.getByRole('button', { name: 'Chụp ảnh hoặc chọn tệp' }).click(),
  ]);
  await chooser.setFiles({ name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(1200, 1600, 6) });
  await form.getByRole('button', { name: 'Lưu giấy tờ' }).click();
  await page.getByRole('region', { name: 'Giấy tờ gửi kèm' }).getByRole('link', { name: 'Mở xem' }).waitFor();
  await holdScreen(page, 'a paper that goes along');
}

const clockOf = (page: Page, name: string) => page.locator('tbody tr').filter({ hasText: name });

step('two administrators enrol the software of the school, which asks from now on what it is told', async () => {
  const line = { source: SETS.appointed.bodyCode, member: `VN-DEMO/GOV/${SETS.appointed.bodyCode}/NHAN-SU` };
  const { publicKey, privateKey } = aKeyPair();
  await enrolByClicks(premises, 'Trường THPT Mẫu Sơn', { ...line, publicKey });
  software = await runsAt(premises, line, privateKey);
  assert.deepEqual(await software.toldOf(inTime.number), {}, 'there is no record yet');
});

step('two are appointed: the clerk sends both records on the day of the one decision, and after the term of the other', async () => {
  const { page } = clerk;
  await signInByClicks(page, premises.product.address, 'Cán bộ nhập liệu');
  await menu(page, 'Biểu mẫu');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải biểu mẫu' }).click()]);
  template = new Uint8Array(await readFile(await download.path()));
  await sends(page, 'Bổ nhiệm.xlsx', [appointedOn(inTime, today), appointedOn(late, lateDay)]);
});

step(
  'the record of today’s decision is in time, that of the fourth day before is late; both are made, and the list says which was late',
  async () => {
    const { page } = officer;
    await signInByClicks(page, premises.product.address, 'Người có thẩm quyền xác nhận');
    await page.goto(`${premises.product.address}/thoi-han?term=ND27_18`);
    await heading(page, 'Thời hạn pháp lý');
    await clockOf(page, late.name).getByText('Quá hạn').waitFor();
    await clockOf(page, inTime.name).waitFor();
    assert.equal(await clockOf(page, inTime.name).getByText('Quá hạn').count(), 0);
    await holdScreen(page, 'terms that run');
    for (const { name } of [inTime, late]) await confirms(page, name);
    await page.goto(`${premises.product.address}/thoi-han?which=done&term=ND27_18`);
    await clockOf(page, inTime.name).getByText('Xong đúng hạn').waitFor();
    await clockOf(page, late.name).getByText('Xong sau hạn').waitFor();
  },
);

step('the person comes for the first time, on the phone, and is told that the declaration is due', async () => {
  const { page } = person;
  await page.goto(`${premises.product.address}/auth/sign-in?account=nguoi-moi&returnTo=/toi`);
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(page, 'Hồ sơ của tôi');
  await page.locator('[data-to-declare]').getByText('kê khai lần đầu').waitFor();
  await holdScreen(page, 'my record, to be declared');
  await page.getByRole('link', { name: 'Kê khai ngay' }).click();
  await heading(page, 'Kê khai hồ sơ của tôi');
  await page.locator('[data-declaration-due]').waitFor();
  await holdScreen(page, 'my declaration');
});

step('goes through every group: fills in a mail address and confirms the others; a wrong value is told at once', async () => {
  const { page } = person;
  const groups = await page.locator('[data-declare]').count();
  await page.locator('[data-declare=C]').click();
  await heading(page, 'Địa chỉ và liên hệ');
  const mail = page.getByLabel('Thư điện tử cá nhân');
  await mail.fill('khong-phai-thu');
  await page.getByRole('button', { name: 'Lưu phần tôi ghi' }).click();
  await page.getByText(/^Đã lưu, còn 1 chỗ cần sửa/).waitFor();
  await holdScreen(page, 'a group with something wrong');
  await addsPaper(page);
  assert.equal(await mail.inputValue(), 'khong-phai-thu', 'what is typed stays');
  await mail.fill(MAIL);
  await page.getByRole('button', { name: 'Lưu phần tôi ghi' }).click();
  for (let seen = 1; seen < groups; seen += 1) {
    await holds(async () => assert.doesNotMatch(page.url(), /\/C$/));
    const before = page.url();
    await page.locator('[data-save-group]').waitFor();
    if (seen === 1) await holdScreen(page, 'a group to confirm');
    await page.getByRole('button', { name: 'Đúng, tôi xác nhận mục này' }).click();
    await holds(async () => assert.notEqual(page.url(), before));
  }
  await heading(page, 'Kê khai hồ sơ của tôi');
  await page.getByText(`Đã xem ${groups} trong ${groups} mục`).waitFor();
});

step('attests that it is true and sends it; an officer confirms it, and it stands in the record', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Gửi bản kê khai' }).click();
  await page.getByText('Đọc và đánh dấu lời cam đoan trước khi gửi.').waitFor();
  await page.getByRole('checkbox', { name: /^Tôi xin cam đoan/ }).check();
  await holdScreen(page, 'attest and send');
  await page.getByRole('button', { name: 'Gửi bản kê khai' }).click();
  await page.locator('[data-declaration]').waitFor();
  assert.equal(await page.locator('[data-declaration-due]').count(), 0, 'the term is kept');
  await comesBy(
    'the paper waits too',
    () =>
      page
        .locator('[data-paper=waiting]')
        .waitFor({ timeout: ASK_AGAIN_MS })
        .then(
          () => true,
          () => false,
        ),
    async () => void (await page.reload()),
  );
  // The declaration and its paper, in the order in which the queue has them: the paper stands beside the declaration.
  const beside = [await confirms(officer.page, inTime.name), await confirms(officer.page, inTime.name)];
  assert.deepEqual(beside.toSorted(), [0, 1]);
  await page.reload();
  await page.locator('[data-paper=registered]').waitFor();
  await page
    .locator('[data-declaration=registered]')
    .getByText(/^Gửi lúc .* Giấy biên nhận BN-/)
    .waitFor();
  await holdScreen(page, 'a declaration that is in the record');
  await officer.page.goto(`${premises.product.address}/thoi-han?which=done&term=ND27_19_KHAI`);
  await clockOf(officer.page, inTime.name).getByText('Xong đúng hạn').waitFor();
});

step('the software of the school is told of the record that its officer confirmed, and of what the person added to it', async () => {
  let told: Readonly<Record<string, unknown>> = {};
  await comesBy(
    'the record in the feed',
    async () => {
      told = await software.toldOf(inTime.number);
      return told['C/emailCaNhan'] === MAIL;
    },
    () => sleep(ROUND_MS),
  );
  assert.equal(told['B/hoTenKhaiSinh'], inTime.name);
});

step('a training school views the part that the person gives, and nothing after it was withdrawn', async () => {
  const { page } = person;
  await menuOnPhone(page, 'Đồng ý cho xem hồ sơ');
  const school = await sitAtTheSchool(premises);
  await askByCode(school.page, await makeCode(page));
  await givePart(page);
  await lookByIt(school.page, inTime.name);
  await withdraw(page);
  await isRefused(school.page);
  await school.context.close();
});

step('the record becomes paper by an act, and a stranger checks it', async () => {
  const { page } = officer;
  await menu(page, 'Tra cứu hồ sơ');
  await page.getByRole('textbox', { name: 'Số định danh' }).fill(inTime.number);
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('row', { name: inTime.name }).getByRole('link').first().click();
  await heading(page, inTime.name);
  await page.getByRole('button', { name: 'In lý lịch' }).click();
  await page.getByRole('region', { name: 'Trích dọc' }).getByRole('button', { name: 'Trích dọc' }).waitFor();
  const papers = page.getByRole('region', { name: 'Chuyển đổi sang bản giấy' });
  await papers
    .getByRole('button', { name: /^Chuyển đổi theo/ })
    .first()
    .click();
  const made = await papers.getByText(/^Đã chuyển đổi: BG-/).innerText();
  const number = /BG-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(made)![0];
  const stranger = await sitDown(premises, PHONE);
  await stranger.page.goto(`${premises.product.address}/kiem-tra-ban-giay`);
  await stranger.page.getByLabel('Số của bản giấy').fill(number.toLowerCase());
  await stranger.page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await stranger.page.getByText('Có bản giấy số này').waitFor();
  await stranger.page.getByLabel('Số định danh cá nhân in trên giấy').fill(inTime.number);
  await stranger.page.getByRole('button', { name: 'Đối chiếu' }).click();
  await stranger.page.getByText('Bản mang số này là của người có số định danh đó.').waitFor();
  await holdScreen(stranger.page, 'a paper checked by a stranger');
  assert.equal((await stranger.page.locator('main').innerText()).includes(inTime.name), false, 'nobody is named');
  await stranger.context.close();
});

step('a wrong fact is reported on the phone, corrected by the agency, and settled within its term', async () => {
  const { page } = person;
  await menuOnPhone(page, 'Hồ sơ của tôi');
  await page.locator('[data-group=I]').click();
  await heading(page, 'Trình độ');
  await page.getByRole('button', { name: 'Báo sai hoặc thiếu thông tin' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giá trị bị sai').selectOption({ label: 'Chuyên ngành' });
  await dialog.getByLabel('Sai ở đâu, thiếu gì').fill('Bằng tốt nghiệp ghi chuyên ngành khác');
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  await page.getByText(/^Đã nhận\. Cơ quan phải trả lời chậm nhất ngày/).waitFor();

  const { hoSo, sections } = appointedOn(inTime, today);
  await sends(clerk.page, 'Sửa chuyên ngành.xlsx', [{ hoSo: { ...hoSo, chuyenNganh: RIGHT_FIELD }, sections }]);
  await confirms(officer.page, inTime.name);

  const desk = await sitDown(premises);
  await desk.page.goto(`${premises.product.address}/auth/sign-in?account=doi-soat&returnTo=/bao-sai`);
  await desk.page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(desk.page, 'Giá trị bị báo sai');
  await desk.page.getByRole('row', { name: inTime.name }).getByRole('link').first().click();
  await desk.page.getByLabel('Việc ghi nhận').selectOption({ label: 'Kết luận: đã sửa' });
  await desk.page.getByRole('button', { name: 'Kết luận', exact: true }).click();
  // What is settled takes no more: the form goes, and the page says how it ended.
  await desk.page.getByText('Đã sửa', { exact: true }).waitFor();
  await desk.context.close();

  await page.reload();
  const mine = page.getByRole('region', { name: 'Những điều tôi đã báo sai' });
  await mine.getByText('Đã sửa').waitFor();
  await page.getByText(RIGHT_FIELD).first().waitFor();
  await holdScreen(page, 'what was corrected');
  await officer.page.goto(`${premises.product.address}/thoi-han?which=done&term=ND356_XEM_SUA`);
  await clockOf(officer.page, inTime.name).getByText('Xong đúng hạn').waitFor();
});

browserTest('nothing was complained of in any browser, and nobody else was asked', () => {
  const seats = [clerk, officer, person];
  assert.deepEqual(
    seats.flatMap(({ complaints, elsewhere }) => [...complaints, ...elsewhere]),
    [],
  );
});
