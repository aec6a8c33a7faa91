/**
 * Writes a small database of this version, with the files and keys beside it, for the tests that upgrade it with later code:
 *
 *     node tools/write-upgrade-fixture.ts tests/fixtures/upgrade/<name of the last migration>
 *
 * Runs in a checkout of the version that is kept: it fills a demo by that version's own code, then does by HTTP what the demo's seed does not (cards in
 * wallets, a role asked for, an entry of a list, a case). Into an older checkout it is copied as it stands: it uses nothing but what starts, fills and asks the
 * product. Everybody in it is invented, and so are its keys: they are of no other installation.
 */
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { migrationNames } from '#base/database/migrate.ts';
import { freePort } from '#base/free-port.ts';
import { headlessDoor, headlessWallet } from '#start/demo/headless-wallet.ts';
import type { HeadlessDoor } from '#start/demo/headless-wallet.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { openDatabaseServer } from '#start/open.ts';
import { serve } from '#start/serve.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** People of the register: enough for every body of the demo's acts, few enough for a file in the repository. */
const PEOPLE = 40;
/** People of the queue whom the officer confirms. */
const CONFIRMED = 3;
const WAIT_MS_MAX = 120_000;
/** Made anew by whoever opens the fixture: open sessions, and answers kept for requests that come again. */
const LEFT_OUT = ['session', 'session_secret', 'idempotent_answer'];
/** Folders of the data folder that are no database. What was sent (`blobs`) is left out: sealed bytes under their hash, which no migration meets. */
const FOLDERS = ['audit', 'card', 'keys'];
/** Log-ins of the database that was dumped: whoever opens the fixture has others. */
const PASSWORD = /\.password$/;

/** What a wallet showed when the fixture was made, and what the door said. */
interface ShownCard {
  readonly text: string;
  readonly atMs: number;
  readonly verdict: string;
}

function must(answered: Answered, status: number): Answered['json'] {
  if (answered.status !== status) throw new Error(`${answered.status}: ${JSON.stringify(answered.json)?.slice(0, 400)}`);
  return answered.json;
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let waited = 0; waited < WAIT_MS_MAX; waited += 200) {
    const found = await look();
    if (found !== null) return found;
    await wait(200);
  }
  throw new Error('what was waited for did not come');
}

/** Whoever is named signs in. */
async function as(address: string, account: string): Promise<Visitor> {
  const one = visitor(address);
  await one.signIn(account);
  return one;
}

async function confirmSome(officer: Visitor): Promise<void> {
  const { items } = must(await officer.get('/api/v1/confirmation/queue?limit=200'), 200);
  if (items.length < CONFIRMED) throw new Error(`only ${items.length} people wait`);
  for (const { submissionId, personId } of items.slice(0, CONFIRMED)) {
    const { shownHash, groups } = must(await officer.get(`/api/v1/confirmation/${submissionId}/${personId}`), 200);
    const accept = groups.map(({ itemId }: { itemId: string }) => itemId);
    const decision = { submissionId, personId, shownHash, accept, return: [], mismatchReason: 'DAN_CU_CHUA_CAP_NHAT' };
    must(await officer.post('/api/v1/confirmation/decisions', decision), 200);
  }
}

/** A card in a wallet that ends and is replaced, and the one that takes its place: what each shows, and what a door says of it. */
async function twoCards(address: string, officer: Visitor, holder: Visitor): Promise<readonly ShownCard[]> {
  const taken = async () => {
    const { uri, txCode } = must(await holder.post('/api/v1/me/card/offer'), 201);
    const wallet = headlessWallet(address);
    await wallet.accept(uri, txCode);
    return wallet;
  };
  const door = await headlessDoor(address);
  const first = await taken();
  const { held } = must(await holder.get('/api/v1/me/card'), 200);
  if (!held) throw new Error('the holder has no card');
  const { items } = must(await officer.post('/api/v1/people/search', { name: 'Ngô Thùy Trang' }), 200);
  const { endReasons } = must(await officer.get(`/api/v1/people/${items[0].personId}/card`), 200);
  const { code: reason } = endReasons.find(({ replaced }: { replaced: boolean }) => replaced);
  must(await officer.post(`/api/v1/people/${items[0].personId}/card/end`, { reason }), 200);
  const second = await taken();
  return [await judged(door, first, 'V3'), await judged(door, second, 'V1b')];
}

async function judged(door: HeadlessDoor, wallet: ReturnType<typeof headlessWallet>, verdict: string): Promise<ShownCard> {
  return until(async () => {
    await door.refresh();
    const text = await wallet.doorCode();
    const atMs = Date.parse(systemClock.now());
    return (await door.judge(text)).code === verdict ? { text, atMs, verdict } : null;
  });
}

/** What an administrator asks for: a role that a second one must grant, an entry of a list that is granted, another that waits. */
async function requests(address: string): Promise<void> {
  const administrator = await as(address, 'quan-tri');
  const { grants } = must(await administrator.get('/api/v1/session'), 200);
  const bodyId: string = grants[0].body.id;
  const role = { nationalId: '000190123456', name: 'Người được đề nghị', role: 'XAC_NHAN', bodyId, from: systemClock.today() };
  const asked = await administrator.post('/api/v1/accounts', role);
  if (asked.status >= 300) must(asked, 202);
  const entry = { list: 'chuc_vu', validFrom: '2026-01-01', source: 'Quyết định của bộ dữ liệu nâng cấp' };
  const granted = { ...entry, code: 'NANG_CAP_1', name: 'Chức vụ của dữ liệu nâng cấp' };
  const { id } = must(await administrator.post('/api/v1/list-additions', granted), 201);
  must(await administrator.post('/api/v1/list-additions', { ...entry, code: 'NANG_CAP_2', name: 'Chức vụ còn chờ quyết định' }), 201);
  const ministry = await as(address, 'vu-ccvc');
  must(await ministry.post(`/api/v1/list-additions/${id}/decision`, { granted: true }), 200);
}

/** A transfer that is asked for and not answered. */
async function openCase(officer: Visitor): Promise<void> {
  const { items } = must(await officer.post('/api/v1/people/search', { name: 'Nguyễn' }), 200);
  const grounds = { decisionNumber: '15/QĐ-SNV', decisionDate: systemClock.today(), reason: 'dữ liệu nâng cấp' };
  const offer = { personId: items.at(-1).personId, receiving: 'H41.51', effectiveOn: systemClock.today(), ...grounds };
  must(await officer.post('/api/v1/cases/offers', offer), 200);
}

/** Fills a data folder and works in it for a while; nothing runs there afterwards. */
async function live(config: Config): Promise<readonly ShownCard[]> {
  const running = await serve(config, { root: ROOT, portal: false, people: PEOPLE, tell: (stage) => process.stderr.write(`${stage}\n`) });
  if (!running.ok) throw new Error(running.problems.map(({ title }) => title.en).join('; '));
  try {
    const { address } = running.value;
    const [officer, holder] = [await as(address, 'xac-nhan'), await as(address, 'ca-nhan')];
    await confirmSome(officer);
    const shown = await twoCards(address, officer, holder);
    await requests(address);
    await openCase(officer);
    return shown;
  } finally {
    await running.value.stop();
  }
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parents: readonly string[];
}

/** Parents before children, so that foreign keys hold while rows come in. */
async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
        (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
        (select coalesce(array_agg(distinct p.relname::text), '{}') from pg_constraint k join pg_class p on p.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid) as parents
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1) order by 1`,
    [LEFT_OUT],
  );
  const [left, done]: [Table[], Table[]] = [[...rows], []];
  while (left.length > 0) {
    const at = left.findIndex(({ parents }) => parents.every((one) => LEFT_OUT.includes(one) || done.some(({ name }) => name === one)));
    done.push(...left.splice(Math.max(0, at), 1));
  }
  return done;
}

/** Every table as `COPY … FROM stdin`, in one snapshot. */
async function* tableTexts(client: pg.Client, rows: Record<string, number>): AsyncGenerator<string | Buffer> {
  for (const { name, columns } of await tablesInOrder(client)) {
    const list = columns.map((column) => `"${column}"`).join(', ');
    yield `COPY "${name}" (${list}) FROM stdin;\n`;
    rows[name] = 0;
    for await (const piece of client.query(copyTo(`copy (select ${list} from "${name}") to stdout`)) as AsyncIterable<Buffer>) {
      for (const byte of piece) if (byte === 10) rows[name] += 1;
      yield piece;
    }
    yield '\\.\n';
  }
}

const compressed = (parts: AsyncIterable<string | Buffer> | Iterable<string>, file: string): Promise<void> =>
  pipeline(
    Readable.from(parts),
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }),
    createWriteStream(file),
  );

async function dump(config: Config, out: string): Promise<{ readonly tx: string; readonly rows: Readonly<Record<string, number>> }> {
  const server = await openDatabaseServer(config);
  if (!server.ok) throw new Error(server.problems.map(({ title }) => title.en).join('; '));
  const client = new pg.Client({ connectionString: server.value.urls.owner });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: points } = await client.query<{ tx: string }>(
      'select (base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint)::text as tx from record_base',
    );
    const rows: Record<string, number> = {};
    await compressed(tableTexts(client, rows), join(out, 'tables.br'));
    return { tx: points[0]!.tx, rows };
  } finally {
    await client.end();
    await server.value.close();
  }
}

/** Files of the data folder by their path, as text of base 64. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const part of FOLDERS) {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile() && !PASSWORD.test(one.name))) {
      const path = join(entry.parentPath, entry.name);
      found[relative(folder, path).replaceAll('\\', '/')] = (await readFile(path)).toString('base64');
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const [out] = process.argv.slice(2);
if (out === undefined) {
  process.stderr.write('node tools/write-upgrade-fixture.ts FOLDER\n');
  process.exit(64);
}
const folder = await mkdtemp(join(tmpdir(), 'congvu-upgrade-'));
await chmod(folder, 0o755); // as root the database runs as `nobody`
try {
  const config = readConfig({
    NODE_ENV: 'development',
    DEMO: '1',
    PORT: String(await freePort()),
    DATA_FOLDER: folder,
    LOG_LEVEL: 'error',
    POPULATION_CALLS_PER_SECOND: '200',
  });
  if (!config.ok) throw new Error(config.problems.map(({ title }) => title.en).join('; '));
  const shown = await live(config.value);
  await mkdir(out, { recursive: true });
  const { tx, rows } = await dump(config.value, out);
  await compressed([JSON.stringify(await filesOf(folder))], join(out, 'files.br'));
  const about = { head: migrationNames().at(-1), madeAt: systemClock.now(), publicUrl: config.value.publicUrl, tx, rows, shown };
  await writeFile(join(out, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
