/** The journey in Chromium by clicks alone, against the real server: a clerk from the empty template to the receipt, an officer, the clerk again, the record. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import type { Download, Page } from 'playwright-core';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import type { FilledPerson } from '#doors/workbook/shapes.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { holdScreen, openPremises, signInByClicks, signOutByClicks, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, holds, journey } from './browser-test.ts';

const CLERK = 'Cán bộ nhập liệu';
const OFFICER = 'Người có thẩm quyền xác nhận';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** People of the workbook: new to the register, known to the simulated population database. */
const people = newPeople(SETS.journey.bodyCode, 6, SETS.journey.set, DEMO_DAY).map((person) => ({
  name: String((person.document.B as Record<string, unknown>)['hoTenKhaiSinh']),
  cells: cellsOf(person.nationalId, person.document),
}));

/** A text of the right letters, read with the wrong table of characters. */
const BROKEN = Buffer.from('Văn thư, lưu trữ').toString('latin1');

/** The rows as a clerk typed them: one broken text twice, a day that is not known, a required cell left out, a name of a code without marks. */
function typed(): FilledPerson[] {
  return people.map(({ cells }, i) => {
    const hoSo: Record<string, string> = { ...cells.hoSo };
    if (i < 2) hoSo['congViecChinh'] = BROKEN;
    if (i === 2) hoSo['ngaySinh'] = hoSo['ngaySinh']!.replace(/^../, '00');
    if (i === 3) delete hoSo['congViecChinh'];
    if (i === 4) hoSo['lyLuanChinhTri'] = 'So cap';
    return { hoSo, sections: cells.sections };
  });
}

/** The rows once more, as they are to stand in the register; the returned cell says something else. */
const mended = (): FilledPerson[] =>
  people.map(({ cells }, i) => ({ hoSo: i === 1 ? { ...cells.hoSo, lyLuanChinhTri: 'TC' } : cells.hoSo, sections: cells.sections }));

let premises: Premises;
let clerk: Seat;
let officer: Seat;
/** What one part of the journey leaves to the next. */
const left: { template: Uint8Array; receipt: string } = { template: new Uint8Array(), receipt: '' };

before(async () => {
  premises = await openPremises();
  clerk = await sitDown(premises);
  officer = await sitDown(premises);
});
after(async () => premises?.close());

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(await readFile(await download.path()));
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

/** Clicks what gives a file, and has it. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

/** Chooses a file as people do: the button, then the dialogue of the system. */
async function chooseFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn tệp', exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await page.getByText(name).waitFor();
}

const step = journey();

/** From the menu to a person of the queue. */
async function openInQueue(page: Page, name: string): Promise<void> {
  await menu(page, 'Chờ xác nhận');
  await page.getByRole('link', { name }).click();
  await heading(page, `Xác nhận: ${name}`);
}

step('a clerk comes in through the role chooser and the page of the simulator', async () => {
  const { page } = clerk;
  await page.goto(premises.product.address);
  await heading(page, 'Cơ sở dữ liệu cán bộ, công chức, viên chức');
  await holdScreen(page, 'welcome');
  await page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }).click();
  await heading(page, 'Chọn vai trò để xem thử');
  await holdScreen(page, 'role chooser');
  await page.locator('a.card', { hasText: CLERK }).first().click();
  await page.getByText('MÔ PHỎNG – không phải VNeID').waitFor();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await heading(page, 'Việc của tôi');
  await page.getByText('Xin chào Nguyễn Thị Thu Hà').waitFor();
  await holdScreen(page, 'home');
});

step('takes the template of the body', async () => {
  const { page } = clerk;
  await menu(page, 'Biểu mẫu');
  await heading(page, 'Biểu mẫu');
  await holdScreen(page, 'template');
  const file = await downloaded(page, () => page.getByRole('link', { name: 'Tải biểu mẫu' }).click());
  assert.match(file.name, /\.xlsx$/);
  left.template = file.bytes;
});

step('sends it filled in, sees the check go on, and the problems by kind of repair', async () => {
  const { page } = clerk;
  await page.getByRole('link', { name: 'Tải tệp lên' }).first().click();
  await heading(page, 'Tải tệp lên');
  await holdScreen(page, 'upload');
  await chooseFile(page, 'Hồ sơ tháng 11.xlsx', await fillTemplate(left.template, typed()));
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, 'Hồ sơ tháng 11.xlsx');
  await page.getByRole('list', { name: 'Các bước của hồ sơ' }).waitFor();
  await page.getByRole('heading', { name: 'Lỗi theo cách sửa' }).waitFor();
  await holdScreen(page, 'problems');
});

/** Waits until the strip of counts says so. */
const fact = (page: Page, word: string, figure: number): Promise<void> =>
  page
    .locator('dl.facts > div')
    .filter({ has: page.getByText(word, { exact: true }) })
    .filter({ has: page.locator('dd').getByText(String(figure), { exact: true }) })
    .waitFor();

step('looks at errors only, applies one suggestion, undoes it, then applies certain ones by value', async () => {
  const { page } = clerk;
  await fact(page, 'Người trong tệp', 6);
  await fact(page, 'Có lỗi', 4);
  await page.getByLabel('Chỉ dòng lỗi').check();
  await page.locator('.pick button', { hasText: 'Gõ lại chữ bị vỡ bảng mã' }).click();
  const both = page.getByRole('button', { name: /^Áp dụng cả 2 ô/ });
  await both.click();
  await fact(page, 'Có lỗi', 2);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await fact(page, 'Có lỗi', 4);
  await both.click();
  await fact(page, 'Có lỗi', 2);
  await page.locator('.pick button', { hasText: 'Ngày không tồn tại' }).click();
  await page.getByText('Gợi ý đoán có thể sai').waitFor();
  await page.getByRole('button', { name: /^Áp dụng gợi ý/ }).click();
  await fact(page, 'Có lỗi', 1);
  await page.getByRole('heading', { name: 'Gợi ý đã áp dụng' }).waitFor();
  await holdScreen(page, 'problems, after suggestions');
});

step('takes the marked file, mends it, sends it into the same submission', async () => {
  const { page } = clerk;
  const marked = await downloaded(page, () => page.getByRole('link', { name: 'Tải tệp đã đánh dấu' }).click());
  assert.match(marked.name, /^Hồ sơ tháng 11-danh-dau\.xlsx$/);
  const book = new Workbook();
  await book.xlsx.load(marked.bytes);
  const list = book.getWorksheet('Danh sách lỗi')!;
  const told = list
    .getSheetValues()
    .slice(2)
    .map((row) => (row as string[]).slice(1).map((cell) => String(cell)));
  assert.deepEqual(
    told.map((row) => row.at(-1)),
    ['E-REQUIRED', 'E-CODE-REWRITTEN'],
  );
  await page.getByRole('button', { name: 'Tải tệp đã sửa lên' }).click();
  await chooseFile(
    page,
    'Hồ sơ tháng 11 (đã sửa).xlsx',
    await fillTemplate(
      left.template,
      people.map(({ cells }) => cells as FilledPerson),
    ),
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, 'Hồ sơ tháng 11 (đã sửa).xlsx');
  await page.getByText('Không còn lỗi.').waitFor();
  await fact(page, 'Hợp lệ', 6);
  await holdScreen(page, 'no errors');
});

step('compares with the register, submits, and has the receipt on the page and on paper', async () => {
  const { page } = clerk;
  await page.getByRole('link', { name: 'Xem lại và gửi xác nhận' }).click();
  await heading(page, 'Xem lại và gửi xác nhận');
  await page.getByText('Người mới: 6').waitFor();
  await holdScreen(page, 'compare');
  await page.getByLabel('Số liệu tính đến ngày').fill('01/11/2026');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  // Another day of the data than the one the file was checked for: it is checked again, and the page says so.
  await page.getByText('Đã kiểm tra lại theo ngày 01/11/2026.').waitFor();
  await holdScreen(page, 'checked again');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await heading(page, /^Biên nhận BN-/);
  await page.getByText('ĐÃ NHẬN', { exact: true }).waitFor();
  await fact(page, 'Hợp lệ', 6);
  await holdScreen(page, 'R1');
  left.receipt = new URL(page.url()).pathname;
  const pdf = await downloaded(page, () => page.getByRole('link', { name: 'Tải PDF' }).click());
  assert.equal(Buffer.from(pdf.bytes.subarray(0, 5)).toString(), '%PDF-');
  assert.match(pdf.name, /^BN-.*\.pdf$/);
  await signOutByClicks(page);
});

step('whoever was handed the receipt checks it without signing in: its signature, and the file that was sent', async () => {
  const { page } = clerk;
  await page.getByRole('link', { name: 'Kiểm tra biên nhận và tệp đã gửi' }).click();
  await page.getByLabel('Số biên nhận').fill(left.receipt.split('/').at(-1)!.toLowerCase());
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByText('Chữ ký đúng').waitFor();
  await page.getByText('Trình duyệt này cũng tự kiểm tra bằng khóa công bố: đúng.').waitFor();
  await holdScreen(page, 'a receipt for anybody');
  await chooseFile(page, 'khác.xlsx', left.template);
  await page.getByText('“khác.xlsx” KHÁC tệp đã gửi.').waitFor();
});

step('an officer sees old beside new and accepts one person whole', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, OFFICER);
  await holdScreen(page, 'home of the officer');
  await menu(page, 'Chờ xác nhận');
  await heading(page, 'Hồ sơ chờ xác nhận');
  await page.getByRole('link', { name: people[0]!.name }).waitFor();
  await holdScreen(page, 'queue');
  await openInQueue(page, people[0]!.name);
  await page.getByRole('columnheader', { name: 'Đang có trong CSDL' }).first().waitFor();
  await holdScreen(page, 'decide');
  await page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Đã ghi quyết định').waitFor();
  await holdScreen(page, 'decided');
  await page.getByRole('link', { name: /^Xem biên nhận XN-/ }).click();
  await heading(page, /^Biên nhận XN-/);
  await page.getByText('ĐÃ DUYỆT', { exact: true }).waitFor();
  await holds(async () =>
    assert.equal(await page.getByRole('cell', { name: 'Đã cập nhật vào CSDL' }).count(), await page.locator('tbody tr').count()),
  );
  await holdScreen(page, 'R2');
});

step('returns one cell of the next person with a reason, and accepts the rest', async () => {
  const { page } = officer;
  await openInQueue(page, people[1]!.name);
  await page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
  const education = page.getByRole('group', { name: 'Trình độ', exact: true }).first();
  await education.getByText('Trả lại', { exact: true }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Chọn lý do trả lại ở nhóm Trình độ.').waitFor();
  await education.getByRole('checkbox', { name: 'Trả lại ô Lý luận chính trị' }).check();
  await education.getByLabel('Lý do trả lại').selectOption({ label: 'Khác với hồ sơ giấy' });
  await education.getByLabel('Ghi chú cho đơn vị').fill('Hồ sơ giấy ghi khác.');
  await holdScreen(page, 'returning');
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Đã ghi quyết định').waitFor();
});

step('the clerk sees what came back and why, and sends the corrected file', async () => {
  const { page } = clerk;
  await signInByClicks(page, premises.product.address, CLERK);
  await page.getByText('Hồ sơ bị trả lại').click();
  await page.getByRole('link', { name: 'Hồ sơ tháng 11 (đã sửa).xlsx' }).click();
  await page.getByText('1 người có thông tin bị trả lại').waitFor();
  const back = page.locator('[data-returned]');
  await holds(async () => {
    assert.equal(await back.count(), 1);
    for (const text of [people[1]!.name, 'Lý luận chính trị', 'Khác với hồ sơ giấy', 'Hồ sơ giấy ghi khác.'])
      assert.match(await back.innerText(), new RegExp(text), text);
  });
  await holdScreen(page, 'returned');
  await page.getByRole('button', { name: 'Tải tệp đã sửa lên' }).click();
  await chooseFile(page, 'Hồ sơ tháng 11 (lần 2).xlsx', await fillTemplate(left.template, mended()));
  await page.getByRole('dialog').getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await heading(page, 'Hồ sơ tháng 11 (lần 2).xlsx');
  await page.getByText('Không còn lỗi.').waitFor();
  await holdScreen(page, 'second round');
  await page.getByRole('link', { name: 'Xem lại và gửi xác nhận' }).click();
  await heading(page, 'Xem lại và gửi xác nhận');
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
  await heading(page, /^Biên nhận BN-/);
  assert.notEqual(new URL(page.url()).pathname, left.receipt);
});

step('the officer confirms what is left, and the clerk sees it registered', async () => {
  const { page } = officer;
  for (const { name } of people.slice(1)) {
    await openInQueue(page, name);
    await page.getByRole('button', { name: 'Chấp nhận tất cả' }).click();
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.getByText('Đã ghi quyết định').waitFor();
  }
  await clerk.page.getByRole('link', { name: 'Xem trang hồ sơ' }).click();
  await clerk.page.getByText('Mọi thông tin được xác nhận đã cập nhật vào CSDL.').waitFor();
  await clerk.page.getByText('Đã cập nhật vào CSDL', { exact: true }).waitFor();
  await holdScreen(clerk.page, 'registered');
});

step('the officer finds a person without accents, reads the record, its history and its past', async () => {
  const { page } = officer;
  const person = people[1]!;
  await menu(page, 'Tra cứu hồ sơ');
  await heading(page, 'Tra cứu hồ sơ');
  await holdScreen(page, 'search');
  await page.getByLabel('Họ tên').fill(accentFree(person.name));
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page
    .getByRole('row', { name: person.name })
    .filter({ hasText: String(person.cells.hoSo['ngaySinh']) })
    .getByRole('link')
    .click();
  await heading(page, person.name);
  await holdScreen(page, 'record');
  await page.locator('[data-group]', { hasText: 'Trình độ' }).click();
  await page.getByRole('row', { name: 'Lý luận chính trị' }).getByText('Trung cấp').waitFor();
  await page.getByRole('region', { name: 'Trình độ', exact: true }).getByText('Phạm Quốc Hùng').first().waitFor();
  await page.getByRole('button', { name: 'Lịch sử: Lý luận chính trị' }).click();
  const history = page.getByRole('dialog');
  await history.getByRole('cell', { name: 'Trung cấp' }).waitFor();
  await holdScreen(page, 'history');
  await history.getByRole('button', { name: 'Xem hồ sơ khi đó' }).click();
  await page.getByText('Đây không phải hiện tại.').waitFor();
  await holdScreen(page, 'as of');
  await page.getByRole('button', { name: 'Xem tại thời điểm khác' }).click();
  await page.getByLabel('Dữ liệu có hiệu lực ngày').fill('31/10/2026');
  await page.getByLabel('Theo dữ liệu ghi nhận đến mốc').fill('');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByText('Hồ sơ chưa có dữ liệu nào vai trò này được xem').waitFor();
  await page.getByRole('button', { name: 'Về hiện tại' }).click();
  await page.getByText('Đây không phải hiện tại.').waitFor({ state: 'detached' });
});

step('asks for a masked value; the asking stands among those who viewed', async () => {
  const { page } = officer;
  const number = String(people[1]!.cells.nationalId);
  // Of the person, and of the record whose code it is.
  await holds(async () => assert.equal(await page.getByText(`${number.slice(0, 3)}•••••${number.slice(-4)}`).count(), 2));
  assert.equal((await page.locator('main').innerText()).includes(number), false);
  await page.getByRole('button', { name: 'Hiện Số định danh cá nhân' }).click();
  await page
    .locator('main')
    .getByText(/000[\s\u2009]?\d{3}[\s\u2009]?\d{3}[\s\u2009]?\d{3}/)
    .waitFor();
  await holds(async () => assert.equal((await page.locator('main').innerText()).replace(/[\s\u2009]/g, '').includes(number), true));
  await page.getByRole('button', { name: 'Ai đã xem' }).click();
  await page.getByRole('cell', { name: 'Xem giá trị đang che' }).waitFor();
  await page.getByRole('cell', { name: 'Xem lịch sử' }).first().waitFor();
  await holdScreen(page, 'who viewed');
});

step('sees where one is signed in, and signs out', async () => {
  const { page } = officer;
  await page.locator('header summary', { hasText: 'Tài khoản' }).click();
  await page.getByRole('link', { name: 'Phiên đăng nhập của tôi' }).click();
  await page.getByText('Phiên này').waitFor();
  await holdScreen(page, 'sessions');
  await signOutByClicks(page);
});

step('an auditor reads the log and takes the bundle of one act', async () => {
  const { page } = officer;
  await signInByClicks(page, premises.product.address, 'Kiểm tra, giám sát');
  await menu(page, 'Nhật ký');
  await page
    .getByRole('row', { name: /Đăng nhập/ })
    .first()
    .waitFor();
  await holdScreen(page, 'audit');
  const bundle = await downloaded(page, () => page.getByRole('link', { name: /^JSON/ }).first().click());
  assert.equal(typeof JSON.parse(Buffer.from(bundle.bytes).toString()), 'object');
});

browserTest('nothing was complained of in either browser, and nobody else was asked', () => {
  // The browser itself notes each refusal: one answer of this journey is 409, "checked again as of that day".
  const [first, ...others] = clerk.complaints;
  assert.match(first ?? '', /\/doi-chieu: .* 409 /);
  assert.deepEqual([...others, ...officer.complaints, ...clerk.elsewhere, ...officer.elsewhere], []);
});
