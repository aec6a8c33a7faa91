/** People who must be matched are queued in the transaction of the act that needs it. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

/** One task a person and submission; a person who waits already stays as they are. */
export async function enqueueMatches(tx: Tx, about: { readonly submissionId: string; readonly bodyId: string; readonly at: Instant }, people: readonly { readonly personId: string }[]): Promise<void> {
  await tx.query(
    `insert into match_task (person_id, submission_id, body_id, state, next_at, created_at)
     select p, $2, $3, 'waiting', $4, $4 from unnest($1::uuid[]) as q (p)
     on conflict (person_id, submission_id) do update set state = 'waiting', attempts = 0, next_at = excluded.next_at`,
    [people.map((person) => person.personId), about.submissionId, about.bodyId, about.at]);
}
