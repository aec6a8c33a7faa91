/** One kind = one file: a kind that is only named, in one place, is listed by the compiler in every place that lacks it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const ROOT = resolve(import.meta.dirname, '../..');

interface Change {
  readonly file: string;
  readonly change: (text: string) => string;
}

/** A kind that is only named. */
const NAMED: Change = {
  file: 'src/standard/field-shape.ts',
  change: (text) =>
    text.replace(
      "  | { readonly name: 'uuid' }",
      "  | { readonly name: 'uuid' }\n  | { readonly name: 'hat'; readonly colours: readonly string[] }",
    ),
};
/** A kind that lacks a part. */
const LACKING: Change = { file: 'src/standard/kinds/uuid.ts', change: (text) => text.replace(/ {2}sqlType: .*\n/, '') };

/** What the compiler says of a copy of base and standard in which these changes were made: one run of it for all, it takes seconds. */
function compiled(changes: readonly Change[]): string {
  // Inside the root, so that the copy finds node_modules; a dot folder is in nobody's `include`.
  const copy = mkdtempSync(join(ROOT, '.imaginary-'));
  try {
    for (const room of ['src/base', 'src/standard']) cpSync(join(ROOT, room), join(copy, room), { recursive: true });
    for (const { file, change } of changes) {
      const before = readFileSync(join(copy, file), 'utf8');
      const after = change(before);
      assert.notEqual(after, before, `${file} no longer has the place that this test changes`);
      writeFileSync(join(copy, file), after);
    }
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ type: 'module', imports: { '#*': './src/*' } }));
    writeFileSync(
      join(copy, 'tsconfig.json'),
      JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), include: ['src/standard'], exclude: [] }),
    );
    return spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', copy], { cwd: copy, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const errorsIn = (said: string, file: string): string[] =>
  said.split('\n').filter((line) => line.includes(file) && line.includes('error TS'));

const said = compiled([NAMED, LACKING]);

test('a new kind is asked for in the table of kinds', () => {
  assert.ok(errorsIn(said, 'src/standard/kinds/all.ts').length > 0, `the compiler said\n${said}`);
  assert.match(said, /Property 'hat' is missing|'hat' is missing/);
});

test('a kind that lacks a part is asked for it', () => {
  assert.ok(
    errorsIn(said, LACKING.file).some((line) => line.includes('sqlType')),
    said,
  );
});
