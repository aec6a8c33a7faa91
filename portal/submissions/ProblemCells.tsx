/** The cells of one kind of repair: place, value as given, what is wrong, and the suggestion with its button. */
import { Button } from '@mantine/core';
import IconWand from '@tabler/icons-react/dist/esm/icons/IconWand.mjs';
import { useAct } from '#portal/api/act-on.ts';
import { pageOfCode } from '#portal/api/problem-words.ts';
import { useProblems } from '#portal/api/queries.ts';
import type { CellProblem, ProblemGroup, UploadKind } from '#portal/api/shapes.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { placeText } from './next-step.ts';

type Wish = { readonly problemIds: readonly number[] } | { readonly code: string };
interface Props {
  readonly id: string;
  readonly kind: UploadKind;
  readonly group: ProblemGroup;
  /** suggestions may be taken */
  readonly open: boolean;
  /** the file is being checked again */
  readonly busy: boolean;
  readonly onTaken: (count: number) => void;
}

export function ProblemCells({ id, kind, group, open, busy, onTaken }: Props) {
  const { t, say } = useWords();
  const { number } = useFormat();
  const query = useProblems(id, group.code, group.severity);
  const accept = useAct<Wish, { readonly accepted: number }>(
    () => `/submissions/${id}/accept-suggestions`,
    (wish) => wish,
    [['submission', id]],
  );
  const take = (wish: Wish): void => {
    accept.go(wish).then(
      ({ accepted }) => onTaken(accepted),
      () => undefined,
    );
  };
  const pictures = kind === 'portraits';
  // Of a picture nothing is guessed.
  const suggesting = open && !pictures && group.severity !== 'corrected';
  return (
    <div className="panel flush">
      <div className="panel-head row between">
        <div>
          <h3>{say(group.title)}</h3>
          <p className="small soft">
            {t(`severity.${group.severity}-what`)}{' '}
            <a href={pageOfCode(group) ?? '/problems'} target="_blank" rel="noreferrer">
              {t('submission.explain', { code: group.code })}
            </a>
          </p>
        </div>
        {suggesting && group.suggested > 0 && (
          <Button leftSection={<IconWand size={18} aria-hidden />} loading={accept.busy || busy} onClick={() => take({ code: group.code })}>
            {t('submission.acceptAll', { count: group.suggested })}
          </Button>
        )}
      </div>
      {accept.error != null && <Failure error={accept.error} />}
      <Answered query={query}>
        {(data) => {
          const cells = joined(data);
          if (cells.length === 0) return <Empty title={t('submission.noneOfKind')} next={t('submission.noneOfKindNext')} />;
          // One way to mend for all of them is said once, above the table.
          const next = say(cells[0]?.next);
          const same = cells.every((cell) => say(cell.next) === next);
          // Nor is the title of the kind said again in each row.
          const tells = cells.some((cell) => say(cell.message) !== say(group.title));
          return (
            <>
              {same && next !== '' && (
                <p className="mend">
                  <span className="strong">{t('failure.nextTitle')}:</span> {next}
                </p>
              )}
              <TableScroll label={say(group.title)}>
                <table className="cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">{t('submission.place')}</th>
                      <th scope="col">{t('submission.person')}</th>
                      <th scope="col">{t(pictures ? 'portrait.file' : 'submission.given')}</th>
                      {(tells || !same) && <th scope="col">{t('submission.what')}</th>}
                      {!pictures && <th scope="col">{t('submission.suggestion')}</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {cells.map((cell) => (
                      <Cell
                        key={cell.id}
                        cell={cell}
                        pictures={pictures}
                        mends={!same}
                        tells={tells}
                        taking={suggesting}
                        busy={accept.busy || busy}
                        onTake={() => take({ problemIds: [cell.id] })}
                      />
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            </>
          );
        }}
      </Answered>
      <MoreButton query={query} />
      <span className="hidden-text" role="status">
        {number(group.count)}
      </span>
    </div>
  );
}

function Cell({
  cell,
  pictures,
  mends,
  tells,
  taking,
  busy,
  onTake,
}: {
  readonly cell: CellProblem;
  /** the file is of pictures: a place is the number of one, a value its name */
  readonly pictures: boolean;
  readonly mends: boolean;
  readonly tells: boolean;
  readonly taking: boolean;
  readonly busy: boolean;
  readonly onTake: () => void;
}) {
  const { t, say } = useWords();
  const { suggestion } = cell;
  return (
    <tr>
      <td className="nowrap tabular">
        {pictures ? t('portrait.place', { place: cell.row ?? 0 }) : placeText(cell) || t('submission.wholeSheet')}
      </td>
      <td className="name">{cell.personName || '–'}</td>
      <td data-label={t(pictures ? 'portrait.file' : 'submission.given')}>
        {cell.value === null || cell.value === '' ? (
          <span className="soft">{t('submission.blank')}</span>
        ) : (
          <code className="break">{cell.value}</code>
        )}
      </td>
      {(tells || mends) && (
        <td>
          {say(cell.message)}
          {mends && cell.next && (
            <>
              <br />
              <span className="small soft">{say(cell.next)}</span>
            </>
          )}
        </td>
      )}
      {!pictures && (
        <td>
          {suggestion && (
            <span className="row" style={{ gap: '0.25rem 0.5rem' }}>
              <code className="strong break">{suggestion.value}</code>
              <span className="small soft nowrap">{t(suggestion.strength === 'certain' ? 'submission.sure' : 'submission.likely')}</span>
              {taking && (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  aria-label={t('submission.acceptOne', { value: suggestion.value, place: placeText(cell) })}
                  onClick={onTake}
                >
                  {t('submission.accept')}
                </Button>
              )}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
