/** Nothing about law is a constant: a day of a law stands in a data file with its source, never in the code of the standard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isTest, textOf } from './sources.ts';

/** Invented for tests and pages: no law. */
const SAMPLES = new Set(['src/standard/sample-person.ts']);

test('no day stands in the code of the standard, but in examples of problems', () => {
  const files = filesLike('src/standard/**/*.ts').filter((file) => !isTest(file) && !file.includes('/generated/') && !SAMPLES.has(file));
  assert.ok(files.length > 80);
  const found = files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        /['"`](19|20)\d{2}-\d{2}(-\d{2})?['"`]|['"`]\d{1,2}\/\d{1,2}\/(19|20)\d{2}['"`]/.test(line) && !isExample(file, line)
          ? [`${file}:${index + 1} ${line.trim().slice(0, 80)}`]
          : [],
      ),
  );
  assert.deepEqual(found, []);
});

/** Examples of a problem's page, and of a form in a hint. */
const isExample = (file: string, line: string): boolean =>
  (/\/problems(\/[\w-]+)?\.ts$/.test(file) && /example|[a-zA-Z]+: '/.test(line)) || /^\s*(\/\/|\*|\/\*\*)/.test(line);
