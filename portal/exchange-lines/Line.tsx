/** /trao-doi/:id: the line of one agency: how far it is in step, what waits and why, what it is known by, what was asked about it. */
import { Link, useParams } from 'react-router';
import { useLine } from '#portal/api/exchange-line-queries.ts';
import type { ExchangeLine, ExchangeSource, LineCounts } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { AskLine } from './AskLine.tsx';
import { KeysOfLine } from './KeysOfLine.tsx';
import { LineRequests } from './LineRequests.tsx';
import { TONE_OF_LINE } from './tones.ts';

export function Line() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useLine(id);
  return (
    <>
      <PageTitle
        title={query.data?.bodyName ?? t('line.title')}
        lead={t('line.leadOne')}
        back={{ to: '/trao-doi', label: t('line.title') }}
      />
      <Answered query={query} lines={10}>
        {(line) => (
          <div className="stack">
            {line.source === null ? (
              <div className="panel">
                <Empty title={t('line.notEnrolled')} next={t('line.notEnrolledNext')} />
              </div>
            ) : (
              <Source line={line} source={line.source} />
            )}
            <LineRequests line={line} />
            {line.may.includes('exchange.ask') && <AskLine line={line} />}
          </div>
        )}
      </Answered>
    </>
  );
}

function Source({ line, source }: { readonly line: ExchangeLine; readonly source: ExchangeSource }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <>
      {source.frozen && <Frozen frozen={source.frozen} />}
      <section className="panel stack">
        <h2>{source.name}</h2>
        <dl className="pairs">
          <dt>{t('line.state')}</dt>
          <dd>
            <Mark tone={TONE_OF_LINE[source.state]}>{t(`line.stateOf.${source.state}`)}</Mark>
          </dd>
          <dt>{t('line.inStep')}</dt>
          <dd>{source.inStepAt === null ? t('line.never') : instantText(source.inStepAt)}</dd>
          <dt>{t('line.confirms')}</dt>
          <dd>{t(`line.confirmsOf.${source.confirms}`)}</dd>
          <dt>{t('line.epoch')}</dt>
          <dd>{number(source.epoch)}</dd>
          {line.lateTerms !== null && (
            <>
              <dt>{t('line.lateTerms')}</dt>
              <dd>
                {number(line.lateTerms)} {line.lateTerms > 0 && <Link to="/thoi-han?which=late">{t('line.seeTerms')}</Link>}
              </dd>
            </>
          )}
        </dl>
        <h3>{t('line.countsTitle')}</h3>
        <Counts counts={source.counts} />
      </section>
      <Lanes source={source} />
      <Refused source={source} />
      <Batches source={source} />
      <KeysOfLine source={source} />
    </>
  );
}

function Counts({ counts }: { readonly counts: LineCounts }) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <dl className="facts">
      {(['received', 'accepted', 'rejected', 'waiting'] as const).map((what) => (
        <div key={what}>
          <dt>{t(`line.${what}`)}</dt>
          <dd>{number(counts[what])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Frozen({ frozen }: { readonly frozen: NonNullable<ExchangeSource['frozen']> }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { at, lane, first, held, offered } = frozen;
  return (
    <section className="panel stack" aria-labelledby="frozen-title">
      <h2 id="frozen-title">{t('line.frozenTitle')}</h2>
      <p className="note warn">{t('line.frozenWhat', { at: instantText(at), lane: t(`line.laneOf.${lane}`), first: number(first) })}</p>
      {held && <Evidence label={t('line.held')} text={held.text} />}
      <Evidence label={t('line.offered')} text={offered.text} />
    </section>
  );
}

function Evidence({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <h3>{label}</h3>
      <p className="small tabular break">{text}</p>
    </>
  );
}

function Lanes({ source }: { readonly source: ExchangeSource }) {
  const { t } = useWords();
  const { number } = useFormat();
  const heads = ['received', 'accepted', 'rejected', 'waiting'] as const;
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('line.lanes')}</h2>
      </div>
      <TableScroll label={t('line.lanes')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('line.lane')}</th>
              <th scope="col">{t('line.expected')}</th>
              {heads.map((what) => (
                <th key={what} scope="col">
                  {t(`line.${what}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {source.lanes.map(({ lane, expected, counts }) => (
              <tr key={lane}>
                <th scope="row">{t(`line.laneOf.${lane}`)}</th>
                <td data-label={t('line.expected')} className="tabular">
                  {number(expected)}
                </td>
                {heads.map((what) => (
                  <td key={what} data-label={t(`line.${what}`)} className="tabular">
                    {number(counts[what])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Refused({ source }: { readonly source: ExchangeSource }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  if (source.refused.length === 0)
    return (
      <section className="panel stack tight">
        <h2>{t('line.refusedTitle')}</h2>
        <p className="soft">{t('line.refusedNone')}</p>
      </section>
    );
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('line.refusedTitle')}</h2>
      </div>
      <TableScroll label={t('line.refusedTitle')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('line.code')}</th>
              <th scope="col">{t('line.reason')}</th>
              <th scope="col">{t('line.count')}</th>
            </tr>
          </thead>
          <tbody>
            {source.refused.map(({ code, title, count }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td data-label={t('line.reason')}>{localize(title)}</td>
                <td data-label={t('line.count')} className="tabular">
                  {number(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Batches({ source }: { readonly source: ExchangeSource }) {
  const { t } = useWords();
  const { number } = useFormat();
  if (source.lastBatches.length === 0) return null;
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('line.batches')}</h2>
      </div>
      <TableScroll label={t('line.batches')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('line.lane')}</th>
              <th scope="col">{t('line.numbers')}</th>
              <th scope="col">{t('line.receivedAt')}</th>
              <th scope="col">{t('line.judgedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {source.lastBatches.map(({ epoch, lane, first, last, receivedAt, judgedAt }) => (
              <tr key={`${epoch}/${lane}/${first}`}>
                <th scope="row">{t(`line.laneOf.${lane}`)}</th>
                <td data-label={t('line.numbers')} className="tabular">
                  {number(first)}–{number(last)}
                </td>
                <td data-label={t('line.receivedAt')} className="tabular">
                  {instantText(receivedAt)}
                </td>
                <td data-label={t('line.judgedAt')} className="tabular">
                  {judgedAt === null ? t('line.notJudged') : instantText(judgedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
