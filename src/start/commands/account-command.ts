/**
 * `congvu account list | add | grant | end | passkeys`: accounts and roles by who runs the server: roles of the whole country that no body gives, and the way back when no
 * administrator is left. Names and citizen numbers come from standard input. Two people decide: a second one is named, an administrator over that body where there is
 * one; every administrator over it is told, and the act stands in the log as the operator's.
 */
import { accountIdFrom, accountsPage, addAccount, grantById } from '#authority/access/accounts.ts';
import { accountByIdentity, accountsOfHuman } from '#authority/access/first-administrator.ts';
import { forbiddenRole } from '#authority/access/grant-requests.ts';
import { roleName } from '#authority/access/routes.ts';
import { installSessionSecret, openJobSession, giveGrant, takeGrant } from '#authority/access/sessions.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { rolesTogether } from '#authority/accounts/problems.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import { releaseByOperator } from '#authority/passkeys/store.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import { makeNotices } from '#uses/notices/news.ts';
import { accountsThatMay } from '#uses/notices/store.ts';
import { ACCOUNT_WORDS } from '#start/install/words.ts';
import { openInstallation } from '#start/open.ts';
import {
  accountNotThere,
  grantNotThere,
  noSuchBodyCode,
  noSuchRole,
  reasonMissing,
  secondNotAdministrator,
  secondSamePerson,
} from '#start/problems.ts';
import { askPerson } from './ask-person.ts';
import type { Io, Person } from './ask-person.ts';

export type AccountRequest =
  | { readonly verb: 'list'; readonly org: string }
  | { readonly verb: 'add'; readonly org: string }
  | { readonly verb: 'grant'; readonly org: string; readonly role: string }
  | { readonly verb: 'end'; readonly grantId: string }
  /** ends the passkeys of somebody and lets them add one again */
  | { readonly verb: 'passkeys'; readonly org: string };

export interface AccountIo extends Io {
  readonly answer: (text: string) => void;
}

interface Needs {
  readonly keys: Keys;
  readonly clock: typeof systemClock;
  readonly chance: typeof systemChance;
}

/** Who agreed: an account, or nobody who could be asked. */
type Second = { readonly accountId: string } | { readonly recovery: true };

const LISTED_MAX = 500;
/** Letters of a reason, as the portal asks for it. */
const [REASON_LETTERS_MIN, REASON_LETTERS_MAX] = [10, 300];
/** Notices of different grants are different things: one that was told before says nothing about this one. */
const EACH = { notSince: null, isNews: true } as const;

const tell = (tx: Tx, needs: Needs, bodyId: string, subjectId: string, but: readonly string[]): Promise<unknown> =>
  accountsThatMay(tx, ['grants.change'], bodyId).then((all) =>
    makeNotices(
      tx,
      needs,
      [{ matter: 'operator-changed', subjectId, facts: { day: needs.clock.today() }, accountIds: all.filter((id) => !but.includes(id)) }],
      EACH,
    ),
  );

/** The second person MUST be another human than whom it is about. E-SECOND-SAME, E-SECOND-NOT-ADMINISTRATOR. */
async function secondOf(tx: Tx, needs: Needs, bodyId: string, about: readonly string[], second: Person): Promise<Result<Second>> {
  const theirs = await accountsOfHuman(tx, needs.keys.nationalIdHash(second.nationalId));
  if (theirs.some((id) => about.includes(id))) return refused(secondSamePerson());
  const administrators = (await accountsThatMay(tx, ['grants.change'], bodyId)).filter((id) => !about.includes(id));
  if (administrators.length === 0) return ok({ recovery: true });
  const accountId = administrators.find((id) => theirs.includes(id));
  return accountId === undefined ? refused(secondNotAdministrator()) : ok({ accountId });
}

/** The account of a person, made when there is none. */
async function accountOf(
  tx: Tx,
  needs: Needs,
  bodyId: string,
  person: Person,
): Promise<{ readonly id: string; readonly identity: Buffer }> {
  const identity = needs.keys.nationalIdHash(person.nationalId);
  const there = await accountByIdentity(tx, identity);
  if (there) return { id: there, identity };
  const id = accountIdFrom(needs.chance);
  await addAccount(tx, { id, identity, name: person.name, at: needs.clock.now() });
  await recordAct(tx, needs, { act: 'account.changed', purpose: 'OPERATE', bodyId, objectId: id, payload: { made: true, operator: true } });
  return { id, identity };
}

async function grant(tx: Tx, needs: Needs, bodyId: string, role: Role, person: Person, second: Person): Promise<Result<string>> {
  const identity = needs.keys.nationalIdHash(person.nationalId);
  // Nobody agrees to their own role, under whatever number, whether they have an account or not.
  if (person.nationalId === second.nationalId) return refused(secondSamePerson());
  const agreed = await secondOf(tx, needs, bodyId, await accountsOfHuman(tx, identity), second);
  if (!agreed.ok) return agreed;
  const from = needs.clock.today();
  const other = await forbiddenRole(tx, identity, { role, bodyId, from });
  if (other) return refused(rolesTogether({ role: roleName(role), other: roleName(other) }));
  const account = await accountOf(tx, needs, bodyId, person);
  const id = needs.chance.uuid7(Date.parse(needs.clock.now()));
  const row = await giveGrant(tx, { id, accountId: account.id, role, bodyId, from, name: person.name });
  await recordAct(tx, needs, {
    act: 'grant.changed',
    purpose: 'OPERATE',
    bodyId,
    objectId: account.id,
    payload: { given: id, role, operator: true, second: agreed.value },
    rows: [row],
  });
  await tell(tx, needs, bodyId, id, [account.id]);
  return ok(id);
}

async function end(tx: Tx, needs: Needs, grantId: string, second: Person): Promise<Result<string>> {
  const held = await grantById(tx, grantId);
  if (!held) return refused(grantNotThere({ id: grantId }));
  const agreed = await secondOf(tx, needs, held.bodyId, [held.accountId], second);
  if (!agreed.ok) return agreed;
  const row = await takeGrant(tx, grantId);
  if (!row) return refused(grantNotThere({ id: grantId }));
  await recordAct(tx, needs, {
    act: 'grant.changed',
    purpose: 'OPERATE',
    bodyId: held.bodyId,
    objectId: held.accountId,
    payload: { taken: grantId, role: held.role, operator: true, second: agreed.value },
    rows: [row],
  });
  await tell(tx, needs, held.bodyId, grantId, [held.accountId]);
  return ok(grantId);
}

/** For whom no other administrator is left to help: as that administrator would do it, in the operator's name. */
async function release(tx: Tx, needs: Needs, bodyId: string, person: Person, { second, reason }: Asked): Promise<Result<string>> {
  const accounts = await accountsOfHuman(tx, needs.keys.nationalIdHash(person.nationalId));
  const accountId = await accountByIdentity(tx, needs.keys.nationalIdHash(person.nationalId));
  if (accountId === null) return refused(accountNotThere());
  if (person.nationalId === second!.nationalId) return refused(secondSamePerson());
  const agreed = await secondOf(tx, needs, bodyId, accounts, second!);
  if (!agreed.ok) return agreed;
  const releaseId = needs.chance.uuid7(Date.parse(needs.clock.now()));
  const ended = await releaseByOperator(tx, releaseId, accountId, reason!);
  await recordAct(tx, needs, {
    act: 'passkey.released',
    purpose: 'OPERATE',
    bodyId,
    objectId: accountId,
    payload: { release: releaseId, ended, reason, operator: true, second: agreed.value },
  });
  await tell(tx, needs, bodyId, releaseId, [accountId]);
  return ok(String(ended.length));
}

/** Names are read here as in the portal: with a row of the log. */
async function list(tx: Tx, needs: Needs, bodyId: string): Promise<string[]> {
  const accounts = await accountsPage(tx, [bodyId], { limit: LISTED_MAX, after: null });
  await recordRead(tx, needs, {
    act: 'accounts.read',
    purpose: 'OPERATE',
    bodyId,
    objectId: null,
    role: 'SYSTEM',
    listed: accounts.map(({ id }) => id),
  });
  return accounts.flatMap(({ name, disabledAt, grants }) =>
    grants.map((one) =>
      [one.id, roleName(one.role).vi, name, one.from, one.to ?? '–', disabledAt === null ? '' : ACCOUNT_WORDS.disabled].join('\t'),
    ),
  );
}

/** Who it is about and who agrees, asked before anything is opened. */
type Asked = { readonly person: Person | null; readonly second: Person | null; readonly reason: string | null };
async function askPeople(request: AccountRequest, io: AccountIo, demo: boolean): Promise<Result<Asked>> {
  const isRelease = request.verb === 'passkeys';
  const person =
    request.verb === 'grant' || request.verb === 'add' || isRelease ? await askPerson(io, demo, ACCOUNT_WORDS.person) : ok(null);
  if (!person.ok) return person;
  const second =
    request.verb === 'grant' || request.verb === 'end' || isRelease ? await askPerson(io, demo, ACCOUNT_WORDS.second) : ok(null);
  if (!second.ok) return second;
  const reason = isRelease ? ((await io.ask(ACCOUNT_WORDS.reason)) ?? '').trim() : null;
  if (reason !== null && (reason.length < REASON_LETTERS_MIN || reason.length > REASON_LETTERS_MAX)) return refused(reasonMissing());
  return ok({ person: person.value, second: second.value, reason });
}

async function carryOut(tx: Tx, needs: Needs, request: AccountRequest, asked: Asked): Promise<Result<readonly string[]>> {
  const { person, second } = asked;
  if (request.verb === 'end') {
    const ended = await end(tx, needs, request.grantId, second!);
    return ended.ok ? ok([ACCOUNT_WORDS.ended]) : ended;
  }
  const bodyId = await bodyByCode(tx, request.org, needs.clock.today());
  if (bodyId === null) return refused(noSuchBodyCode({ code: request.org }));
  if (request.verb === 'list') return ok(await list(tx, needs, bodyId));
  if (request.verb === 'add') {
    await accountOf(tx, needs, bodyId, person!);
    return ok([ACCOUNT_WORDS.added]);
  }
  if (request.verb === 'passkeys') {
    const released = await release(tx, needs, bodyId, person!, asked);
    return released.ok ? ok([`${ACCOUNT_WORDS.released} ${released.value}`]) : released;
  }
  const given = await grant(tx, needs, bodyId, request.role as Role, person!, second!);
  return given.ok ? ok([`${ACCOUNT_WORDS.given} ${given.value}`]) : given;
}

async function run(config: Config, request: AccountRequest, io: AccountIo): Promise<Result<readonly string[]>> {
  if (request.verb === 'grant' && !(ROLES as readonly string[]).includes(request.role))
    return refused(noSuchRole({ role: request.role, roles: ROLES.join(', ') }));
  const keys = openKeys(config, { mayCreate: false });
  if (!keys.ok) return keys;
  const asked = await askPeople(request, io, config.demo);
  if (!asked.ok) return asked;
  const server = await openInstallation(config, keys);
  if (!server.ok) return server;
  await installSessionSecret(server.value.urls.owner, keys.value.sessionSecret);
  // As the owner: who the human behind a number is, is told to nobody else.
  const db = openDatabase({ connectionString: server.value.urls.owner, poolSize: 2 });
  try {
    const needs = { db, keys: keys.value, clock: systemClock, chance: systemChance };
    const session = await openJobSession(needs, { bodyId: null, purpose: 'account-command' });
    return await db.transaction(session, (tx) => carryOut(tx, needs, request, asked.value));
  } finally {
    await db.close();
    await server.value.close();
  }
}

/** @returns 0 done, 2 refused, and why was said */
export async function runAccount(env: NodeJS.ProcessEnv, request: AccountRequest, io: AccountIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    io.sayProblems(problems);
    return 2;
  };
  const config = readConfig(env);
  if (!config.ok) return refuse(config.problems);
  const done = await run(config.value, request, io);
  if (!done.ok) return refuse(done.problems);
  for (const line of done.value) io.answer(line);
  return 0;
}
