/**
 * Tests in a browser that wait for a state and never for a moment, and that leave what the pages showed when they fail.
 *
 * A failing test or step leaves, for each page that was open, a screenshot, its text, and its console, in a folder below `test-failures/`
 * (ignored by git, emptied when `npm test` begins); the message names the folder.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#portal/mock/browser.ts';
import { FAILURES_FOLDER } from '../failures.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Longest wait for a state: the machine may have other work. A state that comes is never waited for so long. Milliseconds. */
export const SEEN_MS_MAX = 3 * 60_000;
const LOOK_EVERY_MS = 100;
/** A page that hangs must not hide the message of the test that failed. Milliseconds. */
const EVIDENCE_MS_MAX = 10_000;
const CONSOLE_LINES_MAX = 300;

const browsers = new Set<Browser>();
const consoles = new WeakMap<Page, string[]>();

function listen(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(SEEN_MS_MAX);
  context.on('page', (page) => {
    const lines: string[] = [];
    consoles.set(page, lines);
    const say = (line: string): void => {
      if (lines.length < CONSOLE_LINES_MAX) lines.push(line);
    };
    page.on('console', (line) => say(`${line.type()}: ${line.text()}`));
    page.on('pageerror', (error) => say(`error: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => say(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  });
  return context;
}

/**
 * A page of a test lives for seconds: making its scripts quicker takes longer than they run, and beside it nobody waits for the collector. A fifth to a
 * quarter of what renderers take of the processor (bench/NOTES.md).
 */
const SHORT_LIVED = '--js-flags=--no-maglev --no-turbofan --always-sparkplug --single-threaded-gc --min-semi-space-size=16';

/** A Chromium whose pages are looked at when a test fails. @param flags  beside the usual ones */
export async function openTestBrowser(flags: readonly string[] = []): Promise<Browser> {
  const browser = await openBrowser([SHORT_LIVED, ...flags]);
  browsers.add(browser);
  browser.on('disconnected', () => browsers.delete(browser));
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => listen(await open(options));
  return browser;
}

let running = 'before the first test';
const told = new WeakSet<Error>();

const fileName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80);

async function keepPage(page: Page, place: string): Promise<void> {
  writeFileSync(`${place}.console.txt`, [page.url(), ...(consoles.get(page) ?? [])].join('\n'));
  await page.screenshot({ path: `${place}.png`, fullPage: true, timeout: EVIDENCE_MS_MAX }).catch(() => undefined);
  const shown = Promise.race([
    page.locator('body').innerText({ timeout: EVIDENCE_MS_MAX }),
    sleep(EVIDENCE_MS_MAX, '(the page did not answer)', { ref: false }),
  ]);
  writeFileSync(`${place}.txt`, await shown.catch((why: unknown) => String(why)));
}

/** Keeps what all open pages show, and names the folder in the error. Call it before a page is closed; the second call for one error does nothing. */
export async function keepEvidence(error: unknown): Promise<void> {
  if (!(error instanceof Error) || told.has(error)) return;
  told.add(error);
  const folder = join(ROOT, FAILURES_FOLDER, basename(process.argv[1] ?? 'test', '.test.ts'), fileName(running));
  mkdirSync(folder, { recursive: true });
  const pages = [...browsers].flatMap((browser) => browser.contexts().flatMap((context) => context.pages()));
  for (const [i, page] of pages.entries()) await keepPage(page, join(folder, String(i + 1)));
  error.stack = `What ${pages.length === 1 ? 'the page' : `${pages.length} pages`} showed: ${relative(ROOT, folder)}\n${error.stack ?? error.message}`;
}

/** Work with pages that are closed after it: what failed is kept before. */
export async function keeping<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await keepEvidence(error);
    throw error;
  }
}

/** A test in a browser. */
export function browserTest(name: string, work: () => Promise<void> | void): void {
  void test(name, () => kept(name, work));
}

function kept(name: string, work: () => Promise<void> | void): Promise<void> {
  running = name;
  return keeping(async () => work());
}

/** The steps of one journey: after one that failed the rest would only wait, and says so at once. */
export function journey(): (name: string, work: () => Promise<void>) => void {
  let failedAt: string | null = null;
  return (name, work) =>
    void test(name, async () => {
      if (failedAt !== null) throw new Error(`the journey ended at: ${failedAt}`);
      failedAt = name;
      await kept(name, work);
      failedAt = null;
    });
}

/** A look that the page never answers (a script that may not run there, a dialogue that stands in the way) is told as one, and does not stand still for ever. */
async function ended<T>(look: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the page does not answer what it is asked')), SEEN_MS_MAX);
  return Promise.race([look, late]).finally(() => clearTimeout(timer));
}

/**
 * Waits until all that is asserted holds, and fails with the last assertion that did not: for what no retrying locator can say (a size, a
 * count, several things at once). MUST only look: it runs again and again.
 */
export async function holds<T>(look: () => Promise<T>): Promise<T> {
  const untilMs = performance.now() + SEEN_MS_MAX;
  for (;;) {
    try {
      return await ended(look());
    } catch (error) {
      if (performance.now() > untilMs) throw error;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/**
 * Waits until an expression holds in the page. Playwright's own `waitForFunction` looks again by `eval` inside the page, which the product's policy
 * forbids: it works as long as the first look already finds it.
 */
export const becomes = (page: Page, what: string): Promise<void> => holds(async () => assert.equal(await page.evaluate(what), true, what));

/** Looks, acts and looks again until it is so: for what comes only when it is asked for (a list that is published, a queue that fills). */
export async function comesBy(what: string, look: () => Promise<boolean>, act: () => Promise<void>): Promise<void> {
  const untilMs = performance.now() + 2 * SEEN_MS_MAX;
  while (!(await look())) {
    if (performance.now() > untilMs) throw new Error(`${what} did not come`);
    await act();
  }
}
