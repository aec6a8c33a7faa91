/**
 * `congvu install --org CODE`: the first start of a real installation. Makes the keys, the schema, the tree of bodies and
 * the first administrator, whose name and citizen number come from standard input: neither stands in a command line,
 * where other users of the machine would see it. Refused when anybody has an account: lost keys are restored, not made anew.
 */
import { join, resolve } from 'node:path';
import { addFirstAdministrator, hasAccounts } from '#authority/access/first-administrator.ts';
import { installSessionSecret, openJobSession } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { seedOrganisations } from '#authority/organisations/seed.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { checkServer } from '#base/database/bootstrap.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { migrate } from '#base/database/migrate.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyMissing } from '#base/problems.ts';
import { MASTER_KEY, keysExist, openKeys } from '#base/sealing.ts';
import { askPerson } from './ask-person.ts';
import type { Io, Person } from './ask-person.ts';
import { openDatabaseServer } from '#start/open.ts';
import { installedAlready, noSuchBodyCode } from '#start/problems.ts';
import { QUEUES } from '#start/worker.ts';

async function anybodyHere(ownerUrl: string): Promise<boolean> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await owner.transaction(null, (tx) => hasAccounts(tx));
  } finally {
    await owner.close();
  }
}

/** With a migrated database that nobody uses yet. */
async function installIn(config: Config, urls: DatabaseUrls, org: string, person: Person): Promise<Result<null>> {
  const folder = join(resolve(config.dataFolder), 'keys');
  // People without their key: it was lost, and a new one would open nothing of theirs.
  if (await anybodyHere(urls.owner)) return refused(keysExist(folder) ? installedAlready() : keyMissing({ file: MASTER_KEY }));
  const keys = openKeys(folder, { mayCreate: true });
  if (!keys.ok) return keys;
  await installSessionSecret(urls.owner, keys.value.sessionSecret);
  const db = openDatabase({ connectionString: urls.app, poolSize: 2 });
  try {
    const needs = { db, keys: keys.value, clock: systemClock, chance: systemChance };
    const session = await openJobSession(needs, { bodyId: null, purpose: 'install' });
    await db.transaction(session, (tx) => seedOrganisations(tx, { demo: config.demo }));
    return await db.transaction(session, async (tx): Promise<Result<null>> => {
      const bodyId = await bodyByCode(tx, org, systemClock.today());
      if (bodyId === null) return refused(noSuchBodyCode({ code: org }));
      const made = await addFirstAdministrator(tx, needs, { ...person, bodyId });
      if (made === null) return refused(installedAlready());
      const { accountId, row } = made;
      await recordAct(tx, needs, [
        { act: 'grant.changed', purpose: 'OPERATE', bodyId, objectId: accountId, payload: { role: 'QT_BNDP' }, rows: [row] },
      ]);
      return ok(null);
    });
  } finally {
    await db.close();
  }
}

/** @param env  the settings; @returns 0 installed, 2 refused, and why was said */
export async function runInstall(env: NodeJS.ProcessEnv, org: string, io: Io): Promise<number> {
  const config = readConfig(env);
  const done = config.ok ? await install(config.value, org, io) : config;
  if (!done.ok) {
    io.sayProblems(done.problems);
    return 2;
  }
  io.print('Đã cài đặt: khóa, cơ sở dữ liệu, cây cơ quan và quản trị viên đầu tiên.');
  io.print('Cất ngay một bản của thư mục khóa ở nơi khác: mất khóa là mất những gì đã mã hóa. Sau đó: npx congvu start');
  io.print(
    'Một quản trị viên không tự lập được người Xác nhận hay quản trị khác: lập quản trị viên thứ hai bằng npx congvu add-administrator --org MA.',
  );
  return 0;
}

async function install(config: Config, org: string, io: Io): Promise<Result<null>> {
  const person = await askPerson(io, config.demo, 'Họ và tên quản trị viên đầu tiên: ');
  if (!person.ok) return person;
  const server = await openDatabaseServer(config, { adopt: true });
  if (!server.ok) return server;
  try {
    const fit = await checkServer(server.value.urls);
    if (!fit.ok) return fit;
    const migrated = await migrate(server.value.urls.owner, systemClock.today(), QUEUES);
    return migrated.ok ? await installIn(config, server.value.urls, org, person.value) : migrated;
  } finally {
    await server.value.close();
  }
}
