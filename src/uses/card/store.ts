/** SQL of cards and of the clock of their revocation. Copies and lists stand in `copy-store.ts`, offers and wallets in `offer-store.ts`. */
import { bodiesOn } from '#authority/organisations/store.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import type { CardEmployers, CardSays, Workplace } from './eligible.ts';
import { MAIN } from './employment.ts';
import type { Employment } from './employment.ts';
import type { EndReasonCode } from './reasons.ts';

/** HIEU_LUC holds; CHUYEN_TIEP was superseded, and its copies stay good for a few days more. */
export type CardState = 'HIEU_LUC' | 'CHUYEN_TIEP' | 'THU_HOI' | 'HET_HAN';

/** A card as it is kept. */
export interface StoredCard {
  readonly personId: string;
  readonly cardId: string;
  readonly bodyId: string;
  readonly employment: Employment;
  readonly number: string;
  readonly state: CardState;
  /** of the register, that made it */
  readonly version: number;
  readonly says: CardSays;
  /** who the bodies are that it names; null of a card of before they were kept */
  readonly employers: CardEmployers | null;
  /** SHA-256 */
  readonly portrait: string;
  readonly issuedOn: PlainDate;
  /** last day */
  readonly validUntil: PlainDate;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: EndReasonCode | null;
  /** superseded: its copies are good until then */
  readonly overlapUntil: Instant | null;
}

interface CardRow {
  person_id: string;
  card_id: string;
  body_id: string;
  employment: Employment;
  number: string;
  state: CardState;
  version: number;
  claims: string;
  using_body_id: string | null;
  managing_body_id: string | null;
  portrait: string;
  issued_on: string;
  valid_until: string;
  created_at: string;
  ended_at: string | null;
  end_reason: EndReasonCode | null;
  overlap_until: string | null;
}

const fromRow = (row: CardRow): StoredCard => ({
  personId: row.person_id,
  cardId: row.card_id,
  bodyId: row.body_id,
  employment: row.employment,
  number: row.number,
  state: row.state,
  version: row.version,
  says: JSON.parse(row.claims) as CardSays,
  employers:
    row.using_body_id !== null && row.managing_body_id !== null ? { using: row.using_body_id, managing: row.managing_body_id } : null,
  portrait: row.portrait,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  endReason: row.end_reason,
  overlapUntil: row.overlap_until,
});

const CARD =
  'person_id, card_id, body_id, employment, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at, ended_at, end_reason, overlap_until from card';

/**
 * The cards of one employment (the main one where none is named) that hold, by person; a person without one, or out of the session's sight, is not there.
 * `lock`: they neither end nor are they read for an issue until the end of the transaction; `share`: they do not end.
 */
export async function heldCards(
  tx: Tx,
  personIds: readonly string[],
  options: { readonly lock?: 'update' | 'share'; readonly employment?: Employment } = {},
): Promise<Map<string, StoredCard>> {
  if (personIds.length === 0) return new Map();
  const lock = options.lock ? `for ${options.lock}` : '';
  const rows = await tx.query<CardRow>(
    `select ${CARD} where person_id = any ($1::uuid[]) and employment = $2 and state = 'HIEU_LUC' order by person_id ${lock}`,
    [personIds, options.employment ?? MAIN],
  );
  return new Map(rows.map((row) => [row.person_id, fromRow(row)]));
}

/** Cards of these people that hold, of every employment, by person. `lock`: they neither end nor are they read for an issue until the end of the transaction. */
export async function livingCards(
  tx: Tx,
  personIds: readonly string[],
  options: { readonly lock?: 'update' } = {},
): Promise<ReadonlyMap<string, readonly StoredCard[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<CardRow>(
    `select ${CARD} where person_id = any ($1::uuid[]) and state = 'HIEU_LUC' order by person_id, card_id ${options.lock ? 'for update' : ''}`,
    [personIds],
  );
  return Map.groupBy(rows.map(fromRow), ({ personId }) => personId);
}

/** Cards of these people that were superseded and whose copies are still good, under lock; of every employment. */
export async function supersededCards(tx: Tx, personIds: readonly string[]): Promise<StoredCard[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.query<CardRow>(
    `select ${CARD} where person_id = any ($1::uuid[]) and state = 'CHUYEN_TIEP' order by person_id, card_id for update`,
    [personIds],
  );
  return rows.map(fromRow);
}

/** Cards whose overlap is over, at most `limit`. */
export async function overlapsOver(tx: Tx, at: Instant, limit: number): Promise<StoredCard[]> {
  const rows = await tx.query<CardRow>(
    `select ${CARD} where state = 'CHUYEN_TIEP' and overlap_until <= $1 order by overlap_until limit $2 for update skip locked`,
    [at, limit],
  );
  return rows.map(fromRow);
}

/** How living cards name a pair of bodies. */
export interface NameOnCards {
  readonly using: string;
  readonly managing: string;
  /** of what all of these cards say of their bodies */
  readonly hash: string;
  readonly says: CardSays;
}

const BODIES_SAID = `md5((claims::jsonb -> 'co_quan')::text || (claims::jsonb -> 'co_quan_quan_ly')::text || (claims::jsonb ->> 'cap'))`;
const NAMED = `from card where state = 'HIEU_LUC' and using_body_id is not null`;

/** Every way in which living cards name their bodies, each once: by jumps through the index `card_bodies`, not by reading each card. */
export async function namesOnCards(tx: Tx): Promise<NameOnCards[]> {
  const rows = await tx.query<{ using: string; managing: string; hash: string; claims: string }>(
    `with recursive named as (
       (select using_body_id as u, managing_body_id as m, ${BODIES_SAID} as h ${NAMED} order by 1, 2, 3 limit 1)
       union all
       select n.u, n.m, n.h from named p cross join lateral (
         select using_body_id as u, managing_body_id as m, ${BODIES_SAID} as h ${NAMED} and (using_body_id, managing_body_id, ${BODIES_SAID}) > (p.u, p.m, p.h)
          order by 1, 2, 3 limit 1) n)
     select n.u as using, n.m as managing, n.h as hash, c.claims from named n cross join lateral (
       select claims ${NAMED} and using_body_id = n.u and managing_body_id = n.m and ${BODIES_SAID} = n.h limit 1) c`,
  );
  return rows.map(({ claims, ...row }) => ({ ...row, says: JSON.parse(claims) as CardSays }));
}

/** People one of whose cards names its bodies so, at most `limit`. */
export async function cardsThatName(tx: Tx, { using, managing, hash }: NameOnCards, limit: number): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `select distinct person_id ${NAMED} and using_body_id = $1 and managing_body_id = $2 and ${BODIES_SAID} = $3 limit $4`,
    [using, managing, hash, limit],
  );
  return rows.map((row) => row.person_id);
}

/** Every card of a person, newest first. */
export async function cardsOf(tx: Tx, personId: string): Promise<StoredCard[]> {
  const rows = await tx.query<CardRow>(`select ${CARD} where person_id = $1 order by created_at desc, card_id desc`, [personId]);
  return rows.map(fromRow);
}

/** Cards past their last day, at most `limit`. */
export async function overdueCards(
  tx: Tx,
  today: PlainDate,
  limit: number,
): Promise<{ readonly personId: string; readonly cardId: string }[]> {
  return tx.query<{ personId: string; cardId: string }>(
    `select person_id as "personId", card_id as "cardId" from card where state = 'HIEU_LUC' and valid_until < $1 order by valid_until limit $2`,
    [today, limit],
  );
}

/** Claims numbers for ever; those that were given before are not among the ones returned. */
export async function claimNumbers(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    'insert into card_number (number) select unnest($1::text[]) on conflict do nothing returning number',
    [numbers],
  );
  return rows.map((row) => row.number);
}

export type CardToWrite = Omit<StoredCard, 'state' | 'endedAt' | 'endReason' | 'overlapUntil'> & { readonly employers: CardEmployers };

/** Writes new cards, one statement for all; their numbers MUST be claimed. */
export async function writeCards(tx: Tx, cards: readonly CardToWrite[]): Promise<void> {
  await tx.query(
    `insert into card (person_id, card_id, body_id, employment, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at)
     select c.person_id, c.card_id, c.body_id, c.employment, c.number, 'HIEU_LUC', c.version, c.claims, c.using_body_id, c.managing_body_id, c.portrait, c.issued_on, c.valid_until, c.created_at
       from jsonb_to_recordset($1::jsonb) as c (person_id uuid, card_id uuid, body_id uuid, employment text, number text, version int, claims text, using_body_id uuid, managing_body_id uuid, portrait text,
         issued_on date, valid_until date, created_at timestamptz)`,
    [
      JSON.stringify(
        cards.map((card) => ({
          person_id: card.personId,
          card_id: card.cardId,
          body_id: card.bodyId,
          employment: card.employment,
          number: card.number,
          version: card.version,
          claims: JSON.stringify(card.says),
          using_body_id: card.employers.using,
          managing_body_id: card.employers.managing,
          portrait: card.portrait,
          issued_on: card.issuedOn,
          valid_until: card.validUntil,
          created_at: card.createdAt,
        })),
      ),
    ],
  );
}

/** The six stamps of the clock (docs/architecture.md §8, Card); days where only the day is known. Null: nobody said. */
export interface RevocationClock {
  readonly signedOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly enteredAt: Instant | null;
  readonly confirmedAt: Instant;
  readonly bitAt: Instant | null;
  readonly listedAt: Instant | null;
  /** superseded: copies are good until then at the latest; null: they ended at once */
  readonly dueAt: Instant | null;
}

export type KnownOfDecision = Pick<RevocationClock, 'signedOn' | 'effectiveOn' | 'enteredAt'>;

type OfCard = Pick<StoredCard, 'personId' | 'cardId' | 'bodyId' | 'employment'>;

/** Sets the bits of all copies of a card, whatever its state. @returns  how many were out */
export async function endCopies(tx: Tx, { personId, cardId }: OfCard, at: Instant): Promise<number> {
  const [row] = await tx.query<{ copies: number }>('select end_copies($1, $2, $3) as copies', [personId, cardId, at]);
  return row!.copies;
}

/** How a card ends. */
export interface HowEnded {
  readonly reason: EndReasonCode;
  readonly at: Instant;
  readonly known: KnownOfDecision;
}

async function writeClock(
  tx: Tx,
  card: OfCard,
  { reason, at, known }: HowEnded,
  bits: { readonly at: Instant | null; readonly dueAt: Instant | null },
): Promise<void> {
  await tx.query(
    `insert into card_revocation (person_id, card_id, body_id, reason, signed_on, effective_on, entered_at, confirmed_at, bit_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [card.personId, card.cardId, card.bodyId, reason, known.signedOn, known.effectiveOn, known.enteredAt, at, bits.at, bits.dueAt],
  );
}

/**
 * Ends a card that holds: the card, the bits of all its copies, the clock, in this transaction.
 * @param how  `walletsToo`: whoever fetched copies of it fetches none of what comes after it
 * @returns    how many copies were out; null when the card does not hold any more
 */
export async function endCard(tx: Tx, card: OfCard, how: HowEnded & { readonly walletsToo: boolean }): Promise<number | null> {
  const ended = await tx.query(
    `update card set state = $3, ended_at = $4, end_reason = $5 where person_id = $1 and card_id = $2 and state = 'HIEU_LUC' returning 1`,
    [card.personId, card.cardId, how.reason === 'HET_HAN' ? 'HET_HAN' : 'THU_HOI', how.at, how.reason],
  );
  if (ended.length === 0) return null;
  const copies = await endCopies(tx, card, how.at);
  if (how.walletsToo) await tx.query('select end_wallets($1, $2, $3)', [card.personId, card.employment, how.at]);
  await writeClock(tx, card, how, { at: copies > 0 ? how.at : null, dueAt: null });
  return copies;
}

/** A card that holds gives way to the one that MUST follow in this transaction; its copies stay good until then. False when it does not hold any more. */
export async function supersedeCard(tx: Tx, card: OfCard, how: HowEnded, until: Instant): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('select supersede_card($1, $2, $3, $4, $5) as done', [
    card.personId,
    card.cardId,
    how.reason,
    how.at,
    until,
  ]);
  if (!row!.done) return false;
  await writeClock(tx, card, how, { at: null, dueAt: until });
  return true;
}

/** Ends one that was superseded. @param reason  null: its days are over. @returns  how many copies were still good; null when it had ended */
export async function endSuperseded(tx: Tx, card: OfCard, reason: EndReasonCode | null, at: Instant): Promise<number | null> {
  const [row] = await tx.query<{ copies: number | null }>('select end_superseded($1, $2, $3, $4) as copies', [
    card.personId,
    card.cardId,
    reason,
    at,
  ]);
  return row!.copies;
}

interface ClockRow {
  card_id: string;
  signed_on: string | null;
  effective_on: string | null;
  entered_at: string | null;
  confirmed_at: string;
  bit_at: string | null;
  listed_at: string | null;
  due_at: string | null;
}

/** The clock of each ended card of a person, by card. */
export async function revocationClocks(tx: Tx, personId: string): Promise<Map<string, RevocationClock>> {
  const rows = await tx.query<ClockRow>(
    'select card_id, signed_on, effective_on, entered_at, confirmed_at, bit_at, listed_at, due_at from card_revocation where person_id = $1',
    [personId],
  );
  return new Map(
    rows.map((row) => [
      row.card_id,
      {
        signedOn: row.signed_on,
        effectiveOn: row.effective_on,
        enteredAt: row.entered_at,
        confirmedAt: row.confirmed_at,
        bitAt: row.bit_at,
        listedAt: row.listed_at,
        dueAt: row.due_at,
      },
    ]),
  );
}

/** Stamps the clocks of cards of which every bit is in a published list now. Under a session of the system. */
export async function stampListed(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `update card_revocation r set listed_at = $1 where r.bit_at is not null and r.listed_at is null and not exists (
       select 1 from card_copy c join status_slot s using (list, idx) where c.person_id = r.person_id and c.card_id = r.card_id and s.listed_at is null)`,
    [at],
  );
}

const LEVELS: Readonly<Record<string, CardClaims['cap']>> = { TW: 'TW', TINH: 'TINH', XA: 'XA' };

/** Bodies as a card names them on a day, by id; one that does not exist then, or of a level that is no more, is left out. */
export async function workplacesOf(tx: Tx, bodyIds: readonly string[], day: PlainDate): Promise<Map<string, Workplace>> {
  const bodies = await bodiesOn(tx, [...new Set(bodyIds)], day);
  return new Map(
    [...bodies].flatMap(([bodyId, body]) => {
      const level = LEVELS[body.level];
      return level && body.code !== '' ? [[bodyId, { ma: body.code, ten: body.name, cap: level }] as const] : [];
    }),
  );
}
