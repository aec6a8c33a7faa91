/** Attestations of one record, each to take along: a part of the own pages and of the record page. */
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import type { UseQueryResult } from '@tanstack/react-query';
import type { AttestationRow } from '#portal/api/generated/api.ts';
import { fileAddress } from '#portal/api/client.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';

const FORMS = ['json', 'pdf'] as const;

interface Props {
  readonly query: UseQueryResult<readonly AttestationRow[]>;
  readonly addressOf: (id: string, form: (typeof FORMS)[number]) => ReturnType<typeof fileAddress>;
}

export function Attestations({ query, addressOf }: Props) {
  const { t } = useWords();
  return (
    <section className="panel stack tight attestations" aria-label={t('attestation.list')}>
      <h2>{t('attestation.list')}</h2>
      <p className="soft">{t('attestation.listLead')}</p>
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('attestation.empty')} next={t('attestation.emptyNext')} />
          ) : (
            <ul className="plain stack tight">
              {rows.map((row) => (
                <Row key={row.id} row={row} addressOf={addressOf} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function Row({ row, addressOf }: { readonly row: AttestationRow } & Pick<Props, 'addressOf'>) {
  const { t, localize } = useWords();
  const at = instantText(row.at);
  return (
    <li>
      <p>
        <span className="strong tabular">{at}</span> · {[row.by, row.bodyName].filter(Boolean).join(', ')}
      </p>
      <p className="soft small">{row.groups.map(localize).join('; ')}</p>
      <p className="actions">
        {FORMS.map((form) => (
          <a key={form} href={addressOf(row.id, form)} download aria-label={t(`attestation.${form}Of`, { at })}>
            <IconDownload className="icon" size={16} aria-hidden /> {t(`attestation.${form}`)}
          </a>
        ))}
      </p>
    </li>
  );
}
