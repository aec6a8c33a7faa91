/** SQL of cases (of claims: `claim-store.ts`, of merges: `merge-store.ts`). What looks past the wall (another body's claim, a person to be moved) is done by functions of the database that ask again who asks. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { CaseAct, CaseActKind, CaseContent, CaseKind, CaseOutcome, CaseSide, CaseState, MergeChoice, PersonCase } from './shapes.ts';

interface CaseRow {
  case_id: string;
  kind: CaseKind;
  state: CaseState;
  person_id: string;
  other_person_id: string | null;
  number_hash: Buffer;
  from_body: string;
  to_body: string;
  opened_by: CaseSide;
  effective_on: string | null;
  until_on: string | null;
  due_on: string;
  created_at: string;
  ended_at: string | null;
  outcome: CaseOutcome | null;
  written_version: number | null;
  sealed: Buffer | null;
  undo_by: CaseSide | null;
  answer_sealed: Buffer | null;
  post: string | null;
}

const COLUMNS =
  'case_id, kind, state, person_id, other_person_id, number_hash, from_body, to_body, opened_by, effective_on, until_on, due_on, created_at, ended_at, outcome, written_version, sealed, undo_by, answer_sealed, post';

const saltOf = (caseId: string): Uint8Array => Buffer.from(caseId.replaceAll('-', ''), 'hex');

/** Content of a case stands sealed under a key of the case. */
export const sealForCase = (keys: Keys, caseId: string, content: CaseContent): Buffer =>
  Buffer.from(keys.seal(saltOf(caseId), 'case', Buffer.from(JSON.stringify(content))));

/** What the deciding side of a merge chose, sealed under a key of the case. */
export const sealChoice = (keys: Keys, caseId: string, choice: MergeChoice): Buffer =>
  Buffer.from(keys.seal(saltOf(caseId), 'case-choice', Buffer.from(JSON.stringify(choice))));

const fromRow = (keys: Keys, row: CaseRow): PersonCase => ({
  caseId: row.case_id,
  kind: row.kind,
  state: row.state,
  personId: row.person_id,
  otherPersonId: row.other_person_id,
  numberHash: row.number_hash.toString('hex'),
  fromBody: row.from_body,
  toBody: row.to_body,
  openedBy: row.opened_by,
  effectiveOn: row.effective_on,
  untilOn: row.until_on,
  dueOn: row.due_on,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  writtenVersion: row.written_version,
  content:
    row.sealed === null ? null : (JSON.parse(Buffer.from(keys.open(saltOf(row.case_id), 'case', row.sealed)).toString()) as CaseContent),
  post: row.post,
  undoBy: row.undo_by,
  choice:
    row.answer_sealed === null
      ? null
      : (JSON.parse(Buffer.from(keys.open(saltOf(row.case_id), 'case-choice', row.answer_sealed)).toString()) as MergeChoice),
});

/** One case, null when there is none that this session may see; `lock` holds it. */
export async function readCase(tx: Tx, keys: Keys, caseId: string, options: { readonly lock?: boolean } = {}): Promise<PersonCase | null> {
  const [row] = await tx.query<CaseRow>(`select ${COLUMNS} from person_case where case_id = $1 ${options.lock ? 'for update' : ''}`, [
    caseId,
  ]);
  return row ? fromRow(keys, row) : null;
}

/** Cases of these bodies (null = all that the session sees), newest first, open ones only when asked; `after` is the cursor (`createdAt|caseId`). */
export async function casePage(
  tx: Tx,
  keys: Keys,
  request: {
    readonly bodyIds: readonly string[] | null;
    readonly openOnly: boolean;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<PersonCase[]> {
  const rows = await tx.query<CaseRow>(
    `select ${COLUMNS} from person_case
      where ($1::uuid[] is null or from_body = any ($1) or to_body = any ($1)) and (not $2::boolean or ended_at is null)
        and ($3::timestamptz is null or (created_at, case_id) < ($3::timestamptz, $4::uuid))
      order by created_at desc, case_id desc limit $5`,
    [request.bodyIds, request.openOnly, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
  );
  return rows.map((row) => fromRow(keys, row));
}

/** The bodies of which somebody who confirms there answers next, of a case that waits: two where both may. */
const ANSWERED_BY = `case when state = 'undo_asked' then array[case when (undo_by = 'from') = (from_body = to_body) then from_body else to_body end]
       when kind = 'dual_claim' then array[from_body, to_body]
       when state = 'asked' and (kind in ('transfer', 'secondment', 'concurrent') or (kind = 'same_human' and from_body <> to_body))
         then array[case opened_by when 'from' then to_body else from_body end]
       else array[case opened_by when 'from' then from_body else to_body end] end`;
const WAITING_STATES = `('prepared', 'asked', 'undo_asked')`;

/** Open cases that wait for somebody who confirms for one of these bodies, and since when the oldest does. */
export async function countWaiting(tx: Tx, bodyIds: readonly string[] | null): Promise<{ count: number; oldestAt: string | null }> {
  const [row] = await tx.query<{ count: number; oldest_at: string | null }>(
    `select count(*)::int as count, min(created_at) as oldest_at from person_case
      where state in ${WAITING_STATES} and ($1::uuid[] is null or ${ANSWERED_BY} && $1)`,
    [bodyIds],
  );
  return { count: row?.count ?? 0, oldestAt: row?.oldest_at ?? null };
}

/** Open cases that wait, each with the bodies of which somebody who confirms there answers next. */
export async function waitingCases(tx: Tx): Promise<readonly { readonly caseId: string; readonly bodyIds: readonly string[] }[]> {
  const rows = await tx.query<{ case_id: string; bodies: (string | null)[] }>(
    `select case_id, ${ANSWERED_BY} as bodies from person_case where state in ${WAITING_STATES} order by case_id`,
  );
  return rows.map((row) => ({ caseId: row.case_id, bodyIds: row.bodies.filter((bodyId) => bodyId !== null) }));
}

/** Open cases about a person, or about a person to be, and secondments and concurrent posts in force; of a person to be also that another body was confirmed first. */
export async function openCasesOf(tx: Tx, keys: Keys, personId: string): Promise<PersonCase[]> {
  const rows = await tx.query<CaseRow>(
    `select ${COLUMNS} from person_case where (person_id = $1 or other_person_id = $1) and (ended_at is null
       or (kind in ('secondment', 'concurrent') and state = 'done')
       or (kind = 'dual_claim' and state = 'settled' and not exists (select 1 from person p where p.person_id = $1)))
      order by created_at desc, case_id`,
    [personId],
  );
  return rows.map((row) => fromRow(keys, row));
}

/** Of these people, those about whom there is such a case. */
export async function withOpenCase(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `select p as person_id from unnest($1::uuid[]) as q (p) where exists (select 1 from person_case c where (c.person_id = p or c.other_person_id = p) and (c.ended_at is null
       or (c.kind = 'dual_claim' and c.state = 'settled' and not exists (select 1 from person r where r.person_id = p))))`,
    [personIds],
  );
  return new Set(rows.map((row) => row.person_id));
}

/** What was done in a case, oldest first. */
export async function actsOf(tx: Tx, caseId: string): Promise<CaseAct[]> {
  const rows = await tx.query<{
    act: CaseActKind;
    side: CaseSide | null;
    by_identity: Buffer | null;
    by_account: string | null;
    by_name: string | null;
    at: string;
  }>('select act, side, by_identity, by_account, by_name, at from person_case_act where case_id = $1 order by act_no', [caseId]);
  return rows.map((row) => ({
    act: row.act,
    side: row.side,
    byIdentity: row.by_identity?.toString('hex') ?? null,
    byAccount: row.by_account,
    byName: row.by_name,
    at: row.at,
  }));
}

/** Writes an act; `by` null is the system. MUST stand in the transaction of the act. */
export async function writeAct(
  tx: Tx,
  caseId: string,
  act: {
    readonly act: CaseActKind;
    readonly side: CaseSide | null;
    readonly bodyId: string | null;
    readonly by: { readonly accountId: string; readonly identity: string; readonly name: string } | null;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.query(
    `insert into person_case_act (case_id, act_no, act, side, body_id, by_account, by_identity, by_name, at)
     values ($1, (select coalesce(max(act_no), 0) + 1 from person_case_act where case_id = $1), $2, $3, $4, $5, $6, $7, $8)`,
    [
      caseId,
      act.act,
      act.side,
      act.bodyId,
      act.by?.accountId ?? null,
      act.by ? Buffer.from(act.by.identity, 'hex') : null,
      act.by?.name ?? null,
      act.at,
    ],
  );
}

/** Moves a case from the state in which it was judged. Returns false when it is there no more. */
export async function moveCase(
  tx: Tx,
  from: Pick<PersonCase, 'caseId' | 'state'>,
  to: {
    readonly state: CaseState;
    readonly outcome: CaseOutcome | null;
    readonly at: Instant;
    readonly writtenVersion?: number | null;
    readonly undo?: { readonly by: CaseSide; readonly dueOn: PlainDate };
    readonly choice?: Uint8Array | null;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update person_case set state = $3, outcome = coalesce($4, outcome), ended_at = case when $3 in ('prepared', 'asked', 'agreed', 'undo_asked') then null else $5::timestamptz end,
            written_version = coalesce($6, written_version), undo_by = $7, due_on = coalesce($8, due_on), answer_sealed = coalesce($9, answer_sealed)
      where case_id = $1 and state = $2 returning 1 as moved`,
    [
      from.caseId,
      from.state,
      to.state,
      to.outcome,
      to.at,
      to.writtenVersion ?? null,
      to.undo?.by ?? null,
      to.undo?.dueOn ?? null,
      to.choice ? Buffer.from(to.choice) : null,
    ],
  );
  return rows.length === 1;
}

/** Is another move of the person agreed to? Holds all open cases of the person; MUST be asked before the case itself is read under lock. */
export async function otherAgreed(tx: Tx, caseId: string): Promise<boolean> {
  const [row] = await tx.query<{ other: boolean }>('select other_move_agreed($1) as other', [caseId]);
  return row?.other ?? false;
}

export interface Opening {
  readonly caseId: string;
  readonly bodyId: string;
  /** a clerk prepares; who confirms asks at once */
  readonly byClerk: boolean;
  readonly at: Instant;
  readonly termEnds: PlainDate;
  readonly sealed: Buffer;
}
export type Opened = { readonly outcome: string; readonly caseId: string | null };

export async function askForPerson(
  tx: Tx,
  opening: Opening,
  request: { readonly numberHash: Uint8Array; readonly effectiveOn: PlainDate; readonly leftStates: readonly string[] },
): Promise<Opened & { readonly kind: CaseKind | null }> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null; kind: CaseKind | null }>(
    'select * from ask_for_person($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      opening.caseId,
      opening.bodyId,
      Buffer.from(request.numberHash),
      request.effectiveOn,
      opening.byClerk,
      opening.at,
      opening.termEnds,
      opening.sealed,
      request.leftStates,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id, kind: row!.kind };
}

export async function offerPerson(
  tx: Tx,
  opening: Opening,
  request: { readonly personId: string; readonly receiving: string; readonly effectiveOn: PlainDate },
): Promise<Opened> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null }>(
    'select * from offer_person($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      opening.caseId,
      opening.bodyId,
      request.personId,
      request.receiving,
      request.effectiveOn,
      opening.byClerk,
      opening.at,
      opening.termEnds,
      opening.sealed,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id };
}

export async function offerSecondment(
  tx: Tx,
  opening: Opening,
  request: { readonly personId: string; readonly receiving: string; readonly effectiveOn: PlainDate; readonly untilOn: PlainDate },
): Promise<Opened> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null }>(
    'select * from offer_secondment($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [
      opening.caseId,
      opening.bodyId,
      request.personId,
      request.receiving,
      request.effectiveOn,
      request.untilOn,
      opening.byClerk,
      opening.at,
      opening.termEnds,
      opening.sealed,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id };
}

export async function offerConcurrent(
  tx: Tx,
  opening: Opening,
  request: {
    readonly personId: string;
    readonly receiving: string;
    readonly post: string;
    readonly effectiveOn: PlainDate;
    readonly untilOn: PlainDate | null;
  },
): Promise<Opened> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null }>(
    'select * from offer_concurrent($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [
      opening.caseId,
      opening.bodyId,
      request.personId,
      request.receiving,
      request.post,
      request.effectiveOn,
      request.untilOn,
      opening.byClerk,
      opening.at,
      opening.termEnds,
      opening.sealed,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id };
}

export async function askForNumber(
  tx: Tx,
  opening: Omit<Opening, 'byClerk'>,
  request: { readonly personId: string; readonly newHash: Uint8Array; readonly today: PlainDate },
): Promise<Opened> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null }>(
    'select * from ask_for_number($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      opening.caseId,
      opening.bodyId,
      request.personId,
      Buffer.from(request.newHash),
      opening.at,
      request.today,
      opening.termEnds,
      opening.sealed,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id };
}

/** Does the body that offered still manage the person, who serves? */
const STILL_SERVES = `exists (select 1 from person p where p.person_id = person_case.person_id and p.body_id = from_body and coalesce(p.work_status, '') <> all ($3))`;

/**
 * Cases whose term is over without an answer, secondments and concurrent posts whose last day is over, concurrent posts of somebody who left or went over, and cases that wait for the register: agreed to and their day come, or undone and not given back yet.
 */
export async function casesToEnd(
  tx: Tx,
  { today, leftStates, limit }: { readonly today: PlainDate; readonly leftStates: readonly string[]; readonly limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select case_id from person_case
      where (state in ('prepared', 'asked', 'undo_asked') and due_on < $1) or (state = 'agreed' and effective_on <= $1) or (state = 'undone' and written_version is not null)
         or (kind in ('secondment', 'concurrent') and state = 'done' and until_on < $1)
         or (kind = 'concurrent' and state = 'done' and not ${STILL_SERVES})
      order by created_at, case_id limit $2`,
    [today, limit, leftStates],
  );
  return rows.map((row) => row.case_id);
}

export const yes = async (tx: Tx, sql: string, values: readonly unknown[]): Promise<boolean> =>
  (await tx.query<{ done: boolean }>(`select ${sql} as done`, values))[0]?.done ?? false;

/** Only under a session of the system. false: the register stands otherwise by now. */
export const movePerson = (
  tx: Tx,
  caseId: string,
  how: { readonly leftStates: readonly string[]; readonly formerUntil: PlainDate },
): Promise<boolean> => yes(tx, 'move_person($1, $2, $3)', [caseId, how.leftStates, how.formerUntil]);
export const movePersonBack = (tx: Tx, caseId: string, day: PlainDate): Promise<boolean> =>
  yes(tx, 'move_person_back($1, $2)', [caseId, day]);
export const replaceNumber = (tx: Tx, caseId: string, seal: Uint8Array): Promise<boolean> =>
  yes(tx, 'replace_number($1, $2)', [caseId, Buffer.from(seal)]);
export const standsOnNothing = (tx: Tx, caseId: string): Promise<boolean> => yes(tx, 'stands_on_nothing($1)', [caseId]);

/** The undone move has been given back: nothing of it stands any more. */
export async function forgetVersion(tx: Tx, caseId: string): Promise<void> {
  await tx.query('update person_case set written_version = null where case_id = $1', [caseId]);
}

/** Ends what else was open about the person of a case that was done; the cases with their two bodies. */
export async function overtakeCases(tx: Tx, caseId: string, at: Instant): Promise<{ caseId: string; bodies: string[] }[]> {
  const rows = await tx.query<{ case_id: string; from_body: string; to_body: string }>('select * from overtake_cases($1, $2)', [
    caseId,
    at,
  ]);
  return rows.map((row) => ({ caseId: row.case_id, bodies: [...new Set([row.from_body, row.to_body])] }));
}

/** Those of these cases in which the side that manages (of a merge: whose record stays) has acted. */
export async function casesWhereFromSpoke(tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ case_id: string }>(
    `select distinct a.case_id from person_case_act a join person_case c using (case_id)
      where a.case_id = any ($1::uuid[]) and a.side = case when c.kind = 'same_human' then 'to' else 'from' end`,
    [caseIds],
  );
  return new Set(rows.map((row) => row.case_id));
}
