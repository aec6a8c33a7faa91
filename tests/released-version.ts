/** The program of a version that was released, as git has it, to run beside the one of today (`migrations/RELEASED` says which commit it is). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseStatements } from '#base/database/bootstrap.ts';
import { releasedSchemas } from '#base/database/expand-contract.ts';
import type { ReleasedSchema } from '#base/database/expand-contract.ts';
import { OWN_NAMES } from '#base/database/role-names.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import type { TestDatabase } from '#base/database/test-database.ts';

const ROOT = join(import.meta.dirname, '..');

const git = (...args: string[]): { readonly status: number | null; readonly stdout: Buffer } =>
  spawnSync('git', args, { cwd: ROOT, maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });

/** The newest version that was released and whose commit is in this clone; else why there is none: a clone without history, or no git. */
export function releasedHere(): ReleasedSchema | string {
  const last = releasedSchemas().findLast(({ commit }) => commit !== null);
  if (!last) return 'migrations/RELEASED names no commit';
  return git('cat-file', '-e', `${last.commit}^{commit}`).status === 0
    ? last
    : `the commit of version ${last.version} (${last.commit}) is not in this clone: a clone with all its history has it`;
}

export interface ReleasedProgram {
  /** what to run in place of `src/start/congvu.ts` */
  readonly program: string;
  drop(): void;
}

/** Packages of a lock file, by place and version; the project itself, which stands under the empty name, is none. */
const packagesIn = (file: string, takes: (one: { readonly dev?: boolean }) => boolean): readonly string[] => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version: string; dev?: boolean }> };
  return Object.entries(packages).flatMap(([name, one]) => (name !== '' && takes(one) ? [`${name}@${one.version}`] : []));
};

/**
 * Its `start` without the portal's pages, which take longer to build than all the rest and are asked for by nobody here; every other command is its own. It
 * stands in a place that is new each time: what is compiled of it is kept when it is up, for those who are started after it.
 */
const WITHOUT_PAGES = `
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { readConfig } from '#base/config.ts';
import { serve } from './serve.ts';
if (process.argv[2] === 'start') {
  const config = readConfig(process.env);
  const people = Number(process.argv[4]);
  const running = config.ok
    ? await serve(config.value, { root: join(import.meta.dirname, '../..'), portal: false, tell: () => undefined, people })
    : config;
  if (!running.ok) {
    process.stderr.write(JSON.stringify(running.problems));
    process.exit(2);
  }
  process.on('SIGTERM', () => void running.value.stop().then(() => process.exit(0)));
  flushCompileCache();
} else await import('./congvu.ts');
`;

/** Its sources aside, with the packages of today where all that it runs with is among them, and with its own else: those come from the registry. */
export function openReleasedProgram({ commit, version }: ReleasedSchema): ReleasedProgram {
  // Not below node_modules: Node runs no TypeScript there.
  const folder = mkdtempSync(join(tmpdir(), `congvu-${version}-`));
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  const must = (what: string, done: { readonly status: number | null; readonly stderr?: unknown }): void => {
    if (done.status === 0) return;
    drop();
    throw new Error(`${what} of version ${version} ended with ${done.status}: ${String(done.stderr ?? '')}`);
  };
  const archive = git('archive', commit!, 'bin', 'portal', 'simulators', 'src', 'package.json', 'package-lock.json', '.npmrc');
  must('git archive', archive);
  must('tar', spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout }));
  const lock = 'package-lock.json';
  const here = new Set(packagesIn(join(ROOT, lock), () => true));
  if (packagesIn(join(folder, lock), ({ dev }) => dev !== true).every((one) => here.has(one)))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  else must('npm ci', spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' }));
  const program = join(folder, 'src/start/without-pages.ts');
  writeFileSync(program, WITHOUT_PAGES);
  return { program, drop };
}

/** A database as its administrator made it, before any version's first migration: one of the tests has been brought up to today. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    for (const schema of ['congvu', 'pgboss']) await client.query(`drop schema ${schema} cascade`);
    for (const statement of databaseStatements(OWN_NAMES)) await client.query(statement);
  } finally {
    await client.end();
  }
  return database;
}
