/** What was typed into the forms of an entry → the request, or which fields are wrong. Pure. */
import type { Acts } from '#portal/api/client.ts';
import type { ListAddition } from '#portal/api/generated/api.ts';
import { dayText, readDay } from '#portal/parts/format.ts';

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

export type EntryBody = Acts['/list-additions']['asked']['body'];

const CODE = /^[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$/;
/** As few characters of a source as the server takes. */
export const SOURCE_LETTERS_MIN = 5;

/** @returns the request; or the fields that cannot be sent so, in the order of the form */
export function requestOf(typed: Typed): { readonly body: EntryBody } | { readonly wrong: readonly FieldName[] } {
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

/** An entry as it stands, in the form: what a correction begins with. */
export const typedOf = (entry: ListAddition): Typed => ({
  list: entry.list,
  code: entry.code,
  name: entry.name,
  nameEn: entry.nameEn ?? '',
  aliases: entry.aliases.join('\n'),
  validFrom: dayText(entry.validFrom),
  lastDay: entry.lastDay === null ? '' : dayText(entry.lastDay),
  // What corrects it is another document than the one that made it.
  source: '',
});

export type EndingField = 'lastDay' | 'source';
type EndingBody = Acts['/list-additions/{id}/ending']['asked']['body'];

/** @returns as above, of the last day of an entry and what ends it */
export function endingOf(
  typed: Readonly<Record<EndingField, string>>,
): { readonly body: EndingBody } | { readonly wrong: readonly EndingField[] } {
  const lastDay = readDay(typed.lastDay.trim());
  const source = typed.source.trim();
  if (lastDay !== null && source.length >= SOURCE_LETTERS_MIN) return { body: { lastDay, source } };
  return {
    wrong: [...(lastDay === null ? (['lastDay'] as const) : []), ...(source.length < SOURCE_LETTERS_MIN ? (['source'] as const) : [])],
  };
}
