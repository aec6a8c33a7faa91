/** SQL of lists that are confirmed as one act: the list as shown, its sample, and what is signed. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { NotClean } from './clean.ts';
import type { ItemState, ListHead } from './shapes.ts';

/** What is told of a list, in counts. */
export interface ListTold {
  /** people of the submission who waited for a confirmation */
  readonly waiting: number;
  /** who are clean and beyond the maximum of a list: they come with the next */
  readonly beyond: number;
  /** people who are looked at alone, by the reason */
  readonly alone: Readonly<Partial<Record<NotClean, number>>>;
  readonly groups: readonly { readonly group: GroupCode; readonly people: number; readonly changes: number }[];
  readonly items: number;
}

/** A list as it was shown to one officer. */
export interface ShownList {
  readonly listId: string;
  readonly submissionId: string;
  readonly bodyId: string;
  readonly madeAt: Instant;
  /** hexadecimal */
  readonly root: string;
  /** in the order of the leaves */
  readonly personIds: readonly string[];
  readonly told: ListTold;
  readonly confirmedAt: Instant | null;
}

const COLUMNS = `list_id as "listId", submission_id as "submissionId", body_id as "bodyId", made_at as "madeAt", encode(root, 'hex') as root,
  person_ids as "personIds", told, confirmed_at as "confirmedAt"`;

/** The newest list that was shown to this session's person of a submission; `root`: of those with it; `lock` holds it. */
export async function latestList(
  tx: Tx,
  submissionId: string,
  how: { readonly root?: string; readonly lock?: boolean } = {},
): Promise<ShownList | null> {
  const [row] = await tx.query<ShownList>(
    `select ${COLUMNS} from confirmation_list
      where submission_id = $1 and account_id = (select session_person()) and ($2::text is null or root = decode($2, 'hex'))
      order by made_at desc, list_id desc limit 1 ${how.lock ? 'for update' : ''}`,
    [submissionId, how.root ?? null],
  );
  return row ?? null;
}

export async function writeList(tx: Tx, list: Omit<ShownList, 'confirmedAt'>): Promise<void> {
  await tx.query(
    `insert into confirmation_list (list_id, submission_id, body_id, account_id, made_at, root, person_ids, told)
     values ($1, $2, $3, session_person(), $4, decode($5, 'hex'), $6, $7)`,
    [list.listId, list.submissionId, list.bodyId, list.madeAt, list.root, list.personIds, JSON.stringify(list.told)],
  );
}

/** Marks a list as signed; a list is signed once. */
export async function markConfirmed(tx: Tx, listId: string, at: Instant): Promise<void> {
  await tx.query('update confirmation_list set confirmed_at = $2 where list_id = $1 and confirmed_at is null', [listId, at]);
}

/** A person of a sample, and what the officer was shown when they opened them. */
export interface Sampled {
  readonly personId: string;
  readonly openedAt: Instant | null;
  /** hexadecimal */
  readonly openedHash: string | null;
}

const SAMPLED = `person_id as "personId", opened_at as "openedAt", encode(opened_hash, 'hex') as "openedHash"`;

/** The sample of a list, in the order of ids. */
export const sampleOf = (tx: Tx, listId: string): Promise<Sampled[]> =>
  tx.query<Sampled>(`select ${SAMPLED} from confirmation_sample where list_id = $1 order by person_id`, [listId]);

/** A person of a sample by name, with the states of what was sent of them. */
export interface SampledPerson extends Sampled {
  readonly name: string;
  readonly states: readonly ItemState[];
}

/** The sample of a list as it is told to its officer, by name. */
export const sampledPeople = (tx: Tx, listId: string): Promise<SampledPerson[]> =>
  tx.query<SampledPerson>(
    `select s.person_id as "personId", s.opened_at as "openedAt", encode(s.opened_hash, 'hex') as "openedHash", min(i.name) as name, array_agg(distinct i.state) as states
       from confirmation_sample s join item i on i.person_id = s.person_id and i.submission_id = s.submission_id and i.state <> 'superseded'
      where s.list_id = $1 group by s.list_id, s.person_id order by min(i.name), s.person_id`,
    [listId],
  );

/** Whoever was in a sample of this session's person for this submission in a list that was never signed; what they were shown of each last. */
export const sampledBefore = (tx: Tx, submissionId: string): Promise<Sampled[]> =>
  tx.query<Sampled>(
    `select distinct on (person_id) ${SAMPLED} from confirmation_sample s
      where submission_id = $1 and account_id = (select session_person())
        and exists (select 1 from confirmation_list l where l.list_id = s.list_id and l.confirmed_at is null)
      order by person_id, opened_at desc nulls last`,
    [submissionId],
  );

export async function writeSample(
  tx: Tx,
  list: Pick<ShownList, 'listId' | 'submissionId' | 'bodyId'>,
  sample: readonly Sampled[],
): Promise<void> {
  await tx.query(
    `insert into confirmation_sample (list_id, person_id, submission_id, body_id, account_id, opened_at, opened_hash)
     select $1, p, $2, $3, session_person(), a, decode(h, 'hex') from unnest($4::uuid[], $5::timestamptz[], $6::text[]) as s (p, a, h)`,
    [
      list.listId,
      list.submissionId,
      list.bodyId,
      sample.map((one) => one.personId),
      sample.map((one) => one.openedAt),
      sample.map((one) => one.openedHash),
    ],
  );
}

/** Notes that the session's person was shown somebody; nothing when they are in no sample of theirs. MUST stand in the transaction of the reading. */
export async function noteOpened(
  tx: Tx,
  about: { readonly submissionId: string; readonly personId: string },
  hash: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update confirmation_sample set opened_at = $3, opened_hash = decode($4, 'hex')
      where submission_id = $1 and person_id = $2 and account_id = (select session_person())`,
    [about.submissionId, about.personId, at, hash],
  );
}

/**
 * How many people of samples of this submission hold every list of it: one that anybody's sample found wanting (returned), and one of the session's own
 * that was decided in part.
 */
export async function samplesUndecided(tx: Tx, submissionId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(distinct s.person_id)::int as n from confirmation_sample s
      where s.submission_id = $1
        and (exists (select 1 from item r where r.person_id = s.person_id and r.submission_id = s.submission_id and r.state = 'returned')
          or (s.account_id = (select session_person())
            and exists (select 1 from item w join item d using (person_id, submission_id, round)
                         where w.person_id = s.person_id and w.submission_id = s.submission_id and w.state = 'awaiting-confirmation' and d.state = 'registered')))`,
    [submissionId],
  );
  return row!.n;
}

/** A signed list, as it is kept. */
export interface SignedList {
  readonly head: ListHead;
  readonly signerId: string;
  /** keyed hash of the citizen number, hexadecimal */
  readonly signerIdentity: string;
  readonly signerName: string;
  readonly at: Instant;
  readonly jws: string;
}

export async function writeSignedList(tx: Tx, { head, ...signed }: SignedList): Promise<void> {
  await tx.query(
    `insert into attestation_list (list_id, submission_id, body_id, signer_id, signer_identity, signer_name, at, people, items, root, jws)
     values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9, decode($10, 'hex'), $11)`,
    [
      head.listId,
      head.submissionId,
      head.bodyId,
      signed.signerId,
      signed.signerIdentity,
      signed.signerName,
      signed.at,
      head.people,
      head.items,
      head.root,
      signed.jws,
    ],
  );
}
