/** How far the people of submissions are: a person stands where the least advanced of their items stands. */
import type { Tx } from '#base/database/transaction.ts';

/** From the least advanced on. `answered`: returned, and they stand in the latest file, which was not sent, or not of them. */
export const PERSON_STATES = ['answered', 'returned', 'waiting-match', 'held', 'awaiting-confirmation', 'registered', 'withdrawn'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** People by where they stand; `latest`: those of them whom the latest round sent. */
export interface PeopleOfSubmission {
  readonly by: Readonly<Partial<Record<PersonState, number>>>;
  readonly latest: number;
}

const NOBODY: PeopleOfSubmission = { by: {}, latest: 0 };

interface Row {
  submission_id: string;
  state: PersonState;
  people: number;
  latest: number;
}

/** Of each submission; one without items is answered with nobody. */
export async function peopleStates(tx: Tx, submissionIds: readonly string[]): Promise<(submissionId: string) => PeopleOfSubmission> {
  const rows =
    submissionIds.length === 0
      ? []
      : await tx.query<Row>(
          `with latest as (select submission_id, max(round) as round from submission_file where submission_id = any ($1::uuid[]) group by 1),
           one as (
             select i.submission_id, i.person_id, bool_or(i.round = s.round) as latest,
                    min(case i.state when 'returned' then 1 when 'waiting-match' then 2 when 'held' then 3 when 'awaiting-confirmation' then 4
                                     when 'confirmed' then 4 when 'registered' then 5 else 6 end) as rank
               from item i join latest s using (submission_id)
              where i.submission_id = any ($1::uuid[]) and i.state <> 'superseded' group by 1, 2),
           told as (
             select one.submission_id, one.latest, case when rank = 1 and exists (
                 select 1 from submission_line l join latest s on s.submission_id = l.submission_id and s.round = l.round
                   join submission_file f on f.submission_id = l.submission_id and f.round = l.round
                    and (f.stage = 'checked' or f.stage = 'submitted' and l.verdict <> 'accepted')
                  where l.submission_id = one.submission_id and l.person_id = one.person_id) then 0 else rank end as rank from one)
           select submission_id, ($2::text[])[rank + 1] as state, count(*)::int as people, (count(*) filter (where latest))::int as latest
             from told group by submission_id, rank`,
          [submissionIds, PERSON_STATES],
        );
  const found = new Map<string, { by: Partial<Record<PersonState, number>>; latest: number }>();
  for (const row of rows) {
    const one = found.get(row.submission_id) ?? { by: {}, latest: 0 };
    one.by[row.state] = row.people;
    one.latest += row.latest;
    found.set(row.submission_id, one);
  }
  return (submissionId) => found.get(submissionId) ?? NOBODY;
}
