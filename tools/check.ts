/** `npm run check`: types, lint, format, dead code; what a change passes before its tests. `npm test` runs the same list. */
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const SAID_BYTES_MAX = 64 * 1024 * 1024;

interface Check {
  readonly name: string;
  /** a command of `node_modules/.bin` */
  readonly command: string;
  readonly args: readonly string[];
}

export const CHECKS: readonly Check[] = [
  { name: 'types (tsc)', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint (oxlint)', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '--format=unix'] },
  { name: 'format (oxfmt)', command: 'oxfmt', args: ['--check'] },
  { name: 'dead code (knip)', command: 'knip', args: ['--no-progress'] },
];

/** Runs one check under this Node. `said` is everything it printed; a command that cannot start has failed and says so. */
export function runCheck({ command, args }: Check): { readonly ok: boolean; readonly said: string } {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const done = spawnSync(join(ROOT, 'node_modules', '.bin', command), args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    maxBuffer: SAID_BYTES_MAX,
    shell: process.platform === 'win32',
  });
  return { ok: done.status === 0, said: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? String(done.error) : ''}` };
}

if (import.meta.main) {
  let failed = 0;
  for (const check of CHECKS) {
    const { ok, said } = runCheck(check);
    process.stdout.write(`${ok ? '✔' : '✖'} ${check.name}\n${ok ? '' : said}`);
    if (!ok) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
}
