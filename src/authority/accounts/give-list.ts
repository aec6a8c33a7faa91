/** What a list of accounts comes to, as one act: roles given, asked for, taken back; each with its row. Or nothing at all. */
import type { AskedOf } from '#authority/access/frame.ts';
import { REQUEST_DAYS } from '#authority/access/role-rules.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { ENDLESS, judgeList } from './judge-list.ts';
import type { GrantOfLine, JudgedList, LineOutcome, ListRules } from './judge-list.ts';
import { askGrants, giveGrants, takeGrants } from '#authority/access/grant-lists.ts';
import type { NamedGrant } from '#authority/access/grant-lists.ts';
import { importChanged, importEndsMany } from './problems.ts';
import type { CellsOfLine } from './read-line.ts';
import type { AccountNeeds } from './routes.ts';

/** Roles that one list may end or change: each holds a lock of the server's table until the act is over. */
const ENDS_MAX = 2000;
const DAY_MS = 86_400_000;

export interface GivenList {
  readonly judged: JudgedList;
  readonly applied: boolean;
}
type Asked = Pick<AskedOf, 'tx' | 'refusalOf' | 'actor'>;

/**
 * @param look  what was shown before, by its hash; null: it is looked at, and nothing is given
 * @returns     E-IMPORT-CHANGED when something else would come of it now
 */
export async function giveList(
  asked: Asked,
  needs: AccountNeeds,
  rows: readonly CellsOfLine[],
  { rules, look }: { readonly rules: ListRules; readonly look: string | null },
): Promise<Result<GivenList>> {
  const { tx, actor } = asked;
  await tx.query('savepoint before_list');
  const judged = await judgeList(asked, needs, rows, rules);
  const wrong = judged.lines.some(({ outcome }) => outcome === 'wrong');
  const taken = judged.lines.filter((line) => 'takes' in line).length;
  const against =
    taken > ENDS_MAX ? importEndsMany({ count: taken, most: ENDS_MAX }) : look !== null && look !== judged.hash ? importChanged() : null;
  const applied = look !== null && !wrong && against === null;
  if (applied) await carryOut(asked, needs, judged);
  await tx.query(applied ? 'release savepoint before_list' : 'rollback to savepoint before_list');
  if (against) return refused(against);
  // Whether somebody holds a role already is told of the own agencies alone; the look stands in the log.
  await recordRead(tx, needs, {
    act: 'accounts.read',
    purpose: 'ADMINISTER',
    bodyId: actor.grants[0]?.bodyId ?? null,
    objectId: null,
    payload: { importedLines: rows.length, applied },
  });
  return ok({ judged, applied });
}

const isGiven = (line: LineOutcome): line is LineOutcome & { readonly grant: GrantOfLine } => 'grant' in line;
const daysOf = ({ role, bodyId, from, to }: NamedGrant) => ({ role, bodyId, from, ...(to === ENDLESS ? {} : { to }) });

async function carryOut({ tx }: Asked, needs: AccountNeeds, { lines, made }: JudgedList): Promise<void> {
  const at = needs.clock.now();
  const withId = (line: LineOutcome & { readonly grant: GrantOfLine }): NamedGrant => ({
    ...line.grant,
    id: needs.chance.uuid7(Date.parse(at)),
  });
  const asks = lines
    .filter(isGiven)
    .filter(({ outcome }) => outcome === 'asked')
    .map(withId);
  const gives = lines
    .filter(isGiven)
    .filter(({ outcome }) => outcome !== 'asked')
    .map(withId);
  const takes: NamedGrant[] = lines.flatMap((line) => ('takes' in line ? [line.takes] : []));

  const entry = (one: Omit<ActEntry, 'purpose'>): ActEntry => ({ ...one, purpose: 'ADMINISTER' });
  const entries: ActEntry[] = made.map(({ accountId, bodyId }) =>
    entry({ act: 'account.changed', bodyId, objectId: accountId, payload: { made: true, byList: true } }),
  );
  if (takes.length > 0) {
    const rows = await takeGrants(tx, takes);
    // One that ended meanwhile would have been another list: who is not there any more is a fault, and nothing is done.
    if (rows.size !== takes.length) throw new Error('a role of the list was taken by somebody else');
    for (const { id, role, bodyId, accountId } of takes)
      entries.push(
        entry({
          act: 'grant.changed',
          protects: true,
          bodyId,
          objectId: accountId,
          payload: { taken: id, role, byList: true },
          rows: [rows.get(id)!],
        }),
      );
  }
  if (gives.length > 0) {
    const rows = await giveGrants(tx, gives);
    for (const grant of gives)
      entries.push(
        entry({
          act: 'grant.changed',
          bodyId: grant.bodyId,
          objectId: grant.accountId,
          payload: { given: grant.id, ...daysOf(grant), byList: true },
          rows: [rows.get(grant.id)!],
        }),
      );
  }
  if (asks.length > 0) {
    await askGrants(tx, asks, at, new Date(Date.parse(at) + REQUEST_DAYS * DAY_MS).toISOString());
    for (const grant of asks)
      entries.push(
        entry({
          act: 'grant.asked',
          bodyId: grant.bodyId,
          objectId: grant.accountId,
          payload: { request: grant.id, ...daysOf(grant), byList: true },
        }),
      );
  }
  await recordAct(tx, needs, entries);
}
