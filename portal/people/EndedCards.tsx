/** Cards that ended: why, and the six stamps from the decision to the doors. */
import type { EndedCard, RevocationClock } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';

export function EndedCards({ cards, onLookAgain }: { readonly cards: readonly EndedCard[]; readonly onLookAgain: () => void }) {
  const { t, localize } = useWords();
  if (cards.length === 0) return null;
  return (
    <section className="panel stack" aria-label={t('own.cardsEnded', { count: cards.length })}>
      <h3>{t('own.cardsEnded', { count: cards.length })}</h3>
      {cards.map(({ number, employment, says, endedAt, endLabel, overlapUntil, clock }, index) => (
        <details key={number} open={index === 0}>
          <summary>
            <span className="mono">{number}</span> <Mark tone={overlapUntil === null ? 'off' : 'warn'}>{localize(endLabel)}</Mark>{' '}
            {overlapUntil && <span className="small soft tabular">{t('card.overlap', { until: instantText(overlapUntil) })}</span>}
            {endedAt && <span className="small soft tabular">{t('own.cardEndedAt', { at: instantText(endedAt) })}</span>}
          </summary>
          <div className="stack tight">
            <p className="small soft">
              {[
                employment === 'main' ? undefined : t(`own.employment.${employment}`),
                says.chuc_vu?.ten ?? says.chuc_danh?.ten,
                says.don_vi,
                says.co_quan.ten,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {clock && <Stamps clock={clock} waits={overlapUntil !== null && clock.bitAt === null} onLookAgain={onLookAgain} />}
          </div>
        </details>
      ))}
    </section>
  );
}

interface StampsProps {
  readonly clock: RevocationClock;
  /** superseded: its copies are good for a while yet */
  readonly waits: boolean;
  readonly onLookAgain: () => void;
}

function Stamps({ clock, waits, onLookAgain }: StampsProps) {
  const { t } = useWords();
  const publishing = clock.bitAt !== null && clock.listedAt === null;
  const missing = t(waits ? 'card.notYet' : clock.bitAt === null ? 'card.noNeed' : 'card.publishing');
  return (
    <dl className="pairs">
      <dt>{t('card.clock.signedOn')}</dt>
      <dd className="tabular">{clock.signedOn ? dayText(clock.signedOn) : t('card.notSaid')}</dd>
      <dt>{t('card.clock.effectiveOn')}</dt>
      <dd className="tabular">{clock.effectiveOn ? dayText(clock.effectiveOn) : t('card.notSaid')}</dd>
      <dt>{t('card.clock.enteredAt')}</dt>
      <dd className="tabular">{clock.enteredAt ? instantText(clock.enteredAt) : t('card.notSaid')}</dd>
      <dt>{t('card.clock.confirmedAt')}</dt>
      <dd className="tabular">{instantText(clock.confirmedAt)}</dd>
      <dt>{t('card.clock.bitAt')}</dt>
      <dd className="tabular">
        {clock.bitAt ? instantText(clock.bitAt) : waits ? t('card.bitDue', { at: instantText(clock.dueAt!) }) : t('card.noCopies')}
      </dd>
      <dt>{t('card.clock.listedAt')}</dt>
      <dd className="tabular">
        {clock.listedAt ? instantText(clock.listedAt) : missing}{' '}
        {publishing && (
          <button type="button" className="link" onClick={onLookAgain}>
            {t('card.lookAgain')}
          </button>
        )}
      </dd>
    </dl>
  );
}
