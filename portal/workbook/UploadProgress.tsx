/** How far an upload is, or what became of it. */
import { Button } from '#portal/parts/Button.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { UploadState } from './use-upload.ts';

interface Props {
  readonly state: UploadState;
  readonly onStop: () => void;
  readonly onRetry: () => void;
}

export function UploadProgress({ state, onStop, onRetry }: Props) {
  const { t } = useWords();
  const { size, wait } = useFormat();
  if (state.kind === 'idle') return null;
  if (state.kind === 'stopped')
    return (
      <div className="note" role="status">
        {t('upload.stopped')}
      </div>
    );
  if (state.kind === 'failed') return <Failure error={state.error} onRetry={onRetry} />;
  const percent = state.total === 0 ? 0 : Math.round((state.sent / state.total) * 100);
  return (
    <div className="panel stack tight">
      <div className="row between">
        <b className="strong">{t('upload.sending')}</b>
        <span className="tabular">{percent} %</span>
      </div>
      <progress max={100} value={percent} aria-label={t('upload.sending')} />
      <div className="row between">
        <span className="soft tabular">
          {t('upload.sent', { sent: size(state.sent), total: size(state.total) })}
          {state.secondsLeft !== null && `, ${t('upload.secondsLeft', { time: wait(state.secondsLeft) })}`}
        </span>
        <Button variant="default" size="compact-md" onClick={onStop}>
          {t('upload.stop')}
        </Button>
      </div>
    </div>
  );
}
