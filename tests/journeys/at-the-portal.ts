/** A browser at the real product: what the journey by clicks and the pictures share. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { registeredRoutes } from '#base/http/operation.ts';
import type { Registered } from '#base/http/operation.ts';
import { openOwnProduct } from '#start/own-product.ts';
import type { Running } from '#start/serve.ts';
import { PEOPLE, copyFilled } from '../filled.ts';
import { axeFindings } from './axe.ts';
import { SEEN_MS_MAX, comesBy, holds, openTestBrowser } from './browser-test.ts';

export const ROOT = join(import.meta.dirname, '../..');

export interface Premises {
  readonly product: Running;
  readonly browser: Browser;
  /** every route that the product answers, pages of the simulators among them */
  readonly routes: readonly Registered[];
  close(): Promise<void>;
}

/** The real product and a Chromium. @param first  sees the server before any route is there: hooks that stand before all others */
export async function openPremises(
  people: number = PEOPLE,
  first?: (app: FastifyInstance) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<Premises> {
  let routes: readonly Registered[] = [];
  const opened = await openOwnProduct({
    root: ROOT,
    watch: (app) => {
      first?.(app);
      routes = registeredRoutes(app);
    },
    portal: true,
    people,
    tell: () => undefined,
    settings,
    ...(people === PEOPLE ? { fill: copyFilled } : {}),
  });
  if (!opened.ok) throw new Error(opened.problems.map(({ title }) => title.en).join('; '));
  const product = opened.value;
  try {
    const browser = await openTestBrowser();
    return {
      product,
      browser,
      routes,
      close: async () => {
        await browser.close();
        await product.stop();
      },
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the console said: errors, warnings, broken policies */
  readonly complaints: string[];
  /** requests to anybody but our own server */
  readonly elsewhere: string[];
}

interface View {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** One person's own browser. */
export async function sitDown({ browser, product }: Pick<Premises, 'browser' | 'product'>, view: View = {}): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1366, height: view.height ?? 768 },
    colorScheme: view.colorScheme ?? 'light',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_MS_MAX);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(`${new URL(page.url()).pathname}: ${line.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== product.address) elsewhere.push(request.url());
  });
  return { page, context, complaints, elsewhere };
}

/** The page of the product itself, by the name of a role in the chooser, through the simulator's own page: clicks alone. */
export async function signInByClicks(page: Page, address: string, role: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Xem thử với vai trò mẫu' }).click();
  await page.locator('a.card', { hasText: role }).first().click();
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  // Who has no task at the portal comes to the own record.
  await page.getByRole('heading', { level: 1, name: /^(Việc|Hồ sơ) của tôi$/ }).waitFor();
}

export async function signOutByClicks(page: Page): Promise<void> {
  await page.locator('header summary', { hasText: 'Tài khoản' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cơ sở dữ liệu cán bộ, công chức, viên chức' }).waitFor();
}

/** Marks of a value that nobody turned into words: codes, keys of fields, holes of the program. */
const RAW =
  /\b[A-ZĐ]{2,}_[A-ZĐ_]+\b|\b[a-zđ]+[A-Z]\w*\.[a-z]\w+|\bundefined\b|\bNaN\b|\bnull\b|\[object|\{\{|\b\d{4}-\d{2}-\d{2}\b|\(vi\)|\d\.\d+E\+/;

/** Holds a screen to what every screen promises: a Vietnamese name, nothing raw, counts that add up, nothing wider than the window, axe. */
export async function holdScreen(page: Page, name: string): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // A part may still be replaced by a newer answer: what is promised must come to hold, at whatever speed.
  await holds(async () => {
    assert.match(await page.title(), /^\S.* – Công Vụ$/, name);
    assert.equal(await page.getAttribute('html', 'lang'), 'vi', name);
    const shown = await page.locator('main').innerText();
    const raw = RAW.exec(shown);
    assert.equal(raw, null, `${name}: "${shown.slice(Math.max(0, (raw?.index ?? 0) - 60), (raw?.index ?? 0) + 60)}"`);
    await holdCounts(page, name);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${name} is wider than its window`);
    assert.deepEqual(await axeFindings(page), [], name);
  });
}

/** Where the three counts stand, they add up to the people, or the pictures, of the file. */
export async function holdCounts(page: Page, name: string): Promise<void> {
  for (const strip of await page.locator('dl.facts').all()) {
    const words = await strip.locator('dt').allInnerTexts();
    const figures = (await strip.locator('dd').allInnerTexts()).map((text) => Number(text.replaceAll('.', '')));
    const of = (word: string): number => figures[words.indexOf(word)] ?? Number.NaN;
    const all = of(words.includes('Ảnh trong tệp') ? 'Ảnh trong tệp' : 'Người trong tệp');
    assert.equal(of('Hợp lệ') + of('Có lỗi') + of('Để lại sửa sau'), all, `${name}: ${words.join()} ${figures.join()}`);
  }
}

/** A press that met the panel in the moment in which it was drawn anew is made once more after so long, in milliseconds. */
const PRESS_AGAIN_MS = 5_000;

/** At the door: fetches the lists by the button, and waits until they were tried. */
export async function fetchListsAgain(page: Page): Promise<void> {
  const panel = page.locator('details.data-panel');
  if ((await panel.getAttribute('open')) === null) await page.getByText('Dữ liệu trên máy này').click();
  const before = await panel.locator('[data-tried-ms]').getAttribute('data-tried-ms');
  const press = (): Promise<void> => page.getByRole('button', { name: 'Tải lại danh sách' }).click();
  const tried = panel.locator(`[data-tried-ms]:not([data-tried-ms="${before}"])`);
  await press();
  await comesBy(
    'a try of the lists',
    () =>
      tried.waitFor({ timeout: PRESS_AGAIN_MS }).then(
        () => true,
        () => false,
      ),
    press,
  );
}
