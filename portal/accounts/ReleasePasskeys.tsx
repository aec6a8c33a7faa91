/** Somebody lost their passkeys: what they had is ended, and they are let to add one again. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Account } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea } from '#portal/parts/fields.tsx';

/** The server takes no shorter one. */
const REASON_CHARACTERS_MIN = 10;

export function ReleasePasskeys({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const release = useAct('/accounts/{id}/passkeys/release', (text: string) => ({ path: { id: account.id }, body: { reason: text } }), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const short = reason.trim().length < REASON_CHARACTERS_MIN;
    setShort(short);
    if (!short) void release.go(reason.trim()).catch(() => undefined); // the failure is shown
  };
  return (
    <Dialog title={t('accounts.passkeys')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="strong">{account.name}</p>
        {release.answer ? (
          <div className="note good" role="status">
            {t('accounts.passkeysDone', { count: release.answer.ended })}
          </div>
        ) : (
          <>
            <p>{t('accounts.passkeysWhat')}</p>
            <Textarea
              label={t('accounts.passkeysReason')}
              value={reason}
              maxLength={300}
              error={isShort ? t('accounts.passkeysShort') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {release.error !== null && <Failure error={release.error} />}
            <div className="actions">
              <Button type="submit" loading={release.busy}>
                {t('accounts.passkeysGo')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}
