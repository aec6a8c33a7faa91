/** An address that is no page. */
import { Link } from 'react-router';
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

export function NotFound() {
  const { t } = useWords();
  return (
    <PageTitle
      title={t('notFound.title')}
      lead={
        <>
          {t('notFound.next')} <Link to="/">{t('notFound.home')}</Link>
        </>
      }
    />
  );
}
