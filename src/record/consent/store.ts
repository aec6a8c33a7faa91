/** All SQL of the room. Row-level security and functions of migration 0762 are the second wall under each statement. */
import { eventFrom } from '#authority/audit/store.ts';
import type { EventColumns } from '#authority/audit/store.ts';
import type { LoggedEvent } from '#authority/audit/bundle.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { versionFrom } from '#record/register/store.ts';
import type { VersionRow } from '#record/register/store.ts';
import type { PersonVersion } from '#record/register/shapes.ts';
import type { ConsentChange, ConsentState } from './step.ts';

export interface Consent {
  readonly personId: string;
  readonly consentId: string;
  /** the record that stands for this person now */
  readonly standsAs: string;
  readonly bodyId: string;
  readonly askedByName: string;
  readonly purpose: string;
  readonly reasonSealed: Buffer;
  readonly groups: readonly string[];
  readonly fields: readonly string[];
  readonly until: PlainDate;
  readonly askedAt: Instant;
  readonly answerBy: PlainDate;
  readonly state: ConsentState;
  readonly givenGroups: readonly string[] | null;
  readonly givenFields: readonly string[] | null;
  readonly covers: readonly string[] | null;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
}

const COLUMNS = `person_id as "personId", consent_id as "consentId", standing_person(person_id) as "standsAs", body_id as "bodyId", asked_by_name as "askedByName", purpose,
  reason_sealed as "reasonSealed", groups, fields, until, asked_at as "askedAt", answer_by as "answerBy", state, given_groups as "givenGroups", given_fields as "givenFields", covers,
  answered_at as "answeredAt", ended_at as "endedAt"`;

const REASON = 'consent-reason';
export const sealReason = (keys: Pick<Keys, 'seal'>, salt: Uint8Array, reason: string): Buffer =>
  Buffer.from(keys.seal(salt, REASON, Buffer.from(reason)));

/** The one code of the own person, in place of the one before. MUST run with the own record's policies. */
export async function keepCode(
  tx: Tx,
  { personId, hash, madeAt, expiresAt }: { personId: string; hash: string; madeAt: Instant; expiresAt: Instant },
): Promise<void> {
  await tx.query(
    `insert into consent_code (person_id, code_hash, made_at, expires_at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at, expires_at = excluded.expires_at, taken_by = null, taken_tx = null`,
    [personId, hash, madeAt, expiresAt],
  );
}

/** @returns null when there is no such code, it has expired, was taken, or the session may not ask */
export async function takeCode(tx: Tx, hash: string): Promise<{ readonly personId: string; readonly salt: Uint8Array } | null> {
  const [row] = await tx.query<{ person_id: string; salt: Buffer }>('select person_id, salt from take_consent_code($1)', [hash]);
  return row ? { personId: row.person_id, salt: row.salt } : null;
}

/** Does this body see whoever made the code by its own authority today? Takes nothing; false of a code that is none. */
export async function isNotNeeded(tx: Tx, hash: string, bodyId: string): Promise<boolean> {
  const [row] = await tx.query<{ yes: boolean }>('select consent_not_needed($1, $2) as yes', [hash, bodyId]);
  return row?.yes === true;
}

export async function insertConsent(
  tx: Tx,
  made: Pick<
    Consent,
    | 'personId'
    | 'consentId'
    | 'bodyId'
    | 'askedByName'
    | 'purpose'
    | 'reasonSealed'
    | 'groups'
    | 'fields'
    | 'until'
    | 'askedAt'
    | 'answerBy'
  >,
): Promise<void> {
  await tx.query(
    `insert into consent (person_id, consent_id, body_id, asked_by, asked_by_name, purpose, reason_sealed, groups, fields, until, asked_at, answer_by)
     values ($1, $2, $3, session_person(), $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      made.personId,
      made.consentId,
      made.bodyId,
      made.askedByName,
      made.purpose,
      made.reasonSealed,
      made.groups,
      made.fields,
      made.until,
      made.askedAt,
      made.answerBy,
    ],
  );
}

/** One that the session sees. Not held: what is changed is changed from the state that was read, or not at all. */
export async function readConsent(tx: Tx, consentId: string): Promise<Consent | null> {
  const [row] = await tx.query<Consent>(`select ${COLUMNS} from consent where consent_id = $1`, [consentId]);
  return row ?? null;
}

/** The own person's, newest first; `limit` null: all. MUST run with the own record's policies. */
export const ownConsents = (tx: Tx, limit: number | null): Promise<Consent[]> =>
  tx.query<Consent>(
    `select ${COLUMNS} from consent where person_id = any ((select session_own_people())::uuid[]) order by asked_at desc, consent_id limit $1`,
    [limit],
  );

/** Of these bodies, newest first, after a place. */
export const consentsOf = (
  tx: Tx,
  bodyIds: readonly string[],
  { after, limit }: { readonly after: readonly [Instant, string] | null; readonly limit: number },
): Promise<Consent[]> =>
  tx.query<Consent>(
    `select ${COLUMNS} from consent where body_id = any ($1::uuid[])
        and ($2::timestamptz is null or asked_at < $2 or (asked_at = $2 and consent_id > $3::uuid)) order by asked_at desc, consent_id limit $4`,
    [bodyIds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** What is told beside consents: the reason, and the name while the consent holds. */
export async function peopleOf(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  consents: readonly Pick<Consent, 'consentId' | 'reasonSealed'>[],
): Promise<ReadonlyMap<string, { readonly reason: string; readonly name: string | null }>> {
  if (consents.length === 0) return new Map();
  const rows = await tx.query<{ consent_id: string; salt: Buffer; full_name: string | null }>(
    'select consent_id, salt, full_name from people_of_consents($1)',
    [consents.map(({ consentId }) => consentId)],
  );
  const sealed = new Map(consents.map((one) => [one.consentId, one.reasonSealed]));
  return new Map(
    rows.map((row) => [
      row.consent_id,
      { reason: Buffer.from(keys.open(row.salt, REASON, sealed.get(row.consent_id)!)).toString(), name: row.full_name },
    ]),
  );
}

/** @returns false when somebody was quicker */
export async function changeConsent(
  tx: Tx,
  { personId, consentId, state }: Pick<Consent, 'personId' | 'consentId' | 'state'>,
  change: ConsentChange,
  at: Instant,
): Promise<boolean> {
  const given = change.state === 'given' ? change : null;
  const isAnswer = change.state === 'given' || change.state === 'refused';
  const rows = await tx.query(
    `update consent set state = $4, given_groups = coalesce($5, given_groups), given_fields = coalesce($6, given_fields), covers = coalesce($7, covers),
        answered_at = case when $8 then $9::timestamptz else answered_at end, ended_at = case when $8 then ended_at else $9::timestamptz end
      where person_id = $1 and consent_id = $2 and state = $3 returning 1`,
    [personId, consentId, state, change.state, given?.groups ?? null, given?.fields ?? null, given?.covers ?? null, isAnswer, at],
  );
  return rows.length > 0;
}

/** Names the consent of the look that this transaction has just recorded in the log. MUST follow its row. */
export async function insertLook(
  tx: Tx,
  { personId, consentId, standsAs }: Pick<Consent, 'personId' | 'consentId' | 'standsAs'>,
  { byName, at }: { readonly byName: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `insert into consent_look (person_id, consent_id, event_id, by_account, by_name, at)
     select $1, $2, e.event_id, session_person(), $4, $5 from audit_event e
      where e.actor_id = session_person() and e.act = 'consent.looked' and e.object_id = $3 and e.tx = record_tx()
        and e.at >= $5::timestamptz - interval '1 minute'`,
    [personId, consentId, standsAs, byName, at],
  );
}

/** What the consent covers of the record, version by version. MUST follow the look in its transaction. */
export async function consentedVersions(tx: Tx, keys: Keys, consentId: string): Promise<PersonVersion[]> {
  const rows = await tx.query<VersionRow>('select * from consented_versions($1)', [consentId]);
  return rows.map((row) => versionFrom(keys, row));
}

export interface Look {
  readonly consentId: string;
  readonly at: Instant;
  readonly by: string;
  readonly readingId: string;
  /** of this consent in all */
  readonly count: number;
}
/** The newest looks by these consents. */
export const looksOf = (tx: Tx, consentIds: readonly string[], most: number): Promise<Look[]> =>
  tx.query<Look>(
    `select "consentId", at, by, "readingId", count from (
       select l.consent_id as "consentId", l.at, l.by_name as by, l.event_id as "readingId", (count(*) over (partition by l.consent_id))::int as count,
              row_number() over (partition by l.consent_id order by l.at desc, l.event_id) as place
         from consent_look l where l.consent_id = any ($1::uuid[])) n
      where place <= $2 order by at desc, "readingId"`,
    [consentIds, most],
  );

/** Of these readings the consent by which each was done, for readings that were done by one and that the session sees. */
export async function consentsOfReadings(tx: Tx, readingIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ event_id: string; consent_id: string }>(
    'select event_id, consent_id from consent_look where event_id = any ($1::uuid[])',
    [readingIds],
  );
  return new Map(rows.map((row) => [row.event_id, row.consent_id]));
}

/** Rows of the log that may keep the giving. */
export async function logRowsOf(tx: Tx, consentId: string): Promise<LoggedEvent[]> {
  const rows = await tx.query<EventColumns & { leaf_index: number | null; salt: Buffer; sealed: Buffer }>(
    'select event_id, at, tx, log, actor, body_id, role, purpose, act, object, revision, payload_commit, leaf_index, salt, sealed from log_rows_of_consent($1)',
    [consentId],
  );
  return rows.map((row) => ({ event: eventFrom(row), index: row.leaf_index, kept: { salt: row.salt, sealed: row.sealed } }));
}
