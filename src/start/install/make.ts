/** The part of an installation that writes: keys, schema, bodies, root, administrators. Each step looks first and makes only what is missing. */
import { addFirstAdministrator, addSecondAdministrator, hasAccounts } from '#authority/access/first-administrator.ts';
import { secondAdministrators } from '#authority/access/grant-requests.ts';
import { installSessionSecret, openJobSession } from '#authority/access/sessions.ts';
import { seedOrganisations } from '#authority/organisations/seed.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { migrate, schemaHead } from '#base/database/migrate.ts';
import type { ServerFacts } from '#base/database/server-facts.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyMissing } from '#base/problems.ts';
import { MASTER_KEY, keysExist, openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import type { CheckResult } from '#start/checks/shapes.ts';
import { administratorsFound, keysFound, keysMade, schemaFound, schemaMade } from '#start/checks/words.ts';
import type { Person } from '#start/commands/ask-person.ts';
import { bodyOfCode } from '#start/body-of-code.ts';
import { installedAlready, installedForAnother } from '#start/problems.ts';
import { QUEUES } from '#start/worker.ts';
import { recordAdministrator } from './record-administrator.ts';
import { markRoot, rootCode } from './root-body.ts';

/** Administrators without whom the roles that need two hands cannot be given. */
export const ADMINISTRATORS_WANTED = 2;

export interface Installed {
  readonly checks: readonly CheckResult[];
  readonly administrators: number;
}

interface Wanted {
  readonly org: string;
  /** asks for so many more administrators; what it answers may be fewer */
  readonly people: (missing: number) => Promise<Result<readonly Person[]>>;
}

type Needs = { readonly keys: Keys; readonly clock: typeof systemClock; readonly chance: typeof systemChance };

/** E-KEY-MISSING when people are there without their key: it was lost, and a new one would open nothing of theirs. */
function keysOfInstallation(config: Config, facts: ServerFacts): Result<{ readonly keys: Keys; readonly check: CheckResult }> {
  const folder = config.keysFolder;
  const there = keysExist(folder);
  if (!there && facts.holds.anybody) return refused(keyMissing({ file: MASTER_KEY }));
  const keys = openKeys(config, { mayCreate: true });
  if (!keys.ok) return keys;
  const found = there ? keysFound(folder) : keysMade(folder);
  return ok({ keys: keys.value, check: { name: 'keys', state: there ? 'ok' : 'made', found, problems: [] } });
}

/** Who is installed already is found; what was installed for another body is refused. */
async function rootOf(tx: Tx, org: string): Promise<Result<string>> {
  const root = await rootCode(tx);
  const named = await bodyOfCode(tx, org);
  if (!named.ok) return named;
  const bodyId = named.value;
  const standing = root === null ? null : await bodyOfCode(tx, root);
  if (standing !== null && !(standing.ok && standing.value === bodyId)) return refused(installedForAnother({ root: root ?? '', org }));
  // Installed by a release that wrote no root: whoever administers a body is its administrator, and nobody else's.
  if (root === null && (await hasAccounts(tx)) && (await secondAdministrators(tx, bodyId, null)) === 0) return refused(installedAlready());
  return ok(bodyId);
}

async function addAdministrator(tx: Tx, needs: Needs, bodyId: string, person: Person): Promise<Result<null>> {
  const who = { ...person, bodyId };
  const first = await addFirstAdministrator(tx, needs, who);
  const added = first ? ({ outcome: 'added', ...first } as const) : await addSecondAdministrator(tx, needs, who);
  // They are counted before anybody is asked for: two are never too many here.
  return recordAdministrator(tx, needs, bodyId, added, { enough: installedAlready, payload: { installed: true } });
}

/** A refusal inside a transaction that must leave nothing behind. */
class Stopped extends Error {
  readonly problems: Extract<Result<never>, { readonly ok: false }>['problems'];
  constructor(problems: Stopped['problems']) {
    super('installation stopped');
    this.problems = problems;
  }
}
function orStop<T>(result: Result<T>): T {
  if (!result.ok) throw new Stopped(result.problems);
  return result.value;
}

/** All administrators, or none of them. */
async function administrators(tx: Tx, needs: Needs, { org, people }: Wanted, demo: boolean): Promise<Installed> {
  await seedOrganisations(tx, { demo });
  const bodyId = orStop(await rootOf(tx, org));
  if (!demo) await markRoot(tx, org);
  const before = await secondAdministrators(tx, bodyId, null);
  const added = before < ADMINISTRATORS_WANTED ? orStop(await people(ADMINISTRATORS_WANTED - before)) : [];
  for (const person of added) orStop(await addAdministrator(tx, needs, bodyId, person));
  const count = before + added.length;
  const state = count < ADMINISTRATORS_WANTED ? 'warning' : added.length > 0 ? 'made' : 'ok';
  return { administrators: count, checks: [{ name: 'administrators', state, found: administratorsFound(count, org), problems: [] }] };
}

/** With a server that was judged and prepared. What a step refuses, the later ones do not begin. */
export async function makeInstallation(config: Config, urls: DatabaseUrls, facts: ServerFacts, wanted: Wanted): Promise<Result<Installed>> {
  const keys = keysOfInstallation(config, facts);
  if (!keys.ok) return keys;
  const migrated = await migrate(urls, systemClock.today(), QUEUES);
  if (!migrated.ok) return migrated;
  const steps = migrated.value.applied.length;
  const schema: CheckResult = {
    name: 'schema',
    state: steps > 0 ? 'made' : 'ok',
    found: steps > 0 ? schemaMade(schemaHead(), steps) : schemaFound(schemaHead()),
    problems: [],
  };
  await installSessionSecret(urls.owner, keys.value.keys.sessionSecret);
  const db = openDatabase({ connectionString: urls.app, poolSize: 2 });
  try {
    const needs = { db, keys: keys.value.keys, clock: systemClock, chance: systemChance };
    const session = await openJobSession(needs, { bodyId: null, purpose: 'install' });
    const made = await db.transaction(session, (tx) => administrators(tx, needs, wanted, config.demo));
    return ok({ ...made, checks: [keys.value.check, schema, ...made.checks] });
  } catch (error) {
    if (error instanceof Stopped) return refused(...error.problems);
    throw error;
  } finally {
    await db.close();
  }
}
