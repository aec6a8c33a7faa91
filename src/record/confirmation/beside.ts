/** What else is proposed of the same group of the same person, by another submission: shown beside, and told of when one of the two is decided. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { GroupCode } from '#standard/shapes.ts';

/** Proposals that are shown beside one, at most: the oldest first, for they are decided first. */
const BESIDE_MAX = 5;
const WAITING = ['waiting-match', 'awaiting-confirmation', 'held'];

/** Another proposal that waits. */
export interface Beside {
  readonly submissionId: string;
  readonly uploadNumber: string;
  /** of the submission: `person`, `workbook`, `exchange` … */
  readonly source: string;
  readonly sentAt: Instant;
  readonly itemId: string;
  readonly group: GroupCode;
  readonly state: string;
}

/** Of other submissions what waits of these groups of a person, as far as the session sees it. */
export const besideOf = (tx: Tx, submissionId: string, personId: string, groups: readonly GroupCode[]): Promise<Beside[]> =>
  tx.query<Beside>(
    `select i.submission_id as "submissionId", s.upload_number as "uploadNumber", s.source, i.created_at as "sentAt", i.item_id as "itemId",
            i.group_code as "group", i.state
       from item i join submission s using (submission_id)
      where i.person_id = $2 and i.submission_id <> $1 and i.group_code = any ($3) and i.state = any ($4)
      order by i.created_at, i.item_id limit $5`,
    [submissionId, personId, groups, WAITING, BESIDE_MAX],
  );

/** A submission of which something waits beside what another one brought into the register. */
export interface BesideDecided {
  readonly submissionId: string;
  /** of the one that was confirmed */
  readonly confirmedNumber: string;
}

/** Of these submissions, what they brought into the register, and who waits beside it. Needs a system session over all bodies. */
export const besideDecided = (tx: Tx, submissionIds: readonly string[]): Promise<BesideDecided[]> =>
  tx.query<BesideDecided>(
    `select distinct on (o.submission_id) o.submission_id as "submissionId", s.upload_number as "confirmedNumber"
       from item i join submission s using (submission_id)
       join item o on o.person_id = i.person_id and o.group_code = i.group_code and o.submission_id <> i.submission_id
        and (o.line is null or i.line is null or o.line = i.line)
      where i.submission_id = any ($1::uuid[]) and i.state = 'registered' and o.state = any ($2) and o.created_at < i.decided_at
      order by o.submission_id, i.decided_at desc`,
    [submissionIds, WAITING],
  );
