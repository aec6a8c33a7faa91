/** Two minutes before the end: one button to go on. After the end: the way to sign in beside this page. */
import { useEffect, useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { lastAnswerMs } from '#portal/api/client.ts';
import { nowMs } from '#portal/clock.ts';
import { useWords } from '#portal/language/use-words.ts';
import { signInAddress } from '#portal/parts/Failure.tsx';
import { sessionTime, type SessionTime } from './session-time.ts';

const LOOK_EVERY_MS = 10_000;

export function SessionWarning({ idleMinutes }: { readonly idleMinutes: number }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [time, setTime] = useState<SessionTime>({ kind: 'fresh' });
  useEffect(() => {
    const timer = setInterval(() => setTime(sessionTime(idleMinutes, lastAnswerMs(), nowMs())), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [idleMinutes]);
  if (time.kind === 'fresh') return null;
  const stay = async (): Promise<void> => {
    await queries.refetchQueries({ queryKey: ['session'] });
    setTime(sessionTime(idleMinutes, lastAnswerMs(), nowMs()));
  };
  return (
    <div className="note warn row between" role="alert">
      <div>
        <h2>{t(time.kind === 'ended' ? 'session.ended' : 'session.endsSoon')}</h2>
        <p>{time.kind === 'ended' ? t('session.endedWhat') : t('session.endsIn', { minutes: time.minutes })}</p>
      </div>
      {time.kind === 'ended' ? (
        <div className="row">
          {/* Beside this page: what was typed here would be lost. */}
          <Button href={signInAddress()} target="_blank" rel="noreferrer">
            {t('session.signInBeside')}
          </Button>
          <Button variant="default" onClick={() => void stay()}>
            {t('session.goOn')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => void stay()}>{t('session.stay')}</Button>
      )}
    </div>
  );
}
