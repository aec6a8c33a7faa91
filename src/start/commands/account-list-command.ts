/**
 * `congvu account export FILE | import FILE [--apply]`: accounts and roles by a list, in the name of an administrator, whose citizen number comes from standard
 * input. What they may not give is not given here either, and what two people decide waits for a second one at the portal. Without `--apply` it is only looked
 * at. The log has the administrator's rows and one of the command's own; every other administrator of that agency is told.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { accountOfNumber } from '#authority/access/accounts.ts';
import { bodiesFor, decide } from '#authority/access/decide.ts';
import { actorOfSession, openJobSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { giveList } from '#authority/accounts/give-list.ts';
import { givableRoles } from '#authority/accounts/give-role.ts';
import { ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET } from '#authority/accounts/list-columns.ts';
import type { AccountListNeeds } from '#authority/accounts/list-needs.ts';
import { accountList } from '#authority/accounts/take-list.ts';
import { toldOf } from '#authority/accounts/told-list.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { openKeys } from '#base/master-keys.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { ACCOUNT_WORDS } from '#start/install/words.ts';
import { openInstallation } from '#start/open.ts';
import { administratorNotGiven } from '#start/problems.ts';
import { makeNotices } from '#uses/notices/news.ts';
import { accountsThatMay } from '#uses/notices/store.ts';
import type { AccountIo } from './account-command.ts';

export type AccountListRequest =
  | { readonly verb: 'export'; readonly file: string }
  | { readonly verb: 'import'; readonly file: string; readonly apply: boolean; readonly json: boolean };

interface Acting {
  readonly needs: AccountListNeeds;
  readonly system: SessionHandle;
  readonly handle: SessionHandle;
  readonly accountId: string;
}

/** The administrator; whoever administers nothing is refused, as at the portal. */
async function actingActor(tx: Tx, today: string): Promise<Result<Actor>> {
  const actor = await actorOfSession(tx);
  if (actor === null) return refused(administratorNotGiven());
  const verdict = decide(actor, 'grants.change', { bodyId: null }, { today });
  return verdict.allowed ? ok(actor) : refused(verdict.reason);
}

interface Answered {
  readonly text: string;
  /** cells are wrong, so that nothing was given */
  readonly isWrong: boolean;
}

async function take({ needs, handle }: Acting, file: string): Promise<Result<Answered>> {
  const bytes = await needs.db.transaction(handle, async (tx) => {
    const actor = await actingActor(tx, needs.clock.today());
    if (!actor.ok) return actor;
    const shows = (shown: Parameters<Parameters<typeof accountList>[3]>[0]): Promise<void> =>
      recordRead(tx, needs, { ...shown, act: 'accounts.read', purpose: 'ADMINISTER' });
    return ok(await accountList(tx, needs, actor.value, shows));
  });
  if (!bytes.ok) return bytes;
  await writeFile(file, bytes.value);
  return ok({ text: file, isWrong: false });
}

async function bring(
  { needs, handle, system, accountId }: Acting,
  request: AccountListRequest & { verb: 'import' },
): Promise<Result<Answered>> {
  const list = await needs.readList(await readFile(request.file), ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET);
  if (list.kind === 'refused') return refused(list.problem);
  const give = (look: string | null) =>
    needs.db.transaction(handle, async (tx) => {
      const today = needs.clock.today();
      const actor = await actingActor(tx, today);
      if (!actor.ok) return actor;
      const refusalOf: Parameters<typeof giveList>[0]['refusalOf'] = (act, subject) => {
        const verdict = decide(actor.value, act, subject, { today });
        return verdict.allowed ? null : verdict.reason;
      };
      const { rolesOver, mayBeOver } = await givableRoles(tx);
      const rules = { roles: rolesOver(bodiesFor(actor.value, 'grants.change')), mayBeOver, today };
      const given = await giveList({ tx, refusalOf, actor: actor.value }, needs, list.rows, { rules, look });
      return given.ok ? ok({ given: given.value, bodyId: actor.value.grants[0]?.bodyId ?? null }) : given;
    });
  let done = await give(null);
  if (done.ok && request.apply) done = await give(done.value.given.judged.hash);
  if (!done.ok) return done;
  const told = toldOf(done.value.given, list);
  const { bodyId } = done.value;
  if (told.applied)
    await needs.db.transaction(system, async (tx) => {
      await recordAct(tx, needs, {
        act: 'account.changed',
        purpose: 'OPERATE',
        bodyId,
        objectId: accountId,
        role: 'SYSTEM',
        payload: { operator: true, list: told.look, counts: told.counts },
      });
      if (bodyId === null) return;
      const others = (await accountsThatMay(tx, ['grants.change'], bodyId)).filter((id) => id !== accountId);
      await makeNotices(
        tx,
        needs,
        [{ matter: 'operator-changed', subjectId: accountId, facts: { day: needs.clock.today() }, accountIds: others }],
        { notSince: null, isNews: true },
      );
    });
  const isWrong = told.counts.rejected > 0;
  if (request.json) return ok({ text: JSON.stringify(told), isWrong });
  const cells = told.wrong.map(({ cell, row, column, code, title, next }) => `${cell ?? row}  ${column}  ${code}  ${title.vi} ${next.vi}`);
  const counts = Object.entries(told.counts).map(([name, count]) => `${name} ${count}`);
  const end = told.applied ? ACCOUNT_WORDS.listGiven : isWrong ? ACCOUNT_WORDS.listWrong : ACCOUNT_WORDS.listLooked;
  return ok({ text: [...cells, counts.join(' · '), end].join('\n'), isWrong });
}

async function run(config: Config, request: AccountListRequest, io: AccountIo): Promise<Result<Answered>> {
  const keys = openKeys(config, { mayCreate: false });
  if (!keys.ok) return keys;
  const number = repairNationalId(((await io.ask(ACCOUNT_WORDS.administrator)) ?? '').trim());
  if (number.kind !== 'read') return refused(administratorNotGiven());
  const server = await openInstallation(config, keys);
  if (!server.ok) return server;
  const db = openDatabase({ connectionString: server.value.urls.app, poolSize: 2 });
  try {
    const opened = { db, keys: keys.value, clock: systemClock, chance: systemChance };
    const system = await openJobSession(opened, { bodyId: null, purpose: 'account-list' });
    const accountId = await db.transaction(system, (tx) => accountOfNumber(tx, keys.value.nationalIdHash(number.value)));
    if (accountId === null) return refused(administratorNotGiven());
    const { handle } = await openPersonSession(opened, { accountId, agent: 'congvu account', level: 2 });
    const needs: AccountListNeeds = {
      ...opened,
      demo: config.demo,
      bodies: (tx, bodyIds) => bodiesOn(tx, bodyIds, systemClock.today()),
      readList,
      writeList,
    };
    const acting: Acting = { needs, system, handle, accountId };
    return request.verb === 'export' ? await take(acting, request.file) : await bring(acting, request);
  } finally {
    await db.close();
    await server.value.close();
  }
}

/** @returns 0 done, 1 cells are wrong and nothing was given, 2 refused, and why was said */
export async function runAccountList(env: NodeJS.ProcessEnv, request: AccountListRequest, io: AccountIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    io.sayProblems(problems);
    return 2;
  };
  const config = readConfig(env);
  if (!config.ok) return refuse(config.problems);
  const done = await run(config.value, request, io);
  if (!done.ok) return refuse(done.problems);
  io.answer(done.value.text);
  return done.value.isWrong ? 1 : 0;
}
