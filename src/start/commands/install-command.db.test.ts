/** The first start of a real installation: nobody is there, and somebody must be. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Problem } from '#base/problem.ts';
import { runAddAdministrator } from './administrator-command.ts';
import { runInstall } from './install-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-install-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ENV = {
  NODE_ENV: 'production',
  DATA_FOLDER: folder,
  PUBLIC_URL: 'https://congvu.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
  POPULATION_URL: 'https://population.example/ws',
  POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
};

/** Installs with these lines typed; the exit code and the codes of what was refused. */
async function install(typed: readonly string[], org = 'H26', run = runInstall): Promise<{ exit: number; codes: string[] }> {
  const lines = [...typed];
  const codes: string[] = [];
  const exit = await run(ENV, org, {
    print: () => undefined,
    sayProblems: (problems: readonly Problem[]) => void codes.push(...problems.map((problem) => problem.code)),
    ask: async () => lines.shift() ?? null,
  });
  return { exit, codes };
}

test('without a name and a whole number nothing is made', async () => {
  for (const typed of [[], ['Nguyễn Văn An'], ['', '001090000001'], ['Nguyễn Văn An', '00109'], ['Nguyễn Văn An', '000190000001']])
    assert.deepEqual(await install(typed), { exit: 2, codes: ['E-INSTALL-PERSON'] }, typed.join());
  assert.equal(existsSync(join(folder, 'keys')), false);
});

test('a body that is not there leaves nobody with an account, so that it can be tried again', async () => {
  assert.deepEqual(await install(['Nguyễn Văn An', '001090000001'], 'H99'), { exit: 2, codes: ['E-BODY-CODE'] });
  assert.deepEqual(await install(['Nguyễn Văn An', '001090000001']), { exit: 0, codes: [] });
});

test('the second administrator is another human, added by the command line once; from then on there are two', async () => {
  const add = (typed: readonly string[], org = 'H26') => install(typed, org, runAddAdministrator);
  assert.deepEqual(await add(['Nguyễn Văn An', '001090000001']), { exit: 2, codes: ['E-ALREADY-ADMINISTRATOR'] });
  assert.deepEqual(await add(['Trần Thị Bình', '0011900']), { exit: 2, codes: ['E-INSTALL-PERSON'] });
  assert.deepEqual(await add(['Trần Thị Bình', '001190000002'], 'H99'), { exit: 2, codes: ['E-BODY-CODE'] });
  assert.deepEqual(await add(['Trần Thị Bình', '001190000002']), { exit: 0, codes: [] });
  assert.deepEqual(await add(['Lê Văn Cường', '001090000003']), { exit: 2, codes: ['E-ADMINISTRATORS-ENOUGH'] });
});

test('what is installed is not installed again; and without its keys they are asked for, not made anew', async () => {
  assert.deepEqual(await install(['Trần Thị Bình', '001190000002']), { exit: 2, codes: ['E-INSTALLED-ALREADY'] });
  renameSync(join(folder, 'keys', 'master.key'), join(folder, 'master.key'));
  assert.deepEqual(await install(['Trần Thị Bình', '001190000002']), { exit: 2, codes: ['E-KEY-MISSING'] });
  assert.equal(existsSync(join(folder, 'keys', 'master.key')), false);
});
