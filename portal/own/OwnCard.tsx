/** /toi/the: my card as it says today, on which phones it is, how to take it onto one; or why there is none yet. */
import './own.css';
import { Link } from 'react-router';
import { useMyCard } from '#portal/api/queries.ts';
import type { MyCard, MyCardView } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { CopiesOnPhones } from './CopiesOnPhones.tsx';
import { LostPhone } from './LostPhone.tsx';
import { TakeCard } from './TakeCard.tsx';
import { WhyNoCard } from './WhyNoCard.tsx';

export function OwnCard() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('own.card')} lead={t('own.cardLead')} />
      <Answered query={useMyCard()}>
        {(mine) => (
          <div className="stack">
            {!mine.held && <WhyNoCard mine={mine} />}
            {livingOf(mine).map((card) => (
              <Held key={card.cardId} card={card} mine={mine} />
            ))}
            {livingOf(mine).length > 0 && (
              <LostPhone cards={livingOf(mine)} bodyId={mine.bodyId} bodyName={mine.held?.bodyName ?? mine.bodyName} />
            )}
            <Superseded cards={mine.ended} />
            <Ended cards={mine.ended.filter(({ overlapUntil }) => overlapUntil === null)} />
          </div>
        )}
      </Answered>
    </>
  );
}

/** Of each employment one: the main one, or the secondment in its place, first. */
const livingOf = ({ held, beside }: MyCard): readonly MyCardView[] => [...(held ? [held] : []), ...beside];

interface HeldProps {
  readonly card: MyCardView;
  readonly mine: MyCard;
}

function Held({ card, mine }: HeldProps) {
  const { t } = useWords();
  const { isTest } = mine;
  const isOnly = livingOf(mine).length === 1;
  const wallets = isOnly ? mine.wallets : mine.wallets.filter(({ cardId }) => cardId === card.cardId);
  const which = isOnly && card.employment === 'main' ? null : t(`own.employment.${card.employment}`);
  return (
    <>
      <section
        className="own-card-face"
        aria-label={which === null ? t('own.cardFace') : t('own.cardFaceOf', { which, body: card.bodyName })}
        data-employment={card.employment}
      >
        {isTest && <p className="own-card-test">{t('own.cardTest')}</p>}
        <p className="small">{t('own.cardKind')}</p>
        {which !== null && <p className="strong">{which}</p>}
        <p className="own-name">{card.name}</p>
        {card.position !== '' && <p>{card.position}</p>}
        <p>{card.bodyName}</p>
        <p className="row small">
          <span className="mono">{card.number}</span>
          <span className="tabular">{t('own.cardValid', { day: dayText(card.validUntil) })}</span>
        </p>
      </section>
      {card.codeStanding !== 'official' && (
        <p className="note">
          <CodeMark standing={card.codeStanding} /> {t('own.codeOfBody', { body: card.bodyName })}
        </p>
      )}
      <TakeCard card={isOnly ? null : card} />
      <CopiesOnPhones wallets={wallets} card={isOnly ? null : card} />
    </>
  );
}

/** Older cards whose copies on phones are still good for a while: nobody is stopped at a door meanwhile. */
function Superseded({ cards }: { readonly cards: readonly MyCardView[] }) {
  const { t, localize } = useWords();
  return cards
    .filter(({ overlapUntil }) => overlapUntil !== null)
    .map(({ number, endLabel, overlapUntil }) => (
      <p className="note" key={number} data-superseded>
        {t('own.cardOverlap', { number, why: localize(endLabel), until: instantText(overlapUntil!) })}
      </p>
    ));
}

function Ended({ cards }: { readonly cards: readonly MyCardView[] }) {
  const { t, localize } = useWords();
  if (cards.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t('own.cardsEnded', { count: cards.length })}</summary>
      <ul className="plain stack tight">
        {cards.map((card) => (
          <li key={card.number}>
            <span className="mono">{card.number}</span> <Mark tone="off">{localize(card.endLabel)}</Mark>
            <br />
            <span className="small soft">
              {card.employment !== 'main' && `${t(`own.employment.${card.employment}`)} · `}
              {card.position} · {card.bodyName}
              {card.endedAt && ` · ${t('own.cardEndedAt', { at: instantText(card.endedAt) })}`}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/toi/ai-da-xem">{t('own.reads')}</Link>
    </details>
  );
}
