/** The runner of files in one process: what it counts, and that an error which nobody caught ends it with words. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { COUNT } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-in-one-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs files of these texts together. */
function together(...texts: readonly string[]): { readonly exit: number | null; readonly out: string; readonly err: string } {
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.test.mjs`);
    writeFileSync(file, `import { before, test } from 'node:test';\n${text}`);
    return file;
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'in-one-process.ts'), ...files],
    { encoding: 'utf8' },
  );
  return { exit: status, out: stdout, err: stderr };
}

test('the tests of all files are counted, each after what stands before them, and the first file is what was started', () => {
  const said = together(
    `let ready = false; before(async () => { await new Promise((done) => setTimeout(done, 20)); ready = true; });
     test('one', () => { if (!ready || !process.argv[1].endsWith('0.test.mjs')) throw new Error(process.argv[1]); });`,
    `test('two', async () => { await null; }); test('three', () => { throw new Error('it falls'); });`,
  );
  assert.equal(said.exit, 1, said.err);
  assert.match(said.out, new RegExp(`${COUNT} 2 1 `));
  assert.match(said.out, /✖ three[\s\S]+it falls/);
});

test('an error that nobody caught ends the process, says where it was made, and leaves no count', () => {
  for (const thrown of [`setTimeout(() => { throw new Error('lost') })`, `void Promise.reject(new Error('lost'))`]) {
    const said = together(`test('one', async () => { ${thrown}; await new Promise((done) => setTimeout(done, 60_000)); });`);
    assert.equal(said.exit, 1);
    assert.match(said.err, /Error: lost\n\s+at .*0\.test\.mjs/);
    assert.doesNotMatch(said.out, new RegExp(COUNT));
  }
});
