/** Every route that shows somebody's data says what it does with a record that is kept apart (decision 0107): a new one is named there, or this fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OUTLETS } from '../outlets.ts';
import { filesLike, textOf } from './sources.ts';

interface Named {
  readonly id: string;
  readonly file: string;
}

/** Routes of the frame that read: by GET, or by a row of the log that they name. */
const readingRoutes = (file: string, text: string): Named[] =>
  [...text.matchAll(/\broute\(app, needs, \{([\s\S]*?)\n\s+work:/g)].flatMap(([, block]) => {
    const id = /\bid: (?:'(\w+)'|(giveBack\.operation))/.exec(block!);
    const reads = block!.includes("method: 'GET'") || /\bread: (?:'|nobody)/.test(block!);
    return id && reads ? [{ id: (id[1] ?? id[2])!, file }] : [];
  });

const routes = filesLike('src/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => readingRoutes(file, textOf(file)));
const unnamed = (found: readonly Named[]): string[] => found.filter(({ id }) => !(id in OUTLETS)).map(({ id, file }) => `${file}: ${id}`);

test('each route that shows somebody is named among the outlets', () => {
  assert.ok(routes.length > 100, 'the routes were found');
  assert.deepEqual(unnamed(routes), []);
});

test('what is named is there', () => {
  const sources = filesLike('src/**/*.ts').map(textOf).join('\n');
  assert.deepEqual(
    Object.keys(OUTLETS).filter((id) => !sources.includes(`id: '${id}'`) && !sources.includes(`id: ${id}`)),
    [],
  );
});

test('the rule finds a route that nobody named', () => {
  const planted = `route(app, needs, {\n    id: 'takeEverything',\n    method: 'GET',\n    read: 'export.made',\n    work: async () => ok([]),\n  });`;
  assert.deepEqual(unnamed(readingRoutes('planted.ts', planted)), ['planted.ts: takeEverything']);
});
