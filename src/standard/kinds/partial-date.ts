/** A date of which only the year, or year and month, may be known: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. Never filled up. */
import { Type } from 'typebox';
import { showDate } from '#base/vietnamese/dates.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, type Kind } from './kind.ts';
import { isLikely, readTypedDate } from './typed-date.ts';

export const partialDate: Kind<SpecOf<'partialDate'>> = {
  ...inOneCell,
  word: { vi: 'năm, năm-tháng hoặc năm-tháng-ngày', en: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  shown: { as: 'day', set: 'figures' },
  hint: () => ({ vi: 'ngày/tháng/năm, tháng/năm hoặc năm', en: 'day/month/year, month/year or year' }),
  cell: () => ({ format: 'text', widthChars: 12 }),
  read: (cell, { notAfterToday }, at) => {
    const value = readTypedDate(cell, { partial: true, mayLast: !notAfterToday }, at);
    // "nay" says that there is no end: the same as not stated.
    if (value === undefined || value === '') return undefined;
    return isLikely(value, notAfterToday, at) ? value : undefined;
  },
  print: (value) => (typeof value === 'string' ? showDate(value) : ''),
  schema: () => Type.String({ pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$', format: 'partial-date' }),
  test: () => 'isPartialDay(v)',
  typeText: () => 'PartialDate',
  sqlType: () => 'text',
};
