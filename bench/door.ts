/** From the text of a code to its verdict on the screen, at the door's own page in Chromium, slowed down to a phone of some years. */
import { join } from 'node:path';
import { buildDoor, doorFolderOf } from '../portal/door/build.ts';
import { openBrowser } from '../portal/mock/browser.ts';
import { startMockDoor } from '../portal/mock/door-server.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';

/** A guard waits no longer, on a phone of 2019 (docs/architecture.md §8, Card). */
const LIMIT_MS = 2_000;
/** Slower than this machine, as Chromium's own tools imitate a phone. */
const SLOWER = 6;
const CHECKS = 100;

/** Runs in the page: submits each code as a guard does and waits until its verdict was painted. Milliseconds each. */
const CHECK_ALL = `async (codes) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (selector) => { while (!document.querySelector(selector)) await new Promise((done) => setTimeout(done, 1)); };
  const took = [];
  for (const code of codes) {
    await until('#text');
    document.querySelector('#text').value = code;
    const begun = performance.now();
    document.querySelector('form').requestSubmit();
    await until('main.verdict');
    await painted();
    took.push({ ms: performance.now() - begun, code: document.querySelector('main.verdict').dataset.verdict });
    document.querySelector('#clear').click();
  }
  return took;
}`;

export const door: Bench = async (tell) => {
  const root = join(import.meta.dirname, '..');
  const folder = doorFolderOf(root);
  await buildDoor(root, folder);
  const mock = await startMockDoor({ folder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${mock.url}/kiem-tra`);
    await page.locator('.data-line.good').waitFor();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const rows: BenchRow[] = [];
    // A phrase is known for ten minutes after it was made.
    const nonce = (await page.locator('[data-phrase]').getAttribute('data-phrase'))!;
    const asked = { nonce, audience: `${mock.url}/kiem-tra/${nonce}` };
    for (const [name, expected, code] of [
      ['VN2', 'V1b', () => mock.issuer.card().vn2()],
      ['SD-JWT', 'V1', () => mock.issuer.card().present(asked)],
    ] as const) {
      // Ten at a time: a VN2 lives 60 seconds.
      const took: { ms: number; code: string }[] = [];
      while (took.length < CHECKS) {
        const codes = Array.from({ length: 10 }, code);
        took.push(...(await page.evaluate<{ ms: number; code: string }[]>(`(${CHECK_ALL})(${JSON.stringify(codes)})`)));
      }
      const wrong = took.find((one) => one.code !== expected);
      if (wrong) throw new Error(`${name}: verdict ${wrong.code} in place of ${expected}`);
      const p95 = percentile(
        took.map(({ ms }) => ms),
        0.95,
      );
      tell(
        `${name}: p50 ${round(
          percentile(
            took.map(({ ms }) => ms),
            0.5,
          ),
          0,
        )} ms, p95 ${round(p95, 0)} ms, CPU chậm ${SLOWER} lần`,
      );
      rows.push({
        name: `scan-to-verdict ${name}`,
        value: round(p95, 0),
        unit: `ms p95, CPU slowed ${SLOWER}×`,
        beside: 'limit',
        besideValue: LIMIT_MS,
        ratio: round(p95 / LIMIT_MS),
        goal: `≤ ${LIMIT_MS} ms`,
        met: p95 <= LIMIT_MS,
      });
    }
    return rows;
  } finally {
    await browser.close();
    await mock.close();
  }
};
