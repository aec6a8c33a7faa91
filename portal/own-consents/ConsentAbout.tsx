/** Who asks or asked, what for, until when, which parts; who has viewed by it; the giving to take along. */
import { fileAddress } from '#portal/api/client.ts';
import type { OwnConsent } from '#portal/api/generated/api.ts';
import { ConsentParts } from '#portal/consents/ConsentParts.tsx';
import { StandingMark } from '#portal/consents/StandingMark.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';

export function ConsentAbout({ one }: { readonly one: OwnConsent }) {
  const { t, localize } = useWords();
  const { standing, given } = one;
  return (
    <div className="stack tight">
      <p className="row">
        <span className="strong">{one.bodyName}</span> <StandingMark standing={standing} />
      </p>
      <p>{t('consent.forPurpose', { purpose: localize(one.purpose) })}</p>
      <p className="break">{one.reason}</p>
      <p className="small soft tabular">
        {t('consent.askedBy', { by: one.askedBy, at: instantText(one.askedAt) })} · {t('consent.until2', { day: dayText(one.until) })}
        {standing === 'asked' && ` · ${t('consent.answerBy', { day: dayText(one.answerBy) })}`}
        {one.endedAt !== null && ` · ${t('consent.endedAt', { at: instantText(one.endedAt) })}`}
      </p>
      {standing !== 'asked' && (
        <ConsentParts
          title={t(given.length > 0 ? 'consent.givenParts' : 'consent.askedParts')}
          parts={given.length > 0 ? given : one.asked}
        />
      )}
      {given.length > 0 && <Looks one={one} />}
      {given.length > 0 && (
        <p>
          <a href={fileAddress('/me/consents/{id}/message', { path: { id: one.id } })} download>
            {t('ownConsent.take')}
          </a>
        </p>
      )}
    </div>
  );
}

function Looks({ one: { looks } }: { readonly one: OwnConsent }) {
  const { t } = useWords();
  if (looks.count === 0) return <p className="small soft">{t('ownConsent.notLooked')}</p>;
  return (
    <div data-looks={looks.count}>
      <p className="small">{t('ownConsent.looks', { count: looks.count })}</p>
      <ul className="small soft">
        {looks.last.map(({ readingId, by, at }) => (
          <li key={readingId}>{t('ownConsent.lookBy', { by, at: instantText(at) })}</li>
        ))}
      </ul>
    </div>
  );
}
