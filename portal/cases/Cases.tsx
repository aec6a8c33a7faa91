/** /viec: transfers, returns, double claims and new numbers of my bodies; those that wait for me say so. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useCases, useSession } from '#portal/api/queries.ts';
import type { CaseRow } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { TONE_OF_CASE } from '#portal/parts/tones.ts';
import { useCaseWords } from './use-case-words.ts';

export function Cases() {
  const { t } = useWords();
  const session = useSession().data;
  const [all, setAll] = useState(false);
  const query = useCases(all);
  return (
    <>
      <PageTitle
        title={t('cases.title')}
        lead={t('cases.lead')}
        actions={mayDo(session, 'case.ask') && <Button to="/viec/tiep-nhan">{t('cases.ask')}</Button>}
      />
      <div className="stack">
        <Checkbox label={t('cases.showAll')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        <Answered query={query} lines={6}>
          {(data) => {
            const rows = joined(data);
            if (rows.length === 0)
              return (
                <div className="panel">
                  <Empty title={t('cases.empty')} next={t('cases.emptyNext')} />
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
      </div>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t } = useWords();
  return (
    <TableScroll label={t('cases.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('cases.who')}</th>
            <th scope="col">{t('cases.kindTitle')}</th>
            <th scope="col">{t('cases.from')}</th>
            <th scope="col">{t('cases.to')}</th>
            <th scope="col">{t('cases.stateTitle')}</th>
            <th scope="col">{t('cases.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.caseId} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ row }: { readonly row: CaseRow }) {
  const { t } = useWords();
  const { whoOf, sideName, stateOf } = useCaseWords();
  return (
    <tr>
      <td data-label={t('cases.who')}>
        <Link to={`/viec/${row.caseId}`} className="strong">
          {whoOf(row)}
        </Link>
      </td>
      <td data-label={t('cases.kindTitle')}>{t(`cases.kind.${row.kind}`)}</td>
      <td data-label={t('cases.from')}>{sideName(row.from)}</td>
      <td data-label={t('cases.to')}>{sideName(row.to)}</td>
      <td data-label={t('cases.stateTitle')}>
        <Mark tone={row.waitsForMe ? 'warn' : TONE_OF_CASE[row.state]}>{row.waitsForMe ? t('cases.waitsForMe') : stateOf(row)}</Mark>
      </td>
      <td data-label={t('cases.due')}>{row.endedAt === null ? dayText(row.dueOn) : ''}</td>
    </tr>
  );
}
