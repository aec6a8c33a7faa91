/** Times as every paper and page of ours writes them. */
import type { Instant, PlainDate } from '#base/clock.ts';

const IN_VIETNAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant in the time of Việt Nam: `14:05 31/10/2026`. */
export function instantText(instant: Instant): string {
  const parts = IN_VIETNAM.formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)!.value;
  return `${of('hour')}:${of('minute')} ${of('day')}/${of('month')}/${of('year')}`;
}

/** `2026-10-31` → `31/10/2026`; a partial day as far as it is known. */
export const dayText = (day: PlainDate): string => day.split('-').reverse().join('/');
