/** What a bundle must be, and each way in which it is not: a file changed, missing, one too many, a foreign key, an archive that was cut. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { RELEASE_FILE, SIGNATURE_FILE, SUMS_FILE } from './release.ts';
import type { Release } from './release.ts';
import { releaseKey, signedSums, writtenSums } from './sums.ts';
import { verifyBundle } from './verify.ts';

const place = mkdtempSync(join(tmpdir(), 'congvu-verify-'));
after(() => rmSync(place, { recursive: true, force: true }));

function keyPair(name: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(place, `${name}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(place, `${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  return join(place, `${name}.pub`);
}
const ours = keyPair('ours');
const foreign = keyPair('foreign');

const release: Release = {
  product: 'congvu',
  version: '1.2.3',
  platform: 'linux-x64',
  schema: '0001_base',
  madeAt: '2026-11-29T00:00:00.000Z',
  signed: true,
};
/** The smallest bundle there can be, in a folder of its own. */
function aBundle(name: string): string {
  const folder = join(place, name, 'congvu-1.2.3-linux-x64');
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, RELEASE_FILE), JSON.stringify(release));
  writeFileSync(join(folder, 'src/congvu.ts'), 'export {};\n');
  writeFileSync(join(folder, 'src/.inputs'), 'a hidden one');
  const files = [RELEASE_FILE, 'src/congvu.ts', 'src/.inputs'];
  const sums = writtenSums(folder, files);
  const key = releaseKey(join(place, 'ours.pem'));
  assert.ok(key.ok);
  writeFileSync(join(folder, SUMS_FILE), sums);
  writeFileSync(join(folder, SIGNATURE_FILE), signedSums(sums, key.value));
  return folder;
}
const archiveOf = (folder: string): string => {
  const archive = `${folder}.tar.gz`;
  assert.equal(spawnSync('tar', ['-czf', archive, '-C', join(folder, '..'), 'congvu-1.2.3-linux-x64']).status, 0);
  return archive;
};
const said = async (where: string, key: string | null = ours): Promise<string> => {
  const verified = await verifyBundle(where, key);
  return verified.ok
    ? `${verified.value.files} ${verified.value.signed}`
    : verified.problems.map(({ code, title }) => `${code} ${title.en}`).join('\n');
};

test('a bundle as it was released is whole, as a folder and as an archive; without a key nothing is said of who made it', async () => {
  const folder = aBundle('whole');
  assert.equal(await said(folder), '3 true');
  assert.equal(await said(archiveOf(folder)), '3 true');
  assert.equal(await said(folder, null), '3 false');
  // What the program keeps for itself while it runs is nobody's change.
  mkdirSync(join(folder, 'node_modules/.cache/compiled'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/.cache/compiled/one'), '');
  assert.equal(await said(folder), '3 true');
});

const broken: Readonly<Record<string, readonly [(folder: string) => string | void, RegExp]>> = {
  'a file that was changed': [(folder) => appendFileSync(join(folder, 'src/congvu.ts'), '//'), /^E-BUNDLE-CHANGED .*src\/congvu\.ts/],
  'a hidden file that was changed': [(folder) => writeFileSync(join(folder, 'src/.inputs'), ''), /^E-BUNDLE-CHANGED .*src\/\.inputs/],
  'a file that is missing': [(folder) => rmSync(join(folder, 'src/congvu.ts')), /^E-BUNDLE-MISSING .*src\/congvu\.ts/],
  'a file too many': [(folder) => writeFileSync(join(folder, 'src/more.ts'), ''), /^E-BUNDLE-EXTRA .*src\/more\.ts/],
  'a hidden file too many': [(folder) => writeFileSync(join(folder, '.env'), ''), /^E-BUNDLE-EXTRA .*\.env/],
  'the same words by a link that leads out': [
    (folder) => {
      writeFileSync(join(folder, '../outside'), 'export {};\n');
      rmSync(join(folder, 'src/congvu.ts'));
      symlinkSync('../../outside', join(folder, 'src/congvu.ts'));
    },
    /^E-BUNDLE-CHANGED/,
  ],
  'a file changed, and its line with it': [
    (folder) => {
      writeFileSync(join(folder, 'src/congvu.ts'), 'evil();\n');
      writeFileSync(join(folder, SUMS_FILE), writtenSums(folder, [RELEASE_FILE, 'src/congvu.ts', 'src/.inputs']));
    },
    /^E-BUNDLE-SIGNATURE/,
  ],
  'no signature': [(folder) => rmSync(join(folder, SIGNATURE_FILE)), /^E-BUNDLE-UNSIGNED/],
  'no list': [(folder) => rmSync(join(folder, SUMS_FILE)), /^E-BUNDLE-NOT-OURS/],
  'an archive that was cut': [
    (folder) => {
      const archive = archiveOf(folder);
      truncateSync(archive, readFileSync(archive).length - 40);
      return archive;
    },
    /^E-BUNDLE-CUT/,
  ],
  'a file that is no archive': [
    (folder) => {
      writeFileSync(`${folder}.tar.gz`, 'not at all');
      return `${folder}.tar.gz`;
    },
    /^E-BUNDLE-CUT/,
  ],
  'nothing there': [(folder) => join(folder, 'nowhere'), /^E-BUNDLE-NOT-OURS/],
};
for (const [what, [breaks, expected]] of Object.entries(broken))
  test(`${what} is told`, async () => {
    const folder = join(aBundle(what.replaceAll(' ', '-')));
    assert.match(await said(breaks(folder) ?? folder), expected);
  });

test('a signature by somebody else, and a key that is none, are told apart', async () => {
  const folder = aBundle('keys');
  assert.match(await said(folder, foreign), /^E-BUNDLE-SIGNATURE .*foreign\.pub/);
  assert.match(await said(folder, join(folder, RELEASE_FILE)), /^E-BUNDLE-KEY/);
  assert.match(await said(folder, join(place, 'nowhere.pub')), /^E-BUNDLE-KEY/);
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(join(place, 'other.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  assert.match(await said(folder, join(place, 'other.pub')), /^E-BUNDLE-KEY/);
  const copy = join(place, 'copied');
  cpSync(folder, copy, { recursive: true });
  assert.equal(await said(copy), '3 true', 'where it stands does not matter');
});
