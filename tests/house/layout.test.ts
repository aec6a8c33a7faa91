import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'oxc-parser';
import { EMPTY_NAMES, MAY_IMPORT, MAY_LEAVE } from './layout.ts';

const root = join(import.meta.dirname, '../..');
const src = join(root, 'src');
const within = (file: string, place: string) => file.startsWith(`${place}/`);
const placeOf = (file: string) =>
  Object.keys(MAY_IMPORT)
    .filter((place) => within(file, place))
    .sort((a, b) => b.length - a.length)[0];
const roomOf = (file: string) => dirname(file).split('/').slice(0, 2).join('/');

/** What `file` asks for: static, type-only, re-exported and dynamic imports with a plain string. */
function asked(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const quoted = /^\s*(['"`])([^'"`$]+)\1\s*$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return quoted ? [quoted[2]!] : [];
  });
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamic,
  ];
}

/** What is wrong with one file's place, name and imports. */
export function faultsOf(file: string, text: string): string[] {
  const place = placeOf(file);
  const faults: string[] = [];
  if (!place) faults.push(`${file}: stands in no place of the map`);
  if (EMPTY_NAMES.test(file)) faults.push(`${file}: the name says nothing`);
  for (const path of asked(file, text)) {
    if (!path.startsWith('#') && !path.startsWith('.')) continue;
    const to = path.startsWith('#') ? path.slice(1) : normalize(join(dirname(file), path));
    if (to.startsWith('..') || to.startsWith('portal/')) {
      if (!MAY_LEAVE.includes(file)) faults.push(`${file} → ${path}: leaves src/`);
      continue;
    }
    if (path.startsWith('../')) faults.push(`${file} → ${path}: a room is left with #, not with ../`);
    if (roomOf(to) === roomOf(file) || to.startsWith(`${roomOf(file)}/`) || (within(file, 'start') && within(to, 'start'))) continue;
    if (place && !MAY_IMPORT[place]!.some((one) => within(to, one)))
      faults.push(`${file} → ${to}: ${place} may not see ${placeOf(to) ?? to}`);
    if (dirname(to).split('/').length > 2) faults.push(`${file} → ${to}: this is the inside of ${roomOf(to)}`);
  }
  return faults;
}

test('every import follows the map', () => {
  const faults = globSync('**/*.{ts,tsx}', { cwd: src }).flatMap((file) => faultsOf(file, readFileSync(join(src, file), 'utf8')));
  assert.deepEqual(faults, []);
});

test('a room that imports against the arrows is told, whichever way it imports', () => {
  for (const text of [
    `import { x } from '#record/submission/store.ts';`,
    `import type { x } from '#record/submission/store.ts';`,
    `export { x } from '#record/submission/store.ts';`,
    `const x = await import('#record/submission/store.ts');`,
  ])
    assert.match(faultsOf('record/register/wrong.ts', text).join(), /may not see record\/submission/, text);
  assert.match(
    faultsOf('record/register/wrong.ts', `import { x } from '#doors/workbook/reader/workbook-zip.ts';`).join(),
    /inside of doors\/workbook/,
  );
  assert.match(faultsOf('doors/workbook/wrong.ts', `import { x } from '#outside/vneid/oidc.ts';`).join(), /may not see outside/);
  assert.match(faultsOf('base/utils.ts', '').join(), /says nothing/);
});
