/** /the-giu-lai: people whose card was ended for a reason of mistrust and who have none until a second officer decides. */
import { Link } from 'react-router';
import type { HeldBackPerson } from '#portal/api/generated/api.ts';
import { useHeldBackCards } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';

export function HeldCards() {
  const { t } = useWords();
  const query = useHeldBackCards();
  return (
    <>
      <PageTitle title={t('heldCards.title')} lead={t('heldCards.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const rows = joined(data);
          if (rows.length === 0)
            return (
              <div className="panel">
                <Empty title={t('heldCards.none')} next={t('heldCards.noneNext')} />
              </div>
            );
          return (
            <div className="panel flush">
              <Rows rows={rows} />
              <MoreButton query={query} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly HeldBackPerson[] }) {
  const { t, localize } = useWords();
  return (
    <TableScroll label={t('heldCards.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('heldCards.name')}</th>
            <th scope="col">{t('heldCards.body')}</th>
            <th scope="col">{t('heldCards.number')}</th>
            <th scope="col">{t('heldCards.reason')}</th>
            <th scope="col">{t('heldCards.since')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/ho-so/${row.personId}#the`} className="strong">
                  {row.name}
                </Link>
              </th>
              <td data-label={t('heldCards.body')}>{row.bodyName}</td>
              <td data-label={t('heldCards.number')} className="mono">
                {row.number}
              </td>
              <td data-label={t('heldCards.reason')}>
                {localize(row.label)} {row.byMe && <Mark tone="off">{t('heldCards.byMe')}</Mark>}
              </td>
              <td data-label={t('heldCards.since')} className="tabular">
                {instantText(row.since)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
