/** The periodic work of this room. Two workers at once wait for each other's place in the log. */
import type { PeriodicTask } from '#base/jobs/job.ts';
import { collectOnce } from './collect.ts';
import { COLLECT_EVERY_MS, MAIL_EVERY_MS, RETRY_MS } from './limits.ts';
import { mailNext } from './mail.ts';
import type { NoticeNeeds } from './needs.ts';
import { countOverdue } from './overdue.ts';
import { tellUnusual } from './unusual.ts';

export const noticesTask = (needs: NoticeNeeds): PeriodicTask => ({
  name: 'notices.collect',
  everyMs: COLLECT_EVERY_MS,
  retryMs: RETRY_MS,
  async round() {
    const handle = await needs.jobSession(null);
    await countOverdue(needs, handle);
    const unusual = await tellUnusual(needs, handle);
    const collected = await collectOnce(needs, handle);
    return unusual === 'more' ? 'more' : collected;
  },
});

export const noticeMailTask = (needs: NoticeNeeds): PeriodicTask => ({
  name: 'notices.mail',
  everyMs: MAIL_EVERY_MS,
  retryMs: RETRY_MS,
  async round() {
    return mailNext(needs, await needs.jobSession(null));
  },
});
