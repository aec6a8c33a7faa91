/** The guide of the installation, walked: its files are written and its commands run as they stand on the page; then people of three roles sign in. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { testServer } from '#base/database/test-database.ts';
import { freePort } from '#base/free-port.ts';
import { startLyingProvider } from '#outside/vneid/provider-for-tests.ts';
import { softAuthenticator } from '../security/soft-authenticator.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/install/README.md'), 'utf8');
const TLS = join(ROOT, 'tests/fixtures/tls');

/** A block of the guide that is written or run. */
interface Block {
  readonly kind: 'file' | 'run' | 'background';
  readonly name: string;
  readonly text: string;
}
const blocks: readonly Block[] = [...GUIDE.matchAll(/^```(\w+) (file=(\S+)|run background|run)\n([^]*?)^```$/gm)].map(
  ([, , what, file, text]) => ({
    kind: file ? 'file' : what === 'run background' ? 'background' : 'run',
    name: file ?? '',
    text: text!,
  }),
);

const place = mkdtempSync(join(tmpdir(), 'congvu-guide-'));
const closing: (() => Promise<unknown> | void)[] = [() => rmSync(place, { recursive: true, force: true })];
after(async () => {
  for (const close of closing.reverse()) await close();
});

/** Commands of the page that this machine may not have, or that must be those of this tree. */
function commands(superUrl: string): string {
  const folder = join(place, 'bin');
  mkdirSync(folder);
  const script = (name: string, line: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  script('npx', `shift; exec "${process.execPath}" "${join(ROOT, 'bin/congvu.mjs')}" "$@"`);
  script('psql', `SUPER_URL='${superUrl}' exec "${process.execPath}" "${join(ROOT, 'tests/journeys/psql-of-the-guide.ts')}" "$@"`);
  return folder;
}

/** Runs a block to its end. Not in one wait: the provider that it talks to lives in this process. */
function run(text: string, env: Readonly<Record<string, string>>): Promise<{ readonly exit: number | null; readonly said: string }> {
  const child = spawn('/bin/sh', ['-e', '-c', text], { cwd: place, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-6000)));
  return new Promise((done) => child.once('close', (exit) => done({ exit, said })));
}

async function answersWithin(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let waited = 0; waited < 300_000; waited += 200) {
    assert.equal(child.exitCode, null, `the server ended: ${said()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(200);
  }
  assert.fail(`the server did not come: ${said()}`);
}

test('the guide leads from two log-ins of any name to an agency, two administrators, and a clerk who signs in at a provider of somebody else', async () => {
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['file', 'run', 'run', 'run', 'file', 'run', 'background', 'run', 'run'],
    'blocks of the guide',
  );
  const { superUrl, urlOf } = await testServer();
  const mark = randomBytes(3).toString('hex');
  const names = { owner: `hoso_owner_${mark}`, app: `hoso_app_${mark}`, database: `hoso_${mark}` };
  closing.push(async () => {
    const client = new pg.Client({ connectionString: superUrl });
    await client.connect();
    await client.query(`drop database if exists ${names.database} with (force)`);
    for (const role of [names.owner, names.app]) await client.query(`drop role if exists ${role}`);
    await client.end();
  });
  const tls = { key: readFileSync(join(TLS, 'key.pem'), 'utf8'), cert: readFileSync(join(TLS, 'certificate.pem'), 'utf8') };
  const provider = await startLyingProvider({ id: 'congvu', secret: 'BI-MAT-TAI-NHA-CUNG-CAP' }, tls);
  closing.push(() => provider.close());
  const population = createServer(tls, (_request, response) => response.writeHead(405).end());
  await new Promise<void>((done) => population.listen(0, '127.0.0.1', done));
  closing.push(() => {
    population.closeAllConnections();
    population.close();
  });
  const port = await freePort();
  // A name: no passkey is made for a bare address.
  const here = `http://localhost:${port}`;
  // What the page gives as examples is here as follows; a name that the page does not have is a mistake of this test.
  const instead: Readonly<Record<string, string>> = {
    PUBLIC_URL: here,
    PORT: String(port),
    DATA_FOLDER: join(place, 'data'),
    DATABASE_OWNER_URL: urlOf(names.owner, 'MAT-KHAU-CHU', names.database),
    DATABASE_URL: urlOf(names.app, 'MAT-KHAU-UNG-DUNG', names.database),
    OIDC_ISSUER: provider.issuer,
    POPULATION_URL: `https://127.0.0.1:${(population.address() as AddressInfo).port}/ws`,
  };
  const env = {
    PATH: [commands(superUrl), process.env['PATH']].join(delimiter),
    HOME: place,
    NODE_EXTRA_CA_CERTS: join(TLS, 'certificate.pem'),
  };
  for (const { kind, name, text } of blocks) {
    if (kind === 'file') {
      const lines = text.split('\n').map((line) => {
        const [setting] = line.split('=');
        return setting && instead[setting] !== undefined ? `${setting}='${instead[setting]}'` : line;
      });
      if (name === 'congvu.env') for (const setting of Object.keys(instead)) assert.ok(text.includes(`\n${setting}=`), setting);
      writeFileSync(join(place, name), lines.join('\n'));
      continue;
    }
    if (kind === 'run') {
      const done = await run(text, env);
      assert.equal(
        done.exit,
        0,
        `${text}
${done.said}`,
      );
      continue;
    }
    const child = spawn('/bin/sh', ['-e', '-c', text], { cwd: place, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)));
    closing.push(async () => {
      const gone = new Promise((resolved) => child.once('exit', resolved));
      child.kill('SIGTERM');
      await gone;
    });
    await answersWithin(`${here}/readyz`, child, () => said);
  }

  const signIn = async (nationalId: string): Promise<string> => {
    provider.claims = { sub: nationalId, national_id: nationalId, name: 'Tên', identity_level: 2 };
    const begun = await fetch(`${here}/auth/sign-in`, { redirect: 'manual' });
    assert.equal(begun.status, 303, await begun.text());
    const cookieOf = (answer: Response): string =>
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0]!)
        .join('; ');
    const back = await fetch(provider.visit(begun.headers.get('location')!), { redirect: 'manual', headers: { cookie: cookieOf(begun) } });
    assert.equal(back.status, 303, await back.text());
    return cookieOf(back);
  };
  const roles = async (nationalId: string): Promise<readonly string[]> => {
    const session = await fetch(`${here}/api/v1/session`, { headers: { cookie: await signIn(nationalId) } });
    const { grants, demo } = (await session.json()) as { demo: boolean; grants: { role: string; body: { code: string } }[] };
    assert.equal(demo, false);
    return grants.map(({ role, body }) => `${role} ${body.code}`);
  };
  assert.deepEqual(await roles('001090000001'), ['QT_BNDP H26']);
  assert.deepEqual(await roles('001190000002'), ['QT_BNDP H26']);
  assert.deepEqual(await roles('001090000003'), ['NHAP_LIEU H26']);

  // As the page says: whoever administers adds a passkey first, then gives a role at the portal.
  const cookie = await signIn('001090000001');
  const post = async (path: string, body: object): Promise<{ readonly status: number; readonly answer: Record<string, unknown> }> => {
    const answer = await fetch(`${here}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, origin: here, 'content-type': 'application/json', 'idempotency-key': randomBytes(8).toString('hex') },
      body: JSON.stringify(body),
    });
    return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
  };
  const session = await fetch(`${here}/api/v1/session`, { headers: { cookie } });
  const [{ body } = { body: { id: '' } }] = ((await session.json()) as { grants: { body: { id: string } }[] }).grants;
  const request = { name: 'Phạm Thị Dung', nationalId: '001190000004', role: 'NHAP_LIEU', bodyId: body.id };
  assert.equal((await post('/accounts', request)).answer['code'], 'E-PASSKEY-NEEDED');
  const device = softAuthenticator(here);
  const asked = async (path: string) => (await post(path, {})).answer['options'] as Parameters<typeof device.adds>[0];
  const added = await post('/my/passkeys', { name: 'Máy tính', answer: device.adds(await asked('/my/passkeys/challenge')) });
  assert.equal(added.status, 201, JSON.stringify(added.answer));
  assert.equal((await post('/accounts', request)).answer['code'], 'E-STEP-UP');
  const verified = await post('/session/step-up', { answer: device.answers(await asked('/session/step-up/challenge')) });
  assert.equal(verified.status, 200, JSON.stringify(verified.answer));
  assert.equal((await post('/accounts', request)).status, 201);
  assert.deepEqual(await roles('001190000004'), ['NHAP_LIEU H26']);
});
