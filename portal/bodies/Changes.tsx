/** Changes of agencies that I made or may decide: what waits first. */
import { Link } from 'react-router';
import { useBodyChanges } from '#portal/api/body-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { TONE_OF_CHANGE } from './tones.ts';

export function Changes() {
  const { t } = useWords();
  const query = useBodyChanges();
  return (
    <section className="panel flush" aria-label={t('bodies.part.changes')}>
      <Answered query={query} lines={4}>
        {(data) => {
          const items = joined(data);
          if (items.length === 0) return <Empty title={t('bodies.noChanges')} next={t('bodies.noChangesNext')} />;
          return (
            <>
              <TableScroll label={t('bodies.part.changes')}>
                <table className="cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">{t('bodies.change')}</th>
                      <th scope="col">{t('bodies.on')}</th>
                      <th scope="col">{t('bodies.decision')}</th>
                      <th scope="col">{t('bodies.state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id} data-change={one.id} data-state={one.state}>
                        <th scope="row">
                          <Link to={`/co-quan/thay-doi/${one.id}`}>
                            {t(`bodies.kind.${one.kind}`)}: {one.about}
                          </Link>
                          {one.operations > 1 && <span className="soft small"> · {t('bodies.operations', { count: one.operations })}</span>}
                          {one.wrong > 0 && <span className="soft small"> · {t('bodies.wrongCells', { count: one.wrong })}</span>}
                        </th>
                        <td>{dayText(one.on)}</td>
                        <td>{one.decision?.number ?? '–'}</td>
                        <td>
                          <Mark tone={one.mayDecide ? 'warn' : TONE_OF_CHANGE[one.state]}>
                            {t(one.mayDecide ? 'bodies.forYou' : one.coming ? 'bodies.coming' : `bodies.states.${one.state}`)}
                          </Mark>{' '}
                          <span className="soft small">
                            {one.madeBy ?? ''} {instantText(one.madeAt)}
                          </span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
              <MoreButton query={query} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}
