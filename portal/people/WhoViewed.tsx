/** Who viewed a record: openings one by one, list hits summed by day. */
import { useReads, useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { NameReader } from '#portal/oversight/NameReader.tsx';
import { useRoleNames } from '#portal/oversight/use-role-names.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function WhoViewed({ id }: { readonly id: string }) {
  const { t, texts } = useWords();
  const query = useReads(id, true);
  const mayName = mayDo(useSession().data, 'readers.name');
  const roles = useRoleNames();
  const words = {
    read: texts('read') as Readonly<Record<string, string>>,
    purpose: texts('purpose') as Readonly<Record<string, string>>,
  };
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{query.data?.name ? t('record.readsOf', { name: query.data.name }) : t('record.reads')}</h2>
        <p className="soft">{t('record.readsLead')}</p>
      </div>
      <Answered query={query}>
        {({ items: reads }) =>
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
                    {mayName && <th scope="col">{t('oversight.who')}</th>}
                  </tr>
                </thead>
                <tbody>
                  {reads.map((one, index) => (
                    <tr key={index}>
                      <td className="tabular nowrap">{instantText(one.at)}</td>
                      <td>{roles(one.actorRole.split('+'))}</td>
                      <td>{one.bodyName}</td>
                      <td>{words.purpose[one.purpose] ?? one.purpose}</td>
                      <td>{words.read[one.kind] ?? one.kind}</td>
                      <td className="num">{one.count}</td>
                      {mayName && <td>{one.actorRole !== 'SYSTEM' && <NameReader eventId={one.eventId} purpose="SUPERVISE" />}</td>}
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
