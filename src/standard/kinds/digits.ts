/** A number that is a name (old identity card, insurance, account): digits only, as text, of a known length. */
import { Type } from 'typebox';
import { certain, guess } from '#base/problem.ts';
import * as problems from '#standard/problems/identity.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { isFormThen } from './dated-form.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';
import { isOtherNumber } from './name-number.ts';

const patternOf = ({ lengths }: SpecOf<'digits'>): string => `^(?:${lengths.map((length) => `[0-9]{${length}}`).join('|')})$`;

export const digits: Kind<SpecOf<'digits'>> = {
  ...inOneCell,
  word: { vi: 'dãy chữ số đúng độ dài', en: 'digits of the right length' },
  shown: { as: 'text', set: 'figures' },
  hint: ({ lengths }) => ({ vi: `${lengths.join(' hoặc ')} chữ số`, en: `${lengths.join(' or ')} digits` }),
  cell: () => ({ format: 'text', widthChars: 16 }),
  read: (cell, { lengths, form }, at) => {
    const { text, kind } = cell;
    if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) {
      at.report(problems.idScientific);
      return undefined;
    }
    // A text 791234567.0 came out of a number cell: its end is no digit of the number.
    const value = text.replace(/^(\d+)[.,]0{1,2}$/, '$1').replace(/^['’]|(?!^)[\s.-]/g, '');
    if (!isOtherNumber(cell) && /^\d+$/.test(value)) {
      if (lengths.includes(value.length)) return form === undefined || isFormThen(form, value, at) ? value : undefined;
      if (lengths.includes(value.length + 1)) {
        // A number cell has lost its zero; of a text one digit may be missing anywhere.
        const suggested = `0${value}`;
        const suggestion = kind === 'number' ? certain(suggested, 'lost-zero') : guess(suggested, 'lost-zeros');
        at.report(problems.digitsLostZero, { suggested }, { suggestion });
        return undefined;
      }
    }
    at.report(problems.digitsForm, { lengths: lengths.join(', ') });
    return undefined;
  },
  print: printScalar,
  schema: (spec) => Type.String({ pattern: patternOf(spec) }),
  test: (spec) => `matches(v, /${patternOf(spec)}/u)`,
  typeText: () => 'string',
  sqlType: () => null,
};
