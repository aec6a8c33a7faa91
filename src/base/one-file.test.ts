import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeOneFile } from './one-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-file-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const sources = join(folder, 'door', 'reader');
mkdirSync(sources, { recursive: true });
const script = join(sources, 'process.ts');
const write = (name: string, text: string): void => writeFileSync(join(sources, name), text);
write(
  'process.ts',
  `import { words } from './words.ts';\nconst n: number = 2;\nprocess.stdout.write(words(n) + (process.argv[2] ?? ''));\n`,
);
write('words.ts', 'export const words = (n: number): string => `${n} dòng `;\n');
const kept = join(folder, 'kept');
const made = (): Promise<string | null> => makeOneFile(script, [`${sources}/*`], kept);

test('sources with types become one file that does the same, made once', async () => {
  const NODE_ENV = process.env['NODE_ENV'];
  const file = await made();
  assert.ok(file);
  assert.equal(execFileSync(process.execPath, ['--no-strip-types', file, 'x']).toString(), '2 dòng x');
  assert.deepEqual([await made(), readdirSync(kept)], [file, [file.slice(kept.length + 1)]], 'nothing half made is left beside it');
  assert.equal(process.env['NODE_ENV'], NODE_ENV, 'who builds on the way is in the same environment afterwards');
});

test('a source that changed makes another file', async () => {
  const before = await made();
  write('words.ts', 'export const words = (n: number): string => `${n} cột `;\n');
  const after = await made();
  assert.ok(after && after !== before);
  assert.equal(execFileSync(process.execPath, [after]).toString(), '2 cột ');
});

test('where nothing can be kept, or nothing can be made of it, there is none', async () => {
  const taken = join(folder, 'taken');
  writeFileSync(taken, 'a file where the folder would be');
  assert.equal(await makeOneFile(script, [`${sources}/*`], taken), null);
  write('words.ts', 'export const words = ;\n');
  assert.equal(await made(), null);
  assert.ok(existsSync(script));
});
