/** A list of accounts held against what stands: what comes of each line, or the cell that is wrong. Writes the accounts that are missing, and no role. */
import { createHash } from 'node:crypto';
import { accountIdFrom } from '#authority/access/accounts.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { forbiddenBeside, needsSecond } from '#authority/access/role-rules.ts';
import type { HeldRole } from '#authority/access/role-rules.ts';
import { roleName } from '#authority/access/routes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { codeOfCell } from './list-columns.ts';
import type { AccountColumn } from './list-columns.ts';
import {
  accountsOfNumbers,
  addMissingAccounts,
  grantsOfAccounts,
  judgeGrants,
  standingGrants,
  waitingRequests,
} from '#authority/access/grant-lists.ts';
import type { JudgedGrant, NamedGrant } from '#authority/access/grant-lists.ts';
import {
  accountIsYours,
  grantDayNotValid,
  importBody,
  importEnd,
  importLineFixed,
  importNames,
  importNothingToEnd,
  importTermOfTwo,
  importTwice,
  importUnknown,
  noSecondAdministrator,
  roleNotOfABody,
  rolesTogether,
} from './problems.ts';
import { readLine } from './read-line.ts';
import type { CellsOfLine, LineThatStands, LineToGive, WrongLine } from './read-line.ts';
import type { AccountNeeds } from './routes.ts';

/** The end of a role that has none. */
export const ENDLESS = '9999-12-31';

export type GrantOfLine = Omit<NamedGrant, 'id'>;
export type LineOutcome =
  | { readonly outcome: 'given' | 'asked'; readonly grant: GrantOfLine }
  /** the role that stands ends, and is given anew until another day */
  | { readonly outcome: 'changed'; readonly grant: GrantOfLine; readonly takes: NamedGrant }
  | { readonly outcome: 'ended'; readonly takes: NamedGrant }
  /** so already; `waiting`: asked for already, a second administrator decides */
  | { readonly outcome: 'unchanged' | 'waiting' }
  | ({ readonly outcome: 'wrong' } & WrongLine);
export interface JudgedList {
  /** in the order of the lines */
  readonly lines: readonly LineOutcome[];
  /** accounts that were made for it */
  readonly made: readonly { readonly accountId: string; readonly bodyId: string }[];
  /** of what comes of it: another one is another list, or something changed meanwhile */
  readonly hash: string;
}
export interface ListRules {
  /** roles that may be given by the reader at all, over some body */
  readonly roles: readonly Role[];
  readonly mayBeOver: (role: Role, bodyId: string) => boolean;
  readonly today: PlainDate;
}

interface Placed extends LineToGive {
  readonly bodyId: string;
  readonly start: PlainDate;
  readonly finish: PlainDate;
}

const wrong = (column: AccountColumn, problem: Problem): LineOutcome & { outcome: 'wrong' } => ({ outcome: 'wrong', column, problem });

export async function judgeList(
  { tx, refusalOf, actor }: Pick<AskedOf, 'tx' | 'refusalOf' | 'actor'>,
  needs: Pick<AccountNeeds, 'clock' | 'chance' | 'keys' | 'demo'>,
  rows: readonly CellsOfLine[],
  rules: ListRules,
): Promise<JudgedList> {
  const read = rows.map((row) => readLine(row, { roles: rules.roles, demo: needs.demo }));
  const outcomes: (LineOutcome | null)[] = read.map((line) => ('problem' in line ? wrong(line.column, line.problem) : null));

  const bodies = new Map<string, string | null>();
  for (const line of read)
    if ('kind' in line && line.kind === 'give' && !bodies.has(line.bodyCode))
      bodies.set(line.bodyCode, line.bodyCode === '' ? null : await bodyByCode(tx, line.bodyCode, rules.today));
  const rowOf = (at: number): string => String(rows[at]!.row);

  // What a line says of itself, and beside the other lines of the file.
  const placed = new Map<number, Placed>();
  const seen = new Map<string, number>();
  const namedAt = new Map<string, number>();
  read.forEach((line, at) => {
    if (!('kind' in line) || line.kind !== 'give') return;
    const place = placeOf(line, bodies.get(line.bodyCode) ?? null, { refusalOf, rules });
    if ('problem' in place) {
      outcomes[at] = wrong(place.column, place.problem);
      return;
    }
    const key = `${line.nationalId} ${line.role} ${place.bodyId}`;
    const before = seen.get(key);
    const named = namedAt.get(line.nationalId);
    if (before !== undefined) outcomes[at] = wrong('nationalId', importTwice({ line: rowOf(before) }));
    else if (named !== undefined && accentFree((read[named] as LineToGive).name) !== accentFree(line.name))
      outcomes[at] = wrong('name', importNames({ line: rowOf(named), name: (read[named] as LineToGive).name }));
    else placed.set(at, place);
    if (before === undefined) seen.set(key, at);
    if (named === undefined) namedAt.set(line.nationalId, at);
  });

  // What it says of those who stand.
  const made = await addMissing(tx, needs, [...placed.values()]);
  const positions = [...placed.keys()];
  const numbers = positions.map((at) => needs.keys.nationalIdHash(placed.get(at)!.nationalId));
  const judged = await judgeGrants(
    tx,
    positions.map((at, index) => ({ ...placed.get(at)!, identity: numbers[index]! })),
  );
  const accountIds = [...new Set([...judged.values()].map(({ accountId }) => accountId))];
  const held = Map.groupBy(await grantsOfAccounts(tx, accountIds, rules.today), keyOf);
  const waiting = new Set((await waitingRequests(tx, accountIds)).map(keyOf));
  positions.forEach((at, index) => {
    const [line, found] = [placed.get(at)!, judged.get(index + 1)];
    if (!found) {
      outcomes[at] = line.end ? wrong('end', importNothingToEnd()) : wrong('body', importBody({ code: line.bodyCode }));
      return;
    }
    const key = keyOf({ accountId: found.accountId, role: line.role, bodyId: line.bodyId });
    // Of two lines that may not stand together the later one is told.
    const earlier = found.beside.filter((other) => other <= index).map((other) => placed.get(positions[other - 1]!)!);
    const beside = earlier.filter(({ end }) => !end);
    outcomes[at] = outcomeOf(line, found, { held: held.get(key)?.[0], isWaiting: waiting.has(key), beside, today: rules.today });
  });

  const byId = new Map<string, number>();
  const ids = read.flatMap((line) => ('kind' in line && line.kind === 'stands' ? [line.grantId] : []));
  const standing = new Map((await standingGrants(tx, ids)).map((grant) => [grant.id, grant]));
  const codes = await bodyCodes(tx, [...standing.values()]);
  read.forEach((line, at) => {
    if (!('kind' in line) || line.kind !== 'stands') return;
    const grant = standing.get(line.grantId);
    const before = byId.get(line.grantId);
    byId.set(line.grantId, at);
    if (!grant || refusalOf('grants.change', { bodyId: grant.bodyId })) outcomes[at] = wrong('id', importUnknown());
    else if (before !== undefined) outcomes[at] = wrong('id', importTwice({ line: rowOf(before) }));
    else
      outcomes[at] = standsOutcome(line, grant, {
        codes: codes.get(grant.bodyId) ?? [],
        rules,
        isMine: grant.accountId === actor.accountId,
      });
  });
  const lines = outcomes.map((one) => one!);
  return { lines, made, hash: hashOf(lines, rows) };
}

/** The body, the role over it, and the days. */
function placeOf(
  line: LineToGive,
  bodyId: string | null,
  { refusalOf, rules }: { readonly refusalOf: AskedOf['refusalOf']; readonly rules: ListRules },
): Placed | WrongLine {
  if (bodyId === null || refusalOf('grants.change', { bodyId })) return { column: 'body', problem: importBody({ code: line.bodyCode }) };
  if (!rules.mayBeOver(line.role, bodyId)) return { column: 'role', problem: roleNotOfABody({ role: line.role }) };
  const start = line.from ?? rules.today;
  const finish = line.to ?? ENDLESS;
  if (finish <= start || finish <= rules.today) return { column: 'until', problem: importEnd({ day: showDate(addDays(finish, -1)) }) };
  return { ...line, bodyId, start, finish };
}

const keyOf = ({ accountId, role, bodyId }: { readonly accountId: string; readonly role: string; readonly bodyId: string }): string =>
  `${accountId} ${role} ${bodyId}`;

async function addMissing(tx: AskedOf['tx'], needs: Pick<AccountNeeds, 'clock' | 'chance' | 'keys'>, lines: readonly Placed[]) {
  const people = [...new Map(lines.filter(({ end }) => !end).map((line) => [line.nationalId, line])).values()];
  const identities = people.map(({ nationalId }) => needs.keys.nationalIdHash(nationalId));
  const there = await accountsOfNumbers(tx, identities);
  const missing = people.flatMap((line, at) =>
    there[at] === null ? [{ id: accountIdFrom(needs.chance), identity: identities[at]!, name: line.name, bodyId: line.bodyId }] : [],
  );
  await addMissingAccounts(tx, missing, needs.clock.now());
  return missing.map(({ id, bodyId }) => ({ accountId: id, bodyId }));
}

function outcomeOf(
  line: Placed,
  judged: JudgedGrant,
  {
    held,
    isWaiting,
    beside,
    today,
  }: {
    readonly held: NamedGrant | undefined;
    readonly isWaiting: boolean;
    readonly beside: readonly Placed[];
    readonly today: PlainDate;
  },
): LineOutcome {
  const { role, bodyId, name } = line;
  if (judged.mine) return wrong('nationalId', accountIsYours());
  if (line.end) return held ? { outcome: 'ended', takes: held } : wrong('end', importNothingToEnd());
  if (held && held.to === line.finish) return { outcome: 'unchanged' };
  const grant: GrantOfLine = { accountId: judged.accountId, name, role, bodyId, from: line.start, to: line.finish };
  if (held) return changed(held, grant, today);
  if (line.start < today) return wrong('from', grantDayNotValid({ day: showDate(line.start) }));
  const inFile: HeldRole[] = beside.map((other) => ({ role: other.role, from: other.start, to: other.finish }));
  const other = forbiddenBeside(role, [...judged.held, ...inFile]);
  if (other) return wrong('role', rolesTogether({ role: roleName(role), other: roleName(other) }));
  if (isWaiting) return { outcome: 'waiting' };
  if (!needsSecond(role, today)) return { outcome: 'given', grant };
  return judged.seconds > 0 ? { outcome: 'asked', grant } : wrong('role', noSecondAdministrator({ role: roleName(role) }));
}

/** Another last day: the same role of the same person, so that no other role stands against it that did not before. */
function changed(takes: NamedGrant, grant: GrantOfLine, today: PlainDate): LineOutcome {
  if (needsSecond(takes.role, today)) return wrong('until', importTermOfTwo({ role: roleName(takes.role) }));
  const from = takes.from > today ? takes.from : today;
  return { outcome: 'changed', takes, grant: { ...grant, from } };
}

function standsOutcome(
  line: LineThatStands,
  grant: NamedGrant,
  { codes, rules, isMine }: { readonly codes: readonly string[]; readonly rules: ListRules; readonly isMine: boolean },
): LineOutcome {
  const said = (column: AccountColumn): string => line.said.get(column) ?? '';
  const differs: readonly (readonly [AccountColumn, string, boolean])[] = [
    ['nationalId', '', said('nationalId') === ''],
    ['name', grant.name, said('name') === '' || accentFree(said('name')) === accentFree(grant.name)],
    ['role', roleName(grant.role).vi, ['', roleName(grant.role).vi, roleName(grant.role).en, grant.role].includes(said('role'))],
    ['body', codes[0] ?? '', said('body') === '' || codes.includes(codeOfCell(said('body')))],
    ['from', showDate(grant.from), ['', showDate(grant.from), grant.from].includes(said('from'))],
  ];
  const other = differs.find(([, , same]) => !same);
  if (other) return wrong(other[0], importLineFixed({ stands: other[1], said: said(other[0]) }));
  const finish = line.to ?? ENDLESS;
  if (!line.end && finish === grant.to) return { outcome: 'unchanged' };
  if (isMine) return wrong(line.end ? 'end' : 'until', accountIsYours());
  if (line.end) return { outcome: 'ended', takes: grant };
  if (finish <= rules.today || finish <= grant.from) return wrong('until', importEnd({ day: said('until') }));
  const { accountId, name, role, bodyId, from } = grant;
  return changed(grant, { accountId, name, role, bodyId, from, to: finish }, rules.today);
}

async function bodyCodes(tx: AskedOf['tx'], grants: readonly NamedGrant[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ body_id: string; code: string }>(
    `select body_id, code from body_code where body_id = any ($1) and tx_to = 9223372036854775807 and scheme <> 'dvhc' order by scheme`,
    [[...new Set(grants.map(({ bodyId }) => bodyId))]],
  );
  return new Map([...Map.groupBy(rows, ({ body_id }) => body_id)].map(([id, of]) => [id, of.map(({ code }) => code)]));
}

/** Of the lines as they are written and what comes of each. An account that the look made and took back has another id the next time. */
function hashOf(lines: readonly LineOutcome[], rows: readonly CellsOfLine[]): string {
  const hash = createHash('sha256');
  lines.forEach((line, at) => {
    const takes = 'takes' in line ? line.takes.id : '';
    const days = 'grant' in line ? `${line.grant.from} ${line.grant.to}` : '';
    hash.update(JSON.stringify([rows[at]!.row, [...rows[at]!.cells], line.outcome, takes, days]));
  });
  return hash.digest('hex');
}
