/** An erasure reaches every table that names a person: whoever adds one says there what becomes of its rows (decision 0093). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from './sources.ts';

const SCHEMA = 'src/base/database/schema.sql';
/** Tables that name a person and of which nothing goes, and why. */
const KEPT: Readonly<Record<string, string>> = {
  change_scope: 'ids of the person and of bodies alone: which merger of bodies touched whom; its undo writes again what it says',
  consent_look: 'a row of the log, which says it anyway: which officer looked, when; of the person their id alone',
  declaration_evidence:
    'goes with its draft; of what was sent the file is erased where the intake keeps it, and what is sealed beside it has lost its salt',
  value_report_paper: 'goes with its report, which the function takes away',
};

const PERSON = /^\s+(?:person_id|merged_person|other_person_id) /m;
const tablesOfPeople = (schema: string): string[] =>
  [...schema.matchAll(/^create table (\w+) \(([\s\S]*?)^\);/gm)].flatMap(([, name, columns]) => (PERSON.test(columns!) ? [name!] : []));
/** What the function says, between its signs of quotation. */
const erasing = (schema: string): string => {
  const from = schema.indexOf('FUNCTION congvu.erase_rows_of');
  return schema.slice(from, schema.indexOf('$function$;', from));
};
const forgotten = (schema: string): string[] =>
  tablesOfPeople(schema).filter((table) => !(table in KEPT) && !new RegExp(`\\b${table}\\b`).test(erasing(schema)));

test('each table that names a person is named where a person is erased, or says why not', () => {
  const schema = textOf(SCHEMA);
  assert.ok(tablesOfPeople(schema).length > 25, 'the tables were found');
  assert.deepEqual(forgotten(schema), []);
  assert.deepEqual(
    Object.keys(KEPT).filter((table) => !tablesOfPeople(schema).includes(table)),
    [],
  );
  const planted = `create table diary (\n  person_id uuid not null\n);\n${schema}`;
  assert.deepEqual(forgotten(planted), ['diary']);
});
