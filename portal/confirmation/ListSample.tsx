/** The people of a list whom the officer must open, each with its state and the way to it. */
import { Link } from 'react-router';
import type { CleanList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { TONE_OF_SAMPLE, addressOfList, addressOfPerson, openedOf } from './clean-list.ts';

interface Props {
  readonly submissionId: string;
  readonly list: NonNullable<CleanList['list']>;
}

export function ListSample({ submissionId, list }: Props) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <section className="panel stack tight" aria-label={t('list.sample')}>
      <h2>
        {t('list.sample')} · {t('list.sampleOpened', { opened: number(openedOf(list)), of: number(list.sample.length) })}
      </h2>
      <p className="soft">{t('list.sampleWhat')}</p>
      <ul className="plain stack tight" data-sample>
        {list.sample.map(({ personId, name, state }) => (
          <li key={personId} className="row">
            <Link to={addressOfPerson(submissionId, personId)} state={{ list: addressOfList(submissionId) }} className="strong">
              {name}
            </Link>
            <Mark tone={TONE_OF_SAMPLE[state]}>{t(`list.state-${state}`)}</Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}
