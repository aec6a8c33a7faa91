/**
 * `npm run test:ha`: three PostgreSQL nodes, each in a network namespace, two servers and two workers of ours; under a steady load the leader is killed,
 * stopped and cut off, and afterwards everything that was promised is held against the register. Needs root and Debian's packages; no part of `npm test`.
 *
 *   --rounds 20   of each kind      --only kill,stop,cut      --out FILE   table (.md), and beside it the figures of each run (.jsonl)
 *   --point-in-time   no change of leader: the guide's way back to a point in time, walked (`point-in-time.ts`)
 *   --fresh       forget earlier runs: otherwise rounds that stand in the .jsonl are not done again
 */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '#tools/ha/cluster.ts';
import type { Cluster, Node, NodeName } from '#tools/ha/cluster.ts';
import { openPlaces } from '#tools/ha/places.ts';
import type { Places } from '#tools/ha/places.ts';
import { startProduct } from '#tools/ha/product.ts';
import { begin, isRoot, missingPackages, until } from '#tools/ha/programs.ts';
import { holdAgainst, lostProbes } from './held.ts';
import { acknowledgedByTwo } from './leaders.ts';
import type { Acknowledged } from './leaders.ts';
import { startLoad } from './load.ts';
import type { Load } from './load.ts';
import { walkPointInTime } from './point-in-time.ts';
import { KINDS, tableOf, whatFails } from './table.ts';
import type { Kind, Round, RunFigures } from './table.ts';

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: KINDS.join(',') },
    out: { type: 'string', default: 'bench/HA.md' },
    port: { type: 'string', default: '41400' },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    'point-in-time': { type: 'boolean', default: false },
  },
});
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const missing = missingPackages();
if (missing.length > 0 || !isRoot) {
  if (missing.length > 0)
    tell(`npm run test:ha: không có · not there: ${missing.join(' ')}\n  apt-get install -y --no-install-recommends ${missing.join(' ')}`);
  if (!isRoot) tell('npm run test:ha: cần root để tạo network namespace · needs root, for network namespaces');
  process.exit(2);
}

/** PostgreSQL elects nobody faster than this: between two leaders' answers there is at least so much. Milliseconds. */
const ELECTION_MS_MIN = 500;
/** People in the demo's register. */
const PEOPLE = 60;
/** After all three stand again the load goes on for so long before the next round. */
const SETTLE_MS = 1_500;
const NEXT_LEADER_MS_MAX = 120_000;
const WHOLE_MS_MAX = 240_000;

const out = resolve(asked.out);
const figures = out.replace(/(\.md)?$/, '.jsonl');
if (asked.fresh) rmSync(figures, { force: true });
const earlier: RunFigures[] = existsSync(figures)
  ? readFileSync(figures, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as RunFigures)
  : [];
const left = new Map(
  (asked.only.split(',') as Kind[]).map((kind) => [
    kind,
    Number(asked.rounds) - earlier.flatMap(({ rounds }) => rounds).filter((round) => round.kind === kind).length,
  ]),
);

/** Somebody who goes on writing beside a node, wherever it is. */
class Probe {
  readonly file: string;
  #child: ChildProcess | null = null;
  readonly #node: Node;
  readonly #url: string;
  constructor(folder: string, node: Node, url: string) {
    this.file = join(folder, `${node.name}-probe.jsonl`);
    this.#node = node;
    this.#url = url;
  }
  start(): void {
    this.#child = begin([process.execPath, join(import.meta.dirname, 'probe.ts'), this.#node.name, this.#url], {
      place: this.#node.place,
      log: this.file,
      login: false,
    });
  }
  stop(): void {
    this.#child?.kill('SIGKILL');
  }
  acknowledged(): Acknowledged[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as { node: string; id: string; asked: string; answered: string })
      .map((one) => ({ ...one, asked: BigInt(one.asked), answered: BigInt(one.answered) }));
  }
}

/** A signal to every process of a place, until none is left that has not got it. */
function signalAll(places: Places, place: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  for (let had = new Set<number>(); ;) {
    const now = places.pids(place).filter((pid) => !had.has(pid));
    if (now.length === 0) return;
    for (const pid of now) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended meanwhile.
      }
      had = had.add(pid);
    }
  }
}

interface Ground {
  readonly places: Places;
  readonly cluster: Cluster;
  readonly load: Load;
  readonly probes: ReadonlyMap<NodeName, Probe>;
}

const leaderOf = async (cluster: Cluster, not?: NodeName): Promise<NodeName | null> => {
  const found = (await cluster.members()).filter(({ role, state, name }) => role === 'leader' && state === 'running' && name !== not);
  return found.length === 1 ? found[0]!.name : null;
};

async function round(kind: Kind, { places, cluster, load, probes }: Ground): Promise<Round> {
  await cluster.whole(WHOLE_MS_MAX);
  await sleep(SETTLE_MS);
  const leader = await until('a leader', NEXT_LEADER_MS_MAX, () => leaderOf(cluster));
  const node = cluster.nodes.find(({ name }) => name === leader)!;
  const place = node.place!;
  const struckMs = performance.now();
  if (kind === 'kill') signalAll(places, place, 'SIGKILL');
  else if (kind === 'stop') signalAll(places, place, 'SIGSTOP');
  else places.cut(place);
  const next = await until('another leader', NEXT_LEADER_MS_MAX, () => leaderOf(cluster, leader));
  await until('a write', NEXT_LEADER_MS_MAX, async () => {
    const after = load.pulses.findLast((at) => at > struckMs + ELECTION_MS_MIN);
    return after ?? null;
  });
  // Two seconds in which an old leader that can still speak would be heard beside the new one.
  await sleep(2_000);
  const healedMs = performance.now();
  if (kind === 'kill') {
    node.start();
    probes.get(leader)!.start();
  } else if (kind === 'stop') signalAll(places, place, 'SIGCONT');
  else places.mend(place);
  await cluster.whole(WHOLE_MS_MAX);
  const wholeMs = performance.now() - healedMs;
  const pulses = load.pulses.filter((at) => at > struckMs - 3_000);
  const stillMs = Math.max(...pulses.slice(1).map((at, i) => at - pulses[i]!));
  return { kind, leader, next, stillMs: Math.round(stillMs), wholeMs: Math.round(wholeMs) };
}

const startedMs = performance.now();
const minutes = (): string => `${((performance.now() - startedMs) / 60_000).toFixed(1)} min`;
const folder = mkdtempSync(join(tmpdir(), 'congvu-ha-'));
chmodSync(folder, 0o711);
const places = openPlaces(Number(asked.port) % 256);
const ends: (() => unknown)[] = [
  () => (asked.keep ? tell(`Giữ lại · kept: ${folder}`) : rmSync(folder, { recursive: true, force: true, maxRetries: 5 })),
  () => places.drop(),
];
let ending: Promise<void> | null = null;
const endAll = (): Promise<void> =>
  (ending ??= (async () => {
    for (const one of ends.toReversed()) await one();
  })());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endAll().then(() => process.exit(1)));

async function perform(): Promise<RunFigures> {
  const cluster = await startCluster({
    folder,
    nodes: (['one', 'two', 'three'] as const).map((name, i) => ({ name, ...places.nodes[i]! })),
    network: places.network,
    clients: places.clients,
    firstPort: Number(asked.port),
    archive: false,
  });
  ends.push(() => cluster.stop());
  await cluster.whole(WHOLE_MS_MAX);
  tell(`${minutes()}: three nodes`);
  const firstServer = Number(asked.port) + 11;
  const product = await startProduct({
    folder,
    cluster,
    ports: [firstServer, firstServer + 1],
    publicUrl: `http://localhost:${firstServer}`,
    people: PEOPLE,
  });
  ends.push(() => product.stop());
  const admin = new pg.Client({ connectionString: cluster.superUrl('postgres') });
  await admin.connect();
  await admin.query('create table probe (id uuid primary key, node text not null, at timestamptz not null default now())');
  await admin.end();
  const probes = new Map(cluster.nodes.map((node) => [node.name, new Probe(folder, node, cluster.nodeUrl(node.name, 'postgres'))]));
  for (const probe of probes.values()) probe.start();
  ends.push(() => probes.forEach((probe) => probe.stop()));
  const load = await startLoad(product.servers);
  tell(`${minutes()}: two servers, two workers, a load`);

  const rounds: Round[] = [];
  const kinds = [...left].filter(([, count]) => count > 0).map(([kind]) => kind);
  const most = Math.max(0, ...left.values());
  for (let i = 0; i < most; i += 1)
    for (const kind of kinds.filter((one) => left.get(one)! > i)) {
      const done = await round(kind, { places, cluster, load, probes });
      rounds.push(done);
      tell(
        `${minutes()}: ${kind} ${i + 1}: ${done.leader} → ${done.next}, writes stood still ${(done.stillMs / 1000).toFixed(1)} s, whole after ${(done.wholeMs / 1000).toFixed(1)} s; receipts ${load.promised.receipts.size}`,
      );
    }
  await load.stop();
  probes.forEach((probe) => probe.stop());
  const died = product.ended();
  const acknowledged = [...probes.values()].flatMap((probe) => probe.acknowledged());
  const held = await holdAgainst(cluster.superUrl('congvu'), load.promised);
  const lost = await lostProbes(
    cluster.superUrl('postgres'),
    acknowledged.map(({ id }) => id),
  );
  // What was done last has its place in the log a moment later.
  await until('the log', 120_000, async () => {
    const { checks } = (await (await fetch(`${product.servers[0]}/readyz`)).json()) as { checks: { name: string; detail: string }[] };
    return checks.some(({ name, detail }) => name === 'sequencer' && detail.startsWith('0 s')) ? true : null;
  });
  const { out: report } = await product.command('audit', 'verify', '--state', '--json');
  const verified = JSON.parse(report) as { ok: boolean; findings: unknown[] };
  if (!verified.ok) tell(report.slice(0, 4_000));
  return {
    kinds,
    rounds,
    held,
    probes: { acknowledged: acknowledged.length, lost, byTwo: acknowledgedByTwo(acknowledged, ELECTION_MS_MIN).length },
    own: load.own,
    searches: load.searches,
    answers: Object.fromEntries(load.answers),
    faults: [...load.faults, ...died.map((one) => `ended by itself: ${one}`)],
    log: { ok: verified.ok, findings: verified.findings.length },
  };
}

try {
  if (asked['point-in-time']) {
    await walkPointInTime({ folder, places, firstPort: Number(asked.port), ends, tell: (text) => tell(`${minutes()}: ${text}`) });
    await endAll();
    process.exit(0);
  }
  const runs = [...earlier];
  if ([...left.values()].some((count) => count > 0)) {
    const run = await perform();
    appendFileSync(figures, `${JSON.stringify(run)}\n`);
    runs.push(run);
  }
  await endAll();
  const table = `# Changes of leader under load\n\n\`npm run test:ha\` (docs/operate/ha.md): ${runs.length === 1 ? 'one run' : `${runs.length} runs`}; ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, three nodes, servers, workers and load all on it; load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')} at the end.\n\n${tableOf(runs)}`;
  const wrong = whatFails(runs);
  writeFileSync(out, wrong.length === 0 ? table : `${table}\n**Does not hold:** ${wrong.join('; ')}\n`);
  process.stdout.write(table);
  tell(`${minutes()}: ${out}`);
  for (const one of wrong) tell(`SAI · wrong: ${one}`);
  process.exit(wrong.length === 0 ? 0 : 1);
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  await endAll();
  process.exit(1);
}
