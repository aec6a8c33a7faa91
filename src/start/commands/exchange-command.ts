/** `congvu exchange`: batches that come as files, at the centre: the key to which bodies encrypt, and a file taken in with its receipt and result written beside. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { openJobs } from '#base/jobs/queue.ts';
import { openLog } from '#base/log.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { Centre } from '#doors/exchange/port.ts';
import { fileKey, takeFile } from '#doors/exchange/take-file.ts';
import { compose } from '#start/compose.ts';
import type { IssuerNeeds } from '#uses/card/needs.ts';
import { centreOf } from '#start/exchange.ts';
import { openInstallation, openKeptFiles } from '#start/open.ts';

const nobody = (): never => {
  throw new Error('no card is signed by this command');
};
const NO_CARDS: IssuerNeeds['signer'] = { keys: nobody, trust: nobody, revocations: nobody, sign: nobody, tend: nobody, health: nobody };

export interface ExchangeIo {
  readonly answer: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Prints the key of files as a JWK; exit 0, 2 where the keys cannot be opened. */
export function runExchangeKey(env: NodeJS.ProcessEnv, io: ExchangeIo): number {
  const config = readConfig(env);
  const keys = config.ok ? openKeys(config.value, { mayCreate: false }) : config;
  if (!keys.ok) {
    io.sayProblems(keys.problems);
    return 2;
  }
  io.answer(JSON.stringify(fileKey(keys.value)));
  return 0;
}

/** What is written for the sender: R1 at once, R2 when it is there. The same file again writes the same bytes. */
export async function takeInto(
  centre: Centre,
  keys: Keys,
  { file, out }: { readonly file: string; readonly out: string },
  io: ExchangeIo,
): Promise<number> {
  const taken = await takeFile(centre, keys, await readFile(file, 'utf8'));
  if (!taken.ok) {
    io.sayProblems(taken.problems);
    return 1;
  }
  const { manifest, receipt, result } = taken.value;
  const { source, epoch, lane, first, last } = manifest;
  const named = (what: string): string => join(out, `${source}-${epoch}-${lane}-${first}-${last}.${what}.json`);
  await writeFile(named('R1'), JSON.stringify(receipt));
  io.answer(`${named('R1')}  đã nhận · received`);
  if (result === null) io.answer('R2: chưa xét xong, chạy lại lệnh này sau · not judged yet, run this again later');
  else {
    await writeFile(named('R2'), JSON.stringify(result));
    io.answer(`${named('R2')}  đã xét · judged`);
  }
  const proved = await centre.receipt?.(source, manifest);
  if (proved?.ok && proved.value !== null) {
    await writeFile(named('proof'), JSON.stringify(proved.value));
    io.answer(`${named('proof')}  chứng minh trong nhật ký · proof in the log`);
  }
  return 0;
}

/** Beside a running server, or without one. Exit 0 taken, 1 refused with its reason and nothing changed, 2 keys or database could not be opened. */
export async function runExchangeTake(
  env: NodeJS.ProcessEnv,
  asked: { readonly file: string; readonly out: string },
  io: ExchangeIo,
): Promise<number> {
  const config = readConfig(env);
  const server = config.ok ? await openInstallation(config.value) : config;
  if (!config.ok || !server.ok) {
    io.sayProblems(config.ok ? (server.ok ? [] : server.problems) : config.problems);
    return 2;
  }
  const { keys, urls } = server.value;
  const log = openLog(config.value.logLevel);
  const db = openDatabase({ connectionString: urls.app, poolSize: 2 });
  const files = openKeptFiles(config.value, urls.app);
  const jobs = await openJobs(urls.app, log, 'congvu-exchange-file');
  try {
    const composed = compose({
      config: config.value,
      clock: systemClock,
      chance: systemChance,
      log,
      keys,
      db,
      jobs,
      files: files.open,
      cardSigner: NO_CARDS,
      simulators: [],
    });
    return await takeInto(centreOf(composed), keys, asked, io);
  } finally {
    await jobs.stop().catch(() => undefined);
    await files.close();
    await db.close();
    await server.value.close();
  }
}
