/** After a decision: what was written, its receipt, and the way on. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import type { Decided } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';

interface Props {
  readonly answer: Decided;
  readonly next: string | null;
  /** address of the queue as it was narrowed */
  readonly queue: string;
  /** how many wait in it still; null while that is not known */
  readonly left: number | null;
}

export function DecisionSummary({ answer, next, queue, left }: Props) {
  const { t } = useWords();
  const { number: figure } = useFormat();
  const onwards = useRef<HTMLAnchorElement>(null);
  // The button that signed is gone: the keyboard goes on from the way onwards.
  useEffect(() => onwards.current?.focus(), []);
  const number = answer.receipt?.number;
  return (
    <div className="note good stack tight" role="status">
      <h2>{t('decide.signed')}</h2>
      <p>{t('decide.signedCounts', { accepted: answer.accepted, returned: answer.returned, waiting: answer.waiting })}</p>
      {left !== null && <p className="tabular">{t('decide.left', { people: figure(left) })}</p>}
      <div className="actions">
        {next && (
          <Button to={next} ref={onwards}>
            {t('decide.next')}
          </Button>
        )}
        <Button to={queue} variant="default">
          {t('decide.toQueue')}
        </Button>
        {number && <Link to={`/bien-nhan/${encodeURIComponent(number)}`}>{t('decide.receipt', { number })}</Link>}
      </div>
    </div>
  );
}
