/** Which parts of a record: groups, and sensitive fields by name. */
import type { ConsentGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function ConsentParts({ title, parts }: { readonly title: string; readonly parts: readonly ConsentGroup[] }) {
  const { t, localize } = useWords();
  if (parts.length === 0) return null;
  return (
    <div>
      <p className="small soft">{title}</p>
      <ul>
        {parts.map((part) => (
          <li key={part.code}>
            {localize(part.title)}
            {!part.ordinary && ` – ${t('consent.onlyFields')}`}
            {part.fields.length > 0 && `: ${part.fields.map(({ label }) => `${localize(label)} (${t('consent.isSensitive')})`).join('; ')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
