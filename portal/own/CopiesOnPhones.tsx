/** On which phones the card is; each copy can be ended by itself, the others go on. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { MyCardView, MyWallet } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';

interface Props {
  readonly wallets: readonly MyWallet[];
  /** of several cards the one that they hold; null: there is one */
  readonly card: MyCardView | null;
}

export function CopiesOnPhones({ wallets, card }: Props) {
  const { t } = useWords();
  const anchor = card === null || card.employment !== 'concurrent' ? 'ban-the' : `ban-the-${card.cardId}`;
  const [ending, setEnding] = useState<MyWallet | null>(null);
  const [ended, setEnded] = useState(false);
  return (
    <section className="panel stack tight" aria-labelledby={anchor}>
      <h2 id={anchor}>
        {card === null ? t('own.copies') : t('own.copiesOf', { which: t(`own.employment.${card.employment}`), body: card.bodyName })}
      </h2>
      {ended && (
        <p className="strong" role="status">
          {t('own.endOneDone')}
        </p>
      )}
      {wallets.length === 0 ? (
        <p className="soft">{t('own.copiesNone')}</p>
      ) : (
        <ul className="plain">
          {wallets.map((wallet) => (
            <li key={wallet.id} className="stack tight" data-wallet={wallet.kind}>
              <p>
                <span className="strong">{t(`own.walletKind.${wallet.kind}`)}</span>
                <br />
                <span className="small soft tabular">
                  {t('own.copyTaken', { at: instantText(wallet.takenAt), last: instantText(wallet.lastUsedAt) })}
                  <br />
                  {wallet.goodUntil === null ? t('own.copyNone') : t('own.copyUntil', { until: instantText(wallet.goodUntil) })}
                </span>
              </p>
              <div className="actions">
                <Button
                  variant="default"
                  onClick={() => setEnding(wallet)}
                  aria-label={t('own.endOneNamed', { kind: t(`own.walletKind.${wallet.kind}`), at: instantText(wallet.takenAt) })}
                  data-end-copy
                >
                  {t('own.endOne')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">{t('own.copiesWhat')}</p>
      {ending && (
        <Dialog title={t('own.endOne')} onClose={() => setEnding(null)}>
          <EndForm
            wallet={ending}
            onClose={() => setEnding(null)}
            onEnded={() => {
              setEnding(null);
              setEnded(true);
            }}
          />
        </Dialog>
      )}
    </section>
  );
}

interface EndProps {
  readonly wallet: MyWallet;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

function EndForm({ wallet, onClose, onEnded }: EndProps) {
  const { t } = useWords();
  const end = useAct('/me/card/wallets/{id}/end', (id: string) => ({ path: { id } }), [['me', 'card']]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    end.go(wallet.id).then(onEnded, () => undefined); // the failure is told below
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <p>{t('own.endOneWhat', { kind: t(`own.walletKind.${wallet.kind}`), at: instantText(wallet.takenAt) })}</p>
      {end.error != null && <Failure error={end.error} />}
      <div className="actions">
        <Button type="submit" loading={end.busy}>
          {t('own.endOne')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
