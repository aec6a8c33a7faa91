/**
 * A curtain over a page whose session has ended: nothing of anybody is to be seen any more, and what was typed stays where it is. Who signs in again as the
 * same person goes on with it; for somebody else the portal is loaded afresh.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { signInAddress } from '#portal/parts/Failure.tsx';

export function SessionEnded() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [looked, setLooked] = useState(false);
  const curtain = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = curtain.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  const look = async (): Promise<void> => {
    await queries.refetchQueries({ queryKey: ['session'] });
    setLooked(true);
  };
  return (
    <dialog ref={curtain} className="curtain" aria-labelledby="session-ended" onCancel={(event) => event.preventDefault()}>
      <div className="stack tight" role="alert">
        <h2 id="session-ended">{t('session.ended')}</h2>
        <p>{t('session.endedKept')}</p>
        {looked && <p className="field-error">{t('session.notYet')}</p>}
      </div>
      <div className="actions" style={{ marginTop: '1rem' }}>
        <Button href={signInAddress()} target="_blank" rel="noreferrer">
          {t('session.signInBeside')}
        </Button>
        <Button variant="default" onClick={() => void look()}>
          {t('session.goOn')}
        </Button>
      </div>
    </dialog>
  );
}
