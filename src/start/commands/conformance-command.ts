/**
 * `congvu conformance --offline --client CMD [--product NAME] [--out FOLDER] [--key F.pem] [--json]`: looks at a vendor's program. A centre in memory listens on
 * this machine alone; the program is started for each run, told by its environment where the centre is and what happened, and says on its last line how it ended.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#base/clock.ts';
import { systemChance } from '#base/chance.ts';
import type { Problem } from '#base/problem.ts';
import { conformanceOf, reportOfLog } from '#doors/exchange/conformance.ts';
import type { ConformanceReport } from '#doors/exchange/conformance.ts';
import type { LoggedExchange } from '#doors/exchange/conformance-client.ts';
import { sandboxAway } from './problems.ts';
import type { ClientReport, ClientRun, ConformanceClient } from '#doors/exchange/conformance-client.ts';
import { reportPage, signReport } from '#doors/exchange/conformance-report.ts';

/** A program that does not end by itself is ended. */
const RUN_MS_MAX = 120_000;
/** What is kept of what it says. */
const SAID_CHARS_MAX = 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The line to the centre, on this machine: what is not answered is cut off. */
async function listening(ask: ClientRun['ask'], onCut: (error: unknown) => void): Promise<{ readonly url: string; close(): void }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    try {
      const answered = await ask({ method: request.method ?? 'GET', url: request.url ?? '/', headers, body: await bodyOf(request) });
      if (!answered) response.destroy();
      else response.writeHead(answered.status, { ...answered.headers, connection: 'close' }).end(answered.text);
    } catch (error) {
      response.destroy();
      onCut(error);
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

const isReport = (value: unknown): value is ClientReport =>
  typeof value === 'object' && value !== null && 'state' in value && 'settled' in value && 'cursor' in value && 'told' in value;

function reportIn(said: string): ClientReport {
  const last = said.trimEnd().split('\n').at(-1) ?? '';
  const value: unknown = JSON.parse(last);
  if (!isReport(value)) throw new Error('the last line is no report');
  return value;
}

/** The words of a command: what has a space in it stands between quotes. No shell reads it. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');

/** A vendor's program as a client. @param folder  where it may keep things, a folder for each life */
export function programClient(command: string, folder: string): ConformanceClient {
  const places = new Map<unknown, string>();
  return async ({ identity, happened, ask, disk }) => {
    const place = places.get(disk) ?? join(folder, `life-${places.size + 1}`);
    places.set(disk, place);
    await mkdir(join(place, 'state'), { recursive: true });
    const file = async (name: string, text: string): Promise<string> => {
      await writeFile(join(place, name), text, { mode: 0o600 });
      return join(place, name);
    };
    let cut: unknown = null;
    let child: ChildProcess | null = null;
    const line = await listening(ask, (error) => {
      cut ??= error;
      child?.kill('SIGKILL');
    });
    try {
      const env = {
        ...process.env,
        CONGVU_URL: line.url,
        CONGVU_SOURCE: identity.source,
        CONGVU_AUDIENCE: identity.audience,
        CONGVU_KID: identity.kid,
        CONGVU_KEY: await file('key.pem', identity.privatePem),
        CONGVU_CENTRE_KID: identity.centreKid,
        CONGVU_CENTRE_KEY: await file('centre.pem', identity.centrePublicPem),
        CONGVU_STATE: join(place, 'state'),
        CONGVU_HAPPENED: await file('happened.ndjson', happened.map((one) => `${JSON.stringify(one)}\n`).join('')),
      };
      const [program = '', ...args] = wordsOf(command);
      const started = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      const said = await endOf(started).catch((error: unknown) => {
        throw cut ?? error;
      });
      if (cut !== null) throw cut instanceof Error ? cut : new Error('cut');
      return reportIn(said);
    } finally {
      line.close();
    }
  };
}

/** What it said on its standard output; a program that does not end is ended. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      if (said.length < SAID_CHARS_MAX) said += part.toString('utf8');
    });
    let errors = '';
    child.stderr?.on('data', (part: Buffer) => {
      if (errors.length < 2_000) errors += part.toString('utf8');
    });
    const over = setTimeout(() => child.kill('SIGKILL'), RUN_MS_MAX);
    child.once('error', fail);
    child.once('close', (code) => {
      clearTimeout(over);
      if (said.trim() === '') fail(new Error(`it ended with ${code} and no report: ${errors.trim().split('\n').at(-1) ?? ''}`));
      else done(said);
    });
  });
}

export interface ConformanceIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** 0 ≤ x < 1. */
const drawn = (): number => Buffer.from(systemChance.bytes(4)).readUInt32BE(0) / 2 ** 32;

export async function lookAt(product: string, command: string, progress: (scenario: string) => void): Promise<ConformanceReport> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-conformance-'));
  try {
    const clock = { now: systemClock.now, ms: () => Date.parse(systemClock.now()) };
    return await conformanceOf(product, programClient(command, folder), { clock, sleep: (ms) => sleep(ms), draw: drawn, progress });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is said of a client, and where it is put. */
interface ReportRequest {
  readonly out: string | null;
  readonly key: string | null;
  readonly json: boolean;
}

/** The log of a sandbox's line, as its address gives it. */
interface SandboxLog {
  readonly source: string;
  readonly audience: string;
  readonly kid: string;
  readonly publicKey: string;
  readonly log: readonly (LoggedExchange & { readonly request: { readonly body: string } })[];
}

/** Judges what a client asked of a sandbox. @param folder  of its registration. Exit 0 nothing is wrong of what the log shows, 1 something is, 2 no log there */
export async function runTarget(
  request: ReportRequest & { readonly target: string; readonly folder: string },
  io: ConformanceIo,
): Promise<number> {
  let said: SandboxLog;
  try {
    const token = /CONGVU_TOKEN='([^']+)'/.exec(await readFile(join(request.folder, 'env.sh'), 'utf8'))?.[1] ?? '';
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(new URL('/sandbox/log', request.target), { headers, signal: AbortSignal.timeout(30_000) });
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    said = (await answer.json()) as SandboxLog;
  } catch {
    io.sayProblems([sandboxAway({ url: request.target })]);
    return 2;
  }
  const { source, audience, kid, publicKey, log } = said;
  const read = log.map((one) => ({ ...one, request: { ...one.request, body: Buffer.from(String(one.request.body), 'base64') } }));
  const report = reportOfLog(source, { identity: { source, audience, kid, publicPem: publicKey }, log: read }, systemClock.now());
  await give(report, request, io);
  return report.must.failed > 0 ? 1 : 0;
}

/** Says the report, and where it was put. Exit 0 it conforms, 1 it does not. */
export async function runConformance(
  request: ReportRequest & { readonly product: string; readonly command: string },
  io: ConformanceIo,
): Promise<number> {
  const report = await lookAt(request.product, request.command, (scenario) => io.print(`… ${scenario}`));
  await give(report, request, io);
  return report.conforms ? 0 : 1;
}

async function give(report: ConformanceReport, request: ReportRequest, io: ConformanceIo): Promise<void> {
  if (request.out !== null) {
    const key =
      request.key === null
        ? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
        : await readFile(request.key, 'utf8');
    await mkdir(request.out, { recursive: true });
    await writeFile(join(request.out, 'report.json'), `${JSON.stringify(signReport(report, key))}\n`);
    await writeFile(join(request.out, 'report.html'), reportPage(report));
    io.print(`Báo cáo đã ký: ${join(request.out, 'report.json')}; trang để xem: ${join(request.out, 'report.html')}.`);
  }
  if (request.json) io.answer(JSON.stringify(report));
  else sayReport(report, io);
}

const MARKS = { passed: '✓', failed: '✗', 'not-tried': '–' } as const;

function sayReport({ product, standard, suites, must, should, conforms }: ConformanceReport, { answer }: ConformanceIo): void {
  for (const { suite, title, needs, steps } of suites) {
    answer(`\n${title.vi} (${suite}${needs.length > 0 ? `, cần trước: ${needs.join(', ')}` : ''})`);
    for (const { id, clause, level, expects, outcome, because, shown } of steps) {
      answer(`  ${MARKS[outcome]} ${id}  ${level === 'must' ? 'PHẢI' : 'NÊN'} ${clause}  ${expects.vi}`);
      if (because) answer(`      ${because.vi} (${because.en})`);
      if (shown) answer(`      #${shown.n} ${shown.request.split('\n')[0]} → ${shown.answer.split('\n')[0]}`);
    }
  }
  answer(
    `\n${product}, tiêu chuẩn ${standard}: PHẢI ${must.passed} đạt, ${must.failed} không đạt, ${must['not-tried']} chưa thử; NÊN ${should.passed} đạt, ${should.failed} không đạt. ${conforms ? 'Đạt.' : 'Chưa đạt.'}`,
  );
}
