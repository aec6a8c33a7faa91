/**
 * Takes the card onto a phone: an offer for five minutes, as a QR for another phone and a link for this one; then the code that is typed there. The two are never on
 * the screen together, so that no single photograph of it has both (OpenID4VCI 1.0 §13.6.2; decision 0089).
 */
import { useEffect, useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import type { MyCardView, MyOffer } from '#portal/api/generated/api.ts';
import { nowMs } from '#portal/clock.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { qrPath } from '#portal/receipts/qr.ts';
import { clockText, inThrees } from './countdown.ts';

const TICK_MS = 500;

/** @param card  of several the one that is taken; null: there is one */
export function TakeCard({ card }: { readonly card: MyCardView | null }) {
  const { t } = useWords();
  const title = card === null ? t('own.take') : t('own.takeOf', { which: t(`own.employment.${card.employment}`), body: card.bodyName });
  const queries = useQueryClient();
  const offer = useAct('/me/card/offer', (cardId: string | undefined) => (cardId === undefined ? {} : { body: { cardId } }), []);
  const [endsMs, setEndsMs] = useState<number | null>(null);
  const [leftSeconds, setLeftSeconds] = useState(0);
  useEffect(() => {
    if (endsMs === null) return undefined;
    const timer = setInterval(() => setLeftSeconds((endsMs - nowMs()) / 1000), TICK_MS);
    return () => clearInterval(timer);
  }, [endsMs]);
  const ask = (): void => {
    offer.go(card?.cardId).then(
      ({ seconds }) => {
        setLeftSeconds(seconds);
        setEndsMs(nowMs() + seconds * 1000);
      },
      () => undefined,
    );
  };
  const standing = offer.answer && endsMs !== null && leftSeconds > 0 ? offer.answer : null;
  const over = offer.answer && endsMs !== null && leftSeconds <= 0;
  return (
    <section className="panel stack" aria-label={title}>
      <h2>{title}</h2>
      {offer.error != null && <Failure error={offer.error} />}
      {over && (
        <p className="note warn" role="status">
          {t('own.takeOver')}
        </p>
      )}
      {standing ? (
        <Standing
          offer={standing}
          left={clockText(leftSeconds)}
          onTaken={() => void queries.invalidateQueries({ queryKey: ['me', 'card'] })}
        />
      ) : (
        <>
          <p>{t('own.takeLead')}</p>
          <div>
            <Button
              leftSection={<IconDeviceMobile size={18} aria-hidden />}
              loading={offer.busy}
              onClick={ask}
              data-take-card={card?.employment ?? 'main'}
            >
              {t(over ? 'own.takeAgain' : 'own.takeGo')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface StandingProps {
  readonly offer: MyOffer;
  readonly left: string;
  readonly onTaken: () => void;
}

/** First what the wallet opens; the code once the wallet asks for it. */
function Standing({ offer, left, onTaken }: StandingProps) {
  const { t } = useWords();
  const [asksForCode, setAsksForCode] = useState(false);
  const time = (
    <p role="timer" aria-live="off" className="tabular">
      {t('own.left', { time: left })}
    </p>
  );
  if (asksForCode)
    return (
      <div className="stack tight">
        <p className="soft small">{t('own.code')}</p>
        <p className="own-code tabular" role="status" data-tx-code={offer.txCode}>
          {inThrees(offer.txCode)}
        </p>
        {time}
        <p className="small">{t('own.step2')}</p>
        <p className="row">
          <Button variant="default" size="compact-sm" onClick={onTaken}>
            {t('own.taken')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setAsksForCode(false)}>
            {t('own.codeBack')}
          </Button>
        </p>
      </div>
    );
  const qr = qrPath(offer.uri);
  return (
    <div className="own-offer">
      <div className="stack tight">
        {time}
        <div>
          <Button href={offer.wallet ?? offer.uri} {...(offer.wallet ? { target: '_blank', rel: 'noreferrer' } : {})}>
            {t(offer.wallet ? 'own.openWalletDemo' : 'own.openWallet')}
          </Button>
        </div>
        <ol className="small own-steps">
          <li>{t('own.step1')}</li>
          <li>{t('own.stepCode')}</li>
          <li>{t('own.step3')}</li>
        </ol>
        <p>
          <Button variant="default" size="compact-sm" onClick={() => setAsksForCode(true)} data-show-code>
            {t('own.codeShow')}
          </Button>
        </p>
      </div>
      <figure className="qr">
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('own.qr')} shapeRendering="crispEdges">
          <path d={qr.path} fill="#000" />
        </svg>
        <figcaption className="hint">{t('own.qr')}</figcaption>
      </figure>
    </div>
  );
}
