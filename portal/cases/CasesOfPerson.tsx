/** What is open about one person, and what may be asked: on the record page and beside a decision. Nothing when there is nothing. */
import { Link } from 'react-router';
import { usePersonCases } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo, type WithMay } from '#portal/may.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TONE_OF_CASE } from '#portal/parts/tones.ts';
import { useCaseWords } from './use-case-words.ts';

export function CasesOfPerson({ of, registered }: { readonly of: WithMay & { readonly personId: string }; readonly registered: boolean }) {
  const { personId } = of;
  const { t } = useWords();
  const { stateOf } = useCaseWords();
  const asks = registered && mayDo(of, 'case.ask');
  const cases = usePersonCases(personId, mayDo(of, 'case.read')).data?.items ?? [];
  if (cases.length === 0 && !asks) return null;
  return (
    <div className={cases.some(({ endedAt }) => endedAt === null) ? 'note warn' : 'note'} data-cases>
      {cases.length > 0 && (
        <>
          <h2>{t('cases.openCases')}</h2>
          <ul className="plain">
            {cases.map((one) => (
              <li key={one.caseId}>
                <Link to={`/viec/${one.caseId}`}>{t(`cases.kind.${one.kind}`)}</Link>{' '}
                <Mark tone={TONE_OF_CASE[one.state]}>{stateOf(one)}</Mark>
              </li>
            ))}
          </ul>
        </>
      )}
      {asks && (
        <p className="row">
          <span>{t('cases.ofPerson')}:</span> <Link to={`/viec/chuyen-di/${personId}`}>{t('cases.offerThis')}</Link>{' '}
          <Link to={`/viec/biet-phai/${personId}`}>{t('cases.secondThis')}</Link>{' '}
          <Link to={`/viec/kiem-nhiem/${personId}`}>{t('cases.besideThis')}</Link>{' '}
          <Link to={`/viec/doi-so/${personId}`}>{t('cases.changeNumber')}</Link>{' '}
          <Link to={`/viec/hop-nhat/${personId}`}>{t('cases.mergeThis')}</Link>
        </p>
      )}
    </div>
  );
}
