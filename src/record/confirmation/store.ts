/** All SQL of the room: items and attestations. */
import { copyLine, copyLinesInto } from '#base/database/copy-text.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { SEALED_GROUPS } from '#standard/dictionary.ts';
import { statedLines, touchedLine } from '#record/register/line-operation.ts';
import type { LineOperation } from '#record/register/shapes.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { OPEN_STATES } from './shapes.ts';
import { identityBytes, makerOf } from './maker-columns.ts';
import type { Item, ItemDecision, ItemState, Maker } from './shapes.ts';
import { firstState, move } from './step.ts';
import type { ItemEvent } from './step.ts';

const sealedGroups: ReadonlySet<string> = new Set(SEALED_GROUPS);
const purposeOf = (group: GroupCode): string => `item:${group}`;

interface ItemRow {
  person_id: string;
  item_id: string;
  submission_id: string;
  round: number;
  body_id: string;
  group_code: GroupCode;
  line: string | null;
  state: ItemState;
  name: string;
  valid_from: string;
  stated: string | null;
  stated_sealed: Buffer | null;
  maker_id: string;
  maker_identity: Buffer | null;
  maker_kind: Maker['kind'];
  created_at: string;
  decision: ItemDecision | null;
  list_edition: number | null;
  salt: Buffer | null;
}

/** What an item states, whole; nothing any more when the person was erased. An item with a claim on a line states what is done to it. */
export function openStated(
  keys: Keys,
  row: Pick<ItemRow, 'stated' | 'stated_sealed' | 'salt' | 'group_code' | 'line'>,
): Pick<Item, 'stated' | 'operation'> {
  const text =
    row.stated ??
    (row.stated_sealed && row.salt ? Buffer.from(keys.open(row.salt, purposeOf(row.group_code), row.stated_sealed)).toString() : null);
  if (text === null) return { stated: {} };
  if (row.line === null) return { stated: JSON.parse(text) as GroupDocument };
  const operation = JSON.parse(text) as LineOperation;
  return { stated: statedLines(operation), operation };
}

function fromRow(keys: Keys, row: ItemRow): Item {
  return {
    itemId: row.item_id,
    personId: row.person_id,
    submissionId: row.submission_id,
    round: row.round,
    bodyId: row.body_id,
    group: row.group_code,
    state: row.state,
    name: row.name,
    validFrom: row.valid_from,
    ...openStated(keys, row),
    maker: makerOf(row.maker_kind, row.maker_id, row.maker_identity),
    createdAt: row.created_at,
    decision: row.decision,
    listEdition: row.list_edition,
  };
}

const COLUMNS = `i.person_id, i.item_id, i.submission_id, i.round, i.body_id, i.group_code, i.line, i.state, i.name, i.valid_from, i.stated, i.stated_sealed,
  i.maker_id, i.maker_identity, i.maker_kind, i.created_at, i.decision, i.list_edition, s.salt`;

/** Items of these people in one submission, by person in the order of the groups; `lock` holds them. */
export async function itemsOf(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  personIds: readonly string[],
  options: { lock?: boolean } = {},
): Promise<Item[]> {
  const rows = await tx.query<ItemRow>(
    `select ${COLUMNS} from item i left join person_salt s using (person_id)
      where i.person_id = any ($1::uuid[]) and i.submission_id = $2 and i.state <> 'superseded'
      order by i.person_id, i.group_code, i.item_id ${options.lock ? 'for update of i' : ''}`,
    [personIds, submissionId],
  );
  return rows.map((row) => fromRow(keys, row));
}

/** What differs from item to item of one sending. */
const STAGED = [
  'person_id',
  'item_id',
  'group_code',
  'line',
  'state',
  'compared_version',
  'name',
  'name_sort',
  'stated',
  'stated_sealed',
  'created_at',
];

/** A new item, before it is written. */
export interface ItemToWrite {
  readonly itemId: string;
  readonly personId: string;
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly group: GroupCode;
  readonly state: ItemState;
  readonly comparedVersion: number;
  readonly validFrom: string;
  readonly name: string;
  readonly stated: GroupDocument;
  /** an act on one line, in place of what is stated of the group; `claim` names what it occupies (`lineClaim`) */
  readonly act?: { readonly operation: LineOperation; readonly claim: string };
  readonly maker: Maker;
  /** the lists by which it was checked; null = none was kept */
  readonly listEdition: number | null;
  readonly createdAt: string;
}

/**
 * What an act on a line occupies: that line; where one is added, nothing that anybody else could occupy.
 *
 * @param no  its place among the acts of the submission on this person: the same when a job runs twice
 */
export const lineClaim = (operation: LineOperation, submissionId: string, no: number): string =>
  `${operation.section}/${touchedLine(operation) ?? `${submissionId}.${no}`}`;

/**
 * Writes items, set-based. One that is there already (a job that ran twice) is left as it is; one whose group or line
 * is occupied by another open item is written as `held`. MUST come after the people's numbers were claimed in the same transaction: that
 * makes two submissions of one person wait for each other, so that the later one sees the items of the other.
 */
export async function writeItems(tx: Tx, keys: Keys, salts: ReadonlyMap<string, Uint8Array>, items: readonly ItemToWrite[]): Promise<void> {
  for (const sending of Map.groupBy(items, sendingOf).values()) await writeSending(tx, keys, salts, sending);
}

const sendingOf = ({ submissionId, round, bodyId, validFrom, maker, listEdition }: ItemToWrite): string =>
  `${submissionId} ${round} ${bodyId} ${validFrom} ${maker.kind} ${maker.id} ${maker.identity ?? ''} ${listEdition}`;

async function writeSending(tx: Tx, keys: Keys, salts: ReadonlyMap<string, Uint8Array>, items: readonly ItemToWrite[]): Promise<void> {
  await tx.query(`create temporary table if not exists item_staged (person_id uuid, item_id uuid, group_code text, line text,
    state text, compared_version int, name text, name_sort text, stated text, stated_sealed bytea, created_at timestamptz) on commit delete rows`);
  await copyLinesInto(
    tx,
    'item_staged',
    STAGED,
    (function* () {
      for (const item of items) {
        const text = JSON.stringify(item.act?.operation ?? item.stated);
        const secret = sealedGroups.has(item.group);
        const salt = salts.get(item.personId);
        if (!salt) throw new Error('an item of a person without salt');
        yield copyLine([
          item.personId,
          item.itemId,
          item.group,
          item.act?.claim ?? null,
          item.state,
          item.comparedVersion,
          item.name,
          nameSortKey(item.name),
          secret ? null : text,
          secret ? keys.seal(salt, purposeOf(item.group), Buffer.from(text)) : null,
          item.createdAt,
        ]);
      }
    })(),
  );
  const { submissionId, round, bodyId, validFrom, maker, listEdition } = items[0]!;
  const held = firstState({ occupied: true, needsMatch: false });
  // `holdEachOther`. A held one counts where lines are touched: else a statement of the whole group would wait behind one line after the other.
  await tx.query(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, line, compared_version, valid_from, name, name_sort, stated, stated_sealed, maker_id, maker_identity, maker_kind, list_edition, created_at, state)
     select person_id, item_id, $3::uuid, $4::int, $5::uuid, group_code, line, compared_version, $6::date, name, name_sort, stated, stated_sealed, $7::uuid, $8::bytea, $9::text, $10::int, created_at,
            case when exists (select 1 from item o where o.person_id = s.person_id and o.group_code = s.group_code
              and (o.line is null or s.line is null or o.line = s.line) and o.submission_id <> $3
              and (o.state = any ($1) or (o.state = $2 and (o.line is not null or s.line is not null)))) then $2 else s.state end
       from item_staged s on conflict (submission_id, round, person_id, group_code, (coalesce(line, ''))) do nothing`,
    [OPEN_STATES, held, submissionId, round, bodyId, validFrom, maker.id, identityBytes(maker), maker.kind, listEdition],
  );
  await tx.query('truncate item_staged');
}

/** One person's group that an item has left; another that was held may go on (`releaseHeld`). */
export interface FreedGroup {
  readonly personId: string;
  readonly group: GroupCode;
}

/**
 * Moves items by one event; those in a state where it does not fit stay. Returns whose groups moved, an entry an item: after an event that closes
 * (withdrawn, superseded) the caller MUST release what was held behind them.
 */
export async function moveItems(
  tx: Tx,
  event: ItemEvent,
  where: {
    submissionId?: string;
    personIds?: readonly string[];
    itemIds?: readonly string[];
    beforeRound?: number;
    groups?: readonly GroupCode[];
  },
): Promise<FreedGroup[]> {
  const { from, to } = move(event);
  const rows = await tx.query<{ person_id: string; group_code: GroupCode }>(
    `update item set state = $1 where state = any ($2)
        and ($3::uuid is null or submission_id = $3) and ($4::uuid[] is null or person_id = any ($4)) and ($5::uuid[] is null or item_id = any ($5))
        and ($6::int is null or round < $6) and ($7::text[] is null or group_code = any ($7)) returning person_id, group_code`,
    [to, from, where.submissionId ?? null, where.personIds ?? null, where.itemIds ?? null, where.beforeRound ?? null, where.groups ?? null],
  );
  return rows.map((row) => ({ personId: row.person_id, group: row.group_code }));
}

/** How many items of each state a submission has, latest rounds only (superseded ones do not count). */
export async function itemStates(tx: Tx, submissionIds: readonly string[]): Promise<Map<string, Partial<Record<ItemState, number>>>> {
  const rows = await tx.query<{ submission_id: string; state: ItemState; n: number }>(
    `select submission_id, state, count(*)::int as n from item where submission_id = any ($1::uuid[]) and state <> 'superseded' group by 1, 2`,
    [submissionIds],
  );
  const states = new Map<string, Partial<Record<ItemState, number>>>();
  for (const row of rows) states.set(row.submission_id, { ...states.get(row.submission_id), [row.state]: row.n });
  return states;
}

/** People with items in each of these states, in the bodies named for it (null = all that the session sees), and since when the oldest waits. */
export async function itemCounts(
  tx: Tx,
  asked: Readonly<Partial<Record<ItemState, readonly string[] | null>>>,
): Promise<Map<ItemState, { count: number; oldestAt: string | null }>> {
  const rows = await tx.query<{ state: ItemState; count: number; oldest_at: string | null }>(
    `select state, count(distinct (submission_id, person_id))::int as count, min(created_at) as oldest_at
       from item join jsonb_to_recordset($1::jsonb) as a (state text, bodies uuid[]) using (state)
      where a.bodies is null or body_id = any (a.bodies) group by state`,
    [JSON.stringify(Object.entries(asked).map(([state, bodies]) => ({ state, bodies })))],
  );
  return new Map(rows.map((row) => [row.state, { count: row.count, oldestAt: row.oldest_at }]));
}

/** People who have waited since that day or longer: to be confirmed by body, returned by submission. */
export async function waitingSince(
  tx: Tx,
  day: PlainDate,
): Promise<{
  readonly toConfirm: readonly { readonly bodyId: string; readonly people: number }[];
  readonly returned: readonly { readonly submissionId: string; readonly people: number }[];
}> {
  const before = `(($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
  const toConfirm = await tx.query<{ body_id: string; people: number }>(
    `select body_id, count(distinct person_id)::int as people from item where state = 'awaiting-confirmation' and created_at < ${before} group by 1 order by 1`,
    [day],
  );
  // What a person declared once more is answered, a paper that came along too, also where that is a submission of its own or came to another body.
  const returned = await tx.query<{ submission_id: string; people: number }>(
    `select i.submission_id, count(distinct i.person_id)::int as people from item i where i.state = 'returned' and i.decided_at < ${before}
        and not exists (select 1 from declaration d join declaration n on standing_person(n.person_id) = standing_person(d.person_id) and n.sent_at >= i.decided_at
                         where d.submission_id = i.submission_id and d.round = i.round)
        and not exists (select 1 from declaration_evidence e join declaration n on standing_person(n.person_id) = standing_person(e.person_id) and n.sent_at >= i.decided_at
                         where e.submission_id = i.submission_id)
      group by 1 order by 1`,
    [day],
  );
  return {
    toConfirm: toConfirm.map((row) => ({ bodyId: row.body_id, people: row.people })),
    returned: returned.map((row) => ({ submissionId: row.submission_id, people: row.people })),
  };
}
