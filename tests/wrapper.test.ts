/** What the wrapper starts ends with it, also when npm stands between: npm hands a signal to its shell, and the shell to nobody. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'congvu-wrapper-'));
after(() => rmSync(place, { recursive: true, force: true }));

/** Says that it runs, and how it was told to end. */
const PROGRAM = `
import { writeFileSync } from 'node:fs';
const [, , file] = process.argv;
process.on('SIGTERM', () => { writeFileSync(file, 'ended'); process.exit(0); });
writeFileSync(file, 'runs');
setInterval(() => undefined, 1000);
`;
async function says(file: string, word: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (existsSync(file) && readFileSync(file, 'utf8') === word) return;
    await sleep(50);
  }
  assert.fail(`${file} never said "${word}"`);
}

for (const [how, line] of [
  ['by itself', 'exec "$NODE" bin/with-node24.mjs "$PROGRAM" "$SAYS"'],
  // As npm does it: a shell that waits, and dies of the signal alone.
  ['behind a shell of npm', '"$NODE" bin/with-node24.mjs "$PROGRAM" "$SAYS"; exit $?'],
] as const)
  test(`SIGTERM ends what the wrapper started, ${how}`, { skip: process.platform === 'win32' }, async () => {
    const [program, file] = [join(place, 'program.mjs'), join(place, how.replaceAll(' ', '-'))];
    writeFileSync(program, PROGRAM);
    const env = { ...process.env, npm_command: 'start', NODE: process.execPath, SAYS: file };
    const child = spawn('/bin/sh', ['-c', line], { cwd: ROOT, env: { ...env, PROGRAM: relativeTo(program) }, stdio: 'ignore' });
    await says(file, 'runs');
    child.kill('SIGTERM');
    await says(file, 'ended');
  });

/** The wrapper takes a path below the checkout. */
function relativeTo(file: string): string {
  const up = ROOT.split('/')
    .filter((part) => part !== '')
    .map(() => '..');
  return join(...up, file);
}
