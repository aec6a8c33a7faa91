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

/** Files of tests share a cluster: who waits for what, in any of its databases, is to be seen from each. */
const LOOKS_AT_CLUSTER = /\bpg_(?:locks|stat_activity)\b/;
const OWN_ALONE = /current_database\(\)|pg_backend_pid\(\)|pg_blocking_pids/;
const looksAtOthers = (text: string): boolean =>
  [...text.matchAll(/'[^'\n]*'|`[^`]*`|"[^"\n]*"/g)].some(([words]) => LOOKS_AT_CLUSTER.test(words) && !OWN_ALONE.test(words));

test('a test that looks who waits for a lock looks at its own database alone', () => {
  assert.deepEqual(
    filesLike('{src,tests,simulators}/**/*.test.ts').filter((file) => !file.startsWith('tests/house/') && looksAtOthers(textOf(file))),
    [],
  );
  assert.ok(looksAtOthers(`query("select 1 from pg_locks where not granted")`));
  assert.ok(!looksAtOthers('query(`select 1 from pg_stat_activity where datname = current_database()`)'));
});
