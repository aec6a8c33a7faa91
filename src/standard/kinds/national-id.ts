/**
 * The 12-digit citizen number: province of birth registration (3), century and sex (1), year (2), random (6); no check digit.
 * Source: ND 137/2015/ND-CP art. 13; TT 59/2021/TT-BCA. What digit 4 and digits 5-6 say is rule QT01.
 */
import { Type } from 'typebox';
import { certain, guess } from '#base/problem.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { isCode } from './coded.ts';
import * as problems from '#standard/problems/identity.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind, type Reader } from './kind.ts';
import { isOtherNumber } from './name-number.ts';

const DEMO_PREFIX = '000';

/** Is this the number of an invented person? Nobody was ever given one; refused outside the demo. */
export const isDemoNumber = (nationalId: string): boolean => nationalId.startsWith(DEMO_PREFIX);

function sayPrefix(value: string, at: Reader): void {
  const prefix = value.slice(0, 3);
  if (isDemoNumber(value)) {
    if (!at.demo) at.report(problems.idDemoPrefix);
    return;
  }
  if (!isCode('ma_tinh_cccd', prefix)) at.report(problems.idUnknownPrefix, { prefix });
}

export const nationalId: Kind<SpecOf<'nationalId'>> = {
  ...inOneCell,
  word: { vi: '12 chữ số', en: '12 digits' },
  shown: { as: 'threes', set: 'figures' },
  hint: () => ({ vi: '12 chữ số; để ô ở dạng Văn bản', en: '12 digits; keep the cell in Text format' }),
  cell: () => ({ format: 'text', widthChars: 15 }),
  read: (cell, _spec, at) => {
    if (isOtherNumber(cell)) {
      at.report(problems.idForm);
      return undefined;
    }
    const reading = repairNationalId(cell.text);
    if (reading.kind === 'old-id') {
      at.report(problems.idOld);
      return undefined;
    }
    if (reading.kind === 'unreadable') {
      at.report(reading.why === 'scientific' ? problems.idScientific : problems.idForm);
      return undefined;
    }
    if (reading.confidence < 1) {
      at.report(
        problems.idGuessed,
        {},
        { suggestion: guess(reading.value, reading.repairs.includes('letters') ? 'look-alike' : 'lost-zeros') },
      );
      return undefined;
    }
    if (reading.repairs.includes('lost-zero')) at.report(problems.idLostZero, {}, { suggestion: certain(reading.value, 'lost-zero') });
    else if (reading.repairs.length > 0) at.report(problems.idWritten, {}, { suggestion: certain(reading.value, 'retyped-number') });
    sayPrefix(reading.value, at);
    return reading.value;
  },
  print: printScalar,
  schema: () => Type.String({ pattern: '^[0-9]{12}$' }),
  test: () => 'matches(v, /^[0-9]{12}$/u)',
  typeText: () => 'string',
  sqlType: () => null,
};
