/** What happens when an item closes, in one place: its decision is written, and what was held behind it goes on. */
import type { Tx } from '#base/database/transaction.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { OPEN_STATES } from './shapes.ts';
import type { ItemDecision, ItemState } from './shapes.ts';
import { firstState, move, moveThrough } from './step.ts';
import type { ItemEvent } from './step.ts';
import type { FreedGroup } from './store.ts';

/** An item that a decision closes. */
export interface ClosedItem {
  readonly itemId: string;
  readonly personId: string;
  readonly group: GroupCode;
  /** what happens to it in this transaction, one after the other */
  readonly events: readonly Extract<ItemEvent, { readonly kind: 'accepted' | 'written' | 'returned' }>[];
  readonly decision: ItemDecision;
  readonly attestationId: string | null;
  readonly version: number | null;
}

/** A person whose released items wait for a match that nobody has asked for yet. */
export interface ToMatch {
  readonly personId: string;
  readonly submissionId: string;
  readonly bodyId: string;
}

/** Queues matches, in the transaction in which items begin to wait for them. */
export type QueueMatches = (tx: Tx, toMatch: readonly ToMatch[]) => Promise<void>;

/** The only way in which a decision closes items: writes them, then lets go what waited behind them. */
export async function closeItems(
  tx: Tx,
  closed: readonly ClosedItem[],
  by: { readonly accountId: string; readonly name: string },
  at: string,
  queue: QueueMatches,
): Promise<void> {
  await writeDecisions(tx, closed, by, at);
  await releaseHeld(tx, closed, queue);
}

/** Writes what was decided of items and where it leads; each MUST still stand where that step begins, or the whole act ends with nothing done. */
async function writeDecisions(
  tx: Tx,
  closed: readonly ClosedItem[],
  by: { readonly accountId: string; readonly name: string },
  at: string,
): Promise<void> {
  const moves = closed.map(({ events }) => moveThrough(events));
  const rows = await tx.query(
    `update item i set state = d.state, decision = d.decision, attestation_id = d.attestation, registered_version = d.version,
            decided_by = $2, decided_by_name = $4, decided_at = $3
       from unnest($1::uuid[], $5::uuid[], $6::text[], $7::text[], $8::jsonb[], $9::uuid[], $10::int[]) as d (item, person, before, state, decision, attestation, version)
      where i.person_id = d.person and i.item_id = d.item and i.state = any (string_to_array(d.before, ' ')) returning 1 as closed`,
    [
      closed.map((one) => one.itemId),
      by.accountId,
      at,
      by.name,
      closed.map((one) => one.personId),
      moves.map(({ from }) => from.join(' ')),
      moves.map(({ to }) => to),
      closed.map((one) => JSON.stringify(one.decision)),
      closed.map((one) => one.attestationId),
      closed.map((one) => one.version),
    ],
  );
  if (rows.length !== closed.length)
    throw new Error(`${closed.length} items were decided and ${rows.length} stood where a decision begins`);
}

/**
 * Held items of each freed group go on, the oldest first, where nothing that holds them is open or waits before them any more. With an identity that
 * must be matched anew the rest of its own submission waits, and the match is queued; a submission that states no identity (a portrait) needs no match.
 */
export async function releaseHeld(tx: Tx, freed: readonly FreedGroup[], queue: QueueMatches): Promise<void> {
  if (freed.length === 0) return;
  const [matched, ready] = [move({ kind: 'released', needsMatch: true }).to, move({ kind: 'released', needsMatch: false }).to];
  const held = firstState({ occupied: true, needsMatch: false });
  const groups = [freed.map((one) => one.personId), freed.map((one) => one.group)] as const;
  // Two acts that free two lines at once would each see the other's line still open, and a statement of the whole group would wait for ever:
  // the second waits here for the first, and looks after it.
  const waits = await tx.query(
    `select 1 as waits from item h join (select distinct * from unnest($1::uuid[], $2::text[]) as f (person_id, group_code)) f using (person_id, group_code)
      where h.state = $3 order by h.person_id, h.item_id for update of h`,
    [...groups, held],
  );
  if (waits.length === 0) return;
  const rows = await tx.query<{ person_id: string; submission_id: string; body_id: string; state: ItemState }>(
    `with freed as (select distinct * from unnest($1::uuid[], $2::text[]) as f (person_id, group_code)),
          next as (select h.person_id, h.item_id
                     from item h join freed using (person_id, group_code)
                    where h.state = $6
                      and not exists (select 1 from item o where o.person_id = h.person_id and o.group_code = h.group_code and o.item_id <> h.item_id
                            and (o.line is null or h.line is null or o.line = h.line)
                            and (o.state = any ($3) or (o.state = $6 and (o.created_at, o.item_id) < (h.created_at, h.item_id)))))
     update item i set state = case when exists (select 1 from freed f where f.person_id = i.person_id and f.group_code = 'B')
                                     and exists (select 1 from item b where b.person_id = i.person_id and b.submission_id = i.submission_id
                                                    and b.group_code = 'B' and b.line is null and b.state in ($6, $4)) then $4 else $5 end
       from next where i.person_id = next.person_id and i.item_id = next.item_id
     returning i.person_id, i.submission_id, i.body_id, i.state`,
    [...groups, OPEN_STATES, matched, ready, held],
  );
  const waiting = rows.filter((row) => row.state === matched);
  const people = new Map(waiting.map((row) => [`${row.person_id} ${row.submission_id}`, row])).values();
  await queue(
    tx,
    [...people].map((row) => ({ personId: row.person_id, submissionId: row.submission_id, bodyId: row.body_id })),
  );
}
