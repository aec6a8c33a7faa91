/**
 * Digests: one mail an account and day at most, in working hours. The mail is written down before it is handed over, in a transaction of its own: cut off
 * in between, nobody knows whether it went, and it is never sent a second time.
 */
import { recordAct } from '#authority/audit/record.ts';
import { hourInVietnam } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { digestOf } from './digest.ts';
import { rulesOn } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import type { MailMessage } from './mailer.ts';
import { nextDigest, openMail, settleMail, unmailed } from './store.ts';

/** What an address is sealed for. */
export const ADDRESS_PURPOSE = 'notice-address';

interface Written {
  readonly accountId: string;
  readonly letter: MailMessage;
}

async function writeNext(needs: NoticeNeeds, handle: SessionHandle, today: PlainDate): Promise<Written | null> {
  const { refusalsMax } = rulesOn(today);
  return needs.db.transaction(handle, async (tx) => {
    const due = await nextDigest(tx, today, refusalsMax);
    if (!due) return null;
    const notices = await unmailed(tx, due.accountId);
    const counts = Object.fromEntries([...Map.groupBy(notices, (one) => one.matter)].map(([matter, some]) => [matter, some.length]));
    await openMail(
      tx,
      due.accountId,
      today,
      notices.map((one) => one.id),
      counts,
      needs.clock.now(),
    );
    await recordAct(tx, needs, {
      act: 'notice.mailed',
      purpose: 'OPERATE',
      bodyId: null,
      objectId: due.accountId,
      payload: { day: today, ...counts },
    });
    const to = Buffer.from(needs.keys.open(due.salt, ADDRESS_PURPOSE, due.sealed)).toString();
    return { accountId: due.accountId, letter: { to, ...digestOf(notices, { ...needs, on: today }) } };
  });
}

/** Do mails go out at this hour of that day in Việt Nam? */
export function isMailTime(day: PlainDate, hour: number): boolean {
  const { mailFromHour, mailToHour } = rulesOn(day);
  return isWorkingDay(day) && hour >= mailFromHour && hour < mailToHour;
}

/**
 * The next mail that is due, if there is one.
 *
 * @param handle  a system session for the whole installation
 */
export async function mailNext(needs: NoticeNeeds, handle: SessionHandle): Promise<'more' | 'done'> {
  const today = needs.clock.today();
  // Who tries the demo at night waits for nobody.
  if (needs.mailer === null || !(needs.demo || isMailTime(today, hourInVietnam(needs.clock.now())))) return 'done';
  const written = await writeNext(needs, handle, today);
  if (!written) return 'done';
  const sent = await needs.mailer(written.letter);
  await needs.db.transaction(handle, (tx) => settleMail(tx, written.accountId, today, sent, needs.clock.now()));
  return 'more';
}
