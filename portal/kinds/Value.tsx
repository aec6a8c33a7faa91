/** The widget of a value, by the kind of its field; an absence is said in words. */
import { FIELD_KINDS } from 'virtual:field-kinds';
import type { Bilingual } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { displayText } from './display.ts';
import { SHOWN } from './generated/shown.ts';
import { PART_NAMES } from './part-names.ts';

const isBilingual = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

export function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { t, localize, language, texts } = useWords();
  const kind = FIELD_KINDS[field] ?? null;
  // The server's own words first: it knows the names of codes.
  const text = isBilingual(value)
    ? localize(value) || null
    : displayText(kind, value, {
        language,
        yes: t('common.yes'),
        no: t('common.no'),
        absence: texts('absence'),
        part: (key) => localize(PART_NAMES[key]) || key,
      });
  if (text === null) return <span className="soft">{t('common.notStated')}</span>;
  return <span className={`value-${kind ? SHOWN[kind].set : 'word'}`}>{text}</span>;
}
