/** /doi-chieu-nghi-dinh: how far the dictionary covers the appendix of the decree, and that it is not at hand where nobody has brought it in. */
import { useDecreeCoverage } from '#portal/api/oversight-queries.ts';
import type { DecreeCoverage as Coverage } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { BringAppendix } from './BringAppendix.tsx';

export function DecreeCoverage() {
  const { t } = useWords();
  const { number } = useFormat();
  const query = useDecreeCoverage();
  return (
    <>
      <PageTitle title={t('decree.title')} lead={query.data ? t('decree.lead', { stated: number(query.data.stated) }) : undefined} />
      <Answered query={query} lines={8}>
        {(coverage) => (
          <div className="stack">
            <Sums coverage={coverage} />
            <Groups coverage={coverage} />
            {coverage.appendix !== null && <Open coverage={coverage} />}
            {coverage.mayBring && <BringAppendix />}
          </div>
        )}
      </Answered>
    </>
  );
}

interface Props {
  readonly coverage: Coverage;
}

const COUNTS = ['names', 'mapped', 'several', 'unknown', 'withoutGroup', 'own'] as const;

function Sums({ coverage }: Props) {
  const { t } = useWords();
  const { number } = useFormat();
  const { appendix, stated } = coverage;
  return (
    <section className="panel stack tight" aria-label={t('decree.names')}>
      <p role="status">
        {appendix === null
          ? t('decree.notAtHand', { stated: number(stated) })
          : t('decree.brought', { at: instantText(appendix.broughtAt), source: appendix.source })}
      </p>
      <dl className="facts">
        {COUNTS.filter((name) => appendix !== null || name === 'own').map((name) => (
          <div key={name}>
            <dt>{t(`decree.${name}`)}</dt>
            <dd className="tabular">{number(coverage[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Groups({ coverage: { groups, appendix } }: Props) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <section className="panel flush" aria-labelledby="decree-groups">
      <div className="panel-head">
        <h2 id="decree-groups">{t('decree.byGroup')}</h2>
      </div>
      <TableScroll label={t('decree.byGroup')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('decree.group')}</th>
              <th scope="col" className="num">
                {t('decree.names')}
              </th>
              <th scope="col" className="num">
                {t('decree.mapped')}
              </th>
              <th scope="col" className="num">
                {t('decree.ours')}
              </th>
              <th scope="col">{t('decree.unnamed')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.code} data-group={group.code}>
                <th scope="row">
                  {group.code}. {localize(group.title)}
                </th>
                <td className="num tabular" data-label={t('decree.names')}>
                  {appendix === null ? '–' : number(group.names)}
                </td>
                <td className="num tabular" data-label={t('decree.mapped')}>
                  {appendix === null ? '–' : number(group.mapped)}
                </td>
                <td className="num tabular" data-label={t('decree.ours')}>
                  {number(group.ours)}
                </td>
                <td data-label={t('decree.unnamed')}>
                  {appendix === null ? (
                    <span className="soft">{t('decree.noNames')}</span>
                  ) : group.unnamed.length === 0 ? (
                    '0'
                  ) : (
                    <details>
                      <summary>{t('decree.showUnnamed', { count: number(group.unnamed.length), group: group.code })}</summary>
                      {group.unnamed.map(({ label }) => localize(label)).join('; ')}
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Open({ coverage: { open } }: Props) {
  const { t, localize } = useWords();
  return (
    <section className="panel flush" aria-labelledby="decree-open">
      <div className="panel-head">
        <h2 id="decree-open">{t('decree.open')}</h2>
      </div>
      {open.length === 0 ? (
        <Empty title={t('decree.openNone')} next={t('decree.openNoneNext')} />
      ) : (
        <TableScroll label={t('decree.open')}>
          <table className="cards-on-phone">
            <thead>
              <tr>
                <th scope="col">{t('decree.no')}</th>
                <th scope="col">{t('decree.name')}</th>
                <th scope="col">{t('decree.group')}</th>
                <th scope="col">{t('decree.source')}</th>
                <th scope="col">{t('decree.maybe')}</th>
              </tr>
            </thead>
            <tbody>
              {open.map(({ no, name, group, sourceBody, candidates }, index) => (
                // The appendix numbers its lines, but nobody holds it to it.
                <tr key={index}>
                  <td className="tabular" data-label={t('decree.no')}>
                    {no}
                  </td>
                  <th scope="row">{name}</th>
                  <td data-label={t('decree.group')}>{group === null ? '–' : t('decree.groupNo', { group })}</td>
                  <td data-label={t('decree.source')}>{sourceBody ?? '–'}</td>
                  <td data-label={t('decree.maybe')}>
                    {candidates.length === 0 ? (
                      <span className="soft">{t('decree.nothingNear')}</span>
                    ) : (
                      candidates.map(({ key, label }) => `${localize(label)} (${key})`).join('; ')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
