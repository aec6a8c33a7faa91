/** The code that I hand over to who asks; by it they can ask, and see nothing yet. */
import { useAct } from '#portal/api/act-on.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';

const SECONDS = 60;

export function MakeCode({ onLook }: { readonly onLook: () => void }) {
  const { t } = useWords();
  const make = useAct('/me/consent-codes', (_now: null) => ({}), []);
  return (
    <section className="panel stack" aria-label={t('ownConsent.make')}>
      <h2>{t('ownConsent.make')}</h2>
      <p>{t('ownConsent.makeWhat')}</p>
      {make.error !== null && <Failure error={make.error} />}
      {make.answer && (
        <div role="status" className="stack tight">
          <p className="small soft">{t('ownConsent.code')}</p>
          <p className="own-code mono" data-consent-code>
            {make.answer.code}
          </p>
          <p className="soft">{t('ownConsent.codeUntil', { count: Math.floor(make.answer.seconds / SECONDS) })}</p>
        </div>
      )}
      <div className="actions">
        <Button
          variant={make.answer ? 'default' : 'filled'}
          loading={make.busy}
          onClick={() => void make.go(null).catch(() => undefined)}
          data-make-code
        >
          {t(make.answer ? 'ownConsent.makeAgain' : 'ownConsent.makeCode')}
        </Button>
        {make.answer && (
          <Button onClick={onLook} data-look-for-requests>
            {t('ownConsent.look')}
          </Button>
        )}
      </div>
    </section>
  );
}
