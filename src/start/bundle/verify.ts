/** Is a bundle what was released, to the byte, and by whom? Looks, and changes nothing. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { bundleChanged, bundleCut, bundleExtra, bundleMissing, bundleNotOurs, bundleSignature, bundleUnsigned } from './problems.ts';
import { SIGNATURE_FILE, SUMS_FILE, releaseOf } from './release.ts';
import type { Release } from './release.ts';
import { isSignedBy, publicKeyOf, readSums, sha256Of } from './sums.ts';

export interface VerifiedBundle {
  readonly release: Release;
  readonly files: number;
  /** by the key that was named; false: nothing was asked of a signature */
  readonly signed: boolean;
}

/** What the program itself keeps beside its packages when it may. */
const KEPT_BY_RUNNING = 'node_modules/.cache/';

function filesIn(folder: string): Set<string> {
  const found = globSync('**/*', { cwd: folder, withFileTypes: true })
    .concat(globSync('**/.*', { cwd: folder, withFileTypes: true }))
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
  return new Set(found.filter((file) => file !== SUMS_FILE && file !== SIGNATURE_FILE && !file.startsWith(KEPT_BY_RUNNING)));
}

/** A link that leads out of the bundle is no file of it. */
const isInside = (folder: string, file: string): boolean => {
  try {
    return !relative(folder, realpathSync(join(folder, file))).startsWith('..');
  } catch {
    return false; // leads nowhere
  }
};

function verifyFolder(given: string, key: string | null): Result<VerifiedBundle> {
  const folder = realpathSync(given);
  const release = existsSync(join(folder, SUMS_FILE)) ? releaseOf(folder) : null;
  if (release === null) return refused(bundleNotOurs({ place: given }));
  const sums = readFileSync(join(folder, SUMS_FILE), 'utf8');
  if (key !== null) {
    const read = publicKeyOf(key);
    if (!read.ok) return read;
    if (!existsSync(join(folder, SIGNATURE_FILE))) return refused(bundleUnsigned());
    // What a foreign hand signed is not looked at any further.
    if (!isSignedBy(sums, readFileSync(join(folder, SIGNATURE_FILE)), read.value)) return refused(bundleSignature({ key }));
  }
  const [wanted, there] = [readSums(sums), filesIn(folder)];
  const problems: Problem[] = [];
  for (const [file, sum] of wanted)
    if (!there.has(file)) problems.push(bundleMissing({ file }));
    else if (!isInside(folder, file) || sha256Of(join(folder, file)) !== sum) problems.push(bundleChanged({ file }));
  for (const file of there) if (!wanted.has(file)) problems.push(bundleExtra({ file }));
  return problems.length > 0 ? refused(...problems) : ok({ release, files: wanted.size, signed: key !== null });
}

/** Unpacks with the system's tar, which takes nothing out of the folder that it is given. */
const unpacked = (archive: string, folder: string): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn('tar', ['-xzf', archive, '-C', folder], { stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('close', (exit) => done(exit === 0));
  });

/**
 * @param place  folder of an unpacked bundle, or the archive
 * @param key    file of the releaser's public key (PEM); null: only the sums are looked at, which whoever changes a file can change too
 */
export async function verifyBundle(place: string, key: string | null): Promise<Result<VerifiedBundle>> {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return refused(bundleNotOurs({ place }));
  if (found.isDirectory()) return verifyFolder(place, key);
  const scratch = mkdtempSync(join(tmpdir(), 'congvu-bundle-'));
  try {
    if (!(await unpacked(resolve(place), scratch))) return refused(bundleCut({ place }));
    const [inside, ...others] = readdirSync(scratch);
    if (inside === undefined || others.length > 0) return refused(bundleNotOurs({ place }));
    return verifyFolder(join(scratch, inside), key);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
