/** SQL of people who are held back from having a card: ended for a reason of mistrust, until a second person releases them. Decision 0085. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { HeldBack } from './eligible.ts';
import type { EndReasonCode, ReleaseReasonCode } from './reasons.ts';

/** Who is held back now, with the reason of the first end that stands. A human is held back as whole: what stood of a record that was merged away goes on. */
export async function heldBackOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, HeldBack>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<{ standing: string; reason: EndReasonCode; since: Instant; mine: boolean }>(
    `select r.standing, h.reason, h.held_at as since, is_session_human(h.held_by, null) as mine
       from records_of_humans($1::uuid[]) r join card_hold h on h.person_id = r.person_id where h.released_at is null order by h.held_at desc, h.hold_id desc`,
    [personIds],
  );
  const held = new Map<string, HeldBack>();
  for (const { standing, reason, since, mine } of rows)
    held.set(standing, { reason, since, byMe: mine || (held.get(standing)?.byMe ?? false) });
  return held;
}

export interface HoldToWrite {
  readonly personId: string;
  readonly holdId: string;
  readonly cardId: string;
  readonly bodyId: string;
  readonly reason: EndReasonCode;
  readonly at: Instant;
}

/** In the name of whoever ends the card; its card MUST have ended for that reason in this transaction. */
export async function writeHold(tx: Tx, hold: HoldToWrite): Promise<void> {
  await tx.query(
    'insert into card_hold (person_id, hold_id, card_id, body_id, reason, held_at, held_by) values ($1, $2, $3, $4, $5, $6, session_person())',
    [hold.personId, hold.holdId, hold.cardId, hold.bodyId, hold.reason, hold.at],
  );
}

export interface Release {
  readonly because: ReleaseReasonCode;
  /** number of the paper that decides it */
  readonly paper: string;
  readonly at: Instant;
}

/** Releases a human, in the name of the session. What this session itself held back stays. Returns why each was held back. */
export async function releaseHolds(tx: Tx, personId: string, { because, paper, at }: Release): Promise<EndReasonCode[]> {
  const rows = await tx.query<{ reason: EndReasonCode }>(
    `update card_hold set released_at = $2, released_by = session_person(), release_reason = $3, release_paper = $4
      where released_at is null and person_id in (select r.person_id from records_of_humans(array[$1::uuid]) r) returning reason`,
    [personId, at, because, paper],
  );
  return rows.map(({ reason }) => reason);
}

export interface HeldBackRow {
  readonly holdId: string;
  /** the record that stands for them now */
  readonly personId: string;
  readonly bodyId: string;
  readonly name: string;
  readonly number: string;
  readonly reason: EndReasonCode;
  readonly since: Instant;
  readonly byMe: boolean;
}

/** Those of these bodies who are held back, who waits longest first; never the session's own human. */
export async function heldBackPage(
  tx: Tx,
  asked: {
    readonly bodyIds: readonly string[] | null;
    readonly after: readonly [since: Instant, holdId: string] | null;
    readonly limit: number;
  },
): Promise<HeldBackRow[]> {
  return tx.query<HeldBackRow>(
    `select h.hold_id as "holdId", p.person_id as "personId", p.body_id as "bodyId", coalesce(p.full_name, '') as name, c.number, h.reason, h.held_at as since,
            is_session_human(h.held_by, null) as "byMe"
       from card_hold h join person p on p.person_id = standing_person(h.person_id) join card c on c.person_id = h.person_id and c.card_id = h.card_id
      where h.released_at is null and ($1::uuid[] is null or p.body_id = any ($1)) and not is_session_human_of(p.person_id)
        and ($2::timestamptz is null or (h.held_at, h.hold_id) > ($2, $3::uuid))
      order by h.held_at, h.hold_id limit $4`,
    [asked.bodyIds, asked.after?.[0] ?? null, asked.after?.[1] ?? null, asked.limit],
  );
}
