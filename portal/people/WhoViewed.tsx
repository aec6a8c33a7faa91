/** Who viewed a record: openings one by one, list hits summed by day. */
import { useReads } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function WhoViewed({ id }: { readonly id: string }) {
  const { t } = useWords();
  const query = useReads(id, true);
  const words = {
    role: t('role', { returnObjects: true }) as Readonly<Record<string, string>>,
    read: t('read', { returnObjects: true }) as Readonly<Record<string, string>>,
    purpose: t('purpose', { returnObjects: true }) as Readonly<Record<string, string>>,
  };
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('record.reads')}</h2>
        <p className="soft">{t('record.readsLead')}</p>
      </div>
      <Answered query={query}>
        {(reads) =>
          reads.length === 0 ? (
            <Empty title={t('record.readsEmpty')} next={t('record.readsEmptyNext')} />
          ) : (
            <TableScroll label={t('record.reads')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('record.readAt')}</th>
                    <th scope="col">{t('record.readRole')}</th>
                    <th scope="col">{t('record.readBody')}</th>
                    <th scope="col">{t('record.readPurpose')}</th>
                    <th scope="col">{t('record.readKind')}</th>
                    <th scope="col" className="num">
                      {t('record.readCount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {reads.map((one, index) => (
                    <tr key={index}>
                      <td className="tabular nowrap">{instantText(one.at)}</td>
                      <td>{words.role[one.actorRole] ?? one.actorRole}</td>
                      <td>{one.bodyName}</td>
                      <td>{words.purpose[one.purpose] ?? one.purpose}</td>
                      <td>{words.read[one.kind] ?? one.kind}</td>
                      <td className="num">{one.count}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Answered>
    </section>
  );
}
