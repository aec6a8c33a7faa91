/** The card of a person for officers: the one that holds or why there is none, those that ended with the clock of each end; and its end. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { usePersonCard } from '#portal/api/queries.ts';
import type { CardEnded, CardReleased, OfficerCard, PersonCard } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { EndCard } from './EndCard.tsx';
import { EndedCards } from './EndedCards.tsx';
import { WhyNone } from './WhyNone.tsx';

export function CardPanel({ id }: { readonly id: string }) {
  const { t } = useWords();
  const query = usePersonCard(id);
  return (
    <div className="stack">
      <div className="panel">
        <h2>{t('card.title')}</h2>
        <p className="soft">{t('card.lead')}</p>
      </div>
      <Answered query={query}>{(card) => <Shown id={id} card={card} onLookAgain={() => void query.refetch()} />}</Answered>
    </div>
  );
}

interface ShownProps {
  readonly id: string;
  readonly card: PersonCard;
  readonly onLookAgain: () => void;
}

function Shown({ id, card, onLookAgain }: ShownProps) {
  const { t } = useWords();
  const mayEnd = mayDo(card, 'card.end');
  // The card as it was when its end was asked for: a new one may hold before the dialogue is gone.
  const [ending, setEnding] = useState<OfficerCard | null>(null);
  const [done, setDone] = useState<(CardEnded & { readonly number: string; readonly heldBack: boolean }) | null>(null);
  const [released, setReleased] = useState<CardReleased | null>(null);
  return (
    <>
      {done && (
        <div className="note good stack tight" role="status">
          <h3>{t('card.endDone', { number: done.number })}</h3>
          <p>{t(done.copies > 0 ? 'card.endCopies' : 'card.endNoCopies', { count: done.copies })}</p>
          <p>
            {t('card.endSeen')} {t(done.replaced ? 'card.endNew' : done.heldBack ? 'card.endHeldBack' : 'card.endNoNew')}
          </p>
        </div>
      )}
      {released && (
        <p className="note good" role="status">
          {t(released.begun ? 'card.releasedBegun' : 'card.releasedMissing')}
        </p>
      )}
      {card.held ? <Held card={card.held} onEnd={mayEnd ? setEnding : null} /> : <WhyNone id={id} card={card} onReleased={setReleased} />}
      {card.beside.map((one) => (
        <Held key={one.cardId} card={one} onEnd={mayEnd ? setEnding : null} />
      ))}
      <EndedCards cards={card.ended} onLookAgain={onLookAgain} />
      {ending && (
        <EndCard
          id={id}
          card={ending}
          alone={ending.employment === 'concurrent'}
          several={card.beside.length > 0}
          reasons={card.endReasons}
          onClose={() => setEnding(null)}
          onEnded={(ended, heldBack) => {
            setEnding(null);
            setDone({ number: ending.number, heldBack, ...ended });
          }}
        />
      )}
    </>
  );
}

function Held({ card, onEnd }: { readonly card: OfficerCard; readonly onEnd: ((card: OfficerCard) => void) | null }) {
  const { t, texts } = useWords();
  const events = texts('card.copyEvent') as Readonly<Record<string, string>>;
  const kind = t(`card.heldOf.${card.employment}`);
  const { ho_ten: name, chuc_vu: post, chuc_danh: job, co_quan: body, don_vi: unit } = card.says;
  return (
    <section className="panel stack" aria-label={kind} data-employment={card.employment}>
      <div className="row between">
        <h3>{kind}</h3>
        <Mark tone="good">{t('card.valid')}</Mark>
      </div>
      <dl className="pairs">
        <dt>{t('card.number')}</dt>
        <dd className="mono" data-card-number>
          {card.number}
        </dd>
        <dt>{t('card.name')}</dt>
        <dd>{name}</dd>
        <dt>{t('card.position')}</dt>
        <dd>{[post?.ten, job?.ten].filter(Boolean).join(' · ')}</dd>
        <dt>{t('card.body')}</dt>
        <dd>
          {[unit, body.ten].filter(Boolean).join(', ')} <CodeMark standing={card.codeStanding} />
        </dd>
        <dt>{t('card.issuedOn')}</dt>
        <dd className="tabular">{dayText(card.issuedOn)}</dd>
        <dt>{t('card.validUntil')}</dt>
        <dd className="tabular">{dayText(card.validUntil)}</dd>
        <dt>{t('card.copies')}</dt>
        <dd>
          {card.copies.length === 0
            ? t('own.copiesNone')
            : card.copies.map((copy, index) => (
                <div key={index} className="tabular">
                  {[
                    t('own.copy', { at: instantText(copy.issuedAt), until: instantText(copy.expiresAt) }),
                    copy.event === null ? undefined : events[copy.event],
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </div>
              ))}
        </dd>
      </dl>
      {onEnd && (
        <div>
          <Button variant="default" onClick={() => onEnd(card)} data-end-card={card.employment}>
            {t(`card.endOf.${card.employment}`)}
          </Button>
        </div>
      )}
    </section>
  );
}
