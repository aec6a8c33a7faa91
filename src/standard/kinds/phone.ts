/** A Vietnamese telephone number, `0xxxxxxxxx`. */
import { Type } from 'typebox';
import { certain, guess } from '#base/problem.ts';
import { repairPhone } from '#base/vietnamese/numbers.ts';
import * as problems from '#standard/problems/contact.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';
import { isOtherNumber } from './name-number.ts';

const PATTERN = '^0[0-9]{9,10}$';

export const phone: Kind<SpecOf<'phone'>> = {
  ...inOneCell,
  word: { vi: 'số điện thoại', en: 'a telephone number' },
  shown: { as: 'text', set: 'figures' },
  hint: () => ({ vi: '10 chữ số; để ô ở dạng Văn bản', en: '10 digits; keep the cell in Text format' }),
  cell: () => ({ format: 'text', widthChars: 14 }),
  read: (cell, { mobile = false }, at) => {
    const reading = repairPhone(cell.text);
    if (reading.kind === 'unreadable' || isOtherNumber(cell)) {
      at.report(problems.phoneForm);
      return undefined;
    }
    if (reading.confidence < 1) {
      at.report(problems.phoneForm, {}, { suggestion: guess(reading.value, 'look-alike') });
      return undefined;
    }
    if (reading.repairs.some((repair) => repair !== 'separators')) {
      const reason = reading.repairs.includes('lost-zero')
        ? 'lost-zero'
        : reading.repairs.includes('old-prefix')
          ? 'phone-plan'
          : 'retyped-number';
      at.report(problems.phoneRewritten, {}, { suggestion: certain(reading.value, reason) });
    }
    if (mobile && !reading.mobile) at.report(problems.phoneLandline);
    return reading.value;
  },
  print: printScalar,
  schema: () => Type.String({ pattern: PATTERN }),
  test: () => `matches(v, /${PATTERN}/u)`,
  typeText: () => 'string',
  sqlType: () => null,
};
