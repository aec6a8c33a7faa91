/** /trao-doi: all lines of the reader's agencies, what needs somebody first. */
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useBodiesToEnrol, useLines } from '#portal/api/exchange-line-queries.ts';
import type { ExchangeLineRow } from '#portal/api/generated/api.ts';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { TONE_OF_LINE } from './tones.ts';

const STATES = Object.keys(TONE_OF_LINE) as ExchangeLineRow['state'][];

export function Lines() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get('state'));
  const query = useLines(state);
  return (
    <>
      <PageTitle title={t('line.title')} lead={t('line.lead')} />
      <Answered query={query} lines={8}>
        {(data) => {
          const rows = joined(data);
          return (
            <div className="stack">
              <section className="panel stack tight" aria-label={t('line.narrow')}>
                <div className="filters">
                  <NativeSelect
                    label={t('line.state')}
                    value={state ?? ''}
                    onChange={({ currentTarget: { value } }) => setParams(value === '' ? {} : { state: value }, { replace: true })}
                    data={[{ value: '', label: t('line.any') }, ...STATES.map((value) => ({ value, label: t(`line.stateOf.${value}`) }))]}
                  />
                  <OpenOther />
                </div>
              </section>
              <div className="panel flush">
                {rows.length === 0 ? (
                  <Empty title={t(state === undefined ? 'line.none' : 'line.nobody')} next={t('line.noneNext')} />
                ) : (
                  <Rows rows={rows} />
                )}
                <MoreButton query={query} />
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}

/** The line of an agency that has none yet begins here. */
function OpenOther() {
  const { t } = useWords();
  const go = useNavigate();
  const mayAsk = mayDo(useSession().data, 'exchange.ask');
  const bodies = useBodiesToEnrol(mayAsk);
  const [chosen, setChosen] = useState('');
  if (!mayAsk || !bodies.data) return null;
  return (
    <form
      className="actions"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') void go(`/trao-doi/${chosen}`);
      }}
    >
      <NativeSelect
        label={t('line.open')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: '', label: t('line.choose') }, ...bodies.data.items.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button type="submit" variant="default">
        {t('line.go')}
      </Button>
    </form>
  );
}

function Rows({ rows }: { readonly rows: readonly ExchangeLineRow[] }) {
  const { t } = useWords();
  const { number } = useFormat();
  const at = (instant: string | null): string => (instant === null ? t('line.never') : instantText(instant));
  return (
    <TableScroll label={t('line.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('line.body')}</th>
            <th scope="col">{t('line.state')}</th>
            <th scope="col">{t('line.waiting')}</th>
            <th scope="col">{t('line.last')}</th>
            <th scope="col">{t('line.certificate')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.bodyId} data-state={row.state}>
              <th scope="row">
                <Link to={`/trao-doi/${row.bodyId}`} className="strong">
                  {row.bodyName}
                </Link>
                <br />
                <span className="small soft">{row.source}</span>
              </th>
              <td data-label={t('line.state')}>
                <Mark tone={TONE_OF_LINE[row.state]}>{t(`line.stateOf.${row.state}`)}</Mark>{' '}
                {row.requests > 0 && <Mark tone="wait">{t('line.asksWait', { n: number(row.requests) })}</Mark>}
              </td>
              <td data-label={t('line.waiting')} className="tabular">
                {row.waitsSince === null ? number(0) : t('line.since', { n: number(row.waiting), at: instantText(row.waitsSince) })}
              </td>
              <td data-label={t('line.last')} className="tabular">
                {at(row.lastAt)}
              </td>
              <td data-label={t('line.certificate')} className="tabular">
                {at(row.certificateEnds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
