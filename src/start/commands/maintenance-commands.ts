/** `congvu migrate | backup | restore | files | reset-demo`. */
import { readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { installSessionSecret } from '#authority/access/sessions.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { placeOfData } from '#base/database/embedded-server.ts';
import { migrate, schemaHead } from '#base/database/migrate.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { brokenBlobs } from '#base/blob-store.ts';
import { copyFiles } from '#base/files/kept-files.ts';
import type { OpenFiles } from '#base/files/kept-files.ts';
import { ok } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import { FINDINGS_SHOWN, verifyEverything } from './audit-command.ts';
import { recordMade, recordMigrated, recordMoved, recordRestored, recordUnknownEnded } from './command-acts.ts';
import { backup, restore } from './backup.ts';
import { openerOf, recipientIn } from './backup-seal.ts';
import { backupFiles, backupName, backupsToRemove, retentionOf } from './kept-backups.ts';
import type { Retention } from './kept-backups.ts';
import { eraseAgainIn } from '#start/erasures.ts';
import { keyPeopleIn } from '#start/key-people.ts';
import { loadListsInto } from '#start/load-lists.ts';
import { openDatabaseServer, openInstallation, openKeptFiles } from '#start/open.ts';
import { readMarks } from '#start/installation-marks.ts';
import { notInstalled } from '#start/problems.ts';
import { backupKeep } from '#start/commands/problems.ts';
import { QUEUES } from '#start/worker.ts';

interface Io {
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Opens settings, keys and a migrated database, runs, closes. */
async function withDatabase(
  io: Io,
  { mayCreateKeys, migrates = true }: { readonly mayCreateKeys: boolean; readonly migrates?: boolean },
  work: (opened: {
    config: Config;
    keys: Keys;
    ownerUrl: string;
    /** newest migration of the database as it was found; null: nothing of ours was ever made there */
    head: string | null;
    appUrl: string;
    files: OpenFiles;
    applied: readonly string[];
  }) => Promise<number>,
): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    io.sayProblems(config.problems);
    return 2;
  }
  const isReal = config.value.production && !config.value.demo;
  const server = await openInstallation(config.value, openKeys(config.value, { mayCreate: mayCreateKeys && !isReal }));
  if (!server.ok) {
    io.sayProblems(server.problems);
    return 2;
  }
  try {
    const { keys } = server.value;
    const { owner, app } = server.value.urls;
    const migrated = migrates ? await migrate(server.value.urls, systemClock.today(), QUEUES) : ok({ applied: [] });
    if (!migrated.ok) {
      io.sayProblems(migrated.problems);
      return 2;
    }
    if (migrates) {
      await installSessionSecret(owner, keys.sessionSecret);
      await keyPeopleIn(owner, keys);
    }
    // As the owner: what a restore put back before it failed is taken away again, what was sent too.
    const files = openKeptFiles(config.value, owner);
    const { applied } = migrated.value;
    return await work({
      applied,
      config: config.value,
      keys,
      ownerUrl: owner,
      appUrl: app,
      files: files.open,
      head: server.value.facts.holds.head,
    }).finally(files.close);
  } finally {
    await server.value.close();
  }
}

export const runMigrate = (io: Io): Promise<number> =>
  withDatabase(io, { mayCreateKeys: true }, async ({ keys, ownerUrl, applied }) => {
    if (applied.length > 0) await recordMigrated(ownerUrl, auditNeeds(keys), applied);
    const loaded = await loadListsInto(ownerUrl, keys);
    io.print(`Cơ sở dữ liệu ở phiên bản ${schemaHead()}.`);
    if (loaded.outcome === 'loaded')
      io.print(`Danh mục: lần nạp ${loaded.edition}, ${loaded.lists} danh mục, ${loaded.begun} mục mới, ${loaded.ended} mục hết.`);
    if (loaded.outcome === 'older') io.print('Cơ sở dữ liệu đã có danh mục mới hơn của chương trình này: giữ nguyên.');
    return 0;
  });

const inVietnamese = (n: number): string => n.toLocaleString('vi-VN');

const auditNeeds = (keys: Keys): AuditNeeds => ({ clock: systemClock, chance: systemChance, keys });

/** Of the database as it is: an older one is not brought to a newer form by being copied. */
export const runBackup = (request: { readonly file: string | null; readonly keep: string | null }, io: Io): Promise<number> =>
  withDatabase(io, { mayCreateKeys: false, migrates: false }, async ({ config, keys, ownerUrl, files, head }) => {
    const keep = request.keep === null ? null : retentionOf(request.keep);
    if (request.keep !== null && keep === null) {
      io.sayProblems([backupKeep({ keep: request.keep })]);
      return 2;
    }
    const recipient = recipientIn(config);
    if (!recipient.ok) {
      io.sayProblems(recipient.problems);
      return 2;
    }
    const at = systemClock.now();
    const file = request.file ?? join(config.backupFolder, backupName(at));
    if (head === null) {
      io.sayProblems([notInstalled()]);
      return 2;
    }
    const needs = { ownerUrl, keys, files, at, schema: head, chance: systemChance, recipient: recipient.value };
    const made = await backup(needs, resolve(file), recordMade(ownerUrl, auditNeeds(keys), basename(file)));
    if (!made.ok) {
      io.sayProblems(made.problems);
      return 2;
    }
    const { rows, sha256 } = made.value;
    const count = Object.values(rows).reduce((sum, n) => sum + n, 0);
    io.print(
      `Đã sao lưu ${inVietnamese(count)} dòng của ${Object.keys(rows).length} bảng vào ${file} (SHA-256 ${sha256}).\nThư mục khóa ${config.keysFolder} KHÔNG nằm trong tệp này: hãy cất riêng một bản.`,
    );
    if (recipient.value) io.print(`Tệp được mã hóa cho khóa ngoại tuyến ${config.backupPublicKeyFile}: máy này không tự đọc lại được.`);
    if (keep) await removeOld(resolve(config.backupFolder), keep, ownerUrl, io);
    return 0;
  });

/** After a backup that came about, never before: what is kept is never fewer than what there was. */
async function removeOld(folder: string, keep: Retention, ownerUrl: string, io: Io): Promise<void> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  const marks = await owner.transaction(null, readMarks).finally(() => owner.close());
  const proven = marks.drill?.whole === true ? marks.drill.file : null;
  for (const name of backupsToRemove(backupFiles(await readdir(folder)), keep, proven)) {
    await rm(join(folder, name), { force: true });
    io.print(`Đã bỏ bản cũ ${name}.`);
  }
}

/** The keys folder must be in place before: it is what opens the backup. @param key  file of the offline private key, where it is sealed to one */
export const runRestore = (file: string, key: string | null, io: Io): Promise<number> =>
  withDatabase(io, { mayCreateKeys: false }, async ({ config, keys, ownerUrl, appUrl, files }) => {
    const opener = key === null ? null : openerOf(key);
    if (opener && !opener.ok) {
      io.sayProblems(opener.problems);
      return 2;
    }
    const needs = { ownerUrl, keys, files, opener: opener?.value ?? null };
    const restored = await restore(needs, resolve(file), recordRestored(auditNeeds(keys), files('card')));
    if (!restored.ok) {
      io.sayProblems(restored.problems);
      return 2;
    }
    const count = Object.values(restored.value.rows).reduce((sum, n) => sum + n, 0);
    const erased = await eraseAgainIn({ ownerUrl, keys, files });
    io.print(`Đã khôi phục ${inVietnamese(count)} dòng của ${Object.keys(restored.value.rows).length} bảng, đúng như tệp sao lưu ghi.`);
    io.print(
      erased.listed === 0
        ? 'Không có danh sách hủy dữ liệu cá nhân ở máy này. Đã từng hủy ai thì đặt lại thư mục erasures của nơi cũ rồi chạy: congvu erasures again'
        : `Danh sách hủy dữ liệu cá nhân: ${erased.listed} người, đã hủy lại ${erased.again} người mà bản sao lưu còn giữ.`,
    );
    for (const name of erased.broken) io.print(`✗ Mục ${name} của danh sách hủy dữ liệu không mở được bằng khóa này.`);
    return (await provenAfterRestore({ config, keys, appUrl, files }, io)) ? 0 : 1;
  });

/** After a database was set back by other means than `restore`: a point in time, a replica that lacked the last writes. Beside a running product. */
export const runEndUnknownCopies = (io: Io): Promise<number> =>
  withDatabase(io, { mayCreateKeys: false, migrates: false }, async ({ keys, ownerUrl, files }) => {
    const { lists } = await recordUnknownEnded(ownerUrl, auditNeeds(keys), files('card'));
    io.print(
      `Đã cắt ${lists} danh sách trạng thái: mọi bản thẻ mà cơ sở dữ liệu này không biết đều ngừng khi danh sách được ký lại. Ví tự nhận bản mới.`,
    );
    return 0;
  });

/** A restore ends with the proof: blobs are what their names say, the log is whole, and the register fits it. */
async function provenAfterRestore(
  { config, keys, appUrl, files }: { readonly config: Config; readonly keys: Keys; readonly appUrl: string; readonly files: OpenFiles },
  io: Io,
): Promise<boolean> {
  const blobs = await brokenBlobs(files('blobs'), keys);
  for (const name of blobs) io.print(`✗ Tệp ${name} không mở được hoặc không đúng với tên của nó.`);
  const db = openDatabase({ connectionString: appUrl });
  try {
    const report = await verifyEverything({ db, keys, keysFolder: config.keysFolder, files, publicUrl: config.publicUrl, state: true });
    for (const { what } of report.findings.slice(0, FINDINGS_SHOWN)) io.print(`✗ ${what.vi}`);
    const proven = report.ok && blobs.length === 0;
    io.print(
      proven
        ? `✓ Nhật ký và dữ liệu toàn vẹn: ${report.size} mục, ${report.state?.rows ?? 0} dòng khớp với nhật ký.`
        : '✗ Đã khôi phục, nhưng dữ liệu KHÔNG toàn vẹn như trên. Đừng đưa vào dùng trước khi tìm ra nguyên nhân; lấy bản sao lưu khác nếu có.',
    );
    return proven;
  } finally {
    await db.close();
  }
}

/** Copies what is kept as files to the other place, before FILES says so; with the product stopped, or once more afterwards. May be ended and done again. */
export const runFiles = (to: 'to-database' | 'to-folder', io: Io): Promise<number> =>
  withDatabase(io, { mayCreateKeys: false }, async ({ config, keys, ownerUrl }) => {
    const [folder, database] = (['folder', 'database'] as const).map((files) => openKeptFiles({ ...config, files }, ownerUrl));
    const [from, target] = to === 'to-database' ? [folder!, database!] : [database!, folder!];
    const copied = await copyFiles(from.open, target.open).finally(database!.close);
    await recordMoved(ownerUrl, auditNeeds(keys), { to: to === 'to-database' ? 'database' : 'folder', files: copied });
    io.print(`Đã chép ${inVietnamese(copied)} tệp. Đặt FILES=${to === 'to-database' ? 'database' : 'folder'} rồi khởi động lại.`);
    return 0;
  });

/** Removes the demo's data. Only of a demo, and only the embedded one: somebody's own database is never emptied. */
export async function runResetDemo(io: Io): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    io.sayProblems(config.problems);
    return 2;
  }
  if (!config.value.demo || config.value.databaseUrl !== null) {
    io.print('reset-demo chỉ dùng cho bản trình diễn với cơ sở dữ liệu đi kèm.');
    return 2;
  }
  const folder = resolve(config.value.dataFolder);
  // Opened once without adopting: data that a running product uses is refused, not pulled away from under it.
  const server = await openDatabaseServer(config.value);
  if (!server.ok) {
    io.sayProblems(server.problems);
    return 2;
  }
  await server.value.close();
  const place = placeOfData(join(folder, 'pg18'));
  const folders = [...['blobs', 'audit', 'card', 'erasures'].map((name) => join(folder, name)), config.value.keysFolder];
  for (const path of [place, `${place}.password`, `${place}.s`, ...folders]) await rm(path, { recursive: true, force: true });
  io.print('Đã xóa dữ liệu mẫu. Chạy npm start để dựng lại.');
  return 0;
}
