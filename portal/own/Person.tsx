/** Who I am, as the register has me: picture, name, position, body, number. */
import type { Me } from '#portal/api/generated/api.ts';
import { fileAddress } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { ShowButton } from '#portal/people/ShowButton.tsx';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { useAsk } from './use-ask.ts';

/** The dictionary's key of the citizen number. */
const NUMBER = 'soDinhDanh';

export function Person({ person }: { readonly person: NonNullable<Me['person']> }) {
  const { t, localize } = useWords();
  const number = useAsk();
  return (
    <section className="panel own-person" aria-label={t('own.who')}>
      {person.hasPortrait ? (
        <img src={fileAddress('/me/portrait', {})} width={84} height={112} alt={t('own.portrait')} />
      ) : (
        <span className="own-no-picture" role="img" aria-label={t('own.noPortrait')}>
          <IconUser size={40} stroke={1.25} aria-hidden />
        </span>
      )}
      <div className="stack tight">
        <div>
          <p className="own-name">{person.name}</p>
          {localize(person.position) !== '' && <p>{localize(person.position)}</p>}
          <p className="soft">{person.bodyName}</p>
        </div>
        <p className="small">
          <span className="soft">{t('record.nationalId')}:</span>{' '}
          <span className="tabular nowrap">{number.text ?? person.nationalIdMasked}</span>{' '}
          {number.text === null && <ShowButton label={t('record.nationalId')} unmask={number} field={NUMBER} />}
        </p>
        <p>
          {person.identityLocked ? (
            <>
              <Mark tone="good">{t('own.matched')}</Mark> <span className="small soft">{t('own.matchedWhat')}</span>
            </>
          ) : (
            <Mark tone="wait">{t('own.notMatched')}</Mark>
          )}
        </p>
      </div>
    </section>
  );
}
