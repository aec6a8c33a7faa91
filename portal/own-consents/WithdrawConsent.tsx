/** One press withdraws: taking back is as easy as giving. */
import { useAct } from '#portal/api/act-on.ts';
import type { OwnConsent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';

export function WithdrawConsent({ one, onDone }: { readonly one: OwnConsent; readonly onDone: (done: 'withdraw') => void }) {
  const { t } = useWords();
  const withdraw = useAct('/me/consents/{id}/answer', (_now: null) => ({ path: { id: one.id }, body: { act: 'withdraw' as const } }), [
    ['me', 'consents'],
  ]);
  const press = (): void => {
    withdraw.go(null).then(
      () => onDone('withdraw'),
      () => undefined, // the failure is shown
    );
  };
  return (
    <div className="stack tight">
      {withdraw.error !== null && <Failure error={withdraw.error} />}
      <div className="actions">
        <Button
          variant="default"
          loading={withdraw.busy}
          onClick={press}
          aria-label={t('ownConsent.withdrawOf', { body: one.bodyName })}
          data-withdraw-consent
        >
          {t('ownConsent.withdraw')}
        </Button>
      </div>
    </div>
  );
}
