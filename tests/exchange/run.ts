/**
 * `npm run test:exchange`: `congvu node` in one network namespace and a centre in another exchange many people, while the link is cut and restored and both ends are
 * killed; afterwards every record has both receipts, the digests are equal and nothing was judged twice. Needs root and `ip`; no part of `npm test`.
 *
 *   --centre memory|tables   --people N   --cuts 5   --kills 10 (of each end)   --out FILE   a line of figures, appended
 *
 * memory: the shipped protocol in memory with a journal, people of two facts; 100,000 unless said. tables: the product's server and background over PostgreSQL, whole
 * people that are checked, matched, confirmed by an officer's key and registered; 1,000 unless said.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kidOf, makeKeyFile } from '#node/keys.ts';
import type { Mapping } from '#node/mapping/mapping-file.ts';
import { AUDIENCE, CHANGES_OF_A_PERSON, MAKER_WHO_CONFIRMS, MEMBER, SOURCE, TABLES_MAPPING, nameOf, numberOf } from './tables-line.ts';

const { values: asked } = parseArgs({
  options: {
    centre: { type: 'string', default: 'memory' },
    people: { type: 'string' },
    cuts: { type: 'string', default: '5' },
    kills: { type: 'string', default: '10' },
    out: { type: 'string' },
  },
});
const ON_TABLES = asked.centre === 'tables';
const [CUTS, KILLS] = [Number(asked.cuts), Number(asked.kills)];
const PEOPLE = Number(asked.people ?? (ON_TABLES ? 1_000 : 100_000));
/** The claim and each fact. */
const CHANGES = PEOPLE * (ON_TABLES ? CHANGES_OF_A_PERSON : 3);
const ROOT = resolve(import.meta.dirname, '../..');
const PORT = 8_899;
const [NODE_PLACE, CENTRE_PLACE] = [`cvn-${process.pid}`, `cvc-${process.pid}`];
const [NODE_HOST, CENTRE_HOST] = ['10.88.77.2', '10.88.77.1'];
const LINK_MS_CUT = 3_000;
/** Nothing moves for so long: it hangs. */
const STILL_MS_MAX = 10 * 60_000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** Of Debian's package iproute2. */
const IP = '/usr/sbin/ip';
const ip = (...args: string[]): void => void execFileSync(IP, args, { stdio: ['ignore', 'ignore', 'inherit'] });

if (process.getuid?.() !== 0) {
  say('Needs root: it makes two network namespaces. Nothing was run.\n\n0 passed, 1 failed');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'congvu-exchange-'));
// The embedded server runs as another user.
chmodSync(folder, 0o755);
const nodeFolder = join(folder, 'node');
const officerKey = join(folder, 'officer.pem');
const CONFIRMS_EVERY_MS = 4_000;
const RISES_MS = 12_000;
let confirmsAfterMs = 0;
const TABLES_CENTRE = [join(import.meta.dirname, 'tables-centre-process.ts'), folder, CENTRE_HOST, String(PORT), NODE_HOST];

function makeLink(): void {
  for (const place of [NODE_PLACE, CENTRE_PLACE]) ip('netns', 'add', place);
  ip('link', 'add', 'cv0', 'netns', NODE_PLACE, 'type', 'veth', 'peer', 'name', 'cv0', 'netns', CENTRE_PLACE);
  for (const [place, host] of [
    [NODE_PLACE, NODE_HOST],
    [CENTRE_PLACE, CENTRE_HOST],
  ] as const) {
    ip('-n', place, 'addr', 'add', `${host}/24`, 'dev', 'cv0');
    for (const device of ['lo', 'cv0']) ip('-n', place, 'link', 'set', device, 'up');
  }
}
const dropLink = (): void => [NODE_PLACE, CENTRE_PLACE].forEach((place) => ip('netns', 'del', place));

const MEMORY_MAPPING: Mapping = {
  name: 'qlns',
  schema: 'cbccvc@3.0',
  lane: 'load',
  maker: { is: 'phan-mem' },
  read: { kind: 'csv' },
  tables: [
    {
      from: 'nguoi.csv',
      key: ['ma'],
      person: 'so',
      claims: true,
      validFrom: { column: 'tu', dates: 'yyyy-MM-dd' },
      facts: [
        { fact: 'B/hoTen', column: 'ten' },
        { fact: 'D/ngach', column: 'ngach' },
      ],
    },
  ],
};

/** Keys of both ends; on tables the line is enrolled, and an officer has a key. */
function prepareKeys(): void {
  const own = makeKeyFile(join(nodeFolder, 'ky.pem'));
  const jwks = (key: ReturnType<typeof createPublicKey>): string =>
    JSON.stringify({ keys: [{ ...key.export({ format: 'jwk' }), kid: kidOf(key) }] });
  writeFileSync(join(folder, 'source.jwks.json'), jwks(createPublicKey(own.publicKey)));
  writeFileSync(join(folder, 'source.pub.pem'), own.publicKey);
  if (ON_TABLES) {
    makeKeyFile(officerKey);
    execFileSync(process.execPath, [...TABLES_CENTRE, 'prepare'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  } else {
    makeKeyFile(join(folder, 'centre.pem'));
    writeFileSync(join(folder, 'centre.jwks.json'), jwks(createPublicKey(readFileSync(join(folder, 'centre.pem')))));
  }
  copyFileSync(join(folder, 'centre.jwks.json'), join(nodeFolder, 'centre.jwks.json'));
}

async function prepare(): Promise<void> {
  mkdirSync(nodeFolder);
  prepareKeys();
  writeFileSync(join(nodeFolder, 'anh-xa.json'), JSON.stringify(ON_TABLES ? TABLES_MAPPING : MEMORY_MAPPING));
  writeFileSync(
    join(nodeFolder, 'node.json'),
    JSON.stringify({
      source: ON_TABLES ? SOURCE : 'H26',
      audience: AUDIENCE,
      centre: {
        url: `http://${CENTRE_HOST}:${PORT}`,
        keys: 'centre.jwks.json',
        carrier: ON_TABLES ? { kind: 'x-road', client: MEMBER } : { kind: 'mtls' },
      },
      key: 'ky.pem',
      database: { folder: 'du-lieu' },
      mappings: ['anh-xa.json'],
      readEveryMinutes: 1_440,
      pagePort: 0,
    }),
  );
  const rows = createWriteStream(join(nodeFolder, 'nguoi.csv'));
  rows.write('ma,so,ten,ngach,tu\n');
  for (let n = 1; n <= PEOPLE; n += 1)
    if (
      !rows.write(
        ON_TABLES ? rowOnTables(n) : `${n},${String(n).padStart(12, '0')},Nguyễn Văn ${n},01.00${n % 4},2026-0${1 + (n % 9)}-01\n`,
      )
    )
      await new Promise<void>((done) => rows.once('drain', done));
  await new Promise<void>((done) => rows.end(done));
}

const rowOnTables = (n: number): string => `${n},${numberOf(n)},${nameOf(n)},,2026-11-01\n`;

const CONGVU = join(ROOT, 'src/start/congvu.ts');
const inPlace = (place: string, ...command: string[]): readonly string[] => [
  'netns',
  'exec',
  place,
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  ...command,
];

function start(name: string, place: string, ...command: string[]): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const child = spawn(IP, inPlace(place, ...command), { cwd: ROOT, stdio: ['ignore', log, log] });
  closeSync(log);
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}
const living = new Set<ChildProcess>();
/** Whoever ends the run ends both ends. */
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    for (const child of living) child.kill('SIGKILL');
    dropLink();
    process.exit(1);
  });
function startNode(): ChildProcess {
  // A command that comes while it rises would find no database, start one, and take it along when it ends.
  confirmsAfterMs = performance.now() + RISES_MS;
  return start('node', NODE_PLACE, CONGVU, 'node', 'run', '--folder', nodeFolder);
}
const startCentre = (): ChildProcess =>
  start(
    'centre',
    CENTRE_PLACE,
    ...(ON_TABLES ? TABLES_CENTRE : [join(import.meta.dirname, 'centre-process.ts'), folder, CENTRE_HOST, String(PORT)]),
  );

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const over = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await over;
}

interface Progress {
  /** registered, on tables */
  readonly people?: number;
  readonly versions?: number;
  readonly attestations?: number;
  readonly judged: number;
  readonly different: number;
  readonly held: number;
  readonly frozen: boolean;
}
const progress = (): Progress =>
  existsSync(join(folder, 'progress.json'))
    ? (JSON.parse(readFileSync(join(folder, 'progress.json'), 'utf8')) as Progress)
    : { judged: 0, different: 0, held: 0, frozen: false };

/** Waits until so many changes are judged. */
async function until(judged: number): Promise<void> {
  let [last, stillMs] = [-1, 0];
  while (progress().judged < judged) {
    const now = progress().judged;
    stillMs = now === last ? stillMs + 200 : 0;
    last = now;
    if (ON_TABLES) officerConfirms();
    if (stillMs > STILL_MS_MAX) throw new Error(`nothing moved at ${now} of ${CHANGES} changes`);
    await sleep(200);
  }
}

/** What a command of the node says, as JSON. */
function ask<T>(verb: string): T {
  const args = inPlace(NODE_PLACE, CONGVU, 'node', verb, '--json', '--folder', nodeFolder);
  try {
    return JSON.parse(
      execFileSync(IP, args as string[], {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as T;
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return JSON.parse(stdout) as T;
  }
}

/** Kills and cuts at even steps of the way, the two ends in turn. */
async function live(): Promise<{ readonly seconds: number }> {
  let [node, centre] = [startNode(), startCentre()];
  const events = Array.from({ length: KILLS }, () => ['node', 'centre']).flat();
  for (let cut = 1; cut <= CUTS; cut += 1) events.splice(Math.round((cut * events.length) / (CUTS + 1)) + cut - 1, 0, 'link');
  const began = performance.now();
  try {
    // Twice while it reads its source, before anything was sent.
    for (const early of events.splice(0, Math.min(2, events.length))) {
      await sleep(2_500);
      ({ node, centre } = await strike(early, node, centre));
    }
    for (const [at, event] of events.entries()) {
      await until(Math.floor((CHANGES * 0.95 * (at + 1)) / (events.length + 1)));
      ({ node, centre } = await strike(event, node, centre));
    }
    await until(CHANGES);
    // The last results reach the node.
    for (let i = 0; i < 120; i += 1) {
      if (ask<{ accepted: number }>('status').accepted === CHANGES) break;
      await sleep(2_000);
    }
    const seconds = Math.round((performance.now() - began) / 1_000);
    await hold(seconds);
    return { seconds };
  } finally {
    await ended(node, 'SIGTERM');
    await ended(centre, 'SIGKILL');
  }
}

async function strike(event: string, node: ChildProcess, centre: ChildProcess): Promise<{ node: ChildProcess; centre: ChildProcess }> {
  say(`${progress().judged} judged: ${event === 'link' ? 'the link is cut' : `the ${event} is killed`}`);
  if (event === 'link') {
    ip('-n', NODE_PLACE, 'link', 'set', 'cv0', 'down');
    await sleep(LINK_MS_CUT);
    ip('-n', NODE_PLACE, 'link', 'set', 'cv0', 'up');
    return { node, centre };
  }
  const child = event === 'node' ? node : centre;
  if (child.exitCode !== null)
    throw new Error(`the ${event} had ended by itself: ${readFileSync(join(folder, `${event}.log`), 'utf8').slice(-2_000)}`);
  await ended(child, 'SIGKILL');
  return event === 'node' ? { node: startNode(), centre } : { node, centre: startCentre() };
}

/** The officer signs what has its receipt, by the node's own command; a node that is down is asked again. */
function officerConfirms(): void {
  if (performance.now() < confirmsAfterMs) return;
  try {
    execFileSync(
      IP,
      inPlace(NODE_PLACE, CONGVU, 'node', 'confirm', '--key', officerKey, '--by', MAKER_WHO_CONFIRMS, '--folder', nodeFolder) as string[],
      { cwd: ROOT, stdio: 'ignore', timeout: 60_000 },
    );
  } catch {
    // It rises.
  }
  confirmsAfterMs = performance.now() + CONFIRMS_EVERY_MS;
}

const wrong: string[] = [];
let passed = 0;
function holds(what: string, isTrue: boolean): void {
  say(`${isTrue ? '✔' : '✖'} ${what}`);
  if (isTrue) passed += 1;
  else wrong.push(what);
}

async function hold(seconds: number): Promise<void> {
  const status = ask<{
    accepted: number;
    standing: string;
    inbox: number;
    toldBack: { many: number };
    alarms: readonly { about: string }[];
  }>('status');
  const kept = ask<{ batches: number; received: number; judged: number; problems: readonly unknown[] }>('verify');
  const compared = ask<{ differing: number; differences: readonly unknown[] }>('compare');
  const there = progress();
  holds(
    `every change is accepted: ${status.accepted} of ${CHANGES}`,
    status.accepted === CHANGES && status.toldBack.many === 0 && status.inbox === 0,
  );
  holds(
    `each of ${kept.batches} batches has R1 and R2, verified`,
    kept.received === kept.batches && kept.judged === kept.batches && kept.problems.length === 0,
  );
  holds(
    `nothing was judged twice: ${there.judged} judgements of ${there.different} changes`,
    there.judged === CHANGES && there.different === CHANGES,
  );
  if (ON_TABLES)
    holds(
      `everybody is registered once: ${there.people} people, ${there.versions} versions, ${there.attestations} attestations`,
      there.people === PEOPLE && there.versions === PEOPLE && there.attestations === PEOPLE,
    );
  holds('the digests of both ends are equal', compared.differing === 0 && compared.differences.length === 0);
  holds('the line was never frozen, and both ends are in step', !there.frozen && status.standing === 'in-step');
  say(
    `centre on ${ON_TABLES ? 'tables' : 'memory'}: ${PEOPLE} people, ${CHANGES} changes, ${CUTS} cuts, ${KILLS} kills of each end: ${seconds} s on ${cpus().length} cores`,
  );
}

try {
  await prepare();
  makeLink();
  const { seconds } = await live();
  if (asked.out !== undefined)
    appendFileSync(
      asked.out,
      `${JSON.stringify({ centre: ON_TABLES ? 'tables' : 'memory', people: PEOPLE, changes: CHANGES, cuts: CUTS, kills: KILLS, seconds, cores: cpus().length, wrong })}\n`,
    );
} catch (error) {
  wrong.push(String(error));
  say(String(error));
} finally {
  dropLink();
  if (wrong.length === 0) rmSync(folder, { recursive: true, force: true });
  else say(`what was left: ${folder}`);
}
say(`\n${passed} passed, ${wrong.length} failed`);
process.exitCode = wrong.length === 0 ? 0 : 1;
