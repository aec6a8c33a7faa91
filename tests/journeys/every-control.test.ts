/**
 * For each role of the demo: every screen that it comes to by the menu and by links, every control that is shown there. What only reads is done; what changes
 * something is stopped on its way and asked for at the end, in the session of who was shown the control. Nothing of it may be refused by the role.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { SCREENS } from '#portal/generated/screens.ts';
import { PEOPLE } from '../filled.ts';
import { openPremises, sitDown } from './at-the-portal.ts';
import type { Premises } from './at-the-portal.ts';
import { browserTest, holds } from './browser-test.ts';
import { goOn } from './go-on.ts';

/** Refusals by who asks; any other answer is about what is asked. */
const BY_ROLE = new Set(['E-NOT-ALLOWED', 'E-IDENTITY-LEVEL', 'E-CONFIRM-SAME-PERSON', 'E-CONFIRM-OWN-RECORD', 'E-NOT-WITHIN-REACH']);
/** POSTs that only read: their answers make the screen. */
const READS = /\/people\/search$|\/unmask$|\/confirmation\/lists$/;
/** Addresses of one screen that are walked: a second record shows nothing more; submissions stand in different states. */
const OF_A_SCREEN_MAX: Readonly<Record<string, number>> = { '/ho-so-gui/:id': 6 };
/** Screens that are the same for everybody who signs in: walked with the first role alone. */
const OF_EVERYBODY = /^\/(toi|phien-dang-nhap|tro-nang|xem-them)(\/|$)/;
/** As many letters tell what a control does; the rest names the row that it stands in. */
const NAME_LETTERS = 14;
/** Lead out of the role, or are no act: signing out, the language, colours, the menus, what closes a dialogue unasked. */
const NOT_PRESSED = /^(Đăng xuất|EN.*|Nền tối|Nền sáng|Mở danh sách việc|Đóng.*|Thôi|Hủy bỏ|Tiếp tục xem|Kết thúc.*phiên.*)$/;

/** Accounts of each role, those who may least first: what is refused changes nothing for the next. */
const ORDER = ['GIAM_SAT', 'TTTT', 'CA_NHAN', 'VU_CCVC', 'QT_BNDP', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'NHAP_LIEU'];
const ACCOUNTS = ORDER.flatMap((role) => {
  const ofRole = DEMO_ACCOUNTS.filter((account) => account.role === role);
  // Of heads both: what waits for an approval waits for one of them alone.
  return role === 'LD_DON_VI' ? ofRole : ofRole.slice(0, 1);
});

interface Stopped {
  readonly method: string;
  readonly url: string;
  readonly body: Buffer | null;
  readonly headers: Record<string, string>;
  readonly from: string;
}
interface Walked {
  readonly role: string;
  readonly context: BrowserContext;
  readonly refused: Set<string>;
  readonly stopped: Map<string, Stopped>;
  readonly screens: Set<string>;
  pressed: number;
}

/** Whose walk it is now; null: nothing is stopped. */
let walking: { readonly walked: Walked; readonly at: () => string } | null = null;

/** Stands before everything that the product does with a request. In the browser every answer of the walk would have to pass this process twice. */
function stopChanges(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (walking === null || request.method === 'GET' || !path.startsWith('/api/v1/') || READS.test(path)) return undefined;
    const { walked, at } = walking;
    const names = ['content-type', 'x-file-name', 'idempotency-key'];
    const headers = Object.fromEntries(
      names.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : [])),
    );
    const pieces: Buffer[] = [];
    for await (const piece of request.raw) pieces.push(piece as Buffer);
    const body = pieces.length === 0 ? null : Buffer.concat(pieces);
    const one: Stopped = { method: request.method, url: premises.product.address + request.url, body, headers, from: at() };
    const key = routeOf(one);
    if (!walked.stopped.has(key)) walked.stopped.set(key, one);
    return reply.code(422).type('application/problem+json').send('{"status":422,"code":"E-STOPPED"}');
  });
}

let premises: Premises;
before(async () => {
  premises = await openPremises(PEOPLE, stopChanges);
});
after(async () => premises?.close());

const PATTERNS = SCREENS.map(({ address }) => ({ address, is: new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`) }));
// `/viec/tiep-nhan` before `/viec/:id`.
PATTERNS.sort((one, other) => Number(one.address.includes(':')) - Number(other.address.includes(':')));
const screenOf = (path: string): string | null => PATTERNS.find(({ is }) => is.test(path))?.address ?? null;

/** The route of a request, whatever it names: ids, numbers and codes are alike. */
const routeOf = ({ method, url }: { readonly method: string; readonly url: string }): string =>
  `${method} ${new URL(url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|BN-[\w-]+/g, ':id')}`;

/** Fills in what a person would: the first choice of each, every tick, a word in every line. Nothing that is filled already. */
const FILL = `(() => {
  const shown = (one) => one.checkVisibility() && !one.disabled;
  const of = (what) => [...(document.querySelector('dialog[open], [role=dialog]') ?? document.querySelector('main')).querySelectorAll(what)].filter(shown);
  const groups = new Set();
  for (const one of of('input[type=radio]')) { if (!groups.has(one.name)) { groups.add(one.name); one.click(); } }
  for (const one of of('input[type=checkbox]').slice(0, 60)) if (!one.checked) one.click();
  const set = (one, text) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value').set.call(one, text);
    one.dispatchEvent(new Event('input', { bubbles: true }));
    one.dispatchEvent(new Event('change', { bubbles: true }));
  };
  for (const one of of('select')) if (one.value === '' && one.options.length > 1) set(one, one.options[1].value);
  for (const one of of('textarea, input:not([type]), input[type=text], input[type=search]')) {
    // Of a search one word is enough, and more would find nobody.
    if (one.value !== '' || (one.closest('[role=search]') && one !== one.closest('[role=search]').querySelector('input'))) continue;
    const label = one.labels?.[0]?.textContent ?? '';
    if (one.tagName === 'TEXTAREA') set(one, 'Đã đối chiếu với quyết định và giấy tờ gốc');
    else set(one, /ngày/i.test(label) ? '01/11/2026' : one.inputMode === 'numeric' ? '000190000017' : 'Nguyễn');
  }
  for (const one of document.querySelectorAll('input[type=file]')) {
    const files = new DataTransfer();
    files.items.add(new File(['thử'], 'thu.xlsx'));
    one.files = files.files;
    one.dispatchEvent(new Event('change', { bubbles: true }));
  }
})()`;
/** Rows of a tree are alike: of so many the button is pressed. */
const ROWS_OF_A_TREE_MAX = 3;
/** Names of what can be pressed, in the dialogue when there is one. */
const CONTROLS = `[...(document.querySelector('dialog[open], [role=dialog]') ?? document).querySelectorAll('button, summary')]
  .filter((one) => one.checkVisibility() && !one.disabled && !one.closest('[aria-busy=true]'))
  .filter((one) => !one.closest('[role=tree]') || [...one.closest('[role=tree]').querySelectorAll('button')].indexOf(one) < ${ROWS_OF_A_TREE_MAX})
  .map((one) => (one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim())`;
const press = (
  name: string,
): string => `[...(document.querySelector('dialog[open], [role=dialog]') ?? document).querySelectorAll('button, summary')]
    .find((one) => one.checkVisibility() && !one.disabled && (one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim() === ${JSON.stringify(name)})?.click()`;
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))';

/** Everything that was asked for has been answered and drawn. Says then what was asked of the page, after what was to be done in it first: each question is a way there and back. */
type Quiet = <T>(first?: string, then?: string) => Promise<T>;
function quietness(page: Page): Quiet {
  const open = new Set<Request>();
  page.on('request', (request) => void open.add(request));
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
  return async <T>(first = 'null', then = 'null') => {
    await page.evaluate(`(async () => { ${first}; await ${DRAWN}; })()`);
    if (open.size > 0)
      await holds(async () =>
        assert.deepEqual(
          [...open].map((one) => one.url()),
          [],
        ),
      );
    return (await page.evaluate(`${DRAWN}.then(() => (${then}))`)) as T;
  };
}

function watch(page: Page, walked: Walked, at: () => string): void {
  page.on('response', (response) => {
    if (response.status() !== 403 && response.status() !== 409) return;
    void response.json().then(
      ({ code }: { code?: string }) => {
        if (code !== undefined && BY_ROLE.has(code))
          walked.refused.add(`${at()}: ${routeOf({ method: response.request().method(), url: response.url() })} ${code}`);
      },
      () => undefined,
    );
  });
  walking = { walked, at };
}

const INNER = `[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))`;

const IN_DIALOGUE = `document.querySelector('dialog[open], [role=dialog]') !== null`;
/** Dialogues of one screen at most: one that does not close is a fault. */
const DIALOGUES_MAX = 20;

/** Presses everything that is shown on the screen at hand, and what comes of it, as deep as dialogues go. */
async function pressAll(
  page: Page,
  walked: Walked,
  quiet: Quiet,
  address: string,
  each: { readonly before: (name: string) => void; readonly after: (links: readonly string[]) => Promise<void> },
): Promise<void> {
  const done = new Set<string>();
  let stood: ReadonlySet<string> = new Set();
  for (let closed = 0; ;) {
    const { controls, isDialogue } = await quiet<{ controls: string[]; isDialogue: boolean }>(
      FILL,
      `{ controls: ${CONTROLS}, isDialogue: ${IN_DIALOGUE} }`,
    );
    const names = controls.filter((name) => name !== '' && !NOT_PRESSED.test(name));
    // What the last press brought comes first: the next one may take it away.
    const left = names.filter((name) => !done.has(name.slice(0, NAME_LETTERS)));
    const next = left.find((name) => !stood.has(name)) ?? left[0];
    stood = new Set(names);
    if (next === undefined) {
      if (!isDialogue) return;
      assert.ok(closed++ < DIALOGUES_MAX, `${address}: a dialogue does not close`);
      await page.keyboard.press('Escape');
      continue;
    }
    done.add(next.slice(0, NAME_LETTERS));
    each.before(next);
    walked.pressed++;
    await each.after(await quiet<string[]>(press(next), INNER));
    if (new URL(page.url()).pathname !== address) await open(page, address, quiet);
  }
}

/** As a link of the portal does it. The screen before stays until the next one has come: what it said must be gone. */
async function open(page: Page, address: string, quiet: Quiet): Promise<void> {
  const said = (): Promise<unknown> => page.evaluate(`document.querySelector('main').textContent`);
  const before = await said();
  await goOn(page, address);
  await holds(async () => assert.notEqual(await said(), before, address));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await quiet();
}

async function walkAs(accountId: string, role: string): Promise<Walked> {
  const { page, context } = await sitDown(premises);
  const walked: Walked = { role, context, refused: new Set(), stopped: new Map(), screens: new Set(), pressed: 0 };
  let at = '';
  const quiet = quietness(page);
  await page.goto(`${premises.product.address}/auth/sign-in?account=${accountId}&returnTo=/`);
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  watch(page, walked, () => at);
  // Who has no task at the portal is led to the own record.
  await quiet();
  const waiting = [new URL(page.url()).pathname];
  const seen = new Set(waiting);
  const times = new Map<string, number>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    at = `${role} ${address}`;
    if (new URL(page.url()).pathname !== address) await open(page, address, quiet);
    walked.screens.add(screenOf(new URL(page.url()).pathname) ?? address);
    const links = async (hrefs: readonly string[]): Promise<void> => {
      for (const href of hrefs) {
        const { pathname, origin, searchParams } = new URL(href, premises.product.address);
        if (origin !== premises.product.address) continue;
        if (pathname.startsWith('/api/')) {
          const key = `GET ${pathname}`;
          if (seen.has(routeOf({ method: 'GET', url: premises.product.address + pathname }))) continue;
          seen.add(routeOf({ method: 'GET', url: premises.product.address + pathname }));
          const answer = await context.request.get(new URL(href, premises.product.address).href);
          const code = answer.status() === 403 ? ((await answer.json()) as { code: string }).code : '';
          if (BY_ROLE.has(code)) walked.refused.add(`${at}: ${key} ${code}`);
          continue;
        }
        const screen = screenOf(pathname);
        if (screen === null || seen.has(pathname) || searchParams.size > 0 || screen === '/trinh-dien') continue;
        if (OF_EVERYBODY.test(pathname) && role !== 'CA_NHAN') continue;
        const before = times.get(screen) ?? 0;
        if (before >= (OF_A_SCREEN_MAX[screen] ?? 1)) continue;
        times.set(screen, before + 1);
        seen.add(pathname);
        waiting.push(pathname);
      }
    };
    await links((await page.evaluate(INNER)) as string[]);
    await pressAll(page, walked, quiet, new URL(page.url()).pathname, {
      before: (name) => {
        at = `${role} ${address} [${name}]`;
      },
      after: links,
    });
  }
  await page.close();
  walking = null;
  return walked;
}

/** What was stopped is asked for now, in the session that was shown it. */
async function askStopped({ context, stopped, refused }: Walked): Promise<void> {
  for (const { method, url, body, headers, from } of stopped.values()) {
    const answer = await context.request.fetch(url, {
      method,
      headers: { ...headers, origin: premises.product.address },
      ...(body === null ? {} : { data: body }),
    });
    const text = await answer.text();
    const code = answer.status() >= 400 ? (/"code":"(E-[A-Z0-9-]+)"/.exec(text)?.[1] ?? '') : '';
    if (BY_ROLE.has(code)) refused.add(`${from}: ${routeOf({ method, url })} ${code}`);
  }
}

const walks: Walked[] = [];
for (const { id, role } of ACCOUNTS)
  browserTest(`${role} ${id}: every screen is opened and every control pressed`, async () => {
    const walked = await walkAs(id, role);
    walks.push(walked);
    assert.deepEqual([...walked.refused], []);
  });

browserTest('what the controls ask for is refused to nobody who was shown them', async () => {
  for (const walked of walks) await askStopped(walked);
  assert.deepEqual(
    walks.flatMap(({ refused }) => [...refused]),
    [],
  );
  // The walk itself has gone somewhere: else it would prove nothing.
  const of = (role: string): readonly Walked[] => walks.filter((one) => one.role === role);
  const acts = (role: string): string =>
    of(role)
      .flatMap(({ stopped }) => [...stopped.keys()])
      .join(' ');
  const screensOf = (role: string): readonly string[] => of(role).flatMap(({ screens }) => [...screens]);
  assert.match(acts('NHAP_LIEU'), /POST \/api\/v1\/submissions\/:id\/accept-suggestions/);
  assert.match(acts('NHAP_LIEU'), /POST \/api\/v1\/submissions\/:id\/withdraw/);
  assert.match(acts('LD_DON_VI'), /POST \/api\/v1\/approvals\/:id\/approve/);
  assert.match(acts('XAC_NHAN'), /POST \/api\/v1\/confirmation\/decisions/);
  for (const [role, screen] of [
    ['LD_DON_VI', '/ho-so-gui/:id/doi-chieu'],
    ['LD_DON_VI', '/duyet-gui/:id'],
    ['DOI_SOAT', '/xac-nhan/:submissionId/:personId'],
    ['DOI_SOAT', '/sai-lech/:submissionId/:personId'],
    ['DOI_SOAT', '/bao-sai/:id'],
    ['XAC_NHAN', '/xac-nhan/:submissionId'],
    ['VU_CCVC', '/ho-so-gui/:id'],
    ['QT_BNDP', '/danh-muc'],
    ['CA_NHAN', '/toi/the'],
  ] as const)
    assert.ok(screensOf(role).includes(screen), `${role} came to ${screensOf(role).join(' ')}`);
});
