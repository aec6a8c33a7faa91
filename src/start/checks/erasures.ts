/** Does this database hold somebody who was erased, and is everything that was decided carried out? */
import { withConnection } from '#base/database/connect.ts';
import type { Result } from '#base/problem.ts';
import { ok } from '#base/problem.ts';
import type { ErasedAgain } from '#record/erasure/again.ts';
import { erasureNotAgain, erasureNotDone } from '#start/problems.ts';
import type { CheckResult } from './shapes.ts';
import { erasuresFound } from './words.ts';

/** A decision is carried out at once; one that waits longer met something that is not over. */
const GRANTED_MINUTES_MAX = 30;

/** Pure: what the figures mean. */
export function judgeErasures(
  { listed, again, broken }: ErasedAgain,
  granted: { readonly all: number; readonly late: number },
): CheckResult {
  const problems = [
    ...(again > 0 || broken.length > 0 ? [erasureNotAgain({ count: String(again + broken.length) })] : []),
    ...(granted.late > 0 ? [erasureNotDone({ count: String(granted.late) })] : []),
  ];
  return {
    name: 'erasures',
    state: again > 0 || broken.length > 0 ? 'failed' : problems.length > 0 ? 'warning' : 'ok',
    found: erasuresFound(listed, granted.all),
    problems,
  };
}

/** @param counted  of the list beside the tables, against this database */
export async function checkErasures(ownerUrl: string, counted: ErasedAgain): Promise<Result<CheckResult>> {
  const granted = await withConnection('DATABASE_OWNER_URL', ownerUrl, async (client) => {
    const { rows } = await client.query<{ all: number; late: number }>(
      `select count(*)::int as all, (count(*) filter (where decided_at < now() - make_interval(mins => $1)))::int as late from erasure where state = 'granted'`,
      [GRANTED_MINUTES_MAX],
    );
    return rows[0]!;
  });
  return granted.ok ? ok(judgeErasures(counted, granted.value)) : granted;
}
