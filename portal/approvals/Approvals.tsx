/** /duyet-gui: what the unit asks to submit, the earliest request first. */
import { Link } from 'react-router';
import { useApprovals } from '#portal/api/approval-queries.ts';
import type { WaitingApproval } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

export function Approvals() {
  const { t } = useWords();
  const query = useApprovals();
  return (
    <>
      <PageTitle title={t('approval.title')} lead={t('approval.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const rows = joined(data);
          return (
            <div className="panel flush">
              {rows.length === 0 ? <Empty title={t('approval.none')} next={t('approval.noneNext')} /> : <Rows rows={rows} />}
              <MoreButton query={query} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly WaitingApproval[] }) {
  const { t } = useWords();
  const { number, age } = useFormat();
  return (
    <TableScroll label={t('approval.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('approval.file')}</th>
            <th scope="col">{t('approval.body')}</th>
            <th scope="col">{t('approval.asked')}</th>
            <th scope="col" className="num">
              {t('approval.people')}
            </th>
            <th scope="col" className="num">
              {t('approval.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.requestId}>
              <th scope="row" className="break">
                <Link to={`/duyet-gui/${row.requestId}`} className="strong">
                  {row.fileName}
                </Link>
                <br />
                <span className="soft small tabular">{row.uploadNumber}</span>
              </th>
              <td data-label={t('approval.body')}>{row.bodyName}</td>
              <td data-label={t('approval.asked')}>{row.askedBy}</td>
              <td className="num" data-label={t('approval.people')}>
                {number(row.counts.accepted)}
              </td>
              <td className="num" data-label={t('approval.age')} title={instantText(row.askedAt)}>
                {age(row.askedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
