/**
 * The master keys on disk (decision 0070): `master.key` is the first, `master.2.key` the second, each 32 bytes, mode 0600; `master-keys.json` says which seals,
 * which only open, and what a key service keeps in place of a file. Without it there is the first alone. A generation never leaves: what it sealed stays.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import type { Instant } from './clock.ts';
import { systemClock } from './clock.ts';
import { createClosedFile, isOpenToOthers, replaceClosedFile, stampOf } from './closed-file.ts';
import { askKeyService } from './key-keeper.ts';
import { NOT_32_BYTES, NOT_JSON, NO_SUCH_FILE } from './key-words.ts';
import { ok, refused } from './problem.ts';
import type { Result } from './problem.ts';
import { keyFileBroken, keyMissing, keyNotTheSame, keyServiceNotSet, keyTooOpen } from './problems.ts';
import { fingerprintOf, keysOf } from './sealing.ts';
import type { Keys, RootSource, Roots } from './sealing.ts';

/** File of the first master key. */
export const MASTER_KEY = 'master.key';
/** File that names all of them, once there is more to say than that. */
export const MASTER_KEYS = 'master-keys.json';
const KEY_BYTES = 32;
/** Milliseconds for which a process that serves does not look whether another key seals now. What does not open is looked for at once. */
const LOOK_EVERY_MS = 5_000;

/** `next` only opens, until it is used; `active` seals; `retired` only opens. */
export type MasterKeyState = 'next' | 'active' | 'retired';

/** What is written of one generation. */
export interface MasterKeyRecord {
  readonly generation: number;
  readonly state: MasterKeyState;
  /** null: it was there before generations were */
  readonly since: Instant | null;
  readonly fingerprint: string;
  /** base64 of what the key service made of it; null: it stands in its file */
  readonly wrapped: string | null;
}

export interface MasterKey extends MasterKeyRecord {
  readonly root: Uint8Array;
}

export type KeyPlace = Pick<Config, 'keysFolder' | 'keyService'>;

export const fileOfGeneration = (generation: number): string => (generation === 1 ? MASTER_KEY : `master.${generation}.key`);

/** Is there a master key in this folder? */
export const keysExist = (folder: string): boolean => existsSync(join(folder, MASTER_KEYS)) || existsSync(join(folder, MASTER_KEY));

const STATES: readonly unknown[] = ['next', 'active', 'retired'] satisfies MasterKeyState[];

const isRecord = (value: unknown): value is MasterKeyRecord => {
  const one = value as Partial<Record<keyof MasterKeyRecord, unknown>> | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    Number.isInteger(one.generation) &&
    STATES.includes(one.state) &&
    typeof one.fingerprint === 'string' &&
    (one.since === null || typeof one.since === 'string') &&
    (one.wrapped === null || typeof one.wrapped === 'string')
  );
};

/** Numbered from one without a gap, exactly one of them seals. */
const isWhole = (records: readonly MasterKeyRecord[]): boolean =>
  records.every(({ generation }, i) => generation === i + 1) && records.filter(({ state }) => state === 'active').length === 1;

function readRecords(folder: string): Result<readonly MasterKeyRecord[]> {
  const file = join(folder, MASTER_KEYS);
  if (isOpenToOthers(file)) return refused(keyTooOpen({ file: MASTER_KEYS }));
  const broken = refused(keyFileBroken({ file: MASTER_KEYS, why: NOT_JSON }));
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { readonly keys?: unknown };
    return Array.isArray(keys) && keys.every(isRecord) && isWhole(keys) ? ok(keys) : broken;
  } catch {
    return broken;
  }
}

function readRoot(folder: string, generation: number): Result<Uint8Array> {
  const [name, file] = [fileOfGeneration(generation), join(folder, fileOfGeneration(generation))];
  if (!existsSync(file)) return refused(keyFileBroken({ file: name, why: NO_SUCH_FILE }));
  if (isOpenToOthers(file)) return refused(keyTooOpen({ file: name }));
  const root = readFileSync(file);
  return root.length === KEY_BYTES ? ok(root) : refused(keyFileBroken({ file: name, why: NOT_32_BYTES }));
}

function rootOf(record: MasterKeyRecord, { keysFolder, keyService }: KeyPlace): Result<Uint8Array> {
  if (record.wrapped !== null && keyService === null) return refused(keyServiceNotSet());
  const root =
    record.wrapped === null
      ? readRoot(keysFolder, record.generation)
      : askKeyService(keyService!, 'open', Buffer.from(record.wrapped, 'base64'));
  if (!root.ok) return root;
  // A service may well answer with another key than the one that it was given: nothing is sealed under a key that nobody would find again.
  return root.value.length === KEY_BYTES && fingerprintOf(root.value) === record.fingerprint
    ? root
    : refused(keyNotTheSame({ generation: String(record.generation) }));
}

/** Every generation there is. `held`: those that need not be asked for again. Every way to fail is a problem of ours: E-KEY-… */
export function readMasterKeys(place: KeyPlace, held: readonly MasterKey[] = []): Result<readonly MasterKey[]> {
  if (!existsSync(join(place.keysFolder, MASTER_KEYS))) {
    const first = readRoot(place.keysFolder, 1);
    if (!first.ok) return first;
    const fingerprint = fingerprintOf(first.value);
    return ok([{ generation: 1, state: 'active', since: null, fingerprint, wrapped: null, root: first.value }]);
  }
  const records = readRecords(place.keysFolder);
  if (!records.ok) return records;
  const keys: MasterKey[] = [];
  for (const record of records.value) {
    const known = held.find(({ fingerprint }) => fingerprint === record.fingerprint);
    const root = known ? ok(known.root) : rootOf(record, place);
    if (!root.ok) return root;
    keys.push({ ...record, root: root.value });
  }
  return ok(keys);
}

const holds = (file: string, root: Uint8Array): boolean => existsSync(file) && statSync(file).isFile() && readFileSync(file).equals(root);

/** Puts the records in their file, whole; the keys that stand in files of their own are there before, and go after. */
export function writeMasterKeys(folder: string, keys: readonly MasterKey[]): void {
  for (const { generation, wrapped, root } of keys) {
    const file = join(folder, fileOfGeneration(generation));
    // What somebody began and did not end may have left a key that nobody was ever told of.
    if (wrapped === null && !holds(file, root)) replaceClosedFile(file, root);
  }
  const records = keys.map(({ root: _secret, ...record }) => record satisfies MasterKeyRecord);
  replaceClosedFile(join(folder, MASTER_KEYS), `${JSON.stringify({ keys: records }, null, 1)}\n`);
  for (const { generation, wrapped } of keys) if (wrapped !== null) rmSync(join(folder, fileOfGeneration(generation)), { force: true });
}

const rootsOf = (keys: readonly MasterKey[]): Roots => ({
  active: keys.find(({ state }) => state === 'active')!.generation,
  generations: keys.map(({ generation, root }) => ({ number: generation, root })),
});

/** Follows the files while the program runs: what another process added is taken up without a restart. What cannot be read leaves things as they are. */
function followed(place: KeyPlace, first: readonly MasterKey[], nowMs: () => number): RootSource {
  const file = join(place.keysFolder, MASTER_KEYS);
  const stamp = (): string => (existsSync(file) ? stampOf(file) : '');
  let held = { keys: first, roots: rootsOf(first), stamp: stamp(), lookedMs: nowMs() };
  const look = (): Roots => {
    const found = stamp();
    const read = found === held.stamp ? null : readMasterKeys(place, held.keys);
    held = read?.ok ? { keys: read.value, roots: rootsOf(read.value), stamp: found, lookedMs: nowMs() } : { ...held, lookedMs: nowMs() };
    return held.roots;
  };
  return { now: () => (nowMs() - held.lookedMs < LOOK_EVERY_MS ? held.roots : look()), again: look };
}

/** Keys of what was read, which go on to follow the files. */
export const keysFrom = (place: KeyPlace, read: readonly MasterKey[], nowMs: () => number = () => systemClock.monotonicMs()): Keys =>
  keysOf(followed(place, read, nowMs));

/**
 * Opens the keys of an installation. `mayCreate` makes a master key where there is none (demo, development); without it a missing key is refused:
 * E-KEY-MISSING. A key file that others may read is refused: E-KEY-TOO-OPEN.
 */
export function openKeys(place: KeyPlace, how: { readonly mayCreate: boolean; readonly nowMs?: () => number }): Result<Keys> {
  const { keysFolder: folder } = place;
  if (!keysExist(folder)) {
    if (!how.mayCreate) return refused(keyMissing({ file: MASTER_KEY }));
    // Only this folder is closed: a mode given to a recursive mkdir would close its parents too, and the database's user must pass.
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    createClosedFile(join(folder, MASTER_KEY), randomBytes(KEY_BYTES));
  }
  const read = readMasterKeys(place);
  return read.ok ? ok(keysFrom(place, read.value, how.nowMs)) : read;
}
