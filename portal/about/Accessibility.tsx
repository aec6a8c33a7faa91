/** /tro-nang: what the portal does so that everybody can use it, its keys, and what is not done. */
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

export function Accessibility() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('access.title')} lead={t('access.lead')} />
      <div className="stack" style={{ maxWidth: '48rem' }}>
        <section className="panel">
          <h2>{t('access.aim')}</h2>
          <p>{t('access.aimText')}</p>
        </section>
        <section className="panel stack tight">
          <h2>{t('access.keys')}</h2>
          <p>{t('access.keysText')}</p>
          <dl className="pairs">
            <dt>
              <kbd>J</kbd> <kbd>K</kbd> <kbd>Enter</kbd>
            </dt>
            <dd>{t('access.keyQueue')}</dd>
            <dt>
              <kbd>J</kbd> <kbd>K</kbd> <kbd>A</kbd> <kbd>R</kbd>
            </dt>
            <dd>{t('access.keyDecide')}</dd>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>{t('access.keyClose')}</dd>
          </dl>
        </section>
        <section className="panel">
          <h2>{t('access.reading')}</h2>
          <p>{t('access.readingText')}</p>
        </section>
        <section className="panel">
          <h2>{t('access.limits')}</h2>
          <p>{t('access.limitsText')}</p>
        </section>
        <section className="panel">
          <h2>{t('access.contact')}</h2>
          <p>{t('access.contactText')}</p>
        </section>
      </div>
    </>
  );
}
