/** An e-mail address, lower case. */
import { Type } from 'typebox';
import * as problems from '#standard/problems/contact.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';

// Deliberately plain: one @, a dot in the domain, nothing exotic; an address that is wrong within these bounds is told by the first mail.
const PATTERN = "^(?=.{3,254}$)[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,24}$";
const ADDRESS = new RegExp(PATTERN, 'u');

export const email: Kind<SpecOf<'email'>> = {
  ...inOneCell,
  word: { vi: 'địa chỉ thư điện tử', en: 'an e-mail address' },
  shown: { as: 'text', set: 'word' },
  hint: () => ({ vi: 'ten@coquan.gov.vn', en: 'name@body.gov.vn' }),
  cell: () => ({ format: 'text', widthChars: 28 }),
  read: ({ text }, { preferredDomain }, at) => {
    if (!ADDRESS.test(text)) {
      at.report(problems.emailForm);
      return undefined;
    }
    const value = text.toLowerCase();
    if (preferredDomain !== undefined && !value.endsWith(`.${preferredDomain}`) && !value.endsWith(`@${preferredDomain}`)) {
      at.report(problems.emailDomain, { domain: preferredDomain });
    }
    return value;
  },
  print: printScalar,
  schema: () => Type.String({ pattern: PATTERN }),
  test: () => `matches(v, /${PATTERN}/u)`,
  typeText: () => 'string',
  sqlType: () => null,
};
