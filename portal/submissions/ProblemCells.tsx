/** The cells of one kind of repair: place, value as given, what is wrong, and what is suggested. Many cells at once only by group of equal, certain ones. */
import { useState, type ReactNode } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { pageOfCode } from '#portal/api/problem-words.ts';
import { useProblems, useSuggestionGroups } from '#portal/api/queries.ts';
import type { CellProblem, ProblemGroup, SuggestionGroup } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { UploadKind } from '#portal/workbook/judge-file.ts';
import { keptInPlace, type Applied } from './kept-in-place.ts';
import { isReturned, KeepReturned } from './KeepReturned.tsx';
import { placeText } from './next-step.ts';
import { PlaceOfCell } from './PlaceOfCell.tsx';
import { SuggestionGroups } from './SuggestionGroups.tsx';

type AcceptRequest =
  | { readonly problemIds: readonly [number]; readonly candidate?: string }
  | { readonly group: Pick<SuggestionGroup, 'code' | 'field' | 'value' | 'suggested'> };
interface Props {
  readonly id: string;
  readonly kind: UploadKind;
  readonly group: ProblemGroup;
  /** suggestions may be taken */
  readonly open: boolean;
  /** the file is being checked again */
  readonly busy: boolean;
  readonly onTaken: () => void;
}

const keyOf = (cell: CellProblem): string => `${cell.code} ${placeText(cell)}`;

export function ProblemCells({ id, kind, group, open, busy, onTaken }: Props) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const [column, setColumn] = useState<string | null>(null);
  const query = useProblems(id, group.code, group.severity, column);
  const accept = useAct('/submissions/{id}/accept-suggestions', (body: AcceptRequest) => ({ path: { id }, body }), [['submission', id]]);
  const take = async (request: AcceptRequest): Promise<boolean> =>
    accept.go(request).then(
      () => {
        onTaken();
        return true;
      },
      () => false,
    );
  const [applied, setApplied] = useState<readonly Applied<CellProblem>[]>([]);
  const takeCell = async (cell: CellProblem, at: number, candidate?: string): Promise<void> => {
    const request: AcceptRequest = { problemIds: [cell.id], ...(candidate === undefined ? {} : { candidate }) };
    if (await take(request)) setApplied((before) => [...before, { at, what: cell }]);
  };
  const pictures = kind === 'portraits';
  // Of a picture nothing is guessed.
  const suggesting = open && kind === 'workbook' && group.severity !== 'corrected';
  const answering = open && isReturned(group.code);
  const groups = useSuggestionGroups(id, group.code, suggesting);
  const waits = accept.busy || busy;
  return (
    <div className="panel flush">
      <div className="panel-head row between">
        <div>
          <h3>{localize(group.title)}</h3>
          <p className="small soft">
            {t(`severity.${group.severity}-what`)}{' '}
            <a href={pageOfCode(group) ?? '/problems'} target="_blank" rel="noreferrer">
              {t('submission.explain', { code: group.code })}
            </a>
          </p>
        </div>
      </div>
      {accept.error != null && <Failure error={accept.error} />}
      {suggesting && (
        <SuggestionGroups
          groups={groups.data ?? []}
          busy={waits}
          onApply={({ code, field, value, suggested }) => take({ group: { code, field, value, suggested } })}
        />
      )}
      {/* Together: what is offered for many cells would push those down that somebody points at. */}
      <Answered query={suggesting && groups.isPending ? { ...query, data: undefined, error: null } : query}>
        {(data) => {
          const cells = joined(data);
          const columns = data.pages[0]?.columns ?? [];
          const placed = keptInPlace(cells, applied, keyOf, waits);
          if (placed.length === 0) return <Empty title={t('submission.noneOfKind')} next={t('submission.noneOfKindNext')} />;
          // One way to mend for all of them is said once, above the table.
          const next = localize(cells[0]?.next);
          const same = cells.every((cell) => localize(cell.next) === next);
          const guesses = suggesting && cells.some((cell) => cell.suggestion?.strength === 'guess' || cell.candidates.length > 0);
          // Nor is the title of the kind said again in each row.
          const tells = cells.some((cell) => localize(cell.message) !== localize(group.title));
          return (
            <>
              {(columns.length > 1 || column !== null) && (
                <div className="mend">
                  <NativeSelect
                    size="xs"
                    label={t('submission.byColumn')}
                    value={column ?? ''}
                    onChange={(event) => setColumn(event.currentTarget.value || null)}
                    data={[
                      { value: '', label: t('submission.everyColumn') },
                      ...columns.map(({ field, label, count }) => ({ value: field, label: `${localize(label)} (${number(count)})` })),
                    ]}
                  />
                </div>
              )}
              {same && next !== '' && (
                <p className="mend">
                  <span className="strong">{t('failure.nextTitle')}:</span> {next}
                </p>
              )}
              {guesses && <p className="mend">{t('submission.guessLead')}</p>}
              <TableScroll label={localize(group.title)}>
                <table className="cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">{t('submission.place')}</th>
                      <th scope="col">{t('submission.person')}</th>
                      <th scope="col">{t(pictures ? 'portrait.file' : 'submission.given')}</th>
                      {(tells || !same) && <th scope="col">{t('submission.what')}</th>}
                      {(!pictures || answering) && <th scope="col">{t(answering ? 'submission.answer' : 'submission.suggestion')}</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {placed.map(({ what: cell, done }, at) => (
                      <Cell
                        key={keyOf(cell)}
                        cell={cell}
                        done={done}
                        pictures={pictures}
                        mends={!same}
                        tells={tells}
                        taking={suggesting}
                        busy={waits}
                        onTake={(candidate) => void takeCell(cell, at, candidate)}
                        answer={answering ? <KeepReturned id={id} cell={cell} busy={waits} onKept={onTaken} /> : null}
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
  done,
  pictures,
  mends,
  tells,
  taking,
  busy,
  onTake,
  answer,
}: {
  readonly cell: CellProblem;
  /** applied a moment ago: it keeps its place */
  readonly done: boolean;
  /** the file is of pictures: a place is the number of one, a value its name */
  readonly pictures: boolean;
  readonly mends: boolean;
  readonly tells: boolean;
  readonly taking: boolean;
  readonly busy: boolean;
  readonly onTake: (candidate?: string) => void;
  /** how a returned value is answered; null where it is none */
  readonly answer: ReactNode;
}) {
  const { t, localize } = useWords();
  return (
    <tr>
      <td className="tabular">
        {pictures ? (
          t('portrait.place', { place: cell.row ?? 0 })
        ) : (
          <>
            <PlaceOfCell place={cell} />
            {cell.label && <> · {localize(cell.label)}</>}
          </>
        )}
      </td>
      <td className="name">
        {cell.personName || '–'}
        {cell.tail && <span className="small soft tabular nowrap"> {t('submission.tail', { digits: cell.tail })}</span>}
      </td>
      <td data-label={t(pictures ? 'portrait.file' : 'submission.given')}>
        {cell.value === null || cell.value === '' ? (
          <span className="soft">{t('submission.blank')}</span>
        ) : (
          <code className="break">{localize(cell.given)}</code>
        )}
      </td>
      {(tells || mends) && (
        <td>
          {localize(cell.message)}
          {mends && cell.next && (
            <>
              <br />
              <span className="small soft">{localize(cell.next)}</span>
            </>
          )}
        </td>
      )}
      {(!pictures || answer !== null) && (
        <td>{answer ?? <Proposal cell={cell} done={done} taking={taking} busy={busy} onTake={onTake} />}</td>
      )}
    </tr>
  );
}

interface ProposalProps {
  readonly cell: CellProblem;
  readonly done: boolean;
  readonly taking: boolean;
  readonly busy: boolean;
  readonly onTake: (candidate?: string) => void;
}

/** The suggestion with its reason and its button, or the candidates to choose from; none of them is chosen before. */
function Proposal({ cell, done, taking, busy, onTake }: ProposalProps) {
  const { t, localize } = useWords();
  const [candidate, setCandidate] = useState('');
  const { suggestion, candidates } = cell;
  const place = placeText(cell);
  if (!suggestion && candidates.length === 0) return null;
  // The one button stays when it was pressed: whoever works by keyboard goes on from there.
  const apply = (value: string, chosen?: string) =>
    taking && (
      <Button
        size="compact-sm"
        variant={done ? 'subtle' : 'default'}
        idle={busy || done || value === ''}
        aria-label={done ? undefined : t('submission.acceptOne', { value, place })}
        onClick={() => onTake(chosen)}
      >
        {t(done ? 'submission.applied' : 'submission.accept')}
      </Button>
    );
  if (!suggestion) {
    return (
      <span className="row" style={{ gap: '0.25rem 0.5rem' }}>
        {taking ? (
          <NativeSelect
            aria-label={t('submission.choose', { place })}
            value={candidate}
            onChange={(event) => setCandidate(event.currentTarget.value)}
            data={[{ value: '', label: t('submission.chooseNone') }, ...candidates]}
          />
        ) : (
          <span className="small">{localize(cell.proposed)}</span>
        )}
        {apply(candidate, candidate)}
      </span>
    );
  }
  return (
    <span className="row" style={{ gap: '0.25rem 0.5rem' }}>
      <code className="strong break">{localize(suggestion.shown)}</code>
      {apply(suggestion.value)}
      <span className="small soft">
        {t(suggestion.strength === 'certain' ? 'submission.sure' : 'submission.likely')}: {localize(suggestion.why)}
      </span>
    </span>
  );
}
