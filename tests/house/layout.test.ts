import assert from 'node:assert/strict';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { BESIDE_SRC, EMPTY_NAMES, MAY_IMPORT, MAY_LEAVE, SEEN_BY_TESTS_ALONE, SEES_INSIDE, NODE_NEEDS_NOT, NODE_SHARES } from './layout.ts';
import { filesLike, isExample, isTest as isTestFile, parsedOf, textOf } from './sources.ts';

const within = (file: string, place: string) => file.startsWith(`${place}/`);
const placeOf = (file: string) =>
  Object.keys(MAY_IMPORT)
    .filter((place) => within(file, place))
    .sort((a, b) => b.length - a.length)[0];
const roomOf = (file: string) => dirname(file).split('/').slice(0, 2).join('/');

interface Asked {
  readonly path: string;
  readonly typeOnly: boolean;
}

/** What `file` asks for: static, type-only, re-exported and dynamic imports with a plain string. */
function asked(file: string, text: string): Asked[] {
  const { module } = parsedOf(file, text);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const quoted = /^\s*(['"`])([^'"`$]+)\1\s*$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return quoted ? [{ path: quoted[2]!, typeOnly: false }] : [];
  });
  return [
    ...module.staticImports.map((one) => ({
      path: one.moduleRequest.value,
      typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.moduleRequest ? [{ path: entry.moduleRequest.value, typeOnly: entry.isType }] : [])),
    ),
    ...dynamic,
  ];
}

/** What is wrong with one file's place, name and imports. */
export function faultsOf(file: string, text: string): string[] {
  const place = placeOf(file);
  const faults: string[] = [];
  if (!place) faults.push(`${file}: stands in no place of the map`);
  if (EMPTY_NAMES.test(file)) faults.push(`${file}: the name says nothing`);
  for (const { path } of asked(`src/${file}`, text)) {
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
    if (dirname(to).split('/').length > 2 && !(place && SEES_INSIDE[place]?.includes(dirname(to))))
      faults.push(`${file} → ${to}: this is the inside of ${roomOf(to)}`);
  }
  return faults;
}

test('every import follows the map', () => {
  const faults = filesLike('src/**/*.{ts,tsx}').flatMap((file) => faultsOf(file.slice('src/'.length), textOf(file)));
  assert.deepEqual(faults, []);
});

test('a room that imports against the arrows is told, whichever way it imports', () => {
  for (const text of [
    `import { x } from '#record/intake/store.ts';`,
    `import type { x } from '#record/intake/store.ts';`,
    `export { x } from '#record/intake/store.ts';`,
    `const x = await import('#record/intake/store.ts');`,
  ])
    assert.match(faultsOf('record/register/wrong.ts', text).join(), /may not see record\/intake/, text);
  assert.match(
    faultsOf('record/register/wrong.ts', `import { x } from '#doors/workbook/reader/workbook-zip.ts';`).join(),
    /inside of doors\/workbook/,
  );
  assert.match(faultsOf('doors/workbook/wrong.ts', `import { x } from '#outside/vneid/oidc.ts';`).join(), /may not see outside/);
  assert.match(faultsOf('base/utils.ts', '').join(), /says nothing/);
});

/** Files of a server that the agency's program would bring along. */
const ofAServer = (file: string, text: string): string[] =>
  asked(file, text)
    .filter(({ path }) => path.startsWith('#doors/') || path.startsWith('#base/'))
    .map(({ path }) => path.slice(1))
    .filter((to) => NODE_NEEDS_NOT.test(to) || (to.startsWith('doors/') && !NODE_SHARES.test(to)))
    .map((to) => `${file} → ${to}`);

test('what an agency installs brings along nothing of a server', () => {
  const files = filesLike('src/node/**/*.ts').filter((file) => !isTestFile(file));
  assert.ok(files.length > 25);
  assert.deepEqual(
    files.flatMap((file) => ofAServer(file, textOf(file))),
    [],
  );
  const told = (path: string): number => ofAServer('src/node/wrong.ts', `import { x } from '${path}';`).length;
  for (const path of ['#doors/exchange/routes.ts', '#doors/exchange/store.ts', '#base/http/answer.ts', '#base/database/transaction.ts'])
    assert.equal(told(path), 1, path);
  assert.equal(told('#doors/exchange/protocol/node-step.ts'), 0);
});

const isTest = (file: string): boolean => isTestFile(file) || isExample(file);
/** A pattern that ends in a slash is a folder with all in it; in any other `*` is one step of a path. */
function matches(path: string, pattern: string): boolean {
  if (pattern.endsWith('/')) return path.startsWith(pattern);
  const [steps, wanted] = [path.split('/'), pattern.split('/')];
  return steps.length === wanted.length && wanted.every((step, i) => step === '*' || step === steps[i]);
}
const besidePlaceOf = (file: string): string | undefined =>
  Object.keys(BESIDE_SRC)
    .filter((place) => within(file, place))
    .sort((a, b) => b.length - a.length)[0];

/** As above, for a file beside `src/`; `file` is below the root. */
export function faultsBeside(file: string, text: string): string[] {
  const place = besidePlaceOf(file);
  if (!place) return [`${file}: stands in no place of the map`];
  const { values, types = [], tests = [] } = BESIDE_SRC[place]!;
  const faults = EMPTY_NAMES.test(file) ? [`${file}: the name says nothing`] : [];
  for (const { path, typeOnly } of asked(file, text)) {
    if (!path.startsWith('#') && !path.startsWith('.')) continue;
    const to = path.startsWith('.')
      ? normalize(join(dirname(file), path))
      : path.replace(/^#(portal\/|tools\/)?/, (_all, beside: string | undefined) => beside ?? 'src/');
    const seen = within(to, place)
      ? []
      : [...values, ...(typeOnly ? types : []), ...(isTest(file) ? ['src/', ...tests, ...SEEN_BY_TESTS_ALONE] : [])];
    const hidden = SEEN_BY_TESTS_ALONE.find((pattern) => matches(to, pattern));
    if (hidden && !isTest(file) && !within(file, hidden.slice(0, -1)) && !/^(bench|tests)\//.test(file))
      faults.push(`${file} → ${to}: only tests see ${hidden}`);
    if (!within(to, place) && !seen.some((pattern) => matches(to, pattern)))
      faults.push(`${file} → ${to}: ${place} may not see it${typeOnly ? ', not even its types' : ''}`);
  }
  return faults;
}

test('what stands beside src/ follows the map too', () => {
  const files = filesLike('{portal,simulators,bench,tools,tests}/**/*.{ts,tsx,mjs}');
  assert.ok(files.length > 250, 'the files were found');
  assert.deepEqual(
    files.flatMap((file) => faultsBeside(file, textOf(file))),
    [],
  );
});

test('portal, simulators and benches that look too far are told', () => {
  const told = (file: string, text: string): string => faultsBeside(file, text).join();
  const decide = `import { decide } from '#authority/access/decide.ts';`;
  assert.match(told('portal/own/wrong.ts', decide), /portal may not see it/);
  assert.match(told('portal/own/wrong.ts', `const x = await import('#start/demo/silhouettes.ts');`), /may not see it/);
  assert.match(told('portal/own/wrong.ts', `import { Item } from '#record/confirmation/shapes.ts';`), /may not see it/);
  assert.match(told('portal/own/wrong.ts', `import type { Tx } from '#base/database/transaction.ts';`), /not even its types/);
  assert.equal(told('portal/own/right.ts', `import type { Item } from '#record/confirmation/shapes.ts';`), '');
  assert.equal(told('portal/own/right.test.ts', decide), '');
  assert.match(told('portal/own/wrong.ts', `import { x } from '#portal/mock/server.ts';`), /only tests see/);
  assert.match(told('portal/door/wrong.ts', `import { Answered } from '#portal/parts/Answered.tsx';`), /portal\/door may not see/);
  assert.match(told('portal/mock/wrong.ts', decide), /portal\/mock may not see/);
  const document = `import { apiDocument } from '../../tools/api-document.ts';`;
  assert.equal(told('portal/mock/right.test.ts', document), '');
  assert.match(told('portal/mock/wrong.ts', document), /portal\/mock may not see/);
  assert.match(told('simulators/vneid/wrong.ts', `import { x } from '#uses/card/store.ts';`), /may not see/);
  assert.match(told('simulators/vneid/wrong.ts', `import { x } from '../population/people.ts';`), /may not see/);
  assert.match(told('tools/wrong.ts', `import { x } from '../bench/run.ts';`), /may not see/);
  assert.match(told('tests/security/wrong.test.ts', `import { x } from '../journeys/terminal.ts';`), /may not see/);
  assert.match(told('elsewhere/wrong.ts', ''), /no place of the map/);
});
