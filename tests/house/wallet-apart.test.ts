/** The simulated wallet stands for phones of others: it reads lists, certificates and cards, and makes codes, by lines of its own. What it shared with the doors would hide their mistakes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isTest, parsedOf, textOf } from './sources.ts';

/** Words, names and shapes that are nobody's reading. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  '#standard/card/claims.ts': ['CLAIMS', 'DISCLOSABLE'],
  '#standard/card/verdict-words.ts': ['verdictWords'],
  '#standard/card/judge.ts': ['CODE_OF'],
};

/** Values of `src/` that a file takes and may not: types are gone when it runs, and the clock is everybody's. */
function takenBeyond(file: string, text: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parsedOf(file, text).module;
  const taken = staticImports.flatMap(({ moduleRequest, entries }) =>
    entries.filter(({ isType }) => !isType).map(({ importName }) => [moduleRequest.value, importName.name ?? '*'] as const),
  );
  const passed = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [[moduleRequest.value, '*'] as const] : [])),
  );
  const later = dynamicImports.map(({ moduleRequest }) => [text.slice(moduleRequest.start + 1, moduleRequest.end - 1), '*'] as const);
  return [...taken, ...passed, ...later]
    .filter(([from, name]) => from.startsWith('#') && from !== '#base/clock.ts' && !SHARED[from]?.includes(name))
    .map(([from, name]) => `${file}: ${name} of ${from}`);
}

test('the wallet takes no reader and no writer of issuer and doors', () => {
  const own = filesLike('simulators/vneid/wallet/**/*.ts').filter(
    (file) => !isTest(file) && !file.endsWith('/build.ts') && !file.endsWith('/pages.ts'),
  );
  assert.ok(own.length > 20, String(own.length));
  assert.deepEqual(
    own.flatMap((file) => takenBeyond(file, textOf(file))),
    [],
  );
});

test('one that it took would be told, by whatever way', () => {
  const told = (text: string): string[] => takenBeyond('simulators/vneid/wallet/wrong.ts', text);
  assert.equal(told(`import { readTrustList } from '#standard/card/trust-list.ts';`).length, 1);
  assert.equal(told(`import { judgeCard } from '#standard/card/judge.ts';`).length, 1);
  assert.equal(told(`import * as card from '#standard/card/claims.ts';`).length, 1);
  assert.equal(told(`export { draftDoorQr } from '#standard/card/door-qr.ts';`).length, 1);
  assert.equal(told(`const card = await import('#standard/card/sd-jwt.ts');`).length, 1);
  assert.deepEqual(
    told(`import type { EcPublicJwk } from '#standard/card/shapes.ts';\nimport { CLAIMS } from '#standard/card/claims.ts';`),
    [],
  );
});
