/** SQL of what a person and who confirms write to each other. Row-level security of migration 0940 is the second wall under each statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { readSalts } from '#record/register/store.ts';

const PURPOSE = 'declaration-message';

export interface StoredMessage {
  readonly declarationId: string;
  readonly byPerson: boolean;
  readonly byName: string;
  readonly at: Instant;
  readonly text: string;
}

/** What was written about these, oldest first, as far as this session sees it; of who was erased nothing. */
export async function messagesOf(tx: Tx, keys: Pick<Keys, 'open'>, declarationIds: readonly string[]): Promise<readonly StoredMessage[]> {
  if (declarationIds.length === 0) return [];
  const rows = await tx.query<Omit<StoredMessage, 'text'> & { readonly personId: string; readonly sealed: Buffer }>(
    `select person_id as "personId", declaration_id as "declarationId", by_person as "byPerson", by_name as "byName", at, text_sealed as sealed
       from declaration_message where declaration_id = any ($1::uuid[]) order by at, message_id`,
    [declarationIds],
  );
  const salts = await readSalts(tx, [...new Set(rows.map(({ personId }) => personId))]);
  return rows.flatMap(({ personId, sealed, ...one }) => {
    const salt = salts.get(personId);
    return salt ? [{ ...one, text: Buffer.from(keys.open(salt, PURPOSE, sealed)).toString() }] : [];
  });
}

export interface NewMessage {
  readonly personId: string;
  readonly messageId: string;
  readonly declarationId: string;
  readonly byPerson: boolean;
  readonly byName: string;
  readonly at: Instant;
  readonly text: string;
}

export const insertMessage = (tx: Tx, keys: Pick<Keys, 'seal'>, salt: Uint8Array, one: NewMessage): Promise<unknown> =>
  tx.query(
    `insert into declaration_message (person_id, message_id, declaration_id, by_person, by_account, by_name, at, text_sealed)
     values ($1, $2, $3, $4, session_person(), $5, $6, $7)`,
    [
      one.personId,
      one.messageId,
      one.declarationId,
      one.byPerson,
      one.byName,
      one.at,
      Buffer.from(keys.seal(salt, PURPOSE, Buffer.from(one.text))),
    ],
  );

/** A declaration of a submission, for who confirms it. */
export interface DeclarationOf {
  readonly personId: string;
  readonly declarationId: string;
  readonly bodyId: string;
  /** something of it waits, or came back: it may still be written about */
  readonly isOpen: boolean;
}

/** The declarations of a submission, newest round first; none of a submission that is no declaration, or the session's own. */
export const declarationsOf = (tx: Tx, submissionId: string): Promise<DeclarationOf[]> =>
  tx.query<DeclarationOf>(
    `select person_id as "personId", declaration_id as "declarationId", body_id as "bodyId", is_open as "isOpen" from declarations_of($1)`,
    [submissionId],
  );

/** A message that is news: of which proposal, and who is told. */
export interface MessageToNotice {
  readonly messageId: string;
  readonly submissionId: string | null;
  readonly number: string | null;
  readonly bodyId: string | null;
  readonly byPerson: boolean;
  /** the account of the person */
  readonly ofAccount: string;
}

/** What was written since, of declarations that were not taken back. Needs a system session over all bodies. */
export const messagesToNotice = (tx: Tx, since: Instant): Promise<MessageToNotice[]> =>
  tx.query<MessageToNotice>(
    `select m.message_id as "messageId", d.submission_id as "submissionId", s.upload_number as number, s.body_id as "bodyId", m.by_person as "byPerson",
            d.by_account as "ofAccount"
       from declaration_message m join declaration d on d.person_id = m.person_id and d.declaration_id = m.declaration_id
       left join submission s on s.submission_id = d.submission_id
      where m.at >= $1 and d.withdrawn_at is null order by m.message_id`,
    [since],
  );
