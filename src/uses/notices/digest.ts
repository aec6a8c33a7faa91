/** What a mail says: counts and addresses of pages, in both languages; nothing of people. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { rulesOn, textOf } from './matters.ts';
import type { MailMessage } from './mailer.ts';
import type { Notice } from './store.ts';

interface DigestNeeds {
  readonly on: PlainDate;
  /** of the portal, without a slash at its end */
  readonly publicUrl: string;
  readonly demo: boolean;
}

const WORDS = {
  subject: { vi: 'Công Vụ: {n} việc mới', en: '{n} new matters' },
  demo: {
    vi: 'Đây là bản trình diễn: người và việc đều là giả định.',
    en: 'This is a demo: people and matters are invented.',
  },
  more: { vi: 'và {n} việc khác', en: 'and {n} more' },
  portal: { vi: 'Xem tất cả trên Cổng', en: 'All of them in the portal' },
  stop: {
    vi: 'Mỗi ngày nhiều nhất một thư. Ngừng nhận thư: mở trang Thông báo trên Cổng.',
    en: 'One mail a day at most. To stop them, open Notices in the portal.',
  },
} satisfies Record<string, Bilingual>;

const counted = (text: string, n: number): string => text.replace('{n}', String(n));

function part(language: keyof Bilingual, notices: readonly Notice[], { on, publicUrl, demo }: DigestNeeds): string {
  const { mailLines } = rulesOn(on);
  const lines = notices.slice(0, mailLines).map(({ matter, subjectId, facts }) => {
    const { title, address } = textOf(matter, subjectId, facts, on);
    return `- ${title[language]}\n  ${publicUrl}${address}`;
  });
  const left = notices.length - lines.length;
  return [
    ...(demo ? [WORDS.demo[language], ''] : []),
    ...lines,
    ...(left > 0 ? [`- ${counted(WORDS.more[language], left)}`] : []),
    '',
    `${WORDS.portal[language]}: ${publicUrl}/thong-bao`,
    WORDS.stop[language],
  ].join('\n');
}

/** The digest of what an account is to be told. @param notices  at least one */
export const digestOf = (notices: readonly Notice[], needs: DigestNeeds): Omit<MailMessage, 'to'> => ({
  subject: `${counted(WORDS.subject.vi, notices.length)} · ${counted(WORDS.subject.en, notices.length)}`,
  text: `${part('vi', notices, needs)}\n\n--\n\n${part('en', notices, needs)}\n`,
});
