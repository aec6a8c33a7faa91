/** "Hiện ảnh": the portrait stands covered until it is asked for; the asking is logged, and the person sees it. */
import { useState } from 'react';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { fileAddress } from '#portal/api/client.ts';
import type { PersonRecord } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Portrait } from '#portal/parts/Portrait.tsx';
import type { AsOf } from './as-of.ts';

/** Who is on the page, and which past of theirs was asked for (null: none, the page shows what stands). */
export type PersonOnPage = Pick<PersonRecord, 'personId' | 'name' | 'may'> & AsOf;

interface Props {
  readonly person: PersonOnPage;
  readonly label: string;
}

export function PortraitOnRequest({ person, label }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  if (asked) {
    const { personId, name, validOn, knownAt } = person;
    return (
      <Portrait
        src={fileAddress('/people/{id}/portrait', { path: { id: personId }, query: { validOn, knownAt } })}
        name={name}
        width={180}
      />
    );
  }
  return (
    <button
      type="button"
      className="link nowrap"
      title={t('record.showWhat')}
      aria-label={t('record.showField', { field: label })}
      onClick={() => {
        setAsked(true);
        void queries.invalidateQueries({ queryKey: ['person', person.personId, 'reads'] });
      }}
    >
      <IconEye className="icon" size={16} aria-hidden /> {t('portrait.show')}
    </button>
  );
}
