/** Bundles of our log, verified by the one-file verifier that shares no code with us. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { makeBundle } from './bundle.ts';
import { checkpointSigner, signCheckpoint, verifierKey } from './checkpoint.ts';
import { aLog, ORIGIN } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { keysOf } from '#base/sealing.ts';
import type { Bundle } from './shapes.ts';

const VERIFIER = join(import.meta.dirname, '../../../tools/verify-bundle.mjs');
const { verifyBundle } = (await import(VERIFIER)) as {
  readonly verifyBundle: (bundle: unknown, key: string, held?: string | null) => readonly { vi: string; en: string }[];
};

let log: LogForTests;
let key: string;
let eventIds: string[];

before(async () => {
  log = await aLog();
  key = verifierKey(log.publish.signer.key);
  await log.acts(200);
  await log.sequence();
  await log.acts(400, { act: 'record.registered', purpose: 'REGISTER', payload: { name: 'Nguyễn Thị Ánh', coefficient: '3.66' } });
  await log.sequence();
  eventIds = await log.db.transaction(log.system, async (tx) =>
    (await tx.query<{ event_id: string }>('select event_id from audit_leaf order by leaf_index')).map((row) => row.event_id),
  );
});
after(() => log.close());

const bundleOf = async (index: number, more: { olderSize?: number; withPayload?: boolean } = {}): Promise<Bundle> => {
  const made = await log.db.transaction(log.system, (tx) =>
    makeBundle(
      tx,
      { files: log.publish.files, key: log.publish.signer.key, keys: log.needs.keys },
      { eventId: eventIds[index]!, withPayload: false, ...more },
    ),
  );
  if (!made.ok) throw new Error(made.problems[0]!.code);
  return made.value;
};

/** 0 proven, 1 forged, 2 incomplete: what the script would exit with. */
const exitOf = (bundle: unknown, held: string | null = null): number => {
  try {
    verifyBundle(bundle, key, held);
    return 0;
  } catch (error) {
    const { exit } = error as { exit?: number };
    if (exit === undefined) throw error;
    return exit;
  }
};

test('every place of the log is proven to an outsider, alone and from an older head', async () => {
  for (const index of [0, 1, 199, 200, 255, 256, 257, 511, 512, 599])
    for (const olderSize of [undefined, 200, 599, 600])
      assert.equal(exitOf(await bundleOf(index, olderSize === undefined ? {} : { olderSize })), 0, `${index} from ${olderSize}`);
});

test('a bundle with its payload proves the payload', async () => {
  const bundle = await bundleOf(300, { withPayload: true });
  assert.match(bundle.payload!.text, /Nguyễn Thị Ánh/);
  assert.equal(exitOf(bundle), 0);
  assert.equal(exitOf({ ...bundle, payload: { ...bundle.payload, text: bundle.payload!.text.replace('3.66', '3.99') } }), 1);
  assert.equal(exitOf({ ...bundle, payload: { ...bundle.payload, salt: Buffer.alloc(32, 1).toString('base64') } }), 1);
});

test('a leaf holds no personal data: not the payload, not the ids behind the pseudonyms', async () => {
  const { leaf } = await bundleOf(300);
  assert.doesNotMatch(leaf, /Nguyễn|Ánh|3\.66|01930000-0000-7000-8000-000000000a01/);
});

test('whoever holds the older head learns of a second history', async () => {
  const bundle = await bundleOf(10, { olderSize: 200 });
  assert.equal(exitOf(bundle, bundle.older!.checkpoint), 0);
  const fork = signCheckpoint({ origin: ORIGIN, size: 200, root: new Uint8Array(32).fill(5) }, log.publish.signer);
  assert.equal(exitOf(bundle, fork), 1);
  assert.equal(exitOf({ ...bundle, older: { ...bundle.older, checkpoint: fork } }), 1);
  assert.equal(exitOf(await bundleOf(10), bundle.older!.checkpoint), 2);
});

test('a head signed by another key is refused, whatever the bundle says of its key', async () => {
  const bundle = await bundleOf(10);
  const stranger = checkpointSigner(ORIGIN, keysOf(new Uint8Array(32).fill(1)).signingKey('audit').privateKey);
  assert.throws(() => verifyBundle(bundle, verifierKey(stranger.key)), { exit: 1 });
  assert.throws(
    () => verifyBundle({ ...bundle, keyId: Buffer.from(verifierKey(stranger.key).split('+')[1]!).toString() }, verifierKey(stranger.key)),
    { exit: 1 },
  );
});

test('what is missing is called missing', async () => {
  const bundle = await bundleOf(10, { olderSize: 200, withPayload: true });
  for (const member of ['checkpoint', 'inclusion', 'leaf'] as const) assert.equal(exitOf({ ...bundle, [member]: undefined }), 2, member);
  assert.equal(exitOf({ ...bundle, older: { checkpoint: bundle.older!.checkpoint } }), 2);
  assert.equal(exitOf(null), 2);
  assert.equal(exitOf([]), 2);
  assert.equal(exitOf({}), 2);
  assert.throws(() => verifyBundle(bundle, 'no key'), { exit: 2 });
});

test('of 3,000 bundles with one changed letter none is proven', async () => {
  const whole = [
    await bundleOf(10, { olderSize: 200, withPayload: true }),
    await bundleOf(599, { withPayload: true }),
    await bundleOf(256, { olderSize: 200 }),
  ].map((bundle) => JSON.stringify(bundle));
  let tried = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.nat(),
      fc.constantFrom('0', 'A', 'x', '=', '+', ' ', '"', '}', '—'),
      (text, place, letter) => {
        const at = place % text.length;
        if (text[at] === letter) return;
        let changed: unknown;
        try {
          changed = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1));
        } catch {
          return;
        } // not JSON any more: the script says incomplete
        if (JSON.stringify(changed) === text) return;
        tried++;
        assert.notEqual(exitOf(changed), 0, `${text.slice(at - 20, at)}[${letter}]${text.slice(at + 1, at + 20)}`);
      },
    ),
    { numRuns: 4_500, seed: 6962 },
  );
  assert.ok(tried >= 3_000, `${tried} tried`);
});

test('the script alone, from the command line: 0, 1, 2 and both languages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-bundle-'));
  const run = (...args: string[]): Promise<{ code: number; out: string }> =>
    new Promise((done) => {
      execFile(process.execPath, [VERIFIER, ...args], (error, out) => done({ code: error === null ? 0 : Number(error.code), out }));
    });
  try {
    const bundle = await bundleOf(10, { withPayload: true });
    const [good, bad, cut, keyFile] = ['good.json', 'bad.json', 'cut.json', 'key.txt'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    await writeFile(good, JSON.stringify(bundle));
    await writeFile(bad, JSON.stringify({ ...bundle, leaf: bundle.leaf.replace('CONFIRM', 'CONSULT') }));
    await writeFile(cut, JSON.stringify(bundle).slice(0, 300));
    await writeFile(keyFile, `${key}\n`);
    const proven = await run(good, '--key', keyFile);
    assert.equal(proven.code, 0);
    assert.match(proven.out, /nằm trong nhật ký[\s\S]*is in the log[\s\S]*ĐÚNG \/ PROVEN/);
    const forged = await run(bad, '--key', key);
    assert.equal(forged.code, 1);
    assert.match(forged.out, /GIẢ MẠO \/ FORGED/);
    assert.equal((await run(cut, '--key', key)).code, 2);
    assert.equal((await run(good)).code, 2);
    assert.equal((await run(join(folder, 'none.json'), '--key', key)).code, 2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a second implementation in Python agrees with folder and bundles, and refuses what was changed (where python3 is installed; else only its absence is asserted)', async (context) => {
  const run = (program: string, ...args: string[]): Promise<{ code: number | string; out: string }> =>
    new Promise((done) => {
      execFile(program, args, (error, out) => done({ code: error === null ? 0 : (error.code ?? 1), out }));
    });
  if ((await run('python3', '--version')).code === 'ENOENT') {
    context.diagnostic('python3 is not installed on this machine: the second implementation did not run');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'audit-second-'));
  try {
    const files: string[] = [];
    for (const [index, olderSize] of [
      [0, 200],
      [199, 200],
      [200, 599],
      [255, 0],
      [256, 600],
      [599, 200],
    ] as const) {
      files.push(join(folder, `${index}.json`));
      await writeFile(files.at(-1)!, JSON.stringify(await bundleOf(index, { olderSize, withPayload: true })));
    }
    const second = join(import.meta.dirname, 'second-verifier.py');
    const agreed = await run('python3', second, log.folder, ...files);
    assert.equal(agreed.code, 0, agreed.out);
    assert.match(agreed.out, /OK folder: 600 leaves, 2 levels/);
    assert.equal(agreed.out.match(/OK bundle/g)?.length, files.length);
    const bundle = await bundleOf(10);
    await writeFile(files[0]!, JSON.stringify({ ...bundle, leaf: bundle.leaf.replace('CONFIRM', 'CONSULT') }));
    assert.equal((await run('python3', second, log.folder, files[0]!)).code, 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
