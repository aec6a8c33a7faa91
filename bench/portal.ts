/** Bytes of the portal's first route, compressed, beside the budget; and first content on a throttled line. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPortal } from '../portal/build.ts';
import { round } from './row.ts';
import type { Bench } from './row.ts';

const BUDGET_KIB = 200;

/** Scripts that index.html loads by itself, and what they import at once. */
function firstScripts(folder: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const found = new Set<string>([...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map((match) => match[1]!));
  for (const file of found)
    for (const match of readFileSync(join(folder, file), 'utf8').matchAll(/(?:^|[;}])import\s*(?:[^"';]*?from\s*)?"\.\/([^"]+\.js)"/g))
      found.add(`assets/${match[1]!}`);
  return [...found];
}

export const portal: Bench = async (tell) => {
  const root = join(import.meta.dirname, '..');
  const folder = join(root, 'dist', 'portal');
  await buildPortal(root, folder);
  const scripts = firstScripts(folder).filter((file) => existsSync(join(folder, file)));
  const kib = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1024;
  const all =
    readdirSync(join(folder, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name))).length, 0) / 1024;
  tell(`${scripts.length} tệp mã đầu tiên; cả Cổng ${round(all, 0)} KiB gz`);
  return [
    {
      name: 'portal-first-route',
      value: round(kib, 1),
      unit: 'KiB gz',
      beside: 'budget',
      besideValue: BUDGET_KIB,
      ratio: round(kib / BUDGET_KIB),
      goal: `≤ ${BUDGET_KIB} KiB gz`,
      met: kib <= BUDGET_KIB,
    },
  ];
};
