/**
 * QT01: what the citizen number says against sex and birth: warnings, since numbers that do not fit exist until they are made anew,
 * and the population database decides who the person is. Source: ND 137/2015/ND-CP art. 13; TT 59/2021/TT-BCA.
 */
import { formsOn, NUMBERS_OF_ANOTHER_FIELD } from '#standard/law/number-forms.ts';
import * as problems from '#standard/problems/identity.ts';
import { textOf } from '#standard/record-access.ts';
import { at, type Finding, type RuleFacts } from './finding.ts';

const SEXES: ReadonlyMap<string, { readonly vi: string; readonly en: string }> = new Map([
  ['1', { vi: 'nam', en: 'male' }],
  ['2', { vi: 'nữ', en: 'female' }],
]);

/** Sex (code of `gioi_tinh`) and birth year that a 12-digit number states: digit 4 is 2 × (century − 20) + (0 male, 1 female). */
export function statedByNumber(nationalId: string): { readonly sex: '1' | '2'; readonly birthYear: number } {
  const digit = Number(nationalId[3]);
  return { sex: digit % 2 === 0 ? '1' : '2', birthYear: 1900 + Math.floor(digit / 2) * 100 + Number(nationalId.slice(4, 6)) };
}

/** Digit 4 against sex, digits 4–6 against the year of birth. Sex "other" and "not known" are not compared. */
export function numberFitsSexAndBirth({ document, asOf }: RuleFacts): readonly Finding[] {
  const id = textOf(document, 'B', 'soDinhDanh');
  if (!/^\d{12}$/.test(id)) return [];
  const said = statedByNumber(id);
  const found: Finding[] = [];
  const sex = textOf(document, 'B', 'gioiTinh');
  const [stated, expected] = [SEXES.get(sex), SEXES.get(said.sex)!];
  if (stated && sex !== said.sex) {
    found.push({
      kind: problems.idSex,
      on: asOf,
      at: at('gioiTinh'),
      value: sex,
      params: { digit: id[3]!, expected, stated },
    });
  }
  const birth = textOf(document, 'B', 'ngaySinh');
  if (birth !== '' && Number(birth.slice(0, 4)) !== said.birthYear) {
    found.push({
      kind: problems.idBirthYear,
      on: asOf,
      at: at('ngaySinh'),
      value: birth,
      params: { expected: said.birthYear, stated: birth.slice(0, 4) },
    });
  }
  return found;
}

/**
 * An insurance number, card or tax code in a form that the law makes the citizen number is this person's own citizen number. A warning:
 * after a number was made anew, the other offices may still hold the former one. Which forms, and since when: `law/number-forms.json`.
 */
export function ownNumberInItsPlaces({ document, asOf }: RuleFacts): readonly Finding[] {
  const own = textOf(document, 'B', 'soDinhDanh');
  if (own === '') return [];
  return NUMBERS_OF_ANOTHER_FIELD.flatMap((key): Finding[] => {
    const value = textOf(document, 'U', key);
    const form = formsOn(key, asOf).find(({ pattern }) => pattern.test(value));
    if (value === '' || value === own || form?.sameAs !== 'soDinhDanh') return [];
    const unsure = form.confidence === 'uncertain' ? { unsure: form.source } : {};
    return [{ kind: problems.numberNotOwn, on: asOf, at: at(key), value, params: { form: form.words }, ...unsure }];
  });
}
