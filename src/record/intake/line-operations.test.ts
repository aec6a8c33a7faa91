/** Who states a part of a record is held by the rules of the whole as it would stand, and not by what was wrong before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { judgedPart } from './line-operations.ts';

const DAYS = { today: '2026-11-24', asOf: '2026-11-24' };
const placeOf = (field: string) => ({ path: `/${field}`, field });
const told = (standing: RecordDocument, stated: RecordDocument, partOfRecord?: true) =>
  judgedPart(
    { placeOf, ...(partOfRecord ? { partOfRecord } : {}) },
    { registered: { document: standing } as RegisteredPerson, document: stated, ...DAYS },
  ).map(({ where }) => where.path);
const enlisted: RecordDocument = { D: { ngayNhapNgu: '2010-02-01' } };
const discharged: RecordDocument = { D: { ngayXuatNgu: '2005-02-01' } };

test('what does not agree with the record is told at its place', () => {
  assert.deepEqual(told(enlisted, discharged, true), ['/ngayXuatNgu']);
  assert.deepEqual(told(enlisted, { D: { ngayXuatNgu: '2012-02-01' } }, true), []);
  const [problem] = judgedPart(
    { placeOf, partOfRecord: true },
    { registered: { document: enlisted } as RegisteredPerson, document: discharged, ...DAYS },
  );
  assert.doesNotMatch(JSON.stringify(problem), /2010/, 'no value of the register stands in what the sender reads');
});

test('what was wrong before is not held against who states something else; a whole record is judged by its own check', () => {
  const wrong: RecordDocument = { D: { ...enlisted.D, ...discharged.D } };
  assert.deepEqual(told(wrong, { C: { dienThoaiDiDong: '0912345678' } }, true), []);
  assert.deepEqual(told(enlisted, discharged), []);
});
