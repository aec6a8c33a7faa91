/**
 * `congvu upgrade`: looks at database, disk and what runs; makes a backup; migrates in one transaction; counts and verifies; says the way back. Stops at the
 * first failure, with the database as it was, or with the command that brings it back.
 */
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { installSessionSecret } from '#authority/access/sessions.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { withConnection } from '#base/database/connect.ts';
import { migrate, schemaHead } from '#base/database/migrate.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { freeBytesOf, nearestFolder } from '#start/checks/machine.ts';
import { keyPeopleIn } from '#start/key-people.ts';
import { loadListsInto } from '#start/load-lists.ts';
import { checkPeople, openInstallation, openKeptFiles } from '#start/open.ts';
import type { OpenedDatabase } from '#start/open.ts';
import { notInstalled } from '#start/problems.ts';
import { upgradeFailed, upgradeLost, upgradeNotWhole } from '#start/upgrade/problems.ts';
import { countTables, lostRows } from '#start/upgrade/count-rows.ts';
import { databaseBytes, judgeUpgrade, runningServers, stepsFor } from '#start/upgrade/plan.ts';
import type { UpgradePlan } from '#start/upgrade/plan.ts';
import { QUEUES } from '#start/worker.ts';
import { verifyEverything } from './audit-command.ts';
import { backup } from './backup.ts';
import type { BackupWitness } from './backup.ts';
import { recipientIn } from './backup-seal.ts';
import { recordMade, recordMigrated } from './command-acts.ts';

export interface UpgradeOptions {
  /** only what would be done */
  readonly plan: boolean;
  /** file for the backup; null: a name of its own in `<data folder>/backups` */
  readonly backup: string | null;
  /** why no backup is made; null: one is */
  readonly withoutBackup: string | null;
  /** the register is held against the log afterwards too, row by row */
  readonly state: boolean;
  readonly json: boolean;
}
interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}
/** What an upgrade works with. */
interface Standing {
  readonly config: Config;
  readonly keys: Keys;
  readonly urls: OpenedDatabase['urls'];
  readonly plan: UpgradePlan;
}
const GIB = 1024 ** 3;
const inGib = (bytes: number): string => (bytes / GIB).toFixed(1).replace('.', ',');

async function planFor(
  config: Config,
  urls: OpenedDatabase['urls'],
  from: string,
  { backup: file, withoutBackup }: UpgradeOptions,
): Promise<Result<UpgradePlan>> {
  const found = await withConnection('DATABASE_OWNER_URL', urls.owner, async (client) => ({
    steps: await stepsFor(client),
    servers: await runningServers(client),
    bytes: await databaseBytes(client),
  }));
  if (!found.ok) return found;
  const { steps, servers, bytes } = found.value;
  const name = `truoc-${schemaHead()}-${systemClock.now().replaceAll(/[-:]|\.\d+/g, '')}.backup`;
  const wanted = resolve(file ?? join(config.backupFolder, name));
  const folder = nearestFolder(wanted);
  const planned = withoutBackup === null ? { file: wanted, folder, bytesAtMost: bytes, bytesFree: await freeBytesOf(folder) } : null;
  return ok({ from, to: schemaHead(), steps, servers, backup: planned });
}

function sayPlan({ from, to, steps, servers, backup: planned }: UpgradePlan, why: string | null, print: Io['print']): void {
  print(`Cơ sở dữ liệu ở ${from}, chương trình ở ${to}: ${steps.length} bước di trú. · ${steps.length} migrations.`);
  for (const step of steps) print(`  ${step}`);
  for (const { head, connections } of servers) print(`Đang chạy: chương trình ở ${head} (${connections} kết nối). · Running.`);
  if (steps.length === 0) return;
  print(
    planned
      ? `Sao lưu vào ${planned.file} (nhiều nhất ${inGib(planned.bytesAtMost)} GiB, còn trống ${inGib(planned.bytesFree)} GiB).`
      : `KHÔNG sao lưu: ${why}. · No backup.`,
  );
}

/** The way back, with the names of this upgrade. */
const wayBack = (file: string): string =>
  `Đường về: dừng Công Vụ; đưa chương trình cũ trở lại; tạo cơ sở dữ liệu trống; chạy bằng chương trình cũ: congvu restore ${file}\nThe way back: stop, put the former program back, an empty database, then by the former program: congvu restore ${file}`;

/** A backup that was made, and whether the log has its row: the log of an older version may not take a row of this program before it is migrated. */
interface BackupMade {
  readonly file: string;
  readonly witness: BackupWitness;
  readonly isRecorded: boolean;
}

async function backedUp({ config, keys, urls, plan }: Standing, needs: AuditNeeds, io: Io): Promise<Result<BackupMade | null>> {
  if (plan.backup === null) return ok(null);
  const { file } = plan.backup;
  let made: BackupMade | null = null;
  const record = async (witness: BackupWitness): Promise<void> => {
    const isRecorded = await recordMade(
      urls.owner,
      needs,
    )(witness).then(
      () => true,
      () => false,
    );
    made = { file, witness, isRecorded };
  };
  const recipient = recipientIn(config);
  if (!recipient.ok) return recipient;
  const files = openKeptFiles(config, urls.owner);
  const of = {
    ownerUrl: urls.owner,
    keys,
    files: files.open,
    at: systemClock.now(),
    schema: plan.from,
    chance: systemChance,
    recipient: recipient.value,
  };
  const written = await backup(of, file, record).finally(files.close);
  if (!written.ok) return written;
  io.print(`✓ Đã sao lưu: ${file} (SHA-256 ${written.value.sha256})`);
  return ok(made);
}

/** Migrations run in one transaction: when one fails, none was. */
async function migrated({ urls }: Standing): Promise<Result<readonly string[]>> {
  try {
    const done = await migrate(urls, systemClock.today(), QUEUES);
    return done.ok ? ok(done.value.applied) : done;
  } catch (error) {
    return refused(upgradeFailed({ detail: error instanceof Error ? error.message.split('\n')[0]! : String(error) }));
  }
}

async function verified({ config, keys, urls }: Standing, state: boolean): Promise<Result<{ readonly leaves: number }>> {
  const db = openDatabase({ connectionString: urls.app });
  const files = openKeptFiles(config, urls.app);
  try {
    const report = await verifyEverything({
      db,
      keys,
      keysFolder: config.keysFolder,
      files: files.open,
      publicUrl: config.publicUrl,
      state,
    });
    return report.ok
      ? ok({ leaves: report.size })
      : refused(upgradeNotWhole({ what: report.findings[0]!.what, count: String(report.findings.length) }));
  } finally {
    await db.close();
    await files.close();
  }
}

const countedIn = (urls: OpenedDatabase['urls']) => withConnection('DATABASE_OWNER_URL', urls.owner, countTables);

/** How far it came: what is refused before anything was migrated leaves the database as it was. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly isMigrated: boolean;
}
const before = (problems: readonly Problem[]): Outcome => ({ problems, isMigrated: false });
const afterwards = (problems: readonly Problem[]): Outcome => ({ problems, isMigrated: true });

async function carryOut(standing: Standing, { withoutBackup, state }: UpgradeOptions, io: Io): Promise<Outcome> {
  const { urls, keys, plan } = standing;
  const needs = { clock: systemClock, chance: systemChance, keys };
  const made = await backedUp(standing, needs, io);
  if (!made.ok) return before(made.problems);
  const then = await countedIn(urls);
  if (!then.ok) return before(then.problems);
  const applied = await migrated(standing);
  if (!applied.ok) {
    // No row, no backup: the database is as it was, and the former program can make one.
    if (made.value?.isRecorded === false) await rm(made.value.file, { force: true });
    return before(applied.problems);
  }
  io.print(`✓ Đã di trú lên ${plan.to}.`);
  await installSessionSecret(urls.owner, keys.sessionSecret);
  await keyPeopleIn(urls.owner, keys);
  if (made.value?.isRecorded === false) await recordMade(urls.owner, needs, basename(made.value.file))(made.value.witness);
  const sha256 = made.value?.witness.sha256 ?? null;
  await recordMigrated(urls.owner, needs, applied.value, { from: plan.from, backup: sha256, withoutBackup });
  await loadListsInto(urls.owner, keys);
  const now = await countedIn(urls);
  if (!now.ok) return afterwards(now.problems);
  const lost = lostRows(then.value, now.value);
  if (lost.length > 0)
    return afterwards(lost.map((one) => upgradeLost({ table: one.table, before: String(one.before), after: String(one.after) })));
  const rows = [...now.value.values()].reduce((sum, one) => sum + one.rows, 0);
  io.print(`✓ Không mất dòng nào: ${rows.toLocaleString('vi-VN')} dòng của ${now.value.size} bảng.`);
  const whole = await verified(standing, state);
  if (!whole.ok) return afterwards(whole.problems);
  io.print(`✓ Nhật ký ${state ? 'và dữ liệu ' : ''}toàn vẹn: ${whole.value.leaves.toLocaleString('vi-VN')} mục.`);
  return afterwards([]);
}

/** Exit 0 upgraded, or nothing to do; 2 refused or failed. */
export async function runUpgrade(env: NodeJS.ProcessEnv, options: UpgradeOptions, io: Io): Promise<number> {
  const stop = (problems: readonly Problem[], file: string | null = null): number => {
    if (options.json) io.answer(JSON.stringify({ exit: 2, problems }));
    else io.sayProblems(problems);
    if (file !== null) io.print(wayBack(file));
    return 2;
  };
  const config = readConfig(env);
  if (!config.ok) return stop(config.problems);
  const server = await openInstallation(config.value);
  if (!server.ok) return stop(server.problems);
  const { urls, facts, keys } = server.value;
  try {
    const { what, head } = facts.holds;
    if (what !== 'ours' || head === null) return stop([notInstalled()]);
    const people = await checkPeople(config.value, urls, keys);
    if (!people.ok) return stop(people.problems);
    const planned = await planFor(config.value, urls, head, options);
    if (!planned.ok) return stop(planned.problems);
    const plan = planned.value;
    if (!options.json) sayPlan(plan, options.withoutBackup, io.print);
    const against = plan.steps.length === 0 ? [] : judgeUpgrade(plan);
    if (options.json && (options.plan || plan.steps.length === 0))
      io.answer(JSON.stringify({ exit: against.length > 0 ? 2 : 0, plan, problems: against }));
    if (against.length > 0) {
      if (!options.json) io.sayProblems(against);
      return 2;
    }
    if (options.plan || plan.steps.length === 0) return 0;
    const done = await carryOut({ config: config.value, keys, urls, plan }, options, io);
    if (done.problems.length > 0) return stop(done.problems, done.isMigrated && plan.backup ? plan.backup.file : null);
    if (options.json) io.answer(JSON.stringify({ exit: 0, plan }));
    else io.answer(`Đã nâng cấp từ ${plan.from} lên ${plan.to}. Khởi động lại lần lượt từng máy chủ và tiến trình xử lý nền.`);
    if (plan.backup) io.print(wayBack(plan.backup.file));
    return 0;
  } finally {
    await server.value.close();
  }
}
