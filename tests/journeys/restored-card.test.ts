/**
 * A database set back to its backup of the day before, then an end: a copy that a phone took in between, which no row knows of, is red at the door in Chromium, at `congvu verify`
 * and in the wallet itself; and so is the copy that the backup knew.
 */
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { freePort } from '#base/free-port.ts';
import { serve } from '#start/serve.ts';
import type { Running } from '#start/serve.ts';
import { offerFor } from '#uses/card/offer.ts';
import { parseCopy } from '../../simulators/vneid/wallet/credential.ts';
import { acceptOffer, reviewOffer } from '../../simulators/vneid/wallet/holding.ts';
import { storeInMemory } from '../../simulators/vneid/wallet/memory-store.ts';
import { PRESETS, presentationText } from '../../simulators/vneid/wallet/showing.ts';
import type { HeldCard } from '../../simulators/vneid/wallet/store.ts';
import { openTrust } from '../../simulators/vneid/wallet/trust.ts';
import { PEOPLE, copyFilled } from '../filled.ts';
import { ROOT, fetchListsAgain, signInByClicks, sitDown } from './at-the-portal.ts';
import { holds, journey, openTestBrowser } from './browser-test.ts';
import { congvu } from './terminal.ts';

const NAME = 'Ngô Thùy Trang';
const PHONE = { width: 390, height: 844 };

let place: string;
let port: number;
let running: Running | null = null;
let browser: Browser;
let guard: Page;
const folder = (name: 'then' | 'now'): string => join(place, name);
const settings = (name: 'then' | 'now'): Record<string, string> => ({
  NODE_ENV: 'development',
  DEMO: '1',
  PORT: String(port),
  DATA_FOLDER: folder(name),
  LOG_LEVEL: 'error',
});

async function opens(name: 'then' | 'now'): Promise<void> {
  const config = readConfig(settings(name));
  assert.ok(config.ok);
  const served = await serve(config.value, { root: ROOT, portal: true, people: PEOPLE, tell: () => undefined });
  assert.ok(served.ok);
  running = served.value;
  // The first lists are signed some seconds after the start.
  await holds(async () => assert.equal((await fetch(`${running!.address}/card/trust-list`)).status, 200));
}

before(async () => {
  place = mkdtempSync(join(tmpdir(), 'congvu-set-back-'));
  // Others may walk in: as root the database runs as `nobody`.
  chmodSync(place, 0o755);
  port = await freePort();
  await copyFilled(folder('then'));
  browser = await openTestBrowser();
});
after(async () => {
  await browser?.close();
  await running?.stop();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
});

const fetchHere = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);
/** How the issuer's own lists say that a copy stands, as the wallet reads them. */
function standingOf(card: HeldCard): Promise<string> {
  const copy = parseCopy(card.current.credential);
  assert.ok(copy.ok);
  return openTrust(fetchHere, [running!.address], systemClock).standingOf(card.issuer, copy.value);
}

/** A phone takes a copy of her card. */
async function takesCopy(): Promise<HeldCard> {
  const { composed, address } = running!;
  const [row] = await composed.db.transaction(await composed.jobSession(null), (tx) =>
    tx.query<{ person_id: string; body_id: string }>('select person_id, body_id from person where full_name = $1', [NAME]),
  );
  const made = await offerFor(composed.card, { personId: row!.person_id, bodyId: row!.body_id, accountId: null });
  assert.ok(made.ok, JSON.stringify(made));
  const { trustedKeys } = openTrust(fetchHere, [address], systemClock);
  const wallet = {
    store: storeInMemory(),
    clock: systemClock,
    fetch: fetchHere,
    origins: [address],
    trustedKeys,
    alone: <T>(work: () => Promise<T>): Promise<T> => work(),
  };
  const review = await reviewOffer(wallet, made.value.uri);
  assert.ok(review.ok, JSON.stringify(review));
  const card = await acceptOffer(wallet, review.value, made.value.txCode);
  assert.ok(card.ok, JSON.stringify(card));
  // A list that was begun with this copy is published some seconds later.
  await holds(async () => assert.equal(await standingOf(card.value), 'good'));
  return card.value;
}

const presented = async (card: HeldCard, phrase: string): Promise<string> =>
  (await presentationText(card, 'none', {
    names: PRESETS.presetGate,
    audience: `${running!.address}/kiem-tra/${phrase}`,
    nonce: phrase,
    nowMs: Date.parse(systemClock.now()),
  }))!;

/** Shown at the guard's page, answering its phrase. */
async function atDoor(card: HeldCard): Promise<string[]> {
  await guard.fill('#text', await presented(card, (await guard.locator('[data-phrase]').getAttribute('data-phrase'))!));
  await guard.getByRole('button', { name: 'Kiểm tra nội dung' }).click();
  const main = guard.locator('main.verdict');
  await main.waitFor();
  const said = [await main.getAttribute('data-verdict'), await main.getAttribute('data-reason')].map(String);
  await guard.getByRole('button', { name: 'Xóa ngay' }).click();
  await guard.locator('main.home').waitFor();
  return said;
}

/** Looked at from a terminal, by lists and anchor as they are published. */
async function atTerminal(card: HeldCard): Promise<unknown[]> {
  const phrase = 'sen-lua-mua-bac-cau';
  const file = join(place, 'the.txt');
  writeFileSync(file, await presented(card, phrase));
  const copy = parseCopy(card.current.credential);
  assert.ok(copy.ok);
  const { uri } = (copy.value.payload['status'] as { status_list: { uri: string } }).status_list;
  const issuer = `${running!.address}/card`;
  const ground = ['--trust', `${issuer}/trust-list`, '--anchor', `${issuer}/trust-anchor`, '--status', uri];
  const said = await congvu(['verify', file, ...ground, '--nonce', phrase, '--json']);
  const { verdict, reason } = JSON.parse(said.out) as { verdict: string; reason: string };
  return [said.exit, verdict, reason];
}

const step = journey();
const backup = (): string => join(place, 'hom-qua.congvu');
let known: HeldCard;
let unknown: HeldCard;

step('a phone takes a copy, the backup is made, another phone takes a copy; a guard sees green of both', async () => {
  await opens('then');
  known = await takesCopy();
  const made = await congvu(['backup', backup()], settings('then'));
  assert.equal(made.exit, 0, made.err);
  unknown = await takesCopy();
  ({ page: guard } = await sitDown({ browser, product: running! }, PHONE));
  await guard.goto(`${running!.address}/kiem-tra`);
  await guard.locator('.data-line:not(.loading)').filter({ hasText: 'dữ liệu lúc' }).waitFor();
  for (const card of [known, unknown]) assert.deepEqual(await atDoor(card), ['V1', 'valid']);
  assert.deepEqual(await atTerminal(unknown), [0, 'V1', 'valid']);
});

step('the database is lost, and set back from the backup into a new folder with the keys and the published lists', async () => {
  await running!.stop();
  running = null;
  for (const name of ['keys', 'card']) cpSync(join(folder('then'), name), join(folder('now'), name), { recursive: true });
  const restored = await congvu(['restore', backup()], settings('now'));
  assert.equal(restored.exit, 0, restored.err + restored.out);
  await opens('now');
});

step('the copy that the backup knew is green; the other one is red already, although its card holds', async () => {
  await holds(async () => assert.equal(await standingOf(unknown), 'ended'));
  await fetchListsAgain(guard);
  assert.deepEqual(await atDoor(known), ['V1', 'valid']);
  assert.deepEqual(await atDoor(unknown), ['V3', 'revoked']);
});

step('an officer ends the card for a security incident, and is told how many copies were marked', async () => {
  const { page } = await sitDown({ browser, product: running! });
  await signInByClicks(page, running!.address, 'Người có thẩm quyền xác nhận');
  await page.getByRole('navigation').getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
  await page.getByLabel('Họ tên').fill('ngo thuy trang');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('row', { name: NAME }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: NAME, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Thẻ', exact: true }).click();
  await page.getByRole('button', { name: 'Ngừng hiệu lực thẻ…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Sự cố an ninh' }).check();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Ngừng hiệu lực', exact: true }).click();
  await page.getByText('Đã đánh dấu ngừng 1 bản thẻ trên điện thoại.').waitFor();
});

step('red everywhere, of both: at the door, at the terminal, in the wallet', async () => {
  await holds(async () => assert.equal(await standingOf(known), 'ended'));
  await fetchListsAgain(guard);
  for (const card of [known, unknown]) {
    assert.deepEqual(await atDoor(card), ['V3', 'revoked']);
    assert.deepEqual(await atTerminal(card), [1, 'V3', 'revoked']);
    assert.equal(await standingOf(card), 'ended');
  }
});
