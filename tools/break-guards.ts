/**
 * `npm run break-guards [-- "part of a name" …]`: breaks each guard of `guards.ts` (of those whose name or file holds one of the parts) in a copy of the
 * tree and runs its tests, one of which must fail.
 * Exit 1 when a broken guard was noticed by nobody, or when what is to be broken is no longer there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { GUARDS } from './guards.ts';
import type { Guard } from './guards.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The tree as it stands, with its packages linked and a Git folder of its own (house tests ask Git for the files). */
function copyTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-guards-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).split('\0');
  for (const file of files.filter((one) => one !== '' && existsSync(join(ROOT, one)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    execFileSync('git', args, { cwd: folder });
  return folder;
}

const isCode = (file: string): boolean => /\.tsx?$/.test(file);

/** The text with the guard broken; null when there is nothing to break or the result is no program. */
function brokenText(text: string, { find, put, file }: Guard): string | null {
  if (find !== '' && !text.includes(find)) return null;
  const broken = find === '' ? text + put : text.replace(find, () => put);
  return isCode(file) && parseSync(file, broken).errors.length > 0 ? null : broken;
}

/** With its guard broken a test may wait for what never comes: that has noticed it, too. */
const TEST_MS_MAX = 20 * 60_000;

/** Does this test file pass in the copy? */
function passes(folder: string, test: string): boolean {
  const args = ['--disable-warning=ExperimentalWarning', '--test', test];
  return (
    existsSync(join(folder, test)) &&
    spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: TEST_MS_MAX, killSignal: 'SIGKILL' }).status === 0
  );
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : [''];
const folder = copyTree();
const guards = GUARDS.filter((one) => wanted.some((part) => one.broken.includes(part) || one.file.includes(part)));
let wrong = 0;
const tell = (said: string): void => {
  if (said.startsWith('✖')) wrong += 1;
  process.stdout.write(`${said}\n`);
};
try {
  // A test that fails anyway notices nothing.
  for (const test of new Set(guards.flatMap((one) => one.tests))) if (!passes(folder, test)) tell(`✖ fails with nothing broken: ${test}`);
  for (const guard of guards) {
    const path = join(folder, guard.file);
    const text = readFileSync(path, 'utf8');
    const broken = brokenText(text, guard);
    const what = `${guard.broken} (${guard.file})`;
    if (broken === null) tell(`✖ cannot be broken as written: ${what}`);
    else {
      writeFileSync(path, broken);
      tell(guard.tests.every((test) => passes(folder, test)) ? `✖ nobody noticed: ${what}` : `✔ noticed: ${what}`);
      writeFileSync(path, text);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
