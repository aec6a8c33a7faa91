/** Beside the queue: submissions of which several people wait, each with the way to its list. */
import { Link } from 'react-router';
import type { QueueSubmission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { addressOfList } from './clean-list.ts';

export function ListsOfQueue({ submissions }: { readonly submissions: readonly QueueSubmission[] }) {
  const { t } = useWords();
  const { number } = useFormat();
  if (submissions.length === 0) return null;
  return (
    <section className="panel stack tight" aria-label={t('list.title')}>
      <h2>{t('list.title')}</h2>
      <p className="soft">{t('list.what')}</p>
      <ul className="plain stack tight" data-lists>
        {submissions.map(({ submissionId, uploadNumber, body, people }) => (
          <li key={submissionId} className="row">
            <Link to={addressOfList(submissionId)} className="strong">
              {t('list.ofSubmission', { body, number: uploadNumber })}
            </Link>
            <span className="tabular soft">{t('list.waitingCount', { people: number(people) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
