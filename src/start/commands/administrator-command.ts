/**
 * `congvu add-administrator --org CODE`: the second administrator of a body, without whom the first can give no role that needs two.
 * Whoever runs the server says who it is, as at the installation; name and citizen number come from standard input. From two on,
 * administrators give the role themselves, and this is refused.
 */
import { addSecondAdministrator, hasAccounts } from '#authority/access/first-administrator.ts';
import type { FirstAdministrator } from '#authority/access/first-administrator.ts';
import { installSessionSecret, openJobSession } from '#authority/access/sessions.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { migrate } from '#base/database/migrate.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { openKeys } from '#base/master-keys.ts';
import { askPerson } from './ask-person.ts';
import type { Io, Person } from './ask-person.ts';
import { bodyOfCode } from '#start/body-of-code.ts';
import { recordAdministrator } from '#start/install/record-administrator.ts';
import { openJudgedServer } from '#start/open.ts';
import { administratorsEnough, notInstalled } from '#start/problems.ts';
import { QUEUES } from '#start/worker.ts';

type Needs = Parameters<typeof addSecondAdministrator>[1] & AuditNeeds;

async function addIn(tx: Tx, needs: Needs, org: string, person: Person): Promise<Result<null>> {
  const named = await bodyOfCode(tx, org);
  if (!named.ok) return named;
  const bodyId = named.value;
  if (!(await hasAccounts(tx))) return refused(notInstalled());
  const who: FirstAdministrator = { ...person, bodyId };
  const added = await addSecondAdministrator(tx, needs, who);
  return recordAdministrator(tx, needs, bodyId, added, { enough: administratorsEnough, payload: { second: true } });
}

async function addWith(config: Config, urls: DatabaseUrls, org: string, person: Person): Promise<Result<null>> {
  const keys = openKeys(config, { mayCreate: false });
  if (!keys.ok) return keys;
  await installSessionSecret(urls.owner, keys.value.sessionSecret);
  const db = openDatabase({ connectionString: urls.app, poolSize: 2 });
  try {
    const needs = { db, keys: keys.value, clock: systemClock, chance: systemChance };
    const session = await openJobSession(needs, { bodyId: null, purpose: 'add-administrator' });
    return await db.transaction(session, (tx) => addIn(tx, needs, org, person));
  } finally {
    await db.close();
  }
}

async function add(config: Config, org: string, io: Io): Promise<Result<null>> {
  const person = await askPerson(io, config.demo, 'Họ và tên quản trị viên thứ hai: ');
  if (!person.ok) return person;
  const server = await openJudgedServer(config);
  if (!server.ok) return server;
  try {
    const migrated = await migrate(server.value.urls, systemClock.today(), QUEUES);
    return migrated.ok ? await addWith(config, server.value.urls, org, person.value) : migrated;
  } finally {
    await server.value.close();
  }
}

/** @param env  the settings; @returns 0 added, 2 refused, and why was said */
export async function runAddAdministrator(env: NodeJS.ProcessEnv, org: string, io: Io): Promise<number> {
  const config = readConfig(env);
  const done = config.ok ? await add(config.value, org, io) : config;
  if (!done.ok) {
    io.sayProblems(done.problems);
    return 2;
  }
  io.print('Đã lập quản trị thứ hai. Từ đây vai trò Xác nhận và Quản trị do một người đề nghị, một người khác duyệt.');
  return 0;
}
