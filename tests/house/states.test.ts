/** States move by `step` alone: no statement names a next state of an item, every event is sent by something, every state is entered by something. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstState, move } from '#record/confirmation/step.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const STEP = 'src/record/confirmation/step.ts';
const SHAPES = 'src/record/confirmation/shapes.ts';
const texts = globSync('src/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|-for-tests\.ts$/.test(file) && file !== STEP && file !== SHAPES)
  .map((file) => [file, read(file)] as const);

const membersOf = (text: string, type: string): string[] => {
  const declared = new RegExp(`export type ${type} =([^;]*);`).exec(text)![1]!;
  return [...declared.matchAll(/'([\w-]+)'/g)].map(([, name]) => name!);
};
const states = membersOf(read(SHAPES), 'ItemState');
const events = [...read(STEP).matchAll(/\| \{ readonly kind: '([\w-]+)'/g)].map(([, kind]) => kind!);

/** A statement on `item` that writes a state by its name. */
const namesState = (text: string): boolean =>
  [...text.matchAll(/\b(update item\b[^`]*?\bset\b[^`]*|insert into item \([^`]*)`/g)].some(([, statement]) =>
    /\bstate\s*=\s*'|\b(then|else)\s+'/.test(statement!.split(/\bwhere\b/)[0]!),
  );

test('no statement names the next state of an item', () => {
  assert.deepEqual(
    texts.filter(([, text]) => namesState(text)).map(([file]) => file),
    [],
  );
});

test('a statement that names one is seen', () => {
  assert.ok(namesState("tx.query(`update item set state = 'returned' where item_id = $1`)"));
  assert.ok(namesState("tx.query(`insert into item (a, state) select a, case when b then 'held' else c end from d`)"));
  assert.ok(!namesState("tx.query(`update item set state = $1 where state = 'held'`)"));
});

test('every event of an item is sent by something', () => {
  assert.ok(events.length >= 6, events.join());
  assert.deepEqual(
    events.filter((kind) => !texts.some(([file, text]) => file.startsWith('src/') && text.includes(`kind: '${kind}'`))),
    [],
  );
});

test('every state of an item is where it begins, or where an event leads', () => {
  const firsts = [true, false].flatMap((occupied) => [true, false].map((needsMatch) => firstState({ occupied, needsMatch })));
  const nexts = events.map((kind) => move({ kind, needsMatch: false } as Parameters<typeof move>[0]).to);
  assert.deepEqual([...new Set([...firsts, ...nexts])].toSorted(), states.toSorted());
});
