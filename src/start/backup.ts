/**
 * Backup and restore, logical: every table in one REPEATABLE READ transaction, as COPY text, with blobs, keys' fingerprint and what was published
 * (the audit log's tiles, the cards' lists), in one encrypted file. The packaged PostgreSQL has no pg_dump; a restore into another major is the same
 * restore.
 *
 * File: magic, then frames; a frame is 4 bytes of length and sealed JSON or bytes. The keys folder is NOT in it: a backup
 * without its keys is useless to a thief, and so it must be kept apart.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Instant } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { backupNotReadable, restoreNotEmpty } from './problems.ts';

const MAGIC = Buffer.from('CONGVU-BACKUP-1\n');
const SALT = createHash('sha256').update('backup').digest();
const PURPOSE = 'backup';
/** Bytes of table text sealed together. */
const FRAME_BYTES = 1 << 20;
const FRAME_BYTES_MAX = 64 << 20;
/** Ending of a file that is being written (`writeLogFile`). */
const DRAFT = '.new';
/** Tables that describe the installation itself and are made anew, not restored. */
const LEFT_OUT = new Set(['migration', 'migration_checksum', 'record_base', 'session', 'session_secret', 'idempotent_answer']);

type Frame =
  | { readonly kind: 'head'; readonly at: Instant; readonly schema: string; readonly tx: string }
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'blob'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'end'; readonly rows: Readonly<Record<string, number>> };

/** Parents before children, so that foreign keys hold while rows come in. */
async function tablesInOrder(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
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

/** Writes everything to `file` (mode 0600, temporary name first). The database goes on working meanwhile. */
export async function backup(
  ownerUrl: string,
  keys: Keys,
  dataFolder: string,
  file: string,
  at: Instant,
  schema: string,
): Promise<{ readonly rows: Readonly<Record<string, number>> }> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.half`;
  const handle = await open(half, 'w', 0o600);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const put = async (bytes: Uint8Array): Promise<void> => {
    const sealed = keys.seal(SALT, PURPOSE, bytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    await handle.write(Buffer.concat([length, sealed]));
  };
  const tell = (frame: Frame): Promise<void> => put(Buffer.from(`F${JSON.stringify(frame)}`));
  const rows: Record<string, number> = {};
  try {
    await handle.write(MAGIC);
    await client.query('begin isolation level repeatable read read only');
    const tx = (await client.query<{ tx: string }>('select settled_tx()::text as tx')).rows[0]!.tx;
    await tell({ kind: 'head', at, schema, tx });
    for (const { name, columns } of await tablesInOrder(client)) {
      await tell({ kind: 'table', name, columns });
      rows[name] = await putTable(client, name, columns, put);
    }
    await client.query('commit');
    // After the tables: a status list may say more than they do, never less. What it says ended, doors have seen; publishing takes it over.
    for (const [kind, folder] of [
      ['blob', 'blobs'],
      ['file', 'audit'],
      ['file', 'card'],
    ] as const)
      await putFolder(join(dataFolder, folder), folder, kind, tell, put);
    await tell({ kind: 'end', rows });
    await handle.sync();
  } finally {
    await client.end();
    await handle.close();
  }
  await rename(half, file);
  return { rows };
}

async function putTable(
  client: pg.Client,
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

async function putFolder(
  folder: string,
  name: string,
  kind: 'blob' | 'file',
  tell: (frame: Frame) => Promise<void>,
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.endsWith(DRAFT)) continue;
    const path = join(entry.parentPath, entry.name);
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null; // the product goes on meanwhile: a list was retired, a tile became full
      throw error;
    });
    if (!handle) continue;
    await tell({ kind, name: join(name, path.slice(folder.length + 1)) });
    // The stream closes the handle. A file that is replaced meanwhile is read to its end as it was.
    for await (const piece of handle.createReadStream({ highWaterMark: FRAME_BYTES }))
      await put(Buffer.concat([Buffer.from('D'), piece as Buffer]));
  }
}

async function* frames(handle: FileHandle, keys: Keys): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(MAGIC.length);
  await handle.read(head, 0, MAGIC.length);
  if (!head.equals(MAGIC)) throw new Error('không phải tệp sao lưu của Công Vụ');
  for (;;) {
    const length = Buffer.alloc(4);
    const { bytesRead } = await handle.read(length, 0, 4);
    if (bytesRead === 0) return;
    const size = length.readUInt32BE();
    if (bytesRead < 4 || size > FRAME_BYTES_MAX) throw new Error('tệp bị cắt hoặc bị sửa');
    const sealed = Buffer.alloc(size);
    if ((await handle.read(sealed, 0, size)).bytesRead < size) throw new Error('tệp bị cắt');
    try {
      yield Buffer.from(keys.open(SALT, PURPOSE, sealed));
    } catch {
      throw new Error('sai khóa, hoặc tệp bị sửa');
    }
  }
}

/** Restores into an empty, migrated database: E-BACKUP-NOT-READABLE, E-RESTORE-NOT-EMPTY. Nothing is kept when anything fails. Record time goes on above the old. */
export async function restore(
  ownerUrl: string,
  keys: Keys,
  dataFolder: string,
  file: string,
): Promise<Result<{ readonly rows: Readonly<Record<string, number>> }>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) {
    await client.end();
    return refused(backupNotReadable({ why: 'không có tệp' }));
  }
  const written: string[] = [];
  try {
    const people = await client.query('select 1 from person limit 1');
    if ((people.rowCount ?? 0) > 0) return refused(restoreNotEmpty());
    await client.query('begin');
    // What the new installation loaded by itself (bodies, the log's empty state) gives way to what was backed up.
    await client.query(`truncate ${(await tablesInOrder(client)).map((table) => table.name).join(', ')} cascade`);
    const rows = await restoreFrames(client, frames(handle, keys), dataFolder, written);
    await client.query('commit');
    return ok({ rows });
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the fault that is told is the first one
    // A list that stayed would stand in the way of a newer one in the next restore, and bits be lost.
    for (const path of written) await rm(path, { force: true });
    return refused(backupNotReadable({ why: error instanceof Error ? error.message.split('\n')[0]! : 'lỗi lạ' }));
  } finally {
    await handle.close();
    await client.end();
  }
}

interface Open {
  readonly frame: Exclude<Frame, { kind: 'head' | 'end' }>;
  readonly pieces: Buffer[];
}

async function restoreFrames(
  client: pg.Client,
  all: AsyncGenerator<Buffer>,
  dataFolder: string,
  written: string[],
): Promise<Readonly<Record<string, number>>> {
  let current: Open | null = null;
  let rows: Readonly<Record<string, number>> | null = null;
  const close = async (): Promise<void> => {
    if (!current) return;
    const { frame, pieces } = current;
    if (frame.kind === 'table') await restoreTable(client, frame.name, frame.columns, pieces);
    else await restoreFile(join(dataFolder, frame.name), Buffer.concat(pieces), written);
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
    else if (frame.kind === 'end') rows = frame.rows;
    else current = { frame, pieces: [] };
  }
  if (!rows) throw new Error('tệp bị cắt ở cuối');
  return rows;
}

/** Numbers of the new cluster's transactions begin low: they are raised above the last one of the old. */
async function raiseRecordTime(client: pg.Client, lastTx: string): Promise<void> {
  await client.query('update record_base set base = greatest(base, $1::bigint)', [lastTx]);
}

async function restoreTable(client: pg.Client, name: string, columns: readonly string[], pieces: readonly Buffer[]): Promise<void> {
  if (!/^[a-z_]+$/.test(name)) throw new Error('tên bảng lạ');
  const list = columns.map((column) => `"${column.replaceAll('"', '')}"`).join(', ');
  await client.query(`create temporary table restored (like ${name} including defaults) on commit drop`);
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy restored (${list}) from stdin`)));
  await client.query(`insert into ${name} (${list}) select ${list} from restored`);
  await client.query('drop table restored');
}

/** Writes it and notes that in `written`, unless there is one: what stands here is at least as new. */
async function restoreFile(path: string, bytes: Buffer, written: string[]): Promise<void> {
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return;
  written.push(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
}
