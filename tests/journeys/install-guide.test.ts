/**
 * The guides, walked on one new installation: the files of the first page are written and its commands run as they stand there; then people of six kinds do
 * what the second page says, by clicks, until a guard sees a card; then it is operated and administered by the pages for that. Provider of identity, population service and wallet are not in the product's process (decision 0075).
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import pg from 'pg';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { testServer } from '#base/database/test-database.ts';
import { freePort } from '#base/free-port.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { headlessWallet } from '#start/demo/headless-wallet.ts';
import { demoPeople } from '#start/demo/people.ts';
import { citizenOf } from '#start/demo/population.ts';
import { silhouette } from '#start/demo/silhouettes.ts';
import { storedZip } from '#start/demo/stored-zip.ts';
import { startBeside } from '../guides/own-process.ts';
import type { OwnProcess } from '../guides/own-process.ts';
import { ROOT, blocksOf, run, runs, screenWordsOf, startsAndAnswers, workplaceIn } from '../guides/read-guide.ts';
import type { Workplace } from '../guides/read-guide.ts';
import { SEEN_MS_MAX, comesBy, journey, openTestBrowser } from './browser-test.ts';
import { plugIn } from './passkey-steps.ts';

const TLS = join(ROOT, 'tests/fixtures/tls/certificate.pem');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = 'docs/install/README.md';
const blocks = blocksOf(PAGE);
const DAY = 'docs/install/first-day.md';
const word = screenWordsOf(DAY);
const ADMINISTER = 'docs/administer/README.md';

/** Who acts, by the numbers of the first page; the last two are of this test alone. */
const PEOPLE = {
  first: ['001090000001', 'Nguyễn Văn An'],
  second: ['001190000002', 'Trần Thị Bình'],
  clerk: ['001090000003', 'Lê Văn Cường'],
  officer: ['001190000004', 'Phạm Thị Dung'],
} as const;

/** An invented person whose number has the form of a real one: where no demo is, numbers of the demo are refused. */
const [MADE] = [...demoPeople({ code: 'H26', name: 'Cơ quan thử', trade: 'office', people: 1 }, 1, 20_261_130, 4_711, '2026-11-01')];
const HOLDER = { ...MADE!, nationalId: MADE!.nationalId.replace(/^000/, '001') };

const place = mkdtempSync(join(tmpdir(), 'congvu-guide-'));
const closing: (() => Promise<unknown> | void)[] = [() => rmSync(place, { recursive: true, force: true })];
after(async () => {
  for (const close of closing.reverse()) await close();
});

let at: Workplace;
let here = '';
let browser: Browser;
let population: OwnProcess;
/** What the page gives as examples, as it is here. */
let instead: Readonly<Record<string, string>>;

before(async () => {
  const { superUrl, urlOf } = await testServer();
  const mark = randomBytes(3).toString('hex');
  const names = { owner: `hoso_owner_${mark}`, app: `hoso_app_${mark}`, database: `hoso_${mark}` };
  closing.push(async () => {
    const client = new pg.Client({ connectionString: superUrl });
    await client.connect();
    await client.query(`drop database if exists ${names.database} with (force)`);
    for (const role of [names.owner, names.app]) await client.query(`drop role if exists ${role}`);
    await client.end();
  });
  const port = await freePort();
  // A name: no passkey is made for a bare address.
  here = `http://localhost:${port}`;
  const people = Object.fromEntries([...Object.values(PEOPLE), [HOLDER.nationalId, HOLDER.name]]);
  const provider = await startBeside('foreign-provider.ts', {
    client: 'congvu',
    secret: 'BI-MAT-TAI-NHA-CUNG-CAP',
    redirect: `${here}/auth/callback`,
    people,
  });
  closing.push(() => provider.close());
  population = await startBeside('foreign-population.ts', {
    user: 'congvu',
    secret: 'KHOA-DICH-VU-DAN-CU',
    citizens: [citizenOf(HOLDER)],
  });
  closing.push(() => population.close());
  instead = {
    PUBLIC_URL: here,
    PORT: String(port),
    DATA_FOLDER: join(place, 'data'),
    DATABASE_OWNER_URL: urlOf(names.owner, 'MAT-KHAU-CHU', names.database),
    DATABASE_URL: urlOf(names.app, 'MAT-KHAU-UNG-DUNG', names.database),
    OIDC_ISSUER: provider.address,
    POPULATION_URL: population.address,
  };
  at = workplaceIn(
    place,
    { NODE_EXTRA_CA_CERTS: TLS },
    { psql: `SUPER_URL='${superUrl}' exec "${process.execPath}" "${join(ROOT, 'tests/journeys/psql-of-the-guide.ts')}" "$@"` },
  );
  browser = await openTestBrowser();
  closing.push(() => browser.close());
});

const step = journey();

step('the first page leads from two log-ins of any name to a product that is ready', async () => {
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['file', 'run', 'run', 'run', 'file', 'run', 'background', 'run', 'run'],
    'blocks of the guide',
  );
  for (const { kind, name, text } of blocks) {
    if (kind === 'file') {
      const lines = text.split('\n').map((line) => {
        const [setting] = line.split('=');
        return setting && instead[setting] !== undefined ? `${setting}='${instead[setting]}'` : line;
      });
      // A name that the page does not have is a mistake of this test.
      if (name === 'congvu.env') for (const setting of Object.keys(instead)) assert.ok(text.includes(`\n${setting}=`), setting);
      writeFileSync(join(place, name), lines.join('\n'));
    } else if (kind === 'run') await runs(at, text);
    else closing.push(await startsAndAnswers(at, text, `${here}/readyz`));
  }
});

/** One person's own browser; what the pages complained of stands in `complaints`. */
interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
}
const complaints: string[] = [];

async function sitsDown(): Promise<Desk> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', acceptDownloads: true, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context };
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const menu = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** From the first page of the portal, through the pages of the provider, by clicks. */
async function signsIn({ page }: Desk, link: string, [nationalId]: readonly [string, string], comesTo: string): Promise<void> {
  await page.goto(here);
  await page.getByRole('link', { name: link, exact: true }).click();
  await page.waitForURL(`${instead['OIDC_ISSUER']}/**`);
  await page.getByPlaceholder('Enter any login').fill(nationalId);
  await page.getByPlaceholder('and password').fill('mat-khau-tai-nha-cung-cap');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, comesTo);
}
const comesToWork = (desk: Desk, who: keyof typeof PEOPLE): Promise<void> =>
  signsIn(desk, word('Đăng nhập bằng định danh điện tử'), PEOPLE[who], word('Việc của tôi'));

async function addsPasskey({ page }: Desk): Promise<void> {
  await plugIn(page);
  await page.locator('header summary', { hasText: word('Tài khoản') }).click();
  await page.getByRole('link', { name: word('Khóa truy cập của tôi') }).click();
  await page.getByLabel(word('Tên khóa')).fill('Máy tính ở bàn làm việc');
  await press(page, word('Đăng ký trên thiết bị này'));
  await page.getByText(word('Đã thêm khóa truy cập.')).waitFor();
}

/** Does something that may be asked for the passkey first: once in five minutes. */
async function verified(page: Page, act: () => Promise<void>, done: Locator): Promise<void> {
  await act();
  const question = page.getByRole('dialog', { name: word('Xác thực bằng khóa truy cập') });
  await question.or(done).first().waitFor();
  if (await question.isVisible()) await question.getByRole('button', { name: word('Xác thực'), exact: true }).click();
  await done.waitFor();
}

let desks: Readonly<Record<keyof typeof PEOPLE, Desk>>;

step('two administrators sign in at the provider and add a passkey each', async () => {
  desks = { first: await sitsDown(), second: await sitsDown(), clerk: await sitsDown(), officer: await sitsDown() };
  for (const who of ['first', 'second'] as const) {
    await comesToWork(desks[who], who);
    await addsPasskey(desks[who]);
  }
});

/** Roles of whoever sits there, by their code and the agency's. */
async function rolesOf({ page }: Desk): Promise<readonly string[]> {
  const answer = await page.request.get(`${here}/api/v1/session`);
  const { grants, demo } = (await answer.json()) as { demo: boolean; grants: { role: string; body: { code: string } }[] };
  assert.equal(demo, false);
  return grants.map(({ role, body }) => `${role} ${body.code}`);
}

step('one asks for the role that confirms, the other grants it', async () => {
  const { page } = desks.first;
  await menu(page, word('Tài khoản'));
  const form = page.locator('form', { has: page.getByRole('heading', { name: word('Giao vai trò'), exact: true }) });
  const [number, name] = PEOPLE.officer;
  await form.getByLabel(word('Họ và tên')).fill(name);
  await form.getByLabel(word('Số định danh cá nhân (12 số)')).fill(number);
  await form.getByLabel(word('Vai trò')).selectOption({ label: word('Người có thẩm quyền xác nhận') });
  await form.getByLabel(word('Cơ quan và trực thuộc')).selectOption({ index: 1 });
  await verified(page, () => form.getByRole('button', { name: 'Giao vai trò' }).click(), form.getByText(word('Đã gửi đề nghị')));
  const other = desks.second.page;
  await menu(other, word('Tài khoản'));
  const waiting = other.locator('section', { has: other.locator('#role-requests') });
  await verified(
    other,
    () =>
      waiting
        .locator('li', { hasText: name })
        .getByRole('button', { name: word('Duyệt') })
        .first()
        .click(),
    other.locator('[data-decided-requests]'),
  );
});

step('the officer and the clerk sign in; each has the role that they were given', async () => {
  await comesToWork(desks.officer, 'officer');
  await addsPasskey(desks.officer);
  await comesToWork(desks.clerk, 'clerk');
  assert.deepEqual(await rolesOf(desks.first), ['QT_BNDP H26']);
  assert.deepEqual(await rolesOf(desks.second), ['QT_BNDP H26']);
  assert.deepEqual(await rolesOf(desks.clerk), ['NHAP_LIEU H26']);
  assert.deepEqual(await rolesOf(desks.officer), ['XAC_NHAN H26']);
});

/** The clerk sends a file to its end. */
async function sends(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const { page } = desks.clerk;
  await menu(page, word('Tải tệp lên'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, word('Chọn tệp'))]);
  await chooser.setFiles({ name, mimeType, buffer });
  await press(page, word('Tải lên và kiểm tra'));
  await heading(page, name);
  await page.getByText(word('Không còn lỗi.')).first().waitFor();
  await page.getByRole('link', { name: word('Xem lại và gửi xác nhận') }).click();
  const send = page.getByRole('button', { name: word('Gửi xác nhận'), exact: true });
  await send.waitFor();
  for (const box of await page.locator('form input[type=checkbox]').all()) await box.check();
  await send.click();
  await page.getByText(word('ĐÃ NHẬN'), { exact: true }).waitFor();
}

/** What has not come by then is asked for once more. Milliseconds. */
const LOOK_MS = 5_000;

/** The officer confirms all that waits of the person. */
async function confirms(): Promise<void> {
  const { page } = desks.officer;
  await menu(page, word('Chờ xác nhận'));
  const row = page.getByRole('link', { name: HOLDER.name }).first();
  const appears = (): Promise<boolean> =>
    row.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => false,
    );
  await comesBy('what was sent', appears, async () => void (await page.reload()));
  await row.click();
  await heading(page, `Xác nhận: ${HOLDER.name}`);
  await press(page, word('Chấp nhận tất cả'));
  await verified(page, () => press(page, word('Xác nhận')), page.getByText(word('Đã ghi quyết định')));
}

step('the clerk sends one person by the template of the agency; the population service is asked, and the officer confirms', async () => {
  const { page } = desks.clerk;
  await menu(page, word('Biểu mẫu'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: word('Tải biểu mẫu') }).click()]);
  const template = new Uint8Array(await readFile(await download.path()));
  const { hoSo, sections } = cellsOf(HOLDER.nationalId, HOLDER.document);
  await sends('Hồ sơ đầu tiên.xlsx', XLSX, Buffer.from(await fillTemplate(template, [{ hoSo, sections }])));
  await confirms();
  assert.ok(population.told.includes(`asked ${HOLDER.nationalId}`), 'asked in the other process');
});

step('a portrait is sent and confirmed', async () => {
  const portrait = await sharp(Buffer.from(silhouette({ male: false, variant: 3 })))
    .resize(480, 640)
    .jpeg()
    .toBuffer();
  await sends('anh.zip', 'application/zip', storedZip(new Map([[`${HOLDER.nationalId}.jpg`, portrait]])));
  await confirms();
});

step('the person takes the card into a wallet, and a guard sees that it holds', async () => {
  const holder = await sitsDown();
  const own = word('Xem hồ sơ và nhận thẻ của mình');
  await signsIn(holder, own, [HOLDER.nationalId, HOLDER.name], 'Hồ sơ của tôi');
  const { page } = holder;
  await menu(page, word('Thẻ của tôi'));
  await heading(page, 'Thẻ của tôi');
  await press(page, word('Tạo mã nhận thẻ'));
  const offer = await page.getByRole('link', { name: 'Mở ví trên chính điện thoại này' }).getAttribute('href');
  await press(page, word('Ví đang hỏi mã'));
  const code = (await page.locator('[data-tx-code]').innerText()).replace(/\D/g, '');
  const wallet = headlessWallet(here);
  await wallet.accept(offer!, code);
  const guard = await sitsDown();
  await guard.page.goto(`${here}/kiem-tra`);
  await guard.page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
  const claims = ['moi_truong', 'ho_ten', 'anh', 'chuc_vu', 'chuc_danh', 'co_quan'];
  const phrase = await guard.page.locator('[data-phrase]').getAttribute('data-phrase');
  await guard.page.fill('#text', await wallet.present(claims, phrase!));
  await press(guard.page, word('Kiểm tra nội dung'));
  const verdict = guard.page.locator('main.verdict');
  await verdict.waitFor();
  assert.deepEqual([await verdict.getAttribute('data-verdict'), await verdict.getAttribute('data-reason')], ['V1', 'valid']);
  await guard.page.getByText(HOLDER.name, { exact: true }).waitFor();
  assert.equal(await guard.page.getByText('THỬ NGHIỆM').count(), 0, 'no card of a demo');
});

step('what was done stands in the log, row by row; every word of the page was met', async () => {
  const [looks, ...more] = blocksOf(DAY);
  assert.deepEqual([looks?.kind, more.length], ['run', 0], 'blocks of the page');
  assert.match(await runs(at, looks!.text), /\S/);
  word.allUsed();
  assert.deepEqual(complaints, []);
});

step('it is operated as the page says: looked at, verified, copied, the copy restored as a drill', async () => {
  const daily = blocksOf('docs/operate/README.md');
  assert.deepEqual(
    daily.map(({ kind }) => kind),
    ['run', 'run'],
    'blocks of the page',
  );
  for (const { text } of daily) await runs(at, text);
  const { marks } = await doctor();
  assert.deepEqual(marks, ['backup ok', 'restore-drill ok'], 'a copy was made, and a drill held');
});

/** What the checks of copies and of the drill say now. */
async function doctor(): Promise<{ readonly marks: readonly string[] }> {
  const { said } = await run(at, 'set -a; . ./congvu.env; set +a; npx congvu doctor --json 2>/dev/null');
  const { checks } = JSON.parse(said) as { checks: { name: string; state: string }[] };
  return { marks: checks.filter(({ name }) => /^(backup|restore-drill)$/.test(name)).map(({ name, state }) => `${name} ${state}`) };
}

step('it is administered as the page says, by commands and on every page of an administrator', async () => {
  for (const { kind, text } of blocksOf(ADMINISTER)) {
    assert.equal(kind, 'run');
    await runs(at, text);
  }
  const says = screenWordsOf(ADMINISTER);
  const { page } = desks.first;
  const pages = ['Tiến độ', 'Cơ quan', 'Duyệt trước khi gửi', 'Bổ sung danh mục', 'Giám sát lượt xem', 'Nhật ký', 'Tài khoản'];
  for (const name of pages) {
    await menu(page, says(name));
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  await page.getByRole('heading', { name: says('Giao vai trò theo danh sách') }).waitFor();
  await page
    .getByRole('button', { name: says('Thu hồi') })
    .first()
    .waitFor();
  says.allUsed();
  assert.deepEqual(complaints, []);
});
