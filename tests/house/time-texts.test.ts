/** A time is written in one way: `14:05 31/10/2026`, by few files, which `portal/parts/format.test.ts` holds to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, filesLike, isTest, textOf } from './sources.ts';

/** Who writes times, and why by itself. */
const WRITERS: Readonly<Record<string, string>> = {
  'src/base/vietnamese/time-text.ts': 'papers and pages of the server',
  'src/base/clock.ts': 'the day that it is in Việt Nam, for the program',
  'src/standard/card/verdict-words.ts': 'the door: to the second, for what is seconds old',
  'portal/parts/format.ts': 'screens',
  'portal/clock.ts': 'the day that it is, for the program',
  'portal/door/data-age.ts': 'the door: to the second, for what is seconds old',
  'simulators/vneid/wallet/formats.ts': 'the wallet: months by name in English',
};
const BY_ITSELF = /\bDateTimeFormat\b|\.toLocale(?:Date|Time)String\b|\bnew Date\([^()]*\)\.toLocaleString\b|\bdateStyle:|\btimeStyle:/;

test('nobody else writes a time by itself', () => {
  const files = ['src/**/*.ts', 'portal/**/*.{ts,tsx}', 'simulators/**/*.ts']
    .flatMap(filesLike)
    .filter((file) => !isTest(file) && !file.includes('/generated/'));
  const found = files.filter((file) => BY_ITSELF.test(codeOf(file, textOf(file))));
  assert.deepEqual(found.sort(), Object.keys(WRITERS).sort());
  assert.ok(
    BY_ITSELF.test("new Date(at).toLocaleString('vi-VN')") &&
      BY_ITSELF.test("{ dateStyle: 'short' }") &&
      !BY_ITSELF.test('n.toLocaleString()'),
  );
});
