/** `npm run check`: types, lint, format, dead code; what a change passes before its tests. `npm test` runs the same list. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

interface Check {
  readonly name: string;
  /** a command of `node_modules/.bin` */
  readonly command: string;
  readonly args: readonly string[];
}

export const CHECKS: readonly Check[] = [
  // Four checkers, as it takes by itself, each find out anew what files share: twice the work, and on two cores no quicker.
  { name: 'types (tsc)', command: 'tsc', args: ['--noEmit', '--checkers', '1'] },
  { name: 'lint (oxlint)', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '--format=unix'] },
  { name: 'format (oxfmt)', command: 'oxfmt', args: ['--check'] },
  { name: 'dead code (knip)', command: 'knip', args: ['--no-progress'] },
];

/** For the checker beneath the linter, as for the other: one that works, and a collector that comes late. A third less of the processor (bench/NOTES.md). */
const SPARING = { GOMAXPROCS: '1', GOGC: '400' };

/** Runs one check under this Node. `said` is everything it printed; a command that cannot start has failed and says so. */
export function runCheck({ command, args }: Check): Promise<{ readonly ok: boolean; readonly said: string }> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  return new Promise((done) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', command), args, {
      cwd: ROOT,
      env: { ...SPARING, ...process.env, PATH: path },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    child.once('error', (error) => done({ ok: false, said: String(error) }));
    child.once('close', (code) => done({ ok: code === 0, said }));
  });
}

if (import.meta.main) {
  let failed = 0;
  for (const check of CHECKS) {
    const { ok, said } = await runCheck(check);
    process.stdout.write(`${ok ? '✔' : '✖'} ${check.name}\n${ok ? '' : said}`);
    if (!ok) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
}
