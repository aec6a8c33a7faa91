/**
 * Backup and restore, logical: every table in one REPEATABLE READ transaction, as COPY text, with blobs, keys' fingerprint and what was published
 * (the audit log's tiles, the cards' lists), in one encrypted file. The packaged PostgreSQL has no pg_dump; a restore into another major is the same
 * restore.
 *
 * File: magic, 16 bytes that name this backup, where it is sealed to an offline key the envelope of its own key (backup-seal.ts), then frames; a frame is 4 bytes of length and sealed JSON or bytes. Each frame is sealed for its
 * place in this very backup, and the last one says how many rows each table and how many files there are: nothing can be cut out, moved or brought
 * in from another backup. The keys folder is NOT in it: a backup without its keys is useless to a thief, and so it must be kept apart.
 */
import { createHash } from 'node:crypto';
import type { Hash, KeyObject } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Instant } from '#base/clock.ts';
import type { Chance } from '#base/chance.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { AREAS, NAME } from '#base/files/kept-files.ts';
import type { Area, KeptFiles, OpenFiles } from '#base/files/kept-files.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { backupNotReadable, backupNotRecorded, restoreNotEmpty } from '#start/commands/problems.ts';
import { envelopeTo, openedEnvelope } from './backup-seal.ts';

const MAGIC = Buffer.from('CONGVU-BACKUP-2\n');
/** Sealed to a key that is kept offline. */
const MAGIC_OFFLINE = Buffer.from('CONGVU-BACKUP-3\n');
const ENVELOPE_BYTES_MAX = 4096;
/** Backups of before frames were bound to their places: whole tables could be cut out of them unseen. */
const MAGIC_UNBOUND = Buffer.from('CONGVU-BACKUP-1\n');
const ID_BYTES = 16;
const SALT = createHash('sha256').update('backup').digest();
/** What a frame is sealed for: its place in one backup. */
const purposeOf = (id: Uint8Array, frame: number): string => `backup/${Buffer.from(id).toString('hex')}/${frame}`;
/** Bytes of table text sealed together. */
const FRAME_BYTES = 1 << 20;
const FRAME_BYTES_MAX = 64 << 20;
/** Tables that describe the installation itself and are made anew, not restored; with them whatever refers to them. Held by a test against the foreign keys. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'migration',
  'migration_checksum',
  'record_base',
  'session',
  'session_provider',
  'passkey_challenge',
  'session_secret',
  'idempotent_answer',
  'card_ask', // questions of minutes; an answer must never lie in a backup
  'stored_file', // files are backed up as files, wherever they are kept
]);

type Frame =
  | { readonly kind: 'head'; readonly at: Instant; readonly schema: string; readonly tx: string }
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'blob'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'end'; readonly rows: Readonly<Record<string, number>>; readonly files: number };

/** Parents before children, so that foreign keys hold while rows come in. */
async function tablesInOrder(client: pg.ClientBase): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(
    `select c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select coalesce(array_agg(distinct p.relname::text), '{}') from pg_constraint k join pg_class p on p.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid) as parents
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const left = rows.filter((row) => !LEFT_OUT.has(row.name));
  const done: { name: string; columns: string[] }[] = [];
  while (left.length > 0) {
    const at = left.findIndex((row) => row.parents.every((parent) => done.some((one) => one.name === parent) || LEFT_OUT.has(parent)));
    const [next] = left.splice(Math.max(0, at), 1);
    done.push({ name: next!.name, columns: next!.columns });
  }
  return done;
}

/** What was written or put back, as the audit log keeps it: no word of anybody. */
export interface BackupWitness {
  /** SHA-256 of the whole file, hexadecimal: what `sha256sum FILE` says */
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  /** blobs, leaves and lists beside the tables */
  readonly files: number;
}
interface Counted {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
}
const witnessOf = ({ rows, files }: Counted, sha256: string): BackupWitness => ({
  sha256,
  tables: Object.keys(rows).length,
  rows: Object.values(rows).reduce((sum, n) => sum + n, 0),
  files,
});

/** The audit row could not be written: the act ends with nothing kept. */
class NotRecorded extends Error {}
const recorded = (writing: Promise<void>): Promise<void> =>
  writing.catch((error: unknown) => {
    throw new NotRecorded(error instanceof Error ? error.message.split('\n')[0] : String(error));
  });

/** What a backup is made of. */
export interface BackupNeeds {
  readonly ownerUrl: string;
  readonly keys: Keys;
  /** blobs, tiles of the log, lists */
  readonly files: OpenFiles;
  readonly at: Instant;
  /** head of the schema */
  readonly schema: string;
  readonly chance: Chance;
  /** an offline public key (X25519) that the file is sealed to; null: the installation's own keys open it */
  readonly recipient: KeyObject | null;
}

/**
 * Writes everything to `file` (mode 0600, temporary name first). The database goes on working meanwhile.
 * `record` leaves the audit row; the file gets its name only after that, and E-BACKUP-NOT-RECORDED leaves none.
 */
export async function backup(
  needs: BackupNeeds,
  file: string,
  record: (made: BackupWitness) => Promise<void>,
): Promise<Result<{ readonly rows: Readonly<Record<string, number>>; readonly sha256: string }>> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.half`;
  const handle = await open(half, 'w', 0o600);
  const hash = createHash('sha256');
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  try {
    const made = await writeEverything(needs, write).finally(async () => {
      await handle.sync();
      await handle.close();
    });
    const witness = witnessOf(made, hash.digest('hex'));
    await recorded(record(witness));
    await rename(half, file);
    return ok({ rows: made.rows, sha256: witness.sha256 });
  } catch (error) {
    await rm(half, { force: true });
    if (error instanceof NotRecorded) return refused(backupNotRecorded({ detail: error.message }));
    throw error;
  }
}

function withLength(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

async function writeEverything(
  { ownerUrl, keys, files: kept, at, schema, chance, recipient }: BackupNeeds,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Counted> {
  const id = chance.bytes(ID_BYTES);
  const sealedTo = recipient === null ? null : await envelopeTo(recipient, { keys, chance, id });
  const sealing = sealedTo?.sealing ?? keys;
  let frame = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    await write(withLength(sealing.seal(SALT, purposeOf(id, frame++), bytes)));
  };
  const tell = (frame: Frame): Promise<void> => put(Buffer.from(`F${JSON.stringify(frame)}`));
  const rows: Record<string, number> = {};
  let files = 0;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await write(sealedTo === null ? Buffer.concat([MAGIC, id]) : Buffer.concat([MAGIC_OFFLINE, id, withLength(sealedTo.envelope)]));
    // Before the tables: published leaves may be fewer than the tables hold, never more; the rest is published again.
    files += await putFiles(kept('audit'), 'audit', 'file', tell, put);
    await client.query('begin isolation level repeatable read read only');
    // Above everything that the snapshot shows. The settled point would not do: a transaction that still runs anywhere in the cluster holds it back,
    // below rows that are in the backup, and record time would fall at the restore.
    const tx = (
      await client.query<{ tx: string }>(
        'select (base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint)::text as tx from record_base',
      )
    ).rows[0]!.tx;
    await tell({ kind: 'head', at, schema, tx });
    for (const { name, columns } of await tablesInOrder(client)) {
      await tell({ kind: 'table', name, columns });
      rows[name] = await putTable(client, name, columns, put);
    }
    await client.query('commit');
    files += await putFiles(kept('blobs'), 'blobs', 'blob', tell, put);
    // After the tables: a status list may say more than they do, never less. What it says ended, doors have seen; publishing takes it over.
    files += await putFiles(kept('card'), 'card', 'file', tell, put);
    // After the tables, which may know of fewer: whoever was erased meanwhile is erased again at the restore.
    files += await putFiles(kept('erasures'), 'erasures', 'file', tell, put);
    await tell({ kind: 'end', rows, files });
  } finally {
    await client.end();
  }
  return { rows, files };
}

async function putTable(
  client: pg.ClientBase,
  name: string,
  columns: readonly string[],
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  let pieces: Buffer[] = [];
  let size = 0;
  let lines = 0;
  const flush = async (): Promise<void> => {
    if (size > 0) await put(Buffer.concat([Buffer.from('D'), ...pieces]));
    pieces = [];
    size = 0;
  };
  for await (const piece of client.query(copyTo(`copy (select ${list} from ${name}) to stdout`))) {
    const bytes = piece as Buffer;
    for (const byte of bytes) if (byte === 10) lines += 1;
    pieces.push(bytes);
    size += bytes.length;
    if (size > FRAME_BYTES) await flush();
  }
  await flush();
  return lines;
}

async function putFiles(
  kept: KeptFiles,
  area: Area,
  kind: 'blob' | 'file',
  tell: (frame: Frame) => Promise<void>,
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  let files = 0;
  for await (const name of kept.names()) {
    const bytes = await kept.read(name);
    if (bytes === null) continue; // the product goes on meanwhile: a list was retired, a tile became full
    await tell({ kind, name: `${area}/${name}` });
    files += 1;
    for (let at = 0; at < bytes.length; at += FRAME_BYTES)
      await put(Buffer.concat([Buffer.from('D'), bytes.subarray(at, at + FRAME_BYTES)]));
  }
  return files;
}

/** Why a file is not restored, in words for people. */
class NotReadable extends Error {
  readonly why: Bilingual;
  constructor(why: Bilingual) {
    super(why.en);
    this.why = why;
  }
}
const NOT_OURS = { vi: 'không phải tệp sao lưu của Công Vụ', en: 'it is not a backup of Công Vụ' };
const UNBOUND = {
  vi: 'tệp theo dạng cũ, không chứng minh được là còn đủ; hãy sao lưu lại bằng bản hiện nay',
  en: 'its form is an old one that cannot be shown to be complete; make a new backup',
};
const NO_FILE = { vi: 'không có tệp', en: 'there is no such file' };
const CUT = { vi: 'tệp bị cắt', en: 'it was cut' };
const WRONG_KEY = { vi: 'sai khóa, hoặc tệp bị sửa', en: 'the key is another one, or the file was changed' };
const OFFLINE = {
  vi: 'tệp được mã hóa cho khóa ngoại tuyến; nêu khóa riêng bằng --key',
  en: 'it is sealed to an offline key; name the private half by --key',
};
const rowsMissing = (table: string, wanted: number, found: number): Bilingual => ({
  vi: `bảng ${table} phải có ${wanted} dòng nhưng chỉ có ${found}`,
  en: `table ${table} must have ${wanted} rows, there are ${found}`,
});

async function envelopeKeys(
  handle: FileHandle,
  { keys, opener }: Pick<RestoreNeeds, 'keys' | 'opener'>,
  id: Uint8Array,
  hash: Hash,
): Promise<Keys> {
  if (opener === null) throw new NotReadable(OFFLINE);
  const length = Buffer.alloc(4);
  await handle.read(length, 0, 4);
  const size = length.readUInt32BE();
  if (size > ENVELOPE_BYTES_MAX) throw new NotReadable(CUT);
  const envelope = Buffer.alloc(size);
  if ((await handle.read(envelope, 0, size)).bytesRead < size) throw new NotReadable(CUT);
  hash.update(length).update(envelope);
  const opened = await openedEnvelope(envelope, opener, { keys, id });
  if (opened === null) throw new NotReadable(WRONG_KEY);
  return opened;
}

/** Every byte that is read goes into `hash` too: what is restored and what is named in the log are the same file. */
async function* frames(handle: FileHandle, { keys, opener }: Pick<RestoreNeeds, 'keys' | 'opener'>, hash: Hash): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(MAGIC.length + ID_BYTES);
  await handle.read(head, 0, head.length);
  hash.update(head);
  const magic = head.subarray(0, MAGIC.length);
  if (magic.equals(MAGIC_UNBOUND)) throw new NotReadable(UNBOUND);
  const isOffline = magic.equals(MAGIC_OFFLINE);
  if (!isOffline && !magic.equals(MAGIC)) throw new NotReadable(NOT_OURS);
  const id = head.subarray(MAGIC.length);
  const sealing = isOffline ? await envelopeKeys(handle, { keys, opener }, id, hash) : keys;
  for (let frame = 0; ; frame += 1) {
    const length = Buffer.alloc(4);
    const { bytesRead } = await handle.read(length, 0, 4);
    if (bytesRead === 0) return;
    const size = length.readUInt32BE();
    if (bytesRead < 4 || size > FRAME_BYTES_MAX) throw new NotReadable(CUT);
    const sealed = Buffer.alloc(size);
    if ((await handle.read(sealed, 0, size)).bytesRead < size) throw new NotReadable(CUT);
    hash.update(length).update(sealed);
    try {
      yield Buffer.from(sealing.open(SALT, purposeOf(id, frame), sealed));
    } catch {
      throw new NotReadable(WRONG_KEY);
    }
  }
}

export interface RestoreNeeds extends Pick<BackupNeeds, 'ownerUrl' | 'keys' | 'files'> {
  /** the offline private key; null: there is none at hand */
  readonly opener: KeyObject | null;
}

/** What a backup says of itself before its tables. E-BACKUP-NOT-READABLE. */
export async function describeBackup(
  needs: Pick<RestoreNeeds, 'keys' | 'opener'>,
  file: string,
): Promise<Result<{ readonly at: Instant; readonly schema: string }>> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return refused(backupNotReadable({ why: NO_FILE }));
  try {
    for await (const bytes of frames(handle, needs, createHash('sha256'))) {
      if (bytes[0] === 0x44) continue;
      const frame = JSON.parse(bytes.subarray(1).toString()) as Frame;
      if (frame.kind === 'head') return ok({ at: frame.at, schema: frame.schema });
    }
    return refused(backupNotReadable({ why: CUT }));
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    return refused(backupNotReadable({ why: error.why }));
  } finally {
    await handle.close();
  }
}

/**
 * Restores into an empty, migrated database: E-BACKUP-NOT-READABLE, E-RESTORE-NOT-EMPTY, E-BACKUP-NOT-RECORDED. Nothing is kept when anything fails.
 * Record time goes on above the old. `record` leaves the audit row in the transaction of what is put back.
 */
export async function restore(
  needs: RestoreNeeds,
  file: string,
  record: (tx: Tx, put: BackupWitness) => Promise<void>,
): Promise<Result<{ readonly rows: Readonly<Record<string, number>> }>> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return refused(backupNotReadable({ why: NO_FILE }));
  const db = openDatabase({ connectionString: needs.ownerUrl, poolSize: 1 });
  const written: Place[] = [];
  try {
    const rows = await db.transaction(null, async (tx) => {
      if ((await tx.query('select 1 from person limit 1')).length > 0) return null;
      // What the new installation loaded by itself (bodies, the log's empty state) gives way to what was backed up.
      await tx.query(`truncate ${(await tablesInOrder(tx.client)).map((table) => table.name).join(', ')} cascade`);
      const hash = createHash('sha256');
      const put = await restoreFrames(tx.client, frames(handle, needs, hash), needs.files, written);
      await recorded(record(tx, witnessOf(put, hash.digest('hex'))));
      return put.rows;
    });
    return rows === null ? refused(restoreNotEmpty()) : ok({ rows });
  } catch (error) {
    // A list that stayed would stand in the way of a newer one in the next restore, and bits be lost.
    for (const { area, name } of written) await needs.files(area).remove(name);
    const detail = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    if (error instanceof NotRecorded) return refused(backupNotRecorded({ detail }));
    return refused(backupNotReadable({ why: error instanceof NotReadable ? error.why : { vi: detail, en: detail } }));
  } finally {
    await handle.close();
    await db.close();
  }
}

/** Where a file is kept. */
interface Place {
  readonly area: Area;
  readonly name: string;
}
function placeOf(name: string): Place {
  const slash = name.indexOf('/');
  const area = AREAS.find((one) => one === name.slice(0, slash));
  if (area === undefined || !NAME.test(name.slice(slash + 1))) throw new NotReadable(NOT_OURS);
  return { area, name: name.slice(slash + 1) };
}

interface Open {
  readonly frame: Exclude<Frame, { kind: 'head' | 'end' }>;
  readonly pieces: Buffer[];
}

async function restoreFrames(client: pg.ClientBase, all: AsyncGenerator<Buffer>, kept: OpenFiles, written: Place[]): Promise<Counted> {
  let current: Open | null = null;
  let end: Extract<Frame, { kind: 'end' }> | null = null;
  const rows: Record<string, number> = {};
  let files = 0;
  const close = async (): Promise<void> => {
    if (!current) return;
    const { frame, pieces } = current;
    // Copies of version 0.1.0 hold rows about sessions, which are not restored.
    if (frame.kind === 'table' && LEFT_OUT.has(frame.name)) rows[frame.name] = 0;
    else if (frame.kind === 'table')
      rows[frame.name] = (rows[frame.name] ?? 0) + (await restoreTable(client, frame.name, frame.columns, pieces));
    else {
      await restoreFile(kept, placeOf(frame.name), Buffer.concat(pieces), written);
      files += 1;
    }
    current = null;
  };
  for await (const bytes of all) {
    if (bytes[0] === 0x44) {
      (current as Open | null)?.pieces.push(bytes.subarray(1));
      continue;
    }
    const frame = JSON.parse(bytes.subarray(1).toString()) as Frame;
    await close();
    if (frame.kind === 'head') await raiseRecordTime(client, frame.tx);
    else if (frame.kind === 'end') end = frame;
    else current = { frame, pieces: [] };
  }
  if (!end) throw new NotReadable(CUT);
  // What was put back is counted by the database, and held against what the backup says it took.
  for (const [table, wanted] of Object.entries(end.rows))
    if (!LEFT_OUT.has(table) && (rows[table] ?? 0) !== wanted) throw new NotReadable(rowsMissing(table, wanted, rows[table] ?? 0));
  if (files !== end.files) throw new NotReadable(CUT);
  return { rows, files };
}

/** Numbers of the new cluster's transactions begin low: they are raised above the last one of the old. */
async function raiseRecordTime(client: pg.ClientBase, lastTx: string): Promise<void> {
  await client.query('update record_base set base = greatest(base, $1::bigint)', [lastTx]);
}

async function restoreTable(client: pg.ClientBase, name: string, columns: readonly string[], pieces: readonly Buffer[]): Promise<number> {
  if (!/^[a-z_]+$/.test(name)) throw new NotReadable(NOT_OURS);
  const list = columns.map((column) => `"${column.replaceAll('"', '')}"`).join(', ');
  await client.query(`create temporary table restored (like ${name} including defaults) on commit drop`);
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy restored (${list}) from stdin`)));
  const { rowCount } = await client.query(`insert into ${name} (${list}) select ${list} from restored`);
  await client.query('drop table restored');
  return rowCount ?? 0;
}

/** Writes it and notes that in `written`, unless there is one: what stands here is at least as new. */
async function restoreFile(kept: OpenFiles, place: Place, bytes: Buffer, written: Place[]): Promise<void> {
  const files = kept(place.area);
  if (await files.has(place.name)) return;
  written.push(place);
  await files.write(place.name, bytes);
}
