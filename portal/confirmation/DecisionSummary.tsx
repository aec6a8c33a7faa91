/** After a decision: what was written, its receipt, and the way on. */
import { Link } from 'react-router';
import { Button } from '@mantine/core';
import type { Decided } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function DecisionSummary({ answer, next }: { readonly answer: Decided; readonly next: string | null }) {
  const { t } = useWords();
  const number = answer.receipt?.number;
  return (
    <div className="note good stack tight" role="status">
      <h2>{t('decide.signed')}</h2>
      <p>{t('decide.signedCounts', { accepted: answer.accepted, returned: answer.returned, waiting: answer.waiting })}</p>
      <div className="actions">
        {next && (
          <Button component={Link} to={next}>
            {t('decide.next')}
          </Button>
        )}
        <Button component={Link} to="/xac-nhan" variant="default">
          {t('decide.toQueue')}
        </Button>
        {number && <Link to={`/bien-nhan/${encodeURIComponent(number)}`}>{t('decide.receipt', { number })}</Link>}
      </div>
    </div>
  );
}
