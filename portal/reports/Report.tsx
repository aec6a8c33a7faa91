/** /bao-cao/:number: a report as it was made, its hash, and whether it is the same when it is run again. */
import { useParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { Report as Made, ReportAgain, ReportRow } from '#portal/api/generated/api.ts';
import { useReport } from '#portal/api/report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

export function Report() {
  const { number = '' } = useParams();
  const { t, localize } = useWords();
  const query = useReport(number);
  return (
    <>
      <PageTitle title={query.data ? localize(query.data.title) : t('report.title')} lead={query.data?.value.body.name} />
      <Answered query={query} lines={8}>
        {(made) => (
          <div className="stack">
            <Facts made={made} />
            <Table made={made} />
            <Again made={made} />
          </div>
        )}
      </Answered>
    </>
  );
}

interface Props {
  readonly made: Made;
}

function Facts({ made: { number, at, value, sha256 } }: Props) {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-label={number}>
      <p>
        <strong>{number}</strong> · {t('report.madeAt')} {instantText(at)}
      </p>
      <p>{t('report.asOf', { day: dayText(value.validOn), tree: dayText(value.treeOn), point: String(value.knownAt) })}</p>
      <p className="small">
        {t('report.hash')}:{' '}
        <code data-hash style={{ overflowWrap: 'anywhere' }}>
          {sha256}
        </code>
      </p>
    </section>
  );
}

function Table({ made: { title, columns, value } }: Props) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const nameOf = ({ body: { name }, place }: ReportRow): string => (place === 'below' ? name : t(`report.${place}`, { name }));
  return (
    <section className="panel flush" aria-label={localize(title)}>
      <TableScroll label={localize(title)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.agency')}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" className="num">
                  {localize(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.rows.map((row) => (
              <tr key={`${row.place} ${row.body.id}`}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map(({ key }, at) => (
                  <td key={key} className="num">
                    {number(row.counts[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('report.total')}</th>
              {columns.map(({ key }, at) => (
                <td key={key} className="num">
                  <strong>{number(value.total[at] ?? 0)}</strong>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

function Again({ made: { number } }: Props) {
  const { t } = useWords();
  const again = useAct('/reports/{number}/again', (as: 'then' | 'now') => ({ path: { number }, body: { as } }), []);
  const run = (as: 'then' | 'now') => () => void again.go(as).catch(() => undefined); // shown below
  return (
    <section className="panel stack" aria-labelledby="run-again">
      <h2 id="run-again">{t('report.again')}</h2>
      <div className="actions">
        <Button loading={again.busy} onClick={run('then')}>
          {t('report.againThen')}
        </Button>
        <Button variant="default" loading={again.busy} onClick={run('now')}>
          {t('report.againNow')}
        </Button>
      </div>
      {again.error !== null && <Failure error={again.error} />}
      {again.answer && <Outcome outcome={again.answer} />}
    </section>
  );
}

function Outcome({ outcome: { as, same, sha256, differences, causes } }: { readonly outcome: ReportAgain }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const said =
    as === 'then'
      ? t(same ? 'report.sameThen' : 'report.otherThen', { hash: sha256.slice(0, 12) })
      : t(same ? 'report.sameNow' : 'report.otherNow', { count: number(differences.length) });
  return (
    <div className={same ? 'note good' : 'note warn'} role="status" data-same={same}>
      <p>{said}</p>
      {!same && causes !== null && (
        <p>
          {t('report.causes', {
            facts: number(causes.facts),
            moves: number(causes.moves),
            events: number(causes.events),
            erased: number(causes.erased),
          })}{' '}
          {causes.lists && t('report.listsOther')}
        </p>
      )}
      {differences.length > 0 && (
        <TableScroll label={t('report.again')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('report.agency')}</th>
                <th scope="col">{t('report.figure')}</th>
                <th scope="col" className="num">
                  {t('report.was')}
                </th>
                <th scope="col" className="num">
                  {t('report.is')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={`${one.body.id} ${one.column.en}`}>
                  <th scope="row">{one.body.name}</th>
                  <td>{localize(one.column)}</td>
                  <td className="num">{number(one.was)}</td>
                  <td className="num">{number(one.is)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
