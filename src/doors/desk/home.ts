/** "Việc cần làm": counted tasks of the person signed in, oldest first; nothing else. */
import { countWaiting } from '#record/cases/store.ts';
import { itemCounts } from '#record/confirmation/store.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface Task {
  readonly kind: 'uploads-to-fix' | 'submissions-to-submit' | 'returned' | 'items-to-confirm' | 'cases-to-answer' | 'waiting-population';
  readonly count: number;
  readonly oldestAt: string | null;
  readonly href: string;
}

interface FileTask {
  kind: 'uploads-to-fix' | 'submissions-to-submit';
  count: number;
  oldest_at: string | null;
  /** the submission, when it is the only one */
  only_id: string | null;
}

const of = (kind: Task['kind'], href: string, found: { count: number; oldestAt: string | null } | undefined): Task[] =>
  found && found.count > 0 ? [{ kind, count: found.count, oldestAt: found.oldestAt, href }] : [];

/** Bodies by what the person may do there; null = whatever the session sees. */
export interface MyBodies {
  readonly sends: readonly string[] | null;
  readonly confirms: readonly string[] | null;
  readonly follows: readonly string[] | null;
  /** answers cases: transfers, double claims, changed numbers */
  readonly answers: readonly string[] | null;
}

export async function homeTasks(tx: Tx, mine: MyBodies): Promise<Task[]> {
  const files = await tx.query<FileTask>(
    `select case when f.rejected > 0 then 'uploads-to-fix' else 'submissions-to-submit' end as kind, count(*)::int as count, min(f.at) as oldest_at,
            case when count(*) = 1 then min(f.submission_id::text) end as only_id
       from submission_file f join submission s using (submission_id)
      where f.round = s.round and f.stage = 'checked' and ($1::uuid[] is null or f.body_id = any ($1)) group by 1`,
    [mine.sends],
  );
  const items = await itemCounts(tx, { returned: mine.sends, 'awaiting-confirmation': mine.confirms, 'waiting-match': mine.follows });
  const cases = await countWaiting(tx, mine.answers);
  // One file is opened by one click; several stand in the list.
  const file = (kind: FileTask['kind']): Task[] => {
    const row = files.find((one) => one.kind === kind);
    return of(kind, row?.only_id ? `/ho-so-gui/${row.only_id}` : '/ho-so-gui', row && { count: row.count, oldestAt: row.oldest_at });
  };
  return [
    ...file('uploads-to-fix'),
    ...file('submissions-to-submit'),
    ...of('returned', '/ho-so-gui', items.get('returned')),
    ...of('items-to-confirm', '/xac-nhan', items.get('awaiting-confirmation')),
    ...of('cases-to-answer', '/viec', cases),
    ...of('waiting-population', '/ho-so-gui', items.get('waiting-match')),
  ];
}
