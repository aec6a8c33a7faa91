/** `deploy/log/rsyslog.conf` at work: what is written while the collector is away arrives; a shipper that ends meanwhile loses at most what was under way. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { freePort } from '#base/free-port.ts';
import { anAuthority } from '../certificates-for-tests.ts';
import { RSYSLOG, isRsyslogHere } from './rsyslog.ts';

const DEPLOYED = join(import.meta.dirname, '../../deploy/log/rsyslog.conf');
const COLLECTOR = 'nhat-ky.example.gov.vn';
const LINES = 1_000;
/** As its unit ends it. */
const UNIT = join(import.meta.dirname, '../../deploy/log/congvu-log-shipper.service');
/** Handed to the connection before its end was noticed, and not acknowledged: rsyslog keeps them in memory alone (README of `deploy/log`). */
const IN_FLIGHT_MAX = 128;
const ENDED_BY = /^KillSignal=(SIG\w+)$/m.exec(readFileSync(UNIT, 'utf8'))![1] as NodeJS.Signals;
/** What does not come by then does not come. */
const ARRIVES_MS_MAX = 180_000;
const LOOK_EVERY_MS = 100;

function start(folder: string, name: string): ChildProcess {
  const output = spawn(RSYSLOG, ['-n', '-f', join(folder, `${name}.conf`), '-i', join(folder, `${name}.pid`)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [output.stdout, output.stderr])
    stream.on('data', (piece: Buffer) => appendFileSync(join(folder, `${name}.said`), piece));
  return output;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

/** The deployed file with another place, other certificates, and a file in the journal's stead: a build machine may have no journal. */
function ours(folder: string, port: number): string {
  const replaced: readonly (readonly [RegExp, string])[] = [
    [
      /^module\(load="imjournal".*$/m,
      `module(load="imfile")\ninput(type="imfile" File="${folder}/written.log" Tag="congvu" PersistStateInterval="100" addMetadata="off")`,
    ],
    [/target="nhat-ky\.example\.gov\.vn"/, 'target="127.0.0.1"'],
    [/port="2514"/, `port="${port}"`],
    [/\/var\/lib\/congvu-log-shipper/, `${folder}/queue`],
    [/\/etc\/congvu\/log\//g, `${folder}/`],
    [/action\.resumeInterval="10"/, 'action.resumeInterval="1"'],
  ];
  let text = readFileSync(DEPLOYED, 'utf8');
  for (const [what, by] of replaced) {
    assert.match(text, what, 'what the deployed file says');
    text = text.replace(what, by);
  }
  return text;
}

test('a collector that is away loses no line; a shipper that ends meanwhile, none but those under way', async (t) => {
  if (!isRsyslogHere()) {
    t.diagnostic('rsyslog is not installed here');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'congvu-log-'));
  const running = new Set<ChildProcess>();
  t.after(async () => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null) await stop(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const run = (name: string): ChildProcess => {
    const child = start(folder, name);
    running.add(child);
    return child;
  };
  mkdirSync(join(folder, 'queue'));
  const authority = await anAuthority('Nơi cấp của phép thử');
  const [server, client] = [
    await authority.signs(COLLECTOR, { usage: 'server' }),
    await authority.signs('may-chu.example.gov.vn', { usage: 'client' }),
  ];
  writeFileSync(join(folder, 'ca.pem'), authority.certificate);
  writeFileSync(join(folder, 'client.pem'), client.certificate);
  writeFileSync(join(folder, 'client.key'), client.key);
  writeFileSync(join(folder, 'server.pem'), server.certificate);
  writeFileSync(join(folder, 'server.key'), server.key);
  const port = await freePort();
  writeFileSync(join(folder, 'shipper.conf'), ours(folder, port));
  writeFileSync(
    join(folder, 'collector.conf'),
    `global(workDirectory="${folder}")
module(load="imrelp")
input(type="imrelp" port="${port}" tls="on" tls.caCert="${folder}/ca.pem" tls.myCert="${folder}/server.pem" tls.myPrivKey="${folder}/server.key"
  tls.authMode="name" tls.permittedPeer=["may-chu.example.gov.vn"])
template(name="text" type="string" string="%msg%\\n")
action(type="omfile" file="${folder}/collected.log" template="text")
`,
  );
  writeFileSync(join(folder, 'written.log'), '');
  let written = 0;
  const write = (count: number): void => {
    const lines = Array.from({ length: count }, () => `{"seq":${(written += 1)},"msg":"dòng nhật ký"}\n`);
    appendFileSync(join(folder, 'written.log'), lines.join(''));
  };
  const collected = (): Set<number> =>
    new Set(
      existsSync(join(folder, 'collected.log'))
        ? [...readFileSync(join(folder, 'collected.log'), 'utf8').matchAll(/"seq":(\d+),"msg":"dòng nhật ký"\}/g)].map(([, seq]) =>
            Number(seq),
          )
        : [],
    );
  /** @param fromWhich  lines up to this one may be missing: they were handed to a connection that broke */
  const arrive = async (count: number, fromWhich = 0): Promise<void> => {
    const missing = (): number[] => {
      const there = collected();
      return Array.from({ length: count }, (_, i) => i + 1).filter(
        (seq) => !there.has(seq) && !(fromWhich > 0 && seq > 3 * LINES && seq <= fromWhich),
      );
    };
    for (const startedMs = performance.now(); missing().length > 0 && performance.now() - startedMs < ARRIVES_MS_MAX;)
      await sleep(LOOK_EVERY_MS);
    const said = ['shipper.said', 'collector.said'].map((name) =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '',
    );
    assert.deepEqual(missing(), [], said.join('\n').slice(-2_000));
  };
  /** The queue on disk holds this line. */
  const taken = async (seq: number): Promise<void> => {
    const queue = join(folder, 'queue');
    const holds = (): boolean =>
      readdirSync(queue).some((name) => /\.\d{8}$/.test(name) && readFileSync(join(queue, name), 'utf8').includes(`"seq":${seq},`));
    for (const startedMs = performance.now(); !holds() && performance.now() - startedMs < ARRIVES_MS_MAX;) await sleep(LOOK_EVERY_MS);
    assert.ok(holds(), `line ${seq} came into the queue`);
  };

  let collector = run('collector');
  let shipper = run('shipper');
  write(LINES);
  await arrive(LINES);
  // Away: twice as many lines wait on the disk as a queue of rsyslog holds unasked.
  await stop(collector);
  write(2 * LINES);
  await taken(3 * LINES);
  collector = run('collector');
  await arrive(3 * LINES);
  // Away, and the shipper ends meanwhile, twice.
  await stop(collector);
  for (let i = 0; i < 2; i += 1) {
    await stop(shipper, ENDED_BY);
    shipper = run('shipper');
    write(LINES);
    await taken(written);
  }
  collector = run('collector');
  await arrive(written, 3 * LINES + IN_FLIGHT_MAX);
});
