/**
 * Who made what an officer is asked to confirm. A deed has several makers: who sent each round of it, who said "send", who approved that, who accepted a
 * suggestion that was laid over a cell of this person, and who answered why a returned value of theirs stays. None of them confirms it. They are told apart by citizen number, never by account; a node of the exchange has none, and is nobody who could confirm.
 */
import type { Tx } from '#base/database/transaction.ts';

interface Made {
  readonly submissionId: string;
  readonly personId: string;
}

const keyOf = ({ submissionId, personId }: Made): string => `${submissionId}/${personId}`;

/** Every maker of each of the people asked for, each once. */
const MAKERS = `with asked as (select * from unnest($1::uuid[], $2::uuid[]) as a (submission_id, person_id))
     select a.submission_id, a.person_id, i.maker_identity as identity from asked a join item i using (submission_id, person_id) where i.maker_identity is not null
     union select a.submission_id, a.person_id, f.sender_identity from asked a join submission_file f using (submission_id) where f.sender_identity is not null
     union select a.submission_id, a.person_id, f.submitted_identity from asked a join submission_file f using (submission_id)
            where f.submitted_identity is not null
     union select a.submission_id, a.person_id, f.approved_identity from asked a join submission_file f using (submission_id)
            where f.approved_identity is not null
     union select a.submission_id, a.person_id, s.by_identity from asked a join item_suggestion s using (submission_id, person_id)
     union select a.submission_id, a.person_id, s.by_identity from asked a join submission_answer s using (submission_id, person_id)`;
const asked = (made: readonly Made[]): readonly unknown[] => [made.map((one) => one.submissionId), made.map((one) => one.personId)];

/** Keyed hashes (hexadecimal) of the makers of each person of a submission. */
async function makersOfAll(tx: Tx, made: readonly Made[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.query<{ submission_id: string; person_id: string; identity: Buffer }>(MAKERS, asked(made));
  const makers = new Map<string, Set<string>>(made.map((one) => [keyOf(one), new Set()]));
  for (const row of rows)
    makers.get(keyOf({ submissionId: row.submission_id, personId: row.person_id }))?.add(row.identity.toString('hex'));
  return makers;
}

/** Keyed hashes (hexadecimal) of everybody who made what this submission states of each of these people. */
export async function makersOf(
  tx: Tx,
  submissionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const made = personIds.map((personId) => ({ submissionId, personId }));
  const makers = await makersOfAll(tx, made);
  return new Map(made.map((one) => [one.personId, makers.get(keyOf(one)) ?? new Set()]));
}

/** Of these people, whom the actor may not decide: because they made it themselves, or are the person. */
export async function ownOf(tx: Tx, identity: string, made: readonly Made[]): Promise<(one: Made) => boolean> {
  const makers = await makersOfAll(tx, made);
  const themselves = await tx.query<{ person_id: string }>(
    'select person_id from national_id where person_id = any ($1::uuid[]) and id_hash = $2',
    [made.map((one) => one.personId), Buffer.from(identity, 'hex')],
  );
  const own = new Set(themselves.map((row) => row.person_id));
  return (one) => own.has(one.personId) || (makers.get(keyOf(one))?.has(identity) ?? false);
}

/** Of these people, those who sent, corrected or submitted their own record: told to the officer; confirming stays with them. */
export async function madeBySubject(tx: Tx, made: readonly Made[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `select distinct n.person_id from (${MAKERS}) m join national_id n on n.person_id = m.person_id and n.id_hash = m.identity`,
    asked(made),
  );
  return new Set(rows.map((row) => row.person_id));
}

/** Keyed hashes (hexadecimal) of who sent, submitted or approved a file of each of these submissions: makers of everybody in it. */
export async function sendersOf(tx: Tx, submissionIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.query<{ submission_id: string; identity: Buffer }>(
    `select submission_id, sender_identity as identity from submission_file where submission_id = any ($1::uuid[]) and sender_identity is not null
     union select submission_id, submitted_identity from submission_file where submission_id = any ($1::uuid[]) and submitted_identity is not null
     union select submission_id, approved_identity from submission_file where submission_id = any ($1::uuid[]) and approved_identity is not null`,
    [submissionIds],
  );
  const senders = new Map<string, Set<string>>(submissionIds.map((id) => [id, new Set()]));
  for (const row of rows) senders.get(row.submission_id)?.add(row.identity.toString('hex'));
  return senders;
}

/** Who is told of a submission: its number, and the accounts that sent or submitted a file of it. Nodes and persons of no office are no accounts. */
export async function accountsOf(
  tx: Tx,
  submissionIds: readonly string[],
): Promise<
  readonly {
    readonly submissionId: string;
    readonly number: string;
    readonly accountIds: readonly string[];
    /** its person declared it: what becomes of it stands on the own page */
    readonly ofPerson: boolean;
  }[]
> {
  if (submissionIds.length === 0) return [];
  const rows = await tx.query<{ submission_id: string; upload_number: string; of_person: boolean; accounts: string[] }>(
    `select s.submission_id, s.upload_number, s.source = 'person' as of_person, array_agg(distinct a.account_id) as accounts
       from submission s join submission_file f using (submission_id) join account a on a.account_id in (f.sender_id, f.submitted_by) and a.disabled_at is null
      where s.submission_id = any ($1::uuid[]) group by 1, 2, 3`,
    [submissionIds],
  );
  return rows.map((row) => ({
    submissionId: row.submission_id,
    number: row.upload_number,
    accountIds: row.accounts,
    ofPerson: row.of_person,
  }));
}
