/** What was typed into the form of an entry that a list lacks → the request, or which fields are wrong. Pure. */
import type { Acts } from '#portal/api/client.ts';
import { readDay } from '#portal/parts/format.ts';

export const FIELDS = ['list', 'code', 'name', 'nameEn', 'aliases', 'validFrom', 'lastDay', 'source'] as const;
export type FieldName = (typeof FIELDS)[number];
export type Typed = Readonly<Record<FieldName, string>>;
export const NOTHING_TYPED: Typed = {
  list: '',
  code: '',
  name: '',
  nameEn: '',
  aliases: '',
  validFrom: '',
  lastDay: '',
  source: '',
};
/** What may stay empty. */
export const OPTIONAL: ReadonlySet<FieldName> = new Set<FieldName>(['nameEn', 'aliases', 'lastDay']);

type Body = Acts['/list-additions']['asked']['body'];

const CODE = /^[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$/;
const SOURCE_LETTERS_MIN = 5;

/** @returns the request; or the fields that cannot be sent so, in the order of the form */
export function requestOf(typed: Typed): { readonly body: Body } | { readonly wrong: readonly FieldName[] } {
  const said = (name: FieldName): string => typed[name].trim();
  const code = said('code').toUpperCase();
  const validFrom = readDay(said('validFrom'));
  const lastDay = readDay(said('lastDay'));
  const isWrong: Readonly<Record<FieldName, boolean>> = {
    list: said('list') === '',
    code: !CODE.test(code),
    name: said('name') === '',
    nameEn: false,
    aliases: false,
    validFrom: validFrom === null,
    lastDay: said('lastDay') !== '' && (lastDay === null || (validFrom !== null && lastDay < validFrom)),
    source: said('source').length < SOURCE_LETTERS_MIN,
  };
  const wrong = FIELDS.filter((name) => isWrong[name]);
  if (wrong.length > 0 || validFrom === null) return { wrong };
  const aliases = said('aliases')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    body: {
      list: said('list'),
      code,
      name: said('name'),
      ...(said('nameEn') === '' ? {} : { nameEn: said('nameEn') }),
      ...(aliases.length === 0 ? {} : { aliases }),
      validFrom,
      ...(lastDay === null ? {} : { lastDay }),
      source: said('source'),
    },
  };
}
