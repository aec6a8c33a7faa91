/**
 * The portal in Chromium against its mock: every screen in both colour schemes with axe, the policy, the weight,
 * the keyboard, and the paths of clerk and officer. The journey through the real server stands beside.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { buildPortal } from '#portal/build.ts';
import type { Shown } from '#portal/mock/example.ts';
import { SCREENS, arrive } from '#portal/mock/screens.ts';
import { startMock } from '#portal/mock/server.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, becomes, browserTest as test, holds, keeping, openTestBrowser } from './browser-test.ts';
import { goOn } from './go-on.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'dist', 'portal');
/** First route, scripts and styles, gzipped. */
const FIRST_ROUTE_BYTES_MAX = 140_000;
/** One script, gzipped; the heaviest is the frame that comes first. */
const SCRIPT_BYTES_MAX = 80_000;

let browser: Browser;
let mock: Awaited<ReturnType<typeof startMock>>;
before(async () => {
  await buildPortal(root, folder);
  mock = await startMock(folder);
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await mock?.close();
});

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: Request[];
}

/** A fresh browser profile, signed in as a mock account. */
async function profileOf(as: string | null, how: { width?: number; javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: how.width ?? 1366, height: 768 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: how.javaScriptEnabled ?? true,
  });
  if (as) await context.addCookies([{ name: 'mock-account', value: as, url: mock.url }]);
  return context;
}

/** A page of its own. `complaints` = what the console said, CSP violations among it. */
async function openedIn(context: BrowserContext): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  const complaints: string[] = [];
  const requests: Request[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request));
  return { context, page, complaints, requests };
}

async function withPage<T>(
  as: string | null,
  address: string,
  work: (opened: Opened) => Promise<T>,
  how: Parameters<typeof profileOf>[1] = {},
): Promise<T> {
  const context = await profileOf(as, how);
  try {
    return await atAddress(context, address, work);
  } finally {
    await context.close();
  }
}

const atAddress = <T>(context: BrowserContext, address: string, work: (opened: Opened) => Promise<T>): Promise<T> =>
  keeping(async () => {
    const one = await openedIn(context);
    await one.page.goto(mock.url + address);
    return work(one);
  });

const profiles = new Map<string | null, Promise<BrowserContext>>();
/** Of each account the page that goes on from screen to screen. */
const desks = new Map<string | null, Opened>();

/** A file beside the portal is left by loading alone, and a heading without more is every screen's: such a screen has a page of its own. */
const isLoaded = ({ address, ready }: Shown): boolean => address.endsWith('.html') || ready === 'main h1';
const NOWHERE = { address: '/khong-co-trang-nay', ready: 'main h1:text-is("Không có trang này")' };

/**
 * A screen in the one page of its account, as whoever works here comes to it: loaded by the first of an account; by all others through a screen where
 * nothing stands, so that nothing of the one before is taken for it, whatever was pressed there. That every screen comes by its address too, and breaks no
 * policy then, is held by the walk of own-pages. What a page kept is dropped after each.
 */
async function atDesk(screen: Shown, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { as, address } = screen;
  const profile = profiles.get(as) ?? profileOf(as);
  profiles.set(as, profile);
  const desk = isLoaded(screen) ? undefined : desks.get(as);
  if (desk !== undefined) desks.delete(as);
  const opened = desk ?? (await openedIn(await profile));
  const { page, complaints, requests } = opened;
  let isWhole = false;
  try {
    await keeping(async () => {
      if (desk === undefined) await page.goto(mock.url + address);
      else {
        await goOn(page, NOWHERE.address);
        await page.waitForSelector(NOWHERE.ready);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize(WHOLE);
        await becomes(page, `innerWidth === ${WHOLE.width} && matchMedia("(prefers-color-scheme: light)").matches`);
        await goOn(page, address);
      }
      await work(opened);
      await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      // What is said after this is told by the next screen of the account.
      complaints.length = 0;
      requests.length = 0;
      isWhole = true;
    });
  } finally {
    if (isWhole && !isLoaded(screen)) desks.set(as, opened);
    else await page.close();
  }
}

/** A screen whose question is refused by the mock makes the browser itself note the refusal. */
const expectedComplaint = (screen: Shown, text: string): boolean => screen.name === 'submission-not-found' && text.includes('404');

/** Whoever asks for less motion, as these windows do, sees none: a short one on every element is hundreds of them at a change of colours, and one without end flickers. */
const RESTS = 'document.getAnimations().length === 0';

/** In the middle of a page: which share of the window's height is what one reads, and not what sticks to its edges. An open dialog is what one reads. */
const SHARE_READ = `(() => {
  scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
  const rows = 48;
  const sticks = (y) => {
    for (let at = document.elementFromPoint(innerWidth / 2, y); at && at.tagName !== 'DIALOG'; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  return Array.from({ length: rows }, (_, row) => sticks(((row + 0.5) * innerHeight) / rows)).filter((one) => !one).length / rows;
})()`;
/** A laptop's window. */
const WHOLE = { width: 1366, height: 768 };
/** 200 % of it. */
const ZOOMED = { width: 683, height: 384 };
const SHARE_READ_MIN = 0.5;

for (const screen of SCREENS) {
  test(`${screen.name}: comes, breaks no policy, asks no other server, axe finds nothing above minor in light and dark and at each width, fits a phone, is read at 200 %`, async () => {
    await atDesk(screen, async ({ page, complaints, requests }) => {
      await arrive(page, screen);
      await holds(async () => assert.deepEqual(await axeFindings(page), [], 'light'));
      await page.emulateMedia({ colorScheme: 'dark' });
      await becomes(page, 'matchMedia("(prefers-color-scheme: dark)").matches && document.documentElement.dataset.scheme !== "light"');
      // Some parts follow the media, some the attribute that a script sets. Of all that axe looks at only colours differ.
      await holds(async () => {
        assert.equal(await page.evaluate(RESTS), true);
        assert.deepEqual(await axeFindings(page, 'colours'), [], 'dark');
      });
      await page.setViewportSize({ width: 390, height: 768 });
      await becomes(page, 'innerWidth === 390');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'wider than a phone');
      await holds(async () => assert.deepEqual(await axeFindings(page, 'structure'), [], 'phone'));
      await page.setViewportSize(ZOOMED);
      await becomes(page, `innerWidth === ${ZOOMED.width}`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'wider than its window at 200 %');
      await holds(async () => assert.deepEqual(await axeFindings(page, 'structure'), [], '200 %'));
      const read = (await page.evaluate(SHARE_READ)) as number;
      assert.ok(read >= SHARE_READ_MIN, `at 200 % ${Math.round(read * 100)} % of the window is what one reads`);
      assert.deepEqual(
        complaints.filter((text) => !expectedComplaint(screen, text)),
        [],
      );
      assert.deepEqual(
        requests.map((request) => new URL(request.url()).origin).filter((origin) => origin !== mock.url),
        [],
      );
      assert.match(await page.title(), /Công Vụ$/);
    });
  });
}

test('the first route stays light: scripts and styles of the welcome, of the role chooser and of home', async () => {
  for (const [as, address, ready] of [
    [null, '/', 'a[href="/trinh-dien"]'],
    [null, '/trinh-dien', 'a[data-account]'],
    ['clerk', '/', '.task'],
  ] as const) {
    const bytes = await withPage(as, address, async ({ page }) => {
      await page.waitForSelector(ready);
      const files = (await page.evaluate(
        'performance.getEntriesByType("resource").map((one) => one.name).filter((name) => /[.](js|css)$/.test(name))',
      )) as string[];
      const sent = (await page.evaluate(
        'performance.getEntriesByType("resource").filter((one) => /[.](js|css)$/.test(one.name)).reduce((sum, one) => sum + one.encodedBodySize, 0)',
      )) as number;
      assert.ok(files.some((name) => name.endsWith('.css')));
      const gzipped = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, new URL(name).pathname))).length, 0);
      assert.ok(sent < gzipped * 1.02, `${sent} bytes came over the line, ${gzipped} when gzipped`);
      return gzipped;
    });
    assert.ok(bytes > 50_000 && bytes <= FIRST_ROUTE_BYTES_MAX, `${address}: ${bytes} bytes`);
  }
});

test('no script that a screen fetches is heavier than half of the first route: lists and law stay on the server', () => {
  const heavy = globSync('assets/*.js', { cwd: folder }).flatMap((name) => {
    const bytes = gzipSync(readFileSync(join(folder, name))).length;
    return bytes > SCRIPT_BYTES_MAX ? [`${name}: ${bytes} bytes`] : [];
  });
  assert.deepEqual(heavy, []);
});

test('a build whose inputs did not change is not made again', async () => {
  assert.deepEqual(await buildPortal(root, folder), { built: false });
});

test('the first Tab is "skip to content"; after a change of page its heading has the focus and names the document', async () => {
  await withPage('clerk', '/', async ({ page }) => {
    await page.waitForSelector('.task');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
    await page.click('nav a[href="/nop-ho-so"]');
    await page.waitForSelector('h1:focus:text-is("Tải tệp lên")');
    await becomes(page, `document.title === 'Tải tệp lên – Công Vụ'`);
  });
});

/** Widths of phones, in px: the last is that of a laptop at 400 %. */
const PHONES = [390, 360, 320];
/** Between the product's name and what stands beside it: about a letter. */
const NAME_GAP_PX_MIN = 8;
/** How far the letters of the first button begin behind the last letter of the name. */
const NAME_GAP = `(() => {
  const rangeOf = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect(); };
  const name = document.querySelector('.brand b');
  const sign = document.querySelector('.brand img').getBoundingClientRect();
  return rangeOf(document.querySelector('.top [lang]').firstChild).left - Math.max(sign.right, getComputedStyle(name).position === 'absolute' ? 0 : rangeOf(name).right);
})()`;

test('on a phone the name in the bar keeps its distance from the buttons, and gives way where there is no room', async () => {
  await withPage('clerk', '/', async ({ page }) => {
    await page.waitForSelector('.task');
    for (const width of PHONES) {
      await page.setViewportSize({ width, height: 768 });
      await becomes(page, `innerWidth === ${width}`);
      // Looked at again: letters are drawn in another font until their own has come.
      await holds(async () => {
        const gap = (await page.evaluate(NAME_GAP)) as number;
        assert.ok(gap >= NAME_GAP_PX_MIN, `at ${width}: ${gap} px`);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `wider than ${width}`);
      });
    }
  });
});

test('language and colours are kept from page to page', async () => {
  await withPage('clerk', '/', async ({ page }) => {
    await page.click('button[lang=en]');
    await page.waitForSelector('html[lang=en] h1:text-is("My tasks")');
    await page.click('button[aria-label=Dark]');
    await page.reload();
    await page.waitForSelector('html[lang=en] h1:text-is("My tasks")');
    await holds(async () => {
      assert.equal(await page.getAttribute('html', 'data-scheme'), 'dark');
      assert.deepEqual(await axeFindings(page), []);
    });
  });
});

test('a clerk uploads, sees the check run, takes a suggestion for all alike, and answers before submitting', async () => {
  await withPage('clerk', '/nop-ho-so', async ({ page, requests }) => {
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Chưa chọn tệp.');
    await page.setInputFiles('input[type=file]', { name: 'cũ.xls', mimeType: '', buffer: Buffer.from('x') });
    await page.waitForSelector('text=Tệp này không phải .xlsx, cũng không phải ảnh');
    await page.setInputFiles('input[type=file]', { name: 'Hồ sơ tháng 11.xlsx', mimeType: '', buffer: Buffer.from('PK') });
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Đang kiểm tra');
    await page.waitForSelector('text=Lỗi theo cách sửa');
    const upload = requests.find((request) => request.url().includes('/api/v1/uploads?body=b1'))!;
    assert.match(upload.headers()['idempotency-key'] ?? '', /^[0-9a-f]{32}$/);
    assert.equal(decodeURIComponent(upload.headers()['x-file-name'] ?? ''), 'Hồ sơ tháng 11.xlsx');
    const group = page.locator('.sure-groups li', { hasText: '186001234' });
    await group.getByText('000186001234').waitFor();
    await group.getByText('trả lại số 0 ở đầu').waitFor();
    // In sight first: a press on what is half out of it would scroll the page.
    await group.scrollIntoViewIfNeeded();
    const before = await group.boundingBox();
    await group.getByRole('button', { name: /^Áp dụng cả 73 ô/ }).click();
    await group.getByText('Đã áp dụng').waitFor();
    assert.deepEqual(await group.boundingBox(), before, 'nothing slides under the pointer');
    const request = requests.find((request) => request.url().endsWith('/accept-suggestions'))!.postDataJSON() as object;
    assert.deepEqual(request, {
      group: { code: 'E-ID-LOST-ZERO', field: 'soDinhDanh', value: '186001234', suggested: '000186001234' },
    });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await group.getByRole('button', { name: /^Áp dụng cả 73 ô/ }).waitFor();
    for (const value of ['186001234', '190004321']) {
      await page
        .locator('.sure-groups li', { hasText: value })
        .getByRole('button', { name: /^Áp dụng cả 73 ô/ })
        .click();
    }
    // It keeps its place, with nothing left in it: keys go on from there.
    await page.locator('[data-code=E-ID-LOST-ZERO]', { hasText: '0 ô, 0 người' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.click('[data-code=E-CODE-UNKNOWN]');
    await page.waitForSelector('text=Gợi ý đoán có thể sai');
    assert.equal(await page.locator('.sure-groups').count(), 0, 'guesses are not offered together');
    await page.click('text=Xem lại và gửi xác nhận phần hợp lệ');
    await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
    await page.waitForSelector('text=Còn cảnh báo chưa đánh dấu đã xem.');
    for (const box of await page.locator('form input[type=checkbox]').all()) await box.check();
    await page.fill('input[name=asOf]', '31/10/2026');
    await page.getByRole('button', { name: 'Gửi xác nhận', exact: true }).click();
    await page.waitForSelector('.qr svg');
    const sent = requests.find((request) => request.url().endsWith('/submit'))!.postDataJSON() as object;
    assert.deepEqual(sent, { asOf: '2026-10-31', acknowledgedCodes: ['E-COMMUNE-OLD', 'E-PHONE-FORM'], partial: true });
    assert.equal(new URL(page.url()).pathname, '/bien-nhan/BN-7K2QD-00118');
  });
});

test('an officer works by keys alone: down the queue, open, return one cell with its reason, sign, next', async () => {
  await withPage('officer', '/xac-nhan', async ({ page, requests }) => {
    await page.waitForSelector('tbody tr');
    for (const key of ['j', 'j', 'j', 'k', 'j']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/xac-nhan/s-wait/p2');
    await page.waitForSelector('h1:has-text("Xác nhận: Lò Thị Pâng")');
    await page.keyboard.press('a');
    await page.waitForSelector('text=Chấp nhận 2 nhóm');
    await page.keyboard.press('r');
    await page.waitForSelector('text=trả lại 1 nhóm (0 ô)');
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.waitForSelector('text=Chọn lý do trả lại ở nhóm Nhân thân.');
    await page.check('input[aria-label="Trả lại ô Ngày sinh"]');
    await page.selectOption('main select', 'SAI_NGAY');
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.waitForSelector('text=Đã ghi quyết định');
    const decision = requests.find((request) => request.url().endsWith('/decisions'))!.postDataJSON() as object;
    assert.deepEqual(decision, {
      submissionId: 's-wait',
      personId: 'p2',
      shownHash: 'a'.repeat(64),
      accept: ['p2-G'],
      return: [{ itemId: 'p2-B', cells: [{ field: 'ngaySinh', reason: 'SAI_NGAY', note: null }] }],
    });
    await page.keyboard.press('j');
    await page.waitForURL('**/xac-nhan/s-wait/p3');
  });
});

test('an officer reads in words what stands beside no field, and what stands beside one', async () => {
  await withPage('officer', '/xac-nhan/s-wait/p2', async ({ page }) => {
    const beside = page.getByRole('region', { name: 'Điều cần biết trước khi quyết định' });
    await beside.getByText('Người gửi là chính chủ hồ sơ').waitFor();
    await beside.getByText('Đối chiếu kỹ với hồ sơ gốc trước khi xác nhận.').waitFor();
    assert.equal(await beside.getByText('Kiểm tra nâng bậc sớm').count(), 0, 'said once, at its field');
    await page.getByRole('row').filter({ hasText: 'Hệ số lương' }).getByText('Kiểm tra nâng bậc sớm').waitFor();
  });
});

test('an officer reopens a closed record with a reason; a clerk is told whom to ask', async () => {
  await withPage('officer', '/ho-so/p-left', async ({ page, requests }) => {
    await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
    await dialog.getByText('Chọn một lý do.').waitFor();
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel('Ghi chú').fill('Thiếu số quyết định');
    await dialog.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
    await page.getByText('Hồ sơ đã mở cho một lần thay đổi').waitFor();
    const sent = requests.find((request) => request.url().endsWith('/people/p-left/reopenings'))!;
    assert.deepEqual(sent.postDataJSON(), { reason: 'BO_SUNG', note: 'Thiếu số quyết định' });
  });
  await withPage('clerk', '/ho-so/p-left', async ({ page }) => {
    await page.getByText('hãy nhờ người có thẩm quyền xác nhận').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Mở lại hồ sơ' }).count(), 0);
  });
});

test('on a phone the first cell to be fixed stands soon, however many kinds of problem there are', async () => {
  await withPage(
    'clerk',
    '/ho-so-gui/s-fix',
    async ({ page }) => {
      const [kinds, cells] = [page.locator('.pick'), page.locator('tbody tr')];
      await holds(async () => {
        assert.ok((await kinds.locator('li').count()) > 5);
        const [first, cell] = [await kinds.boundingBox(), await cells.first().boundingBox()];
        assert.ok(first && cell, 'both stand on the screen');
        assert.ok(cell.y - first.y < 900, `${cell.y - first.y} px below the first kind`);
      });
    },
    { width: 390 },
  );
});

test('a click on a place copies the address of the cell', async () => {
  await withPage('clerk', '/ho-so-gui/s-fix', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .getByRole('button', { name: /^Chép địa chỉ ô / })
      .first()
      .click();
    await page.getByText('Đã chép').waitFor();
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /^'[^']+'![A-Z]+\d+$/);
  });
});

test('a file that was checked says what was not asked, why, and when it will be', async () => {
  await withPage('clerk', '/ho-so-gui/s-fix', async ({ page }) => {
    const yet = page.getByRole('region', { name: 'Chưa kiểm tra ở bước này' });
    await yet.getByText('Đối soát với CSDL quốc gia về dân cư').waitFor();
    await yet.getByText('hệ thống tự hỏi ngay sau khi anh/chị gửi').waitFor();
  });
});

test('a returned value that was not changed is answered, with a reason that says something', async () => {
  await withPage('clerk', '/ho-so-gui/s-fix', async ({ page }) => {
    await page.getByRole('tab', { name: /Ô bị trả lại mà chưa sửa/ }).click();
    await page
      .getByRole('button', { name: /^Giữ nguyên vì/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do giữ nguyên').fill('ừ');
    await dialog.getByRole('button', { name: 'Giữ nguyên và kiểm tra lại' }).click();
    await dialog.getByText('Viết ít nhất 5 chữ cái.').waitFor();
    const asked = page.waitForRequest((request) => request.url().endsWith('/submissions/s-fix/returned-answers'));
    await dialog.getByLabel('Lý do giữ nguyên').fill(' Đúng theo quyết định 12/QĐ-SNV ');
    await dialog.getByRole('button', { name: 'Giữ nguyên và kiểm tra lại' }).click();
    assert.deepEqual((await asked).postDataJSON().reason, 'Đúng theo quyết định 12/QĐ-SNV');
    await dialog.waitFor({ state: 'hidden' });
  });
});

test('who sent it cannot decide it, and a mismatch asks for a reason', async () => {
  await withPage('officer', '/xac-nhan/s-wait/p5', async ({ page }) => {
    await page.waitForSelector('text=Hồ sơ này do chính anh/chị gửi');
    assert.equal(await page.locator('input[type=radio]').count(), 0);
    await page.goto(`${mock.url}/xac-nhan/s-wait/p4`);
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.waitForSelector('text=Chọn lý do xác nhận dù dữ liệu dân cư chưa khớp.');
  });
});

test('a value whose code is not certain says so beside it, with the source', async () => {
  await withPage('officer', '/ho-so/p1', async ({ page }) => {
    await page.locator('[data-group=G]').click();
    await holds(async () =>
      assert.deepEqual(await page.locator('[data-unsure]').allTextContents(), [' (mã chưa chắc chắn; nguồn: TT 2/2021/TT-BNV)']),
    );
  });
});

test('a search and an unmasking travel in bodies: no name and no number stands in an address', async () => {
  await withPage('officer', '/tra-cuu', async ({ page, requests }) => {
    await page.fill('input[name=name]', 'hoa');
    await page.keyboard.press('Enter');
    await page.click('tbody a');
    await page.waitForSelector('text=000•••••1037');
    await page.click('button[aria-label="Hiện Số định danh cá nhân"]');
    await page.waitForSelector('text=000186001037');
    const posts = requests
      .filter((request) => request.method() === 'POST')
      .map((request) => [new URL(request.url()).pathname, request.postDataJSON() as unknown]);
    assert.deepEqual(posts, [
      ['/api/v1/people/search', { name: 'hoa', limit: 20 }],
      ['/api/v1/people/search/count', { name: 'hoa' }],
      ['/api/v1/people/p0/unmask', { field: 'soDinhDanh' }],
    ]);
    assert.equal(
      requests.some((request) => /hoa|000186/.test(request.url())),
      false,
    );
  });
});

test('history leads to the record as it was, and the page says that it is not the present', async () => {
  await withPage('officer', '/ho-so/p0', async ({ page }) => {
    await page.click('[data-group=B]');
    await page.click('button[aria-label="Lịch sử: Nơi sinh"]');
    await page.waitForSelector('dialog tbody tr');
    await holds(async () => assert.deepEqual(await axeFindings(page), []));
    await page.locator('dialog >> text=Xem hồ sơ khi đó').last().click();
    await page.waitForSelector('text=Đây không phải hiện tại.');
    await page.waitForURL('**?validOn=2025-07-01&knownAt=90411');
  });
});

test('a clerk is not offered what the server would refuse: no unmasking, no history, no readers', async () => {
  await withPage('clerk', '/ho-so/p0', async ({ page }) => {
    await page.waitForSelector('tbody tr');
    assert.equal(await page.locator('button[aria-label^="Hiện "], button[aria-label^="Lịch sử"], button:has-text("Ai đã xem")').count(), 0);
  });
});

test('nobody found and a server that is down are each told with what to do next', async () => {
  await withPage('clerk', '/tra-cuu', async ({ page }) => {
    await page.fill('input[name=name]', 'trống');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Không tìm thấy ai');
    await page.fill('input[name=name]', 'lỗi');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Máy chủ đang gặp sự cố.');
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('signed out in the middle: the page says so and leads back to itself', async () => {
  await withPage('clerk', '/ho-so-gui', async ({ page, context }) => {
    await page.waitForSelector('tbody tr');
    await context.clearCookies();
    await page.click('tbody a');
    await page.waitForSelector('.note.bad a[href="/auth/sign-in?returnTo=%2Fho-so-gui%2Fs-fix"]');
  });
});

test('the error page needs no script', async () => {
  await withPage(
    null,
    '/error.html',
    async ({ page }) => {
      assert.match(await page.innerText('main'), /Hệ thống đang gặp sự cố[\s\S]*biên nhận không bị mất/);
    },
    { javaScriptEnabled: false },
  );
});

/** The pages of a screen on paper, as the browser makes them, read by somebody else's reader; and where the rightmost text of each ends. */
async function onPaper(page: Page): Promise<{ readonly texts: readonly string[]; readonly beyond: readonly string[] }> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(document, { mergePages: false });
  const beyond: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number);
    for (const one of (await sheet.getTextContent()).items)
      if ('str' in one && one.str.trim() !== '' && (one.transform[4] as number) + one.width > sheet.view[2]!) beyond.push(one.str);
  }
  return { texts: text.map((one) => one.normalize('NFC').replaceAll('ı̉', 'ỉ')), beyond };
}

test('something of a line is asked for, and another request is granted after its digests were compared, by clicks', async () => {
  await withPage('admin', '/trao-doi', async ({ page }) => {
    await page.getByRole('link', { name: 'Sở Giáo dục và Đào tạo tỉnh Mẫu Sơn' }).click();
    await page.getByRole('heading', { name: 'Đường đang tạm khóa: bằng chứng' }).waitFor();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/exchange/requests'));
    await page.getByLabel('Lý do (người quyết định đọc)').fill('Phần mềm được khôi phục từ bản sao lưu');
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    assert.deepEqual((await sent).postDataJSON(), { bodyId: 'b1', kind: 'release', reason: 'Phần mềm được khôi phục từ bản sao lưu' });
    await page.getByText('Đã gửi, chờ người thứ hai quyết định.').waitFor();
    await page.getByText('So giá trị băm với bản cơ quan gửi').waitFor();
    const decided = page.waitForRequest((request) => request.url().endsWith('/exchange/requests/r1/decision'));
    await page.getByRole('button', { name: 'Đồng ý', exact: true }).first().click();
    assert.deepEqual((await decided).postDataJSON(), { answer: 'grant' });
  });
});

test('on paper a list has all its columns, its headings on each page, whole file names, when it was printed, and no menu', async () => {
  for (const [as, address, headings, pages] of [
    ['officer', '/xac-nhan', ['Họ tên', 'Cơ quan', 'Dân cư', 'Đã chờ'], 2],
    ['officer', '/tra-cuu?kind=VC&match=KHOP', ['Họ tên', 'Ngày sinh', 'Số định danh', 'Cơ quan'], 1],
    ['clerk', '/ho-so-gui', ['Tệp', 'Trạng thái'], 1],
  ] as const)
    await withPage(as, address, async ({ page }) => {
      await page.waitForSelector('tbody tr');
      const names = (await page.evaluate(`[...document.querySelectorAll('td a, th a')].map((one) => one.textContent.trim())`)) as string[];
      const menu = (await page.evaluate(`[...document.querySelectorAll('.side a')].map((one) => one.textContent.trim())`)) as string[];
      const { texts, beyond } = await onPaper(page);
      assert.deepEqual(beyond, [], `${address}: cut off`);
      assert.ok(texts.length >= pages, `${address}: ${texts.length} pages`);
      for (const heading of headings)
        for (const one of texts.slice(0, pages)) assert.ok(one.includes(heading), `${address}: ${heading} on each page`);
      const text = texts.join('\n');
      for (const name of names.filter((one) => !one.includes(' '))) assert.ok(text.includes(name), `${address}: ${name} stands whole`);
      assert.match(text, /Bản in lúc \d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/);
      assert.ok(menu.length > 2 && !menu.slice(0, 3).every((one) => text.includes(one)), `${address}: the menu is not on paper`);
    });
});

test('on paper a record has all its groups, and the screen goes on with the one that was chosen', async () => {
  await withPage('officer', '/ho-so/p0', async ({ page }) => {
    await page.waitForSelector('tbody tr');
    const groups = (await page.evaluate(
      `[...document.querySelectorAll('[data-group]')].map((one) => one.firstElementChild.textContent.trim())`,
    )) as string[];
    assert.ok(groups.length > 3);
    const { texts, beyond } = await onPaper(page);
    assert.deepEqual(beyond, []);
    for (const group of groups) assert.ok(texts.join('\n').replaceAll(/\s+/g, ' ').includes(group), group);
    assert.equal(await page.locator('main section h2').count(), 1);
  });
});
