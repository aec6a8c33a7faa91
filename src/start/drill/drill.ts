/**
 * A restore as it would be after the worst day, on a throw-away cluster: schema of the backup's own time, its rows and files, the migrations since, then the
 * proof of the log and of the register. What is in use is not touched; nothing of the drill stays.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { installSessionSecret } from '#authority/access/sessions.ts';
import { brokenBlobs } from '#base/blob-store.ts';
import { systemClock } from '#base/clock.ts';
import { bootstrap } from '#base/database/bootstrap.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { placeOfData, startEmbedded } from '#base/database/embedded-server.ts';
import { migrate, schemaHead } from '#base/database/migrate.ts';
import { schemaNewer } from '#base/database/problems.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { DISK_FREE_BYTES_MIN, freeBytesOf } from '#start/checks/machine.ts';
import type { FreeBytes } from '#start/checks/machine.ts';
import { verifyEverything } from '#start/commands/audit-command.ts';
import { describeBackup, restore } from '#start/commands/backup.ts';
import type { BackupWitness } from '#start/commands/backup.ts';
import { eraseAgainIn } from '#start/erasures.ts';
import type { DrillMark } from '#start/installation-marks.ts';
import { keyPeopleIn } from '#start/key-people.ts';
import { loadListsInto } from '#start/load-lists.ts';
import { diskLittle } from '#start/problems.ts';
import { QUEUES } from '#start/worker.ts';

export interface DrillNeeds {
  readonly file: string;
  readonly keys: Keys;
  /** the offline private key; null: there is none at hand */
  readonly opener: KeyObject | null;
  /** keys folder of the installation: the log's name stands there */
  readonly keysFolder: string;
  readonly publicUrl: string;
  /** the list of erasures of what is in use: a copy of before one is erased again, as a restore would */
  readonly erased: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly free?: FreeBytes;
}

export interface Drilled {
  readonly mark: DrillMark;
  readonly witness: BackupWitness;
  /** migrations since the backup, which were run over it too */
  readonly steps: readonly string[];
  /** people whom the copy still held and who were erased again */
  readonly erasedAgain: number;
  /** why it is not whole; null: it is */
  readonly found: Bilingual | null;
}

/** Rows with their indexes, and the files, take so many times the bytes of a backup. */
const BYTES_FOR_EACH = 5;
const MIB = 1024 * 1024;

/** E-BACKUP-NOT-READABLE, E-SCHEMA-NEWER, E-DISK-LITTLE, and what a server that does not start says. */
export async function drill(needs: DrillNeeds): Promise<Result<Drilled>> {
  const about = await describeBackup(needs, needs.file);
  if (!about.ok) return about;
  if (about.value.schema > schemaHead()) return refused(schemaNewer({ found: about.value.schema, known: schemaHead() }));
  const wanted = statSync(needs.file).size * BYTES_FOR_EACH + DISK_FREE_BYTES_MIN;
  const left = await (needs.free ?? freeBytesOf)(tmpdir());
  if (left < wanted)
    return refused(diskLittle({ folder: tmpdir(), free: String(Math.floor(left / MIB)), least: String(Math.ceil(wanted / MIB)) }));
  const scratch = mkdtempSync(join(tmpdir(), 'congvu-drill-'));
  chmodSync(scratch, 0o755); // as root the database walks through it as `nobody`
  const place = placeOfData(join(scratch, 'pg'));
  try {
    const server = await startEmbedded({ dataFolder: join(scratch, 'pg'), throwAway: true });
    if (!server.ok) return server;
    try {
      return await restoredAndProven(needs, about.value, scratch, await bootstrap(server.value, join(scratch, 'passwords')));
    } finally {
      await server.value.stop();
    }
  } finally {
    for (const one of [scratch, place, `${place}.password`, `${place}.s`]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function restoredAndProven(
  { file, keys, opener, keysFolder, publicUrl, erased }: DrillNeeds,
  about: { readonly at: string; readonly schema: string },
  scratch: string,
  urls: DatabaseUrls,
): Promise<Result<Drilled>> {
  const startedMs = systemClock.monotonicMs();
  mkdirSync(join(scratch, 'keys'));
  const origin = 'audit-origin';
  if (existsSync(join(keysFolder, origin))) copyFileSync(join(keysFolder, origin), join(scratch, 'keys', origin));
  const ofItsTime = await migrate(urls, systemClock.today(), QUEUES, { upTo: about.schema });
  if (!ofItsTime.ok) return ofItsTime;
  const files = filesInFolder(scratch);
  let witness: BackupWitness = { sha256: '', tables: 0, rows: 0, files: 0 };
  // The drill's row stands in the log of what is in use, not in that of a copy that is thrown away.
  const put = await restore({ ownerUrl: urls.owner, keys, files, opener }, file, async (_tx, restored) => {
    witness = restored;
  });
  if (!put.ok) return put;
  const since = await migrate(urls, systemClock.today(), QUEUES);
  if (!since.ok) return since;
  await installSessionSecret(urls.owner, keys.sessionSecret);
  await keyPeopleIn(urls.owner, keys);
  await loadListsInto(urls.owner, keys);
  for (const { name, bytes } of erased) if (!(await files('erasures').has(name))) await files('erasures').write(name, bytes);
  const { again: erasedAgain } = await eraseAgainIn({ ownerUrl: urls.owner, keys, files });
  const found = await whatIsWrong({ urls, keys, scratch, publicUrl });
  const of = (table: string): number => put.value.rows[table] ?? 0;
  const mark: DrillMark = {
    at: systemClock.now(),
    whole: found === null,
    file: basename(file),
    madeAt: about.at,
    seconds: Math.ceil((systemClock.monotonicMs() - startedMs) / 1000),
    people: of('person'),
    receipts: of('receipt'),
    attestations: of('attestation'),
  };
  return ok({ mark, witness, steps: since.value.applied, erasedAgain, found });
}

interface Restored {
  readonly urls: DatabaseUrls;
  readonly keys: Keys;
  readonly scratch: string;
  readonly publicUrl: string;
}

async function whatIsWrong({ urls, keys, scratch, publicUrl }: Restored): Promise<Bilingual | null> {
  const files = filesInFolder(scratch);
  const [broken] = await brokenBlobs(files('blobs'), keys);
  if (broken !== undefined) return { vi: `tệp ${broken} không mở được`, en: `the file ${broken} does not open` };
  const db = openDatabase({ connectionString: urls.app });
  try {
    const report = await verifyEverything({ db, keys, keysFolder: join(scratch, 'keys'), files, publicUrl, state: true });
    return report.findings[0]?.what ?? null;
  } finally {
    await db.close();
  }
}
