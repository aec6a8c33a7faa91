/** What came back to the body that sent it: which cells of whom, why, by whom, when. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { ItemDecision, ReturnedCell } from './shapes.ts';
import { openStated } from './store.ts';

export interface ReturnedItem {
  readonly itemId: string;
  readonly personId: string;
  readonly name: string;
  readonly round: number;
  readonly group: GroupCode;
  readonly at: Instant;
  /** name of the officer that day; null for what was returned before names were kept */
  readonly by: string | null;
  /** `stated`: what was sent for the field, one value a line of a repeating section; empty when nothing was */
  readonly cells: readonly (ReturnedCell & { readonly stated: readonly unknown[] })[];
}

interface Row {
  item_id: string;
  person_id: string;
  name: string;
  round: number;
  group_code: GroupCode;
  line: string | null;
  decided_at: string;
  decided_by_name: string | null;
  decision: ItemDecision | null;
  stated: string | null;
  stated_sealed: Buffer | null;
  salt: Buffer | null;
}

const SELECT = `select i.item_id, i.person_id, i.name, i.round, i.group_code, i.line, i.decided_at, i.decided_by_name, i.decision, i.stated, i.stated_sealed, s.salt
    from item i left join person_salt s using (person_id)`;

/** What of these people of a submission stands returned as a whole group; what was returned of acts on single lines is not asked. */
export async function returnedOfPeople(tx: Tx, keys: Keys, submissionId: string, people: readonly string[]): Promise<ReturnedItem[]> {
  if (people.length === 0) return [];
  const rows = await tx.query<Row>(
    `${SELECT} where i.submission_id = $1 and i.state = 'returned' and i.line is null and i.person_id = any ($2::uuid[]) order by i.decided_at, i.item_id`,
    [submissionId, people],
  );
  return rows.map((row) => fromRow(keys, row));
}

/** Items of a submission that stand returned, oldest first; those that a corrected file took up are not there any more. `after` = `at|itemId`. */
export async function returnedItems(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  how: { readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<ReturnedItem[]> {
  const rows = await tx.query<Row>(
    `${SELECT} where i.submission_id = $1 and i.state = 'returned' and ($2::timestamptz is null or (i.decided_at, i.item_id) > ($2::timestamptz, $3::uuid))
      order by i.decided_at, i.item_id limit $4`,
    [submissionId, how.after?.[0] ?? null, how.after?.[1] ?? null, how.limit],
  );
  return rows.map((row) => fromRow(keys, row));
}

function fromRow(keys: Keys, row: Row): ReturnedItem {
  const { stated } = openStated(keys, row);
  return {
    itemId: row.item_id,
    personId: row.person_id,
    name: row.name,
    round: row.round,
    group: row.group_code,
    at: row.decided_at,
    by: row.decided_by_name,
    cells: (row.decision?.cells ?? []).map((cell) => ({ ...cell, stated: statedFor(stated, cell.field) })),
  };
}

/** `luong.heSo` is a column of the lines of `luong`, `lichSu.biBatTu.tuNgay` of those of `lichSu.biBatTu`; anything else a field of its own. */
export function statedFor(stated: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const value = stated[field];
  if (value !== undefined && !Array.isArray(value)) return [value];
  return Object.entries(stated).flatMap(([section, lines]) =>
    Array.isArray(lines) && field.startsWith(`${section}.`)
      ? lines.flatMap((line: Readonly<Record<string, unknown>>) => line[field.slice(section.length + 1)] ?? [])
      : [],
  );
}
