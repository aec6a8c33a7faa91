/**
 * The door `/kiem-tra` in Chromium: every verdict by clicks, its weight and policy, pictures and camera, no network, plain http,
 * and what the network and the device learn of a hundred checks: nothing of any card.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import sharp from 'sharp';
import { renderSVG } from 'uqr';
import type { Built } from '#portal/build.ts';
import { wallMs } from '#portal/clock.ts';
import { buildDoor } from '#portal/door/build.ts';
import { ORDER_REASONS } from '#portal/door/order.ts';
import { newKey } from '#portal/mock/door-issuer.ts';
import { startMockDoor } from '#portal/mock/door-server.ts';
import type { MockDoor } from '#portal/mock/door-server.ts';
import type { VerdictCode, VerdictReason } from '#standard/card/shapes.ts';
import { CODE_OF } from '#standard/card/judge.ts';
import { verdictWords } from '#standard/card/verdict-words.ts';
import type { VerdictWords } from '#standard/card/verdict-words.ts';
import {
  SAMPLE_AUDIENCE,
  SAMPLE_HOST,
  SAMPLE_LIST,
  doorCopyOf,
  doorQr,
  present,
  sampleCopy,
  sampleHolder,
  sampleIssuer,
} from '#uses/card/core/card-for-tests.ts';
import { emptyBits, endEntry, signStatusList } from '#uses/card/core/status-list-issue.ts';
import { signTrustList } from '#uses/card/core/trust-list-issue.ts';
import { ROOT, fetchListsAgain } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, becomes, browserTest as test, holds, keeping, openTestBrowser } from './browser-test.ts';

/** Scripts before the scanner, gzipped (issue 4, part 6). */
const SCRIPT_BYTES_MAX = 60 * 1024;
const HOUR_MS = 3_600_000;
/** A name that browsers do not hold for this computer: a page of it is no secure context. */
const LAN = 'congvu.lan';

let folder: string;
let builtAgain: Built;
let browser: Browser;
let demo: MockDoor;
let real: MockDoor;
before(async () => {
  // Of its own: another test may build anew while this one reads.
  folder = join(mkdtempSync(join(tmpdir(), 'congvu-door-')), 'door');
  await buildDoor(ROOT, folder);
  builtAgain = await buildDoor(ROOT, folder);
  demo = await startMockDoor({ folder });
  real = await startMockDoor({ folder, environment: 'CHINH_THUC' });
  browser = await openTestBrowser([`--host-resolver-rules=MAP ${LAN} 127.0.0.1`]);
});
after(async () => {
  await browser?.close();
  await demo?.close();
  await real?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

interface Guard {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly requests: Request[];
}

interface Sight {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly address?: string;
  /** before the page is opened */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly browser?: Browser;
}

/** A guard with a fresh device at a door whose lists are there. */
async function atDoor(mock: MockDoor, work: (guard: Guard) => Promise<void>, sight: Sight = {}): Promise<void> {
  const context = await (sight.browser ?? browser).newContext({
    viewport: { width: sight.width ?? 390, height: 844 },
    colorScheme: sight.colorScheme ?? 'light',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  const complaints: string[] = [];
  const requests: Request[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => requests.push(request));
  try {
    await keeping(async () => {
      await sight.prepare?.(page);
      await page.goto(sight.address ?? `${mock.url}/kiem-tra`);
      await page.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
      await work({ page, context, complaints, requests });
    });
  } finally {
    await context.close();
  }
}

/** Pastes a code into the field and presses the button. */
async function check(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
  await page.locator('main.verdict').waitFor();
}
/** What the door asks the next visitor: for `present`. */
async function askedAt(page: Page): Promise<{ readonly audience: string; readonly nonce: string }> {
  const [nonce, site] = await Promise.all([
    page.locator('[data-phrase]').getAttribute('data-phrase'),
    page.locator('meta[name=card-site]').getAttribute('content'),
  ]);
  assert.ok(nonce);
  return { nonce, audience: `${site}/kiem-tra/${nonce}` };
}
const clear = (page: Page): Promise<void> => page.getByRole('button', { name: 'Xóa ngay' }).click();

const wordsOf = (reason: VerdictReason): VerdictWords =>
  verdictWords({ code: CODE_OF[reason], reason, claims: null, means: null, holderProven: false, statusAt: null, signedBy: null }, 0);

/** Holds a verdict on the screen to what every verdict promises (docs/architecture.md §8, Card). */
async function holdVerdict(page: Page, reason: VerdictReason): Promise<void> {
  const code = CODE_OF[reason];
  const main = page.locator('main.verdict');
  const { word, next } = wordsOf(reason);
  await holds(async () => {
    assert.deepEqual([await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')], [code, reason]);
    const heading = main.locator('h1');
    assert.equal((await heading.innerText()).toLowerCase(), word.vi.toLowerCase());
    assert.ok((await main.locator('.banner').innerText()).includes(word.en), `${reason}: English beside`);
    assert.equal(await main.locator('.banner svg').count(), 1);
    const size = Number.parseFloat(await page.evaluate<string>('getComputedStyle(document.querySelector("main.verdict h1")).fontSize'));
    assert.ok(size >= 32, `${reason}: ${size}px`);
    assert.ok((await main.innerText()).includes(next.vi) || reason === 'status-list-too-old', `${reason}: what to do`);
    assert.ok((await page.title()).startsWith(word.vi), `${reason}: ${await page.title()}`);
    const told = page.locator('[aria-live=assertive]');
    assert.ok((await told.textContent())!.startsWith(word.vi), `${reason}: told aloud`);
    assert.match(await main.innerText(), /Kiểm tra lúc \d\d:\d\d:\d\d|cập nhật lúc \d\d:\d\d:\d\d/i);
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${reason} is wider than the window`);
  });
}

/** With another sign in the middle of the issuer's signature. */
function forged(presented: string): string {
  const at = presented.indexOf('~') - 40;
  return `${presented.slice(0, at)}${presented[at] === 'A' ? 'B' : 'A'}${presented.slice(at + 1)}`;
}

/** One object for each reason that a code alone can cause; on a demo's door and on a real one. */
const CODES: readonly (readonly [VerdictReason, (mock: MockDoor, asked: Awaited<ReturnType<typeof askedAt>>) => string])[] = [
  ['valid', ({ issuer }, asked) => issuer.card().present(asked)],
  ['not-asked', ({ issuer }) => issuer.card().present()],
  ['says-too-little', ({ issuer }, asked) => issuer.card().present({ ...asked, without: ['ho_ten', 'ma_cua'] })],
  ['wrong-nonce', ({ issuer }) => issuer.card().present({ nonce: 'mot-hai-ba-bon-nam' })],
  ['wrong-nonce', ({ issuer }) => issuer.card().vn2({ phrase: 'mot-hai-ba-bon-nam' })],
  ['no-portrait', ({ issuer }, asked) => issuer.card().vn2({ phrase: asked.nonce })],
  ['no-portrait', ({ issuer }) => issuer.card().vn2()],
  ['no-portrait', ({ issuer }, asked) => issuer.card().present({ ...asked, without: ['anh', 'ma_cua'] })],
  ['holder-not-proven', ({ issuer }) => issuer.card().bare()],
  ['holder-not-proven', ({ issuer }) => issuer.card().vn1],
  ['copy-expired', ({ issuer }) => issuer.card({ expiresMs: wallMs() - 1_000 }).vn2()],
  ['card-expired', ({ issuer }) => issuer.card({ claims: { het_han: '2026-01-01' } }).present()],
  ['not-a-card', () => 'https://congvu-the.example/kiem-tra?id=7'],
  ['too-large', () => `VN2:${'A'.repeat(300_000)}`],
  ['unknown-key', ({ issuer }) => issuer.card({ signedBy: newKey() }).vn2()],
  ['bad-signature', ({ issuer }) => forged(issuer.card().present())],
  ['no-status-list', ({ issuer }) => issuer.card({ list: 77 }).present()],
  ['too-old', ({ issuer }) => issuer.card().vn2({ atMs: wallMs() - 95_000 })],
  ['from-the-future', ({ issuer }) => issuer.card().vn2({ atMs: wallMs() + HOUR_MS })],
  ['wrong-holder-key', ({ issuer }) => issuer.card().vn2({ holder: newKey() })],
  ['wrong-audience', ({ issuer }) => issuer.card().present({ audience: 'https://congvu-gia.example/kiem-tra' })],
];

test('every verdict that a code alone can cause comes by clicks, as it should look, in light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const)
    await atDoor(
      demo,
      async ({ page, complaints }) => {
        const seen = new Set<VerdictCode>();
        for (const [reason, code] of CODES) {
          await check(page, code(demo, await askedAt(page)));
          await holdVerdict(page, reason);
          assert.equal(await page.locator('.specimen').innerText(), 'MẪU – không có giá trị', 'a demo says so on every verdict');
          if (!seen.has(CODE_OF[reason])) assert.deepEqual(await axeFindings(page), [], `${reason}, ${colorScheme}`);
          seen.add(CODE_OF[reason]);
          await clear(page);
        }
        assert.deepEqual(complaints, []);
      },
      { colorScheme, width: colorScheme === 'dark' ? 320 : 390 },
    );
});

test('cards as the issuer of the product makes them are judged the same, at a door that knows the server by another name', async () => {
  const issuer = sampleIssuer(new Date(wallMs() - 60_000).toISOString());
  const bits = emptyBits();
  endEntry(bits, 777);
  const mock = await startMockDoor({ folder, publicUrl: SAMPLE_HOST });
  try {
    const listsAtMs = Date.parse(issuer.clock.now());
    const anchor = (await issuer.signer.keys()).find(({ use }) => use === 'anchor')!;
    mock.answer('/card/trust-anchor', JSON.stringify(anchor.publicJwk));
    mock.answer('/card/trust-list', await signTrustList(issuer.signer, issuer.trust, listsAtMs));
    mock.answer(new URL(SAMPLE_LIST).pathname, await signStatusList(issuer.signer, SAMPLE_LIST, bits, listsAtMs));
    const holder = sampleHolder();
    const copy = await sampleCopy(issuer, holder);
    const ended = await sampleCopy(issuer, holder, { status: { uri: SAMPLE_LIST, index: 777 } });
    await atDoor(mock, async ({ page }) => {
      const { nonce, audience: aud } = await askedAt(page);
      const answer = { payload: { nonce, aud } };
      const codes: readonly (readonly [VerdictReason, () => string])[] = [
        ['valid', () => present(copy, holder, wallMs(), answer)],
        ['not-asked', () => present(copy, holder, wallMs(), { payload: { aud: SAMPLE_AUDIENCE, nonce: 'so-cua-vi-tu-lam-1' } })],
        ['no-portrait', () => doorQr(doorCopyOf(copy), holder, wallMs())],
        ['holder-not-proven', () => copy],
        ['holder-not-proven', () => doorCopyOf(copy)],
        ['revoked', () => present(ended, holder, wallMs())],
        ['revoked', () => doorQr(doorCopyOf(ended), holder, wallMs())],
        ['too-old', () => doorQr(doorCopyOf(copy), holder, wallMs() - 95_000)],
        ['wrong-holder-key', () => present(copy, sampleHolder(), wallMs(), answer)],
        ['wrong-holder-key', () => doorQr(doorCopyOf(copy), sampleHolder(), wallMs())],
        ['bad-signature', () => forged(present(copy, holder, wallMs()))],
      ];
      for (const [reason, code] of codes) {
        await check(page, code());
        await holdVerdict(page, reason);
        await clear(page);
      }
    });
  } finally {
    await mock.close();
    rmSync(issuer.folder, { recursive: true, force: true });
  }
});

test('a card that was ended is red at the next fetch, whatever the verdict before', async () => {
  await atDoor(demo, async ({ page }) => {
    const card = demo.issuer.card();
    await check(page, card.present(await askedAt(page)));
    await holdVerdict(page, 'valid');
    await clear(page);
    demo.issuer.revoke(card.index);
    await fetchListsAgain(page);
    await check(page, card.present(await askedAt(page)));
    await holdVerdict(page, 'revoked');
    assert.equal(await page.locator('.person').count(), 0, 'a refused card shows nothing of itself');
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('a code is good once; a stale one is told softly, the second time as a copy; a reload forgets neither', async () => {
  await atDoor(demo, async ({ page }) => {
    const card = demo.issuer.card();
    const code = card.vn2();
    await check(page, code);
    await holdVerdict(page, 'no-portrait');
    await clear(page);
    await page.reload();
    await check(page, code);
    await holdVerdict(page, 'seen-before');
    await page.locator('main.verdict.red').waitFor();
    await clear(page);
    const stale = card.vn2({ atMs: wallMs() - 61_000 });
    await check(page, stale);
    await holdVerdict(page, 'too-old');
    await page.locator('main.verdict.amber').waitFor();
    await clear(page);
    await check(page, stale);
    await holdVerdict(page, 'seen-before');
  });
});

test('a test card at a real door is violet and says so; a real one is green without the hatched band', async () => {
  await atDoor(real, async ({ page, complaints }) => {
    await check(page, demo.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'test-card');
    await page.locator('main.verdict.violet').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await clear(page);
    await check(page, real.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'valid');
    assert.equal(await page.locator('.specimen, .demo').count(), 0);
    assert.deepEqual(complaints, []);
  });
  await atDoor(demo, async ({ page }) => {
    await check(page, real.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'wrong-environment');
  });
});

test('a portrait takes half of the width, grows when tapped, and the guard says whether it is the person', async () => {
  await atDoor(demo, async ({ page }) => {
    await check(page, demo.issuer.card().present(await askedAt(page)));
    const portrait = page.locator('.portrait img');
    const boxOf = async (one: Locator): Promise<{ width: number; bottom: number }> => {
      const box = await one.boundingBox();
      assert.ok(box, 'it stands on the screen');
      return { width: box.width, bottom: box.y + box.height };
    };
    await holds(async () => assert.ok((await boxOf(portrait)).width >= 0.45 * 390));
    await page.getByRole('button', { name: 'Phóng to ảnh để so' }).click();
    await holds(async () => {
      assert.ok((await boxOf(portrait)).width >= 0.95 * (await boxOf(page.locator('.person'))).width);
      assert.ok((await boxOf(page.locator('.actions'))).bottom <= 845, 'both answers are in the window, however much stands above');
    });
    await page.getByRole('button', { name: 'Đúng người', exact: true }).click();
    await page.getByText('Đã so ảnh: đúng người.').waitFor();
    await clear(page);
    await check(page, demo.issuer.card().present(await askedAt(page)));
    await page.getByRole('button', { name: 'Không đúng người' }).click();
    await page.locator('[data-verdict=V10]').waitFor();
    assert.equal(await page.locator('.person, .portrait').count(), 0);
    assert.match(await page.locator('main').innerText(), /không đúng người/i);
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('a name cannot turn the words beside it round, nor be markup', async () => {
  await atDoor(demo, async ({ page }) => {
    await check(page, demo.issuer.card({ claims: { ho_ten: '\u202eNguyễn <b>Văn</b>\u200b Ất' } }).present(await askedAt(page)));
    assert.equal(await page.locator('.name dd').textContent(), 'Nguyễn <b>Văn</b> Ất');
  });
});

test('all of it is gone after 60 seconds, or at once by Escape; the keyboard alone is enough', async () => {
  const atTen = new Date(wallMs());
  await atDoor(
    demo,
    async ({ page }) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
      // From here on time goes by only where the test says so: a busy machine would eat the seconds that are counted.
      await page.clock.pauseAt(await page.evaluate<number>('Date.now() + 1000'));
      const atMs = await page.evaluate<number>('Date.now()');
      await page.focus('#text');
      await page.keyboard.insertText(demo.issuer.card().present({ ...(await askedAt(page)), atMs }));
      await page.keyboard.press('Enter');
      await page.locator('main.verdict').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('main.home').waitFor();
      await page.focus('#text');
      await page.keyboard.insertText(demo.issuer.card().present({ ...(await askedAt(page)), atMs }));
      await page.keyboard.press('Enter');
      await page.getByText('Tự xóa sau 60 giây').waitFor();
      await page.clock.runFor(30_000);
      await page.getByText('Tự xóa sau 30 giây').waitFor();
      // Whoever enlarges the face is still at it; another language starts no second clock.
      await page.getByRole('button', { name: 'Phóng to ảnh để so' }).click();
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await page.getByRole('button', { name: 'Chuyển sang tiếng Việt' }).click();
      await page.clock.runFor(30_000);
      await page.getByText('Tự xóa sau 30 giây').waitFor();
      await page.clock.runFor(31_000);
      await page.locator('main.home').waitFor();
      assert.doesNotMatch(await page.content(), /Nguyễn|data:image/i);
      assert.equal(await page.title(), 'Kiểm tra thẻ – Công Vụ');
      assert.equal(await page.evaluate('history.length'), 2);
    },
    { prepare: (page) => page.clock.install({ time: atTen }) },
  );
});

test('an empty field is told, not judged', async () => {
  await atDoor(demo, async ({ page }) => {
    await page.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
    await page.getByText('Chưa có nội dung nào.').waitFor();
    assert.equal(await page.evaluate('document.activeElement.id'), 'text');
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('the whole page speaks English when asked, and stays so', async () => {
  await atDoor(demo, async ({ page }) => {
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.reload();
    await page.fill('#text', demo.issuer.card().present(await askedAt(page)));
    await page.getByRole('button', { name: 'Check this text' }).click();
    await page.locator('main.verdict h1', { hasText: 'Valid' }).waitFor();
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.match(await page.locator('.banner').innerText(), /Còn hiệu lực/);
    assert.match(await page.locator('.data-line').innerText(), /Online – data of \d\d:\d\d today/);
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('before the scanner the door weighs at most 60 KB of scripts, breaks no policy, asks nobody else', async () => {
  await atDoor(demo, async ({ page, complaints, requests }) => {
    const scripts = requests
      .map((request) => new URL(request.url()))
      .filter(({ pathname }) => pathname.endsWith('.js') && !pathname.endsWith('sw.js'));
    const loaded = (await page.evaluate(
      'performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".js")).map((one) => new URL(one.name).pathname)',
    )) as string[];
    assert.ok(!loaded.some((path) => path.includes('scanner')), loaded.join());
    const fileOf = (path: string): string =>
      path === '/color-scheme.js' ? join(ROOT, 'portal/public/color-scheme.js') : join(folder, path.replace('/kiem-tra/', ''));
    const bytes = [...new Set(loaded)].reduce((sum, path) => sum + gzipSync(readFileSync(fileOf(path))).length, 0);
    assert.ok(bytes > 10_000 && bytes <= SCRIPT_BYTES_MAX, `${bytes} bytes: ${loaded.join()}`);
    assert.ok(scripts.length > 0);
    assert.deepEqual(
      requests.map((request) => new URL(request.url()).origin).filter((origin) => origin !== demo.url),
      [],
    );
    assert.deepEqual(complaints, []);
    const { headers } = await page.evaluate<{ headers: Record<string, string> }>(
      'fetch("/kiem-tra").then((answer) => ({ headers: Object.fromEntries(answer.headers) }))',
    );
    const policy = headers['content-security-policy']!;
    assert.match(policy, /script-src 'self';/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    assert.match(headers['permissions-policy']!, /camera=\(self\), microphone=\(\)/);
  });
});

test('a build whose inputs did not change is not made again', () => {
  assert.deepEqual(builtAgain, { built: false });
});

/** Pixels of a code as a phone shows it. */
const qrPicture = (text: string, border = 4): Promise<Buffer> =>
  sharp(Buffer.from(renderSVG(text, { ecc: 'M', border, pixelSize: 6 })))
    .png()
    .toBuffer();

test('a picture of a QR is read: chosen, dropped, pasted, photographed askew; what is no code says so', async () => {
  await atDoor(demo, async ({ page, complaints }) => {
    const choose = async (name: string, buffer: Buffer): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp' }).click();
      await (await chooser).setFiles({ name, mimeType: '', buffer });
    };
    await choose('ma.png', await qrPicture(demo.issuer.card().vn2()));
    await page.locator('main.verdict').waitFor();
    await holdVerdict(page, 'no-portrait');
    await clear(page);

    // As a photo of a screen: askew, on a grey ground, as JPEG.
    const askew = await sharp(await qrPicture(demo.issuer.card().vn2()))
      .rotate(9, { background: '#777' })
      .extend({ top: 300, bottom: 500, left: 200, right: 260, background: '#777' })
      .jpeg({ quality: 70 })
      .toBuffer();
    await choose('anh.jpg', askew);
    await page.locator('main.verdict').waitFor();
    await holdVerdict(page, 'no-portrait');
    await clear(page);

    for (const event of ['drop', 'paste'] as const) {
      const picture = (await qrPicture(demo.issuer.card().vn2())).toString('base64');
      await page.evaluate(
        `(() => {
          const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (sign) => sign.charCodeAt(0));
          const given = new DataTransfer();
          given.items.add(new File([bytes], 'ma.png', { type: 'image/png' }));
          const event = ${JSON.stringify(event)};
          document.body.dispatchEvent(event === 'drop'
            ? new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: given, bubbles: true, cancelable: true }));
        })()`,
      );
      await page.locator('main.verdict').waitFor();
      await holdVerdict(page, 'no-portrait');
      await clear(page);
    }

    await choose('the.txt', Buffer.from(demo.issuer.card().present(await askedAt(page))));
    await page.locator('main.verdict').waitFor();
    await holdVerdict(page, 'valid');
    await clear(page);
    const empty = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#3a7' } })
      .png()
      .toBuffer();
    await choose('trong.png', empty);
    await page.getByText('Trong ảnh không có mã QR đọc được.').waitFor();
    await choose('hong.png', Buffer.concat([empty.subarray(0, 30), Buffer.alloc(400, 7)]));
    await page.getByText('Không mở được ảnh này.').waitFor();
    await choose('khac.png', await qrPicture('https://congvu-gia.example/the?id=7'));
    await page.locator('main.verdict').waitFor();
    await holdVerdict(page, 'not-a-card');
    assert.deepEqual(complaints, []);
  });
});

test('the camera finds the code, and is let go of', async () => {
  const video = join(mkdtempSync(join(tmpdir(), 'congvu-camera-')), 'camera.mjpeg');
  const code = await sharp(await qrPicture(demo.issuer.card({ expiresMs: wallMs() + 3 * 24 * HOUR_MS }).vn1))
    .resize(640, 640)
    .extend({ left: 320, right: 320, top: 40, bottom: 40, background: '#888' })
    .jpeg({ quality: 90 })
    .toBuffer();
  // Chromium plays a row of JPEGs as its camera.
  writeFileSync(video, Buffer.concat(Array.from({ length: 10 }, () => code)));
  const withCamera = await openTestBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ]);
  try {
    await atDoor(
      demo,
      async ({ page, complaints }) => {
        await page.getByRole('button', { name: /^Kiểm tra thẻ/ }).click();
        await page.locator('main.verdict').waitFor();
        await holdVerdict(page, 'holder-not-proven');
        assert.equal(await page.locator('video').count(), 0);
        assert.deepEqual(complaints, []);
      },
      { browser: withCamera },
    );
  } finally {
    await withCamera.close();
    rmSync(join(video, '..'), { recursive: true, force: true });
  }
});

test('a device without a camera says why and offers the picture; one that refuses it is asked again', async () => {
  await atDoor(demo, async ({ page }) => {
    const big = page.getByRole('button', { name: /^Kiểm tra thẻ/ });
    await page.evaluate(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', window.refusal ?? 'NotAllowedError'))`,
    );
    await big.click();
    await page.locator('main').getByText('Camera chưa được phép dùng.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.evaluate(`window.refusal = 'NotReadableError'`);
    await big.click();
    await page.locator('main').getByText('Camera đang được ứng dụng khác dùng.').waitFor();
    await page.evaluate(`window.refusal = 'NotFoundError'`);
    await big.click();
    await page.locator('#why-no-camera').getByText('Máy này không có camera.').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await big.click();
    await (await chooser).setFiles({ name: 'ma.png', mimeType: 'image/png', buffer: await qrPicture(demo.issuer.card().vn2()) });
    await page.locator('main.verdict').waitFor();
    await holdVerdict(page, 'no-portrait');
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('over plain http on a LAN text and pictures are judged all the same, and the page says why there is no camera', async () => {
  const port = new URL(demo.url).port;
  await atDoor(
    demo,
    async ({ page, complaints }) => {
      assert.deepEqual(await page.evaluate('[isSecureContext, typeof crypto.subtle, "serviceWorker" in navigator]'), [
        false,
        'undefined',
        false,
      ]);
      assert.match(await page.locator('#why-no-camera').innerText(), /http nên trình duyệt không cho dùng camera/);
      await check(page, demo.issuer.card().present(await askedAt(page)));
      await holdVerdict(page, 'valid');
      await clear(page);
      await check(page, forged(demo.issuer.card().present(await askedAt(page))));
      await holdVerdict(page, 'bad-signature');
      await clear(page);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /^Kiểm tra thẻ/ }).click();
      await (await chooser).setFiles({ name: 'ma.png', mimeType: 'image/png', buffer: await qrPicture(demo.issuer.card().vn2()) });
      await page.locator('main.verdict').waitFor();
      await holdVerdict(page, 'no-portrait');
      await clear(page);
      await page.getByText('Dữ liệu trên máy này').click();
      await page.getByText('không dùng được khi mất mạng').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      // The browser itself notes that it leaves out a head that only means something over https.
      assert.deepEqual(
        complaints.filter((text) => !/Cross-Origin-Opener-Policy/.test(text)),
        [],
      );
    },
    { address: `http://${LAN}:${port}/kiem-tra` },
  );
});

/** Waits until the service worker has everything, so that the next opening needs no network. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready');
  await becomes(page, 'caches.keys().then((names) => names.some((name) => name.startsWith("kiem-tra-")))');
  await becomes(page, 'navigator.serviceWorker.controller !== null');
}

test('without network the door opens, checks, and says how old its data is; yellow after 4 hours, nothing green after 24', async () => {
  await atDoor(
    demo,
    async ({ page, context }) => {
      await untilKept(page);
      await context.setOffline(true);
      await page.reload();
      const line = page.locator('.data-line');
      await line.filter({ hasText: 'Ngoại tuyến – dữ liệu lúc' }).waitFor();
      const issuer = demo.issuer;
      await check(page, issuer.card().present(await askedAt(page)));
      await holdVerdict(page, 'valid');
      await clear(page);
      // The scanner was never used before: it too is here.
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp' }).click();
      await (await chooser).setFiles({ name: 'ma.png', mimeType: '', buffer: await qrPicture(issuer.card().vn2()) });
      await page.locator('main.verdict').waitFor();
      await holdVerdict(page, 'no-portrait');
      await clear(page);

      await page.clock.fastForward(5 * HOUR_MS);
      await line.filter({ hasText: '5 giờ trước' }).waitFor();
      assert.match((await line.getAttribute('class'))!, /warn/);
      const laterMs = (hours: number): number => wallMs() + hours * HOUR_MS;
      await check(page, issuer.card().present({ ...(await askedAt(page)), atMs: laterMs(5) }));
      await holdVerdict(page, 'valid');
      await page.getByText('Dữ liệu đã 5 giờ; thẻ có thể vừa bị thu hồi.').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await clear(page);

      await page.clock.fastForward(20 * HOUR_MS);
      await line.filter({ hasText: '25 giờ trước' }).waitFor();
      assert.match((await line.getAttribute('class'))!, /bad/);
      for (const code of [
        issuer.card().present({ ...(await askedAt(page)), atMs: laterMs(25) }),
        issuer.card().vn2({ atMs: laterMs(25) }),
        issuer.card().vn1,
      ]) {
        await check(page, code);
        await holdVerdict(page, 'status-list-too-old');
        assert.equal(await page.locator('main.verdict.green').count(), 0);
        assert.match(await page.locator('main').innerText(), /Dữ liệu trạng thái đã 25 giờ/);
        await clear(page);
      }
      await page.clock.fastForward(48 * HOUR_MS);
      await check(page, issuer.card().present({ ...(await askedAt(page)), atMs: laterMs(73) }));
      await page.locator('main').getByText('Không chấp nhận: dữ liệu đã quá 72 giờ.').waitFor();
    },
    { prepare: (page) => page.clock.install({ time: new Date() }) },
  );
});

test('a clock that is wrong gives no verdict: a day behind, an hour ahead, set back without network', async () => {
  for (const offMs of [-24 * HOUR_MS, HOUR_MS])
    await atDoor(
      demo,
      async ({ page }) => {
        await check(page, demo.issuer.card().present(await askedAt(page)));
        await holdVerdict(page, 'clock-wrong');
        assert.deepEqual(await axeFindings(page), []);
        await clear(page);
        await page.getByText('Dữ liệu trên máy này').click();
        await page.getByText('hãy chỉnh giờ tự động').waitFor();
      },
      { prepare: (page) => page.clock.install({ time: new Date(wallMs() + offMs) }) },
    );
  await atDoor(
    demo,
    async ({ page, context }) => {
      await untilKept(page);
      await context.setOffline(true);
      await page.clock.setSystemTime(new Date(wallMs() - 2 * HOUR_MS));
      await page.reload();
      await check(page, demo.issuer.card().present(await askedAt(page)));
      await holdVerdict(page, 'clock-wrong');
    },
    { prepare: (page) => page.clock.install({ time: new Date() }) },
  );
});

test('a door that never had its lists is amber, and says so; another anchor than the pinned one is not taken', async () => {
  const poor = await startMockDoor({ folder });
  try {
    poor.answer('/card/trust-list', '<html>Đăng nhập wifi</html>');
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${poor.url}/kiem-tra`);
    await page.getByText('chưa có dữ liệu để kiểm tra').waitFor();
    await check(page, poor.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'no-trust-list');
    await clear(page);
    poor.answer('/card/trust-list', null);
    await fetchListsAgain(page);
    await page.locator('.data-line', { hasText: 'dữ liệu lúc' }).waitFor();
    await check(page, poor.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'valid');
    await clear(page);

    poor.issuer.changeAnchor();
    await fetchListsAgain(page);
    await page.getByText('Khóa gốc của máy chủ khác khóa đã ghim').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Xóa dữ liệu và ghim lại khóa gốc' }).click();
    await page.getByText('Khóa gốc của máy chủ khác khóa đã ghim').waitFor({ state: 'detached' });
    await check(page, poor.issuer.card().present(await askedAt(page)));
    await holdVerdict(page, 'valid');
    await context.close();
  } finally {
    await poor.close();
  }
});

/** Everything that a page can leave on a device, as one text. */
const KEPT_ON_DEVICE = `(async () => {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href, document.title, document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => { const opening = indexedDB.open(name); opening.onsuccess = () => done(opening.result); });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((done) => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
      texts.push(JSON.stringify(all));
    }
    database.close();
  }
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) texts.push(request.url);
  return texts.join(' ');
})()`;

/** Does a text hold a mark? One of digits alone must stand alone too: every instant in milliseconds holds some six digits by chance. */
const holdsMark = (text: string, mark: string): boolean =>
  /^\d+$/.test(mark) ? new RegExp(`(?<!\\d)${mark}(?!\\d)`).test(text) : text.includes(mark);

test('the network and the device learn nothing of a hundred checks', async () => {
  const mock = await startMockDoor({ folder });
  try {
    await atDoor(mock, async ({ page, requests }) => {
      await untilKept(page);
      const { issuer } = mock;
      const historyLength = await page.evaluate('history.length');
      // The scanner is fetched once, when the first picture comes.
      const pictures = [0, 40, 80];
      const [heardBefore, askedBefore] = [mock.heard.length, requests.length];
      const marks = new Set<string>();
      for (let i = 0; i < 100; i += 1) {
        const card = issuer.card({ claims: { ho_ten: `Trần Thị Thử ${i}`, ho_ten_latin: `Tran Thi Thu ${i}` } });
        for (const mark of card.marks) if (mark.length >= 5) marks.add(mark);
        const asked = i % 8 ? await askedAt(page) : { nonce: `nonce-cua-lan-${i}-trong-ngay`, audience: `${mock.url}/kiem-tra` };
        marks.add(asked.nonce);
        const code = [() => card.present(asked), () => card.vn2(), () => card.bare(), () => card.vn1][i % 4]!();
        marks.add(code.slice(-30));
        if (pictures.includes(i)) {
          const chooser = page.waitForEvent('filechooser');
          await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp' }).click();
          await (await chooser).setFiles({ name: `${card.claims.ma_so_the}.png`, mimeType: '', buffer: await qrPicture(card.vn2()) });
          await page.locator('main.verdict').waitFor();
        } else await check(page, code);
        assert.match((await page.locator('main.verdict').getAttribute('data-verdict'))!, /^V1b?$/);
        if (i % 4 === 0 && !pictures.includes(i))
          await page.getByRole('button', { name: i % 8 ? 'Đúng người' : 'Không đúng người', exact: true }).click();
        await clear(page);
      }
      const heard = mock.heard.slice(heardBefore);
      const asked = requests.slice(askedBefore);
      assert.ok(marks.size > 1_000);
      assert.deepEqual(
        heard.filter(
          ({ method, url }) =>
            method !== 'GET' || !/^\/card\/(trust-list|trust-anchor|status\/1)$|^\/kiem-tra\/(assets\/[\w-]+\.\w+|sw\.js)$/.test(url),
        ),
        [],
        'only bulk lists and files of the page are asked for (a browser looks for a new service worker when it likes)',
      );
      assert.ok(heard.length < 12, `${heard.length} requests: fewer than checks by far, and by the clock alone`);
      const log = [
        ...heard.map(({ whole }) => whole),
        ...asked.map((request) => `${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
      ].join(' ');
      const kept = await page.evaluate<string>(KEPT_ON_DEVICE);
      for (const mark of marks) {
        assert.ok(!holdsMark(log, mark), `"${mark}" went out`);
        assert.ok(!holdsMark(kept, mark), `"${mark}" was kept`);
      }
      assert.equal(await page.evaluate('history.length'), historyLength);
      assert.equal(page.url(), `${mock.url}/kiem-tra`);
      assert.doesNotMatch(await page.content(), /Trần Thị|data:image/);
    });
  } finally {
    await mock.close();
  }
});

test('the order for guards needs no script, fits one sheet, and says every verdict in the words of the screen', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const answer = await page.goto(`${demo.url}/kiem-tra/huong-dan`);
  assert.match(answer!.headers()['content-security-policy']!, /^default-src 'none'; style-src 'self'; img-src 'self';/);
  const shown = (await page.locator('main').innerText()).toLowerCase();
  for (const reason of ORDER_REASONS) {
    const { word, next } = wordsOf(reason);
    for (const text of [word.vi, word.en, next.vi, next.en]) assert.ok(shown.includes(text.toLowerCase()), text);
  }
  assert.match(shown, /đừng tin màn hình, hãy quét/);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1, 'one sheet of A4');
  await context.close();
  const withScripts = await browser.newPage();
  await withScripts.goto(`${demo.url}/kiem-tra/huong-dan`);
  assert.deepEqual(await axeFindings(withScripts), []);
  await withScripts.close();
});
