/**
 * `congvu erasures`: how many people were erased, and whether this database knows of each; `congvu erasures again` after it was set back by other means than
 * `congvu restore`: a point in time, a replica that lacked the last writes. Names nobody. Runs beside a server.
 */
import { readConfig } from '#base/config.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';
import { countErasedIn, eraseAgainIn } from '#start/erasures.ts';
import type { CommandIo } from './card-command.ts';

/** Exit 0 every erasure stands, 1 some are missing or an entry does not open, 2 it could not be looked at. */
export async function runErasures(
  env: NodeJS.ProcessEnv,
  { again, json }: { readonly again: boolean; readonly json: boolean },
  io: CommandIo,
): Promise<number> {
  const config = readConfig(env);
  const server = config.ok ? await openInstallation(config.value) : config;
  if (!config.ok || !server.ok) {
    io.sayProblems(config.ok ? (server.ok ? [] : server.problems) : config.problems);
    return 2;
  }
  const { keys, urls } = server.value;
  const files = openKeptFiles(config.value, urls.owner);
  try {
    const ground = { ownerUrl: urls.owner, keys, files: files.open };
    const told = again ? await eraseAgainIn(ground) : await countErasedIn(ground);
    const missing = again ? 0 : told.again;
    if (json) io.answer(JSON.stringify({ listed: told.listed, missing, again: again ? told.again : 0, broken: told.broken }));
    else {
      io.answer(`Danh sách hủy dữ liệu cá nhân: ${told.listed} người.`);
      if (again) io.answer(`Đã hủy lại ${told.again} người mà cơ sở dữ liệu này còn giữ.`);
      else if (missing > 0) io.answer(`✗ Cơ sở dữ liệu này còn giữ ${missing} người trong số đó. Chạy: congvu erasures again`);
      for (const name of told.broken) io.answer(`✗ Mục ${name} của danh sách không mở được bằng khóa này.`);
    }
    return missing > 0 || told.broken.length > 0 ? 1 : 0;
  } finally {
    await files.close();
    await server.value.close();
  }
}
