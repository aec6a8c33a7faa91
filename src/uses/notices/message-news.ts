/** That somebody wrote about a declaration: to who confirms it, or to its person. The notice says nothing of what was written. */
import type { Tx } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { MESSAGE_IS_NEWS_DAYS } from '#record/declarations/limits.ts';
import { messagesToNotice } from '#record/declarations/thread-store.ts';
import type { NoticeNeeds } from './needs.ts';
import type { News } from './news.ts';
import { accountsThatMay, closeDone } from './store.ts';

/** Acts after which there is a message to be told of, or one that is nobody's any more. */
export const ABOUT_MESSAGES = ['declaration.messaged', 'declaration.withdrawn', 'person.erased'];

export async function messageNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const messages = await messagesToNotice(tx, `${addDays(needs.clock.today(), -MESSAGE_IS_NEWS_DAYS)}T00:00:00.000Z`);
  const keep = messages.map(({ messageId }) => messageId);
  for (const matter of ['declaration-asked', 'declaration-answered'] as const) await closeDone(tx, needs.clock.now(), matter, { keep });
  const mayAnswer = new Map<string, readonly string[]>();
  for (const bodyId of new Set(messages.flatMap((one) => one.bodyId ?? [])))
    mayAnswer.set(bodyId, await accountsThatMay(tx, ['item.return'], bodyId));
  return messages.map(({ messageId, number, bodyId, byPerson, ofAccount }) => ({
    matter: byPerson ? ('declaration-asked' as const) : ('declaration-answered' as const),
    subjectId: messageId,
    facts: { number: number ?? '' },
    // Who wrote it is no officer of it.
    accountIds: byPerson ? (mayAnswer.get(bodyId ?? '') ?? []).filter((id) => id !== ofAccount) : [ofAccount],
  }));
}
