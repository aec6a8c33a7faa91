/**
 * A journey waits for a state, by what looks again from outside the page. `waitForFunction` looks again by `eval` inside it, which the product's policy
 * forbids, so it falls whenever its first look comes too early; `waitForTimeout` waits for a moment, which a busy machine makes too short.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, textOf } from './sources.ts';

const FORBIDDEN = /\.(?:waitForFunction|waitForTimeout)\(/;

test('no test in a browser waits for a moment, or by what the policy of the pages forbids', () => {
  const files = filesLike('{tests,portal,bench,simulators,tools}/**/*.ts');
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => FORBIDDEN.test(textOf(file))),
    [],
  );
  assert.ok(['waitForFunction', 'waitForTimeout'].every((name) => FORBIDDEN.test(`await page.${name}(1)`)));
});
