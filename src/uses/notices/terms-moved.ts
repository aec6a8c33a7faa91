/** Terms of the law whose last day a notice of holidays moved: told once to who confirms for the body, and done when none of them runs any more. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { movedClocks } from '#record/clocks/store.ts';
import type { News } from './news.ts';
import type { NoticeNeeds } from './needs.ts';
import { accountsThatMay, closeDone } from './store.ts';

/** Acts after which other terms may be moved ones that run. */
export const ABOUT_TERMS = ['clock.moved', 'clock.handed-over', 'clock.done', 'clock.void'];

export interface MovedNews {
  readonly news: News;
  /** when the last of the body's terms was moved: who was told since then knows */
  readonly notSince: Instant;
}

export async function movedTermNews(tx: Tx, needs: Pick<NoticeNeeds, 'clock'>): Promise<readonly MovedNews[]> {
  const moved = await movedClocks(tx);
  await closeDone(tx, needs.clock.now(), 'terms-moved', { keep: moved.map(({ bodyId }) => bodyId) });
  const news: MovedNews[] = [];
  for (const { bodyId, count, movedAt } of moved)
    news.push({
      news: {
        matter: 'terms-moved',
        subjectId: bodyId,
        facts: { terms: count },
        accountIds: await accountsThatMay(tx, ['item.confirm'], bodyId),
      },
      notSince: movedAt,
    });
  return news;
}
