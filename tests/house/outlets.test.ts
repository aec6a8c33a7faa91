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

/** Tables that name a person and have no wall, and why. */
const NO_WALL: Readonly<Record<string, string>> = {
  card_offer: 'seen by the installation alone; it ends with the mark',
  card_wallet_grant: 'seen by the installation alone; it ends with the mark',
  kept_apart: 'seen by keepers alone, by its own policy',
};
const NAMES_A_PERSON = /^\s+(?:person_id|merged_person|other_person_id) /m;
const withoutWall = (schema: string): string[] =>
  [...schema.matchAll(/^create table (\w+) \(([\s\S]*?)^\);/gm)].flatMap(([, name, columns]) =>
    NAMES_A_PERSON.test(columns!) && !(name! in NO_WALL) && !schema.includes(`create policy ${name!}_kept_apart on ${name!} as restrictive`)
      ? [name!]
      : [],
  );

test('each table that names a person has the wall around records that are kept apart, or says why not', () => {
  const schema = textOf('src/base/database/schema.sql');
  assert.deepEqual(withoutWall(schema), []);
  assert.deepEqual(
    Object.keys(NO_WALL).filter((name) => !schema.includes(`create table ${name} (`)),
    [],
  );
  assert.deepEqual(withoutWall(`create table diary (\n  person_id uuid not null\n);\n${schema}`), ['diary']);
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
