/** SQL of cards and of the clock of their revocation. Copies and lists stand in `copy-store.ts`, offers and wallets in `offer-store.ts`. */
import { bodiesOn } from '#authority/organisations/store.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import type { CardEmployers, CardSays, Workplace } from './eligible.ts';
import type { EndReasonCode } from './reasons.ts';

export type CardState = 'HIEU_LUC' | 'THU_HOI' | 'HET_HAN';

/** A card as it is kept. */
export interface StoredCard {
  readonly personId: string;
  readonly cardId: string;
  readonly bodyId: string;
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
}

interface CardRow {
  person_id: string;
  card_id: string;
  body_id: string;
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
}

const fromRow = (row: CardRow): StoredCard => ({
  personId: row.person_id,
  cardId: row.card_id,
  bodyId: row.body_id,
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
});

const CARD =
  'person_id, card_id, body_id, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at, ended_at, end_reason from card';

/**
 * The cards that hold, by person; a person without one, or out of the session's sight, is not there.
 * `lock`: they neither end nor are they read for an issue until the end of the transaction; `share`: they do not end.
 */
export async function heldCards(
  tx: Tx,
  personIds: readonly string[],
  options: { readonly lock?: 'update' | 'share' } = {},
): Promise<Map<string, StoredCard>> {
  if (personIds.length === 0) return new Map();
  const lock = options.lock ? `for ${options.lock}` : '';
  const rows = await tx.query<CardRow>(
    `select ${CARD} where person_id = any ($1::uuid[]) and state = 'HIEU_LUC' order by person_id ${lock}`,
    [personIds],
  );
  return new Map(rows.map((row) => [row.person_id, fromRow(row)]));
}

/** Every card of a person, newest first. */
export async function cardsOf(tx: Tx, personId: string): Promise<StoredCard[]> {
  const rows = await tx.query<CardRow>(`select ${CARD} where person_id = $1 order by created_at desc, card_id desc`, [personId]);
  return rows.map(fromRow);
}

/** People whose card is past its last day, at most `limit`. */
export async function peopleWithOverdueCards(tx: Tx, today: PlainDate, limit: number): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `select person_id from card where state = 'HIEU_LUC' and valid_until < $1 order by valid_until limit $2`,
    [today, limit],
  );
  return rows.map((row) => row.person_id);
}

/** Claims numbers for ever; those that were given before are not among the ones returned. */
export async function claimNumbers(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    'insert into card_number (number) select unnest($1::text[]) on conflict do nothing returning number',
    [numbers],
  );
  return rows.map((row) => row.number);
}

export type CardToWrite = Omit<StoredCard, 'state' | 'endedAt' | 'endReason'> & { readonly employers: CardEmployers };

/** Writes new cards, one statement for all; their numbers MUST be claimed. */
export async function writeCards(tx: Tx, cards: readonly CardToWrite[]): Promise<void> {
  await tx.query(
    `insert into card (person_id, card_id, body_id, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at)
     select c.person_id, c.card_id, c.body_id, c.number, 'HIEU_LUC', c.version, c.claims, c.using_body_id, c.managing_body_id, c.portrait, c.issued_on, c.valid_until, c.created_at
       from jsonb_to_recordset($1::jsonb) as c (person_id uuid, card_id uuid, body_id uuid, number text, version int, claims text, using_body_id uuid, managing_body_id uuid, portrait text,
         issued_on date, valid_until date, created_at timestamptz)`,
    [
      JSON.stringify(
        cards.map((card) => ({
          person_id: card.personId,
          card_id: card.cardId,
          body_id: card.bodyId,
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
}

export type KnownOfDecision = Pick<RevocationClock, 'signedOn' | 'effectiveOn' | 'enteredAt'>;

/**
 * Ends a card that holds: the card, the bits of all its copies, the clock, in this transaction.
 * @returns  how many copies were out; null when the card does not hold any more
 */
export async function endCard(
  tx: Tx,
  card: Pick<StoredCard, 'personId' | 'cardId' | 'bodyId'>,
  how: { readonly reason: EndReasonCode; readonly at: Instant; readonly known: KnownOfDecision; readonly walletsToo: boolean },
): Promise<number | null> {
  const ended = await tx.query(
    `update card set state = $3, ended_at = $4, end_reason = $5 where person_id = $1 and card_id = $2 and state = 'HIEU_LUC' returning 1`,
    [card.personId, card.cardId, how.reason === 'HET_HAN' ? 'HET_HAN' : 'THU_HOI', how.at, how.reason],
  );
  if (ended.length === 0) return null;
  const [row] = await tx.query<{ copies: number }>('select end_card_copies($1, $2, $3) as copies', [
    card.personId,
    card.cardId,
    how.walletsToo,
  ]);
  const copies = row?.copies ?? 0;
  await tx.query(
    `insert into card_revocation (person_id, card_id, body_id, reason, signed_on, effective_on, entered_at, confirmed_at, bit_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      card.personId,
      card.cardId,
      card.bodyId,
      how.reason,
      how.known.signedOn,
      how.known.effectiveOn,
      how.known.enteredAt,
      how.at,
      copies > 0 ? how.at : null,
    ],
  );
  return copies;
}

interface ClockRow {
  card_id: string;
  signed_on: string | null;
  effective_on: string | null;
  entered_at: string | null;
  confirmed_at: string;
  bit_at: string | null;
  listed_at: string | null;
}

/** The clock of each ended card of a person, by card. */
export async function revocationClocks(tx: Tx, personId: string): Promise<Map<string, RevocationClock>> {
  const rows = await tx.query<ClockRow>(
    'select card_id, signed_on, effective_on, entered_at, confirmed_at, bit_at, listed_at from card_revocation where person_id = $1',
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
