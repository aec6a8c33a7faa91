/** After a list was signed: the three counts, the receipt, and the way on. */
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import type { ListDecided } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';

export function ListSigned({ answer }: { readonly answer: ListDecided }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { counts, receipt } = answer;
  return (
    <div className="note good stack tight" role="status">
      <h2>{t('list.signed')}</h2>
      <p>
        {t('list.signedCounts', {
          received: number(counts.received),
          accepted: number(counts.accepted),
          rejected: number(counts.rejected),
          waiting: number(counts.waiting),
        })}
      </p>
      <div className="actions">
        <Button to="/xac-nhan">{t('decide.toQueue')}</Button>
        <Link to={`/bien-nhan/${encodeURIComponent(receipt.number)}`}>{t('decide.receipt', { number: receipt.number })}</Link>
      </div>
    </div>
  );
}
