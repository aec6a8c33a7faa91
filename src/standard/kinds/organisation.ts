/** A body: its code, or where `textAllowed` its name as it was then. Whether the code is known is asked of the context. */
import { Type } from 'typebox';
import * as problems from '#standard/problems.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { textPattern } from '#standard/value-tests.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';
import { readBounded } from './text.ts';

/** Both written forms are met: `H26.12` and `000.00.12.H26` (QD 20/2020/QD-TTg; QCVN 102:2016/BTTTT). */
const PATTERN = '^[A-Z0-9][A-Z0-9._-]{1,29}$';
const CODE = new RegExp(PATTERN, 'u');
const MAX_CHARS = 200;

export const organisation: Kind<SpecOf<'organisation'>> = {
  ...inOneCell,
  hint: ({ textAllowed }) =>
    textAllowed
      ? { vi: 'Mã hoặc tên cơ quan', en: 'Code or name of the body' }
      : { vi: 'Mã định danh cơ quan, ví dụ H26.12', en: 'Code of the body, e.g. H26.12' },
  cell: () => ({ format: 'text', widthChars: 24 }),
  read: ({ text }, { textAllowed }, at) => {
    // Drop-downs show "code – name".
    const code = (text.split(/\s[–—-]\s/u)[0] ?? '').trim().toUpperCase();
    const looksLikeCode = CODE.test(code) && /[0-9]/.test(code);
    // Where a code is asked for, the register tells which body it means and whether the sender may say so (`record/register/employment.ts`).
    if (looksLikeCode && (!textAllowed || (at.bodyKnown?.(code, at.on) ?? true))) return code;
    if (textAllowed) return readBounded(text, MAX_CHARS, at);
    at.say(problems.bodyForm, { value: text });
    return undefined;
  },
  print: printScalar,
  schema: ({ textAllowed }) => Type.String({ pattern: textAllowed ? textPattern(MAX_CHARS) : PATTERN }),
  test: ({ textAllowed }) => (textAllowed ? `isText(v, ${MAX_CHARS})` : `matches(v, /${PATTERN}/u)`),
  typeText: () => 'string',
  sqlType: () => 'text',
};
