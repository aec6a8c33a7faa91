/** `congvu restore-drill`: the newest backup, or a named one, restored and proven in a place of its own; what came of it is noted for readiness, metrics and doctor. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { erasedFiles } from '#start/erasures.ts';
import { openKeys } from '#base/master-keys.ts';
import { drill } from '#start/drill/drill.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';
import { drillNoBackup, drillNotWhole } from '#start/drill/problems.ts';
import { openerOf } from './backup-seal.ts';
import { recordDrilled } from './command-acts.ts';
import { backupFiles } from './kept-backups.ts';

interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** The list of erasures of what is in use. */
async function erasedHere(config: Config, keys: Result<Keys>): Promise<Result<Awaited<ReturnType<typeof erasedFiles>>>> {
  const server = await openInstallation(config, keys);
  if (!server.ok) return server;
  const files = openKeptFiles(config, server.value.urls.app);
  try {
    return ok(await erasedFiles(files.open));
  } finally {
    await files.close();
    await server.value.close();
  }
}

/** Exit 0 whole, 1 restored and not whole, 2 it could not be done. */
export async function runRestoreDrill(
  env: NodeJS.ProcessEnv,
  request: { readonly backup: string | null; readonly key: string | null; readonly json: boolean },
  io: Io,
): Promise<number> {
  const stop = (problems: readonly Problem[], exit = 2): number => {
    if (request.json) io.answer(JSON.stringify({ exit, problems }));
    else io.sayProblems(problems);
    return exit;
  };
  const config = readConfig(env);
  if (!config.ok) return stop(config.problems);
  const folder = resolve(config.value.backupFolder);
  const newest = existsSync(folder) ? backupFiles(readdirSync(folder))[0]?.name : undefined;
  const file = request.backup ?? (newest === undefined ? null : join(folder, newest));
  if (file === null) return stop([drillNoBackup({ folder })]);
  const opener = request.key === null ? null : openerOf(request.key);
  if (opener && !opener.ok) return stop(opener.problems);
  const { keysFolder } = config.value;
  const keys = openKeys(config.value, { mayCreate: false });
  if (!keys.ok) return stop(keys.problems);
  const { publicUrl } = config.value;
  const erased = await erasedHere(config.value, keys);
  if (!erased.ok) return stop(erased.problems);
  const drilled = await drill({ file, keys: keys.value, opener: opener?.value ?? null, keysFolder, publicUrl, erased: erased.value });
  if (!drilled.ok) return stop(drilled.problems);
  const { mark, witness, steps, erasedAgain, found } = drilled.value;
  const server = await openInstallation(config.value, keys);
  if (!server.ok) return stop(server.problems);
  try {
    await recordDrilled(server.value.urls.owner, { clock: systemClock, chance: systemChance, keys: keys.value }, witness.sha256, mark);
  } finally {
    await server.value.close();
  }
  if (found !== null) return stop([drillNotWhole({ file: mark.file, what: found })], 1);
  if (request.json)
    io.answer(JSON.stringify({ exit: 0, ...mark, rows: witness.rows, tables: witness.tables, files: witness.files, erasedAgain, steps }));
  else {
    const n = (value: number): string => value.toLocaleString('vi-VN');
    io.answer(`✓ ${mark.file} (sao lưu lúc ${mark.madeAt}) khôi phục được, toàn vẹn, trong ${n(mark.seconds)} giây.`);
    io.answer(
      `  ${n(witness.rows)} dòng của ${witness.tables} bảng, ${n(witness.files)} tệp: ${n(mark.people)} người, ${n(mark.receipts)} biên nhận, ${n(mark.attestations)} xác nhận, đúng như bản sao lưu ghi.`,
    );
    if (erasedAgain > 0) io.answer(`  Đã hủy lại dữ liệu của ${n(erasedAgain)} người mà bản sao lưu còn giữ, như khi khôi phục thật.`);
    if (steps.length > 0) io.answer(`  Đã qua thêm ${steps.length} bước di trú của chương trình này.`);
  }
  return 0;
}
