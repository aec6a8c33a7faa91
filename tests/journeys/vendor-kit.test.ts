/** From nothing to a first accepted batch by the guide alone: its commands are run as they stand in kit/README.md. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const hasTools = ['python3', 'openssl', 'bash'].every(
  (tool) => spawnSync(tool, [tool === 'openssl' ? 'version' : '--version']).status === 0,
);
const here = { skip: hasTools ? false : 'no python3, openssl or bash here' };

/** Blocks of commands of the guide, below the heading with this number. */
function commandsOf(part: number): readonly string[] {
  const guide = readFileSync(join(ROOT, 'kit/README.md'), 'utf8');
  const [, section = ''] = new RegExp(`\n## ${part}\\. ([\\s\\S]*?)(?=\n## |$)`).exec(guide) ?? [];
  return [...section.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'));
}

let folder: string;
let sandbox: ChildProcess | null = null;
let url = '';

/** `npx congvu` by the Node of this run: the wrapper would look whether packages are there, and start the same. */
const asHere = (command: string): string =>
  command.replace(/^npx congvu /, `"${process.execPath}" "${join(ROOT, 'src/start/congvu.ts')}" `);

function run(commands: readonly string[]): { readonly out: string; readonly err: string } {
  const script = commands
    .map((one) =>
      asHere(one)
        .replaceAll('http://127.0.0.1:8090', url)
        .replace(/ (kit\/python\/\S+)/g, (_all, path: string) => ` "${join(ROOT, path)}"`),
    )
    .join('\n');
  const done = spawnSync('bash', ['-euc', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  assert.equal(done.status, 0, done.stderr);
  return { out: done.stdout, err: done.stderr };
}

before(async () => {
  if (!hasTools) return;
  folder = mkdtempSync(join(tmpdir(), 'congvu-kit-'));
  const child = spawn(process.execPath, [join(ROOT, 'src/start/congvu.ts'), 'sandbox', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  sandbox = child;
  url = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (said: Buffer) => done(said.toString('utf8').trim()));
    child.once('exit', () => fail(new Error('the sandbox ended')));
  });
});
after(async () => {
  if (!sandbox) return;
  const child = sandbox;
  await new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
  rmSync(folder, { recursive: true, force: true });
});

test('the commands of the guide lead from nothing to a first accepted batch, and each invented number forces its outcome', here, () => {
  const commands = commandsOf(3);
  assert.equal(commands[0], 'npx congvu sandbox --port 8090');
  assert.ok(commands.length >= 4);
  const { out } = run(commands.slice(1));
  const said = JSON.parse(
    out
      .trimEnd()
      .split('\n')
      .findLast((line) => line.startsWith('{"state"'))!,
  ) as {
    state: string;
    settled: Record<string, string>;
    cursor: number;
    told: Record<string, string>;
  };
  assert.equal(said.state, 'in-step');
  const of = (number: string): string[] => [said.settled[`${number}-1`]!, said.settled[`${number}-2`]!];
  assert.deepEqual(of('000000000201'), ['accepted', 'accepted']);
  assert.deepEqual(of('000000000208'), ['duplicate', 'duplicate']);
  assert.deepEqual(of('000000000409'), ['conflict', 'conflict']);
  assert.deepEqual(of('000000000403'), ['rejected', 'rejected']);
  assert.deepEqual(of('000000000426'), ['quarantined', 'quarantined']);
  assert.deepEqual(said.told, { '000000000600 B/hoTenKhaiSinh': 'Nguyễn Văn Mẫu' });
});

/** What the sandbox says under the vendor's token. */
async function asked(method: string, path: string): Promise<{ readonly status: number; readonly json: Record<string, unknown> }> {
  const token = /CONGVU_TOKEN='([^']+)'/.exec(readFileSync(join(folder, 'thu/env.sh'), 'utf8'))![1]!;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(20_000),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

test('the log has what was asked and no token; a question is asked again and gets the same receipt; reset begins anew', here, async () => {
  const { json } = await asked('GET', '/sandbox/log');
  const log = json['log'] as {
    n: number;
    asked: string;
    request: { headers: Record<string, string> };
    answer: { status: number; text: string };
  }[];
  assert.ok(log.every(({ request }) => !('authorization' in request.headers)));
  assert.deepEqual(
    log.filter(({ asked: what }) => what === 'put').map(({ answer }) => answer.status),
    [503, 202],
  );
  assert.ok(log.filter(({ asked: what, answer }) => what === 'result' && answer.status === 202).length === 2);
  const put = log.findLast(({ asked: what }) => what === 'put')!;
  const again = (await asked('POST', `/sandbox/replay?n=${put.n}`)).json as {
    before: { text: string };
    now: { status: number; text: string };
  };
  assert.deepEqual([again.now.status, again.now.text], [200, again.before.text]);
  assert.equal((await asked('POST', '/sandbox/replay?n=99999')).status, 404);
  const judged = run([`npx congvu conformance --target http://127.0.0.1:8090 --client thu --json || true`]);
  const report = JSON.parse(judged.out) as { must: { passed: number; failed: number } };
  assert.ok(report.must.passed > 10 && report.must.failed === 0, judged.out.slice(0, 500));
  assert.deepEqual((await asked('POST', '/sandbox/release')).json['epoch'], 2);
  assert.equal((await asked('POST', '/sandbox/reset')).status, 200);
  assert.deepEqual(((await asked('GET', '/sandbox/log')).json['log'] as object[]).length, 0);
});

test('who has no token, brings another kind of key or asks for something else is told so; the page says what this is', here, async () => {
  const codeOf = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(20_000) });
    return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
  };
  assert.equal(await codeOf('/exchange/v1/feed?after=0'), '403 E-EXCHANGE-CALLER');
  assert.equal(await codeOf('/sandbox/log', { headers: { authorization: 'Bearer none' } }), '403 E-EXCHANGE-CALLER');
  for (const body of ['', '{}', '{"name":"x","publicKey":"none"}', JSON.stringify({ name: '', publicKey: 'x' })])
    assert.equal(await codeOf('/sandbox/register', { method: 'POST', body }), '400 E-EXCHANGE-QUESTION', body);
  const page = await (await fetch(`${url}/`)).text();
  assert.match(page, /THỬ NGHIỆM/);
  assert.match(page, /000000000409/);
});
