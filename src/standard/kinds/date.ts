/** A day, `YYYY-MM-DD`. */
import { Type } from 'typebox';
import { showDate } from '#base/vietnamese/dates.ts';
import * as problems from '#standard/problems/dates.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, type Kind } from './kind.ts';
import { isLikely, readTypedDate } from './typed-date.ts';

export const date: Kind<SpecOf<'date'>> = {
  ...inOneCell,
  word: { vi: 'ngày dạng năm-tháng-ngày', en: 'a day as YYYY-MM-DD' },
  shown: { as: 'day', set: 'figures' },
  hint: () => ({ vi: 'ngày/tháng/năm', en: 'day/month/year' }),
  cell: () => ({ format: 'text', widthChars: 12 }),
  read: (cell, { notAfterToday }, at) => {
    const value = readTypedDate(cell, { partial: false, mayLast: !notAfterToday }, at);
    // "nay" for the end of a term says that there is none.
    if (value === undefined || value === '') return undefined;
    if (value.length < 10) {
      at.report(problems.dateNotWhole);
      return undefined;
    }
    return isLikely(value, notAfterToday, at) ? value : undefined;
  },
  print: (value) => (typeof value === 'string' ? showDate(value) : ''),
  schema: () => Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', format: 'plain-date' }),
  test: () => 'isDay(v)',
  typeText: () => 'PlainDate',
  sqlType: () => 'date',
};
