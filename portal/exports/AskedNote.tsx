/** What was asked for, whether somebody else decides it, and where it stands. */
import { Link } from 'react-router';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';

interface Answer {
  readonly number: string;
  readonly people: number;
  readonly waits: boolean;
}

export function AskedNote({ answer, see }: { readonly answer: Answer; readonly see?: string }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <div className="stack" role="status">
      <p className="note good">
        {t('exports.asked', { number: answer.number, people: number(answer.people) })} {answer.waits && t('exports.waitsSecond')}
      </p>
      <p>
        <Link to="/xuat-danh-sach">{see ?? t('exports.see')}</Link>
      </p>
    </div>
  );
}
