/** People of every trade, typed into the template and read again, are the same people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from '#standard/check.ts';
import { SAMPLE_CONTEXT, sampleLine } from '#standard/sample-person.ts';
import type { RawPerson, RecordDocument } from '#standard/shapes.ts';
import { typedCells } from '#standard/typed-cells.ts';
import type { TypedCells } from '#standard/typed-cells.ts';
import { MAIN_SHEET } from '#standard/workbook-columns.ts';
import { DEMO_DAY, SETS, newPeople } from './cast.ts';

const PEOPLE_EACH = 25;

const asRead = ({ hoSo, sections }: TypedCells): RawPerson => ({
  line: sampleLine(MAIN_SHEET, 4, hoSo),
  sections: new Map(Object.entries(sections).map(([key, rows]) => [key, rows.map((row, index) => sampleLine(key, 4 + index, row))])),
});
const read = (nationalId: string, document: RecordDocument, named: boolean) =>
  checkPerson(asRead(typedCells(nationalId, document, { named })), { ...SAMPLE_CONTEXT, asOf: DEMO_DAY });

test('a filled template says the same whether codes stand alone or with their names, and reading it changes nothing', () => {
  for (const { bodyCode, set } of Object.values(SETS))
    for (const { nationalId, document } of newPeople(bodyCode, PEOPLE_EACH, set, DEMO_DAY)) {
      const bare = read(nationalId, document, false);
      const named = read(nationalId, document, true);
      assert.deepEqual(named.document, bare.document);
      assert.deepEqual(
        named.problems.map(({ code, value }) => [code, value]),
        bare.problems.map(({ code, value }) => [code, value]),
      );
      const again = read(nationalId, named.document, true);
      assert.deepEqual(again.document, named.document);
    }
});
