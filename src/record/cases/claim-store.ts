/** SQL of claims on one number by several bodies. What looks past the wall is done by functions of the database that ask again who asks. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

/** A claim of this body, and the claim of another on the same number. */
export interface MetClaim {
  readonly personId: string;
  readonly otherPersonId: string;
  readonly otherBody: string;
}

export async function metClaims(tx: Tx, submissionId: string): Promise<MetClaim[]> {
  const rows = await tx.query<{ person_id: string; other_person_id: string; other_body: string }>(
    'select person_id, other_person_id, other_body from met_claims($1)',
    [submissionId],
  );
  return rows.map((row) => ({ personId: row.person_id, otherPersonId: row.other_person_id, otherBody: row.other_body }));
}

/** The other side is the one that sent first. Returns which were opened now; one that stands already is not. */
export async function writeDualClaims(
  tx: Tx,
  cases: readonly (MetClaim & { readonly caseId: string })[],
  at: Instant,
  termEnds: PlainDate,
): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    'select c as case_id from open_dual_claims($1::uuid[], $2::uuid[], $3::uuid[], $4, $5) as c',
    [cases.map((one) => one.caseId), cases.map((one) => one.otherPersonId), cases.map((one) => one.personId), at, termEnds],
  );
  return rows.map((row) => row.case_id);
}

/** Returns the cases that ended with it. */
export async function releaseNumbers(tx: Tx, submissionId: string, at: Instant): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select c as case_id from release_national_ids($1, array(select distinct i.person_id from item i where i.submission_id = $1
       and not exists (select 1 from person p where p.person_id = i.person_id)), $2) as c`,
    [submissionId, at],
  );
  return rows.map((row) => row.case_id);
}

/** The same of these people to be alone. */
export async function releaseNumbersOf(tx: Tx, submissionId: string, personIds: readonly string[], at: Instant): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>('select c as case_id from release_national_ids($1, $2::uuid[], $3) as c', [
    submissionId,
    personIds,
    at,
  ]);
  return rows.map((row) => row.case_id);
}

/** Returns the cases that ended with it, each with the one of these people whom it was about. */
export const settleClaims = (
  tx: Tx,
  personIds: readonly string[],
  at: Instant,
): Promise<{ readonly caseId: string; readonly personId: string }[]> =>
  tx.query(
    `select c.case_id as "caseId", case when c.person_id = any ($1::uuid[]) then c.person_id else c.other_person_id end as "personId"
       from settle_dual_claims($1::uuid[], $2) as ended (case_id) join person_case c using (case_id)`,
    [personIds, at],
  );
