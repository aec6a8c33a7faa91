/** The schema can be spread by person: what is unique about a person begins with the person, nothing looks at two people, each table has its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEPARTURES, PLACEMENT } from './placement.ts';
import type { Placement } from './placement.ts';
import { textOf } from './sources.ts';

const SCHEMA = textOf('src/base/database/schema.sql');
const KEY: Readonly<Partial<Record<Placement, string>>> = { person: 'person_id', submission: 'submission_id' };

interface Table {
  readonly name: string;
  /** what is unique: columns, or an index with its name and columns */
  readonly unique: readonly { readonly said: string; readonly columns: readonly string[] }[];
  readonly references: readonly { readonly columns: readonly string[]; readonly to: string }[];
}

const columnsOf = (text: string): string[] => text.split(/,\s*(?![^(]*\))/);

const UNIQUE_INDEX =
  /^CREATE UNIQUE INDEX (\w+) ON (?:ONLY )?congvu\.(\w+) USING btree \((.*?)\)(?: INCLUDE \([^)]*\))?(?: NULLS NOT DISTINCT)?(?: WHERE .*)?;$/gm;

/** Tables of a schema as `schema.sql` writes it. */
function tablesOf(schema: string): Table[] {
  const indexes = [...schema.matchAll(UNIQUE_INDEX)].map(([, index, table, columns]) => ({
    index: index!,
    table: table!,
    columns: columns!.replaceAll('::text', ''),
  }));
  return [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)\n\)/gm)].map(([, name, body]) => ({
    name: name!,
    unique: [
      ...[...body!.matchAll(/(?:PRIMARY KEY|UNIQUE)(?: NULLS NOT DISTINCT)? \(([^)]*)\)/g)].map(([, columns]) => ({
        said: columns!,
        columns: columnsOf(columns!),
      })),
      ...indexes
        .filter(({ table }) => table === name)
        .map(({ index, columns }) => ({ said: `${index} (${columns})`, columns: columnsOf(columns) })),
    ],
    references: [...body!.matchAll(/FOREIGN KEY \(([^)]*)\) REFERENCES (\w+)\(/g)].map(([, columns, to]) => ({
      columns: columnsOf(columns!),
      to: to!,
    })),
  }));
}

/** What is unique without the key of its table before everything else. */
const notByKey = (tables: readonly Table[], placed: Readonly<Record<string, Placement>>): string[] =>
  tables.flatMap(({ name, unique }) => {
    const key = KEY[placed[name]!];
    return key === undefined ? [] : unique.filter(({ columns }) => columns[0] !== key).map(({ said }) => `${name}: ${said}`);
  });

/** References that would cross nodes: from what is spread to what is not beside it, and from what is on every node to what is spread. */
const crossing = (tables: readonly Table[], placed: Readonly<Record<string, Placement>>): string[] =>
  tables.flatMap(({ name, references }) =>
    references
      .filter(({ columns, to }) => {
        const [from, target] = [placed[name]!, placed[to]!];
        if (target === 'reference') return false;
        const key = KEY[target];
        return key === undefined ? from !== 'one node' : from !== target || !columns.includes(key);
      })
      .map(({ to }) => `${name} → ${to}`),
  );

const TABLES = tablesOf(SCHEMA);

test('every table has its place, and no place is of a table that is gone', () => {
  assert.ok(TABLES.length > 80);
  assert.deepEqual(TABLES.map(({ name }) => name).sort(), Object.keys(PLACEMENT).sort());
});

test('what is unique about a person begins with the person, but for what is told with its way out', () => {
  assert.deepEqual(notByKey(TABLES, PLACEMENT).sort(), Object.keys(DEPARTURES).sort());
});

test('whatever is unique is looked at, however it is written', () => {
  const written = [...SCHEMA.matchAll(/^CREATE UNIQUE INDEX |^ {2}constraint \w+ (?:PRIMARY KEY|UNIQUE)\b/gm)].length;
  const read = TABLES.reduce((sum, { unique }) => sum + unique.length, 0);
  assert.ok(written > 80);
  assert.equal(read, written);
  assert.doesNotMatch(SCHEMA, /\bEXCLUDE USING\b/, 'a constraint of this kind needs the key first too, and this test to read it');
});

test('no reference crosses nodes, and no trigger looks at anybody', () => {
  assert.deepEqual(crossing(TABLES, PLACEMENT), []);
  assert.doesNotMatch(SCHEMA, /create trigger/i);
});

test('a table that breaks it is found', () => {
  const wrong = tablesOf(
    [
      'create table pair (\n  constraint pair_pkey PRIMARY KEY (pair_id),\n  constraint pair_fkey FOREIGN KEY (other_id) REFERENCES person(person_id)\n);',
      'create table person (\n  constraint person_pkey PRIMARY KEY (person_id)\n);',
      'CREATE UNIQUE INDEX person_mail ON congvu.person USING btree (lower(mail), person_id) WHERE (mail IS NOT NULL);',
      'CREATE UNIQUE INDEX person_nick ON congvu.person USING btree (nick) INCLUDE (name) NULLS NOT DISTINCT;',
    ].join('\n'),
  );
  const placed = { pair: 'person', person: 'person' } as const;
  assert.deepEqual(notByKey(wrong, placed), [
    'pair: pair_id',
    'person: person_mail (lower(mail), person_id)',
    'person: person_nick (nick)',
  ]);
  assert.deepEqual(crossing(wrong, placed), ['pair → person']);
});
