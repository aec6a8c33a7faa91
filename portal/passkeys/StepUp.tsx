/** Asked before something is signed, given or exported: the user's passkey. Stands in the shell; an act that was refused for want of it waits behind. */
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { act } from '#portal/api/client.ts';
import type { Acts } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { usePasskeyOf } from './webauthn.ts';
import type { DeviceRefusal } from './webauthn.ts';

/** @param onDone  true: verified, the act goes on; false: the user left */
export function StepUp({ onDone }: { readonly onDone: (isVerified: boolean) => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  // Enter does what one came for; the dialogue itself would begin at the button that closes it.
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), []);
  const [refusal, setRefusal] = useState<DeviceRefusal | null>(null);
  const verify = useMutation({
    mutationFn: async () => {
      setRefusal(null);
      const { options } = await act('/session/step-up/challenge', {});
      const device = await usePasskeyOf(options);
      if ('refusal' in device) return setRefusal(device.refusal);
      await act('/session/step-up', { body: { answer: device.answer as Acts['/session/step-up']['asked']['body']['answer'] } });
      void queries.invalidateQueries({ queryKey: ['session'] });
      onDone(true);
    },
  });
  return (
    <Dialog title={t('passkeys.stepUp.title')} onClose={() => onDone(false)}>
      <div className="stack">
        <p>{t('passkeys.stepUp.lead')}</p>
        {refusal !== null && (
          <div className="note warn" role="alert">
            {t(`passkeys.device.${refusal}`)}
          </div>
        )}
        {verify.error !== null && <Failure error={verify.error} />}
        <div className="actions">
          <Button ref={go} loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('passkeys.stepUp.go')}
          </Button>
          <Button variant="default" onClick={() => onDone(false)}>
            {t('common.cancel')}
          </Button>
        </div>
        <p className="small soft">{t('passkeys.stepUp.lost')}</p>
      </div>
    </Dialog>
  );
}
