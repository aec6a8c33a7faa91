/**
 * Pictures of every screen, light and dark, on a laptop, on a phone, and at 200 %, against the mock.
 *
 *     node portal/mock/shots.ts FOLDER [name …]
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPortal } from '#portal/build.ts';
import { openBrowser } from './browser.ts';
import { SCREENS, arrive } from './screens.ts';
import { startMock } from './server.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [folder = 'shots', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
await buildPortal(root, join(root, 'dist', 'portal'));
const mock = await startMock(join(root, 'dist', 'portal'));
const browser = await openBrowser();
const VIEWS = [
  { view: 'laptop', width: 1366, height: 768, colorScheme: 'light' },
  { view: 'dark', width: 1366, height: 768, colorScheme: 'dark' },
  { view: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { view: 'zoomed', width: 683, height: 384, colorScheme: 'light' },
] as const;
for (const { view, width, height, colorScheme } of VIEWS) {
  for (const screen of SCREENS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'vi-VN' });
    if (screen.as) await context.addCookies([{ name: 'mock-account', value: screen.as, url: mock.url }]);
    const page = await context.newPage();
    page.on('console', (line) => {
      if (line.type() === 'error') process.stdout.write(`${screen.name}: ${line.text()}\n`);
    });
    page.on('pageerror', (error) => process.stdout.write(`${screen.name}: ${error.message}\n`));
    await page.goto(mock.url + screen.address);
    await arrive(page, screen, 8_000).catch(() => process.stdout.write(`${screen.name}: "${screen.ready}" did not come\n`));
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: join(folder, `${screen.name}-${view}.png`), fullPage: view === 'laptop' });
    await context.close();
  }
}
await browser.close();
await mock.close();
