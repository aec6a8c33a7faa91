/** Bytes of the portal's first route, scripts and styles, compressed, beside the budget. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPortal } from '../portal/build.ts';
import { round } from './row.ts';
import type { Bench } from './row.ts';

const BUDGET_KB = 140;

/** Scripts and styles that index.html loads by itself, and what the scripts import at once. */
function firstLoaded(folder: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const found = new Set<string>([...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!));
  for (const file of found)
    for (const match of readFileSync(join(folder, file), 'utf8').matchAll(/(?:^|[;}])import\s*(?:[^"';]*?from\s*)?"\.\/([^"]+\.js)"/g))
      found.add(`assets/${match[1]!}`);
  return [...found];
}

export const portal: Bench = async (tell) => {
  const root = join(import.meta.dirname, '..');
  const folder = join(root, 'dist', 'portal');
  await buildPortal(root, folder);
  const files = firstLoaded(folder).filter((file) => existsSync(join(folder, file)));
  const kb = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;
  const all =
    readdirSync(join(folder, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name))).length, 0) / 1000;
  tell(`${files.length} tệp đầu tiên; mã của cả Cổng ${round(all, 0)} KB gz`);
  return [
    {
      name: 'portal-first-route',
      value: round(kb, 1),
      unit: 'KB gz',
      beside: 'budget',
      besideValue: BUDGET_KB,
      ratio: round(kb / BUDGET_KB),
      goal: `≤ ${BUDGET_KB} KB gz`,
      met: kb <= BUDGET_KB,
    },
  ];
};
