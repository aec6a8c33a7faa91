/**
 * A body: its code, or its official name of the day, which is read as its code. Where `textAllowed` what no body is called stays as it was written.
 * Codes and names are asked of the context; bodies of one name are asked with their candidates.
 */
import { Type } from 'typebox';
import { certain } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { codeRewritten } from '#standard/problems/codes.ts';
import { bodyAmbiguous, bodyForm, bodyNameOfAnotherDay, bodyNotLookedUp } from '#standard/problems/places.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import type { BodyChoice } from '#standard/shapes.ts';
import { textPattern } from '#standard/value-tests.ts';
import { inOneCell, printScalar, type Kind, type Reader } from './kind.ts';
import { readBounded } from './text.ts';

/** Both written forms are met: `H26.12` and `000.00.12.H26` (QD 20/2020/QD-TTg; QCVN 102:2016/BTTTT). */
const PATTERN = '^[A-Z0-9][A-Z0-9._-]{1,29}$';
const CODE = new RegExp(PATTERN, 'u');
const MAX_CHARS = 200;

/** "CODE – Name (body above)", as it is offered and as a cell may say it. */
const bodyText = ({ code, name, above }: BodyChoice): string => `${code} – ${name}${above === null ? '' : ` (${above})`}`;

interface Coded {
  readonly code: string;
  /** what stands beside it: drop-downs show "code – name" */
  readonly beside: string;
}

/** The code that a text is, or begins with; null when it is no code on that day. Where none can be looked up, its form decides. */
function codeIn(text: string, textAllowed: boolean, at: Reader): Coded | null {
  const [before = '', ...rest] = text.split(/\s[–—-]\s/u);
  const code = before.trim().toUpperCase();
  if (!CODE.test(code)) return null;
  const isKnown = at.bodyKnown?.(code, at.on);
  // Where a code is asked for, the register tells which body it means and whether the sender may say so (`record/register/employment.ts`).
  const taken = isKnown === true || (/[0-9]/.test(code) && (!textAllowed || isKnown === undefined));
  return taken ? { code, beside: rest.join(' – ').trim() } : null;
}

/** Several bodies are meant: a person says which. What is history may stand as it was written. */
function ask(text: string, candidates: readonly string[], textAllowed: boolean, at: Reader): string | undefined {
  at.report(
    bodyAmbiguous,
    { value: text, candidates: candidates.join('; ') },
    { candidates, ...(textAllowed ? { severity: 'warning' as const } : {}) },
  );
  return textAllowed ? readBounded(text, MAX_CHARS, at) : undefined;
}

function readBody(text: string, { textAllowed, employer }: SpecOf<'organisation'>, at: Reader): string | undefined {
  const coded = codeIn(text, textAllowed, at);
  if (coded) {
    const named = coded.beside === '' ? undefined : at.bodyNamed?.(coded.beside, at.on);
    const meant = named?.kind === 'several' ? named.candidates : named?.kind === 'found' ? [named] : [];
    // Where code and name are two bodies, neither is taken.
    if (meant.length === 0 || meant.some(({ codes }) => codes.includes(coded.code))) return coded.code;
    return ask(text, [coded.code, ...meant.map(bodyText)], textAllowed, at);
  }
  const meaning = at.bodyNamed?.(text, at.on);
  switch (meaning?.kind) {
    case 'found': {
      // The official name says the same as the code, as in every list; other spellings of it are told.
      if (meaning.by === 'name') return meaning.code;
      const corrected = `${meaning.code} – ${meaning.name}`;
      at.report(codeRewritten, { value: text, corrected }, { suggestion: certain(corrected, 'same-body') });
      return meaning.code;
    }
    case 'several':
      return ask(text, meaning.candidates.map(bodyText), textAllowed, at);
    case 'other-day':
      if (textAllowed) return readBounded(text, MAX_CHARS, at);
      // One that has ended is told with its successors where the employment is asked for.
      if (employer && !meaning.goesOn) return meaning.code;
      at.report(
        bodyNameOfAnotherDay,
        { value: text, on: showDate(at.on), now: bodyText(meaning) },
        meaning.goesOn ? { suggestion: certain(`${meaning.code} – ${meaning.name}`, 'same-body') } : {},
      );
      return undefined;
    case 'unknown':
    case undefined:
      if (textAllowed) return readBounded(text, MAX_CHARS, at);
      if (meaning === undefined && /\p{L}.*\s.*\p{L}/u.test(text)) at.report(bodyNotLookedUp, { value: text });
      else at.report(bodyForm, { value: text, on: showDate(at.on) });
      return undefined;
  }
}
export const organisation: Kind<SpecOf<'organisation'>> = {
  ...inOneCell,
  word: { vi: 'mã cơ quan', en: 'the code of an agency' },
  shown: { as: 'text', set: 'word' },
  hint: ({ textAllowed }) =>
    textAllowed
      ? { vi: 'Mã hoặc tên cơ quan', en: 'Code or name of the agency' }
      : { vi: 'Mã định danh (ví dụ H26.12) hoặc tên chính thức của cơ quan', en: 'Code (e.g. H26.12) or official name of the agency' },
  cell: () => ({ format: 'text', widthChars: 24 }),
  read: ({ text }, spec, at) => readBody(text, spec, at),
  print: printScalar,
  schema: ({ textAllowed }) => Type.String({ pattern: textAllowed ? textPattern(MAX_CHARS) : PATTERN }),
  test: ({ textAllowed }) => (textAllowed ? `isText(v, ${MAX_CHARS})` : `matches(v, /${PATTERN}/u)`),
  typeText: () => 'string',
  sqlType: () => 'text',
};
