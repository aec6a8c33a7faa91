/** That somebody is to decide whether a record is kept apart. The notice names neither the person nor the class. */
import type { Tx } from '#base/database/transaction.ts';
import { keptApartToNotice } from '#record/kept-apart/store.ts';
import type { NoticeNeeds } from './needs.ts';
import type { News } from './news.ts';
import { accountsThatMay, closeDone } from './store.ts';

/** Acts after which such a request may wait, be decided, be another body's, or be gone. */
export const ABOUT_KEPT_APART = [
  'kept-apart.asked',
  'kept-apart.granted',
  'kept-apart.refused',
  'kept-apart.withdrawn',
  'case.completed',
  'case.undone',
  'person.erased',
];

export async function keptApartNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const waiting = await keptApartToNotice(tx);
  await closeDone(tx, needs.clock.now(), 'kept-apart-asked', { keep: waiting.map(({ requestId }) => requestId) });
  const mayDecide = new Map<string, readonly string[]>();
  for (const bodyId of new Set(waiting.map((one) => one.bodyId)))
    mayDecide.set(bodyId, await accountsThatMay(tx, ['kept-apart.decide'], bodyId));
  return waiting.map(({ requestId, bodyId, askedBy }) => ({
    matter: 'kept-apart-asked' as const,
    subjectId: requestId,
    facts: {},
    accountIds: (mayDecide.get(bodyId) ?? []).filter((id) => id !== askedBy),
  }));
}
