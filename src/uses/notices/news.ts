/** News for several accounts, and how it becomes their notices. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Facts, Matter } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import { openNotices } from './store.ts';

/** One thing that several accounts are told. */
export interface News {
  readonly matter: Matter;
  readonly subjectId: string;
  readonly facts: Facts;
  readonly accountIds: readonly string[];
}

/** Opens the notices of some news, with their row in the log. @returns how many are new */
export async function makeNotices(
  tx: Tx,
  needs: Pick<NoticeNeeds, 'clock' | 'chance' | 'keys'>,
  news: readonly News[],
  how: Parameters<typeof openNotices>[3],
): Promise<number> {
  const at = needs.clock.now();
  const opening = news.flatMap(({ accountIds, ...one }) =>
    accountIds.map((accountId) => ({ accountId, noticeId: needs.chance.uuid7(Date.parse(at)), ...one })),
  );
  const made = await openNotices(tx, at, opening, how);
  if (made.length > 0)
    await recordAct(tx, needs, {
      act: 'notice.made',
      purpose: 'OPERATE',
      bodyId: null,
      objectId: null,
      payload: { notices: made },
    });
  return made.length;
}
