/** What else is proposed of this group: where it comes from, since when, what it says. Neither is written over the other: each is decided by itself. */
import { Link } from 'react-router';
import type { PresentedGroup, PresentedPerson } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';

interface Props {
  readonly group: PresentedGroup;
  readonly personId: PresentedPerson['personId'];
}

export function BesideProposals({ group: { beside }, personId }: Props) {
  const { t, localize } = useWords();
  if (beside.length === 0) return null;
  return (
    <div className="note warn stack tight" data-beside={beside.length}>
      <p className="strong">{t('decide.beside')}</p>
      <p>{t('decide.besideNext')}</p>
      <ul className="plain stack tight">
        {beside.map(({ submissionId, uploadNumber, origin, sentAt, fields }) => (
          <li key={submissionId} className="stack tight">
            <Link to={`/xac-nhan/${submissionId}/${personId}`}>
              {t(`decide.besideOrigin.${origin}`, { number: uploadNumber, at: instantText(sentAt) })}
            </Link>
            <ul>
              {fields.map(({ label, from, to }, place) => (
                <li key={place} className="break">
                  {localize(label)}: {from === null ? '–' : localize(from)} → {to === null ? '–' : localize(to)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
