/**
 * Three PostgreSQL nodes under Patroni and etcd with HAProxy in front, from the very files of `deploy/ha`, on one machine: for a trial and for
 * `npm run test:ha`, TLS included. Each node has an address of its own: on loopback, or in a network namespace that can be cut off.
 */
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { administratorSql, PASSWORD_VARIABLES } from '#base/database/bootstrap.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { OWN_NAMES } from '#base/database/role-names.ts';
import { openAuthority } from './certificates.ts';
import { LOGIN, begin, end, isRoot, run, until } from './programs.ts';
import type { Place } from './programs.ts';

const TEMPLATES = join(import.meta.dirname, '../../deploy/ha');
const NAMES = ['one', 'two', 'three'] as const;
export type NodeName = (typeof NAMES)[number];

export interface NodeSpec {
  readonly name: NodeName;
  readonly address: string;
  readonly place: Place;
}

export interface ClusterSpec {
  /** a folder of its own, not longer than a socket's path may be */
  readonly folder: string;
  readonly nodes: readonly NodeSpec[];
  /** whence nodes come to each other, and whence servers come, as pg_hba writes it */
  readonly network: string;
  readonly clients: string;
  /** the first of ten ports that are free on every address */
  readonly firstPort: number;
  /** pgBackRest takes the log of writes from the beginning */
  readonly archive: boolean;
}

export interface Member {
  readonly name: NodeName;
  readonly role: string;
  readonly state: string;
  readonly timeline: number | undefined;
}

export interface Node extends NodeSpec {
  readonly folder: string;
  /** what the guide reads from /etc/patroni/config.yml */
  readonly config: string;
  /** etcd and Patroni, which starts PostgreSQL */
  start(): void;
  /** Patroni alone, as `systemctl start patroni` */
  startPatroni(): void;
  /** SIGTERM to Patroni, which stops its PostgreSQL; etcd goes on */
  stopPatroni(): Promise<void>;
  /** SIGTERM to Patroni, which stops its PostgreSQL, and to etcd */
  stop(): Promise<void>;
}

export interface Cluster {
  readonly nodes: readonly Node[];
  /** of the product's database: for writing, by HAProxy */
  readonly urls: DatabaseUrls;
  /** of the log-in of the product, for reading, by HAProxy */
  readonly readUrl: string;
  /** superuser, for writing, of this database */
  superUrl(database: string): string;
  /** superuser of the PostgreSQL of one node, past HAProxy */
  nodeUrl(node: NodeName, database: string): string;
  /** who is what, as the nodes that answer say; empty: none answers */
  members(): Promise<readonly Member[]>;
  /** all three run, one leads, one of the others is the synchronous one */
  whole(withinMs: number): Promise<unknown>;
  /** pgBackRest's stanza and a first full copy, by the leader. @returns how it describes them */
  copy(): Promise<string>;
  stop(): Promise<void>;
}

const secret = (): string => randomBytes(18).toString('base64url');

/** What `envsubst` does: an unknown name is a fault of a template. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  readFileSync(join(TEMPLATES, template), 'utf8')
    .split('\n')
    .map((line) =>
      line.startsWith('#')
        ? line
        : line.replace(/\$\{(\w+)\}/g, (_all, name: string) => {
            if (values[name] === undefined) throw new Error(`${template}: nobody says ${name}`);
            return values[name];
          }),
    )
    .join('\n');

const idOf = (flag: '-u' | '-g'): number => Number(run(['id', flag, LOGIN], { login: false }));

/** A folder or file that the log-in of PostgreSQL may use. */
function give(path: string): void {
  if (isRoot) chownSync(path, idOf('-u'), idOf('-g'));
}

function folder(path: string): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  give(path);
  return path;
}

function file(path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 });
  give(path);
  return path;
}

/** Brings the cluster up, with the two log-ins and the empty database of the product. */
export async function startCluster(spec: ClusterSpec): Promise<Cluster> {
  mkdirSync(spec.folder, { recursive: true });
  chmodSync(spec.folder, 0o711);
  const port = {
    postgres: spec.firstPort,
    patroni: spec.firstPort + 1,
    etcd: spec.firstPort + 2,
    peer: spec.firstPort + 3,
    write: spec.firstPort + 4,
    read: spec.firstPort + 5,
    bouncer: spec.firstPort + 6,
  };
  const [one, two, three] = spec.nodes as readonly [NodeSpec, NodeSpec, NodeSpec];
  const authority = openAuthority(spec.folder);
  const passwords = { superuser: secret(), replication: secret(), owner: secret(), app: secret() };
  const common = {
    HA_ONE: one.address,
    HA_TWO: two.address,
    HA_THREE: three.address,
    HA_POSTGRES_PORT: String(port.postgres),
    HA_PATRONI_PORT: String(port.patroni),
    HA_ETCD_PORT: String(port.etcd),
    HA_ETCD_PEER_PORT: String(port.peer),
    HA_ETCD_HOSTS: spec.nodes.map(({ address }) => `${address}:${port.etcd}`).join(','),
    HA_ETCD_CLUSTER: spec.nodes.map(({ name, address }) => `${name}=http://${address}:${port.peer}`).join(','),
    HA_WRITE_PORT: String(port.write),
    HA_READ_PORT: String(port.read),
    HA_BOUNCER_PORT: String(port.bouncer),
    HA_CONNECTIONS: '120',
    HA_SHARED_BUFFERS: '128MB',
    HA_ARCHIVE: spec.archive ? 'on' : 'off',
    HA_BACKUP_FOLDER: folder(join(spec.folder, 'copies')),
    HA_TLS: 'on',
    HA_HOST_RULE: 'hostssl',
    // As root PostgreSQL runs under its own log-in; else whoever tries this out is the log-in, behind a folder that nobody else opens.
    HA_LOCAL_RULE: isRoot ? 'peer' : 'trust',
    HA_NODES_NETWORK: spec.network,
    HA_CLIENTS_NETWORK: spec.clients,
    HA_WATCHDOG: 'off',
    HA_SUPERUSER_PASSWORD: passwords.superuser,
    HA_REPLICATION_PASSWORD: passwords.replication,
    HA_BACKUP_PASSWORD: secret(),
  };

  const nodes: Node[] = spec.nodes.map((node) => {
    const place = folder(join(spec.folder, node.name));
    const values = { ...common, HA_NAME: node.name, HA_ADDRESS: node.address, HA_FOLDER: place };
    const patroni = file(join(place, 'patroni.yml'), filled('patroni.yml', values));
    const backrest = file(join(place, 'pgbackrest.conf'), filled('pgbackrest.conf', values));
    const etcdEnv = Object.fromEntries(
      filled('etcd.env', values)
        .split('\n')
        .filter((line) => line.startsWith('ETCD_'))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    folder(join(place, 'etcd'));
    for (const made of authority.certify(place, node.address)) give(made);
    let [etcd, keeper]: (ChildProcess | null)[] = [null, null];
    const log = (name: string): string => join(spec.folder, `${node.name}-${name}.log`);
    const startPatroni = (): void => {
      keeper = begin(['/usr/bin/patroni', patroni], {
        place: node.place,
        env: { PGBACKREST_CONFIG: backrest, PATRONI_LOG_LEVEL: 'INFO' },
        log: log('patroni'),
      });
    };
    const stopPatroni = async (): Promise<void> => {
      const one = keeper;
      keeper = null;
      if (one) await end(one, 60_000);
    };
    return {
      ...node,
      folder: place,
      config: patroni,
      start() {
        etcd = begin(['/usr/bin/etcd'], { place: node.place, env: etcdEnv, log: log('etcd') });
        startPatroni();
      },
      startPatroni,
      stopPatroni,
      async stop() {
        await stopPatroni();
        if (etcd) await end(etcd);
        etcd = null;
      },
    };
  });

  const balancer = file(join(spec.folder, 'haproxy-database.cfg'), filled('haproxy-database.cfg', common));
  for (const node of nodes) node.start();
  const haproxy = begin(['/usr/sbin/haproxy', '-db', '-f', balancer], { log: join(spec.folder, 'haproxy-database.log') });

  /** As the guide has it: nobody comes without TLS, and whoever comes holds the certificate against its authority. */
  const verified = `?sslmode=verify-full&sslrootcert=${authority.file}`;
  const urlOf = (role: string, password: string, database: string, at = port.write): string =>
    `postgresql://${role}:${password}@127.0.0.1:${at}/${database}${verified}`;
  const superUrl = (database: string): string => urlOf('postgres', passwords.superuser, database);
  /** As each node sees it: one that was cut off may still see what was. */
  const views = async (): Promise<readonly (readonly Member[])[]> => {
    const asked = nodes.map(async ({ address }) => {
      const answer = await fetch(`http://${address}:${port.patroni}/cluster`, { signal: AbortSignal.timeout(1_500) });
      return ((await answer.json()) as { members: Member[] }).members;
    });
    return (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  };
  const leaderIn = (all: readonly Member[]): string => all.find(({ role }) => role === 'leader')?.name ?? '';
  const members = async (): Promise<readonly Member[]> => {
    const all = await views();
    return all.find((view) => all.filter((other) => leaderIn(other) === leaderIn(view)).length * 2 > all.length) ?? all[0] ?? [];
  };
  const isWhole = (all: readonly Member[]): boolean => {
    const leaders = all.filter(({ role }) => role === 'leader');
    return (
      leaders.length === 1 &&
      all.length === nodes.length &&
      all.every(({ state, timeline }) => ['running', 'streaming'].includes(state) && timeline === leaders[0]!.timeline) &&
      all.some(({ role }) => role === 'sync_standby')
    );
  };
  const whole = (withinMs: number): Promise<unknown> =>
    until('a whole cluster', withinMs, async () => {
      const all = await views();
      return all.length === nodes.length && all.every(isWhole) && new Set(all.map(leaderIn)).size === 1 ? true : null;
    });

  const stop = async (): Promise<void> => {
    await end(haproxy);
    // The leader last: whoever follows it then has nothing to elect.
    for (const node of nodes) await node.stop();
  };

  try {
    await until('a leader with a synchronous standby', 120_000, async () =>
      (await members()).some(({ role }) => role === 'sync_standby') ? true : null,
    );
    await until('the port for writing', 30_000, async () => {
      const client = new pg.Client({ connectionString: superUrl('postgres'), connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('select 1');
        return true;
      } finally {
        await client.end().catch(() => undefined);
      }
    });
    run(['psql', '--quiet', '--no-psqlrc', superUrl('postgres')], {
      login: false,
      env: { [PASSWORD_VARIABLES.owner]: passwords.owner, [PASSWORD_VARIABLES.app]: passwords.app },
      input: administratorSql(OWN_NAMES, 'congvu'),
    });
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    nodes,
    urls: { owner: urlOf(OWN_NAMES.owner, passwords.owner, 'congvu'), app: urlOf(OWN_NAMES.app, passwords.app, 'congvu') },
    readUrl: urlOf(OWN_NAMES.app, passwords.app, 'congvu', port.read),
    superUrl,
    nodeUrl: (name, database) =>
      `postgresql://postgres:${passwords.superuser}@${nodes.find((node) => node.name === name)!.address}:${port.postgres}/${database}${verified}`,
    members,
    whole,
    async copy() {
      const leader = (await members()).find(({ role }) => role === 'leader');
      const node = nodes.find(({ name }) => name === leader?.name)!;
      const pgbackrest = (...args: string[]): string =>
        run(['/usr/bin/pgbackrest', `--config=${join(node.folder, 'pgbackrest.conf')}`, '--stanza=congvu', ...args], { place: node.place });
      pgbackrest('stanza-create');
      pgbackrest('--type=full', 'backup');
      return pgbackrest('info');
    },
    stop,
  };
}
