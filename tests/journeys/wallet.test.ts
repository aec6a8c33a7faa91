/** The simulated wallet in Chromium against the real product: from an offer to the door, what it does wrongly on demand, keyboard, both colour schemes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { applyConfirmed } from '#record/register/apply.ts';
import { readPeople } from '#record/register/store.ts';
import { DOOR_QR_AGE_MS_MAX } from '#standard/card/limits.ts';
import type { Verdict } from '#standard/card/shapes.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { offerFor } from '#uses/card/offer.ts';
import type { CardOffer } from '#uses/card/offer.ts';
import { openDoor } from '../../simulators/vneid/wallet/door-for-tests.ts';
import { EXPECTED } from '../../simulators/vneid/wallet/mistakes.ts';
import type { Mistake } from '../../simulators/vneid/wallet/mistakes.ts';
import { openPremises, sitDown } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { browserTest, comesBy, holds, journey } from './browser-test.ts';
import { qrInPicture } from './qr-in-picture.ts';

const PHONE = { width: 390, height: 844 };
const WALLET = '/sim/vneid/vi-giay-to';
const TOUCH_PX_MIN = 44;
const LARGE_PX_MIN = 24;
const REDRAW_MS = 30_000;
/** What has not come by then is asked for once more. */
const LOOK_MS = 3_000;

let premises: Premises;
let phone: Seat;
let holder: { readonly personId: string; readonly bodyId: string; readonly name: string };
/** how far the wallet's clock was put ahead, and the door's with it */
let aheadMs = 0;

const nowMs = (): number => Date.parse(premises.product.composed.clock.now()) + aheadMs;

/** Registers a change of the holder as a confirmation does. */
async function registers(groups: Partial<Record<GroupCode, Record<string, unknown>>>): Promise<void> {
  const { composed } = premises.product;
  await composed.db.transaction(await composed.jobSession(holder.bodyId), async (tx) => {
    const person = (await readPeople(tx, composed.keys, [holder.personId])).get(holder.personId);
    await applyConfirmed(tx, composed.submission, [
      {
        personId: holder.personId,
        bodyId: holder.bodyId,
        validFrom: composed.clock.today(),
        submissionId: null,
        attestationId: null,
        source: 'EXCEL',
        groups: Object.entries(groups).map(([group, stated]) => ({
          group: group as GroupCode,
          stated: stated as GroupDocument,
          comparedVersion: person?.heads[group as GroupCode]?.v ?? 0,
        })),
      },
    ]);
  });
}

/** Somebody of the demo in service, given a portrait. */
async function aHolder(): Promise<typeof holder> {
  const { composed } = premises.product;
  const [row] = await composed.db.transaction(await composed.jobSession(null), (tx) =>
    tx.query<{ person_id: string; body_id: string; full_name: string }>(
      `select person_id, body_id, full_name from person where identity_locked and work_status = 'DANG_LAM' order by full_name_sort limit 1`,
    ),
  );
  assert.ok(row);
  return { personId: row.person_id, bodyId: row.body_id, name: row.full_name };
}

async function offer(): Promise<CardOffer> {
  const made = await offerFor(premises.product.composed.card, { ...holder, accountId: null });
  assert.ok(made.ok);
  return made.value;
}

before(async () => {
  premises = await openPremises();
  holder = await aHolder();
  const face = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#9ab' } })
    .jpeg()
    .toBuffer();
  const kept = await premises.product.composed.submission.blobs.put(face);
  assert.ok(kept.ok);
  await registers({ A: { anh4x6: kept.value.sha256 } });
  phone = await sitDown(premises, PHONE);
});
after(async () => premises?.close());

const at = (fragment = ''): string => `${premises.product.address}${WALLET}${fragment}`;
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const tab = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

/** What every screen of the wallet promises, in both colour schemes. */
async function holdScreen(page: Page, name: string): Promise<void> {
  const label = page.getByText('MÔ PHỎNG VNeID', { exact: true });
  await label.waitFor();
  // The wallet draws a screen anew when an answer comes: what was measured may be gone a moment later.
  await holds(async () => {
    const size = await label.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    assert.ok(size >= LARGE_PX_MIN, `${name}: the label has ${size} px`);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${name} is wider than its window`);
    const small = await page.evaluate((least) => {
      const targets = [...document.querySelectorAll<HTMLElement>('button, a:not(.skip), summary, textarea, input[type=text], .choice')];
      return targets.filter((one) => one.offsetParent && one.offsetHeight < least).map((one) => one.outerHTML.slice(0, 100));
    }, TOUCH_PX_MIN);
    assert.deepEqual(small, [], `${name}: touch targets`);
  });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await holds(async () => assert.deepEqual(await axeFindings(page), [], `${name}, ${colorScheme}`));
  }
}

/** What the door asks. */
const PHRASE = 'sen-lua-mua-bac-cau';

const step = journey();

step('an empty wallet says where a card comes from, and what is no offer', async () => {
  const { page } = phone;
  await page.clock.install();
  await page.goto(at());
  await heading(page, 'Ví của anh/chị chưa có thẻ');
  await page.getByLabel('Lời mời nhận thẻ').fill('xin chào');
  await press(page, 'Xem lời mời');
  await page.getByText('Đây không phải lời mời nhận thẻ').waitFor();
  await holdScreen(page, 'empty');
});

step('an offer comes with the fragment, leaves the address, and shows who issues what', async () => {
  const { page } = phone;
  const { uri, txCode } = await offer();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(at(`#offer=${encodeURIComponent(uri)}`));
  await heading(page, 'Nhận thẻ này?');
  await page.waitForURL((url) => url.hash === '#nhan');
  assert.ok(
    asked.every((url) => !url.includes('openid-credential-offer')),
    'no server saw the offer',
  );
  await page.getByText(`(${new URL(premises.product.address).host})`).waitFor();
  await page.getByText('Môi trường, Họ và tên').waitFor();
  await holdScreen(page, 'review');
  await page.getByLabel('Mã giao dịch').fill('12');
  await press(page, 'Đồng ý, nhận thẻ');
  await page.getByText('Mã giao dịch phải đủ 6 chữ số.').waitFor();
  await page.getByLabel('Mã giao dịch').fill(txCode);
  await press(page, 'Đồng ý, nhận thẻ');
  await page.getByText('Đã nhận thẻ').waitFor();
});

step('the card has two sides, says that it is a test, and how it stands', async () => {
  const { page } = phone;
  await heading(page, 'Thẻ của anh/chị');
  const front = page.getByRole('region', { name: 'Mặt trước của thẻ' });
  const name = front.locator('.name');
  await holds(async () => {
    assert.equal(await name.textContent(), holder.name, 'as registered');
    assert.equal(await name.evaluate((one) => getComputedStyle(one).textTransform), 'uppercase', 'upper case by the page alone');
    assert.equal(await front.getByRole('img', { name: 'Ảnh chân dung' }).evaluate((one: HTMLImageElement) => one.naturalWidth), 240);
  });
  await front.getByText('MẪU · THẺ THỬ NGHIỆM').waitFor();
  await page.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor();
  await holdScreen(page, 'front');
  await press(page, 'Xem mặt sau');
  const back = page.getByRole('region', { name: 'Mặt sau của thẻ' });
  await back.getByText('MẪU · THẺ THỬ NGHIỆM').waitFor();
  await back.getByText('Không thay giấy tờ tùy thân').waitFor();
  await front.waitFor({ state: 'hidden' });
  await holdScreen(page, 'back');
});

step('no page can take the keys out', async () => {
  const kept = await phone.page.evaluate(async () => {
    const opening = indexedDB.open('mo-phong-vneid-vi-giay-to');
    await new Promise((go) => opening.addEventListener('success', go));
    const asking = opening.result.transaction('the').objectStore('the').getAll();
    await new Promise((go) => asking.addEventListener('success', go));
    const [card] = asking.result as { dpop: CryptoKeyPair; current: { holder: CryptoKeyPair } }[];
    const tried = await Promise.allSettled(
      [card!.dpop, card!.current.holder].map(({ privateKey }) => crypto.subtle.exportKey('jwk', privateKey)),
    );
    opening.result.close();
    return tried.map(({ status }) => status);
  });
  assert.deepEqual(kept, ['rejected', 'rejected']);
});

/** The QR on the screen, read from a picture of it. */
function scanned(page: Page): Promise<string> {
  // It is drawn anew every half minute: a picture of the moment between is looked at once more.
  return holds(async () => {
    const [text] = await qrInPicture(await page.locator('svg.qr').screenshot());
    assert.ok(text, 'a QR is read');
    return text;
  });
}

const door = (): Promise<(text: string, phrase?: string) => Promise<Verdict>> => openDoor(premises.product.address, nowMs);
const showQr = async (page: Page): Promise<void> => {
  await tab(page, 'Xuất trình');
  await press(page, 'Đồng ý, hiện mã QR');
  await page.locator('svg.qr').waitFor();
};
/** Moves the wallet's clock, and the door's with it. The issuer's stays: it forgives a minute. */
async function pass(page: Page, ms: number): Promise<void> {
  await page.clock.fastForward(ms);
  aheadMs += ms;
}
/** What a door says so much later. */
async function later(ms: number, look: () => Promise<void>): Promise<void> {
  aheadMs += ms;
  await look();
  aheadMs -= ms;
}

step('a QR from the screen is taken once, drawn anew after 30 seconds, dead after 60', async () => {
  const { page } = phone;
  await showQr(page);
  await page.getByText(/^Mã mới sau \d+ giây$/).waitFor();
  const first = await scanned(page);
  const judge = await door();
  const seen = await judge(first);
  assert.deepEqual([seen.code, seen.reason, seen.means, seen.claims?.ho_ten], ['V1b', 'no-portrait', 'vn2', holder.name]);
  assert.equal((await judge(first)).reason, 'seen-before');
  await holdScreen(page, 'QR');
  await pass(page, REDRAW_MS);
  const second = await holds(async () => {
    const drawn = await scanned(page);
    assert.notEqual(drawn, first);
    return drawn;
  });
  assert.equal((await judge(second)).code, 'V1b');
  await later(DOOR_QR_AGE_MS_MAX - REDRAW_MS + 1_000, async () => {
    assert.equal((await (await door())(first)).reason, 'too-old', 'a picture of the screen');
  });
});

/** A presentation as text, with what is chosen on the screen. */
async function presented(page: Page, phrase = PHRASE): Promise<string> {
  await tab(page, 'Xuất trình');
  await page.getByLabel('Chữ hoặc tệp').check();
  await press(page, 'Người dân hỏi');
  await page.getByLabel('Cụm từ của cửa').last().fill(phrase);
  await press(page, 'Đồng ý, tạo bản xuất trình');
  return page.getByRole('textbox', { name: 'Bản xuất trình' }).inputValue();
}

step('text and file hold what was chosen, for this door', async () => {
  const { page } = phone;
  await tab(page, 'Thẻ');
  assert.equal((await (await door())(await presented(page, ''), PHRASE)).reason, 'not-asked');
  const text = await presented(page, 'Sen lúa mùa bạc cau');
  const seen = await (await door())(text, PHRASE);
  assert.deepEqual([seen.code, seen.means, seen.holderProven], ['V1', 'sd-jwt', true]);
  assert.equal(seen.claims?.don_vi, undefined, 'not chosen, not shown');
  await holdScreen(page, 'text');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải thành tệp')]);
  assert.equal(await readFile(await download.path(), 'utf8'), text);
});

step('a refresh says the same, or what has changed', async () => {
  const { page } = phone;
  await tab(page, 'Thẻ');
  await press(page, 'Làm mới bản thẻ');
  await page.getByText('Đã làm mới. Nội dung thẻ không đổi.').waitFor();
  await holdScreen(page, 'refreshed');
});

/** Chooses a way of going wrong, and shows the card by QR and, where it is no replay, by text. */
async function goesWrong(page: Page, mistake: Mistake, label: string): Promise<readonly Verdict[]> {
  await tab(page, 'Thử tình huống sai');
  await page.getByLabel(label).check();
  await page.getByText('Đang thử tình huống sai').waitFor();
  const judge = await door();
  if (mistake === 'replay') await judge(left.honest);
  await showQr(page);
  const verdicts = [await judge(await scanned(page))];
  if (mistake !== 'replay') {
    const text = await presented(page);
    // Text lives as long as the clock is wrong: looked at a moment later.
    await later(1_500, async () => void verdicts.push(await judge(text, PHRASE)));
  }
  return verdicts;
}
const left = { honest: '' };

step('each mistake on demand gets the verdict that the panel names', async () => {
  const { page } = phone;
  await showQr(page);
  left.honest = await scanned(page);
  for (const [mistake, label] of [
    ['replay', 'Đưa lại mã QR vừa dùng'],
    ['wrong-key', 'Ký bằng khóa khác'],
    ['clock-fast', 'Đồng hồ của máy nhanh 5 phút'],
    ['clock-slow', 'Đồng hồ của máy chậm 5 phút'],
  ] as const)
    for (const { reason } of await goesWrong(page, mistake, label)) assert.equal(reason, EXPECTED[mistake], mistake);
  await tab(page, 'Thử tình huống sai');
  await holdScreen(page, 'mistakes');
});

step('the old copy is taken while nothing has changed; after a change that ends it at once it is red, and the new one is not', async () => {
  const { page } = phone;
  const codes = async (): Promise<string[]> => (await goesWrong(page, 'old-copy', 'Đưa bản thẻ cũ')).map(({ code }) => code);
  assert.deepEqual(await codes(), ['V1b', 'V1']);
  await press(page, 'Dừng thử');
  await registers({ F: { 'viTriViecLam.ten': 'Chuyên viên mới được giao' }, A: { loaiDoiTuong: 'CB' } });
  await tab(page, 'Thẻ');
  const ended = page.getByText('Nơi cấp đã ngừng hiệu lực bản thẻ này');
  // The wallet asks when the card is opened, and once a minute.
  const appears = (): Promise<boolean> =>
    ended.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => false,
    );
  await comesBy('the end of the copy', appears, async () => {
    await tab(page, 'Lịch sử');
    await tab(page, 'Thẻ');
  });
  await press(page, 'Làm mới bản thẻ');
  await page.getByText(/^Đã làm mới\. Thẻ đã đổi: /).waitFor();
  await page.getByText('Còn hiệu lực theo danh sách của nơi cấp').waitFor();
  assert.deepEqual(await codes(), ['V3', 'V3']);
  await press(page, 'Dừng thử');
  await showQr(page);
  assert.equal((await (await door())(await scanned(page))).code, 'V1b');
});

step('the history on the phone names what was shown and says nothing of it', async () => {
  const { page } = phone;
  await tab(page, 'Lịch sử');
  await heading(page, 'Đã xuất trình');
  await holds(async () => {
    const shown = await page.locator('main').innerText();
    assert.match(shown, /Họ và tên, Ảnh chân dung/);
    assert.match(shown, /Thử tình huống sai: ký bằng khóa khác/);
    assert.ok(!shown.includes(holder.name));
  });
  await holdScreen(page, 'history');
});

step('deleted, and taken anew by the keyboard alone, in English', async () => {
  const { page } = phone;
  await tab(page, 'Thẻ');
  await press(page, 'Xóa thẻ khỏi máy này');
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa thẻ' }).click();
  await page.getByText('Đã xóa thẻ khỏi máy này.').waitFor();
  await press(page, 'English');
  await heading(page, 'There is no card in your wallet yet');
  await holdScreen(page, 'English');
  const { uri, txCode } = await offer();
  const reach = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 15; i++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const one = document.activeElement as HTMLInputElement | null;
        return one?.labels?.[0]?.textContent ?? one?.textContent ?? '';
      });
      if (name.test(here)) return;
    }
    assert.fail(`${name} is not reached by Tab`);
  };
  await reach(/^Card offer/);
  await page.keyboard.insertText(uri);
  await reach(/^Look at the offer/);
  await page.keyboard.press('Enter');
  await heading(page, 'Take this card?');
  await reach(/^Transaction code/);
  await page.keyboard.type(txCode);
  await page.keyboard.press('Enter');
  await page.getByText('The card is here.').waitFor();
  await heading(page, 'Your card');
});

browserTest('over plain http on a network the page says in words why there is no wallet', async () => {
  const { page, context } = await sitDown(premises, PHONE);
  await context.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }));
  await page.goto(at());
  await heading(page, 'Trình duyệt không cho ví chạy ở địa chỉ này');
  await page.getByText('crypto.subtle').waitFor();
  await holdScreen(page, 'insecure');
});

browserTest('nothing was complained of, and nobody but the product was asked', () => {
  assert.deepEqual([phone.complaints, phone.elsewhere], [[], []]);
});
