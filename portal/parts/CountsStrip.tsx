/** received = accepted + rejected + waiting, in figures and in one sentence. */
import type { Counts, FileCounts } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from './use-format.ts';

/** @param kind  of the file, where it is known: what is counted of pictures are pictures */
export function CountsStrip({ counts, kind }: { readonly counts: Counts | FileCounts; readonly kind?: string }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <dl className="facts">
      <div>
        <dt>{t(kind === 'portraits' ? 'counts.pictures' : 'counts.received')}</dt>
        <dd>{number(counts.received)}</dd>
      </div>
      <div>
        <dt>{t('counts.accepted')}</dt>
        <dd className="good">{number(counts.accepted)}</dd>
      </div>
      <div>
        <dt>{t('counts.rejected')}</dt>
        <dd className={counts.rejected > 0 ? 'bad' : ''}>{number(counts.rejected)}</dd>
      </div>
      <div>
        <dt>{t('counts.waiting')}</dt>
        <dd>{number(counts.waiting)}</dd>
      </div>
      {'warnings' in counts && (
        <div>
          <dt>{t('counts.warnings')}</dt>
          <dd className={counts.warnings > 0 ? 'warn' : ''}>{number(counts.warnings)}</dd>
        </div>
      )}
    </dl>
  );
}
