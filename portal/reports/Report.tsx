/** /bao-cao/:number: a report as it was made, its hash, and whether it is the same when it is run again. */
import { Link, useParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { Bilingual, Report as Made, ReportAgain, ReportPeople, ReportRow } from '#portal/api/generated/api.ts';
import { useReport } from '#portal/api/report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { Bars, Stacked } from './charts.tsx';

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
            <Chart made={made} />
            <Table made={made} />
            <Taking made={made} />
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

interface Cell {
  readonly bodyId: string;
  readonly place: ReportRow['place'];
  readonly column: string;
}

/** A figure that opens its people. */
function Figure({
  of,
  n,
  said,
  what,
  opens,
}: {
  readonly of: Cell;
  readonly n: number;
  readonly said: string;
  readonly what: Bilingual;
  readonly opens: (of: Cell) => Promise<unknown>;
}) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  if (n === 0) return <>{number(0)}</>;
  return (
    <button
      type="button"
      className="link"
      aria-label={t('report.open', { count: number(n), what: localize(what), name: said })}
      onClick={() => void opens(of).catch(() => undefined)}
    >
      {number(n)}
    </button>
  );
}

function Opened({ people }: { readonly people: ReportPeople }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <div className="panel stack" role="status">
      <p>
        <strong>{t('report.seen', { seen: number(people.seen), total: number(people.total) })}</strong>{' '}
        {people.items.length < people.seen && t('report.first', { count: number(people.items.length) })}
      </p>
      <TableScroll label={t('report.person')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.person')}</th>
              <th scope="col">{t('report.agency')}</th>
            </tr>
          </thead>
          <tbody>
            {people.items.map((one) => (
              <tr key={one.personId}>
                <th scope="row">{people.may.includes('record.read') ? <Link to={`/ho-so/${one.personId}`}>{one.name}</Link> : one.name}</th>
                <td>{one.bodyName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

function Table({ made: { number: report, title, columns, value } }: Props) {
  const { t, localize } = useWords();
  const open = useAct('/reports/{number}/people', (body: Cell) => ({ path: { number: report }, body }), []);
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
                    <Figure
                      of={{ bodyId: row.body.id, place: row.place, column: key }}
                      n={row.counts[at] ?? 0}
                      said={nameOf(row)}
                      what={columns[at]!.label}
                      opens={open.go}
                    />
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
      {open.error !== null && <Failure error={open.error} />}
      {open.answer && <Opened people={open.answer} />}
    </section>
  );
}

const KINDS = ['cadres', 'servants', 'employees', 'contracts', 'kindUnknown'] as const;

/** How many at each agency; of the form of kinds the parts of each as well. */
function Chart({ made: { title, columns, value } }: Props) {
  const { t, localize } = useWords();
  const lines = value.rows.map(({ body, place, counts }) => ({ key: `${place} ${body.id}`, name: body.name, counts }));
  if (lines.length < 2) return null;
  const parts = KINDS.map((kind) => columns.findIndex(({ key }) => key === kind));
  return (
    <section className="panel stack" aria-labelledby="report-chart">
      <h2 id="report-chart">{t('report.chart')}</h2>
      <Bars label={localize(title)} bars={lines.map(({ key, name, counts }) => ({ key, name, n: counts[0] ?? 0 }))} />
      {parts.every((at) => at !== -1) && (
        <Stacked
          label={localize(title)}
          names={parts.map((at) => localize(columns[at]!.label))}
          lines={lines.map(({ key, name, counts }) => ({ key, name, parts: parts.map((at) => counts[at] ?? 0) }))}
        />
      )}
    </section>
  );
}

const FORMS = ['csv', 'xlsx', 'ods'] as const;

/** Taking the table along, printing it, publishing it. */
function Taking({ made: { number } }: Props) {
  const { t } = useWords();
  const publish = useAct('/reports/{number}/publication', () => ({ path: { number }, body: {} }), []);
  return (
    <section className="panel stack" aria-labelledby="report-take">
      <h2 id="report-take">{t('report.take')}</h2>
      <div className="actions">
        {FORMS.map((form) => (
          <Button key={form} variant="default" href={fileAddress(`/reports/{number}/table.${form}`, { path: { number } })} download>
            {form.toUpperCase()}
          </Button>
        ))}
        <Button variant="default" onClick={() => window.print()}>
          {t('report.print')}
        </Button>
        <Button variant="default" loading={publish.busy} onClick={() => void publish.go(undefined).catch(() => undefined)}>
          {t('report.publish')}
        </Button>
      </div>
      <p className="small soft">{t('report.publishWhat')}</p>
      {publish.error !== null && <Failure error={publish.error} />}
      {publish.isDone && (
        <div className="note good" role="status">
          {t('report.published')}
        </div>
      )}
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
