/**
 * `npm run test:ha -- --point-in-time`: the guide's way back to a point in time (docs/operate/ha.md), walked as it stands on the page. What was receipted
 * before that point stands afterwards, what came later does not, record time goes on above all that was, and the log verifies.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '#tools/ha/cluster.ts';
import type { Cluster, Node } from '#tools/ha/cluster.ts';
import type { Places } from '#tools/ha/places.ts';
import { startProduct } from '#tools/ha/product.ts';
import type { ProductSpec } from '#tools/ha/product.ts';
import { run, until } from '#tools/ha/programs.ts';
import { holdAgainst } from './held.ts';
import { startLoad } from './load.ts';
import type { Promised } from './load.ts';

const GUIDE = join(import.meta.dirname, '../../docs/operate/ha.md');
const CONFIG_OF_GUIDE = '/etc/patroni/config.yml';
const WHOLE_MS_MAX = 240_000;
/** So long is work done before the point, and so long after it. */
const WORK_MS = 25_000;

interface Ground {
  readonly folder: string;
  readonly places: Places;
  readonly firstPort: number;
  readonly ends: (() => unknown)[];
  readonly tell: (text: string) => void;
}

/** The blocks of the guide, without the indentation of its list. */
function blocksOfGuide(): { readonly nodes: readonly string[]; readonly product: readonly string[] } {
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/^ {3}```sh run( congvu)?\n([^]*?)^ {3}```$/gm)];
  const textOf = ([, , text]: RegExpExecArray): string => text!.replaceAll(/^ {3}/gm, '');
  const nodes = blocks.filter(([, product]) => product === undefined).map(textOf);
  const product = blocks.filter(([, product]) => product !== undefined).flatMap((block) => textOf(block).trim().split('\n'));
  assert.deepEqual([nodes.length, product.length], [4, 2], 'blocks of the guide');
  return { nodes, product };
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows[0]!;
  } finally {
    await client.end();
  }
}

/** People at work for a while. @returns what they were promised */
async function work(servers: readonly [string, string], from: number): Promise<Promised> {
  const load = await startLoad(servers, from);
  await sleep(WORK_MS);
  await load.stop();
  assert.deepEqual(load.faults, []);
  assert.ok(load.promised.receipts.size > 2 && load.promised.confirmed.size > 0, 'there was work');
  return load.promised;
}

const leaderOf = async (cluster: Cluster): Promise<Node> => {
  const name = (await cluster.members()).find(({ role }) => role === 'leader')?.name;
  return cluster.nodes.find((node) => node.name === name)!;
};

/** Steps 1 to 5 of the guide. */
async function goBack(cluster: Cluster, blocks: readonly string[], point: string, port: string): Promise<void> {
  const [aside, restore, raise, forget] = blocks as [string, string, string, string];
  const on = (node: Node, text: string): string =>
    run(['sh', '-e', '-c', text.replaceAll(CONFIG_OF_GUIDE, node.config)], {
      place: node.place,
      env: { HA_FOLDER: node.folder, HA_POSTGRES_PORT: port, THOI_DIEM: point },
    });
  const leader = await leaderOf(cluster);
  for (const node of cluster.nodes) if (node !== leader) await node.stopPatroni();
  await leader.stopPatroni();
  for (const node of cluster.nodes) on(node, aside);
  on(leader, restore);
  on(leader, raise);
  on(leader, forget);
  leader.startPatroni();
  await until('a leader', WHOLE_MS_MAX, async () => ((await leaderOf(cluster)) === leader ? true : null));
  for (const node of cluster.nodes) if (node !== leader) node.startPatroni();
  await cluster.whole(WHOLE_MS_MAX);
}

export async function walkPointInTime({ folder, places, firstPort, ends, tell }: Ground): Promise<void> {
  const { nodes, product: commands } = blocksOfGuide();
  const cluster = await startCluster({
    folder,
    nodes: (['one', 'two', 'three'] as const).map((name, i) => ({ name, ...places.nodes[i]! })),
    network: places.network,
    clients: places.clients,
    firstPort,
    archive: true,
  });
  ends.push(() => cluster.stop());
  await cluster.whole(WHOLE_MS_MAX);
  const ports = [firstPort + 11, firstPort + 12] as const;
  const spec: ProductSpec = { folder, cluster, ports, publicUrl: `http://localhost:${ports[0]}`, people: 60 };
  let product = await startProduct(spec);
  ends.push(() => product.stop());
  await cluster.copy();
  tell('three nodes, two servers, two workers, a full copy');

  const kept = await work(product.servers, 0);
  const { point } = await ask<{ point: string }>(cluster.superUrl('congvu'), 'select clock_timestamp()::text as point');
  const lost = await work(product.servers, kept.submissions.size);
  const before = await ask<{ tx: string }>(cluster.superUrl('congvu'), 'select congvu.settled_tx()::text as tx');
  tell(`${kept.receipts.size} receipts before ${point}, ${lost.receipts.size} after it`);

  await product.stop();
  const startedMs = performance.now();
  await goBack(cluster, nodes, point, String(firstPort));
  tell(`back at ${point}, three nodes whole after ${Math.round((performance.now() - startedMs) / 1000)} s`);
  product = await startProduct(spec);
  for (const line of commands) {
    const { exit, out } = await product.command(...line.split(' ').slice(1));
    tell(`${line}: ${out.trim().split('\n').at(-1)}`);
    assert.equal(exit, 0, out);
  }

  const url = cluster.superUrl('congvu');
  const [stands, gone] = [await holdAgainst(url, kept), await holdAgainst(url, lost)];
  assert.deepEqual(
    [stands.receiptsFound, stands.submissionsFound, stands.confirmedFound],
    [kept.receipts.size, kept.submissions.size, kept.confirmed.size],
  );
  assert.deepEqual([gone.receiptsFound, gone.submissionsFound, gone.confirmedFound], [0, 0, 0], 'what came after the point');
  const after = await ask<{ tx: string }>(url, 'select congvu.record_tx()::text as tx');
  assert.ok(BigInt(after.tx) > BigInt(before.tx), 'record time goes on above what was');

  const anew = await work(product.servers, kept.submissions.size + lost.submissions.size);
  const found = await holdAgainst(url, anew);
  assert.deepEqual([found.receiptsFound, found.confirmedFound, found.doubles], [anew.receipts.size, anew.confirmed.size, 0]);
  const { exit, out } = await product.command('audit', 'verify', '--state');
  assert.equal(exit, 0, out);
  tell(
    `what stood before stands (${kept.receipts.size} receipts, to the byte), what came later is gone, ${anew.receipts.size} new ones; the log verifies`,
  );
}
