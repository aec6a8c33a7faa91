/** Why I have no card yet, in plain words, and what is next. */
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { MyCard } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';

export function WhyNoCard({ mine }: { readonly mine: MyCard }) {
  const { t, localize, texts } = useWords();
  const words = texts('own.noCard') as Readonly<Record<string, { readonly why: string; readonly next: string }>>;
  const missing = (mine.why?.missing ?? []).flatMap((code) => words[code] ?? []);
  const heldBack = mine.why?.heldBack ?? null;
  return (
    <section className="panel stack">
      <h2>{t('own.noCardYet')}</h2>
      {heldBack && (
        <div className="note warn stack tight" data-held-back>
          <p className="strong">{t('own.noCardHeldBack', { why: localize(heldBack.label), at: instantText(heldBack.since) })}</p>
          <p>{t('own.noCardHeldBackNext')}</p>
        </div>
      )}
      {missing.length > 0 && (
        <ul className="plain stack">
          {missing.map(({ why, next }) => (
            <li key={why} className="own-obstacle">
              <IconAlertTriangle className="icon" size={20} aria-hidden />
              <span>
                <span className="strong">{why}</span>
                <br />
                {next}
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 && !heldBack && <p>{t('own.noCardSoon')}</p>}
      <p className="soft">{t('own.noCardAsk', { body: mine.bodyName })}</p>
    </section>
  );
}
