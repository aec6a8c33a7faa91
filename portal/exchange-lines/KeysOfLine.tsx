/** What a line is known by: keys that sign, callers that are let in, officers who confirm by key; each with its end. */
import type { ExchangeSource } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly name: string;
  readonly more: string;
  readonly ends: string | null;
}

export function KeysOfLine({ source }: { readonly source: ExchangeSource }) {
  const { t } = useWords();
  const rows: readonly Row[] = [
    ...source.keys.map(({ kid, fingerprint, endsAt }) => ({
      key: `key ${kid}`,
      what: t('line.sourceKey'),
      name: kid,
      more: fingerprint,
      ends: endsAt,
    })),
    ...source.callers.map(({ carrier, name, networks, validTo, endsAt }) => ({
      key: `${carrier} ${name}`,
      what: t(`line.carrierOf.${carrier}`),
      name,
      more: networks.join(', '),
      ends: endsAt ?? validTo,
    })),
    ...source.confirmers.map(({ kid, officer, maker, fingerprint, endsAt }) => ({
      key: `confirms ${kid}`,
      what: t('line.confirmer', { name: officer }),
      name: `${kid} (${maker})`,
      more: fingerprint,
      ends: endsAt,
    })),
  ];
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('line.keys')}</h2>
      </div>
      <TableScroll label={t('line.keys')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('line.what')}</th>
              <th scope="col">{t('line.name')}</th>
              <th scope="col">{t('line.ends')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, what, name, more, ends }) => (
              <tr key={key}>
                <th scope="row">{what}</th>
                <td data-label={t('line.name')} className="break">
                  {name}
                  <br />
                  <span className="small soft">{more}</span>
                </td>
                <td data-label={t('line.ends')} className="tabular">
                  {ends === null ? t('line.noEnd') : instantText(ends)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
