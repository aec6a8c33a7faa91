/**
 * Makes a bundle: one archive with Node, packages, pages as built and a list of what every file is, signed by who releases it. It is made with the
 * system's tar: what opens it where there is nothing else is that same tar.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { linkLibraries } from '#base/database/embedded-server.ts';
import { schemaHead } from '#base/database/migrate.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { versionsOf } from '#start/versions.ts';
import { bundleFiles } from './contents.ts';
import { bundleNotMade } from './problems.ts';
import { RELEASE_FILE, SBOM_FILE, SIGNATURE_FILE, SUMS_FILE, releaseOf } from './release.ts';
import type { Release } from './release.ts';
import { softwareBill } from './software-bill.ts';
import { releaseKey, sha256Of, signedSums, writtenSums } from './sums.ts';

/** The first level takes two fifths of the time of the usual one, for a tenth more bytes. */
const GZIP_LEVEL = 1;

export interface MadeBundle {
  /** path of the archive; its SHA-256 and the bill of packages stand beside it */
  readonly archive: string;
  readonly sha256: string;
  readonly files: number;
  readonly release: Release;
}

/**
 * @param root  a checkout whose packages are installed and whose pages are built
 * @param into  folder for the archive, made when it is not there
 * @param key   file of the releaser's private key (PEM); null: the bundle says that it is not signed
 * @param at    the moment that is written into it
 */
export async function makeBundle(root: string, into: string, key: string | null, at: string): Promise<Result<MadeBundle>> {
  if (releaseOf(root))
    return refused(bundleNotMade({ why: { vi: 'chương trình này chạy từ một gói', en: 'this program runs from a bundle itself' } }));
  const signer = key === null ? null : releaseKey(key);
  if (signer && !signer.ok) return signer;
  linkLibraries();
  const ours = bundleFiles(root);
  if (!ours.ok) return ours;
  const { congvu: version, schema } = versionsOf({ schemaHead: schemaHead(), postgresql: '' });
  const release: Release = {
    product: 'congvu',
    version,
    platform: `${process.platform}-${process.arch}`,
    schema,
    madeAt: at,
    signed: signer !== null,
  };
  const made = mkdtempSync(join(tmpdir(), 'congvu-bundle-'));
  try {
    const bill = await softwareBill(root);
    if (!bill.ok) return bill;
    writeFileSync(join(made, SBOM_FILE), bill.value);
    writeFileSync(join(made, RELEASE_FILE), `${JSON.stringify(release, null, 2)}\n`);
    const beside = [RELEASE_FILE, SBOM_FILE];
    const sums = `${writtenSums(made, beside)}${writtenSums(root, ours.value)}`;
    writeFileSync(join(made, SUMS_FILE), sums);
    beside.push(SUMS_FILE);
    if (signer) {
      writeFileSync(join(made, SIGNATURE_FILE), signedSums(sums, signer.value));
      beside.push(SIGNATURE_FILE);
    }
    const name = `congvu-${version}-${release.platform}`;
    const archive = join(resolve(into), `${name}.tar.gz`);
    mkdirSync(resolve(into), { recursive: true });
    const packed = await pack({ name, root, files: ours.value, made, beside, at, archive });
    if (!packed) return refused(bundleNotMade({ why: { vi: 'tar không chạy được', en: 'tar failed' } }));
    const sha256 = sha256Of(archive);
    writeFileSync(`${archive}.sha256`, `${sha256}  ${name}.tar.gz\n`);
    writeFileSync(join(resolve(into), `${name}.cdx.json`), bill.value);
    return ok({ archive, sha256, files: ours.value.length + 2, release });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

interface Packing {
  /** folder that everything unpacks to */
  readonly name: string;
  readonly root: string;
  readonly files: readonly string[];
  readonly made: string;
  readonly beside: readonly string[];
  readonly at: string;
  readonly archive: string;
}

/** Of nobody on this machine, of one moment, in the order of the list: the same files are the same archive. */
async function pack({ name, root, files, made, beside, at, archive }: Packing): Promise<boolean> {
  const list = join(made, 'list');
  writeFileSync(list, files.map((file) => `${file}\0`).join(''));
  const options = [
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=${at}`,
    '--mode=u+rw,go=u-w',
    '--hard-dereference',
    '--no-recursion',
  ];
  const tar = spawn(
    'tar',
    [
      '-cf',
      '-',
      ...options,
      `--transform=flags=rSH;s,^,${name}/,`,
      '-C',
      made,
      ...beside,
      '-C',
      root,
      '--null',
      '--verbatim-files-from',
      '-T',
      list,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<boolean>((done) => {
    tar.once('error', () => done(false));
    tar.once('close', (exit) => done(exit === 0));
  });
  const half = `${archive}.half`;
  try {
    await pipeline(tar.stdout, createGzip({ level: GZIP_LEVEL }), createWriteStream(half));
    const isWhole = await ended;
    if (isWhole) renameSync(half, archive);
    return isWhole;
  } finally {
    rmSync(half, { force: true });
  }
}
