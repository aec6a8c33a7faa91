/**
 * Every page that the product answers with, opened in Chromium: which those are is asked of the product itself (its routes, the addresses of the
 * portal's screens, the HTML files that it serves), so that a page that is added is walked without a line here.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, ConsoleMessage, Page } from 'playwright-core';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { DemoAccount } from '#authority/access/demo-accounts.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { SCREENS } from '#portal/generated/screens.ts';
import { asksOf } from '#portal/menus.ts';
import type { Asks } from '#portal/menus.ts';
import { ROOT, sitDown } from './at-the-portal.ts';
import type { Premises, Seat } from './at-the-portal.ts';
import { axeFindings } from './axe.ts';
import { becomes, holds } from './browser-test.ts';

/** What stands for the parts of an address that are named there; a route that is no page says why. */
const WITH_PARTS: Readonly<Record<string, string | { readonly noPage: string }>> = {
  '/problems/:code': '/problems/E-NOT-ALLOWED',
  '/docs/*': '/docs/',
  '/sim/vneid/cap-nhat/:place': '/sim/vneid/cap-nhat/0',
  '/sim/vneid/dang-nhap/:uid': { noPage: 'of a sign-in that was begun: each session of this walk passes it' },
  '/*': { noPage: 'files of the portal: those that are HTML are walked by their names' },
  '/kiem-tra/assets/*': { noPage: 'scripts, styles and fonts of the door' },
  '/sim/vneid/vi-giay-to/assets/*': { noPage: 'scripts, styles and fonts of the wallet' },
  '/sim/vneid/*': { noPage: 'the protocol of the identity provider' },
};
/** Nothing stands there: the portal's own page for it, and the one of a problem. */
const NOT_THERE = ['/khong-co-trang-nay', '/api/v1/khong-co', '/problems/E-KHONG-CO'];
const NUMBER_OF_NONE = 'BN-00000-00000';
const NO_RECEIPT = `/bien-nhan/${NUMBER_OF_NONE}`;
const NO_PAPER = `/ban-giay/${NUMBER_OF_NONE}`;
/** Screens of what is not there, and where they ask for it. */
const ASKED_BY: Readonly<Record<string, string>> = {
  [NO_RECEIPT]: `/api/v1/public/receipts/${NUMBER_OF_NONE}`,
  [NO_PAPER]: `/api/v1/public/conversions/${NUMBER_OF_NONE}`,
};
const NOT_FOUND = [...NOT_THERE, ...Object.keys(ASKED_BY)];
/** As few letters are no page. */
const LETTERS_MIN = 40;

const isPattern = (path: string): boolean => /[:*]/.test(path);

/** Addresses outside the portal's screens that answer a browser with HTML. */
export async function pagesOf({ product, routes }: Premises): Promise<string[]> {
  const found = new Set<string>(NOT_THERE);
  for (const { method, path, operation } of routes) {
    if (method !== 'GET') continue;
    if (operation && !(operation.answer.kind === 'file' && operation.answer.type === 'text/html')) continue;
    if (!isPattern(path)) {
      const answer = await fetch(product.address + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
      if (String(answer.headers.get('content-type')).startsWith('text/html')) found.add(path);
      continue;
    }
    const stands = WITH_PARTS[path];
    assert.ok(stands, `${path}: a page? WITH_PARTS says what stands for its parts, or why it is none`);
    if (typeof stands === 'string') found.add(stands);
  }
  for (const file of globSync('**/*.html', { cwd: join(ROOT, 'dist', 'portal') })) if (file !== 'index.html') found.add(`/${file}`);
  return [...found].sort();
}

/** Addresses of the screens as the product serves them. */
const screenAddresses = (): readonly string[] =>
  JSON.parse(readFileSync(join(ROOT, 'dist', 'portal', 'addresses.json'), 'utf8')) as readonly string[];

/** Somebody who is not signed in, at a screen with parts, is asked to sign in: whatever stands for them. */
const anyParts = (address: string): string => address.replace(/:number/, NUMBER_OF_NONE).replace(/:\w+/g, 'x');

/** Opens an address and says what is wrong with it: no text, an error on the console, something that the policy kept from running. */
async function visit(page: Page, origin: string, address: string): Promise<string[]> {
  const wrong: string[] = [];
  const hear = (line: ConsoleMessage): void => {
    if (line.type() !== 'error') return;
    // That it is not there is what was asked for.
    const asked = [origin + address, ...(ASKED_BY[address] === undefined ? [] : [origin + ASKED_BY[address]])];
    if (/status of 404/.test(line.text()) && NOT_FOUND.includes(address) && asked.includes(line.location().url)) return;
    wrong.push(`${address}: ${line.text()} (${line.location().url})`);
  };
  const thrown = (error: Error): void => void wrong.push(`${address}: ${error.message}`);
  page.on('console', hear);
  page.on('pageerror', thrown);
  await page.goto(origin + address);
  await holds(async () => {
    const text = (await page.evaluate('document.body.innerText')) as string;
    assert.ok(text.trim().length >= LETTERS_MIN, `${address} is empty: "${text.trim()}"`);
    assert.equal(await page.locator('[aria-busy=true]').count(), 0, `${address} is still busy`);
    assert.equal(await page.evaluate(`getComputedStyle(document.body).display !== 'none'`), true);
  });
  page.off('console', hear);
  page.off('pageerror', thrown);
  return wrong;
}

/** Widths of a phone, of a laptop at 200 %, of a laptop. */
const WIDTHS = [390, 683, 1366];

/** Nothing above minor by axe, at each width and in both schemes. A page follows the scheme by its style sheet, by a script, or both, one a moment after the other: axe looks again. */
async function isAccessible(page: Page, address: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    await becomes(page, `innerWidth === ${width}`);
    await holds(async () => assert.deepEqual(await axeFindings(page, 'structure'), [], `${address} at ${width}`));
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await becomes(page, `matchMedia("(prefers-color-scheme: ${colorScheme})").matches`);
    await holds(async () => assert.deepEqual(await axeFindings(page, 'colours'), [], `${address}, ${colorScheme}`));
  }
}

/** Every page and every screen, by somebody who is not signed in. @returns what is wrong, and how many were opened */
export async function openSignedOut(
  premises: Premises,
): Promise<{ readonly opened: readonly string[]; readonly wrong: readonly string[] }> {
  const { page, context } = await sitDown(premises);
  const pages = await pagesOf(premises);
  const addresses = [...pages, ...screenAddresses().map(anyParts)];
  const wrong: string[] = [];
  for (const address of addresses) {
    wrong.push(...(await visit(page, premises.product.address, address)));
    // The portal's own screens are looked at one by one elsewhere (portal-screens.test.ts).
    if (pages.includes(address)) await isAccessible(page, address);
  }
  // The page of a sign-in that was begun has an address of its own each time.
  await page.goto(`${premises.product.address}/auth/sign-in?returnTo=/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isAccessible(page, 'the page of a sign-in');
  await context.close();
  return { opened: addresses, wrong };
}

const PATTERNS = SCREENS.map((screen) => ({
  address: screen.address as string,
  asks: asksOf(screen) as Asks,
  is: new RegExp(`^${screen.address.replace(/:\w+/g, '[^/]+')}$`),
}));
/** Where an address without parts and one with them both fit, it is the former. */
const screenOf = (path: string): string | null =>
  PATTERNS.filter(({ is }) => is.test(path)).sort((one, other) => Number(isPattern(one.address)) - Number(isPattern(other.address)))[0]
    ?.address ?? null;

/** A person first: the own pages are theirs. Then whoever works with records, and who oversees. */
const ORDER = ['CA_NHAN', 'DOI_SOAT', 'XAC_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'QT_BNDP', 'VU_CCVC', 'GIAM_SAT', 'TTTT'];
/** Submissions stand in different states, and lead to different screens: so many are opened by a role. */
const SUBMISSIONS_MAX = 8;

async function post<T>(ask: APIRequestContext, origin: string, path: string, body: object): Promise<T> {
  const answer = await ask.post(`${origin}/api/v1/${path}`, {
    data: body,
    headers: { origin, 'idempotency-key': `walk-${path}`.slice(0, 60) },
  });
  const text = await answer.text();
  assert.ok(answer.ok(), `${path}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** What only a search, an act, or a number on paper leads to: a record, a case that this session asks for, a paper that is not there. */
async function madeAddresses(ask: APIRequestContext, origin: string): Promise<string[]> {
  const { items } = await post<{ items: { personId: string }[] }>(ask, origin, 'people/search', {});
  const personId = items[0]!.personId;
  const today = todayInVietnam();
  const asked = { receiving: 'H41.51', effectiveOn: today, untilOn: addDays(today, 360) };
  const ground = { decisionNumber: '1/QĐ', decisionDate: addDays(today, -30), reason: '' };
  const { caseId } = await post<{ caseId: string }>(ask, origin, 'cases/secondments', { personId, ...asked, ...ground });
  const about = PATTERNS.filter(({ address }) => /^\/(viec\/.*:personId|huy-du-lieu\/:id|quan-ly-rieng\/:id)$/.test(address));
  return [NO_PAPER, `/ho-so/${personId}`, `/viec/${caseId}`, ...about.map(({ address }) => address.replace(/:\w+$/, personId))];
}

/** A draft of a change of an agency, which only an act leads to: it is its maker's alone. */
async function draftOfChange(ask: APIRequestContext, origin: string): Promise<string> {
  const answer = await ask.get(`${origin}/api/v1/sending-rules`);
  const { items: bodies } = (await answer.json()) as { items: { id: string }[] };
  const rename = { kind: 'rename', bodyId: bodies.at(-1)!.id, name: 'Cơ quan có tên mới (mẫu)' };
  const { id } = await post<{ id: string }>(ask, origin, 'body-changes', { on: todayInVietnam(), operations: [rename], send: false });
  return `/co-quan/thay-doi/${id}`;
}

/** A report of the first of the reader's own agencies: none stands anywhere before somebody made one. */
async function madeReport(ask: APIRequestContext, origin: string, bodyId: string): Promise<string> {
  const { number } = await post<{ number: string }>(ask, origin, 'reports', { definition: 'R1', bodyId });
  return `/bao-cao/${number}`;
}

async function hrefsOf(page: Page, origin: string): Promise<string[]> {
  const found = (await page.evaluate(`[...document.querySelectorAll('main a[href]')].map((one) => one.href)`)) as string[];
  return found.filter((href) => href.startsWith(`${origin}/`)).map((href) => new URL(href).pathname);
}

/** Somebody of the demo, signed in and at the page of help. */
export async function comesIn(premises: Premises, { id }: DemoAccount): Promise<Seat> {
  const seat = await sitDown(premises);
  await seat.page.goto(`${premises.product.address}/auth/sign-in?account=${id}&returnTo=/tro-nang`);
  await seat.page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await seat.page.getByRole('heading', { level: 1 }).waitFor();
  return seat;
}

/** A first load, which stands nowhere until the ministry lets an agency begin one. */
async function beginFirstLoad(premises: Premises): Promise<void> {
  const origin = premises.product.address;
  const seatOf = (role: string): Promise<Seat> =>
    comesIn(
      premises,
      DEMO_ACCOUNTS.find((one) => one.role === role)!,
    );
  const [clerk, ministry] = [await seatOf('NHAP_LIEU'), await seatOf('VU_CCVC')];
  const session = await (await clerk.context.request.get(`${origin}/api/v1/session`)).json();
  const body = (session as { grants: { body: { id: string } }[] }).grants[0]!.body.id;
  const today = todayInVietnam();
  const decision = { number: '1/QĐ', day: today, signer: 'Vụ trưởng (mẫu)' };
  await post(ministry.context.request, origin, 'first-load-windows', { body, opensOn: today, lastDay: today, decision });
  await post(clerk.context.request, origin, 'first-loads', { body, asOf: today });
  for (const { context } of [clerk, ministry]) await context.close();
}

/** A consent that was given, which a code and two people lead to: whoever asked opens the record by it. */
async function giveConsent(premises: Premises): Promise<void> {
  const origin = premises.product.address;
  const seatOf = (id: string): Promise<Seat> =>
    comesIn(
      premises,
      DEMO_ACCOUNTS.find((one) => one.id === id)!,
    );
  const [person, school] = [await seatOf('ca-nhan'), await seatOf('xac-nhan-2')];
  const { code } = await post<{ code: string }>(person.context.request, origin, 'me/consent-codes', {});
  const { choices } = (await (await school.context.request.get(`${origin}/api/v1/consents`)).json()) as {
    choices: { bodies: { id: string }[]; today: string };
  };
  const { id } = await post<{ id: string }>(school.context.request, origin, 'consents', {
    code,
    body: choices.bodies[0]!.id,
    purpose: 'DAO_TAO',
    reason: 'Xét nhận vào lớp bồi dưỡng (mẫu)',
    groups: ['I'],
    fields: [],
    until: choices.today,
  });
  await post(person.context.request, origin, `me/consents/${id}/answer`, { act: 'give', groups: ['I'], fields: [] });
  for (const { context } of [person, school]) await context.close();
}

/** One account's part: the screens that nobody has opened yet, and the pages that lead to them. */
async function openAs(premises: Premises, account: DemoAccount, opened: Set<string>): Promise<string[]> {
  const origin = premises.product.address;
  const { page, context } = await comesIn(premises, account);
  const { may, grants } = (await (await context.request.get(`${origin}/api/v1/session`)).json()) as {
    readonly may: readonly string[];
    readonly grants: readonly { readonly body: { readonly id: string } }[];
  };
  const left = PATTERNS.filter(({ asks }) => asks === 'nobody' || asks === 'session' || may.includes(asks))
    .map(({ address }) => address)
    .filter((address) => !opened.has(address));
  const leadsOn = (address: string): boolean => left.some((one) => isPattern(one) && one.startsWith(`${address}/`));
  const waiting = screenAddresses().filter((address) => !isPattern(address) && (left.includes(address) || leadsOn(address)));
  if (left.includes('/viec/:id')) waiting.push(...(await madeAddresses(context.request, origin)));
  if (left.includes('/co-quan/thay-doi/:id')) waiting.push(await draftOfChange(context.request, origin));
  if (left.includes('/bao-cao/:number')) waiting.push(await madeReport(context.request, origin, grants[0]!.body.id));
  // The line of one's own agency, also before its software is enrolled: it is asked for there.
  if (left.includes('/trao-doi/:id')) waiting.push(...grants.slice(0, 1).map(({ body }) => `/trao-doi/${body.id}`));
  const wrong: string[] = [];
  const seen = new Set<string>();
  let submissions = 0;
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const screen = screenOf(address)!;
    const isOpenedSubmission = screen === '/ho-so-gui/:id' && leadsOn(screen) && submissions++ < SUBMISSIONS_MAX;
    if (seen.has(address) || (opened.has(screen) && isPattern(screen) && !isOpenedSubmission)) continue;
    seen.add(address);
    wrong.push(...(await visit(page, origin, address)).map((one) => `${account.id}: ${one}`));
    opened.add(screen);
    for (const path of await hrefsOf(page, origin)) {
      const leads = screenOf(path);
      if (leads !== null && isPattern(leads) && (left.includes(leads) || leadsOn(leads))) waiting.push(path);
    }
  }
  await context.close();
  return wrong;
}

/** Opens every screen once in the session of somebody who may, at an address that a link, a search or an act leads to. */
export async function openSignedIn(premises: Premises): Promise<{ readonly missed: readonly string[]; readonly wrong: readonly string[] }> {
  await beginFirstLoad(premises);
  await giveConsent(premises);
  const opened = new Set<string>();
  const wrong: string[] = [];
  for (const role of ORDER)
    for (const account of DEMO_ACCOUNTS.filter((one) => one.role === role)) wrong.push(...(await openAs(premises, account, opened)));
  return { missed: screenAddresses().filter((address) => !opened.has(address)), wrong };
}
