/** While the centre reads: stage, count, time left, and that one may leave. */
import type { Progress as Work } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { percentOf, stageOf } from './stage.ts';

export function Reading({ progress }: { readonly progress: Work }) {
  const { t } = useWords();
  const { number, wait } = useFormat();
  const stage = stageOf(progress.stage) ?? 'other';
  const percent = percentOf(stage, progress.done, progress.total);
  return (
    <section className="panel stack tight" aria-busy="true">
      <div className="row between">
        <h2>
          <span role="status">{t(`submission.stage.${stage}`)}</span>
        </h2>
        {percent !== null && <span className="tabular strong">{percent} %</span>}
      </div>
      <progress max={100} value={percent ?? undefined} aria-label={t(`submission.stage.${stage}`)} />
      <p className="soft tabular">
        {percent !== null && t('submission.done', { done: number(progress.done), total: number(progress.total) })}
        {progress.secondsLeft !== null && `, ${t('submission.left', { time: wait(progress.secondsLeft) })}`}
      </p>
      <p>{t('submission.safe')}</p>
    </section>
  );
}
