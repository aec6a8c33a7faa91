/** What consents tell: their person of what is asked, given and used in their name, the body that asked of what came of it. */
import { addDays } from '#base/vietnamese/dates.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { standingOf } from '#record/consent/step.ts';
import { consentsToNotice, looksToNotice } from '#record/consent/to-notice.ts';
import { CONSENT_IS_NEWS_DAYS } from './limits.ts';
import type { News } from './news.ts';
import type { Matter } from './matters.ts';
import { accountsOfPeople, accountsThatMay } from './store.ts';

/** Of the consents of these people as they stand now, each told once; and the questions among them that wait no more. */
export async function consentNews(
  tx: Tx,
  personIds: readonly string[],
  today: PlainDate,
): Promise<{ readonly news: readonly News[]; readonly answered: readonly string[] }> {
  const consents = (await consentsToNotice(tx, personIds)).map((one) => ({ ...one, standing: standingOf(one, today) }));
  const own = await accountsOfPeople(tx, [...new Set(consents.map(({ standsAs }) => standsAs))]);
  const oldest = addDays(today, -CONSENT_IS_NEWS_DAYS);
  const officers = new Map<string, readonly string[]>();
  for (const { bodyId } of consents) if (!officers.has(bodyId)) officers.set(bodyId, await accountsThatMay(tx, ['consent.use'], bodyId));
  const news = consents.flatMap(({ consentId, standsAs, bodyId, standing, answerBy, answeredOn, endedOn }): News[] => {
    const tells = (matter: Matter, accountIds: readonly string[] = [], day: PlainDate | null): News[] =>
      day === null || (matter !== 'consent-asked' && day < oldest)
        ? []
        : [{ matter, subjectId: consentId, facts: { day: dayText(day) }, accountIds }];
    const [mine, theirs] = [own.get(standsAs), officers.get(bodyId)];
    switch (standing) {
      case 'asked':
        return tells('consent-asked', mine, answerBy);
      case 'given':
        return [...tells('consent-given', mine, answeredOn), ...tells('consent-answered', theirs, answeredOn)];
      case 'refused':
        return tells('consent-answered', theirs, answeredOn);
      case 'withdrawn':
        return tells('consent-withdrawn', theirs, endedOn);
      default:
        return [];
    }
  });
  return { news, answered: consents.flatMap(({ consentId, standing }) => (standing === 'asked' ? [] : [consentId])) };
}

/** That somebody looked by a consent: these readings, of each consent the newest day. */
export async function lookNews(tx: Tx, readingIds: readonly string[]): Promise<readonly News[]> {
  const looks = await looksToNotice(tx, readingIds);
  const own = await accountsOfPeople(tx, [...new Set(looks.map(({ standsAs }) => standsAs))]);
  return looks.map(({ consentId, standsAs, lookedOn }) => ({
    matter: 'consent-used',
    subjectId: consentId,
    facts: { day: dayText(lookedOn) },
    accountIds: own.get(standsAs) ?? [],
  }));
}
