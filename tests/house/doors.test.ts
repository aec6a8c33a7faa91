/** What was sent is known to `record` without its form: no sheet, column, row of a file, picture or way in has a name there. Adding a door touches no file of it (decision 0021). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, filesLike, isTest, textOf } from './sources.ts';

/** Words of forms, in code and texts of the room; the closed list of sources and what is said of them stands apart. */
const OF_A_FORM =
  /\b(sheet\w*|column_letter|row_no|workbook\w*|xlsx|excel|portraits?|portrait\w*|picture\w*|jpe?g|png|zip|EXCEL)\b|'Hồ sơ'|\.(row|column)\b|\banh4x6\b|\\u00ff/i;
/** Sources are one closed list; a refusal of a form that was given to another body has had its code from the first day. */
const ALLOWED: readonly RegExp[] = [
  /export type Source =.*/,
  /E-WORKBOOK-OTHER-BODY/,
  /import .*PrintedPlace.*/,
  /const NOWHERE: PrintedPlace = .*/,
];

const namesOfForm = (file: string, text: string): string[] =>
  codeOf(file, text)
    .split('\n')
    .filter((line) => !ALLOWED.some((one) => one.test(line)))
    .flatMap((line) => OF_A_FORM.exec(line)?.[0] ?? []);

test('the room of what was sent names nothing of any form', () => {
  const files = filesLike('src/record/intake/**/*.ts').filter((file) => !isTest(file));
  assert.ok(files.length > 20, 'the room was read');
  assert.deepEqual(
    files.flatMap((file) => namesOfForm(file, textOf(file)).map((word) => `${file}: ${word}`)),
    [],
  );
});

test('a word of a form is seen, in code and in SQL; a comment may say where it came from', () => {
  assert.deepEqual(namesOfForm('a.ts', "if (file.door === 'workbook') return;"), ['workbook']);
  assert.deepEqual(namesOfForm('a.ts', 'const at = `${place.row}`;'), ['.row']);
  assert.deepEqual(namesOfForm('a.ts', 'tx.query(`select sheet_row from submission_line`)'), ['sheet_row']);
  assert.deepEqual(namesOfForm('a.ts', '// as Excel does\nconst a = 1;'), []);
});

test('each door is one line where the rooms are joined', () => {
  const joined = /doors: \[([^\]]*)\]/
    .exec(textOf('src/start/compose.ts'))?.[1]
    ?.split(',')
    .map((one) => one.trim());
  assert.deepEqual(joined, [
    'workbookDoor',
    'portraitsDoor',
    'documentsDoor',
    'csvDoor',
    'declarationDoor',
    'evidenceDoor',
    'exchangeDoor',
  ]);
});
