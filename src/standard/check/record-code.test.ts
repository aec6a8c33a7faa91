/** The code of the electronic record is the number of its row: typed otherwise it is told at its cell, typed right it states nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from '#standard/check.ts';
import { samplePerson, SAMPLE_CONTEXT, SAMPLE_ROW } from '#standard/sample-person.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { RECORD_CODE } from './record-code.ts';

const told = (typed: string) => checkPerson(samplePerson({ [RECORD_CODE]: typed }), SAMPLE_CONTEXT);
const CODE = 'E-RECORD-CODE-DIFFERS';
const NUMBER = SAMPLE_ROW['soDinhDanh']!;

test('a code that is not the number of the row is told at its cell', () => {
  for (const typed of ['QG-0001', '000085012346', 'Không rõ', '1']) {
    const [problem, ...others] = told(typed).problems.filter(({ code }) => code === CODE);
    assert.ok(problem && others.length === 0, typed);
    assert.deepEqual([problem.severity, problem.where.field, problem.value], ['error', RECORD_CODE, typed]);
    assert.ok(problem.where.column);
  }
});

test('the number itself, however a program shows it, and a blank cell are right; the document states no code', () => {
  for (const typed of [NUMBER, '000 085 012 345', '85012345', '']) {
    const { problems, document } = told(typed);
    assert.deepEqual(problems, [], typed);
    assert.equal(document.A?.[RECORD_CODE], undefined);
  }
});

test('the template has it last in its sheet, so that no letter of a file in use moves, and locked', () => {
  const { columns } = WORKBOOK_SHEETS[0]!;
  assert.deepEqual([columns.at(-1)!.key, columns.at(-1)!.readOnly], [RECORD_CODE, true]);
  assert.equal(columns.filter(({ readOnly }) => readOnly).length, 1);
});
