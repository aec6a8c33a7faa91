/** A number that is a name (old identity card, insurance, account): digits only, as text, of a known length. */
import { Type } from 'typebox';
import { guess } from '#base/problem.ts';
import * as problems from '#standard/problems.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';

const patternOf = ({ lengths }: SpecOf<'digits'>): string => `^(?:${lengths.map((length) => `[0-9]{${length}}`).join('|')})$`;

export const digits: Kind<SpecOf<'digits'>> = {
  ...inOneCell,
  hint: ({ lengths }) => ({ vi: `${lengths.join(' hoặc ')} chữ số`, en: `${lengths.join(' or ')} digits` }),
  cell: () => ({ format: 'text', widthChars: 16 }),
  read: ({ text }, { lengths }, at) => {
    if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) {
      at.say(problems.idScientific);
      return undefined;
    }
    const value = text.replace(/^['’]|[\s.-]/g, '');
    if (/^\d+$/.test(value)) {
      if (lengths.includes(value.length)) return value;
      if (lengths.includes(value.length + 1)) {
        at.say(problems.digitsLostZero, { suggested: `0${value}` }, { suggestion: guess(`0${value}`, 'lost-zeros') });
        return undefined;
      }
    }
    at.say(problems.digitsForm, { lengths: lengths.join(', ') });
    return undefined;
  },
  print: printScalar,
  schema: (spec) => Type.String({ pattern: patternOf(spec) }),
  test: (spec) => `matches(v, /${patternOf(spec)}/u)`,
  typeText: () => 'string',
  sqlType: () => null,
};
