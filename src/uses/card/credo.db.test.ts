/**
 * Credo-TS takes a card, holds it, shows it and checks it, with nothing of ours but the published anchor. It is no dependency of the product: the test installs it, by a
 * lock file of its own and without install scripts, into a folder of this checkout, once for each lock file, and says so when there is no registry to install from.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { anIssuer } from './issuer-for-tests.ts';
import type { TestIssuer } from './issuer-for-tests.ts';
import { publishRound } from './publish.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const KIT = join(ROOT, 'tests', 'foreign', 'credo');
const KEPT = join(ROOT, 'node_modules', '.cache', 'credo');
/** What npm says of a registry that it does not come to. Anything else is a fault of the kit. */
const NO_REGISTRY = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/;
const AUDIENCE = 'https://cong-vao.example';
const NONCE = 'so-dung-mot-lan';

interface Ran {
  readonly code: number | null;
  readonly err: string;
}
const run = (program: string, given: readonly string[], where: string): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, given, { cwd: where, stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('error', (error) => resolve({ code: null, err: error.message }));
    child.on('close', (code) => resolve({ code, err }));
  });

/** Where the packages of the lock file stand; a reason when they cannot be had. Once a lock file: whoever comes second finds them. */
async function installed(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const lock = createHash('sha256')
    .update(readFileSync(join(KIT, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
  const folder = join(KEPT, lock);
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(KIT, file), join(making, file));
    const { code, err } = await run(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=20000'],
      making,
    );
    if (code !== 0) {
      rmSync(making, { recursive: true, force: true });
      assert.ok(code === null || NO_REGISTRY.test(err), err);
      return { missing: err.trim().split('\n')[0] ?? 'npm is not here' };
    }
    try {
      renameSync(making, folder);
    } catch {
      rmSync(making, { recursive: true, force: true }); // another process was first
    }
  }
  copyFileSync(join(KIT, 'wallet.mjs'), join(folder, 'wallet.mjs'));
  return { folder };
}

let here: TestIssuer;
before(async () => {
  here = await anIssuer();
  await publishRound(here.issuer, { keeping: true });
});
after(() => here.close());

interface Checked {
  readonly isValid: boolean;
  readonly why: string;
  readonly said: {
    readonly iss: string;
    readonly ho_ten: string;
    readonly co_quan: { readonly ma: string };
    readonly moi_truong: string;
  } | null;
  readonly hidden: boolean | null;
}
interface Said {
  readonly issuer: string;
  readonly presentation: string;
  readonly good: Checked;
  readonly otherNonce: Checked;
}

test('Credo-TS takes a card, holds it, shows it and checks it with the published anchor alone; after its end it is good no more', async (t) => {
  const kit = await installed();
  if ('missing' in kit) {
    process.stdout.write(`Credo-TS was not tried: its packages could not be installed (${kit.missing})\n`);
    return t.skip(`no packages: ${kit.missing}`);
  }
  const pem = await (await fetch(`${here.url}/card/trust-anchor.pem`)).text();
  const personId = await here.hires();
  const offer = await here.offers(personId);
  const wallet = spawn(process.execPath, ['wallet.mjs'], { cwd: kit.folder });
  t.after(() => wallet.kill());
  let err = '';
  wallet.stderr.on('data', (part) => (err += String(part)));
  const lines = createInterface({ input: wallet.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    assert.ok(!done, err.slice(0, 2_000));
    return JSON.parse(value as string) as T;
  };
  const anchor = pem.replaceAll(/-----\w+ CERTIFICATE-----|\s/g, '');
  wallet.stdin.write(`${JSON.stringify({ offer: offer.uri, txCode: offer.txCode, anchor, audience: AUDIENCE, nonce: NONCE })}\n`);
  const said = await answer<Said>();
  assert.equal(said.issuer, `${here.url}/card`);
  assert.deepEqual([said.good.isValid, said.good.why], [true, '']);
  assert.deepEqual(said.good.said, {
    iss: `${here.url}/card`,
    ho_ten: 'Đặng Thị Yến',
    co_quan: { ma: 'H26.03.01', ten: 'Trường THPT Mẫu Sơn' },
    moi_truong: 'THU_NGHIEM',
  });
  assert.equal(said.good.hidden, true, 'what was not chosen is not shown');
  assert.equal(said.otherNonce.isValid, false);
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  await publishRound(here.issuer, { keeping: false });
  wallet.stdin.end('ended\n');
  const { afterwards } = await answer<{ afterwards: Checked }>();
  assert.equal(afterwards.isValid, false);
  assert.match(afterwards.why, /[Ss]tatus/);
});
