/** Why somebody has no card: what is missing, or that they are held back, and the way out of either. */
import { useState } from 'react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { CardReleased, PersonCard } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { instantText } from '#portal/parts/format.ts';
import { ReleaseCard } from './ReleaseCard.tsx';

interface Props {
  readonly id: string;
  readonly card: PersonCard;
  readonly onReleased: (released: CardReleased) => void;
}

export function WhyNone({ id, card, onReleased }: Props) {
  const { t, localize, texts } = useWords();
  const [releasing, setReleasing] = useState(false);
  const words = texts('card.missing') as Readonly<Record<string, { readonly why: string; readonly next: string }>>;
  const missing = (card.why?.missing ?? []).flatMap((code) => words[code] ?? []);
  const heldBack = card.why?.heldBack ?? null;
  return (
    <section className="panel stack" data-no-card>
      <h3>{t(card.ended.length > 0 ? 'card.noneEnded' : 'card.none')}</h3>
      {heldBack && (
        <div className="note warn stack tight" data-held-back>
          <p className="strong">{t('card.heldBack', { why: localize(heldBack.label), at: instantText(heldBack.since) })}</p>
          <p>{t(heldBack.byMe ? 'card.heldBackByMe' : 'card.heldBackNext')}</p>
          {mayDo(card, 'card.release') && (
            <div>
              <Button variant="default" onClick={() => setReleasing(true)} data-release-card>
                {t('card.release')}
              </Button>
            </div>
          )}
        </div>
      )}
      {missing.length > 0 && (
        <ul className="plain stack">
          {missing.map(({ why, next }) => (
            <li key={why} className="obstacle">
              <IconAlertTriangle className="icon" size={20} aria-hidden />
              <span>
                <span className="strong">{why}</span>
                <br />
                {next}
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 && !heldBack && <p>{t('card.noneSoon')}</p>}
      {releasing && (
        <ReleaseCard
          id={id}
          reasons={card.releaseReasons}
          onClose={() => setReleasing(false)}
          onReleased={(released) => {
            setReleasing(false);
            onReleased(released);
          }}
        />
      )}
    </section>
  );
}
