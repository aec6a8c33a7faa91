/** The people whom a search found: how many, in columns of one's choice, page by page. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useHits, useHitCount } from '#portal/api/queries.ts';
import type { Hit } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText } from '#portal/parts/format.ts';
import { keep, readKept } from '#portal/parts/kept.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { matchLevel } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { AskExport } from './AskExport.tsx';
import { AskCrossExtract } from './AskExtract.tsx';
import { areColumns, COLUMNS, COLUMNS_AT_FIRST, withColumn, type Column } from './hit-columns.ts';
import { countRequest, type SearchRequest } from './search-request.ts';

const SHOWN = 'congvu-hit-columns';

export function Hits({ request }: { readonly request: SearchRequest }) {
  const { t } = useWords();
  const { number } = useFormat();
  const query = useHits(request);
  const count = useHitCount(countRequest(request)).data;
  const [columns, setColumns] = useState(() => readKept(SHOWN, areColumns, COLUMNS_AT_FIRST));
  const toggle = (column: Column): void => {
    const to = withColumn(columns, column);
    setColumns(to);
    keep(SHOWN, to);
  };
  return (
    <Answered query={query}>
      {(data) => {
        const hits = joined(data);
        if (hits.length === 0)
          return (
            <div className="panel">
              <Empty title={t('search.empty')} next={t('search.emptyNext')} />
            </div>
          );
        const shown = number(hits.length);
        const told = (): string => {
          if (!query.hasNextPage) return t(hits[0]!.isNear ? 'search.near' : 'search.total', { total: shown });
          if (!count) return t('search.first', { shown });
          return t(count.isMore ? 'search.firstOfMore' : 'search.firstOf', { shown, total: number(count.people) });
        };
        return (
          <div className="panel flush">
            <div className="panel-head row between">
              <h2>
                <span role="status">{told()}</span>
              </h2>
              <span className="row">
                <AskExport request={request} />
                <AskCrossExtract request={request} />
                <details className="drop-menu">
                  <summary>{t('search.columns')} ▾</summary>
                  <div className="drop-list stack tight">
                    {COLUMNS.map((column) => (
                      <Checkbox
                        key={column}
                        label={t(`search.${WORD[column]}`)}
                        checked={columns.includes(column)}
                        onChange={() => toggle(column)}
                      />
                    ))}
                  </div>
                </details>
              </span>
            </div>
            <TableScroll label={t('search.title')}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{t('search.name')}</th>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {t(`search.${WORD[column]}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {hits.map((hit) => (
                    <tr key={hit.personId}>
                      <th scope="row">
                        {hit.may.length > 0 ? (
                          <Link to={`/ho-so/${hit.personId}`} className="strong">
                            {hit.name}
                          </Link>
                        ) : (
                          <span className="strong">{hit.name}</span>
                        )}
                      </th>
                      {columns.map((column) => (
                        <td
                          key={column}
                          className={NARROW.has(column) ? 'tabular nowrap' : undefined}
                          data-label={t(`search.${WORD[column]}`)}
                        >
                          <Cell hit={hit} column={column} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
            <MoreButton query={query} />
          </div>
        );
      }}
    </Answered>
  );
}

/** The words of each column. */
const WORD = {
  birth: 'birth',
  nationalId: 'nationalId',
  post: 'post',
  jobTitle: 'jobTitle',
  grade: 'grade',
  kind: 'kind',
  status: 'status',
  match: 'match',
  body: 'body',
} as const satisfies Record<Column, string>;
const NARROW: ReadonlySet<Column> = new Set(['birth', 'nationalId']);

function Cell({ hit, column }: { readonly hit: Hit; readonly column: Column }): string {
  const { t, localize } = useWords();
  switch (column) {
    case 'birth':
      return hit.birth ? dayText(hit.birth) : '–';
    case 'nationalId':
      return hit.nationalIdMasked;
    case 'jobTitle':
      return hit.jobTitle ?? '–';
    case 'body':
      return hit.bodyName;
    case 'match':
      return hit.match ? t(`match.${matchLevel(hit.match)}`) : '–';
    default: {
      const value = hit[column];
      return value ? localize(value) : '–';
    }
  }
}
