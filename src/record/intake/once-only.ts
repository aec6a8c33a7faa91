/**
 * Once only: a file of which every person was sent by the same agency a short while ago, and that says nothing which the register does not hold, was gathered
 * for nothing. It goes with a reason alone, which is kept with it, logged and counted (Decree 27/2026, art. 20.3, as it was retold; decision 0113).
 */
import { dayInVietnam } from '#base/clock.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { isReason } from '#base/reason.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { saidAgain } from './problems/once-only.ts';
import type { StoredFile } from './store.ts';
import data from './once-only.json' with { type: 'json' };

const DAY_MS = 86_400_000;

interface Rule {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly againDays: number;
}

/** Days within which the same is not sent again without a reason; null before the decree. */
export const againDaysOn = (day: PlainDate): number | null =>
  (data.rules as readonly Rule[]).find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.againDays ??
  null;

/** The latest file since an instant in which this body sent people of `file`; null where one of them was sent in none. */
async function sentBefore(
  tx: Tx,
  { submissionId, round, bodyId }: StoredFile,
  since: Instant,
): Promise<{ readonly number: string; readonly at: Instant } | null> {
  const [row] = await tx.query<{ number: string | null; at: Instant | null; fresh: number }>(
    `with named as (select distinct person_id from submission_line where submission_id = $1 and round = $2 and verdict = 'accepted'),
          before as (select l.person_id, max(f.submitted_at) as at, (array_agg(s.upload_number order by f.submitted_at desc))[1] as number
                       from submission_file f join submission s using (submission_id) join submission_line l on l.submission_id = f.submission_id and l.round = f.round
                      where f.body_id = $3 and f.submission_id <> $1 and f.stage = 'submitted' and f.submitted_at >= $4 and l.verdict = 'accepted'
                      group by l.person_id)
     select max(b.at) as at, (array_agg(b.number order by b.at desc nulls last))[1] as number, count(*) filter (where b.person_id is null)::int as fresh
       from named n left join before b using (person_id)`,
    [submissionId, round, bodyId, since],
  );
  return row && row.fresh === 0 && row.number !== null && row.at !== null ? { number: row.number, at: row.at } : null;
}

/** Does nothing in the file say what the register does not hold? */
const saysNothingNew = ({ report: { comparison } }: StoredFile): boolean =>
  comparison !== undefined && comparison.new === 0 && comparison.changed === 0 && comparison.unchanged > 0;

/**
 * @param again  why it is sent again; absent: not said
 * @returns      the reason that is to be kept; null where nothing is said again. Fails with E-SUBMIT-SAID-AGAIN
 */
export async function onceOnly(tx: Tx, file: StoredFile, again: string | undefined, at: Instant): Promise<Result<string | null>> {
  const days = againDaysOn(dayInVietnam(at));
  if (days === null || !saysNothingNew(file)) return ok(null);
  const before = await sentBefore(tx, file, new Date(Date.parse(at) - days * DAY_MS).toISOString());
  if (before === null) return ok(null);
  const reason = again === undefined ? (file.againReason ?? '') : cleanText(again).text;
  return isReason(reason)
    ? ok(reason)
    : refused(saidAgain({ number: before.number, day: showDate(dayInVietnam(before.at)), days: String(days) }));
}
