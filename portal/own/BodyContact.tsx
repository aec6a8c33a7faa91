/** Whom to turn to at the agency that keeps the record. */
import { useBodyContact } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';

interface Props {
  readonly bodyId: string;
  readonly bodyName: string;
  /** what a mail to it is about; not said: nothing */
  readonly subject?: string;
}

/** Telephone, mail and place of the agency that keeps the record, or of the nearest above it that has one. */
export function BodyContact({ bodyId, bodyName, subject }: Props) {
  const { t } = useWords();
  const { data } = useBodyContact(bodyId);
  if (!data) return null;
  if (data.body === null) return <p className="small soft">{t('own.contactNone', { body: bodyName })}</p>;
  return (
    <p>
      <span className="strong">{t('own.contact', { body: data.body.name })}:</span>{' '}
      {data.phone !== null && <a href={`tel:${data.phone.replaceAll(/[^0-9+]/g, '')}`}>{data.phone}</a>}
      {data.phone !== null && data.email !== null && ' · '}
      {data.email !== null && (
        <a href={`mailto:${data.email}${subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`}`}>{data.email}</a>
      )}
      {data.place !== null && <span> · {data.place}</span>}
    </p>
  );
}
