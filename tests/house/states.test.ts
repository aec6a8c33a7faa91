/** States move by `step` alone: no statement names a next state of an item or stage of a file, every event is sent by something, every state is entered by something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstState, move } from '#record/confirmation/step.ts';
import type { FileStage } from '#record/intake/shapes.ts';
import { FIRST, step } from '#record/intake/step.ts';
import type { FileEvent } from '#record/intake/step.ts';
import { filesLike, isTest, textOf } from './sources.ts';

const STEP = 'src/record/confirmation/step.ts';
const SHAPES = 'src/record/confirmation/shapes.ts';
const FILE_STEP = 'src/record/intake/step.ts';
const FILE_SHAPES = 'src/record/intake/shapes.ts';
const texts = filesLike('src/**/*.ts')
  .filter((file) => !isTest(file) && ![STEP, SHAPES, FILE_STEP, FILE_SHAPES].includes(file))
  .map((file) => [file, textOf(file)] as const);

const membersOf = (text: string, type: string): string[] => {
  const declared = new RegExp(`export type ${type} =([^;]*);`).exec(text)![1]!;
  return [...declared.matchAll(/'([\w-]+)'/g)].map(([, name]) => name!);
};
const states = membersOf(textOf(SHAPES), 'ItemState');
const events = [...textOf(STEP).matchAll(/\| \{ readonly kind: '([\w-]+)'/g)].map(([, kind]) => kind!);

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

/** A statement on `submission_file` that writes a stage by its name, or a change that is handed one. */
const namesStage = (text: string): boolean =>
  [...text.matchAll(/\b(update submission_file\b[^`]*?\bset\b[^`]*|insert into submission_file \([^`]*)`/g)].some(([, statement]) =>
    /\bstage\s*=\s*'|\b(then|else)\s+'|'(queued|reading|checked|submitted|refused|withdrawn)'/.test(statement!.split(/\bwhere\b/)[0]!),
  ) || /\b(changeFile|writeFile|writeStage)\([^;]*\b(stage|to): '/.test(text);

const fileEvents = membersOf(textOf(FILE_STEP), 'FileEvent') as FileEvent[];
const stages = membersOf(textOf(FILE_SHAPES), 'FileStage') as FileStage[];
const sends = (text: string, event: FileEvent): boolean => new RegExp(`\\b(moveFile|perform)\\([^;]*?'${event}'`).test(text);

test('no statement names the next stage of a file', () => {
  assert.deepEqual(
    texts.filter(([, text]) => namesStage(text)).map(([file]) => file),
    [],
  );
});

test('a statement that names a stage is seen', () => {
  assert.ok(namesStage("tx.query(`update submission_file set stage = 'checked' where round = $1`)"));
  assert.ok(namesStage("tx.query(`insert into submission_file (a, stage) values ($1, 'queued')`)"));
  assert.ok(namesStage("await writeFile(tx, { at, stage: 'queued' });"));
  assert.ok(namesStage("await writeStage(tx, file, { from: file.stage, to: 'checked', at }, {});"));
  assert.ok(!namesStage("tx.query(`update submission_file set stage = $1 where stage = 'reading'`)"));
});

test('every event of a file is sent by something, and one that is only named is not', () => {
  assert.ok(fileEvents.length >= 6, fileEvents.join());
  assert.deepEqual(
    fileEvents.filter((event) => !texts.some(([, text]) => sends(text, event))),
    [],
  );
  assert.ok(!sends("if (!step(file.stage, 'submitted')) return;", 'submitted'));
});

test('every stage of a file is where it begins, or where an event leads', () => {
  const nexts = stages.flatMap((stage) => fileEvents.flatMap((event) => step(stage, event)?.to ?? []));
  assert.deepEqual([...new Set([FIRST.to, ...nexts])].toSorted(), stages.toSorted());
});
