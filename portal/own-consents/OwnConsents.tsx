/** /toi/dong-y: the code to hand over, who asks for what, what I let whom view, and what is past. */
import '#portal/own/own.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMyConsents } from '#portal/api/consent-queries.ts';
import type { OwnConsent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { AnswerConsent } from './AnswerConsent.tsx';
import { byStanding } from './by-standing.ts';
import { ConsentAbout } from './ConsentAbout.tsx';
import { MakeCode } from './MakeCode.tsx';
import { WithdrawConsent } from './WithdrawConsent.tsx';

type Done = 'give' | 'refuse' | 'withdraw';

export function OwnConsents() {
  const { t } = useWords();
  const query = useMyConsents();
  const [done, setDone] = useState<Done | null>(null);
  return (
    <>
      <PageTitle title={t('ownConsent.title')} lead={t('ownConsent.lead')} />
      <div className="stack">
        {done !== null && (
          <p className="note good" role="status">
            {t(`ownConsent.done.${done}`)}
          </p>
        )}
        <MakeCode onLook={() => void query.refetch()} />
        <Answered query={query}>{(data) => <List items={data.items} onDone={setDone} />}</Answered>
        <p>
          <Link to="/toi/ai-da-xem">{t('ownConsent.reads')}</Link>
        </p>
      </div>
    </>
  );
}

function List({ items, onDone }: { readonly items: readonly OwnConsent[]; readonly onDone: (done: Done) => void }) {
  const { t } = useWords();
  const { waiting, holding, past } = byStanding(items);
  if (items.length === 0)
    return (
      <div className="panel">
        <Empty title={t('ownConsent.none')} next={t('ownConsent.noneNext')} />
      </div>
    );
  return (
    <div className="stack">
      {waiting.length > 0 && (
        <section className="stack tight" aria-label={t('ownConsent.waiting')}>
          <h2>{t('ownConsent.waiting')}</h2>
          {waiting.map((one) => (
            <article key={one.id} className="panel stack" data-own-consent={one.standing}>
              <ConsentAbout one={one} />
              <AnswerConsent one={one} onDone={onDone} />
            </article>
          ))}
        </section>
      )}
      {holding.length > 0 && (
        <section className="stack tight" aria-label={t('ownConsent.standing')}>
          <h2>{t('ownConsent.standing')}</h2>
          {holding.map((one) => (
            <article key={one.id} className="panel stack" data-own-consent={one.standing}>
              <ConsentAbout one={one} />
              <WithdrawConsent one={one} onDone={onDone} />
            </article>
          ))}
        </section>
      )}
      {past.length > 0 && (
        <details className="panel">
          <summary>{t('ownConsent.past', { count: past.length })}</summary>
          <div className="stack">
            {past.map((one) => (
              <article key={one.id} className="stack tight" data-own-consent={one.standing}>
                <ConsentAbout one={one} />
              </article>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
