/** A bundle leaves out the packages that only make pages: nothing that runs may need one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONLY_FOR_PAGES, packagesToRun } from '#start/bundle/contents.ts';
import type { Lock } from '#start/bundle/contents.ts';
import { filesLike, isTest, parsedOf, textOf } from './sources.ts';

/** Where a package for pages is asked for all the same, and never in a bundle. */
const NOT_IN_A_BUNDLE = [
  'src/base/one-file.ts', // what it would make once is made of the sources each time where Vite is not
  'portal/build.ts',
];

/** The package of an import of other people's code: `@a/b/c` → `@a/b`. */
const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that a file loads, now or later; what is imported as types alone is never loaded. */
function loads(file: string): string[] {
  const { module } = parsedOf(file, textOf(file));
  const now = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const later = module.dynamicImports.map(({ moduleRequest }) => textOf(file).slice(moduleRequest.start + 1, moduleRequest.end - 1));
  return [...now, ...later].filter((from) => !/^[.#]|^node:/.test(from)).map(packageOf);
}

test('nothing that runs on a server loads a package that only makes pages', () => {
  const files = [...filesLike('src/**/*.ts'), ...filesLike('simulators/**/*.ts')].filter(
    (file) => !isTest(file) && !file.startsWith('simulators/vneid/wallet/'),
  );
  assert.ok(files.length > 500 && files.flatMap(loads).includes('fastify'));
  assert.deepEqual(
    files.filter((file) => !NOT_IN_A_BUNDLE.includes(file) && loads(file).some((one) => ONLY_FOR_PAGES.includes(one))),
    [],
  );
});

test('packages are found as Node finds them, what other platforms need is left, what is missing is told', () => {
  const lock: Lock = {
    '': { dependencies: { a: '1', react: '1' }, optionalDependencies: { 'for-windows': '1', 'for-linux': '1' } },
    'node_modules/a': { dependencies: { b: '1', gone: '1' }, peerDependencies: { c: '1' } },
    'node_modules/a/node_modules/b': {},
    'node_modules/b': {},
    'node_modules/c': {},
    'node_modules/react': {},
    'node_modules/for-linux': {},
    'node_modules/for-windows': {},
  };
  assert.deepEqual(
    packagesToRun(lock, (place) => !place.endsWith('windows')),
    { places: ['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c', 'node_modules/for-linux'], missing: ['gone'] },
  );
});
