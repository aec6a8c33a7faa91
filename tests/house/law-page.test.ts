/** docs/law.md: each requirement once, with a place and a test, or why not yet; that its links lead somewhere is held by docs.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from './sources.ts';

const REQUIREMENTS = 31;
interface Row {
  readonly name: string;
  readonly asked: string;
  readonly state: string;
  readonly where: string;
  readonly tests: string;
}

const rowsOf = (page: string): Row[] =>
  page.split('\n').flatMap((line) => {
    const [, name = '', asked = '', state = '', where = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return /^R\d+$/.test(name) ? [{ name, asked, state, where, tests }] : [];
  });

const linksOf = (cell: string): string[] => [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
const isTestFile = (target: string): boolean => target.endsWith('.test.ts');

/** What a row leaves open. */
function wrongWith({ name, asked, state, where, tests }: Row): string[] {
  const links = linksOf(tests);
  return [
    ...(asked.length < 20 || where.length < 20 ? [`${name}: says nothing`] : []),
    ...(['kept', 'in part', 'not yet'].includes(state) ? [] : [`${name}: state "${state}"`]),
    ...(state === 'kept' && links.length === 0 ? [`${name}: kept without a test`] : []),
    ...(state === 'not yet' && links.length > 0 ? [`${name}: not yet, with a test`] : []),
    ...links.filter((target) => !isTestFile(target)).map((target) => `${name}: ${target} is no test`),
  ];
}

test('each requirement stands once, kept by a test or with a reason', () => {
  const rows = rowsOf(textOf('docs/law.md'));
  assert.deepEqual(
    rows.map(({ name }) => name),
    Array.from({ length: REQUIREMENTS }, (_, at) => `R${at + 1}`),
  );
  assert.deepEqual(rows.flatMap(wrongWith), []);
  assert.ok(
    wrongWith({ name: 'R0', asked: 'somebody does something', state: 'kept', where: 'in a room of this product', tests: '' }).length === 1,
  );
});

test('the page claims nothing official', () => {
  assert.match(textOf('docs/law.md'), /Nothing here is official/);
});
