/** /tien-do: how far each agency is, one level at a time; numbers alone. */
import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import { useBoard } from '#portal/api/oversight-queries.ts';
import type { Board as Shown, BoardLine } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { Provided } from './Provided.tsx';
import { percent, Sums, weekText } from './Sums.tsx';

const BODY = /^[0-9a-f-]{36}$/;

export function Board() {
  const { t } = useWords();
  const [params] = useSearchParams();
  const asked = params.get('co-quan');
  const body = asked !== null && BODY.test(asked) ? asked : null;
  return (
    <>
      <PageTitle
        title={t('board.title')}
        lead={t('board.lead')}
        actions={
          <Button
            variant="default"
            href={fileAddress('/board.csv', { query: { body } })}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('board.export')}
          </Button>
        }
      />
      <Answered query={useBoard(body)} lines={8}>
        {(board) => <Lines board={board} />}
      </Answered>
    </>
  );
}

const addressOf = (id: string): string => `/tien-do?co-quan=${id}`;

function Lines({ board }: { readonly board: Shown }) {
  const { path, total, lines, lateDays } = board;
  const { t } = useWords();
  const nothing = lines.every(({ counts }) => counts.registered + counts.sent + counts.checked + counts.toCorrect === 0);
  return (
    <div className="stack">
      <nav aria-label={t('board.path')}>
        {path.map(({ id, name }, at) => (
          <Fragment key={id}>
            {at > 0 && ' › '}
            {at < path.length - 1 ? <Link to={addressOf(id)}>{name}</Link> : <span aria-current="page">{name}</span>}
          </Fragment>
        ))}
      </nav>
      <Sums counts={total} lateDays={lateDays} />
      {nothing && (
        <div className="panel">
          <Empty title={t('board.none')} next={t('board.noneNext')} />
        </div>
      )}
      <div className="panel flush">
        <TableScroll label={t('board.title')}>
          <table className="cards-on-phone">
            <thead>
              <tr>
                <th scope="col">{t('board.body')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className="num">
                    {t(`board.${column}`)}
                  </th>
                ))}
                <th scope="col">{t('board.lastSent')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={`${line.body.id} ${line.itself}`} line={line} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
      <Provided board={board} />
      <p>
        <Link to={path.length > 0 ? `/nghia-vu?co-quan=${path.at(-1)!.id}` : '/nghia-vu'}>{t('board.duties')}</Link> ·{' '}
        <Link to="/ket-noi-mang">{t('board.network')}</Link>
      </p>
      <p className="hint">{t('board.complete-what', { days: lateDays })}</p>
    </div>
  );
}

const COLUMNS = [
  'registered',
  'complete',
  'sent',
  'confirmed',
  'waiting',
  'late',
  'returned',
  'checked',
  'week',
  'reported',
  'reportedLate',
  'terms',
  'termsLate',
  'dutiesLate',
  'askedAgain',
] as const;
const BAD: ReadonlySet<string> = new Set(['late', 'reportedLate', 'termsLate', 'dutiesLate'] satisfies (typeof COLUMNS)[number][]);

function Line({ line: { body, itself, hasBelow, counts } }: { readonly line: BoardLine }) {
  const { t } = useWords();
  const { number } = useFormat();
  const text = (column: (typeof COLUMNS)[number]) => {
    if (column === 'complete') return percent(counts.complete, counts.registered);
    if (column === 'week') return weekText(counts, number);
    if (BAD.has(column) && counts[column] > 0) return <Mark tone="bad">{number(counts[column])}</Mark>;
    return number(counts[column]);
  };
  return (
    <tr>
      <th scope="row" style={{ minWidth: '11rem' }}>
        {hasBelow ? <Link to={addressOf(body.id)}>{body.name}</Link> : body.name}
        {itself && <span className="small soft"> {t('board.itself')}</span>}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className="num" data-label={t(`board.${column}`)}>
          {text(column)}
        </td>
      ))}
      <td className="tabular" data-label={t('board.lastSent')}>
        {counts.lastSentAt === null ? '–' : instantText(counts.lastSentAt)}
      </td>
    </tr>
  );
}
