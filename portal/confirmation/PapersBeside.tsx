/** Papers that the person sent along with a declaration: each is a document that is opened, and confirmed or returned, by itself. */
import { Link } from 'react-router';
import type { PresentedPerson } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function PapersBeside({ person: { papers, personId } }: { readonly person: PresentedPerson }) {
  const { t, localize } = useWords();
  if (papers.length === 0) return null;
  return (
    <section className="note stack tight" aria-label={t('decide.papers')}>
      <h2>{t('decide.papers')}</h2>
      <p>{t('decide.papersNext')}</p>
      <ul>
        {papers.map(({ submissionId, uploadNumber, group }) => (
          <li key={submissionId}>
            <Link to={`/xac-nhan/${submissionId}/${personId}`} data-paper-beside>
              {t('decide.paper', { number: uploadNumber, group: localize(group) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
