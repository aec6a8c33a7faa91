/** What requests about data tell: who answers them, and, once they are answered, who asked. */
import type { Tx } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import { ANSWERED_IS_NEWS_DAYS } from '#record/data-requests/limits.ts';
import { requestsToNotice } from '#record/data-requests/store.ts';
import type { NoticeNeeds } from './needs.ts';
import type { News } from './news.ts';
import { accountsThatMay, closeDone } from './store.ts';

/** Acts after which a request about data may stand otherwise, be of another body, or be gone. */
export const ABOUT_REQUESTS = ['data-request.made', 'data-request.answered', 'case.completed', 'case.undone', 'person.erased'];

export async function requestNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const requests = await requestsToNotice(tx, `${addDays(needs.clock.today(), -ANSWERED_IS_NEWS_DAYS)}T00:00:00.000Z`);
  const waiting = requests.filter(({ settled }) => !settled);
  await closeDone(tx, needs.clock.now(), 'data-request-made', { keep: waiting.map(({ requestId }) => requestId) });
  const mayAnswer = new Map<string, readonly string[]>();
  for (const bodyId of new Set(waiting.map((one) => one.bodyId)))
    mayAnswer.set(bodyId, await accountsThatMay(tx, ['mismatch.work'], bodyId));
  return requests.map(({ requestId, bodyId, byAccount, settled, lastDay }) => ({
    matter: settled ? ('data-request-answered' as const) : ('data-request-made' as const),
    subjectId: requestId,
    facts: settled ? {} : { due: lastDay === null ? '' : dayText(lastDay) },
    // Who asked is no officer of it.
    accountIds: settled ? [byAccount] : (mayAnswer.get(bodyId) ?? []).filter((id) => id !== byAccount),
  }));
}
