/** The embedded server lives exactly as long as it is wanted: it comes back when it dies, and goes when its starter does. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from './embedded-server.ts';
import type { EmbeddedServer } from './embedded-server.ts';

const WAIT_MS_MAX = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'congvu-embedded-'));
chmodSync(folder, 0o755);
const dataFolder = join(folder, 'thư mục có dấu', 'pg18');
const pidFile = join(dataFolder, 'postmaster.pid');
const pid = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);

async function until(what: string, look: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < WAIT_MS_MAX; waited += 50) {
    if (await look()) return;
    await sleep(50);
  }
  assert.fail(`${what} did not come`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false; // that is the answer
  } finally {
    await client.end().catch(() => undefined);
  }
}

let server: EmbeddedServer;
before(async () => {
  const started = await startEmbedded({ dataFolder, throwAway: true });
  if (!started.ok) throw new Error(started.problems[0]!.title.en);
  server = started.value;
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a server that is killed comes back by itself, at the same address', async () => {
  const first = pid();
  process.kill(first, 'SIGKILL');
  await until('another server', async () => existsSync(pidFile) && pid() !== first && (await answers(server.superUrl)));
});

test('data that a running server uses is refused, or adopted by a command that asks to', async () => {
  const second = await startEmbedded({ dataFolder, throwAway: true });
  assert.equal(second.ok || second.problems[0]!.code, 'E-DATABASE-IN-USE');
  const adopted = await startEmbedded({ dataFolder, throwAway: true, adopt: true });
  assert.ok(adopted.ok);
  await adopted.value.stop();
  assert.ok(await answers(server.superUrl), 'who adopted it leaves it running');
});

test('it stops with its starter, however that dies, and the next start is not hindered', async () => {
  await server.stop();
  assert.equal(await answers(server.superUrl), false);
  const script = join(folder, 'starter.ts');
  writeFileSync(
    script,
    `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded-server.ts'))};
     const started = await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, throwAway: true });
     process.stdout.write(started.ok ? 'up' : started.problems[0].code);
     setInterval(() => undefined, 1000);`,
  );
  const starter = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(starter.stdout, 'data')) as [Buffer];
  assert.equal(said.toString(), 'up');
  // A signal is only sent: on a busy machine its receiver lives on for a while.
  const died = once(starter, 'exit');
  starter.kill('SIGKILL');
  await died;
  const again = await startEmbedded({ dataFolder, throwAway: true });
  assert.ok(again.ok, again.ok ? '' : again.problems[0]!.title.en);
  server = again.value;
  assert.ok(await answers(server.superUrl));
});

test('data of another major version is refused with the way out', async () => {
  await server.stop();
  writeFileSync(join(dataFolder, 'PG_VERSION'), '17\n');
  const refused = await startEmbedded({ dataFolder });
  writeFileSync(join(dataFolder, 'PG_VERSION'), '18\n');
  assert.equal(refused.ok || refused.problems[0]!.code, 'E-DATABASE-OTHER-MAJOR');
});
