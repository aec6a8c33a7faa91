/** /quan-ly-rieng: records that are kept apart and requests about them; who may decides, with what follows before their eyes. */
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { KeptApartRow } from '#portal/api/generated/api.ts';
import { useKeptApart } from '#portal/api/kept-apart-queries.ts';
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

export function KeptApart() {
  const { t } = useWords();
  const query = useKeptApart();
  return (
    <>
      <PageTitle title={t('keptApart.title')} lead={t('keptApart.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const rows = joined(data);
          if (rows.length === 0)
            return (
              <div className="panel">
                <Empty title={t('keptApart.none')} next={t('keptApart.noneNext')} />
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

function Rows({ rows }: { readonly rows: readonly KeptApartRow[] }) {
  const { t, localize } = useWords();
  const [chosen, setChosen] = useState<KeptApartRow | null>(null);
  return (
    <TableScroll label={t('keptApart.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('keptApart.person')}</th>
            <th scope="col">{t('keptApart.what')}</th>
            <th scope="col">{t('keptApart.asked')}</th>
            <th scope="col">{t('keptApart.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-state={row.state}>
              <th scope="row">
                <Link to={`/ho-so/${row.personId}`} className="strong">
                  {row.name}
                </Link>
                <br />
                <span className="small soft">{row.bodyName}</span>
              </th>
              <td data-label={t('keptApart.what')}>
                {t(`keptApart.kindOf.${row.kind}`)} · {localize(row.class)}
                <br />
                <span className="small soft">{t('keptApart.paperOf', { ...row.paper, day: dayText(row.paper.day) })}</span>
              </td>
              <td data-label={t('keptApart.asked')} className="tabular">
                {t('keptApart.askedBy', { name: row.askedBy, at: instantText(row.askedAt) })}
              </td>
              <td data-label={t('keptApart.state')}>
                {t(`keptApart.stateOf.${row.state}`)} {row.stands && <Mark tone="warn">{t('keptApart.stands')}</Mark>}
                {row.byMe && row.state === 'asked' && <Mark tone="off">{t('keptApart.byMe')}</Mark>}
                {row.refusal !== null && <p className="small">{row.refusal}</p>}
                {mayDo(row, 'kept-apart.decide') && (
                  <Button variant="default" size="compact-sm" onClick={() => setChosen(row)}>
                    {t('keptApart.decide')}
                  </Button>
                )}
                {mayDo(row, 'kept-apart.ask') && <TakeBackRequest id={row.id} />}
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
  const back = useAct('/kept-apart/{id}/withdrawal', () => ({ path: { id } }), [['kept-apart']]);
  return <TakeBack back={back} label={t('keptApart.takeBack')} />;
}

function Decide({ row, onClose }: { readonly row: KeptApartRow; readonly onClose: () => void }) {
  const { t, localize } = useWords();
  const decide = useAct('/kept-apart/{id}/decision', (decision: Decision) => ({ path: { id: row.id }, body: decisionBody(decision) }), [
    ['kept-apart'],
    ['person', row.personId],
  ]);
  return (
    <Dialog title={t('keptApart.decideTitle', { name: row.name })} onClose={onClose}>
      <div className="form">
        <dl className="pairs">
          <dt>{t('keptApart.what')}</dt>
          <dd>{t(`keptApart.kindOf.${row.kind}`)}</dd>
          <dt>{t('keptApart.class')}</dt>
          <dd>{localize(row.class)}</dd>
          <dt>{t('keptApart.paper')}</dt>
          <dd>{t('keptApart.paperOf', { ...row.paper, day: dayText(row.paper.day) })}</dd>
          <dt>{t('keptApart.fromDay')}</dt>
          <dd>{dayText(row.fromDay)}</dd>
        </dl>
        <p className="note warn">{t(row.kind === 'mark' ? 'keptApart.marks' : 'keptApart.ends')}</p>
        <GrantOrRefuse
          decide={decide}
          words={{ refuseWhy: t('keptApart.refuseWhy'), grant: t('keptApart.grant'), refuse: t('keptApart.refuse') }}
          onDone={onClose}
        />
      </div>
    </Dialog>
  );
}
