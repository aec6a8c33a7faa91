/** The three workbooks that stand ready: what is wrong with each is what its name says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allProblems, checkWhole } from '#doors/workbook/workbook-for-tests.ts';
import { DEMO_DAY, SETS } from './cast.ts';
import { MISTAKES, MISTAKES_TO_FIX, cleanWorkbook, dirtyRows, dirtyWorkbook, oldWorkbook } from './workbooks.ts';

const check = async (bytes: Uint8Array) => {
  const read = await checkWhole(bytes, { today: '2026-11-24', asOf: DEMO_DAY, demo: true, fixes: [] });
  assert.ok(read.kind === 'read');
  return { people: read.people.length, problems: allProblems(read) };
};

test('the clean workbook has nothing to repair', async () => {
  assert.deepEqual(await check(await cleanWorkbook()), { people: SETS.clean.count, problems: [] });
});

/** What each kind of mistake is found as; a person who stands twice is told in both rows. */
const FOUND_AS: Readonly<Record<string, { code: string; each?: number }>> = {
  'lost-zero': { code: 'E-PHONE-REWRITTEN' },
  'scientific-number': { code: 'E-ID-SCIENTIFIC' },
  'no-such-day': { code: 'E-DATE-IMPOSSIBLE' },
  'day-and-month-swapped': { code: 'E-DATE-SWAPPED' },
  'not-nfc': { code: 'E-TEXT-NOT-NFC' },
  tcvn3: { code: 'E-TEXT-TCVN3' },
  vni: { code: 'E-TEXT-VNI' },
  'look-alike': { code: 'E-TEXT-LOOK-ALIKE' },
  'wrong-code': { code: 'E-CODE-UNKNOWN' },
  'misspelt-name': { code: 'E-CODE-REWRITTEN' },
  'old-commune': { code: 'E-COMMUNE-OLD' },
  'sex-digit': { code: 'E-ID-SEX' },
  'birth-year': { code: 'E-ID-BIRTH-YEAR' },
  coefficient: { code: 'E-PAY-COEFFICIENT' },
  'pay-order': { code: 'E-PAY-ORDER' },
  'posts-overlap': { code: 'E-CAREER-OVERLAP' },
  'end-before-start': { code: 'E-END-BEFORE-START' },
  missing: { code: 'E-REQUIRED' },
  'duplicate-person': { code: 'E-PERSON-TWICE', each: 2 },
  'orphan-row': { code: 'E-ROW-ORPHAN' },
  'decimal-comma': { code: 'E-DECIMAL-COMMA' },
  'future-date': { code: 'E-DATE-FUTURE' },
  'bad-phone': { code: 'E-PHONE-FORM' },
  formula: { code: 'E-CELL-FORMULA' },
  'error-cell': { code: 'E-CELL-ERROR' },
};

for (const [set, mistakes] of [
  [SETS.dirty, MISTAKES],
  [SETS.toFix, MISTAKES_TO_FIX],
] as const)
  test(`the workbook with ${mistakes} mistakes has that many, of 25 kinds, and each is found`, async () => {
    const { kinds } = dirtyRows(set, mistakes);
    assert.equal(kinds.size, 25);
    assert.equal(
      [...kinds.values()].reduce((sum, count) => sum + count, 0),
      mistakes,
    );
    const { problems } = await check(await dirtyWorkbook(set, mistakes));
    const found = Map.groupBy(problems, (problem) => problem.code);
    assert.deepEqual(
      Object.fromEntries([...found].map(([code, list]) => [code, list.length]).sort()),
      Object.fromEntries([...kinds].map(([kind, count]) => [FOUND_AS[kind]!.code, count * (FOUND_AS[kind]!.each ?? 1)]).sort()),
    );
  });

test('the workbook of the old template is taken, with a warning that says so', async () => {
  const { people, problems } = await check(await oldWorkbook());
  assert.equal(people, SETS.old.count);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['E-WORKBOOK-OLD-TEMPLATE', 'warning']],
  );
});
