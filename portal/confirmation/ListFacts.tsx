/** What a list comes to: in counts, by group, and who is looked at one by one and why. */
import type { CleanList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { aloneOf } from './clean-list.ts';

export function ListCounts({ view }: { readonly view: CleanList }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { list } = view;
  return (
    <dl className="facts">
      <div>
        <dt>{t('list.waiting')}</dt>
        <dd>{number(view.waiting ?? 0)}</dd>
      </div>
      <div>
        <dt>{t('list.clean')}</dt>
        <dd className="good">{number(list?.people ?? 0)}</dd>
      </div>
      <div>
        <dt>{t('list.alone')}</dt>
        <dd>{number(aloneOf(view))}</dd>
      </div>
      {list !== null && list.beyond > 0 && (
        <div>
          <dt>{t('list.beyond', { max: number(view.peopleMax) })}</dt>
          <dd>{number(list.beyond)}</dd>
        </div>
      )}
    </dl>
  );
}

export function ListTables({ view }: { readonly view: CleanList }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const { list, alone } = view;
  return (
    <>
      {list && (
        <section className="panel flush">
          <div className="panel-head">
            <h2>{t('list.groups')}</h2>
          </div>
          <TableScroll label={t('list.groups')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('queue.groups')}</th>
                  <th scope="col" className="num">
                    {t('list.people')}
                  </th>
                  <th scope="col" className="num">
                    {t('list.changes')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.groups.map((group) => (
                  <tr key={group.group}>
                    <th scope="row">{localize(group.title)}</th>
                    <td className="num">{number(group.people)}</td>
                    <td className="num">{number(group.changes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      )}
      {alone.length > 0 && (
        <section className="panel flush">
          <div className="panel-head">
            <h2>{t('list.aloneTitle')}</h2>
          </div>
          <TableScroll label={t('list.aloneTitle')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('list.reason')}</th>
                  <th scope="col" className="num">
                    {t('list.people')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {alone.map(({ reason, label, people }) => (
                  <tr key={reason} data-reason={reason}>
                    <th scope="row">{localize(label)}</th>
                    <td className="num">{number(people)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      )}
    </>
  );
}
