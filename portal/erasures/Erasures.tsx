/** /huy-du-lieu: requests to destroy somebody's data; who may decides, with what goes and what stays before their eyes. */
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { ErasureRow } from '#portal/api/generated/api.ts';
import { useErasures } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { GrantOrRefuse, decisionBody, type Decision } from '#portal/parts/GrantOrRefuse.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { TakeBack } from '#portal/parts/TakeBack.tsx';

/** As many characters as the server takes. */

export function Erasures() {
  const { t } = useWords();
  const query = useErasures();
  return (
    <>
      <PageTitle title={t('erasure.title')} lead={t('erasure.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const rows = joined(data);
          if (rows.length === 0)
            return (
              <div className="panel">
                <Empty title={t('erasure.none')} next={t('erasure.noneNext')} />
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

function Rows({ rows }: { readonly rows: readonly ErasureRow[] }) {
  const { t, localize } = useWords();
  const [chosen, setChosen] = useState<ErasureRow | null>(null);
  return (
    <TableScroll label={t('erasure.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('erasure.person')}</th>
            <th scope="col">{t('erasure.ground')}</th>
            <th scope="col">{t('erasure.asked')}</th>
            <th scope="col">{t('erasure.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-state={row.state}>
              <th scope="row">
                {row.name === '' ? (
                  <span className="soft">{t('erasure.gone')}</span>
                ) : (
                  <Link to={`/ho-so/${row.personId}`} className="strong">
                    {row.name}
                  </Link>
                )}
                <br />
                <span className="small soft">{row.bodyName}</span>
              </th>
              <td data-label={t('erasure.ground')}>
                {localize(row.ground)}
                <br />
                <span className="small soft">{t('erasure.paperOf', { ...row.paper, day: dayText(row.paper.day) })}</span>
              </td>
              <td data-label={t('erasure.asked')} className="tabular">
                {t('erasure.askedBy', { name: row.askedBy, at: instantText(row.askedAt) })}
              </td>
              <td data-label={t('erasure.state')}>
                {t(`erasure.stateOf.${row.state}`)} {row.byMe && row.state === 'asked' && <Mark tone="off">{t('erasure.byMe')}</Mark>}
                {row.refusal !== null && <p className="small">{row.refusal}</p>}
                {row.doneAt !== null && <p className="small tabular">{instantText(row.doneAt)}</p>}
                {mayDo(row, 'erasure.decide') && (
                  <Button variant="default" size="compact-sm" onClick={() => setChosen(row)}>
                    {t('erasure.decide')}
                  </Button>
                )}
                {mayDo(row, 'erasure.ask') && row.state === 'asked' && <TakeBackRequest id={row.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <Decide row={chosen} onClose={() => setChosen(null)} />}
    </TableScroll>
  );
}

function TakeBackRequest({ id }: { readonly id: string }) {
  const { t } = useWords();
  const back = useAct('/erasures/{id}/withdrawal', () => ({ path: { id } }), [['erasures']]);
  return <TakeBack back={back} label={t('erasure.takeBack')} />;
}

function Decide({ row, onClose }: { readonly row: ErasureRow; readonly onClose: () => void }) {
  const { t, localize } = useWords();
  const decide = useAct('/erasures/{id}/decision', (decision: Decision) => ({ path: { id: row.id }, body: decisionBody(decision) }), [
    ['erasures'],
    ['person', row.personId],
  ]);
  return (
    <Dialog title={t('erasure.decideTitle', { name: row.name })} onClose={onClose}>
      <div className="form">
        <dl className="pairs">
          <dt>{t('erasure.ground')}</dt>
          <dd>
            {localize(row.ground)} <span className="small soft">{row.law}</span>
          </dd>
          <dt>{t('erasure.paper')}</dt>
          <dd>{t('erasure.paperOf', { ...row.paper, day: dayText(row.paper.day) })}</dd>
          <dt>{t('erasure.reason')}</dt>
          <dd>{row.reason}</dd>
        </dl>
        <p className="note warn">{t('erasure.goes')}</p>
        <p>{t('erasure.stays')}</p>
        {row.standing !== null && <p className="note bad">{t('erasure.standing', { what: localize(row.standing) })}</p>}
        <GrantOrRefuse
          decide={decide}
          words={{ refuseWhy: t('erasure.refuseWhy'), grant: t('erasure.grant'), refuse: t('erasure.refuse') }}
          onDone={onClose}
        />
      </div>
    </Dialog>
  );
}
