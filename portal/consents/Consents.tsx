/** /xem-theo-dong-y: asking for consent by a code, and how each request stands. */
import { useAct } from '#portal/api/act-on.ts';
import { useConsents } from '#portal/api/consent-queries.ts';
import type { AskedConsent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { AskConsent } from './AskConsent.tsx';
import { ConsentParts } from './ConsentParts.tsx';
import { StandingMark } from './StandingMark.tsx';

export function Consents() {
  const { t } = useWords();
  const query = useConsents();
  return (
    <>
      <PageTitle title={t('consent.title')} lead={t('consent.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const items = joined(data);
          const choices = data.pages[0]?.choices;
          return (
            <div className="stack">
              {choices && <AskConsent choices={choices} />}
              <section className="panel stack" aria-labelledby="consents">
                <h2 id="consents">{t('consent.list')}</h2>
                {items.length === 0 ? (
                  <Empty title={t('consent.none')} next={t('consent.noneNext')} />
                ) : (
                  <ul className="plain stack">
                    {items.map((one) => (
                      <li key={one.id} data-consent={one.standing}>
                        <One consent={one} />
                      </li>
                    ))}
                  </ul>
                )}
                <MoreButton query={query} />
              </section>
            </div>
          );
        }}
      </Answered>
    </>
  );
}

function One({ consent }: { readonly consent: AskedConsent }) {
  const { t, localize } = useWords();
  const { id, personName, standing, purpose, reason, askedBy, askedAt, until, answerBy, asked, given, endedAt } = consent;
  const name = personName ?? t('consent.unnamed', { at: instantText(askedAt) });
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{name}</span> <StandingMark standing={standing} />
      </p>
      <p className="break">
        {localize(purpose)} · {reason}
      </p>
      <p className="small soft tabular">
        {t('consent.askedBy', { by: askedBy, at: instantText(askedAt) })} · {t('consent.until2', { day: dayText(until) })}
        {standing === 'asked' && ` · ${t('consent.answerBy', { day: dayText(answerBy) })}`}
        {endedAt !== null && ` · ${t('consent.endedAt', { at: instantText(endedAt) })}`}
      </p>
      <ConsentParts title={t('consent.askedParts')} parts={asked} />
      {standing === 'given' && <ConsentParts title={t('consent.givenParts')} parts={given} />}
      {standing === 'given' && (
        <div className="actions">
          <Button to={`/xem-theo-dong-y/${id}`} data-open-consent aria-label={t('consent.openOf', { name })}>
            {t('consent.open')}
          </Button>
        </div>
      )}
      {standing === 'asked' && <TakeBack id={id} />}
    </div>
  );
}

function TakeBack({ id }: { readonly id: string }) {
  const { t } = useWords();
  const act = useAct('/consents/{id}/take-back', (_now: null) => ({ path: { id } }), [['consents']]);
  return (
    <div className="actions">
      {act.error !== null && <Failure error={act.error} />}
      <Button variant="default" loading={act.busy} onClick={() => void act.go(null).catch(() => undefined)}>
        {t('consent.takeBack')}
      </Button>
    </div>
  );
}
