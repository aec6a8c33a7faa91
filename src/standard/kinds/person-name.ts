/** The name of a person as on the birth certificate: the spelling is kept, only letter case is made even for showing. */
import { Type } from 'typebox';
import { certain, guess } from '#base/problem.ts';
import { charactersNotOfNames, isEvenlyCased, properCase, severalNames, withoutTitles } from '#base/vietnamese/names.ts';
import * as problems from '#standard/problems/names.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';

const PATTERN = "^[\\p{L}\\p{M}' -]{2,100}$";

export const personName: Kind<SpecOf<'personName'>> = {
  ...inOneCell,
  word: { vi: 'họ và tên', en: 'the name of a person' },
  shown: { as: 'text', set: 'word' },
  hint: () => ({ vi: 'Họ và tên đầy đủ, có dấu', en: 'Full name, with all marks' }),
  cell: () => ({ format: 'text', widthChars: 28 }),
  read: ({ text }, _spec, at) => {
    const bare = withoutTitles(text);
    const odd = charactersNotOfNames(text);
    if (odd.length > 0 || (bare !== null && bare.titles.length > 0)) {
      const isName = bare !== null && bare.name.length >= 2 && charactersNotOfNames(bare.name).length === 0;
      const proposed = isName ? { suggestion: guess(bare.name, 'without-title') } : {};
      if (bare !== null && bare.titles.length > 0) at.report(problems.nameTitle, { title: bare.titles.join(' ') }, proposed);
      else at.report(problems.nameCharacters, { characters: odd.join(' ') }, proposed);
      return undefined;
    }
    const several = severalNames(text);
    if (several !== null) {
      at.report(problems.nameSeveral, { sign: several.sign }, { candidates: several.names });
      return undefined;
    }
    if (text.length < 2 || text.length > 100) {
      at.report(problems.nameLength);
      return undefined;
    }
    if (!text.includes(' ')) at.report(problems.nameOneWord);
    if (!isEvenlyCased(text)) at.report(problems.nameCase, {}, { suggestion: certain(properCase(text), 'letter-case') });
    // "NGUYỄN VĂN A" and "Nguyễn Văn A" are one name; bodies type both.
    return text === text.toUpperCase() || text === text.toLowerCase() ? properCase(text) : text;
  },
  print: printScalar,
  schema: () => Type.String({ pattern: PATTERN }),
  test: () => `matches(v, /${PATTERN}/u)`,
  typeText: () => 'string',
  sqlType: () => 'text',
};
